import { readCues } from './cues.ts'
import type { Gazetteer } from './gazetteer.ts'
import { agreed, split } from './location-text.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import {
  isCommon,
  isPlainShort,
  lineEnd,
  MOST_CUES,
  type Reading,
  readAddress,
  readPlaceLine,
  readRun,
} from './running-text.ts'
import type { Hint, Place } from './sense.ts'

/** Longer texts are read only so far. */
const LONGEST_TEXT = 60_000
/** What stands before the colon of a label. */
const LABEL =
  /(?:(?:^|\n)[ \t*•·>#–-]*(?:(?:job|work|working|office|primary|role|main|company|position|your|our|dein|ihr|unser|votre|tu|jouw)[ \t]+)?(?:locations?|address|adresse|anschrift|direcci[oó]n|headquarters|headquartered|head office|hq|based(?:[ \t]in)?|place of work|workplace|where|city|duty station|standort|arbeitsort|einsatzort|dienstsitz|ort|lieu(?: de travail)?|localisation|ubicaci[oó]n|localidad|lugar de trabajo|locatie|plaats|standplaats|sede|miejsce pracy|lokalizacja|local de trabalho|localiza[cç][aã]o)|\b(?:office |job )?locations?(?: options)?)[ \t]*(?:\([^)\n]{0,30}\))?[ \t]*\*{0,2}$/i

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
    if (text.slice(from, to).replace(/[*\s]/g, '') === '') {
      const place = readPlaceLine(text, to, gazetteer, hint)
      if (place?.city) return { place, strength: 0.86 }
      if (place) region ??= { place, strength: 0.86 }
      continue
    }
    const regions: Place[] = []
    for (const part of split(text, from, to, /;|\||\bor\b|\boder\b|\bou\b/g)) {
      const place = readRun(text, part.start, part.end, gazetteer, hint, true)
      if (!place) continue
      if (place.city !== null) return { place, strength: 0.88 }
      regions.push(place)
    }
    const address = regions.length === 0 ? readAddress(text, from, to, gazetteer, hint) : null
    if (address) return { place: address, strength: 0.8 }
    const place = agreed(regions)
    if (place) region ??= { place, strength: 0.88 }
  }
  return readHeadings(text, gazetteer, hint) ?? region
}

const NAME_OF_HEADING =
  /[ \t*#•>–-]{0,6}(?:(?:job|work|office)[ \t]+)?(?:locations?|where|standort|arbeitsort|einsatzort|lieu|localisation|ubicaci[oó]n|locatie|standplaats)[ \t*]{0,4}(?=\n)/
const HEADING = new RegExp(`\\n${NAME_OF_HEADING.source}`, 'gi')
const FIRST_HEADING = new RegExp(NAME_OF_HEADING.source, 'iy')

/** The line below a heading such as "Location". */
function readHeadings(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
  FIRST_HEADING.lastIndex = 0
  const opening = FIRST_HEADING.exec(text)
  const first = opening ? readPlaceLine(text, opening[0].length, gazetteer, hint) : null
  if (first?.city) return { place: first, strength: 0.84 }
  let seen = 0
  for (const match of text.matchAll(HEADING)) {
    if (++seen > 8) break
    const place = readPlaceLine(text, match.index + match[0].length, gazetteer, hint)
    if (place?.city) return { place, strength: 0.84 }
  }
  return null
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

function startsWithName(text: string, segment: Segment | undefined): boolean {
  const piece = segment?.pieces[0]
  if (!segment || !piece) return false
  return (
    text.slice(segment.start, piece.start).trim() === '' && text.slice(piece.start, piece.end).length >= 5
  )
}
