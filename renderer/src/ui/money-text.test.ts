import { expect, test } from 'vitest'
import { amountInCurrency, salaryText } from './money-text.ts'

test('the currency is said once, the period in words', () => {
  expect(salaryText(60000, 75000, 'EUR', 'year')).toBe('€60,000–75,000 a year')
  expect(salaryText(120000, 150000, 'CAD', 'year')).toBe('CA$120,000–150,000 a year')
  expect(salaryText(90000, 120000, 'CHF', 'year')).toBe('CHF\u00a090,000–120,000 a year')
})

test('one end, equal ends and none', () => {
  expect(salaryText(450, null, 'GBP', 'day')).toBe('from £450 a day')
  expect(salaryText(null, 90000, 'USD', 'year')).toBe('up to $90,000 a year')
  expect(salaryText(52.5, 52.5, 'USD', 'hour')).toBe('$52.50 an hour')
  expect(salaryText(null, null, 'USD', 'year')).toBeNull()
  expect(salaryText(1000, 2000, null, null)).toBe('1,000–2,000')
})

test('an unknown currency keeps its code', () => {
  expect(amountInCurrency(5, 'nope')).toBe('nope 5')
})
