import type { Db } from '../platform/db/connection.ts'
import { csvOf } from './rules/csv.ts'

/** Chosen jobs as a file. */

/** The columns of an export, in their order, and where they come from. */
const COLUMNS = {
  title: 'j.title',
  company: 'j.company',
  location: 'j.location_text',
  status: 'j.status',
  score: 'iif(b.score < 0, NULL, b.score)',
  match: 'm.score',
  salary_low: 'j.salary_low',
  salary_high: 'j.salary_high',
  salary_currency: 'j.compensation_currency',
  salary_period: 'j.salary_period',
  remote: 'j.remote_options',
  job_type: 'j.job_type',
  level: 'j.seniority_level',
  posted: 'j.posted_at',
  found: 'j.found_at',
  applied: 'j.applied_at',
  url: '(SELECT coalesce(p.url, p.apply_url) FROM postings p WHERE p.job_id = j.id AND p.is_primary = 1)',
} as const
type Column = keyof typeof COLUMNS
type ExportedJob = Record<Column, string | number | null>

const NAMES = Object.keys(COLUMNS) as Column[]
const EXPORTED = `SELECT ${NAMES.map(name => `${COLUMNS[name]} AS "${name}"`).join(', ')}
  FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value
    LEFT JOIN best_rankings b ON b.job_id = j.id LEFT JOIN matches m ON m.job_id = j.id
  ORDER BY chosen.key`

/** The file of some jobs, in the order of the ids; those that are gone are left out. `now` names the file. */
export function exportedJobs(
  db: Db,
  jobIds: readonly number[],
  format: 'csv' | 'json',
  now: string,
): { fileName: string; text: string } {
  const jobs = db.sql<ExportedJob>(EXPORTED).all(JSON.stringify(jobIds))
  const text =
    format === 'json'
      ? `${JSON.stringify(jobs, null, 2)}\n`
      : csvOf(
          NAMES,
          jobs.map(job => NAMES.map(name => job[name])),
        )
  return { fileName: `jobs-${now.slice(0, 10)}.${format}`, text }
}
