import { z } from 'zod'
import type { CompanyRow, CompanyShow, CompanySort } from '../contract/companies.ts'
import { CompanyId } from '../contract/ids.ts'
import type { CompanySize } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { normaliseCompany } from '../postings/rules/normalise.ts'

/** The SQL of the list of companies. Every page is a range of an index, or a bounded set sorted in memory. */

interface Row {
  id: number
  name: string
  industry: string | null
  size_range: CompanySize | null
  headquarters: string | null
  rating: number | null
  review_count: number | null
  job_count: number
  favourite: number
  blocked: number
}

const COLUMNS =
  'id, name, industry, size_range, headquarters, rating, review_count, job_count, favourite, blocked'

const toRow = (row: Row): CompanyRow => ({
  id: CompanyId.parse(row.id),
  name: row.name,
  industry: row.industry,
  size_range: row.size_range,
  headquarters: row.headquarters,
  rating: row.rating,
  reviewCount: row.review_count,
  jobs: row.job_count,
  favourite: row.favourite === 1,
  blocked: row.blocked === 1,
})

/** Where a page ended: the sort value and the id of its last row. */
const Cursor = z.tuple([z.union([z.string(), z.number()]), z.number().int()])

function cursorOf(text: string | null): z.infer<typeof Cursor> | null {
  if (text === null) return null
  try {
    return Cursor.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** At most so many companies are ever taken into memory for a set. */
const MOST_IN_SET = 5000

/** Companies with the words in their name or another one; null when nothing was asked for. */
function namedLike(db: Db, text: string): number[] | null {
  if (text.trim() === '') return null
  const part = normaliseCompany(text)
  if (part === '') return []
  const named = db
    .sql<{ id: number }>('SELECT id FROM companies WHERE instr(normalised_name, ?) > 0 LIMIT ?')
    .all(part, MOST_IN_SET)
  const called = db
    .sql<{ id: number }>(
      'SELECT DISTINCT company_id AS id FROM company_aliases WHERE instr(normalised_name, ?) > 0 LIMIT ?',
    )
    .all(part, MOST_IN_SET)
  return [...new Set([...named, ...called].map(row => row.id))]
}

/** The set that a filter chooses, or null when pages come straight from an index. */
function chosenSet(db: Db, text: string, show: CompanyShow): number[] | null {
  const named = namedLike(db, text)
  if (named !== null || show === 'all') return named
  const marked = show === 'favourites' ? 'favourite = 1' : 'blocked = 1'
  return db
    .sql<{ id: number }>(`SELECT id FROM companies WHERE ${marked} LIMIT ?`)
    .all(MOST_IN_SET)
    .map(row => row.id)
}

// As the index sorts: by the bytes of names without regard to the case of ASCII letters.
const asciiLower = (text: string) => text.replace(/[A-Z]/g, letter => letter.toLowerCase())
const byName = (a: Row, b: Row) =>
  Buffer.compare(Buffer.from(asciiLower(a.name)), Buffer.from(asciiLower(b.name))) || a.id - b.id
const byJobs = (a: Row, b: Row) => b.job_count - a.job_count || b.id - a.id

function fromIndex(db: Db, sort: CompanySort, after: z.infer<typeof Cursor> | null, limit: number): Row[] {
  if (sort === 'name')
    return db
      .sql<Row>(
        `SELECT ${COLUMNS} FROM companies WHERE (name COLLATE NOCASE, id) > (?, ?)
         ORDER BY name COLLATE NOCASE, id LIMIT ?`,
      )
      .all(String(after?.[0] ?? ''), after?.[1] ?? 0, limit)
  return db
    .sql<Row>(
      `SELECT ${COLUMNS} FROM companies WHERE (job_count, id) < (?, ?) ORDER BY job_count DESC, id DESC LIMIT ?`,
    )
    .all(Number(after?.[0] ?? Number.MAX_SAFE_INTEGER), after?.[1] ?? Number.MAX_SAFE_INTEGER, limit)
}

function fromSet(
  db: Db,
  ids: readonly number[],
  show: CompanyShow,
  sort: CompanySort,
  after: z.infer<typeof Cursor> | null,
): Row[] {
  const rows = db
    .sql<Row>(
      `SELECT ${COLUMNS} FROM companies WHERE id IN (SELECT value FROM json_each(?))
       AND (? = 'all' OR ? = 'favourites' AND favourite = 1 OR ? = 'blocked' AND blocked = 1)`,
    )
    .all(JSON.stringify(ids), show, show, show)
  const order = sort === 'name' ? byName : byJobs
  rows.sort(order)
  if (after === null) return rows
  const last: Row | undefined = rows[0] && {
    ...rows[0],
    name: String(after[0]),
    job_count: Number(after[0]),
    id: after[1],
  }
  return last ? rows.filter(row => order(row, last) > 0) : rows
}

/** One page of the companies and the cursor of the next. `limit` is at most 200. */
export function pageOfCompanies(
  db: Db,
  {
    text,
    show,
    sort,
    cursor,
    limit,
  }: {
    text: string
    show: CompanyShow
    sort: CompanySort
    cursor: string | null
    limit: number
  },
): { rows: CompanyRow[]; cursor: string | null } {
  const after = cursorOf(cursor)
  const set = chosenSet(db, text, show)
  const rows = set === null ? fromIndex(db, sort, after, limit + 1) : fromSet(db, set, show, sort, after)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(toRow),
    cursor:
      rows.length > limit && last
        ? JSON.stringify([sort === 'name' ? last.name : last.job_count, last.id])
        : null,
  }
}

/** How many companies there are, and how many of them are favourites and blocked. */
export function companyCounts(db: Db): { all: number; favourites: number; blocked: number } {
  const count = (where: string) =>
    db.sql<{ n: number }>(`SELECT count(*) AS n FROM companies ${where}`).first()?.n ?? 0
  return {
    all: count(''),
    favourites: count('WHERE favourite = 1'),
    blocked: count('WHERE blocked = 1'),
  }
}
