import { z } from 'zod'
import type { SkillMention } from './facts.ts'
import type { VisaSponsorship } from './terms.ts'
import { type CompanySize, type JobType, type RemoteOption, SeniorityLevel } from './values.ts'

/** The nine factors of a campaign ranking, in the order in which they are shown. */
export const RANKING_FACTORS = [
  'location',
  'salary',
  'skills',
  'title',
  'company_size',
  'seniority',
  'remote',
  'employment_type',
  'recency',
] as const
export const RankingFactor = z.enum(RANKING_FACTORS)
export type RankingFactor = z.infer<typeof RankingFactor>

export const RankingWeights = z.record(RankingFactor, z.number().min(0).max(100))
export type RankingWeights = Record<RankingFactor, number>

/** Default weights; they add up to 100. */
export const DEFAULT_WEIGHTS: RankingWeights = {
  location: 15,
  salary: 15,
  skills: 15,
  title: 15,
  company_size: 10,
  seniority: 10,
  remote: 10,
  employment_type: 5,
  recency: 5,
}

/**
 * `known`: the factor was compared. `unknown`: the posting does not say; its weight is spread over the known
 * factors. `no_wish`: the campaign has no preference here; its weight is spread as well.
 */
export const FactorState = z.enum(['known', 'unknown', 'no_wish'])
export type FactorState = z.infer<typeof FactorState>

/** One factor of an explanation. `points` of all factors add up to the score exactly. */
export const FactorExplanation = z.object({
  factor: RankingFactor,
  state: FactorState,
  /** Points won, two decimals. 0 unless `known`. */
  points: z.number(),
  /** Points that could be won after spreading, two decimals. 0 unless `known`. */
  max: z.number(),
  /** 0–1; null unless `known`. */
  share: z.number().nullable(),
  /** One short sentence for people. */
  evidence: z.string(),
})
export type FactorExplanation = z.infer<typeof FactorExplanation>

/** Must-haves and exclusions, in the order of the bits that keep which of them a job misses. */
export const ELIGIBILITY_REASONS = [
  'company',
  'excluded_word',
  'missing_word',
  'seniority',
  'remote',
  'visa',
  'salary',
  'language',
] as const
export const EligibilityReason = z.enum(ELIGIBILITY_REASONS)
export type EligibilityReason = z.infer<typeof EligibilityReason>

const ruleWords = z.string().trim().min(1).max(120)

/** What a job must have or must not be to be shown for a campaign. What a posting does not say never excludes it. */
export const EligibilityRules = z.object({
  exclude_companies: z.array(ruleWords).max(200).default([]),
  /** Words or phrases that neither title nor text may hold. */
  exclude_words: z.array(ruleWords).max(100).default([]),
  /** Words or phrases that each must stand in title or text. */
  require_words: z.array(ruleWords).max(50).default([]),
  exclude_seniority: z.array(SeniorityLevel).default([]),
  remote_only: z.boolean().default(false),
  /** The person needs a visa: postings that say that they sponsor none are out. */
  needs_sponsorship: z.boolean().default(false),
  /** A yearly whole number in the campaign's currency; postings that pay less at most are out. */
  minimum_salary: z.number().int().min(0).max(1_000_000_000).nullable().default(null),
  /** Languages (ISO 639-1) that the person speaks; postings that require another one are out. Empty: any. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .max(50)
    .default([]),
})
export type EligibilityRules = z.output<typeof EligibilityRules>

/** Rules that exclude nothing. */
export const NO_RULES: EligibilityRules = EligibilityRules.parse({})

/** One must-have that a job misses, or one exclusion that it meets, in a short sentence. */
export const Ineligibility = z.object({ rule: EligibilityReason, reason: z.string() })
export type Ineligibility = z.infer<typeof Ineligibility>

export const Explanation = z.object({
  /** 0–100, two decimals. */
  score: z.number(),
  /** Part of the weight that could be compared, 0–1. */
  known_share: z.number(),
  /** True when too few facts are known to trust the number fully. */
  less_sure: z.boolean(),
  factors: z.array(FactorExplanation),
  /** What people should know of the whole score, in short sentences; mostly none. */
  notes: z.array(z.string()),
  /** Why the job is hidden for the campaign; empty: it is eligible. */
  ineligible: z.array(Ineligibility),
})
export type Explanation = z.infer<typeof Explanation>

/** What ranking needs to know of a job. */
export interface RankableJob {
  title: string
  company: string
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
  office_city: string | null
  office_province: string | null
  office_country: string | null
  location_text: string
  remote_options: RemoteOption | null
  job_type: JobType | null
  seniority_level: SeniorityLevel | null
  company_size: CompanySize | null
  skills: Pick<SkillMention, 'name' | 'required'>[]
  years_low: number | null
  /** ISO 8601; null when the source gives no date. */
  posted_at: string | null
  visa_sponsorship: VisaSponsorship | null
  /** Languages (ISO 639-1) that the posting requires. */
  languages_asked: string[]
  /** Which words of the eligibility rules, as the campaigns write them, its title, company or text holds. */
  found_words: string[]
}

/** What a campaign asks for. Empty lists and nulls mean "no preference". */
export interface CampaignWishes {
  /** Words of the wanted title; alternatives separated by OR. */
  query: string
  country: string | null
  locations: string[]
  remote_preference: RemoteOption[]
  seniority: SeniorityLevel[]
  employment_types: JobType[]
  company_sizes: CompanySize[]
  skills: string[]
  /** Yearly whole numbers in `salary_currency`. */
  salary_min: number | null
  salary_max: number | null
  salary_currency: string | null
  weights: RankingWeights
  rules: EligibilityRules
}
