import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, parseAmount } from './number-text.ts'

test('reads amounts as people type them', () => {
  expect(parseAmount('60k')).toBe(60000)
  expect(parseAmount('60,000')).toBe(60000)
  expect(parseAmount(' 60 000 ')).toBe(60000)
  expect(parseAmount('1.2m')).toBe(1_200_000)
  expect(parseAmount('')).toBeNull()
  expect(parseAmount('about 60')).toBeNaN()
})

test('what is shown is read back as the same number', () => {
  fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), n => parseAmount(amountText(n)) === n))
})
