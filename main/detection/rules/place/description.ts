import { type Token, tokenise } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { agreed, split } from './location-text.ts'
import { readSegment, type Segment } from './pieces.ts'
import { type Hint, type Place, resolveGroup } from './resolve-group.ts'
import { COMMON, NEVER_ALONE } from './words.ts'

/** A place read in running text; `strength` 0–1 says how surely the words speak of the office. */
export interface Reading {
  place: Place
  strength: number
}

/** Longer texts are read only so far. */
const LONGEST_TEXT = 60_000
/** Cues looked at in one text, at most. */
const MOST_CUES = 60

/** What stands before the colon of a label. */
const LABEL =
  /(?:(?:^|\n)[ \t*•·>#–-]*(?:(?:job|work|working|office|primary|role|main|company|position|your)[ \t]+)?(?:locations?|headquarters|headquartered|head office|hq|based(?:[ \t]in)?|place of work|workplace|where|city|duty station|standort|arbeitsort|einsatzort|dienstsitz|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|localidad|lugar de trabajo|locatie|plaats|standplaats|sede|miejsce pracy|lokalizacja|local de trabalho|localiza[cç][aã]o)|\b(?:office |job )?locations?(?: options)?)[ \t]*(?:\([^)\n]{0,30}\))?[ \t]*\*{0,2}$/i

/** A small word of place before a capital; the cue word stands before it. */
const PREPOSITION =
  /[ \t](?:in|at|near|out of|from|to|within|around)[ \t]+(?=['(A-Z\u00c0-\u00de\u0100-\u024f]|the |our |downtown |central |sunny |beautiful )/g

/** The cue at the end of the words before such a small word. */
const CUE =
  /\b(based|located|situated|headquartered|headquarters|hq|offices?|position|role|opportunity|job|vacancy|onsite|on-site|hub|studio|facility|plant|site|warehouse|depot|store|shop|clinic|hospital|campus|lab|laboratory|branch|premises|relocate|commutable|reside|residing|live|living|work|working|client|company|startup|start-up|agency|team|us|developer|engineer|manager|hiring|recruiting|expanding|candidates?|applicants?|remote|remotely|hybrid|residents?)(?:[ \t]+(?:is|are|be|currently|primarily|centrally|conveniently|anywhere|full[ -]time|remotely|available)){0,2}$/i

/** Words after the name of a place that make it an office: "our Berlin office", "a London-based team". */
const OFFICE = /[ -](?:based|offices?|headquarters|HQ|campus|studio)\b/g
const NAME_BEFORE =
  /(?:^|[\s(,"“])((?:\p{Lu}[\p{L}.'’]+|NYC|SF|UK|US)(?:[ -]\p{Lu}[\p{L}.'’]+){0,3})(?:,[ \t](?:[A-Z]{2}|UK|USA))?$/u

const STRENGTH: Record<string, number> = {
  based: 0.75,
  located: 0.75,
  situated: 0.75,
  headquartered: 0.7,
  headquarters: 0.7,
  hq: 0.7,
  office: 0.72,
  offices: 0.66,
  position: 0.65,
  role: 0.65,
  opportunity: 0.6,
  job: 0.62,
  vacancy: 0.62,
  onsite: 0.72,
  'on-site': 0.72,
}
const OTHER = 0.5
/** Cues of a place where a person must live or be, which are good for a country. */
const LIVING = new Set([
  'reside',
  'residing',
  'live',
  'living',
  'candidate',
  'candidates',
  'applicant',
  'applicants',
  'resident',
  'residents',
  'remote',
  'remotely',
  'hybrid',
])
/** Cues whose owner may be somebody else's office; only a city from them, and only as the last resort. */
const WEAK = new Set([
  'client',
  'company',
  'startup',
  'start-up',
  'agency',
  'team',
  'us',
  'developer',
  'engineer',
  'manager',
  'work',
  'working',
  'shop',
  'store',
  'branch',
  'hospital',
  'site',
])

/** The place a description speaks of, the surest first reading; null when none is clear. */
export function readDescription(description: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const text = (
    description.length > LONGEST_TEXT ? description.slice(0, LONGEST_TEXT) : description
  ).replaceAll('：', ':')
  const labelled = readLabels(text, gazetteer, hint)
  if (labelled?.place.city) return labelled
  const header = readHeader(text, gazetteer, hint)
  if (header?.place.city) return header
  const cued = readCues(text, gazetteer, hint)
  if (labelled && cued?.place.country === labelled.place.country)
    return cued.strength >= 0.6 ? cued : labelled
  if (labelled) return labelled
  if (header) return cued && cued.place.country === header.place.country ? cued : header
  return cued
}

function readLabels(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  let region: Reading | null = null
  let seen = 0
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (!LABEL.test(text.slice(Math.max(0, colon - 60), colon))) continue
    if (++seen > MOST_CUES) break
    const from = colon + 1
    const to = lineEnd(text, from, 160)
    const regions: Place[] = []
    for (const part of split(text, from, to, /;|\||\bor\b|\boder\b|\bou\b/g)) {
      const place = readRun(text, part.start, part.end, gazetteer, hint, true)
      if (!place) continue
      if (place.city !== null) return { place, strength: 0.88 }
      regions.push(place)
    }
    const place = agreed(regions)
    if (place) region ??= { place, strength: 0.88 }
  }
  return region
}

function lineEnd(text: string, from: number, most: number): number {
  const end = text.indexOf('\n', from)
  return Math.min(end === -1 ? text.length : end, from + most, text.length)
}

const HEADER_PARTS = /\||\s[-–—]+\s|\s--\s|>>|[☆★•·‧]|\s\/\/\s|::|\n/g

/** "Company | Role | Place | ONSITE": a first line in parts, one of which is wholly a place. */
function readHeader(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const from = text.search(/\S/)
  if (from === -1) return null
  const first = lineEnd(text, from, 400)
  const head = text.slice(from, first)
  const parts = split(text, from, first, HEADER_PARTS)
  if (parts.length < 2 && head.length > 120) return null
  let region: Reading | null = null
  for (const [order, part] of parts.entries()) {
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
    const place = resolveGroup(text, understood, gazetteer, hint, false)
    if (!place) continue
    const partnered = understood.flatMap(segment => segment.pieces).length > 1
    if (!partnered && (order === 0 || parts.length < 2)) continue
    if (!partnered && isCommon(text, place)) continue
    if (
      place.city === null &&
      understood.every(segment => segment.pieces.every(piece => piece.short && !isPlainShort(text, piece)))
    )
      continue
    const reading = { place, strength: clean ? 0.82 : 0.68 }
    if (place.city !== null) return reading
    region ??= reading
  }
  return readBrackets(text, from, first, gazetteer, hint) ?? region
}

/** "Acme (San Francisco, CA)" in a first line. */
function readBrackets(
  text: string,
  from: number,
  to: number,
  gazetteer: Gazetteer,
  hint: Hint,
): Reading | null {
  for (const match of text.slice(from, to).matchAll(/\(([^()\n]{3,60})\)/g)) {
    const start = from + match.index + 1
    const segments = split(text, start, start + (match[1] ?? '').length, /,|\//g).map(part =>
      readSegment(text, part.start, part.end, gazetteer, true),
    )
    if (segments.some(segment => segment.unknown !== null || segment.pieces.some(piece => !piece.whole)))
      continue
    const place = resolveGroup(text, segments, gazetteer, hint, false)
    if (place?.city && !isCommon(text, place)) return { place, strength: 0.7 }
  }
  return null
}

const isPlainShort = (text: string, piece: { start: number; end: number }) =>
  /^(?:US|USA|UK|UAE|U\.S\.|U\.K\.|U\.S\.A\.)$/.test(text.slice(piece.start, piece.end))

function startsWithName(text: string, segment: Segment | undefined): boolean {
  const piece = segment?.pieces[0]
  if (!segment || !piece) return false
  return (
    text.slice(segment.start, piece.start).trim() === '' && text.slice(piece.start, piece.end).length >= 5
  )
}

function isCommon(text: string, place: Place): boolean {
  const at = place.cityProof
  if (!at) return false
  const tokens = tokenise(text, at.start, at.end)
  return tokens.length === 1 && (COMMON.has(tokens[0]?.key ?? '') || NEVER_ALONE.has(tokens[0]?.key ?? ''))
}

function readCues(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  let best: Reading | null = null
  let seen = 0
  const offer = (place: Place | null, strength: number) => {
    if (!place) return
    const value = strength - (place.city === null ? 0.12 : 0)
    const held = best ? best.strength - (best.place.city === null ? 0.12 : 0) : 0
    if (value > held) best = { place, strength }
  }
  for (const match of text.matchAll(PREPOSITION)) {
    const cue = CUE.exec(text.slice(Math.max(0, match.index - 36), match.index))
    if (!cue) continue
    if (++seen > MOST_CUES) break
    const word = (cue[1] ?? '').toLowerCase()
    const from = match.index + match[0].length
    const to = lineEnd(text, from, 90)
    const place = readRun(text, from, to, gazetteer, hint, false)
    if (!place) continue
    if (place.city !== null && LIVING.has(word)) continue
    if (WEAK.has(word) && place.city === null) continue
    offer(place, STRENGTH[word] ?? (LIVING.has(word) ? 0.6 : OTHER))
  }
  seen = 0
  for (const match of text.matchAll(OFFICE)) {
    const from = Math.max(0, match.index - 60)
    const named = NAME_BEFORE.exec(text.slice(from, match.index))
    if (!named) continue
    if (++seen > MOST_CUES) break
    const name = named[1] ?? ''
    const start = from + named.index + named[0].indexOf(name)
    for (let skip = 0; skip < name.length; ) {
      const place = readWhole(text, start + skip, start + name.length, gazetteer, hint)
      if (place) {
        offer(place, 0.64)
        break
      }
      const next = name.slice(skip).search(/[ -]/)
      if (next === -1) break
      skip += next + 1
    }
  }
  return best
}

function readWhole(text: string, start: number, end: number, gazetteer: Gazetteer, hint: Hint): Place | null {
  const segment = readSegment(text, start, end, gazetteer, true)
  const only = segment.pieces[0]
  if (segment.pieces.length !== 1 || !only?.whole || only.start !== start) return null
  const place = resolveGroup(text, [segment], gazetteer, hint, false)
  return place && !isCommon(text, place) ? place : null
}

/** Reads a place that begins at `from`: a name, and further names joined by commas, brackets or blanks. */
function readRun(
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
    let taken = 0
    for (let n = Math.min(6, tokens.length - at); n > 0; n--) {
      const end = tokens[at + n - 1]
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
  if (segments.length === 1 && first?.short && !isPlainShort(text, first)) return null
  const place = resolveGroup(text, segments, gazetteer, hint, false)
  if (!place) return null
  if (!labelled && segments.length === 1 && isCommon(text, place)) return null
  return place
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

/** A place in a title: after a dash or in brackets, before its country, after "in", or as first or last words. */
export function readTitle(title: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const text = title.length > 300 ? title.slice(0, 300) : title
  const parts = split(text, 0, text.length, /\||\s[-–—~@]+\s|\(|\)|\[|\]|:\s|\s\/\s|[–—]/g)
  let region: Reading | null = null
  for (const [order, part] of parts.entries()) {
    const segments = split(text, part.start, part.end, /,/g).map(piece =>
      readSegment(text, piece.start, piece.end, gazetteer, true),
    )
    const pieces = segments.flatMap(segment => segment.pieces)
    if (pieces.length === 0) continue
    const clean = segments.every(
      segment => segment.unknown === null && segment.pieces.every(piece => piece.whole),
    )
    if (clean && (order > 0 || pieces.length > 1)) {
      if (pieces.every(piece => piece.short && !isPlainShort(text, piece))) continue
      const place = resolveGroup(text, segments, gazetteer, hint, false)
      if (!place || (pieces.length === 1 && isCommon(text, place))) continue
      const reading = { place, strength: 0.75 }
      if (place.city !== null) return reading
      region ??= reading
    }
  }
  return readInside(text, gazetteer, hint) ?? region
}

/** Towns that firms and products are named after, so that a title beginning with them names no place. */
const MAKERS = new Set(
  'phoenix charlotte oxford cambridge boston princeton berkeley stanford columbia cornell cleveland austin madison denver dallas houston london paris milano florence vienna geneva zurich basel york chelsea brighton bristol norwich plymouth windsor chester chicago berlin athena aspen savannah sheffield nottingham manchester birmingham liverpool leeds'.split(
    ' ',
  ),
)

function readInside(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  const tokens = tokenise(text, 0, text.length, 40)
  for (const [index, token] of tokens.entries()) {
    const place = readRun(text, token.start, text.length, gazetteer, hint, true)
    if (!place?.city || !place.cityProof) continue
    if (place.cityProof.start !== token.start) continue
    const end = place.cityProof.end
    const partnered =
      (place.countryProof && !place.countryProof.derived) ||
      (place.provinceProof && !place.provinceProof.derived)
    if (partnered) return { place, strength: 0.74 }
    if (isCommon(text, place) || place.country === null) continue
    const before = tokens[index - 1]?.key
    if (before === 'in' || before === 'at' || before === 'near') return { place, strength: 0.72 }
    const name = text.slice(token.start, end)
    const edge = (index === 0 && !MAKERS.has(token.key)) || (index > 0 && end === tokens.at(-1)?.end)
    if (edge && name.length >= 6 && place.province !== null) return { place, strength: 0.6 }
  }
  return null
}
