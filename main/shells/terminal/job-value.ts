import type { Explanation } from '../../contract/ranking.ts'
import type { JobRow } from '../../contract/shapes.ts'

/** A job as `--json` shows it; what the posting does not state is null. */
export function jobValue(row: JobRow) {
  return {
    id: row.id,
    title: row.title,
    company: row.company,
    location: row.location,
    score: row.score,
    match: row.match,
    ineligible: row.ineligible,
    status: row.status,
    favourite: row.favourite,
    closed: row.closed,
    salary_low: row.salary_low,
    salary_high: row.salary_high,
    compensation_currency: row.compensation_currency,
    salary_period: row.salary_period,
    remote_options: row.remote_options,
    job_type: row.job_type,
    seniority_level: row.seniority_level,
    posted_at: row.postedAt,
    found_at: row.foundAt,
  }
}

/** The same with why it has its score; null when it is not ranked. */
export const rankedJobValue = (row: JobRow, explanation: Explanation | null) => ({
  ...jobValue(row),
  explanation,
})
