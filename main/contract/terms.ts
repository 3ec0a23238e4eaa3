import { z } from 'zod'

/** What a posting says beside its ten facts: education, sponsorship, languages, benefits, where remote work may be done. */

/** In ascending order. `none`: the posting says that no degree is needed. */
export const EDUCATION_LEVELS = [
  'none',
  'secondary',
  'vocational',
  'bachelor',
  'master',
  'doctorate',
] as const
export const EducationLevel = z.enum(EDUCATION_LEVELS)
export type EducationLevel = z.infer<typeof EducationLevel>

export const VISA_SPONSORSHIPS = ['offered', 'not_offered'] as const
export const VisaSponsorship = z.enum(VISA_SPONSORSHIPS)
export type VisaSponsorship = z.infer<typeof VisaSponsorship>

export const BENEFITS = [
  'health_insurance',
  'dental_insurance',
  'vision_insurance',
  'life_insurance',
  'disability_insurance',
  'retirement_plan',
  'equity',
  'bonus',
  'commission',
  'sign_on_bonus',
  'relocation',
  'paid_time_off',
  'unlimited_time_off',
  'parental_leave',
  'sabbatical',
  'flexible_hours',
  'four_day_week',
  'learning_budget',
  'equipment_budget',
  'wellness',
  'meals',
  'commuter',
  'company_car',
  'childcare',
  'mental_health',
  'pet_friendly',
] as const
export const Benefit = z.enum(BENEFITS)
export type Benefit = z.infer<typeof Benefit>

/** In ascending order; A1–A2 are `basic`, B1–B2 `working`, C1–C2 `fluent`. */
export const LANGUAGE_LEVELS = ['basic', 'working', 'fluent', 'native'] as const
export const LanguageLevel = z.enum(LANGUAGE_LEVELS)
export type LanguageLevel = z.infer<typeof LanguageLevel>

/** A language that the work asks for. */
export const LanguageAsked = z.object({
  /** ISO 639-1. */
  language: z.string(),
  /** null: the posting names none. */
  level: LanguageLevel.nullable(),
  /** false when the text calls it a plus. */
  required: z.boolean(),
})
export type LanguageAsked = z.infer<typeof LanguageAsked>

/** One office of several; parts that are not stated are null. */
export const Office = z.object({
  city: z.string().nullable(),
  province: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
})
export type Office = z.infer<typeof Office>

/** A value with its proof. */
function term<Value extends z.ZodType>(value: Value) {
  return z.object({
    value,
    origin: z.enum(['structured', 'pattern', 'ai', 'manual']).default('pattern'),
    /** 0–1. */
    confidence: z.number(),
    /** The words as they stand in `where`; null without any. */
    quote: z.string().nullable(),
    where: z.enum(['title', 'location', 'description', 'structured']),
    /** UTF-16 offset of the quote in that text. */
    start: z.number().int().nullable(),
  })
}

/** The terms of one posting. Empty lists and nulls mean "not stated". */
export const JobTerms = z.object({
  /** The lowest level that is enough. */
  education: term(EducationLevel).nullable().default(null),
  visa_sponsorship: term(VisaSponsorship).nullable().default(null),
  /** At most 12, one entry a language. */
  languages: z.array(term(LanguageAsked)).default([]),
  /** One entry a benefit, in order of first mention. */
  benefits: z.array(term(Benefit)).default([]),
  /** Where remote work may be done from: ISO 3166-1 alpha-2 codes, or the regions of `REGIONS`. At most 20. */
  remote_from: z.array(term(z.string())).default([]),
  /** Hours or zones in which to work, as the posting writes it: "UTC-5 to UTC+1", "CET ± 2 hours". */
  time_zone: term(z.string()).nullable().default(null),
  /** Every office named, when there are two or more; the first is the one of the job's facts. At most 20. */
  offices: z.array(term(Office)).default([]),
})
export type JobTerms = z.output<typeof JobTerms>

/** A value of the terms with its proof. */
export interface Term<Value> {
  value: Value
  origin: 'structured' | 'pattern' | 'ai' | 'manual'
  confidence: number
  quote: string | null
  where: 'title' | 'location' | 'description' | 'structured'
  start: number | null
}

/** Regions that are no country, as postings name them. */
export const REGIONS = [
  'worldwide',
  'europe',
  'eu',
  'emea',
  'americas',
  'north_america',
  'latam',
  'apac',
  'africa',
  'asia',
] as const
export type Region = (typeof REGIONS)[number]

/** Terms of a posting that says nothing. */
export const NO_TERMS: JobTerms = {
  education: null,
  visa_sponsorship: null,
  languages: [],
  benefits: [],
  remote_from: [],
  time_zone: null,
  offices: [],
}
