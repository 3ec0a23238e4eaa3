import { describe, expect, it } from 'vitest'
import { isLetter, isMarkdown } from './written.ts'

describe('a text without a name', () => {
  it.each([
    'Dear Ms Vale,\n\nI write to you.',
    'Robin Hale\nElm Road 4, Leeds\n\n2 March 2026\n\nSehr geehrte Frau Vale,\n\ngern …',
    'Madame, Monsieur,\n\nVotre annonce …',
  ])('%j is a letter', text => {
    expect(isLetter(text)).toBe(true)
  })
  it.each(['', 'Robin Hale\nExperience\nClerk, Acme, 2019', 'Built tools\nfor dear friends and customers'])(
    '%j is none',
    text => {
      expect(isLetter(text)).toBe(false)
    },
  )
  it.each([
    ['# Robin Hale\n\nClerk', true],
    ['**Robin Hale**\n\nClerk', true],
    ['Robin Hale\n#1 clerk of 2019', false],
    ['', false],
  ])('%j begins as Markdown: %s', (text, expected) => {
    expect(isMarkdown(text)).toBe(expected)
  })
})
