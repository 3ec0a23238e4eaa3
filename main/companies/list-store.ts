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

/** More matches than this are so dense that the index in the order of the list finds them soon enough. */
const MOST_IN_SET = 2000

const NAMED = `(instr(normalised_name, ?) > 0
  OR id IN (SELECT company_id FROM company_aliases WHERE instr(normalised_name, ?) > 0))`

/** Companies with the words in their name or another one; null when they are too many for a set. */
function namedLike(db: Db, part: string): number[] | null {
  const named = db
    .sql<{ id: number }>('SELECT id FROM companies WHERE instr(normalised_name, ?) > 0 LIMIT ?')
    .all(part, MOST_IN_SET + 1)
  if (named.length > MOST_IN_SET) return null
  const called = db
    .sql<{ id: number }>(
      'SELECT DISTINCT company_id AS id FROM company_aliases WHERE instr(normalised_name, ?) > 0 LIMIT ?',
    )
    .all(part, MOST_IN_SET)
  return [...new Set([...named, ...called].map(row => row.id))]
}

/** The companies that the person marked, which are few. */
function marked(db: Db, show: Exclude<CompanyShow, 'all'>): number[] {
  return db
    .sql<{ id: number }>(
      `SELECT id FROM companies WHERE ${show === 'favourites' ? 'favourite' : 'blocked'} = 1`,
    )
    .all()
    .map(row => row.id)
}

/** Names as they are sorted: without regard to the case of ASCII letters. */
const folded = (name: string) => name.replace(/[A-Z]+/g, letters => letters.toLowerCase())

/** The next rows of an index, those with the words only; '' is in every name. */
function fromIndex(
  db: Db,
  sort: CompanySort,
  part: string,
  after: z.infer<typeof Cursor> | null,
  limit: number,
): Row[] {
  const where = part === '' ? '' : `AND ${NAMED}`
  const values = part === '' ? [] : [part, part]
  if (sort === 'name')
    return db
      .sql<Row>(
        `SELECT ${COLUMNS} FROM companies WHERE (name COLLATE NOCASE, id) > (?, ?) ${where}
         ORDER BY name COLLATE NOCASE, id LIMIT ?`,
      )
      .all(String(after?.[0] ?? ''), after?.[1] ?? 0, ...values, limit)
  const [count, id] = after ?? [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  return db
    .sql<Row>(
      `SELECT ${COLUMNS} FROM companies WHERE (job_count, id) < (?, ?) ${where}
       ORDER BY job_count DESC, id DESC LIMIT ?`,
    )
    .all(Number(count), id, ...values, limit)
}

/** Rows of a small chosen set, sorted and paged in memory. */
function fromSet(
  db: Db,
  ids: readonly number[],
  part: string,
  sort: CompanySort,
  after: z.infer<typeof Cursor> | null,
): Row[] {
  const where = part === '' ? '' : `AND ${NAMED}`
  const rows = db
    .sql<Row>(`SELECT ${COLUMNS} FROM companies WHERE id IN (SELECT value FROM json_each(?)) ${where}`)
    .all(JSON.stringify(ids), ...(part === '' ? [] : [part, part]))
  const keyed = rows.map(row => ({ row, name: folded(row.name) }))
  if (sort === 'name') {
    keyed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.row.id - b.row.id))
    const last = folded(String(after?.[0] ?? ''))
    return keyed
      .filter(({ row, name }) => after === null || name > last || (name === last && row.id > after[1]))
      .map(one => one.row)
  }
  const last = Number(after?.[0] ?? 0)
  return rows
    .sort((a, b) => b.job_count - a.job_count || b.id - a.id)
    .filter(row => after === null || row.job_count < last || (row.job_count === last && row.id < after[1]))
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
  }: { text: string; show: CompanyShow; sort: CompanySort; cursor: string | null; limit: number },
): { rows: CompanyRow[]; cursor: string | null } {
  const after = cursorOf(cursor)
  const part = normaliseCompany(text)
  // What holds no letter and no digit is in no name.
  if (part === '' && text.trim() !== '') return { rows: [], cursor: null }
  const set = show === 'all' ? (part === '' ? null : namedLike(db, part)) : marked(db, show)
  const rows =
    set === null
      ? fromIndex(db, sort, part, after, limit + 1)
      : fromSet(db, set, show === 'all' ? '' : part, sort, after)
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
