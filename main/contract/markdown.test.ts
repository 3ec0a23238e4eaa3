import { describe, expect, it } from 'vitest'
import { isPastMarkdown } from './markdown.ts'

describe('a Markdown text', () => {
  it('of any letter is taken apart', () => {
    const letter = '# Application\n\nDear Ada,\n\n- one\n- two\n\nTitle\n=====\n\n---\n\n'
    expect(isPastMarkdown('')).toBe(false)
    expect(isPastMarkdown(letter.repeat(100))).toBe(false)
  })

  it.each([
    ['with hundreds of underlined headings', 'a\n=\n'.repeat(301)],
    ['with as many of the second level', 'a\r\n  -- \r\n'.repeat(301)],
    ['with as many in a quote', '> a\n> =\n'.repeat(301)],
    ['that is longer than any letter', 'word '.repeat(6_000)],
    ['of quotes in quotes', '> '.repeat(50)],
    ['of brackets in brackets', '['.repeat(250)],
  ])('%s is not', (_, text) => expect(isPastMarkdown(text)).toBe(true))
})
