import { describe, expect, it } from 'vitest'
import { bestMatch, nameSimilarity, SAME_COMPANY } from './match.ts'

describe('names', () => {
  it.each([
    ['Tidemark Ltd', 'TIDEMARK'],
    ['Tidemark GmbH & Co. KG', 'Tidemark'],
    ['Café Quay', 'Cafe Quay S.A.'],
    ['FlightHub', 'Flight Hub'],
    ['Tidemark', 'Tidemark Technologies'],
    ['Tidemark', 'Tidemark.io'],
    ['Seawall and Sons', 'Seawall & Sons Inc.'],
    ['Quay Labs', 'Quay Lab'],
  ])('%s is %s', (first, second) => {
    expect(nameSimilarity(first, second)).toBeGreaterThanOrEqual(SAME_COMPANY)
    expect(nameSimilarity(second, first)).toBe(nameSimilarity(first, second))
  })

  it.each([
    ['Delta', 'Delta Dental'],
    ['Delta Air Lines', 'Delta Dental'],
    ['Tidemark', 'Tidewater'],
    ['Tidemark', 'Tidemark Hotels'],
    ['Software Group', 'Software Solutions'],
    ['Harbour Planning Partners', 'Harbour Catering Partners'],
    ['AB', 'ABB'],
    ['', 'Tidemark'],
    ['日本郵船', '商船三井'],
  ])('%s is not %s', (first, second) => {
    expect(nameSimilarity(first, second)).toBeLessThan(SAME_COMPANY)
  })
})

describe('the best of several', () => {
  const wanted = { name: 'Tidemark', site: 'tidemark.example' }
  const best = (site: string | null, candidates: { name: string; site: string | null; weight?: number }[]) =>
    bestMatch({ ...wanted, site }, candidates)?.name ?? null

  it('is the one of the same site, whatever it is called', () => {
    expect(
      best('tidemark.example', [
        { name: 'Tidemark', site: 'https://tidemark.co.example' },
        { name: 'TM Ports', site: 'https://www.tidemark.example/en' },
      ]),
    ).toBe('TM Ports')
    expect(best('careers.tidemark.example', [{ name: 'TM Ports', site: 'tidemark.example' }])).toBe(
      'TM Ports',
    )
  })

  it('is the one of the same name, also at another site', () => {
    expect(best('tidemark.example', [{ name: 'Tidemark Ltd', site: 'https://tidemark.test' }])).toBe(
      'Tidemark Ltd',
    )
    expect(
      best(null, [
        { name: 'Tidewater', site: null },
        { name: 'TIDEMARK', site: null },
      ]),
    ).toBe('TIDEMARK')
  })

  it('is none when nothing is like it', () => {
    expect(best('tidemark.example', [])).toBeNull()
    expect(
      best('tidemark.example', [{ name: 'Tidemark Hotels', site: 'tidemark-hotels.example' }]),
    ).toBeNull()
    // A common word more and another site are two reasons.
    expect(
      best('tidemark.example', [{ name: 'Tidemark Consulting', site: 'tidemark-consulting.example' }]),
    ).toBeNull()
  })

  it('is none between equals, unless one is far better known', () => {
    const twins = [
      { name: 'Tidemark', site: null, weight: 240 },
      { name: 'Tidemark Inc', site: null, weight: 90 },
    ]
    expect(best(null, twins)).toBeNull()
    expect(best(null, [{ name: 'Tidemark Inc', site: null, weight: 3 }, ...twins.slice(0, 1)])).toBe(
      'Tidemark',
    )
  })
})
