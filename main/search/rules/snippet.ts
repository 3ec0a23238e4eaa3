import type { Snippet } from '../../contract/search.ts'
import { foldInPlace, foldWord } from './fold.ts'
import type { SearchTerm } from './words.ts'

/** Letters around a hit that are shown. */
const SHOWN = 140
/** Letters of it before the first hit. */
const BEFORE = 45

const WHERE = ['title', 'company', 'place', 'description'] as const
type Where = (typeof WHERE)[number]

interface Hit {
  start: number
  end: number
}

/** The first place where a searched word stands, in the order title, company, place, description; null: nowhere. */
export function snippetOf(texts: Record<Where, string>, wanted: readonly SearchTerm[]): Snippet | null {
  for (const where of WHERE) {
    const terms = wanted.filter(({ scope }) => scope === 'any' || scope === where)
    if (terms.length === 0) continue
    const folded = foldInPlace(texts[where])
    const first = terms
      .map(term => nextHit(folded, term, 0))
      .reduce<Hit | null>((best, hit) => (hit && (!best || hit.start < best.start) ? hit : best), null)
    if (first) return { where, pieces: piecesOf(texts[where], folded, terms, first) }
  }
  return null
}

const inWord = /[\p{L}\p{N}\p{M}\p{Co}]/u

/** The letter that stands at a place, or ends there when `back`; surrogate pairs count as one. */
function letterAt(text: string, at: number, back: boolean): string {
  if (!back) return String.fromCodePoint(text.codePointAt(at) ?? 32)
  const one = text.charAt(at - 1)
  return /[\udc00-\udfff]/.test(one) ? text.slice(at - 2, at) : one
}

/** The next place at or after `from` where a term stands as whole words, or begins one when it is being typed. */
function nextHit(folded: string, { tokens, prefix }: SearchTerm, from: number): Hit | null {
  const words = tokens.map(foldWord)
  const first = words[0]
  if (first === undefined || first === '') return null
  for (let start = folded.indexOf(first, from); start >= 0; start = folded.indexOf(first, start + 1)) {
    if (start > 0 && inWord.test(letterAt(folded, start, true))) continue
    const end = phraseEnd(folded, words, start)
    if (end === null) continue
    const stop = wordEnd(folded, end)
    if (prefix || stop === end) return { start, end: prefix ? end : stop }
  }
  return null
}

/** Where a word that is read up to `at` ends. */
function wordEnd(folded: string, at: number): number {
  let end = at
  while (end < folded.length) {
    const letter = letterAt(folded, end, false)
    if (!inWord.test(letter)) break
    end += letter.length
  }
  return end
}

/** The end of a phrase that begins at `start`; null when it does not stand there. */
function phraseEnd(folded: string, words: readonly string[], start: number): number | null {
  let at = start
  for (const [index, word] of words.entries()) {
    if (index > 0) {
      const gap = at
      while (at < folded.length && !inWord.test(letterAt(folded, at, false))) at += 1
      if (at === gap) return null
    }
    if (!folded.startsWith(word, at)) return null
    at += word.length
  }
  return at
}

/** All hits within a window, in their order, none over another. */
function hitsWithin(folded: string, terms: readonly SearchTerm[], from: number, to: number): Hit[] {
  const hits: Hit[] = []
  for (const term of terms)
    for (
      let hit = nextHit(folded, term, from);
      hit && hit.end <= to;
      hit = nextHit(folded, term, Math.max(hit.end, hit.start + 1))
    )
      hits.push(hit)
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  return hits.filter((hit, index) => hits.slice(0, index).every(other => other.end <= hit.start))
}

function piecesOf(text: string, folded: string, terms: readonly SearchTerm[], first: Hit): Snippet['pieces'] {
  const from = text.length <= SHOWN ? 0 : beginningNear(text, Math.max(0, first.start - BEFORE), first.start)
  const to = text.length - from <= SHOWN ? text.length : endNear(text, from + SHOWN, first.end)
  const pieces: Snippet['pieces'] = []
  const add = (start: number, end: number, hit: boolean) => {
    const plain = text.slice(start, end).replace(/\s+/g, ' ')
    if (plain !== '') pieces.push({ text: plain, hit })
  }
  let at = from
  for (const hit of hitsWithin(folded, terms, from, to)) {
    add(at, hit.start, false)
    add(hit.start, hit.end, true)
    at = hit.end
  }
  add(at, to, false)
  if (from > 0) pieces.unshift({ text: '…', hit: false })
  if (to < text.length) pieces.push({ text: '…', hit: false })
  return pieces
}

/** The beginning of a word at or after `at`, but not past the hit. */
function beginningNear(text: string, at: number, hit: number): number {
  if (at === 0) return 0
  const space = text.slice(at - 1, hit).search(/\s/)
  return space < 0 ? hit : Math.min(hit, at + space)
}

/** The end of a word at or before `at`, but not within the hit, which ends at `hit`. */
function endNear(text: string, at: number, hit: number): number {
  if (at <= hit) return hit
  const space = text.slice(hit, at + 1).search(/\s\S*$/)
  if (space >= 0) return hit + space
  // One long run of signs: cut in it, but not through a pair.
  return /[\ud800-\udbff]$/.test(text.slice(0, at)) ? at - 1 : at
}
