import { folded } from '../../postings/rules/clean-text.ts'
import { normaliseCompany } from '../../postings/rules/normalise.ts'

/** Which of several companies is the one that was looked for. */

export interface NamedCompany {
  name: string
  /** Its own site as a host or an address; null when unknown. */
  site: string | null
}

export interface Candidate extends NamedCompany {
  /** How well known it is, such as its number of reviews; decides between equals. */
  weight?: number | null
}

/** Names below this are different companies. */
export const SAME_COMPANY = 0.8
/** Of two that are alike, one has to be so many times better known. */
const FAR_BETTER_KNOWN = 10

/** Words that many names share, and that a company leaves out as it likes. */
const COMMON = new Set(
  `technologies technology tech solutions systems software services service international global worldwide labs lab
  consulting digital media studio studios ventures partners group holdings industries enterprises com io ai app hq
  usa us uk europe emea deutschland germany france the of and`.split(/\s+/),
)
/** What a missing or added common word costs. */
const COMMON_COST = 0.06
/** The same name at another site is often, but not surely, the same company. */
const OTHER_SITE_COST = 0.15

/**
 * How alike two company names are, 0–1: 1 for names that differ in legal form, case or accents only. A word that only
 * one of them has makes them different ("Delta", "Delta Dental"), a common one ("Technologies") hardly.
 */
export function nameSimilarity(first: string, second: string): number {
  const a = normaliseCompany(first)
  const b = normaliseCompany(second)
  if (a === '' || b === '') return 0
  if (a === b) return 1
  if (squeezed(a) === squeezed(b)) return 0.98
  const [ownA, commonA] = split(a)
  const [ownB, commonB] = split(b)
  // Names of common words only ("Software Group") have to be equal.
  if (ownA.size === 0 || ownB.size === 0) return 0
  const shared = [...ownA].filter(word => ownB.has(word)).length
  // "Flight Hub" and "FlightHub Technologies".
  const joined = squeezed([...ownA].join('')) === squeezed([...ownB].join(''))
  const overlap = joined ? 1 : (2 * shared) / (ownA.size + ownB.size)
  const differing =
    [...commonA].filter(word => !commonB.has(word)).length +
    [...commonB].filter(word => !commonA.has(word)).length
  // One shared word of one and two is chance; "Marks Spencer" and "Marks and Spencer" was equal before.
  const words = Math.max(ownA.size, ownB.size)
  const all = joined || shared === words
  return Math.max(0, (all ? 1 : overlap * 0.85) - COMMON_COST * differing)
}

function split(name: string): [own: Set<string>, common: Set<string>] {
  const words = name.split(' ')
  return [new Set(words.filter(word => !COMMON.has(word))), new Set(words.filter(word => COMMON.has(word)))]
}

const squeezed = (name: string): string => folded(name).replace(/[^\p{L}\p{N}]+/gu, '')

/** The host of a site without "www."; null for none. */
function hostOf(site: string | null): string | null {
  if (site === null || site.trim() === '') return null
  const text = site.trim()
  const host = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)?.hostname.toLowerCase()
  return host === undefined || !host.includes('.') ? null : host.replace(/^www\d?\./, '')
}

/** Whether two hosts belong to one site: one is the other, or a part of it. */
function isSameSite(first: string, second: string): boolean {
  return first === second || first.endsWith(`.${second}`) || second.endsWith(`.${first}`)
}

/** How surely a candidate is the company that is looked for, 0–1. Its site decides where both are known. */
export function companyMatch(wanted: NamedCompany, candidate: NamedCompany): number {
  const likeness = nameSimilarity(wanted.name, candidate.name)
  const own = hostOf(wanted.site)
  const other = hostOf(candidate.site)
  if (own === null || other === null) return likeness
  if (isSameSite(own, other)) return Math.max(likeness, 0.95)
  return likeness - OTHER_SITE_COST
}

/**
 * The candidate that is the wanted company, or null when none surely is: below `SAME_COMPANY`, or two that are as
 * likely and about as well known.
 */
export function bestMatch<Of extends Candidate>(wanted: NamedCompany, candidates: readonly Of[]): Of | null {
  const [first, second] = candidates
    .map(candidate => ({ candidate, score: companyMatch(wanted, candidate), weight: candidate.weight ?? 0 }))
    .filter(one => one.score >= SAME_COMPANY)
    .sort((one, other) => other.score - one.score || other.weight - one.weight)
  if (first === undefined) return null
  if (second === undefined || first.score > second.score) return first.candidate
  return first.weight > 0 && first.weight >= second.weight * FAR_BETTER_KNOWN ? first.candidate : null
}
