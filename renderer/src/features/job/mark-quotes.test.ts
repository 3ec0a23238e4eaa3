import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuote, markQuotes } from './mark-quotes.ts'

const text = 'Salary £60,000 to £75,000. Hybrid, two days in the office. Hybrid teams.'

test('a quote is found at its offset, else by its words, else by its words in other letters', () => {
  expect(findQuote(text, { quote: 'Hybrid', start: 60 })).toBe(27)
  expect(findQuote(text, { quote: 'Hybrid', start: 59 })).toBe(59)
  expect(findQuote(text, { quote: 'HYBRID', start: null })).toBe(27)
  expect(findQuote(text, { quote: 'remote', start: 3 })).toBeNull()
})

test('quotes that overlap share the words they have in common', () => {
  const pieces = markQuotes(text, [
    { fact: 'Salary from', quote: '£60,000 to £75,000', start: 7 },
    { fact: 'Currency', quote: '£60,000', start: 7 },
  ])
  expect(pieces.map(piece => [piece.text, piece.facts])).toEqual([
    ['Salary ', []],
    ['£60,000', ['Salary from', 'Currency']],
    [' to £75,000', ['Salary from']],
    ['. Hybrid, two days in the office. Hybrid teams.', []],
  ])
})

test('the pieces joined are the text, whatever the quotes say', () => {
  const quote = fc.record({
    fact: fc.string(),
    quote: fc.oneof(fc.string(), fc.constantFrom('Hybrid', '75,000', 'office. Hybrid')),
    start: fc.option(fc.integer({ min: -5, max: 200 })),
  })
  fc.assert(
    fc.property(fc.array(quote), quotes => {
      expect(
        markQuotes(text, quotes)
          .map(piece => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
