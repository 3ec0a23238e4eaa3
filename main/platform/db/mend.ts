import type { Sqlite } from './pragmas.ts'

/** Lines of a check that concern what can be computed again from the tables; they name the table. */
const FULL_TEXT =
  /^(?:(?:malformed|unable to validate the) inverted index for FTS5 table main\.(\w+)|fts5: (?:corrupt|checksum mismatch).* table "(\w+)")/
const INDEX = /^(?:row \d+ missing from index|wrong # of entries in index|non-unique entry in index) \w+$/

/**
 * Makes damaged indexes anew when all of the `faults` that a check reported are in indexes; then no data is lost and no
 * backup needed. Answers false, with nothing changed, when a table itself is damaged or the work fails.
 */
export function mendIndexes(db: Sqlite, faults: string[]): boolean {
  const fullText = faults.flatMap(fault => FULL_TEXT.exec(fault)?.slice(1).find(Boolean) ?? [])
  const others = faults.filter(fault => !FULL_TEXT.test(fault))
  if (!others.every(fault => INDEX.test(fault))) return false
  try {
    db.transaction(() => {
      if (others.length > 0) db.exec('REINDEX')
      for (const table of new Set(fullText)) db.exec(`INSERT INTO "${table}"("${table}") VALUES ('rebuild')`)
    }).immediate()
    return true
  } catch {
    return false
  }
}
