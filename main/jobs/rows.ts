import { CampaignId, CompanyId, JobId } from '../contract/ids.ts'
import type { JobRow } from '../contract/shapes.ts'
import type { JobStatus, JobType, RemoteOption, SalaryPeriod, SeniorityLevel } from '../contract/values.ts'

/**
 * Leaves out jobs of blocked companies; `company` is the column that names the company. The set comes from an index that
 * holds nothing but blocked companies, read once a statement.
 */
export const notBlocked = (company: string): string =>
  `${company} NOT IN (SELECT id FROM companies WHERE blocked = 1)`

const OF_JOB = `j.id, j.title, j.company, j.company_id, j.location_text, j.status, j.favourite, j.unread, j.closed_at,
  j.salary_low, j.salary_high, j.compensation_currency, j.salary_period, j.salary_year_high, j.remote_options, j.job_type,
  j.seniority_level, j.posted_at, j.found_at, m.score AS match, r.less_sure`
const MATCH = 'LEFT JOIN matches m ON m.job_id = j.id'

/** One line of a list with a job's best score: what is selected, and the joins beside `jobs j`. */
export const BEST_ROW = {
  columns: `${OF_JOB}, b.score, b.campaign_id, b.ineligible`,
  joins: `JOIN best_rankings b ON b.job_id = j.id
    LEFT JOIN rankings r ON r.campaign_id = b.campaign_id AND r.job_id = j.id ${MATCH}`,
  hidden: 'b.hidden',
} as const

/** The same with its score for one campaign, which is the first value of the statement's joins. */
export const CAMPAIGN_ROW = {
  columns: `${OF_JOB}, r.score, r.campaign_id, r.ineligible > 0 AS ineligible`,
  joins: `JOIN rankings r ON r.campaign_id = ? AND r.job_id = j.id ${MATCH}`,
  hidden: 'r.hidden',
} as const

export interface RawRow {
  id: number
  title: string
  company: string
  company_id: number
  location_text: string
  status: JobStatus
  favourite: number
  unread: number
  closed_at: string | null
  /** -1 or null: not ranked. */
  score: number | null
  less_sure: number | null
  ineligible: number
  match: number | null
  campaign_id: number | null
  salary_low: number | null
  salary_high: number | null
  compensation_currency: string | null
  salary_period: SalaryPeriod | null
  salary_year_high: number | null
  remote_options: RemoteOption | null
  job_type: JobType | null
  seniority_level: SeniorityLevel | null
  posted_at: string | null
  found_at: string
}

/** A database row as pages see it; `now` decides whether the posting has closed. */
export function toJobRow(row: RawRow, now: string): JobRow {
  return {
    id: JobId.parse(row.id),
    title: row.title,
    company: row.company,
    companyId: CompanyId.parse(row.company_id),
    location: row.location_text,
    status: row.status,
    favourite: row.favourite === 1,
    unread: row.unread === 1,
    closed: row.closed_at !== null && row.closed_at <= now,
    score: row.score === null || row.score < 0 ? null : row.score,
    lessSure: row.less_sure === 1,
    match: row.match,
    ineligible: row.ineligible === 1,
    campaignId: row.campaign_id === null ? null : CampaignId.parse(row.campaign_id),
    salary_low: row.salary_low,
    salary_high: row.salary_high,
    compensation_currency: row.compensation_currency,
    salary_period: row.salary_period,
    remote_options: row.remote_options,
    job_type: row.job_type,
    seniority_level: row.seniority_level,
    postedAt: row.posted_at,
    foundAt: row.found_at,
  }
}
