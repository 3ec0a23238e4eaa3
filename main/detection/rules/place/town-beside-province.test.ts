import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPlaceFinder } from './place.ts'

const { find } = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

function placeOf(location_text: string, title = '', description = ''): string {
  const { city, province, country } = find({ location_text, title, description })
  return [city, province, country].map(name => name ?? '–').join(' | ')
}

describe('a town that the gazetteer knows elsewhere only, with its own province', () => {
  it.each([
    ['Plains, GA', 'Plains | Georgia | US'],
    ['Milan, IN', 'Milan | Indiana | US'],
    ['Superior, Nebraska', 'Superior | Nebraska | US'],
    ['Superior NE', 'Superior | Nebraska | US'],
    ['Troy, IN', 'Troy | Indiana | US'],
    ['Chester & Wirral', 'Chester | England | GB'],
  ])('%s', (location, expected) => {
    expect(placeOf(location)).toBe(expected)
  })
})

describe('letters of one sense at the end of a list', () => {
  it.each([
    ['Newcastle & Hunter NSW', 'Newcastle | New South Wales | AU'],
    ['Townsville & Burdekin QLD', 'Townsville | Queensland | AU'],
  ])('%s', (location, expected) => {
    expect(placeOf(location)).toBe(expected)
  })
})

describe('names of trades are no towns', () => {
  it.each([['Fire Safety Officer'], ['Supply Chain / Forklift Driver'], ['Day Porter'], ['Assistant Cook']])(
    '%s',
    title => {
      expect(placeOf('', title)).toBe('– | – | –')
    },
  )
})

describe('the number of a French department', () => {
  it.each([
    ['Saint-Denis (93)', 'Saint-Denis | Île-de-France | FR'],
    ['Valence (26)', 'Valence | Auvergne-Rhône-Alpes | FR'],
    ['13 - ARLES', "Arles | Provence-Alpes-Côte d'Azur | FR"],
    ['Bastia (2B)', 'Bastia | Corsica | FR'],
    ['Columbus (43)', 'Columbus | Ohio | US'],
  ])('%s', (location, expected) => {
    expect(placeOf(location)).toBe(expected)
  })
})
