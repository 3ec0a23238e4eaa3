import type { Sqlite } from './pragmas.ts'

/** Damage lines that concern what can be computed again from the tables. */
const FULL_TEXT = /^malformed inverted index for FTS5 table main\.(\w+)$/
const INDEX = /^(?:row \d+ missing from index|wrong # of entries in index|non-unique entry in index) \w+$/

/**
 * Makes damaged indexes anew when all of the `faults` that a check reported are in indexes; then no data is lost and no
 * backup needed. Answers false, with nothing changed, when a table itself is damaged or the work fails.
 */
export function mendIndexes(db: Sqlite, faults: string[]): boolean {
  const fullText = faults.flatMap(fault => FULL_TEXT.exec(fault)?.[1] ?? [])
  const others = faults.filter(fault => !FULL_TEXT.test(fault))
  if (!others.every(fault => INDEX.test(fault))) return false
  try {
    db.transaction(() => {
      if (others.length > 0) db.exec('REINDEX')
      for (const table of fullText) db.exec(`INSERT INTO "${table}"("${table}") VALUES ('rebuild')`)
    }).immediate()
    return true
  } catch {
    return false
  }
}
