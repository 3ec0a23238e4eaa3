import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPlaceFinder } from './place.ts'

const { find } = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

function placeOf(description: string, location_text = ''): string {
  const { city, province, country } = find({ location_text, title: '', description })
  return [city, province, country].map(name => name ?? '–').join(' | ')
}

describe('first lines that name two countries', () => {
  // Never the second one alone, which would also be taken for the currency of "$".
  it.each([
    ['Fable Tools | Rust developer | Remote, US/Canada only | Contract\n\nWe make saws.', '– | – | –'],
    ['Fable Tools | Rust developer | Remote (Canada/US)\n\nWe make saws.', '– | – | –'],
    ['Fable Tools | Rust developer | Remote in the UK or Ireland\n\nWe make saws.', '– | – | GB'],
    ['Fable Tools | Rust developer | Remote in the UK\n\nWe make saws.', '– | – | GB'],
    ['Fable Tools | Rust developer | Remote, Canada only\n\nWe make saws.', '– | – | CA'],
    ['Fable Tools lets us build | Rust developer | Remote\n\nWe make saws.', '– | – | –'],
  ])('%j', (text, expected) => {
    expect(placeOf(text)).toBe(expected)
  })
})

describe('a country without a town beside a wide region', () => {
  it.each([
    ['We recruit for a US based lender.', 'Latin America', '– | – | –'],
    ['Our client is a Canada-based retailer.', 'Remote, EMEA', '– | – | –'],
    ['We recruit for a US based lender.', 'Americas', '– | – | US'],
    ['We recruit for a US based lender.', 'Worldwide', '– | – | US'],
    ['We recruit for a US based lender.', 'LATAM or North America', '– | – | US'],
    ['You join our office in Lisbon, Portugal.', 'Europe', 'Lisbon | – | PT'],
  ])('%j in %j', (text, location, expected) => {
    expect(placeOf(text, location)).toBe(expected)
  })
})

it.each([
  ['We make saws.\n📍 Utrecht, hybrid\n💶 yes', 'Utrecht | – | NL'],
  ['We make saws.\n📍 Location: Ghent\n', 'Ghent | Flanders | BE'],
  ['We make saws.\n📍 Remote\n', '– | – | –'],
])('a pin as a label: %j', (text, expected) => {
  expect(placeOf(text)).toBe(expected)
})
