import type { ImportedPosting } from '../../contract/imports.ts'

/** Letters and digits only, lower case: "Acme, Inc." and "ACME Inc" are one. */
const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Ids up to this length that hold only digits are row numbers as often as ids. */
const SHORT_NUMBER = /^\d{1,6}$/

/**
 * The key of a posting within its source: the source's id, else its address, else a mark of its content. A short
 * number is only a key together with company and title, for lists that people make count their rows from 1.
 */
export function sourceKey(posting: ImportedPosting): string {
  if (posting.id !== null) {
    if (!SHORT_NUMBER.test(posting.id)) return posting.id
    return `${posting.id}:${fold(posting.company)}:${fold(posting.title)}`
  }
  return posting.url ?? `content:${contentMark(posting)}`
}

/** A 106-bit mark of everything that a posting says; equal marks mean equal content. Not for secrets. */
function contentMark(posting: ImportedPosting): string {
  const text = JSON.stringify(
    posting,
    Object.keys(posting)
      .sort()
      .concat(Object.keys(posting.structured ?? {})),
  )
  return hash53(text, 0).toString(36) + hash53(text, 1).toString(36)
}

/** 53-bit string hash after cyrb53 (bryc, public domain). */
function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
