import { z } from 'zod'
import { CampaignId, CompanyId, SourceId } from './ids.ts'
import { CountryCode, CurrencyCode, JobStatus, JobType, RemoteOption, SeniorityLevel } from './values.ts'

/** What a list of jobs shows: its filter, its order, and how many jobs each further choice would leave. */

/** Chooses the jobs whose posting does not state a fact. */
export const UNSTATED = 'unstated'
const unstated = z.literal(UNSTATED)
const yearly = z.number().int().min(0).max(1_000_000_000)
const score = z.number().int().min(0).max(100)

/** Pay in a year: the job's range must touch it, converted at the rates in force. */
export const SalaryFilter = z.object({
  low: yearly.nullable().default(null),
  high: yearly.nullable().default(null),
  currency: CurrencyCode,
  /** Also those that state no pay. */
  unstated: z.boolean().default(false),
})
export type SalaryFilter = z.output<typeof SalaryFilter>

/** Every part narrows; within one list a job needs one of its values. */
export const JobFilter = z.object({
  campaignId: CampaignId.nullable().default(null),
  /** Empty: all but rejected and archived. */
  statuses: z.array(JobStatus).default([]),
  favourite: z.boolean().default(false),
  /** Shows waiting jobs too that the campaign's rules, or those of every campaign, speak against. */
  ineligible: z.boolean().default(false),
  /** Only jobs of this company, also when it is blocked. */
  companyId: CompanyId.nullable().default(null),
  /** Free text over title, company, place and description; may hold scopes such as `company:`. */
  text: z.string().max(10_000).default(''),
  /** Jobs found since this instant (inclusive); null: ever. */
  foundSince: z.iso.datetime().nullable().default(null),
  /** Jobs found before this instant. */
  foundUntil: z.iso.datetime().nullable().default(null),
  /** Jobs whose posting was published since this instant; those that do not say are left out. */
  postedSince: z.iso.datetime().nullable().default(null),
  companyIds: z.array(CompanyId).max(100).default([]),
  sourceIds: z.array(SourceId).max(100).default([]),
  /** Jobs that the sources of these campaigns brought. */
  foundBy: z.array(CampaignId).max(100).default([]),
  remote: z.array(z.union([RemoteOption, unstated])).default([]),
  jobTypes: z.array(z.union([JobType, unstated])).default([]),
  levels: z.array(z.union([SeniorityLevel, unstated])).default([]),
  countries: z
    .array(z.union([CountryCode, unstated]))
    .max(250)
    .default([]),
  /** Cities as postings name them, without regard to case. */
  cities: z.array(z.string().trim().min(1).max(120)).max(100).default([]),
  salary: SalaryFilter.nullable().default(null),
  minScore: score.nullable().default(null),
  minMatch: score.nullable().default(null),
  unread: z.boolean().default(false),
  /** Only jobs whose posting has not closed. */
  open: z.boolean().default(false),
})
export type JobFilter = z.output<typeof JobFilter>
export type JobFilterInput = z.input<typeof JobFilter>

/** The filter that narrows nothing: all jobs but rejected, archived and hidden ones. */
export const ANY_JOB: JobFilter = JobFilter.parse({})

/** Names of the parts of a filter that can be taken away one by one. */
export const FilterPart = JobFilter.keyof()
export type FilterPart = z.infer<typeof FilterPart>

/** The best, newest or highest first; names from A. Jobs without the value come last, in either direction. */
export const JobSort = z.enum(['score', 'newest', 'salary', 'match', 'posted', 'company', 'title'])
export type JobSort = z.infer<typeof JobSort>

const count = z.number().int()
const counted = <T extends z.ZodType>(value: T) => z.array(z.object({ value, n: count }))

/**
 * For each value the number of jobs that the list would show if this value alone were chosen in its part, all other
 * parts as they are.
 */
export const JobFacets = z.object({
  /** Jobs that the filter shows. */
  total: count,
  /** True when a search had more hits than are counted: every number is then a lower bound. */
  more: z.boolean(),
  statuses: counted(JobStatus),
  remote: counted(z.union([RemoteOption, unstated])),
  jobTypes: counted(z.union([JobType, unstated])),
  levels: counted(z.union([SeniorityLevel, unstated])),
  /** The most frequent first, as are those below. */
  countries: counted(z.union([CountryCode, unstated])),
  /** At most 100; chosen ones are always among them. */
  cities: counted(z.string()),
  companies: z.array(z.object({ value: CompanyId, name: z.string(), n: count })),
  sources: z.array(z.object({ value: SourceId, name: z.string(), n: count })),
  campaigns: z.array(z.object({ value: CampaignId, name: z.string(), n: count })),
  favourite: count,
  unread: count,
  open: count,
  /** Waiting jobs that rules hide. */
  ineligible: count,
  /** Yearly pay in the filter's currency, else in the one most jobs state; null: no job states any. */
  salary: z
    .object({
      currency: CurrencyCode,
      /** Ends of the buckets: the first begins at `low`, all are equally wide. */
      low: z.number(),
      high: z.number(),
      buckets: z.array(count),
      stated: count,
      unstated: count,
    })
    .nullable(),
  /** Where nothing is shown: parts of the filter without which something would be, the most jobs first. */
  relax: z.array(z.object({ part: FilterPart, n: count })),
})
export type JobFacets = z.infer<typeof JobFacets>
