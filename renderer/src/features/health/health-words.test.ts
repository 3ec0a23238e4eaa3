import { expect, it } from 'vitest'
import type { LogEntry } from '../../../../main/contract/health.ts'
import { healthText, linesText, linesWith, pageText } from './health-words.ts'

it('tells how all parts stand', () => {
  const parts = (...states: ('green' | 'amber' | 'red')[]) => states.map(state => ({ state }))
  expect(healthText(parts('green', 'green'))).toBe('Everything works')
  expect(healthText(parts('green', 'amber'))).toBe('1 part needs a look')
  expect(healthText(parts('amber', 'amber'))).toBe('2 parts need a look')
  expect(healthText(parts('red', 'amber', 'amber'))).toBe('1 part does not work, 2 need a look')
  expect(healthText(parts('red', 'red', 'amber'))).toBe('2 parts do not work, 1 needs a look')
})

it('names the page to which a link leads', () => {
  expect(pageText('/sources/12')).toBe('Open sources')
  expect(pageText('/somewhere')).toBe('Open the page')
})

const lines: LogEntry[] = [
  { at: '2026-11-22T09:00:01Z', level: 'error', from: 'backend', text: 'The disk is full' },
  { at: '2026-11-22T09:00:00Z', level: 'info', from: 'host', text: 'Started' },
]

it('finds lines by all of their words', () => {
  expect(linesWith(lines, '')).toHaveLength(2)
  expect(linesWith(lines, ' DISK backend ')).toEqual([lines[0]])
  expect(linesWith(lines, 'disk host')).toEqual([])
})

it('hands lines on with the oldest first', () => {
  expect(linesText(lines)).toBe(
    '2026-11-22T09:00:00Z info host Started\n2026-11-22T09:00:01Z error backend The disk is full',
  )
})
