import { type Db, type SqlValue, sqlBuilder } from '../platform/db/connection.ts'
import type { Schema } from '../platform/db/schema.ts'
import { type CompanyState, companyState, saveCompanyState } from './enrichment-store.ts'
import { aliasesOf, insertAlias } from './names-store.ts'
import { jobNames, moveJobs } from './store.ts'

/** The SQL by which two companies become one, and two again. Every function expects an open transaction. */

type Row = { [K in keyof Schema['companies']]: SqlValue } & { id: number }

/** A company that was joined into another, with all that brings it back. */
export interface JoinedCompany {
  row: Row
  lookup: CompanyState | null
  aliases: { normalised_name: string; name: string }[]
  jobIds: number[]
}

/** Moves everything of one company to another and takes its row away. */
export function joinCompany(db: Db, fromId: number, intoId: number): JoinedCompany {
  const row = db.sql<Row>('SELECT * FROM companies WHERE id = ?').first(fromId)
  if (!row) throw new Error('A company that is to be joined is not there')
  const aliases = aliasesOf(db, fromId).map(({ normalised_name, name }) => ({ normalised_name, name }))
  const lookup = companyState(db, fromId) ?? null
  const jobIds = jobNames(db, fromId).map(job => job.id)
  moveJobs(db, jobIds, intoId)
  db.sql('UPDATE company_aliases SET company_id = ? WHERE company_id = ?').run(intoId, fromId)
  db.sql(
    'INSERT OR IGNORE INTO companies_unmarked SELECT ? FROM companies_unmarked WHERE company_id = ?',
  ).run(intoId, fromId)
  db.sql('DELETE FROM companies WHERE id = ?').run(fromId)
  return { row, lookup, aliases, jobIds }
}

/** Brings a joined company back with its names and those of its jobs that were moved. */
export function partCompany(db: Db, { row, lookup, aliases, jobIds }: JoinedCompany): void {
  // The number of jobs is kept by triggers, from nothing on.
  const values = { ...row, job_count: 0 } as never
  db.run(sqlBuilder.insertInto('companies').values(values))
  saveCompanyState(
    db,
    row.id,
    lookup ?? {
      state: 'pending',
      attempts: 0,
      next_attempt_at: null,
      last_error: null,
      updated_at: String(row.created_at),
    },
  )
  for (const { normalised_name, name } of aliases) {
    db.sql('DELETE FROM company_aliases WHERE normalised_name = ?').run(normalised_name)
    insertAlias(db, row.id, normalised_name, name)
  }
  moveJobs(db, jobIds, row.id)
}

/** Takes a company away that has no job (any more). */
export function removeEmptyCompany(db: Db, id: number): void {
  db.sql('DELETE FROM companies WHERE id = ? AND job_count = 0').run(id)
}
