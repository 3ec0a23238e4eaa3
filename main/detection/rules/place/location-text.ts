import type { Gazetteer } from './gazetteer.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import type { Hint, Place } from './sense.ts'

/** Longer location texts are cut here: nobody writes a place that long. */
const LONGEST_TEXT = 400
const BETWEEN_OFFICES = /;|\n|\||•|·|＋|\bor\b|\boder\b|\bou\b/gi
const BETWEEN_PARTS = /,|\(|\)|\/|\s[-–—−:]+\s|[–—]|:\s|\[|\]|>|→/g

/** Splits a stretch of text at a pattern into offsets. */
export function split(text: string, from: number, to: number, at: RegExp): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(at)) {
    const stop = from + match.index
    if (stop > start) parts.push({ start, end: stop })
    start = stop + match[0].length
  }
  if (to > start) parts.push({ start, end: to })
  return parts
}

/** Segments of one office: "Paris, TX" gives two. A hyphened word is split only when it is unknown as a whole. */
export function segmentsOf(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  strict: boolean,
): Segment[] {
  return split(text, from, to, BETWEEN_PARTS).map(part =>
    readSegment(text, part.start, part.end, gazetteer, strict),
  )
}

/** What the location text of a posting names: the first office with a city, else what all parts agree on. */
export function readLocation(location: string, gazetteer: Gazetteer, hint: Hint): Place | null {
  const end = Math.min(location.length, LONGEST_TEXT)
  const groups = split(location, 0, end, BETWEEN_OFFICES).map(part =>
    segmentsOf(location, part.start, part.end, gazetteer, false),
  )
  const places: Place[] = []
  for (const segments of groups) {
    const place = resolveGroup(location, segments, gazetteer, hint, true)
    if (!place) continue
    if (place.city !== null) return borrow(place, places)
    places.push(place)
  }
  if (groups.length > 1 && places.length > 1) return agreed(places)
  return places[0] ?? null
}

/** "UK | London": a country alone in a group before helps nothing but must not contradict. */
function borrow(place: Place, before: readonly Place[]): Place {
  const country = before.find(other => other.country !== null)
  if (place.country === null && country) {
    return { ...place, country: country.country, countryProof: country.countryProof }
  }
  return place
}

/** Several regions and no city: only a country that all share. */
export function agreed(places: readonly Place[]): Place | null {
  const first = places[0]
  if (!first || places.some(place => place.country !== first.country)) return null
  const same = places.every(place => place.province === first.province)
  return same ? first : { ...first, province: null, provinceProof: null }
}
