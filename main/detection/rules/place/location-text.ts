import { allMatches } from '../text.ts'
import { regionOfDepartment } from './departments.ts'
import { keyOf } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import type { Hint, Place } from './sense.ts'

/** Longer location texts are cut here: nobody writes a place that long. */
const LONGEST_TEXT = 400
/** "McLean, VA Plano, TX" are two offices; "Salem, OR" is a town of Oregon, "Seattle or Bellevue" are two. */
const BETWEEN_OFFICES =
  /;|\n|\||•|·|＋|\bor\b(?=\s+\p{L})|\bOR\b(?<!,\s?OR)(?=\s+\p{L})|\b[Oo]der\b|\bODER\b|\b[Oo]u\b|(?<=, ?[A-Z]{2}) (?=\p{Lu}\p{Ll}[\p{L} .'-]{0,24}, ?[A-Z]{2}\b)/gu
/** What stands between the names of one office: town, province, country. */
const BETWEEN_PARTS = /,|\(|\)|\/|\s[-–—−:]+\s|[–—]|:\s|\[|\]|>|→/g

/** Splits a stretch of text at a pattern into offsets. */
export function split(text: string, from: number, to: number, at: RegExp): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = from
  for (const match of allMatches(at, text.slice(from, to))) {
    const stop = from + match.index
    if (stop > start) parts.push({ start, end: stop })
    start = stop + match[0].length
  }
  if (to > start) parts.push({ start, end: to })
  return parts
}

/** Segments of one office: "Paris, TX" gives two. A hyphened word is split only when it is unknown as a whole. */
function segmentsOf(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  strict: boolean,
): Segment[] {
  const parts = split(text, from, to, BETWEEN_PARTS)
  const segments = parts.map(part =>
    readSegment(text, part.start, part.end, gazetteer, strict, parts.length === 1),
  )
  addDepartment(text, segments, gazetteer)
  return segments
}

/** "Arles (13)", "13 - Arles": the French write a town with the number of its department. */
function addDepartment(text: string, segments: Segment[], gazetteer: Gazetteer): void {
  if (segments.length !== 2) return
  const numbered = segments.find(({ start, end }) => /^\s*(?:\d{2}|2[AB])\s*$/i.test(text.slice(start, end)))
  const town = segments.find(segment => segment !== numbered)
  const isFrench = town?.pieces.some(({ meanings }) =>
    meanings.some(({ kind, country }) => kind === 'city' && country === 'FR'),
  )
  if (!numbered || !isFrench) return
  const number = text.slice(numbered.start, numbered.end).trim()
  const meanings = regionOfDepartment(number, gazetteer)
  if (meanings.length === 0) return
  const start = text.indexOf(number, numbered.start)
  numbered.unknown = null
  numbered.pieces = [{ meanings, start, end: start + number.length, whole: true, short: true, weak: false }]
}

/** The segments of a location text, by what stands between offices; `strict` wants capitals, for running text. */
export function locationGroups(
  text: string,
  gazetteer: Gazetteer,
  from = 0,
  to = Math.min(text.length, LONGEST_TEXT),
  strict = false,
): Segment[][] {
  return split(text, from, to, BETWEEN_OFFICES).map(part =>
    segmentsOf(text, part.start, part.end, gazetteer, strict),
  )
}

/** What the location text of a posting names: the first office with a city, else what all parts agree on. */
export function readLocation(
  location: string,
  gazetteer: Gazetteer,
  hint: Hint,
  groups: readonly Segment[][] = locationGroups(location, gazetteer),
): Place | null {
  return wholeName(location, gazetteer, hint) ?? placeOfGroups(location, groups, gazetteer, hint, true)
}

/** The first office with a city, else what all groups agree on; `mayInvent` as for `resolveGroup`. */
export function placeOfGroups(
  location: string,
  groups: readonly Segment[][],
  gazetteer: Gazetteer,
  hint: Hint,
  mayInvent: boolean,
): Place | null {
  const places: Place[] = []
  for (const segments of groups) {
    const place = resolveGroup(location, segments, gazetteer, hint, mayInvent)
    if (!place) continue
    if (place.city !== null) return borrow(place, places)
    places.push(place)
  }
  if (groups.length > 1 && places.length > 1) return agreed(places)
  return places[0] ?? null
}

/** A name that is written with what else stands between offices: "Frankfurt (Oder)". */
function wholeName(location: string, gazetteer: Gazetteer, hint: Hint): Place | null {
  if (location.length > 40 || !/[(/]|\boder\b/i.test(location)) return null
  const key = keyOf(location)
  if (gazetteer.meanings(key).length === 0) return null
  return resolveGroup(
    location,
    [readSegment(location, 0, location.length, gazetteer, false)],
    gazetteer,
    hint,
    false,
  )
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
