import { SENIORITY_LABELS } from '../../contract/labels.ts'
import {
  ELIGIBILITY_REASONS,
  type EligibilityReason,
  type EligibilityRules,
  type Ineligibility,
  type RankableJob,
} from '../../contract/ranking.ts'
import { normaliseCompany } from '../../postings/rules/normalise.ts'
import { listed } from './factor.ts'
import { convert, type ExchangeRates } from './rates.ts'
import { money, rangeOf } from './salary.ts'
import { isFindable } from './words.ts'

export { findWords } from './words.ts'

/** Must-haves and exclusions: apart from the score, and never on what a posting does not say. */

/** What is looked at of a job. */
export type Examined = Pick<
  RankableJob,
  | 'company'
  | 'found_words'
  | 'seniority_level'
  | 'remote_options'
  | 'visa_sponsorship'
  | 'salary_year_low'
  | 'salary_year_high'
  | 'compensation_currency'
  | 'languages_asked'
>

/** What amounts are compared with; `currency` is the campaign's. */
export interface EligibilityOptions {
  rates: ExchangeRates
  currency: string | null
}

type Checks = Record<EligibilityReason, ((job: Examined) => boolean) | null>

/**
 * Prepares rules once and answers the function that says why a job is out: a bit for each of ELIGIBILITY_REASONS
 * in their order, the first is 1; 0: it is eligible. A minimum salary without currency or rate excludes nothing.
 */
export function createEligibility(
  rules: EligibilityRules,
  options: EligibilityOptions,
): (job: Examined) => number {
  const checks = checksOf(rules, options)
  const active = ELIGIBILITY_REASONS.flatMap((reason, index) => {
    const misses = checks[reason]
    return misses === null ? [] : [{ bit: 1 << index, misses }]
  })
  return job => {
    let mask = 0
    for (const { bit, misses } of active) if (misses(job)) mask |= bit
    return mask
  }
}

function checksOf(rules: EligibilityRules, { rates, currency }: EligibilityOptions): Checks {
  const companies = companyKeys(rules)
  const excluded = new Set(rules.exclude_words)
  const required = rules.require_words.filter(isFindable)
  const levels = new Set(rules.exclude_seniority)
  const spoken = new Set(rules.languages)
  const minimum = rules.minimum_salary ?? 0
  return {
    company: companies.size === 0 ? null : job => companies.has(normaliseCompany(job.company)),
    excluded_word: excluded.size === 0 ? null : job => job.found_words.some(word => excluded.has(word)),
    missing_word:
      required.length === 0 ? null : job => required.some(word => !job.found_words.includes(word)),
    seniority:
      levels.size === 0 ? null : job => job.seniority_level !== null && levels.has(job.seniority_level),
    remote: rules.remote_only ? job => job.remote_options !== null && job.remote_options !== 'remote' : null,
    visa: rules.needs_sponsorship ? job => job.visa_sponsorship === 'not_offered' : null,
    salary: minimum > 0 && currency !== null ? job => mostPay(job, currency, rates) < minimum : null,
    language: spoken.size === 0 ? null : job => job.languages_asked.some(language => !spoken.has(language)),
  }
}

function companyKeys(rules: EligibilityRules): Map<string, string> {
  const keys = new Map(rules.exclude_companies.map(company => [normaliseCompany(company), company]))
  keys.delete('')
  return keys
}

/** The upper end of the yearly pay in another currency; endless when it is not known. */
function mostPay(job: Examined, currency: string, rates: ExchangeRates): number {
  const range = rangeOf(job.salary_year_low, job.salary_year_high)
  if (range === null || job.compensation_currency === null) return Number.POSITIVE_INFINITY
  return convert(range.high, job.compensation_currency, currency, rates) ?? Number.POSITIVE_INFINITY
}

/**
 * The reasons of a mask in sentences. `currency` is the campaign's. A job that changed since the mask was made
 * still gets a sentence for each reason, in terms of the rule.
 */
export function reasonsOf(
  rules: EligibilityRules,
  job: Examined,
  mask: number,
  currency: string | null,
): Ineligibility[] {
  return ELIGIBILITY_REASONS.filter((_, index) => mask & (1 << index)).map(rule => ({
    rule,
    reason: SENTENCES[rule](rules, job, currency),
  }))
}

type Sentence = (rules: EligibilityRules, job: Examined, currency: string | null) => string

const SENTENCES: Record<EligibilityReason, Sentence> = {
  company: (_, job) => `you exclude the company ${job.company}`,
  excluded_word(rules, job) {
    const found = rules.exclude_words.filter(word => job.found_words.includes(word))
    return found.length === 0
      ? `it holds a word that you exclude: ${quoted(rules.exclude_words, 'or')}`
      : `it holds ${quoted(found, 'and')}, which you exclude`
  },
  missing_word(rules, job) {
    const lacking = rules.require_words.filter(word => isFindable(word) && !job.found_words.includes(word))
    return lacking.length === 0
      ? 'it lacks a word that you require'
      : `it does not hold ${quoted(lacking, 'or')}, which you require`
  },
  seniority: (_, job) =>
    job.seniority_level === null
      ? 'its level is one that you exclude'
      : `it asks ${SENIORITY_LABELS[job.seniority_level].toLowerCase()}, a level that you exclude`,
  remote: (_, job) =>
    job.remote_options === 'hybrid'
      ? 'it is hybrid, you want remote only'
      : 'it is on site, you want remote only',
  visa: () => 'it sponsors no visa, which you need',
  salary(rules, job, currency) {
    const range = rangeOf(job.salary_year_low, job.salary_year_high)
    const yours = money(rules.minimum_salary ?? 0, currency ?? '')
    return range === null || job.compensation_currency === null
      ? `it pays less than your minimum of ${yours} a year`
      : `it pays at most ${money(range.high, job.compensation_currency)} a year, less than your minimum of ${yours}`
  },
  language(rules, job) {
    const lacking = job.languages_asked.filter(language => !rules.languages.includes(language))
    return lacking.length === 0
      ? 'it requires a language that you do not speak'
      : `it requires ${listed(lacking.map(languageName))}, which you do not speak`
  },
}

function quoted(words: readonly string[], joiner: 'and' | 'or'): string {
  return listed(
    words.map(word => `“${word}”`),
    joiner,
  )
}

const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

function languageName(code: string): string {
  return /^[a-z]{2}$/.test(code) ? (languageNames.of(code) ?? code) : code
}
