import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'
import { companyCore } from '../postings/rules/company-core.ts'
import { websiteDomain } from './website-domain.ts'

/** The SQL by which a posting finds its company. Every function expects an open transaction. */

/** What a posting says of its company. */
export interface NamedCompany {
  name: string
  normalisedName: string
  website: string | null
  industry: string | null
  size_range: string | null
}

interface KnownCompany {
  id: number
  website: string | null
  industry: string | null
  size_range: string | null
}

const FILLED = ['website', 'industry', 'size_range'] as const

/**
 * Finds or makes the company of a posting, by its name, by another name of it, or because a known company has the same
 * site and nearly the same name. Facts that nobody gave so far are filled in; new companies wait to be looked up.
 */
export function companyOfName(db: Db, named: NamedCompany, at: string): number {
  const known =
    db
      .sql<KnownCompany>('SELECT id, website, industry, size_range FROM companies WHERE normalised_name = ?')
      .first(named.normalisedName) ??
    db
      .sql<KnownCompany>(
        `SELECT c.id, c.website, c.industry, c.size_range FROM company_aliases a JOIN companies c ON c.id = a.company_id
         WHERE a.normalised_name = ?`,
      )
      .first(named.normalisedName) ??
    learnAlias(db, named)
  if (known) {
    if (FILLED.some(fact => known[fact] === null && named[fact] !== null)) fillFacts(db, known, named, at)
    return known.id
  }
  return insertCompany(db, named, at)
}

/** Makes a company that waits to be looked up, and answers its id. */
export function insertCompany(db: Db, named: NamedCompany, at: string): number {
  const { lastId } = db
    .sql(
      `INSERT INTO companies (id, name, normalised_name, website, domain, industry, size_range, created_at)
       VALUES (${freshId('companies')}, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      named.name,
      named.normalisedName,
      named.website,
      websiteDomain(named.website),
      named.industry,
      named.size_range,
      at,
    )
  db.sql("INSERT INTO company_enrichment (company_id, state, updated_at) VALUES (?, 'pending', ?)").run(
    lastId,
    at,
  )
  return lastId
}

/** The one known company with the same site, when the names agree too; its new name is remembered. */
function learnAlias(db: Db, named: NamedCompany): KnownCompany | undefined {
  const domain = websiteDomain(named.website)
  if (domain === null) return undefined
  const [same, another] = db
    .sql<KnownCompany & { normalised_name: string }>(
      'SELECT id, website, industry, size_range, normalised_name FROM companies WHERE domain = ? LIMIT 2',
    )
    .all(domain)
  // A site of several companies, or of one with quite another name (an agency, a parent), proves nothing.
  if (!same || another || !namesAgree(same.normalised_name, named.normalisedName)) return undefined
  insertAlias(db, same.id, named.normalisedName, named.name)
  return same
}

/** One name begins with all words of the other, or both have the same heart ("acme", "acme technologies germany"). */
function namesAgree(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short !== '' && (long.startsWith(`${short} `) || companyCore(one) === companyCore(other))
}

function fillFacts(db: Db, known: KnownCompany, named: NamedCompany, at: string): void {
  const row = db.sql<{ origins: string }>('SELECT origins FROM companies WHERE id = ?').first(known.id)
  const origins: Record<string, { from: string; at: string }> = JSON.parse(row?.origins ?? '{}')
  // What the person emptied stays empty.
  const filled = FILLED.filter(fact => known[fact] === null && named[fact] !== null && !origins[fact])
  if (filled.length === 0) return
  for (const fact of filled) origins[fact] = { from: 'posting', at }
  const value = (fact: (typeof FILLED)[number]) => (filled.includes(fact) ? named[fact] : known[fact])
  db.sql(
    `UPDATE companies SET website = ?, domain = coalesce(?, domain), industry = ?, size_range = ?, origins = ?
     WHERE id = ?`,
  ).run(
    value('website'),
    filled.includes('website') ? websiteDomain(named.website) : null,
    value('industry'),
    value('size_range'),
    JSON.stringify(origins),
    known.id,
  )
}

/** Remembers another name; one that belongs to a company already is left there. */
export function insertAlias(db: Db, companyId: number, normalisedName: string, name: string): void {
  db.sql('INSERT OR IGNORE INTO company_aliases (normalised_name, company_id, name) VALUES (?, ?, ?)').run(
    normalisedName,
    companyId,
    name,
  )
}

export interface AliasRecord {
  normalised_name: string
  company_id: number
  name: string
}

export function findAlias(db: Db, normalisedName: string): AliasRecord | undefined {
  return db
    .sql<AliasRecord>(
      'SELECT normalised_name, company_id, name FROM company_aliases WHERE normalised_name = ?',
    )
    .first(normalisedName)
}

export function aliasesOf(db: Db, companyId: number): AliasRecord[] {
  return db
    .sql<AliasRecord>(
      'SELECT normalised_name, company_id, name FROM company_aliases WHERE company_id = ? ORDER BY name COLLATE NOCASE',
    )
    .all(companyId)
}

export function deleteAlias(db: Db, normalisedName: string): void {
  db.sql('DELETE FROM company_aliases WHERE normalised_name = ?').run(normalisedName)
}

/** The company whose own name this is. */
export function companyNamed(db: Db, normalisedName: string): { id: number; name: string } | undefined {
  return db
    .sql<{ id: number; name: string }>('SELECT id, name FROM companies WHERE normalised_name = ?')
    .first(normalisedName)
}
