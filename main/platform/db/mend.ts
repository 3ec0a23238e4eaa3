import { type Depth, integrityFaults } from './integrity.ts'
import type { Sqlite } from './pragmas.ts'

/** Fills a full-text table, inside a transaction, from the tables that it indexes. */
export type Rebuild = (db: Sqlite, table: string) => void

const rebuildByItself: Rebuild = (db, table) => {
  db.exec(`INSERT INTO "${table}"("${table}") VALUES ('rebuild')`)
}

/** Lines of a check that concern what can be computed again from the tables; they name the table. */
const FULL_TEXT =
  /^(?:(?:malformed|unable to validate the) inverted index for FTS5 table main\.(\w+)|fts5: (?:corrupt|checksum mismatch).* table "(\w+)")/
const INDEX = /^(?:row \d+ missing from index|wrong # of entries in index|non-unique entry in index) \w+$/

/** True when all faults of a check are in indexes, which can be made anew from the tables. */
export function areMendable(faults: string[]): boolean {
  return faults.every(fault => FULL_TEXT.test(fault) || INDEX.test(fault))
}

/**
 * Makes the damaged indexes anew; then no data is lost and no backup needed. Answers false, with nothing changed, when
 * the work fails or the same check still finds something.
 */
export function mendIndexes(db: Sqlite, faults: string[], depth: Depth, rebuild = rebuildByItself): boolean {
  const tables = new Set(faults.flatMap(fault => FULL_TEXT.exec(fault)?.slice(1).find(Boolean) ?? []))
  try {
    db.transaction(() => {
      if (faults.some(fault => INDEX.test(fault))) db.exec('REINDEX')
      for (const table of tables) rebuild(db, table)
      const [left] = integrityFaults(db, depth)
      if (left !== undefined) throw new Error(left)
    }).immediate()
    return true
  } catch {
    return false
  }
}
