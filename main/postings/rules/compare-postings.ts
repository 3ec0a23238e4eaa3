import type { JobType, RemoteOption, SeniorityLevel } from '../../contract/values.ts'
import { companyCore } from './company-core.ts'
import { compareYearlyPay } from './pay.ts'
import { KNOWN_CITIES } from './place-names.ts'
import { type PlacesMeet, placesMeet } from './places-meet.ts'
import { addressesMeet, holdsId } from './posting-address.ts'
import { containment, namesItsTitle, runsOf, similarity } from './text-mark.ts'
import { meet, sameWork, type TitleParts, titleParts } from './title-parts.ts'

/** What de-duplication compares of a posting. */
export interface PostingIdentity {
  /** Id of the source. */
  source: string | number
  /** The id that the source gave the posting, unique within it; null when it gives none. */
  source_key: string | null
  /** Who published it, where a source gathers from several. */
  publisher?: string | null
  /** Hash of the posting's content, as stored with the raw posting. */
  content_hash: string
  /** From `openingKey`: company, title and place. */
  opening_key: string
  /** From `canonicalUrl`. */
  canonical_url: string | null
  seniority_level: SeniorityLevel | null
  /** Yearly whole numbers in `compensation_currency`. */
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
  job_type?: JobType | null
  remote_options?: RemoteOption | null
  /** ISO 8601; null when the source gives no date. */
  posted_at?: string | null
  /** From `textMark`; null without a text. */
  text?: Uint8Array | null
}

/**
 * `same`: one opening; `apart`: two openings of one kind of work, which speaks against everything that either is joined
 * with; `unsure`: too little in common to say.
 */
export interface Comparison {
  verdict: 'same' | 'apart' | 'unsure'
  /** In plain words. */
  reasons: string[]
  /** How sure `same` is: 3 by the address, 1 to 2 by names with text or address, less by the text alone. 0 otherwise. */
  strength: number
}

/** Openings with one title return each season; a posting half a year younger is the next one. */
const SAME_SEASON_DAYS = 180
/** Postings that leave the season out are of the one that is hired for at that time. */
const SAME_CALL_DAYS = 60
/** Runs of three words; shorter texts are cut off by boards or hold nothing but a greeting. */
const SPEAKING_TEXT = 60
/** A text that is this much the other's carries what names alone do not. */
const NEARLY_EQUAL = 0.85
const EQUAL = 0.985
/** Texts of one opening share more than this even when a board cuts or edits them. */
const UNLIKE = 0.3

const apart = (reason: string): Comparison => ({ verdict: 'apart', reasons: [reason], strength: 0 })
const unsure = (...reasons: string[]): Comparison => ({ verdict: 'unsure', reasons, strength: 0 })

/** Whether one publisher lists both side by side, as two postings. */
export const areSiblings = (a: PostingIdentity, b: PostingIdentity): boolean =>
  a.source === b.source &&
  (a.publisher ?? null) === (b.publisher ?? null) &&
  a.source_key !== null &&
  b.source_key !== null &&
  a.source_key !== b.source_key

/**
 * Compares two postings; the same in either order. In doubt they stay apart: a wrong merge hides a job. `ownAddress` is
 * false where several postings are known to share the address of the first: it is evidence then, but no proof.
 */
export function comparePostings(a: PostingIdentity, b: PostingIdentity, ownAddress = true): Comparison {
  const [companyA = '', titleA = '', placeA = ''] = a.opening_key.split('|')
  const [companyB = '', titleB = '', placeB = ''] = b.opening_key.split('|')
  const addresses = addressesMeet(a.canonical_url, titleA, b.canonical_url, titleB)
  const oneAddress = addresses === 'same' && ownAddress && !areSiblings(a, b)
  // A page may list several roles: its address says who is right only where the work is the same.
  if (oneAddress && sameWork(a.opening_key, b.opening_key))
    return { verdict: 'same', reasons: ['same address of the posting'], strength: 3 }
  if (companyCore(companyA) !== companyCore(companyB)) return unsure()
  const missing = missingPart(companyA, titleA) ?? missingPart(companyB, titleB)
  if (missing !== null) return unsure(`${missing} is not stated, so it stays apart`)

  const one = titleParts(titleA, companyA, placeA)
  const other = titleParts(titleB, companyB, placeB)
  const texts = compareTexts(a.text ?? null, b.text ?? null)
  const stand = titlesStand(one, other, texts)
  const cut = oneAddress && holdsId(a.canonical_url ?? '') && isWithin(one, other)
  const titles = stand === 'other' && cut ? 'cut' : stand
  if (titles === 'other') return unsure('another title, so it stays apart')
  const places = placesMeet(placeA, placeB, city => KNOWN_CITIES.get(city) ?? '')
  // The words that a board leaves out may be those that say the employment type: "Nurse (Maternity Cover)".
  const [first, second] = titles === 'cut' ? [{ ...a, job_type: null }, b] : [a, b]
  const against = contradiction(first, second, one, other, places, texts)
  if (against !== null) return titles === 'new_title' || titles === 'cut' ? unsure(against) : apart(against)

  const pay = compareYearlyPay(a, b)
  const lacking: string[] = []
  if (companyA !== companyB) lacking.push('the company is named differently')
  if (titles === 'abbreviated' || titles === 'cut') lacking.push('the title is worded differently')
  if (addresses === 'other') lacking.push('it has another address at the same site')
  if (places === 'compatible') lacking.push('the place is stated differently')
  if (places === 'unstated' && pay !== 'equal' && !isTelling(one, placeA || placeB, a, b))
    lacking.push('the place is not stated')
  if (seasonUnclear(one, other, a, b)) lacking.push('only one names a season')
  if (titles === 'new_title') {
    if (places !== 'same' || lacking.length > 0) return unsure('another title, so it stays apart')
    return {
      verdict: 'same',
      reasons: ['same company and place under a new title', ...inWords(texts)],
      strength: 0.5,
    }
  }
  if (lacking.length > 0 && !texts.proves && addresses !== 'same')
    return unsure(...lacking.map(what => `${what}, so it stays apart`))
  return {
    verdict: 'same',
    reasons: [
      groundOf(companyA === companyB, titles, places, pay),
      ...(addresses === 'same' ? ['the address is the same'] : []),
      ...inWords(texts),
    ],
    strength: 1 + (addresses === 'same' ? 1 : texts.share),
  }
}

function groundOf(
  sameCompany: boolean,
  titles: 'same' | 'abbreviated' | 'cut',
  places: PlacesMeet,
  pay: ReturnType<typeof compareYearlyPay>,
): string {
  const parts = [
    sameCompany ? 'company' : null,
    titles === 'same' ? 'title' : null,
    places === 'same' ? 'place' : null,
    places === 'unstated' && pay === 'equal' ? 'pay' : null,
  ].filter(part => part !== null)
  const last = parts.pop()
  if (last === undefined) return 'nearly the same text under other names'
  return `same ${parts.length === 0 ? '' : `${parts.join(', ')} and `}${last}`
}

interface Texts {
  /** Estimated share of one text in the other; 0 when one has none. */
  share: number
  /** Whether the texts are long enough and equal enough to stand for what the names leave open. */
  proves: boolean
  /** Whether nothing but a word or two differs. */
  equal: boolean
  /** Whether either text speaks of the work that its title names. */
  named: boolean
  unlike: boolean
}

function compareTexts(a: Uint8Array | null, b: Uint8Array | null): Texts {
  if (a === null || b === null) return { share: 0, proves: false, equal: false, named: false, unlike: false }
  const share = similarity(a, b)
  const contained = containment(a, b)
  const [fewer = 0, more = 0] = [runsOf(a), runsOf(b)].sort((x, y) => x - y)
  return {
    share,
    // A board that cuts texts leaves a beginning that stands in the whole.
    proves: fewer >= SPEAKING_TEXT && (share >= NEARLY_EQUAL || contained >= 0.95),
    equal: fewer >= SPEAKING_TEXT && share >= EQUAL && fewer >= more * 0.98,
    named: namesItsTitle(a) || namesItsTitle(b),
    unlike: fewer >= SPEAKING_TEXT && contained < UNLIKE,
  }
}

/** "96 % of the text equal", when there is a text on both sides. */
function inWords({ share, proves }: Texts): string[] {
  if (share === 0) return []
  if (share >= 0.995) return ['the text is equal']
  return proves || share >= 0.5 ? [`${Math.round(share * 100)} % of the text equal`] : []
}

/**
 * `abbreviated`: the words differ by shortening only; `new_title`: other words for the same text. Titles that share
 * words and differ in others name two teams or places.
 */
function titlesStand(
  a: TitleParts,
  b: TitleParts,
  texts: Texts,
): 'same' | 'abbreviated' | 'new_title' | 'other' {
  if (a.core.join(' ') === b.core.join(' ')) return 'same'
  const onlyA = a.core.filter(word => !b.core.includes(word))
  const onlyB = b.core.filter(word => !a.core.includes(word))
  if (onlyA.length === onlyB.length && onlyA.every(word => onlyB.some(long => shortens(word, long))))
    return onlyB.every(word => onlyA.some(long => shortens(word, long))) ? 'abbreviated' : 'other'
  const shared = a.core.length - onlyA.length
  const fewer = Math.min(a.core.length, b.core.length)
  return texts.equal && texts.named && fewer > 0 && shared * 2 < fewer ? 'new_title' : 'other'
}

/** Whether all that one title says of the work stands in the other: a board left the team out. */
function isWithin(a: TitleParts, b: TitleParts): boolean {
  const [short, long] = a.core.length < b.core.length ? [a.core, b.core] : [b.core, a.core]
  return short.length > 0 && short.every(word => long.includes(word))
}

/** "dev" of "developer", "reg" of "registered". */
const shortens = (a: string, b: string): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.startsWith(short)
}

/** A title of three words or more that another source brings without a place and without a text to compare. */
const isTelling = (
  { core, levels }: TitleParts,
  place: string,
  a: PostingIdentity,
  b: PostingIdentity,
): boolean =>
  place !== '' && a.source !== b.source && core.length + levels.size > 2 && (a.text == null || b.text == null)

function missingPart(company: string, title: string): string | null {
  if (company === '') return 'the company'
  return title === '' ? 'the title' : null
}

/** What makes two postings of one company and title two openings; null when nothing speaks against one. */
function contradiction(
  a: PostingIdentity,
  b: PostingIdentity,
  one: TitleParts,
  other: TitleParts,
  places: PlacesMeet,
  texts: Texts,
): string | null {
  if (places === 'other') return 'another place is stated'
  if (meet(one.levels, other.levels) !== 'equal') return 'another level is stated'
  // What both titles say counts for more than what either text suggests.
  if (one.levels.size === 0 && differs(a.seniority_level, b.seniority_level)) return 'another level is stated'
  if (meet(one.types, other.types) !== 'equal' || differs(a.job_type, b.job_type))
    return 'another employment type is stated'
  if ([meet(one.seasons, other.seasons), meet(one.years, other.years)].includes('other'))
    return 'another season is stated'
  if (meet(one.lengths, other.lengths) === 'other') return 'another length is stated'
  if (differs(a.remote_options, b.remote_options)) return 'another way of working is stated'
  if (compareYearlyPay(a, b) === 'other') return 'the salary ranges do not meet'
  if ((daysApart(a.posted_at, b.posted_at) ?? 0) > SAME_SEASON_DAYS)
    return 'posted more than six months apart'
  return texts.unlike ? 'the texts have little in common' : null
}

/** Whether one title names a season and the other does not, and the dates do not say that both mean the same. */
function seasonUnclear(one: TitleParts, other: TitleParts, a: PostingIdentity, b: PostingIdentity): boolean {
  const oneSided = [one.seasons, one.years, one.lengths].some(
    (set, at) => meet(set, [other.seasons, other.years, other.lengths][at] ?? set) === 'one_sided',
  )
  if (!oneSided) return false
  return (daysApart(a.posted_at, b.posted_at) ?? Number.POSITIVE_INFINITY) > SAME_CALL_DAYS
}

function differs<T>(a: T | null | undefined, b: T | null | undefined): boolean {
  return a != null && b != null && a !== b
}

function daysApart(a: string | null | undefined, b: string | null | undefined): number | null {
  if (a == null || b == null) return null
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000
  return Number.isNaN(days) ? null : days
}
