import { expect, test } from 'vitest'
import { CountryCode, CurrencyCode } from '../../../../main/contract/values.ts'
import { countryChoices, currencyChoices } from './choices.ts'

test('every country has one code of today and one name', () => {
  const all = countryChoices()
  const codes = all.map(one => one.value)
  expect(codes).toContain('GB')
  expect(codes).toContain('DE')
  for (const old of ['UK', 'DD', 'SU', 'ZZ', 'EU']) expect(codes).not.toContain(old)
  expect(new Set(all.map(one => one.label)).size).toBe(all.length)
  for (const code of codes.filter(Boolean)) expect(CountryCode.safeParse(code).success).toBe(true)
  expect(all.length).toBeGreaterThan(190)
})

test('currencies begin with the most used and repeat none', () => {
  const codes = currencyChoices().map(one => one.value)
  expect(codes.slice(0, 3)).toEqual(['', 'EUR', 'USD'])
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes.filter(Boolean)) expect(CurrencyCode.safeParse(code).success).toBe(true)
})
