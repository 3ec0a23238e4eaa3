import { expect, it } from 'vitest'
import { convert, type ExchangeRates, mergedRates, rateDate } from './rates.ts'

const BASE: ExchangeRates = {
  date: '2025-10-01',
  source: 'shipped',
  per_eur: { EUR: 1, USD: 1.2, GBP: 0.8, ARS: 1650 },
}
const NEW: ExchangeRates = {
  date: '2026-02-27',
  source: 'bank',
  per_eur: { EUR: 1, USD: 1.1, GBP: 0.9, SEK: 11 },
}

it('takes of each currency the newer rate and keeps the others with their day', () => {
  const merged = mergedRates(BASE, NEW)
  expect(merged).toEqual({
    date: '2026-02-27',
    source: 'bank',
    per_eur: { EUR: 1, USD: 1.1, GBP: 0.9, SEK: 11, ARS: 1650 },
    older: { ARS: '2025-10-01' },
  })
  expect(mergedRates(NEW, BASE)).toEqual(merged)
  expect(rateDate('USD', 'GBP', merged)).toBe('2026-02-27')
  expect(rateDate('USD', 'ARS', merged)).toBe('2025-10-01')
  expect(rateDate('ARS', 'EUR', merged)).toBe('2025-10-01')
})

it('keeps days through several steps; a newer shipped rate wins over an old fetched one', () => {
  const shipped: ExchangeRates = {
    date: '2025-12-01',
    source: 'shipped',
    per_eur: { EUR: 1, USD: 1.3, ARS: 1700, CLP: 1100 },
  }
  const merged = mergedRates(shipped, mergedRates(BASE, NEW))
  expect(merged.per_eur).toMatchObject({ USD: 1.1, ARS: 1700, CLP: 1100 })
  expect(merged.older).toEqual({ ARS: '2025-12-01', CLP: '2025-12-01' })
})

it.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY]])('a newer rate of %s counts as none', rate => {
  const merged = mergedRates(BASE, { ...NEW, per_eur: { EUR: 1, USD: rate } })
  expect(merged.per_eur.USD).toBe(1.2)
  expect(merged.older?.USD).toBe('2025-10-01')
  expect(convert(12, 'USD', 'EUR', merged)).toBeCloseTo(10)
})
