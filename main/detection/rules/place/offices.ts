import type { Office, Term } from '../../../contract/terms.ts'
import { SIZE_OF_TOWN } from './candidates.ts'
import { distanceKm } from './distance.ts'
import type { Gazetteer, Meaning } from './gazetteer.ts'
import { split } from './location-text.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import type { Hint, Place } from './sense.ts'
import { quoteOf, type ShownText } from './shown-text.ts'

/** As many offices as the terms of a posting hold. */
const MOST_OFFICES = 20
/** Longer lists are read only so far. */
const MOST_SEGMENTS = 60
/** "Canary Wharf, London": the second name is the town of the first, not another office. */
const SAME_TOWN_KM = 30
const AND = /&|\+|\b(?:and|und|et|y|e|en)\b/g

/** A segment with what stands before it: a comma may lead to its province, a slash or a semicolon to another office. */
interface Part {
  segment: Segment
  apart: boolean
}

/** Every office named in a location text, in order; empty when it names fewer than two. */
export function readOffices(
  text: string,
  groups: readonly Segment[][],
  gazetteer: Gazetteer,
  hint: Hint,
): Place[] {
  const parts = partsOf(text, groups, gazetteer)
  if (parts.filter(({ segment }) => segment.pieces.length > 0).length < 2) return []
  const found: Place[] = []
  const groupsOfOffices = officesOf(parts, gazetteer)
  if (groupsOfOffices.length < 2) return []
  const near = besides(hint, text, groupsOfOffices, gazetteer)
  for (const group of groupsOfOffices) {
    const place = resolveGroup(text, group, gazetteer, near, group.length > 1)
    if (!place?.city) continue
    if (!found.some(other => isSameOffice(other, place))) found.push(place)
    if (found.length === MOST_OFFICES) break
  }
  return found.length < 2 ? [] : found
}

/** A doubtful name is in the country of the other offices: "Cambridge/Boston, MA". */
function besides(hint: Hint, text: string, groups: readonly Segment[][], gazetteer: Gazetteer): Hint {
  let named: Set<string | null> | null = null
  return countries => {
    named ??= new Set(
      groups.map(group => resolveGroup(text, group, gazetteer, () => null, false)?.country ?? null),
    )
    const shared = countries.filter(country => named?.has(country))
    return shared.length === 1 ? (shared[0] ?? null) : hint(countries)
  }
}

/** Offices with their proofs; that of the job's facts comes first. */
export function officeTerms(offices: readonly Place[], first: Place, location: ShownText): Term<Office>[] {
  const ordered = [...offices].sort(
    (one, other) => Number(isSameOffice(first, other)) - Number(isSameOffice(first, one)),
  )
  return ordered.map(({ city, province, country, cityProof }) => ({
    value: { city, province, country },
    origin: 'pattern',
    confidence: 0.9,
    ...quoteOf(location, cityProof?.start ?? 0, cityProof?.end ?? 0),
  }))
}

function isSameOffice(one: Place, other: Place): boolean {
  return (
    one.city === other.city &&
    (one.country === other.country || other.country === null) &&
    (one.province === other.province || other.province === null)
  )
}

function partsOf(text: string, groups: readonly Segment[][], gazetteer: Gazetteer): Part[] {
  const parts: Part[] = []
  for (const segments of groups) {
    for (const [index, segment] of segments.entries()) {
      const apart = index === 0 || text.charAt(segment.start - 1) === '/'
      for (const [order, one] of sides(text, segment, gazetteer).entries()) {
        parts.push({ segment: one, apart: apart || order > 0 })
      }
      if (parts.length >= MOST_SEGMENTS) return parts
    }
  }
  return parts
}

/** "London and Manchester" is two; "Brighton and Hove" is one name. */
function sides(text: string, segment: Segment, gazetteer: Gazetteer): Segment[] {
  if (segment.pieces.length === 1 && segment.pieces[0]?.whole) return [segment]
  const cut = split(text, segment.start, segment.end, AND)
  if (cut.length < 2) return [segment]
  return cut.map(({ start, end }) => readSegment(text, start, end, gazetteer, false))
}

/** Cuts the parts into offices: a name of a town opens a new one unless it says where the town before lies. */
function officesOf(parts: readonly Part[], gazetteer: Gazetteer): Segment[][] {
  const groups: Segment[][] = []
  let towns: CityMeanings = []
  for (const { segment, apart } of parts) {
    const last = groups.at(-1)
    const own = townsOf(segment, gazetteer)
    const opens = own.length > 0 && (towns.length === 0 || apart || !qualifies(segment, towns, gazetteer))
    if (last && !opens && !(apart && towns.length === 0)) {
      last.push(segment)
      if (towns.length === 0) towns = own
    } else {
      groups.push([segment])
      towns = own
    }
  }
  return groups
}

type CityMeanings = Extract<Meaning, { kind: 'city' }>[]

function townsOf(segment: Segment, gazetteer: Gazetteer): CityMeanings {
  const piece = segment.pieces[0]
  if (!piece?.whole || piece.weak) return []
  const region = piece.meanings.some(meaning => meaning.kind !== 'city')
  if (piece.short && region) return []
  return piece.meanings.filter((meaning): meaning is CityMeanings[number] => {
    if (meaning.kind !== 'city') return false
    const { population, famous } = gazetteer.city(meaning.city)
    return !region || famous || population >= SIZE_OF_TOWN
  })
}

/** Whether a name says where the town before it lies: its province, its country, the larger town around it. */
function qualifies(segment: Segment, towns: CityMeanings, gazetteer: Gazetteer): boolean {
  return segment.pieces.some(piece =>
    piece.meanings.some(meaning =>
      towns.some(town => {
        if (meaning.kind === 'country') return meaning.country === town.country
        if (meaning.kind === 'province') return meaning.province === town.province
        return distanceKm(gazetteer.city(meaning.city), gazetteer.city(town.city)) < SAME_TOWN_KM
      }),
    ),
  )
}
