import { z } from 'zod'

/** The closed vocabularies of Rolecall. The database checks the same words; see PRODUCT words in the README. */

export const REMOTE_OPTIONS = ['remote', 'hybrid', 'onsite'] as const
export const RemoteOption = z.enum(REMOTE_OPTIONS)
export type RemoteOption = z.infer<typeof RemoteOption>

export const JOB_TYPES = ['full-time', 'part-time', 'contract', 'temporary', 'internship'] as const
export const JobType = z.enum(JOB_TYPES)
export type JobType = z.infer<typeof JobType>

/** In ascending order: a distance between two levels is the difference of their positions. */
export const SENIORITY_LEVELS = [
  'intern',
  'junior',
  'mid',
  'senior',
  'lead',
  'principal',
  'manager',
  'director',
  'executive',
] as const
export const SeniorityLevel = z.enum(SENIORITY_LEVELS)
export type SeniorityLevel = z.infer<typeof SeniorityLevel>

export const SALARY_PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const
export const SalaryPeriod = z.enum(SALARY_PERIODS)
export type SalaryPeriod = z.infer<typeof SalaryPeriod>

export const COMPANY_SIZES = [
  '1-10',
  '11-50',
  '51-200',
  '201-500',
  '501-1000',
  '1001-5000',
  '5001-10000',
  '10001+',
] as const
export const CompanySize = z.enum(COMPANY_SIZES)
export type CompanySize = z.infer<typeof CompanySize>

/** Where a fact came from. `manual` always wins. */
export const FIELD_ORIGINS = ['structured', 'pattern', 'ai', 'manual'] as const
export const FieldOrigin = z.enum(FIELD_ORIGINS)
export type FieldOrigin = z.infer<typeof FieldOrigin>

/** Status of a job in workflow order; the last two can be reached from anywhere. */
export const JOB_STATUSES = [
  'waiting',
  'approved',
  'preparing_to_apply',
  'applied',
  'interview',
  'offer',
  'accepted',
  'rejected',
  'archived',
] as const
export const JobStatus = z.enum(JOB_STATUSES)
export type JobStatus = z.infer<typeof JobStatus>

/** ISO 4217 code, upper case. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, 'A currency is three capital letters, such as EUR')
/** ISO 3166-1 alpha-2 code, upper case: GB, not UK. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as GB')
