import { z } from 'zod'
import { CampaignId, CompanyId, JobId } from './ids.ts'
import { JobStatus, JobType, RemoteOption, SalaryPeriod, SeniorityLevel } from './values.ts'

/** One line of the jobs list. */
export const JobRow = z.object({
  id: JobId,
  title: z.string(),
  company: z.string(),
  companyId: CompanyId,
  location: z.string(),
  status: JobStatus,
  favourite: z.boolean(),
  unread: z.boolean(),
  closed: z.boolean(),
  /** Score in the chosen campaign, else the best of all; null when not ranked. */
  score: z.number().nullable(),
  lessSure: z.boolean(),
  campaignId: CampaignId.nullable(),
  /** Fit to the person's profile, 0–100; null: there is no profile, or the job was not matched yet. */
  match: z.number().nullable(),
  /** True when the chosen campaign's rules, or those of every campaign, speak against it. */
  ineligible: z.boolean(),
  salary_low: z.number().nullable(),
  salary_high: z.number().nullable(),
  compensation_currency: z.string().nullable(),
  salary_period: SalaryPeriod.nullable(),
  remote_options: RemoteOption.nullable(),
  job_type: JobType.nullable(),
  seniority_level: SeniorityLevel.nullable(),
  /** When the posting was published; null when it does not say. */
  postedAt: z.string().nullable(),
  foundAt: z.string(),
})
export type JobRow = z.infer<typeof JobRow>
