import type { CompanyFactName } from '../contract/companies.ts'
import { type Db, type SqlValue, sqlBuilder } from '../platform/db/connection.ts'
import type { Schema } from '../platform/db/schema.ts'
import { type CompanyState, companyState, saveCompanyState } from './enrichment-store.ts'
import { aliasesOf, companyNamed, insertAlias } from './names-store.ts'
import {
  type Company,
  type CompanyValues,
  findCompany,
  jobNames,
  moveJobs,
  originsOf,
  updateCompany,
} from './store.ts'

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

/**
 * Brings a joined company back with its names and those of its jobs that were moved, and answers its id: another one when
 * its own was given to a company that came since. Where a company of its name came anew, it is brought back into that.
 */
export function partCompany(db: Db, joined: JoinedCompany): number {
  const { row, aliases, jobIds } = joined
  const anew = companyNamed(db, String(row.normalised_name))?.id
  const id = anew ?? insertAgain(db, joined)
  if (anew !== undefined) keepMarks(db, anew, row)
  for (const { normalised_name, name } of aliases) {
    db.sql('DELETE FROM company_aliases WHERE normalised_name = ?').run(normalised_name)
    insertAlias(db, id, normalised_name, name)
  }
  moveJobs(db, jobIds, id)
  return id
}

/** Writes the row of a joined company again, under a new id when its own is taken. */
function insertAgain(db: Db, { row, lookup }: JoinedCompany): number {
  const { id, ...rest } = row
  // The number of jobs is kept by triggers, from nothing on.
  const values = { ...rest, ...(findCompany(db, id) ? {} : { id }), job_count: 0 } as never
  const { lastId } = db.run(sqlBuilder.insertInto('companies').values(values))
  const untried = {
    state: 'pending',
    attempts: 0,
    next_attempt_at: null,
    last_error: null,
    updated_at: String(row.created_at),
  } as const
  saveCompanyState(db, lastId, lookup ?? untried)
  return lastId
}

/** Gives a company that came anew what the person had said of the one of its name: marks, and facts by hand. */
function keepMarks(db: Db, id: number, row: Row): void {
  const now = findCompany(db, id)
  const was = row as unknown as Company
  if (!now) return
  const origins = originsOf(now)
  const values: CompanyValues = {
    favourite: Math.max(now.favourite, was.favourite),
    blocked: Math.max(now.blocked, was.blocked),
  }
  for (const [name, origin] of Object.entries(originsOf(was))) {
    const fact = name as CompanyFactName
    if (origin.from !== 'you' || origins[fact]?.from === 'you') continue
    Object.assign(values, { [fact]: was[fact], ...(fact === 'website' ? { domain: was.domain } : {}) })
    origins[fact] = origin
  }
  updateCompany(db, id, { ...values, origins: JSON.stringify(origins) })
}

/** Takes a company away that has no job (any more). */
export function removeEmptyCompany(db: Db, id: number): void {
  db.sql('DELETE FROM companies WHERE id = ? AND job_count = 0').run(id)
}
