import type { Gazetteer } from './gazetteer.ts'
import { readSegment } from './pieces.ts'
import { resolveGroup } from './resolve-group.ts'
import { isCommon, lineEnd, MOST_CUES, type Reading, readRun } from './running-text.ts'
import type { Hint, Place } from './sense.ts'

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

/** The surest place after or before a cue word: "based in Berlin", "our Berlin office". */
export function readCues(text: string, gazetteer: Gazetteer, hint: Hint): Reading | null {
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
