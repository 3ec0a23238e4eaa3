import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createPlaceFinder } from './place.ts'

const { find } = createPlaceFinder(
  readFileSync(new URL('../../../../resources/vocabularies/places.tsv', import.meta.url), 'utf8'),
)

const CASES: [location: string, description: string, city: string | null][] = [
  ['Co. Cork', 'We fit roofs from our yard in Mallow, Co. Cork.', 'Mallow'],
  ['Norfolk', 'Join the kitchen of a school in Thetford, Norfolk, this spring.', 'Thetford'],
  ['Oregon', 'The mill in Bend, OR runs two shifts.', 'Bend'],
  ['Remote, Vermont', 'Our workshop in Burlington, Vermont is open on request.', 'Burlington'],
  ['Oregon', 'Founded in Salem, Oregon in 1961.', null],
  ['Oregon', 'Our customers in Salem, Oregon love bread.', null],
  ['Oregon', 'The mill in Boise, Idaho runs two shifts.', null],
  ['Norfolk', 'The firm has a yard in Ipswich, Suffolk.', null],
  ['Oregon', 'The mill in Salem runs two shifts.', null],
]

test.each(CASES)('%s: %s', (location_text, description, city) => {
  const found = find({ location_text, title: '', description })
  expect(found.city).toBe(city)
  if (city !== null) {
    const { quote, where } = found.evidence.office_city ?? {}
    expect([quote, where]).toEqual([city, 'description'])
  }
})
