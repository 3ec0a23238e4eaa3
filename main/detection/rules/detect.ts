import type { Detection, Evidence, FactName, JobFacts, PostingText } from '../../contract/facts.ts'
import { NO_TERMS } from '../../contract/terms.ts'
import type { Finding } from './finding.ts'
import { detectJobType } from './job-type.ts'
import { detectLanguage } from './language.ts'
import type { DetectorParts } from './parts.ts'
import type { FoundPlace, PlaceInput } from './place/place.ts'
import { type ReadPosting, readPosting } from './read-posting.ts'
import { detectRemote } from './remote/remote.ts'
import { hasDollars } from './salary/currency.ts'
import { detectSalary } from './salary/salary.ts'
import type { Pay } from './salary/types.ts'
import { payWords } from './salary/words.ts'
import { yearly } from './salary/yearly.ts'
import { detectSeniority } from './seniority.ts'
import { checkedHints, checkedPay } from './structured.ts'
import { evidenceAt } from './text.ts'
import { detectYears } from './years.ts'

/** Raised whenever rules change what they answer, so that stored detections can be told apart and renewed. */
export const DETECTOR_VERSION = 1

const NO_PLACE: FoundPlace = { city: null, province: null, country: null, evidence: {} }

/**
 * Makes the pattern detector. It reads structured hints first and the text for what they leave unsaid, never
 * throws, and takes time in proportion to the (capped) text.
 */
export function createDetector(parts: DetectorParts): (posting: PostingText) => Detection {
  return posting => detect(parts, posting)
}

function detect(parts: DetectorParts, posting: PostingText): Detection {
  const read = readPosting(posting)
  const hints = checkedHints(posting.structured)
  const evidence: Partial<Record<FactName, Evidence>> = {}
  const place = parts.places?.find(placeInput(posting)) ?? NO_PLACE

  const facts: JobFacts = {
    salary_low: null,
    salary_high: null,
    compensation_currency: null,
    salary_period: null,
    ...placeFacts(hints, place, evidence),
    remote_options: choose('remote_options', hints.remote_options, () => detectRemote(read), evidence),
    job_type: choose('job_type', hints.job_type, () => detectJobType(read), evidence),
    seniority_level: choose('seniority_level', hints.seniority_level, () => detectSeniority(read), evidence),
  }
  if (facts.seniority_level === null && facts.job_type === 'internship') {
    facts.seniority_level = 'intern'
    evidence.seniority_level = evidence.job_type ?? STRUCTURED
  }
  const country = payCountry(facts.office_country ?? place.country ?? posting.board_country ?? null, read)
  const pay = readPay(posting, read, country, evidence)
  if (pay) {
    facts.salary_low = pay.low
    facts.salary_high = pay.high
    facts.compensation_currency = pay.currency
    facts.salary_period = pay.period
  }
  const years = detectYears(read.description)
  return {
    facts,
    evidence,
    salary_year_low: yearly(facts.salary_low, facts.salary_period),
    salary_year_high: yearly(facts.salary_high, facts.salary_period),
    salary_words: pay ? null : payWords(read.description),
    skills: parts.skills?.find({ title: posting.title, description: posting.description }) ?? [],
    language: detectLanguage(read.description),
    years_low: years.low,
    years_high: years.high,
    years_proof: null,
    terms: NO_TERMS,
    conflicts: [],
  }
}

function placeInput(posting: PostingText): PlaceInput {
  const { title, description, location_text } = posting
  const input = { title, description, location_text }
  return posting.board_country === undefined ? input : { ...input, board_country: posting.board_country }
}

const STRUCTURED: Evidence = {
  origin: 'structured',
  confidence: 0.98,
  quote: null,
  where: 'structured',
  start: null,
}

/** The structured value if there is one, else what the pattern finds; notes the proof of either. */
function choose<Value>(
  name: FactName,
  hint: Value | null | undefined,
  find: () => Finding<Value> | null,
  evidence: Partial<Record<FactName, Evidence>>,
): Value | null {
  if (hint !== null && hint !== undefined) {
    evidence[name] = STRUCTURED
    return hint
  }
  const found = find()
  if (found === null) return null
  evidence[name] = evidenceAt(found.text, found.span, found.confidence, found.note)
  return found.value
}

type PlaceFacts = Pick<JobFacts, 'office_city' | 'office_province' | 'office_country'>

/** A structured city brings its own province and country; gaps are only filled from a place of the same city. */
function placeFacts(
  hints: Partial<JobFacts>,
  place: FoundPlace,
  evidence: Partial<Record<FactName, Evidence>>,
): PlaceFacts {
  const facts: PlaceFacts = {
    office_city: hints.office_city ?? place.city,
    office_province: hints.office_province ?? place.province,
    office_country: hints.office_country ?? place.country,
  }
  const same = !hints.office_country || !place.country || hints.office_country === place.country
  for (const name of ['office_city', 'office_province', 'office_country'] as const) {
    if (hints[name]) {
      evidence[name] = STRUCTURED
    } else if (!same) {
      facts[name] = null
    } else if (facts[name] !== null) {
      const found = place.evidence[name]
      if (found) evidence[name] = found
    }
  }
  return facts
}

const NAMES_US = /(?<![a-z])(?:usa?|u\.s\.a?\.?|united states)(?![a-z])/

/** Whose money "$" means: with offices in two dollar countries, one of them the US, US dollars. */
function payCountry(country: string | null, { location }: ReadPosting): string | null {
  return hasDollars(country) && NAMES_US.test(location.lower) ? 'US' : country
}

function readPay(
  posting: PostingText,
  read: ReadPosting,
  country: string | null,
  evidence: Partial<Record<FactName, Evidence>>,
): Pay | null {
  const hinted = checkedPay(posting.structured)
  const stated = detectSalary(read, country)
  if (hinted && !(stated && contradicts(hinted, stated))) {
    const pay = { ...hinted, currency: hinted.currency ?? stated?.currency ?? null }
    notePay(pay, STRUCTURED, evidence)
    return pay
  }
  if (!stated) return null
  const note = hinted ? 'the source gives another amount' : stated.note
  notePay(stated, evidenceAt(stated.text, stated.span, stated.confidence, note), evidence)
  return stated
}

/** A source's estimate is recognised by a text that plainly states other pay for the same period. */
function contradicts(hinted: Pay, stated: Pay & { confidence: number }): boolean {
  if (stated.confidence < 0.8) return false
  const hintLow = yearly(hinted.low ?? hinted.high, hinted.period)
  const hintHigh = yearly(hinted.high ?? hinted.low, hinted.period)
  const low = yearly(stated.low ?? stated.high, stated.period)
  const high = yearly(stated.high ?? stated.low, stated.period)
  if (hintLow === null || hintHigh === null || low === null || high === null) return false
  return high < hintLow * 0.95 || low > hintHigh * 1.05
}

function notePay(pay: Pay, proof: Evidence, evidence: Partial<Record<FactName, Evidence>>): void {
  if (pay.low !== null) evidence.salary_low = proof
  if (pay.high !== null) evidence.salary_high = proof
  if (pay.currency !== null) evidence.compensation_currency = proof
  if (pay.period !== null) evidence.salary_period = proof
}
