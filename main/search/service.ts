import { ANY_JOB, type JobFilter, type JobSort } from '../contract/job-filter.ts'
import type { SearchResult } from '../contract/search.ts'
import type { JobRow } from '../contract/shapes.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import type { QueryContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { type Hits, searchHits } from './hits.ts'
import { nameFor, readHelpOf } from './names.ts'
import { readFilterText, writeFilterText } from './rules/filter-text.ts'
import { snippetOf } from './rules/snippet.ts'
import type { SearchWords } from './rules/words.ts'
import { snippetTexts } from './store.ts'
import { suggestions } from './suggest.ts'

export { notOfBlocked } from './blocked.ts'
export { learnOlderWords, learnWords } from './words-store.ts'

/** Ids of at most `limit` jobs that match a text with its scopes, the most relevant first, without those of blocked companies. */
export const searchCandidates = (db: Db, text: string, limit: number): number[] =>
  searchHits(db, text, limit).ids

/** What searching needs of the lists of jobs. */
export interface JobLists<Row> {
  /** Rows by id, in the order of the ids. */
  rowsOf(db: Db, ids: readonly number[], now: string): JobRow[]
  /** Ids of the jobs that a filter shows, in no order. */
  idsOf(db: Db, filter: JobFilter, now: string, limit: number): { ids: number[] }
  listJobs(
    db: Db,
    question: { filter: JobFilter; sort: JobSort; reversed: boolean; cursor: string | null; limit: number },
    now: string,
  ): { rows: Row[]; cursor: string | null }
  toJobRow(row: Row, now: string): JobRow
}

/** Hits of a text that a filter beside it chooses from. */
const MOST_FILTERED = 5_000

/** Rows with the place where the search words stand. */
function withSnippets(db: Db, rows: readonly JobRow[], { wanted }: SearchWords): SearchResult['rows'] {
  if (wanted.length === 0) return rows.map(job => ({ job, snippet: null }))
  const ids = rows.map(job => job.id)
  const texts = new Map(snippetTexts(db, ids).map(one => [one.id, one]))
  return rows.map(job => {
    const found = texts.get(job.id)
    return { job, snippet: found ? snippetOf(found, wanted) : null }
  })
}

/** Whether a filter says anything but its text. */
const narrows = (filter: JobFilter): boolean =>
  JSON.stringify({ ...filter, text: '' }) !== JSON.stringify(ANY_JOB)

/** A search is about all that is known: nothing is left out that its text does not leave out. */
const wide = (filter: JobFilter): JobFilter => ({
  ...filter,
  statuses: filter.statuses.length > 0 ? filter.statuses : [...JOB_STATUSES],
  ineligible: true,
})

function found<Row>(
  { db, clock }: QueryContext,
  lists: JobLists<Row>,
  { text, limit }: { text: string; limit: number },
): SearchResult {
  const now = clock.now()
  const { filter } = readFilterText(text, readHelpOf(db, now))
  if (narrows(filter) && filter.text.trim() === '') {
    const question = { filter: wide(filter), sort: 'newest', reversed: false, cursor: null, limit } as const
    const { rows, cursor } = lists.listJobs(db, question, now)
    return {
      rows: rows.map(row => ({ job: lists.toJobRow(row, now), snippet: null })),
      more: cursor !== null,
      corrections: [],
    }
  }
  const hits = narrows(filter) ? chosenHits(db, lists, filter, now) : searchHits(db, filter.text, limit + 1)
  const rows = lists.rowsOf(db, hits.ids.slice(0, limit), now)
  return {
    rows: withSnippets(db, rows, hits.words),
    more: hits.ids.length > limit,
    corrections: hits.corrections,
  }
}

function chosenHits<Row>(db: Db, lists: JobLists<Row>, filter: JobFilter, now: string): Hits {
  const hits = searchHits(db, filter.text, MOST_FILTERED)
  if (hits.ids.length === 0) return hits
  const chosen = new Set(lists.idsOf(db, wide(filter), now, MOST_FILTERED).ids)
  return { ...hits, ids: hits.ids.filter(id => chosen.has(id)) }
}

export const searchQueries = <Row>(lists: JobLists<Row>) =>
  ({
    'search.jobs': (context, question) => found(context, lists, question),
    'search.suggest': ({ db }, { text, kinds, limit }) => suggestions(db, text, kinds, limit),
    'search.read': ({ db, clock }, { text }) => readFilterText(text, readHelpOf(db, clock.now())),
    'search.write': ({ db }, { filter }) => ({
      text: writeFilterText(filter, { nameOf: (kind, id) => nameFor(db, kind, id) }),
    }),
  }) satisfies Partial<Queries>
