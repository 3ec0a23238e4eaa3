import type { Db } from '../platform/db/connection.ts'
import { type Check, walksOf } from './check.ts'
import { given, oneSql, type Walk } from './rules/walk.ts'
import type { WrongRow } from './store.ts'

/** Sentences on what a check found. */

export const PASSED = 'Everything holds.'

/** One wrong row in words. */
export interface RowWords {
  what: string
  detail: string
  page: string | null
}

/** What is wrong with a row now; undefined: nothing any more. */
export function wordsOf(db: Db, walk: Walk, key: string, now: string): RowWords | undefined {
  const values: (string | number)[] = JSON.parse(key)
  return db.sql<RowWords>(oneSql(walk)).first(...given({ now }), ...values)
}

/** How many rows break a check, with the first of them as an example; names no job. */
export function failedWords(
  db: Db,
  check: Check,
  rows: readonly WrongRow[],
  now: string,
  count = rows.length,
): string {
  const [first] = rows
  const walk = walksOf(check, db).find(({ name }) => name === first?.walk)
  const words = first && walk ? wordsOf(db, walk, first.key, now) : undefined
  const many = count === 1 ? '1 row breaks this.' : `${count.toLocaleString('en')} rows break this.`
  return words ? `${many} The first: ${words.detail}` : many
}
