import { type Token, tokenise } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { locationGroups, placeOfGroups, split } from './location-text.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import type { Hint, Place } from './sense.ts'
import { COMMON, NEVER_ALONE, NOISE } from './words.ts'

/** A place read in running text; `strength` 0–1 says how surely the words speak of the office. */
export interface Reading {
  place: Place
  strength: number
  /** Every office of the same words, when they name several. */
  offices?: Place[]
}

/** Cues looked at in one text, at most. */
export const MOST_CUES = 60

/** The end of the line that holds `from`, at most `most` characters on. */
export function lineEnd(text: string, from: number, most: number): number {
  const end = text.indexOf('\n', from)
  return Math.min(end === -1 ? text.length : end, from + most, text.length)
}

/** Abbreviations of countries that need no partner. */
export const isPlainShort = (text: string, piece: { start: number; end: number }) =>
  /^(?:US|USA|UK|UAE|U\.S\.|U\.K\.|U\.S\.A\.)$/.test(text.slice(piece.start, piece.end))

/** Cities that are written in capitals and need no partner either. */
export const CITY_LETTERS = /^(?:NYC|SF|LDN|DFW|SLC)$/

/** Whether a folded word is an everyday word or first name before it is a town. */
export const isCommonWord = (key: string): boolean => COMMON.has(key) || NEVER_ALONE.has(key)

/** True when the city is a single everyday word or first name. */
export function isCommon(text: string, place: Place): boolean {
  const at = place.cityProof
  if (!at) return false
  const tokens = tokenise(text, at.start, at.end)
  return tokens.length === 1 && isCommonWord(tokens[0]?.key ?? '')
}

/** Reads a place that begins at `from`: a name, and further names joined by commas, brackets or blanks. */
export function readRun(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  hint: Hint,
  labelled: boolean,
): Place | null {
  const tokens = tokenise(text, from, to, 24)
  const segments: Segment[] = []
  let at = skipOpening(text, tokens, labelled)
  let last = -1
  while (at < tokens.length && segments.length < 5) {
    const start = tokens[at]
    if (!start) break
    if (last >= 0 && !joins(text.slice(last, start.start))) break
    if (!/^[\p{Lu}\d]/u.test(text.charAt(start.start))) break
    let taken = 0
    for (let n = Math.min(6, tokens.length - at); n > 0; n--) {
      const end = tokens[at + n - 1]
      if (!canBeName(tokens, at, n, gazetteer)) continue
      if (!end || /[,;(\n|]/.test(text.slice(start.start, end.end))) continue
      const segment = readSegment(text, start.start, end.end, gazetteer, true)
      const piece = segment.pieces[0]
      if (
        segment.pieces.length === 1 &&
        piece?.whole &&
        piece.start === start.start &&
        piece.end >= end.end
      ) {
        segments.push(segment)
        last = piece.end
        taken = n
        break
      }
    }
    if (taken === 0) break
    at += taken
  }
  if (segments.length === 0) return null
  const first = segments[0]?.pieces[0]
  if (segments.length === 1 && first?.short && !isPlainShort(text, first)) {
    if (!CITY_LETTERS.test(text.slice(first.start, first.end))) return null
  }
  const place = resolveGroup(text, segments, gazetteer, hint, false)
  if (!place) return null
  if (!labelled && segments.length === 1 && isCommon(text, place)) return null
  return place
}

/** Whether some words can be one name at all, which is cheap to tell: most words of a text cannot. */
function canBeName(tokens: readonly Token[], at: number, n: number, gazetteer: Gazetteer): boolean {
  if (n === 1) {
    const key = tokens[at]?.key ?? ''
    return key.length < 6 || NOISE.has(key) || /\d/.test(key) || gazetteer.meanings(key).length > 0
  }
  let name = ''
  for (let i = at; i < at + n; i++) {
    const key = tokens[i]?.key ?? ''
    if (NOISE.has(key) || /\d/.test(key)) return true
    name += i === at ? key : ` ${key}`
  }
  return gazetteer.meanings(name).length > 0
}

const ADDRESS_PARTS = /,|\(|\)|\s[-–—]\s/g

/**
 * The place at the end of an address or behind conditions: "10 Finsbury Square, London EC2A 1AF", "In person,
 * Dallas, TX". What stands before the name is passed over; the name needs its province, country or postcode, unless
 * a label says that a place follows.
 */
export function readAddress(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  hint: Hint,
  labelled = false,
): Place | null {
  const stop = text.slice(from, to).search(/[.;!?]\s|\|/)
  const segments = split(text, from, stop === -1 ? to : from + stop, ADDRESS_PARTS)
    .slice(0, 6)
    .map(part => readSegment(text, part.start, part.end, gazetteer, true))
  const isNamed = (segment: Segment) =>
    segment.pieces.length > 0 && segment.pieces.every(piece => piece.whole)
  const first = segments.findIndex(isNamed)
  const opening = segments[first]
  if (first < 1 || !opening) return null
  const place = resolveGroup(text, segments.slice(first).filter(isNamed), gazetteer, hint, false)
  if (!place?.city) return null
  const partnered =
    place.provinceProof?.derived === false ||
    place.countryProof?.derived === false ||
    /\d/.test(text.slice(opening.start, opening.end))
  return partnered || (labelled && place.country !== null && !isCommon(text, place)) ? place : null
}

/** A line that is a place and nothing else, such as the one below the heading "Location"; null for other lines. */
export function readPlaceLine(text: string, from: number, gazetteer: Gazetteer, hint: Hint): Place | null {
  let start = from
  while (start < text.length && start < from + 4 && /\s/.test(text.charAt(start))) start++
  const end = lineEnd(text, start, 90)
  if (end - start < 2 || end - start >= 90) return null
  const groups = locationGroups(text, gazetteer, start, end, true)
  const segments = groups.flat()
  const clean = segments.every(
    segment => segment.unknown === null && segment.pieces.every(piece => piece.whole),
  )
  if (!clean || !/^[\s•*-]*[\p{Lu}\d]/u.test(text.slice(start, end))) return null
  const place = placeOfGroups(text, groups, gazetteer, hint, false)
  return place && !(segments.length === 1 && isCommon(text, place)) ? place : null
}

const joins = (between: string) =>
  /^(?:[ \t]*,[ \t]*|[ \t]*\([ \t]*|[ \t]*\)[ \t,]*|[ \t]+[-–—][ \t]+|[ \t]*\/[ \t]*|[ \t]+)$/.test(between)

const OPENING = new Set([
  'the',
  'downtown',
  'central',
  'sunny',
  'beautiful',
  'our',
  'heart',
  'of',
  'city',
  'centre',
  'center',
  'vibrant',
  'greater',
  'in',
  'historic',
  'east',
  'west',
  'north',
  'south',
  'hybrid',
  'remote',
  'onsite',
  'on',
  'site',
  'office',
  'offices',
  'based',
  'near',
  'either',
  'both',
  'a',
  'an',
  'state',
  'county',
  'fully',
  '100',
  'area',
  'metro',
])

/** Steps over "the heart of" and, after a label, over "Hybrid –". */
function skipOpening(text: string, tokens: readonly Token[], labelled: boolean): number {
  const most = labelled ? 5 : 4
  let at = 0
  while (at < most && at < tokens.length) {
    const token = tokens[at]
    if (token && labelled && /^\d{4,6}$/.test(token.key)) {
      at++
      continue
    }
    if (!token || !OPENING.has(token.key)) break
    if (/^\p{Lu}/u.test(text.slice(token.start, token.end)) && !labelled) break
    at++
  }
  return at
}
