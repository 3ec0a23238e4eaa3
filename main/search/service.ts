import type { JobRow } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { searchHits } from './hits.ts'
import { snippetOf } from './rules/snippet.ts'
import type { SearchWords } from './rules/words.ts'
import { snippetTexts } from './store.ts'

export { learnOlderWords, learnWords } from './words-store.ts'

/** Ids of at most `limit` jobs that match a text with its scopes, the most relevant first, without those of blocked companies. */
export const searchCandidates = (db: Db, text: string, limit: number): number[] =>
  searchHits(db, text, limit).ids

/** What searching needs of the lists of jobs. */
export interface JobLists {
  /** Rows by id, in the order of the ids. */
  rowsOf(db: Db, ids: readonly number[], now: string): JobRow[]
}

/** Rows with the place where the search words stand. */
function withSnippets(db: Db, rows: readonly JobRow[], { wanted }: SearchWords) {
  if (wanted.length === 0) return rows.map(job => ({ job, snippet: null }))
  const texts = new Map(
    snippetTexts(
      db,
      rows.map(job => job.id),
    ).map(one => [one.id, one]),
  )
  return rows.map(job => {
    const found = texts.get(job.id)
    return { job, snippet: found ? snippetOf(found, wanted) : null }
  })
}

export const searchQueries = ({ rowsOf }: JobLists) =>
  ({
    'search.jobs': ({ db, clock }, { text, limit }) => {
      const { ids, words, corrections } = searchHits(db, text, limit + 1)
      const rows = rowsOf(db, ids.slice(0, limit), clock.now())
      return { rows: withSnippets(db, rows, words), more: ids.length > limit, corrections }
    },
  }) satisfies Partial<Queries>
