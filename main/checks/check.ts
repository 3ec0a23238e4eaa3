import type { CheckName, Severity } from '../contract/checks.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { Walk } from './rules/walk.ts'

/** How the wrong rows of one walk are mended without a loss. */
export interface Mend {
  /** Mends one row by its key, in the caller's transaction; asked only while the row is wrong. */
  row(tx: Tx, key: readonly (string | number)[]): void
}

/** One check of the data. */
export interface Check {
  name: CheckName
  severity: Severity
  /** In plain words, sentence case. */
  title: string
  /** What must hold, in a sentence. */
  hint: string
  /** What is asked; for some checks it follows from the tables that there are. */
  walks: readonly Walk[] | ((db: Db) => readonly Walk[])
  /** By the name of the walk; a check without any is only shown. */
  mend?: Readonly<Record<string, Mend>>
  /** What a repair did, for the book of repairs. */
  mended?(rows: number): string
}

export const walksOf = (check: Check, db: Db): readonly Walk[] =>
  typeof check.walks === 'function' ? check.walks(db) : check.walks
