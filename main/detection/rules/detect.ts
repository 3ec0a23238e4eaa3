import type { Detection, JobFacts, PostingText } from '../../contract/facts.ts'
import { evidenceOf } from './finding.ts'
import { detectJobType } from './job-type.ts'
import type { DetectorParts } from './parts.ts'
import type { FoundPlace, PlaceInput } from './place/place.ts'
import { type ReadPosting, readPosting } from './read-posting.ts'
import { detectRemote } from './remote/remote.ts'
import { type Proofs, resolve, resolveOffices, resolvePlace, STRUCTURED } from './resolve.ts'
import { resolvePay } from './resolve-pay.ts'
import { hasDollars } from './salary/currency.ts'
import { detectSalary } from './salary/salary.ts'
import { payWords } from './salary/words.ts'
import { yearly } from './salary/yearly.ts'
import { detectSeniority } from './seniority.ts'
import type { SkillText } from './skills/skills.ts'
import { checkedHints, checkedPay } from './structured.ts'
import { detectTerms } from './terms/terms.ts'
import { detectYears } from './years.ts'

/** Raised whenever rules change what they answer, so that stored detections can be told apart and renewed. */
export const DETECTOR_VERSION = 2

const NO_PLACE: FoundPlace = { city: null, province: null, country: null, evidence: {} }

/**
 * Makes the pattern detector. It reads structured fields and the text, keeps the surer value of each fact and notes
 * the other one, never throws, and takes time in proportion to the (capped) text.
 */
export function createDetector(parts: DetectorParts): (posting: PostingText) => Detection {
  return posting => detect(parts, posting)
}

function detect(parts: DetectorParts, posting: PostingText): Detection {
  const read = readPosting(posting)
  const hints = checkedHints(posting.structured)
  const proofs: Proofs = { evidence: {}, conflicts: [] }
  const { evidence } = proofs
  const place = parts.places?.find(placeInput(posting)) ?? NO_PLACE

  const facts: JobFacts = {
    salary_low: null,
    salary_high: null,
    compensation_currency: null,
    salary_period: null,
    ...resolvePlace(hints, place, proofs),
    remote_options: resolve('remote_options', hints.remote_options, detectRemote(read), proofs),
    job_type: resolve('job_type', hints.job_type, detectJobType(read), proofs),
    seniority_level: resolve('seniority_level', hints.seniority_level, detectSeniority(read), proofs),
  }
  if (facts.seniority_level === null && facts.job_type === 'internship') {
    facts.seniority_level = 'intern'
    evidence.seniority_level = evidence.job_type ?? STRUCTURED
  }
  const country = payCountry(facts.office_country ?? place.country ?? posting.board_country ?? null, read)
  const pay = resolvePay(checkedPay(posting.structured), detectSalary(read, country), proofs)
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
    skills: parts.skills?.find(skillText(posting, read)) ?? [],
    language: read.language,
    years_low: years?.low ?? null,
    years_high: years?.high ?? null,
    years_proof: years && evidenceOf(years.finding),
    terms: { ...detectTerms(read, facts.remote_options), offices: resolveOffices(place, facts) },
    conflicts: proofs.conflicts,
  }
}

function skillText({ title, description }: PostingText, read: ReadPosting): SkillText {
  const { lower, isPlain } = read.description
  return { title, description, lower: isPlain ? lower : null }
}

function placeInput(posting: PostingText): PlaceInput {
  const { title, description, location_text } = posting
  const input = { title, description, location_text }
  return posting.board_country === undefined ? input : { ...input, board_country: posting.board_country }
}

const NAMES_US = /(?<![a-z])(?:usa?|u\.s\.a?\.?|united states)(?![a-z])/

/** Whose money "$" means: with offices in two dollar countries, one of them the US, US dollars. */
function payCountry(country: string | null, { location }: ReadPosting): string | null {
  return hasDollars(country) && NAMES_US.test(location.lower) ? 'US' : country
}
