import type { RankableJob } from '../../../contract/ranking.ts'
import type { LanguageAsked } from '../../../contract/terms.ts'
import type { MatchableJob } from '../../../profile/rules/part.ts'

/** A part of the score beside the words. */

/** What is compared of a job beside its words. */
export interface ComparedJob
  extends Pick<
    RankableJob,
    | 'title'
    | 'office_city'
    | 'office_province'
    | 'office_country'
    | 'location_text'
    | 'remote_options'
    | 'seniority_level'
    | 'years_low'
  > {
  languages: LanguageAsked[]
}

/** A part with the résumé already worked in. */
export interface FactPart {
  /** Whole thousandths; null: it could not be compared. */
  share(job: ComparedJob): number | null
  /** What was compared, in a sentence. */
  why(job: ComparedJob): string
}

/** A part of which the résumé says nothing. */
export const silent = (why: string): FactPart => ({ share: () => null, why: () => why })

/** A share of the ranking, where it is one. */
export const known = (share: number): number | null => (share > 1000 ? null : share)

/** Evidence as a sentence of its own. */
export const sentence = (evidence: string): string =>
  `${evidence[0]?.toUpperCase() ?? ''}${evidence.slice(1)}.`

const NOT_COMPARED: Omit<MatchableJob, keyof ComparedJob> = {
  company: '',
  salary_year_low: null,
  salary_year_high: null,
  compensation_currency: null,
  job_type: null,
  company_size: null,
  skills: [],
  posted_at: null,
  visa_sponsorship: null,
  languages_asked: [],
  found_words: [],
}

/** A job for rules that could compare more of it. */
export const matchable = (job: ComparedJob): MatchableJob => ({ ...NOT_COMPARED, ...job })

/** A job that says nothing, for rules that look at one of its facts. */
export const NO_JOB: ComparedJob = {
  title: '',
  office_city: null,
  office_province: null,
  office_country: null,
  location_text: '',
  remote_options: null,
  seniority_level: null,
  years_low: null,
  languages: [],
}
