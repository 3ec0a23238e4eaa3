import { allMatches } from '../text.ts'
import { keyOf, type Token, tokenise } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { agreed, split } from './location-text.ts'
import { readOffices } from './offices.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import {
  CITY_LETTERS,
  isCommon,
  isCommonWord,
  isPlainShort,
  lineEnd,
  type Reading,
  readRun,
} from './running-text.ts'
import type { Hint, Place } from './sense.ts'

const HEADER_PARTS = /\||\s[-–—]+\s|\s--\s|>>|[☆★•·‧]|\s\/\/\s|::|\n/g

/** "Company | Role | Place | ONSITE": a first line in parts, one of which is wholly a place. */
export function readFirstLine(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const from = text.search(/\S/)
  if (from === -1) return null
  const first = lineEnd(text, from, 400)
  const head = text.slice(from, first)
  const parts = split(text, from, first, HEADER_PARTS)
  let region: Reading | null = null
  for (const [order, part] of parts.entries()) {
    if (parts.length < 2 && head.length > 120) break
    if (part.end - part.start > 90) continue
    const segments = split(text, part.start, part.end, /,|\(|\)|\/|:\s|&/g).map(piece =>
      readSegment(text, piece.start, piece.end, gazetteer, true),
    )
    const understood = segments.filter(segment => segment.pieces.length > 0)
    if (understood.length === 0) continue
    const clean = segments.every(
      segment => segment.unknown === null && segment.pieces.every(piece => piece.whole),
    )
    const startsSo = understood[0] === segments[0] && startsWithName(text, segments[0])
    if (!clean && !(startsSo && order > 0)) continue
    const offices = readOffices(text, [segments], gazetteer, hint)
    const place = offices[0] ?? resolveGroup(text, understood, gazetteer, hint, false)
    if (!place) continue
    const partnered = understood.flatMap(segment => segment.pieces).length > 1
    if (!partnered && (order === 0 || parts.length < 2)) continue
    if (!partnered && isCommon(text, place)) continue
    if (
      place.city === null &&
      understood.every(segment => segment.pieces.every(piece => piece.short && !isPlainShort(text, piece)))
    )
      continue
    const reading = { place, strength: clean ? 0.82 : 0.68, offices }
    if (reading.place.city !== null) return reading
    region ??= reading
  }
  return (
    readPairs(text, from, first, gazetteer, hint) ??
    readBrackets(text, from, first, gazetteer, hint) ??
    readKnown(text, from, first, gazetteer, hint) ??
    region
  )
}

/** "Acme (San Francisco, CA)" in a first line. */
function readBrackets(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  hint: Hint,
): Reading | null {
  for (const match of allMatches(/\(([^()\n]{3,60})\)/g, text.slice(from, to))) {
    const start = from + match.index + 1
    const segments = split(text, start, start + (match[1] ?? '').length, /,|\//g).map(part =>
      readSegment(text, part.start, part.end, gazetteer, true),
    )
    if (segments.some(segment => segment.unknown !== null || segment.pieces.some(piece => !piece.whole)))
      continue
    const place = resolveGroup(text, segments, gazetteer, hint, false)
    if (place?.city && !isCommon(text, place)) return { place, strength: 0.7 }
    if (place?.country && !place.city && segments.some(segment => segment.wide))
      return { place, strength: 0.6 }
  }
  return null
}

/** How far into a first line a town with its province or country is looked for. */
const PAIR_REACH = 160
/** What follows the first name of such a pair: a comma and a capital, or two capitals of a province. */
const SECOND = /,\s?(?=\p{Lu})|\s(?=(?:[A-Z]{2}|Texas|California|Ontario)(?![\p{L}]))/gu

/** A town with its province or country anywhere in a first line: "Acme @ London, UK", "Acme Labs. Boulder, CO." */
function readPairs(text: string, from: number, to: number, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const end = Math.min(to, from + PAIR_REACH)
  for (const match of allMatches(SECOND, text.slice(from, end))) {
    const comma = from + match.index
    const words = tokenise(text, Math.max(from, comma - 40), comma).slice(-3)
    for (const word of words) {
      const place = readRun(text, word.start, to, gazetteer, hint, true)
      const proof = place?.cityProof
      if (!place?.city || !proof || isCommonAlone(text, place)) continue
      const partnered = place.provinceProof?.derived === false || place.countryProof?.derived === false
      if (partnered) return { place, strength: 0.67 }
    }
  }
  return null
}

/** Longer first lines are sentences. */
const LONGEST_HEADER = 200
const STARTS_PART = /(?:^|[-–—|,/(:;@+&~]|(?<![\p{L}])(?:in|downtown|near|or|both)(?:\sthe)?)\s*$/u
const ENDS_PART =
  /^\s*(?:$|[-–—|,/();:.+&~]|(?:or|and|preferred|area|downtown|based|only|remote|office)(?![\p{L}]))/iu

/** A well-known town, a province or a country that has its part of a first line to itself: "Acme, London". */
function readKnown(text: string, from: number, to: number, gazetteer: Gazetteer, hint: Hint): Reading | null {
  if (to - from > LONGEST_HEADER || to >= text.length) return null
  const regions: Place[] = []
  let end = from
  for (const token of tokenise(text, from, to, 40)) {
    if (token.start < end || !/^\p{Lu}/u.test(text.charAt(token.start))) continue
    if (!STARTS_PART.test(text.slice(Math.max(from, token.start - 12), token.start))) continue
    const place = readKnownRun(text, token, to, gazetteer, hint)
    const proof = place?.cityProof ?? place?.provinceProof ?? place?.countryProof
    if (!place || place.country === null || proof?.start !== token.start) continue
    // "US" and "UK" in capitals are the countries, although "us" is an everyday word.
    const everyday = place.city === null ? isCommonWord(token.key) : isCommon(text, place)
    if (everyday && !isPlainShort(text, proof)) continue
    end = Math.max(proof.end, place.provinceProof?.end ?? 0, place.countryProof?.end ?? 0)
    const letters = place.city !== null && CITY_LETTERS.test(text.slice(proof.start, proof.end))
    if (!letters && !ENDS_PART.test(text.slice(end, to))) continue
    if (place.city === null) regions.push(place)
    else if (isWellKnown(place, gazetteer) || HOUSE_BEFORE.test(text.slice(from, proof.start)))
      return { place, strength: 0.64 }
  }
  const region = agreed(regions)
  return region && { place: region, strength: 0.6 }
}

/** Countries that disagree ("US/Canada") are no one place, but each of them counts. */
function readKnownRun(
  text: string,
  token: Token,
  to: number,
  gazetteer: Gazetteer,
  hint: Hint,
): Place | null {
  const place = readRun(text, token.start, to, gazetteer, hint, false)
  if (place) return place
  const alone = readRun(text, token.start, token.end, gazetteer, hint, false)
  return alone?.city === null && alone.province === null ? alone : null
}

/** "Abbey Grange Hotel, Dunfermline": the name of a house and its town. */
const HOUSE_BEFORE =
  /[\p{L}.] (?:School|Academy|College|University|Hospital|Hospice|Hotel|Inn|Nursery|Surgery|Practice|Clinic|Church|Council|Museum|Restaurant|Library|Lodge|Garage|Bakery|Pharmacy|Dental|Salon|Brewery|Farm|Trust|Ltd|Limited|LLC|Inc|GmbH)\.?\s?[,–-]\s*$/u

/** From this many inhabitants on a town is known without its province. */
const WELL_KNOWN = 150_000

/** Whether a place is a town that is known without its province. */
export function isWellKnown(place: Place, gazetteer: Gazetteer): boolean {
  return gazetteer.meanings(keyOf(place.city ?? '')).some(meaning => {
    if (meaning.kind !== 'city' || meaning.country !== place.country) return false
    const city = gazetteer.city(meaning.city)
    return city.famous || city.population >= WELL_KNOWN
  })
}

/** An everyday word as a town is only believed with its province beside it ("Reading, PA"). */
function isCommonAlone(text: string, place: Place): boolean {
  return isCommon(text, place) && place.provinceProof?.derived !== false
}

function startsWithName(text: string, segment: Segment | undefined): boolean {
  const piece = segment?.pieces[0]
  if (!segment || !piece) return false
  return (
    text.slice(segment.start, piece.start).trim() === '' && text.slice(piece.start, piece.end).length >= 5
  )
}
