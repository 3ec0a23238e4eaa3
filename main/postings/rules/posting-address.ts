import { titleParts } from './title-parts.ts'

/**
 * Compares two addresses from `canonicalUrl`. `same`: one posting; `other`: two postings of one site; `open`: they say
 * nothing of each other.
 */
export function addressesMeet(
  a: string | null,
  titleA: string,
  b: string | null,
  titleB: string,
): 'same' | 'other' | 'open' {
  if (a === null || b === null) return 'open'
  if (a === b) return namesOnePosting(a) && titlesMeet(titleA, titleB) ? 'same' : 'open'
  return siteOf(a) === siteOf(b) && namesOnePosting(a) && namesOnePosting(b) ? 'other' : 'open'
}

const siteOf = (address: string): string => address.slice(0, address.indexOf('/', 'https://'.length))

/** A page of one posting has a number or an id in its address, or a speaking last part of several words. */
function namesOnePosting(address: string): boolean {
  const path = address.slice(address.indexOf('/', 'https://'.length) + 1)
  return (
    /\d{3}/.test(path) ||
    /[^/]*[a-z]+(?:-[a-z]+){2,}[^/]*$/i.test(path) ||
    /(?=\w*\d)(?=\w*[a-z])\w{8,}/i.test(path)
  )
}

/** Whether an address holds an id, which pages of a company or a year do not. */
export const holdsId = (address: string): boolean => /\d{5}|[\da-f]{8}-[\da-f]{4}-/i.test(address)

// Shared by titles of different jobs, beside levels and seasons.
const COMMON_WORDS = new Set(['uk', 'us', 'usa', 'new', 'student'])

/** One id is sometimes used for two jobs: half of the telling words of the shorter title stand in the other one too. */
function titlesMeet(a: string, b: string): boolean {
  if (a === b) return true
  const first = tellingWords(a)
  const second = tellingWords(b)
  if (first.size === 0 || second.size === 0) return true
  const shared = [...first].filter(word => second.has(word)).length
  return shared * 2 >= Math.min(first.size, second.size)
}

function tellingWords(title: string): Set<string> {
  const words = titleParts(title).core.filter(word => !COMMON_WORDS.has(word) && !/^\d+$/.test(word))
  return new Set(words.map(word => word.replace(/(?:ing|er|or|s)$/, '')))
}
