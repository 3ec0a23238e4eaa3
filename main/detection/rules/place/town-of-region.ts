import { allMatches } from '../text.ts'
import { keyOf } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { lineEnd, MOST_CUES, type Reading, readRun } from './running-text.ts'
import type { Hint, Place } from './sense.ts'

const BEFORE_NAME = /[ \t](?:in|at|near)[ \t]+(?=[A-Z\u00c0-\u00de])/g
/** Towns of others and of the past: "our customers in", "founded in", "headquarters in". */
const NOT_HERE =
  /\b(?:customers?|clients?|students?|patients?|founded|established|started|born|headquarter(?:s|ed)|hq|offices|stores|clinics|hospitals|sites|schools|homes|branches|depots|locations|people|families|live|resid(?:e|es|ing|ents?)|universit\w+|college|conferences?|events?)(?: \w+)?$/i
/** Countries whose provinces are so large that the county or shire must be the same by name. */
const COARSE = new Set(['GB', 'IE'])
const MOST_TEXT = 8_000
const STRENGTH = 0.62

/**
 * The town of a posting whose location text names only a county, state or province: the first one that the
 * description names together with that region, as in "our depot in Mallow, Co. Cork". Null when there is none.
 */
export function readTownOf(
  region: Place,
  location: string,
  text: string,
  gazetteer: Gazetteer,
  hint: Hint,
): Reading | null {
  if (region.province === null) return null
  const top = text.slice(0, MOST_TEXT)
  let seen = 0
  for (const match of allMatches(BEFORE_NAME, top)) {
    if (++seen > MOST_CUES) break
    const from = match.index + match[0].length
    const place = readRun(top, from, lineEnd(top, from, 90), gazetteer, hint, false)
    if (place?.city == null || place.province !== region.province || place.country !== region.country)
      continue
    const proof = place.provinceProof
    if (proof === null || proof.derived) continue
    if (NOT_HERE.test(top.slice(Math.max(0, match.index - 40), match.index))) continue
    const named = keyOf(top.slice(proof.start, proof.end))
    if (COARSE.has(region.country ?? '') && !keyOf(location).includes(named)) continue
    return { place, strength: STRENGTH }
  }
  return null
}
