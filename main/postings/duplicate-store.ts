import type { JobType, RemoteOption, SeniorityLevel } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import type { PreparedPosting, ReadPosting } from './prepared.ts'
import { blocksOf, MOST, sameTitle } from './rules/blocks.ts'
import { MEMBERS, SAME_ADDRESS } from './rules/cluster.ts'
import type { DuplicateCandidate } from './rules/deduplicate.ts'
import { openingKey } from './rules/normalise.ts'
import { textMark } from './rules/text-mark.ts'
import { titleParts } from './rules/title-parts.ts'

/** The SQL by which postings of one opening are found and compared. Every function expects an open transaction. */

/** Facts that are compared, as a posting's own row of marks holds them. */
interface MarkedFacts {
  opening_key: string
  seniority_level: SeniorityLevel | null
  salary_year_low: number | null
  salary_year_high: number | null
  compensation_currency: string | null
  job_type: JobType | null
  remote_options: RemoteOption | null
}

export type Candidate = DuplicateCandidate<number> & { posting_id: number; is_primary: number }

type CandidateRow = Omit<MarkedFacts, 'opening_key'> & {
  posting_id: number
  job_id: number
  is_primary: number
  source_id: number
  source_key: string
  publisher: string | null
  canonical_url: string | null
  posted_at: string | null
  /** null: the posting has no marks yet. */
  opening_key: string | null
  text_mark: Uint8Array | null
}

const CANDIDATE = `SELECT p.id AS posting_id, p.job_id, p.is_primary, p.source_id, p.source_key, p.publisher,
  p.canonical_url, p.posted_at, m.opening_key, m.seniority_level, m.salary_year_low, m.salary_year_high, m.compensation_currency,
  m.job_type, m.remote_options, m.text_mark
  FROM postings p LEFT JOIN posting_marks m ON m.posting_id = p.id WHERE p.id = ?`
// Most postings are new: one question says so, and the others are only asked of those that are not.
const ANY = `SELECT 1 FROM (
    SELECT 1 FROM postings WHERE source_id = ? AND source_key = ?
    UNION ALL SELECT 1 FROM postings WHERE canonical_url = ?
    UNION ALL SELECT 1 FROM posting_blocks WHERE block >= ? AND block < ?
    UNION ALL SELECT 1 FROM posting_blocks WHERE block = ?
  ) LIMIT 1`
const BY_KEY = 'SELECT id FROM postings WHERE source_id = ? AND source_key = ?'
const BY_ADDRESS = `SELECT id FROM postings WHERE canonical_url = ? ORDER BY id DESC LIMIT ${SAME_ADDRESS}`
const BY_BLOCK =
  'SELECT posting_id AS id FROM posting_blocks WHERE block = ? ORDER BY posting_id DESC LIMIT ?'
const BY_TITLE = `SELECT posting_id AS id FROM posting_blocks WHERE block >= ? AND block < ? ORDER BY block, posting_id LIMIT ${MOST.title}`
const MEMBERS_OF = `SELECT id FROM postings WHERE job_id = ? ORDER BY id LIMIT ${MEMBERS}`

/** The statements that look for candidates, for the test that reads their plans. */
export const CANDIDATE_STATEMENTS: readonly string[] = [
  ANY,
  BY_KEY,
  BY_ADDRESS,
  BY_BLOCK,
  BY_TITLE,
  MEMBERS_OF,
  CANDIDATE,
]

/** Stored postings that a new one could be the same as or a copy of; a bounded number, whatever is stored. */
export function duplicateCandidates(db: Db, sourceId: number, prepared: PreparedPosting): Candidate[] {
  markOldPostings(db, prepared.normalisedCompany)
  const { sourceKey, canonicalUrl, blocks } = prepared
  const [from, to] = sameTitle(blocks.opening)
  if (!db.sql(ANY).first(sourceId, sourceKey, canonicalUrl, from, to, blocks.text)) return []
  const ids = new Set<number>()
  const add = (rows: readonly { id: number }[]) => {
    for (const { id } of rows) ids.add(id)
  }
  add(db.sql<{ id: number }>(BY_KEY).all(sourceId, sourceKey))
  if (canonicalUrl !== null) add(db.sql<{ id: number }>(BY_ADDRESS).all(canonicalUrl))
  add(db.sql<{ id: number }>(BY_BLOCK).all(blocks.opening, MOST.opening))
  add(db.sql<{ id: number }>(BY_TITLE).all(from, to))
  if (blocks.text !== null) add(db.sql<{ id: number }>(BY_BLOCK).all(blocks.text, MOST.text))
  const found = [...ids].flatMap(id => candidate(db, id) ?? [])
  // Other postings of the same jobs are heard too: one of them may contradict.
  ids.clear()
  for (const jobId of new Set(found.map(({ job_id }) => job_id)))
    add(db.sql<{ id: number }>(MEMBERS_OF).all(jobId))
  for (const { posting_id } of found) ids.delete(posting_id)
  return [...found, ...[...ids].flatMap(id => candidate(db, id) ?? [])]
}

function candidate(db: Db, postingId: number): Candidate | undefined {
  let row = db.sql<CandidateRow>(CANDIDATE).first(postingId)
  if (row && row.opening_key === null) {
    markOldPosting(db, postingId)
    row = db.sql<CandidateRow>(CANDIDATE).first(postingId)
  }
  if (!row) return undefined
  const { source_id, text_mark, opening_key, ...rest } = row
  // Equal content was recognised before: what still comes here under a known key has changed.
  return { ...rest, source: source_id, opening_key: opening_key ?? '', text: text_mark, content_hash: '' }
}

const INSERT_MARKS = `INSERT INTO posting_marks (posting_id, opening_key, seniority_level, salary_year_low,
  salary_year_high, compensation_currency, job_type, remote_options, text_mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
const INSERT_BLOCK = 'INSERT INTO posting_blocks (block, posting_id) VALUES (?, ?)'
const INSERT_BLOCKS = `${INSERT_BLOCK}, (?, ?)`

function storeMarks(db: Db, postingId: number, facts: MarkedFacts, mark: Uint8Array | null): void {
  db.sql(INSERT_MARKS).run(
    postingId,
    facts.opening_key,
    facts.seniority_level,
    facts.salary_year_low,
    facts.salary_year_high,
    facts.compensation_currency,
    facts.job_type,
    facts.remote_options,
    mark,
  )
}

/** Writes what a new posting will be found and compared by. */
export function insertMarks(db: Db, postingId: number, prepared: ReadPosting): void {
  const { detection, blocks } = prepared
  storeMarks(
    db,
    postingId,
    { ...detection.facts, ...detection, opening_key: prepared.openingKey },
    prepared.textMark,
  )
  if (blocks.text === null) db.sql(INSERT_BLOCK).run(blocks.opening, postingId)
  else db.sql(INSERT_BLOCKS).run(blocks.opening, postingId, blocks.text, postingId)
}

/** The same for a new version of a posting. */
export function replaceMarks(db: Db, postingId: number, prepared: ReadPosting): void {
  removeMarks(db, postingId)
  insertMarks(db, postingId, prepared)
}

/** Takes away what a posting is found and compared by. */
export function removeMarks(db: Db, postingId: number): void {
  const marks = db
    .sql<{ opening_key: string; text_mark: Uint8Array | null }>(
      'SELECT opening_key, text_mark FROM posting_marks WHERE posting_id = ?',
    )
    .first(postingId)
  if (!marks) return
  const { opening, text } = blocksOf(marks.opening_key, marks.text_mark)
  const remove = db.sql('DELETE FROM posting_blocks WHERE block = ? AND posting_id = ?')
  remove.run(opening, postingId)
  if (text !== null) remove.run(text, postingId)
  db.sql('DELETE FROM posting_marks WHERE posting_id = ?').run(postingId)
}

/** Connections whose file holds no posting without marks; nothing is ever added to `companies_unmarked`. */
const allMarked = new WeakSet<Db>()

/** How many old postings get their marks at once: some tens of milliseconds. */
const OLD_AT_ONCE = 200

/**
 * Gives postings from before there were marks theirs, when their company posts again. A company with very many of them
 * is done in several steps, the newest first.
 */
function markOldPostings(db: Db, normalisedCompany: string): void {
  if (allMarked.has(db)) return
  if (!db.sql('SELECT 1 FROM companies_unmarked LIMIT 1').first()) {
    allMarked.add(db)
    return
  }
  const company = db
    .sql<{ id: number }>(
      `SELECT c.id FROM companies c JOIN companies_unmarked u ON u.company_id = c.id WHERE c.normalised_name = ?`,
    )
    .first(normalisedCompany)
  if (!company) return
  const old = db
    .sql<{ id: number }>(
      `SELECT p.id FROM jobs j JOIN postings p ON p.job_id = j.id
       WHERE j.company_id = ? AND NOT EXISTS (SELECT 1 FROM posting_marks m WHERE m.posting_id = p.id)
       ORDER BY p.id DESC LIMIT ${OLD_AT_ONCE}`,
    )
    .all(company.id)
  for (const { id } of old) markOldPosting(db, id)
  if (old.length < OLD_AT_ONCE) db.sql('DELETE FROM companies_unmarked WHERE company_id = ?').run(company.id)
}

type OldPosting = MarkedFacts & {
  is_primary: number
  title: string
  company: string
  location_text: string
  description: string
  office_city: string | null
  office_province: string | null
  office_country: string | null
}

/** Marks of a posting that was stored without: from its own words and the facts of its job. */
function markOldPosting(db: Db, postingId: number): void {
  const old = db
    .sql<OldPosting>(
      `SELECT p.is_primary, p.title, p.company, p.location_text, p.description, j.opening_key, j.seniority_level,
         j.salary_year_low, j.salary_year_high, j.compensation_currency, j.job_type, j.remote_options, j.office_city,
         j.office_province, j.office_country
       FROM postings p JOIN jobs j ON j.id = p.job_id WHERE p.id = ?`,
    )
    .first(postingId)
  if (!old) return
  const key =
    old.is_primary === 1
      ? old.opening_key
      : openingKey({
          title: old.title,
          company: old.company,
          location_text: old.location_text,
          city: old.office_city,
          province: old.office_province,
          country: old.office_country,
          remote: old.remote_options,
        })
  const [company = '', title = '', place = ''] = key.split('|')
  const mark = textMark(old.description, titleParts(title, company, place).core)
  storeMarks(db, postingId, { ...old, opening_key: key }, mark)
  const { opening, text } = blocksOf(key, mark)
  db.sql(INSERT_BLOCK).run(opening, postingId)
  if (text !== null) db.sql(INSERT_BLOCK).run(text, postingId)
}
