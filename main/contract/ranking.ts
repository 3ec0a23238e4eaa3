import { z } from 'zod'
import type { SkillMention } from './facts.ts'
import type { CompanySize, JobType, RemoteOption, SeniorityLevel } from './values.ts'

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

export const Explanation = z.object({
  /** 0–100, two decimals. */
  score: z.number(),
  /** Part of the weight that could be compared, 0–1. */
  known_share: z.number(),
  /** True when too few facts are known to trust the number fully. */
  less_sure: z.boolean(),
  factors: z.array(FactorExplanation),
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
}
