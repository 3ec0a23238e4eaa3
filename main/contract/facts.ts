import type { JobTerms } from './terms.ts'
import type { FieldOrigin, JobType, RemoteOption, SalaryPeriod, SeniorityLevel } from './values.ts'

/** What a posting says of one opening, as far as it is stated: null means "not stated", never a guess. */
export interface JobFacts {
  /** Amounts as written, in the posting's own period and currency. */
  salary_low: number | null
  salary_high: number | null
  compensation_currency: string | null
  salary_period: SalaryPeriod | null
  office_city: string | null
  office_province: string | null
  /** ISO 3166-1 alpha-2. */
  office_country: string | null
  remote_options: RemoteOption | null
  job_type: JobType | null
  seniority_level: SeniorityLevel | null
}

export type FactName = keyof JobFacts

/** A skill asked by a posting; `name` is the canonical spelling of the vocabulary. */
export interface SkillMention {
  name: string
  kind: 'technical' | 'soft'
  /** false when the text calls it a plus or nice to have. */
  required: boolean
  /** How often any of its spellings occurs. */
  count: number
}

/** The proof of one detected value. */
export interface Evidence {
  origin: FieldOrigin
  /** 0–1. */
  confidence: number
  /** The words that were read, exactly as they stand in `where`; null when the value came from structured data. */
  quote: string | null
  where: 'title' | 'location' | 'description' | 'structured'
  /** UTF-16 offset of the quote in that text, or null. */
  start: number | null
  /** A remark for people, such as "widest of three ranges". */
  note?: string
}

/** A posting in the common shape, before detection. */
export interface PostingText {
  title: string
  company: string
  location_text: string
  /** Plain text, paragraphs separated by line breaks. */
  description: string
  /** Facts that the source gave in fields of their own; absent means that the source has no such field. */
  structured?: Partial<JobFacts> & { skills?: string[] }
  /** ISO 3166-1 alpha-2 of the board, when it is for one country ("$" on a Singapore board). */
  board_country?: string | null
}

/** What detection answers for one posting. */
export interface Detection {
  facts: JobFacts
  /** Only for facts that are not null, plus remarks such as salary words ("competitive"). */
  evidence: Partial<Record<FactName, Evidence>>
  /** Yearly whole numbers by 2,080 h, 260 d, 52 w, 12 m; null when amount or period is unknown. */
  salary_year_low: number | null
  salary_year_high: number | null
  /** Pay in words where no number is given: "competitive", "DOE". */
  salary_words: string | null
  skills: SkillMention[]
  /** ISO 639-1 of the text, null when unsure. */
  language: string | null
  /** Years of experience asked, smallest and largest number, with the words of the smallest. */
  years_low: number | null
  years_high: number | null
  years_proof: Evidence | null
  terms: JobTerms
  /** Values that another origin gave and that did not win, one at most for each fact and origin. */
  conflicts: Conflict[]
}

/** A value that lost against a surer one of another origin. */
export interface Conflict {
  fact: FactName
  value: string | number
  evidence: Evidence
}
