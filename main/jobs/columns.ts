import type { Db } from '../platform/db/connection.ts'
import * as store from './columns-store.ts'
import {
  emptyColumns,
  type JobColumns,
  type NameColumn,
  newNames,
  newScores,
  newSets,
  newSkills,
  rowOf,
  type SetColumn,
} from './rules/job-columns.ts'
import {
  countSkills,
  dropRows,
  readLines,
  readMatches,
  readNames,
  readScores,
  readSets,
  readSkills,
} from './rules/read-columns.ts'

/**
 * Each connection's copy of what lists filter by (`rules/job-columns.ts`). It is made when it is first needed and brought
 * up to date before each question: new jobs by their higher ids, others by the log of changes. The log is read before
 * what it speaks of, so that what changes in between is at worst read twice.
 */

/** Columns that are read when a question first needs them. */
export interface Needs {
  campaignId?: number | null
  match?: boolean
  sources?: boolean
  campaigns?: boolean
  titles?: boolean
  companies?: boolean
  skills?: boolean
}

interface Copy {
  columns: JobColumns
  /** Up to this row of the log. */
  seq: number
}

const copies = new WeakMap<Db, Copy>()

/** More changes than this are read as a whole. */
const MOST_CHANGES = 20_000
const ALL = { first: 0, last: Number.MAX_SAFE_INTEGER }

/** The columns as the database stands now, with those that the question needs. */
export function columnsOf(db: Db, needs: Needs): JobColumns {
  // What a transaction wrote may be rolled back: nothing of it is kept.
  const kept = db.busy ? undefined : copies.get(db)
  const copy = (kept && followed(db, kept)) ?? newCopy(db)
  if (db.busy) copies.delete(db)
  else copies.set(db, copy)
  addNeeded(db, copy.columns, needs)
  return copy.columns
}

/** The row of the log up to which a connection's columns stand; tells whether what was computed from them is still right. */
export const columnsSeq = (db: Db): number => copies.get(db)?.seq ?? -1

function newCopy(db: Db): Copy {
  const copy: Copy = { columns: emptyColumns(), seq: store.newestChange(db) }
  addNewJobs(db, copy.columns)
  return copy
}

/** Reads all jobs with higher ids than those that are there. */
function addNewJobs(db: Db, columns: JobColumns): void {
  const last = columns.ids[columns.rows - 1] ?? 0
  const text = store.lines(db, { first: columns.rows === 0 ? 0 : last + 1, last: ALL.last })
  if (text === '') return
  readLines(columns, text)
  readBeside(db, columns, { first: columns.rows === 0 ? 0 : last + 1, last: ALL.last })
}

/** Reads again what stands beside some jobs, in the columns that are loaded. */
function readBeside(db: Db, columns: JobColumns, some: store.Some): void {
  readScores(columns, columns.best, store.bestScores(db, some))
  for (const [campaignId, scores] of columns.scores)
    readScores(columns, scores, store.campaignScores(db, campaignId, some))
  if (columns.match) readMatches(columns, columns.match, store.matches(db, some))
  if (columns.sources) readSets(columns, columns.sources, store.sources(db, some))
  if (columns.campaigns) readSets(columns, columns.campaigns, store.campaigns(db, some))
  if (columns.titles) readNames(columns, columns.titles, store.titles(db, some))
  if (columns.companies) readNames(columns, columns.companies, store.companies(db, some))
  if (columns.skills) readSkills(columns, columns.skills, store.skills(db, some))
}

/** The copy with all that changed since; undefined when it has to be made anew. */
function followed(db: Db, copy: Copy): Copy | undefined {
  const newest = store.newestChange(db)
  if (newest < copy.seq) return undefined
  if (newest > copy.seq) {
    if (newest - copy.seq > MOST_CHANGES || !store.logReaches(db, copy.seq)) return undefined
    const changes = store.changesAfter(db, copy.seq, MOST_CHANGES)
    follow(db, copy.columns, changes)
    copy.seq = changes.at(-1)?.seq ?? copy.seq
  }
  addNewJobs(db, copy.columns)
  // Rows of jobs that are gone are few; when they are not, the copy is made anew without them.
  return copy.columns.gone > 1000 + copy.columns.rows / 4 ? undefined : copy
}

interface Span {
  first: number
  last: number
}

function follow(db: Db, columns: JobColumns, changes: readonly store.Change[]): void {
  const jobs = new Set<number>()
  const matched: Span[] = []
  const scored = new Map<number | null, Span[]>()
  for (const { what, campaign_id, first_job: first, last_job: last } of changes)
    if (what === 'job') jobs.add(first)
    else if (what === 'match') matched.push({ first, last })
    else {
      const spans = scored.get(campaign_id) ?? []
      spans.push({ first, last })
      scored.set(campaign_id, spans)
    }
  const known = [...jobs].filter(id => rowOf(columns, id) !== -1)
  if (known.length > 0) {
    const found = new Set(readLines(columns, store.lines(db, known)))
    dropRows(
      columns,
      known.filter(id => !found.has(id)),
    )
    for (const id of known) forget(columns, rowOf(columns, id))
    readBeside(db, columns, known)
  }
  for (const span of joined([...scored.values()].flat()))
    readScores(columns, columns.best, store.bestScores(db, span))
  for (const [campaignId, scores] of columns.scores) {
    const spans = [...(scored.get(campaignId) ?? []), ...(scored.get(null) ?? [])]
    for (const span of joined(spans)) {
      for (const row of rowsOf(columns, span)) scores.score[row] = -1
      readScores(columns, scores, store.campaignScores(db, campaignId, span))
    }
  }
  if (columns.match)
    for (const span of joined(matched)) {
      for (const row of rowsOf(columns, span)) columns.match[row] = -1
      readMatches(columns, columns.match, store.matches(db, span))
    }
}

/** What stands beside a job may be gone: nothing does, until it is read again. */
function forget(columns: JobColumns, row: number): void {
  for (const scores of [columns.best, ...columns.scores.values()]) scores.score[row] = -1
  for (const column of [columns.sources, columns.campaigns]) if (column) column.of[row] = 0
  if (columns.match) columns.match[row] = -1
}

/** The rows of a range of ids. */
function* rowsOf({ ids, rows }: JobColumns, { first, last }: Span): Generator<number> {
  let low = 0
  let high = rows
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? 0) < first) low = middle + 1
    else high = middle
  }
  for (let row = low; row < rows && (ids[row] ?? 0) <= last; row++) yield row
}

/** Spans that touch as one, in ascending order. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const before = result.at(-1)
    if (before && span.first <= before.last + 1) before.last = Math.max(before.last, span.last)
    else result.push({ ...span })
  }
  return result
}

function addNeeded(db: Db, columns: JobColumns, needs: Needs): void {
  const { campaignId } = needs
  if (campaignId && !columns.scores.has(campaignId)) {
    const scores = newScores(columns)
    readScores(columns, scores, store.campaignScores(db, campaignId, ALL))
    columns.scores.set(campaignId, scores)
  }
  if (needs.match && !columns.match) {
    columns.match = newScores(columns).score
    readMatches(columns, columns.match, store.matches(db, ALL))
  }
  const sets = (text: string): SetColumn => {
    const column = newSets(columns)
    readSets(columns, column, text)
    return column
  }
  if (needs.sources) columns.sources ??= sets(store.sources(db, ALL))
  if (needs.campaigns) columns.campaigns ??= sets(store.campaigns(db, ALL))
  const names = (text: string): NameColumn => {
    const column = newNames(columns)
    readNames(columns, column, text)
    return column
  }
  if (needs.titles) columns.titles ??= names(store.titles(db, ALL))
  if (needs.companies) columns.companies ??= names(store.companies(db, ALL))
  if (needs.skills && !columns.skills) {
    columns.skills = newSkills(columns)
    readSkills(columns, columns.skills, store.skills(db, ALL))
    columns.skills.asked = countSkills(columns.skills)
  }
}
