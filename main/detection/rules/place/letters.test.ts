import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPlaceFinder } from './place.ts'

const { find } = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

function placeOf(location_text: string, title = ''): string {
  const { city, province, country } = find({ location_text, title, description: '' })
  return [city, province, country].map(name => name ?? '–').join(' | ')
}

describe('letters behind a comma', () => {
  it.each([
    // An Indian state has the letters UK too.
    ['Remote, UK', '– | – | GB'],
    ['Field-based, uk', '– | – | GB'],
    ['Anywhere, US', '– | – | US'],
    ['Dehradun, UK', 'Dehradun | Uttarakhand | IN'],
    ['Newry, NI', 'Newry | Northern Ireland | GB'],
    ['Londonderry, NI, UK', 'Derry | Northern Ireland | GB'],
    ['Managua, NI', 'Managua | – | NI'],
  ])('%j', (text, expected) => {
    expect(placeOf(text)).toBe(expected)
  })
})

describe('a town behind the last comma of a title', () => {
  it.each([
    ['Cloud Consultant, Oslo (Hybrid)', 'Oslo'],
    ['Cloud Consultant, Lyon', 'Lyon'],
    ['Cloud Consultant, Data and Mobile', null],
    ['Cloud Consultant, Aurora', null],
    ['Cloud Consultant, Growth', null],
  ])('%j', (title, city) => {
    expect(find({ location_text: '', title, description: '' }).city).toBe(city)
  })
})
