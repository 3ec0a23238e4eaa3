import { companyCore } from './company-core.ts'
import { textBand } from './text-mark.ts'
import { titleParts } from './title-parts.ts'

/**
 * Numbers under which postings are kept, so that a new one finds those that could be the same without looking at others.
 * 53 bits, which JavaScript and SQLite both hold exactly: 24 of the company, one for the kind, and 28 of either the title
 * (15) with the place (13), or the text. Postings of one company lie side by side in the index.
 */
export interface Blocks {
  /** Company, title and place. */
  opening: number
  /** Company and text; null without a text to speak of. */
  text: number | null
}

const PLACE = 2 ** 13
const KIND = 2 ** 28

/** FNV-1a, well mixed. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** The blocks of a posting by its opening key ("company|title|place") and the mark of its text; `known`: the core of its title, if it is at hand. */
export function blocksOf(
  openingKey: string,
  mark: Uint8Array | null,
  known: readonly string[] | null = null,
): Blocks {
  const [company = '', title = '', place = ''] = openingKey.split('|')
  const own = (hash(companyCore(company)) >>> 8) * 2 * KIND
  const core = known ?? titleParts(title, company, place).core
  const work = core.length === 0 ? title : core.join(' ')
  return {
    opening: own + (hash(work) >>> 17) * PLACE + (hash(place) >>> 19),
    text: mark === null ? null : own + KIND + textBand(mark),
  }
}

/** The blocks of the same company and title in any place: from the first number up to and without the second. */
export function sameTitle(opening: number): readonly [from: number, to: number] {
  const from = opening - (opening % PLACE)
  return [from, from + PLACE]
}

/** How many postings of each block are looked at: of the opening, of the title in any place, of the text. */
export const MOST = { opening: 20, title: 30, text: 20 } as const
