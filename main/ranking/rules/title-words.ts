import { folded } from '../../postings/rules/clean-text.ts'
import { HEADS, IGNORED, LIGHT, OF_SOFTWARE, RELATED, SYNONYMS } from './title-tables.ts'

/** Titles as sets of concepts, by the tables. */

const CONCEPTS = new Map<string, readonly string[]>()
/** First words of spellings of several words, with the longest such spelling in words. */
const PHRASE_STARTS = new Map<string, number>()

for (const line of SYNONYMS.trim().split('\n')) {
  const [concepts = '', spellings = ''] = line.trim().split(': ')
  for (const spelling of spellings.split(', ')) {
    CONCEPTS.set(spelling, concepts.split(' '))
    const words = spelling.split(' ')
    const start = words[0] ?? ''
    if (words.length > 1) PHRASE_STARTS.set(start, Math.max(words.length, PHRASE_STARTS.get(start) ?? 0))
  }
}

const NEAR = new Map<string, readonly (readonly [string, number])[]>()
for (const [a, b, share] of RELATED) {
  NEAR.set(a, [...(NEAR.get(a) ?? []), [b, share]])
  NEAR.set(b, [...(NEAR.get(b) ?? []), [a, share]])
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*[+#]*/gu
const ASCII_WORDS = /[a-z0-9]+[+#]*/g
const ASCII_ONLY = /^\p{ASCII}*$/u
const NUMBER = /^\d+k?$/
/** Where one part of a title ends and the next begins; a dash only with space around it. */
const PARTS = /[|,;:(){}[\]/&•@–—]|\s-+\s|\s(?:at|for|with|in|to|and|or)\s/

/** A title as concepts. */
export interface TitleConcepts {
  /** In order of appearance, each with the words that gave it. */
  words: ReadonlyMap<string, string>
  /** Concepts that only say of what somebody is a manager, trainer or the like; by the concept of that. */
  under: ReadonlyMap<string, string>
  /** True when "software" is not written but meant by a speciality. */
  impliesSoftware: boolean
}

/** Reads the concepts of a title; levels, joining words and numbers are left out. */
export function titleConcepts(title: string): TitleConcepts {
  const text = folded(title.length > 300 ? title.slice(0, 300) : title)
  const found = new Map<string, string>()
  const under = new Map<string, string>()
  for (const part of text.split(PARTS)) readPart(part, found, under)
  return { words: found, under, impliesSoftware: addSoftware(found) }
}

function readPart(part: string, found: Map<string, string>, under: Map<string, string>): void {
  const words = part.match(ASCII_ONLY.test(part) ? ASCII_WORDS : WORDS) ?? []
  const order: string[] = []
  let head: string | null = null
  let headed = 0
  for (let index = 0; index < words.length; ) {
    const from = order.length
    // "Director of engineering": the head stands in front.
    if (words[index] === 'of' && head !== null) headed = Number.POSITIVE_INFINITY
    index += takeWords(words, index, found, order)
    const last = order.at(-1)
    if (order.length > from && last !== undefined && HEADS.has(last) && headed < Number.POSITIVE_INFINITY) {
      head = last
      headed = from
    }
  }
  if (head === null) return
  for (let index = 0; index < order.length && index < headed; index++) {
    const concept = order[index] ?? ''
    if (concept !== head) under.set(concept, head)
  }
}

function addSoftware(found: Map<string, string>): boolean {
  const engineer = found.get('engineer')
  if (engineer === undefined || found.has('software')) return false
  for (const concept of found.keys()) {
    if (!OF_SOFTWARE.has(concept)) continue
    found.set('software', engineer)
    return true
  }
  return false
}

/** Notes the concepts of the longest spelling at `index` and answers how many words it took. */
function takeWords(
  words: readonly string[],
  index: number,
  found: Map<string, string>,
  order: string[],
): number {
  const word = words[index] ?? ''
  for (let length = PHRASE_STARTS.get(word) ?? 1; length > 1; length--) {
    if (index + length > words.length) continue
    const phrase = words.slice(index, index + length).join(' ')
    const concepts = CONCEPTS.get(phrase)
    if (concepts === undefined) continue
    note(concepts, phrase, found, order)
    return length
  }
  if (!IGNORED.has(word) && !NUMBER.test(word)) {
    note(CONCEPTS.get(word) ?? CONCEPTS.get(singular(word)) ?? [singular(word)], word, found, order)
  }
  return 1
}

function note(concepts: readonly string[], words: string, found: Map<string, string>, order: string[]): void {
  for (const concept of concepts) {
    order.push(concept)
    if (!found.has(concept)) found.set(concept, words)
  }
}

/** Whether a concept is a speciality or language of software work. */
export function isSpeciality(concept: string): boolean {
  return OF_SOFTWARE.has(concept)
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/** A concept and those that are near it. */
export function conceptsNear(concept: string): string[] {
  return [concept, ...(NEAR.get(concept) ?? []).map(([near]) => near)]
}

/** How much a concept counts in a title. */
export function conceptWeight(concept: string): number {
  return LIGHT.get(concept) ?? 1
}

/** How much of a wanted concept a title holds, 0–1: itself, or the nearest related one. */
export function conceptFound(concept: string, title: ReadonlyMap<string, string>): number {
  if (title.has(concept)) return 1
  let best = 0
  for (const [near, share] of NEAR.get(concept) ?? []) if (share > best && title.has(near)) best = share
  return best
}
