import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextHeading } from './heading-line.ts'
import { countWords, wordsText } from './letter-words.ts'

describe('words', () => {
  test('are those that stand on paper', () => {
    expect(countWords('')).toBe(0)
    expect(countWords('# Dear **Ada**,\n\n- one\n- two\n\n1. three')).toBe(5)
    expect(countWords('See [my page](https://example.org/a/b) – it’s größer')).toBe(5)
    expect([wordsText(1), wordsText(1204)]).toEqual(['1 word', '1,204 words'])
  })
})

describe('a heading', () => {
  const press = (text: string, at: number) => nextHeading({ text, from: at, to: at })

  test('goes from large to small to none, line by line', () => {
    const first = press('a\nTitle\nb', 4)
    expect(first).toEqual({ text: 'a\n# Title\nb', from: 6, to: 6 })
    const second = nextHeading(first)
    const third = nextHeading(second)
    expect([second.text, third.text]).toEqual(['a\n## Title\nb', 'a\n### Title\nb'])
    expect(nextHeading(third)).toEqual({ text: 'a\nTitle\nb', from: 4, to: 4 })
  })

  test('never changes the words, nor loses the caret', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, n) => {
        const at = text.length === 0 ? 0 : n % (text.length + 1)
        const next = press(text, at)
        expect(next.text.replace(/[#\s]/g, '')).toBe(text.replace(/[#\s]/g, ''))
        expect(next.from).toBeGreaterThanOrEqual(0)
        expect(next.to).toBeLessThanOrEqual(next.text.length)
      }),
    )
  })
})
