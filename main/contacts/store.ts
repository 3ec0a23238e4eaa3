import { ContactId, type ContactView } from '../contract/applications.ts'
import { JobId } from '../contract/ids.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { keptRows } from '../platform/db/kept-rows.ts'
import { folded } from '../postings/rules/clean-text.ts'

/** All the SQL of contacts. Writers expect an open transaction. */

export interface ContactRow {
  id: number
  name: string
  role: string
  email: string
  phone: string
  link: string
  /** What the search looks at, in small letters without accents. */
  words: string
  created_at: string
  notes: string
}

export interface LinkRow {
  id: number
  contact_id: number
  job_id: number
  at: string
}

export const contacts = keptRows<ContactRow>('contacts', [
  'name',
  'role',
  'email',
  'phone',
  'link',
  'words',
  'created_at',
  'notes',
])
export const links = keptRows<LinkRow>('contact_jobs', ['contact_id', 'job_id', 'at'])

const COLUMNS = 'c.id, c.name, c.role, c.email, c.phone, c.link, c.notes'
type ShownRow = Omit<ContactRow, 'words' | 'created_at'>

/** The contacts' jobs, by contact. */
function jobsOf(db: Db, contactIds: readonly number[]): Map<number, ContactView['jobs']> {
  const jobs = new Map<number, ContactView['jobs']>(contactIds.map(id => [id, []]))
  const rows = db
    .sql<{ contact_id: number; id: number; title: string; company: string }>(
      `SELECT l.contact_id, j.id, j.title, j.company
       FROM json_each(?) chosen CROSS JOIN contact_jobs l ON l.contact_id = chosen.value CROSS JOIN jobs j ON j.id = l.job_id
       ORDER BY l.id DESC`,
    )
    .all(JSON.stringify(contactIds))
  for (const { contact_id, id, title, company } of rows)
    jobs.get(contact_id)?.push({ jobId: JobId.parse(id), title, company })
  return jobs
}

function viewed(db: Db, rows: readonly ShownRow[]): ContactView[] {
  const jobs = jobsOf(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, id: ContactId.parse(row.id), jobs: jobs.get(row.id) ?? [] }))
}

const MOST_WORDS = 8

/** A page of contacts by name; each word of the text is part of the name, role, address or of a job's company. */
export function pageOfContacts(
  db: Db,
  text: string,
  after: readonly [string, number],
  limit: number,
): ContactView[] {
  const words = folded(text)
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, MOST_WORDS)
  const has = `AND (instr(c.words, ?) > 0 OR EXISTS (SELECT 1 FROM contact_jobs l CROSS JOIN jobs j ON j.id = l.job_id
      CROSS JOIN companies k ON k.id = j.company_id
    WHERE l.contact_id = c.id AND (instr(lower(j.company), ?) > 0 OR instr(k.normalised_name, ?) > 0)))`
  const values: SqlValue[] = words.flatMap(word => [word, word, word])
  const rows = db
    .sql<ShownRow>(
      `SELECT ${COLUMNS} FROM contacts c INDEXED BY contacts_name
       WHERE (c.name, c.id) > (?, ?) ${words.map(() => has).join(' ')} ORDER BY c.name, c.id LIMIT ?`,
    )
    .all(...after, ...values, limit)
  return viewed(db, rows)
}

/** The contacts of a job, the one that was added first before the others. */
export function contactsOfJob(db: Db, jobId: number): ContactView[] {
  const rows = db
    .sql<ShownRow>(
      `SELECT ${COLUMNS} FROM contact_jobs l CROSS JOIN contacts c ON c.id = l.contact_id WHERE l.job_id = ? ORDER BY l.id`,
    )
    .all(jobId)
  return viewed(db, rows)
}

/** Names and addresses of the contacts of some jobs, in the order in which they were added. */
export function addresseesOf(
  db: Db,
  jobIds: readonly number[],
): { jobId: number; name: string; email: string }[] {
  return db
    .sql<{ jobId: number; name: string; email: string }>(
      `SELECT l.job_id AS jobId, c.name, c.email
       FROM json_each(?) chosen CROSS JOIN contact_jobs l ON l.job_id = chosen.value
         CROSS JOIN contacts c ON c.id = l.contact_id ORDER BY l.id`,
    )
    .all(JSON.stringify(jobIds))
}

export function linkBetween(db: Db, contactId: number, jobId: number): LinkRow | undefined {
  return db
    .sql<LinkRow>('SELECT id, contact_id, job_id, at FROM contact_jobs WHERE contact_id = ? AND job_id = ?')
    .first(contactId, jobId)
}

export function linksOf(db: Db, contactId: number): LinkRow[] {
  return db
    .sql<LinkRow>('SELECT id, contact_id, job_id, at FROM contact_jobs WHERE contact_id = ? ORDER BY id')
    .all(contactId)
}

export function jobTitle(db: Db, jobId: number): string | undefined {
  return db.sql<{ title: string }>('SELECT title FROM jobs WHERE id = ?').first(jobId)?.title
}
