import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPlaceFinder } from './place.ts'

const { find } = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

function placeOf(location_text: string, description: string): string {
  const { city, province, country } = find({ location_text, title: '', description })
  return [city, province, country].map(name => name ?? '–').join(' | ')
}

describe('a postcode as location', () => {
  it.each([
    ['EH6', 'Dog groomer, £13 an hour. Our shop in Edinburgh is open daily.', 'Edinburgh | Scotland | GB'],
    ['SA1 3SN', 'Our branch is in Swansea city centre.', 'Swansea | Wales | GB'],
    ['SA1', 'We sell tents. £12.90ph', '– | Wales | GB'],
    ['ls12', 'You load vans for £12.80ph.', '– | England | GB'],
    ['CH5', 'You load vans for £12.80ph.', '– | – | GB'],
    ['L4', 'You load vans.', '– | – | –'],
    ['SA1', 'Our office in Ghent pays £30,000.', '– | Wales | GB'],
  ])('%s: %s', (location, description, expected) => {
    expect(placeOf(location, description)).toBe(expected)
  })
})

describe('houses and their towns', () => {
  it.each([
    ['Location: Civic Offices, Torquay (agile)\nWe care for parks.', 'Torquay | England | GB'],
    ['Location: Lincoln Elementary School, Boise, Idaho\nWe teach.', 'Boise | Idaho | US'],
    ['Location: Washington High School, Fargo, ND\nWe teach.', 'Fargo | North Dakota | US'],
    ['Location: Durham Road, Gateshead\nWe bake.', 'Gateshead | England | GB'],
    ['Location: Durham, England\nWe bake.', 'Durham | England | GB'],
    ['Abbey Grange Hotel, Dunfermline\n\nWe need a night porter.', 'Dunfermline | Scotland | GB'],
    ['St Hilda Primary School, Darlington\n\nWe need a cook.', 'Darlington | England | GB'],
    ['Base: Whitby yard\nWe cut grass.', 'Whitby | England | GB'],
    ['You are based at Rose Hill Clinic, Gateshead, on weekdays.', 'Gateshead | England | GB'],
    ['Base: £31,000 plus van\nWe cut grass.', '– | – | –'],
    ['Brightwater Cycles, Darlington style\n\nWe need a mechanic.', '– | – | –'],
  ])('%j', (description, expected) => {
    expect(placeOf('', description)).toBe(expected)
  })
})

describe('words of a country settle which of its namesakes a town is', () => {
  it.each([
    ['Coburg', 'Florist (m/w/d), 14,10 € je Stunde', 'Coburg | Bavaria | DE'],
    ['Coburg', 'Florist, AUD 29 an hour', 'Coburg | Victoria | AU'],
  ])('%s: %s', (location, description, expected) => {
    expect(placeOf(location, description)).toBe(expected)
  })
})
