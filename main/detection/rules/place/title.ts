import { isWellKnown } from './first-line.ts'
import { tokenise } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { split } from './location-text.ts'
import { readSegment, type Segment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import { isCommon, isPlainShort, type Reading, readRun } from './running-text.ts'
import type { Hint, Place } from './sense.ts'

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
    } else if (segments.length > 1) {
      const place = readLastWords(text, segments.at(-1), gazetteer, hint)
      if (place) return { place, strength: 0.66 }
    }
  }
  return readInside(text, gazetteer, hint) ?? region
}

/** "Backend Engineer, Paris": a well-known town behind the last comma. */
function readLastWords(
  text: string,
  last: Segment | undefined,
  gazetteer: Gazetteer,
  hint: Hint,
): Place | null {
  const only = last?.pieces.length === 1 ? last.pieces[0] : undefined
  if (!last || !only?.whole || only.short || only.weak) return null
  const place = resolveGroup(text, [last], gazetteer, hint, false)
  return place?.city && !isCommon(text, place) && isWellKnown(place, gazetteer) ? place : null
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
