import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RunLogLine } from '../../../../main/contract/runs.ts'
import { cutAt, filterLog, logText } from './log-text.ts'

const line = (number: number, text: string, more: Partial<RunLogLine> = {}): RunLogLine => ({
  line: number,
  at: '2026-11-22T03:00:01.000Z',
  level: 'info',
  step: null,
  text,
  ...more,
})
const lines = [
  line(1, 'Began'),
  line(2, 'Tidemark answered slowly', { level: 'warn', step: 'extract' }),
  line(3, 'Ended'),
]

test('a log is copied whole, a line each', () => {
  expect(logText('Run 7', lines)).toBe(
    [
      'Run 7',
      '2026-11-22T03:00:01.000Z info Began',
      '2026-11-22T03:00:01.000Z warn extract: Tidemark answered slowly',
      '2026-11-22T03:00:01.000Z info Ended',
    ].join('\n'),
  )
})

test('a filter leaves lines with the words, in any case, and those of the level', () => {
  const numbers = (filter: Parameters<typeof filterLog>[1]) => filterLog(lines, filter).map(one => one.line)
  expect(numbers({ level: 'all', words: '' })).toEqual([1, 2, 3])
  expect(numbers({ level: 'problems', words: '' })).toEqual([2])
  expect(numbers({ level: 'all', words: ' TIDE' })).toEqual([2])
  expect(numbers({ level: 'all', words: 'extract' })).toEqual([2])
  expect(numbers({ level: 'problems', words: 'began' })).toEqual([])
})

test('a cut text is the text, and every second part is the words', () => {
  expect(cutAt('Rank ranked', 'rank')).toEqual(['', 'Rank', ' ', 'rank', 'ed'])
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, words) => {
      const parts = cutAt(text, words)
      expect(parts.join('')).toBe(text)
      for (const [index, part] of parts.entries())
        if (index % 2 === 1) expect(part.toLowerCase()).toBe(words.trim().toLowerCase())
    }),
  )
})
