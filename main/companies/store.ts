import type { CompanyFact, CompanyFactName, CompanyFactOrigin } from '../contract/companies.ts'
import { COMPANY_FACTS } from '../contract/companies.ts'
import type { CompanySize, JobStatus } from '../contract/values.ts'
import { type Db, sqlBuilder } from '../platform/db/connection.ts'

/** The SQL of one company. Writers expect an open transaction. */

/** Where facts came from, by name; a fact without an entry came with the first posting. */
export type Origins = Partial<Record<CompanyFactName, { from: CompanyFactOrigin; at: string }>>

/** A company as the database holds it. */
export interface Company {
  id: number
  name: string
  normalised_name: string
  website: string | null
  domain: string | null
  industry: string | null
  size_range: CompanySize | null
  headquarters: string | null
  founded: number | null
  rating: number | null
  review_count: number | null
  ratings: string | null
  facts_url: string | null
  facts_at: string | null
  favourite: number
  blocked: number
  job_count: number
  created_at: string
  origins: string
}

export function findCompany(db: Db, id: number): Company | undefined {
  return db
    .sql<Company>(
      `SELECT id, name, normalised_name, website, domain, industry, size_range, headquarters, founded, rating,
         review_count, ratings, facts_url, facts_at, favourite, blocked, job_count, created_at, origins
       FROM companies WHERE id = ?`,
    )
    .first(id)
}

export const originsOf = (company: Company): Origins => JSON.parse(company.origins)

/** The facts with where they came from and when. */
export function factsOf(company: Company): CompanyFact[] {
  const origins = originsOf(company)
  return COMPANY_FACTS.map(name => {
    const origin = origins[name]
    const value = company[name]
    if (origin) return { name, value, origin: origin.from, at: origin.at }
    return value === null
      ? { name, value, origin: null, at: null }
      : { name, value, origin: 'posting', at: company.created_at }
  })
}

/** The columns that a person or a look-up fills. */
export type CompanyValues = Partial<
  Pick<
    Company,
    | CompanyFactName
    | 'domain'
    | 'rating'
    | 'review_count'
    | 'ratings'
    | 'facts_url'
    | 'facts_at'
    | 'origins'
    | 'favourite'
    | 'blocked'
  > & { facts_from: string | null }
>

export function updateCompany(db: Db, id: number, values: CompanyValues): void {
  if (Object.keys(values).length > 0)
    db.run(sqlBuilder.updateTable('companies').set(values).where('id', '=', id))
}

/** How many jobs of each status a company has; read from an index only. */
export function jobCounts(db: Db, companyId: number): Map<JobStatus, number> {
  const rows = db
    .sql<{ status: JobStatus; n: number }>(
      'SELECT status, count(*) AS n FROM jobs WHERE company_id = ? GROUP BY status',
    )
    .all(companyId)
  return new Map(rows.map(({ status, n }) => [status, n]))
}

export function appliedCount(db: Db, companyId: number): number {
  return (
    db
      .sql<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE company_id = ? AND applied_at IS NOT NULL')
      .first(companyId)?.n ?? 0
  )
}

/** The jobs of a company with the name under which each came. */
export function jobNames(db: Db, companyId: number): { id: number; company: string }[] {
  return db
    .sql<{ id: number; company: string }>('SELECT id, company FROM jobs WHERE company_id = ?')
    .all(companyId)
}

/** Makes jobs those of another company. */
export function moveJobs(db: Db, jobIds: readonly number[], companyId: number): void {
  const move = db.sql('UPDATE jobs SET company_id = ? WHERE id = ?')
  for (const jobId of jobIds) move.run(companyId, jobId)
}
