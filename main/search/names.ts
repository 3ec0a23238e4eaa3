import type { Db } from '../platform/db/connection.ts'
import { normaliseCompany } from '../postings/rules/normalise.ts'
import type { Named, ReadHelp } from './rules/filter-text.ts'

/** Names of campaigns, sources and companies with their ids, and the time and money of whoever searches. */

const TABLES: Record<Named, { byId: string; byName: string }> = {
  campaign: {
    byId: "SELECT id, name FROM campaigns WHERE id = ? AND state <> 'deleted'",
    byName: "SELECT id, name FROM campaigns WHERE name = ? AND state <> 'deleted'",
  },
  source: {
    byId: 'SELECT id, label AS name FROM sources WHERE id = ? AND removed_at IS NULL',
    byName:
      'SELECT id, label AS name FROM sources WHERE label = ? COLLATE NOCASE AND removed_at IS NULL LIMIT 100',
  },
  company: {
    byId: 'SELECT id, name FROM companies WHERE id = ?',
    byName: 'SELECT id, name FROM companies WHERE name = ? COLLATE NOCASE ORDER BY id LIMIT 2',
  },
}

interface Known {
  id: number
  name: string
}

/** Ids by a name, or by `#id`; a source also by its kind, a company by any of its names. */
export function idsNamed(db: Db, kind: Named, name: string): number[] {
  const id = /^#(\d{1,15})$/.exec(name)?.[1]
  if (id !== undefined) {
    const known = db.sql<Known>(TABLES[kind].byId).first(Number(id))
    return known ? [known.id] : []
  }
  const found = db.sql<Known>(TABLES[kind].byName).all(name)
  if (found.length > 0)
    return kind === 'source' ? found.map(one => one.id) : found.slice(0, 1).map(one => one.id)
  if (kind === 'source')
    return db
      .sql<{ id: number }>(
        'SELECT id FROM sources WHERE kind = ? AND removed_at IS NULL ORDER BY id LIMIT 100',
      )
      .all(name.toLowerCase())
      .map(one => one.id)
  return kind === 'company' ? companyByAnyName(db, name) : []
}

function companyByAnyName(db: Db, name: string): number[] {
  const normalised = normaliseCompany(name)
  const found =
    db.sql<{ id: number }>('SELECT id FROM companies WHERE normalised_name = ?').first(normalised) ??
    db
      .sql<{ id: number }>('SELECT company_id AS id FROM company_aliases WHERE normalised_name = ?')
      .first(normalised)
  return found ? [found.id] : []
}

/** The name of an id, when it leads back to this id alone, else `#id`. */
export function nameFor(db: Db, kind: Named, id: number): string {
  const name = db.sql<Known>(TABLES[kind].byId).first(id)?.name
  if (name === undefined || name.trim() !== name || name === '') return `#${id}`
  const [first, ...others] = idsNamed(db, kind, name)
  return first === id && others.length === 0 ? name : `#${id}`
}

/** Newest jobs that are asked for the currency that they pay in. */
const NEWEST = 300

/** The currency that most of the newest jobs state; dollars when none does. */
function usualCurrency(db: Db): string {
  return (
    db
      .sql<{ currency: string }>(
        `SELECT compensation_currency AS currency
         FROM jobs
         WHERE id > (SELECT max(id) - ${NEWEST} FROM jobs) AND compensation_currency IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      )
      .first()?.currency ?? 'USD'
  )
}

const two = (n: number): string => String(n).padStart(2, '0')
const dayOf = (instant: string): string => {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
function startOfDay(day: string): string | null {
  const at = new Date(`${day}T00:00:00`)
  // 31 February would become a day of March.
  return Number.isNaN(at.getTime()) || !dayOf(at.toISOString()).startsWith(day) ? null : at.toISOString()
}

/** What reading a filter from text asks of this database, in the time zone of this computer. */
export function readHelpOf(db: Db, now: string): ReadHelp {
  let currency: string | undefined
  return {
    now,
    dayOf,
    startOfDay,
    find: (kind, name) => idsNamed(db, kind, name),
    get currency() {
      currency ??= usualCurrency(db)
      return currency
    },
  }
}
