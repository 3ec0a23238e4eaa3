import { refuse } from '../contract/errors.ts'
import type { CommandContext } from '../platform/context.ts'
import { type Check, walksOf } from './check.ts'
import { addToRepair, type Found, insertRepair, type WrongRow } from './store.ts'
import { wordsOf } from './words.ts'

/** Mends what breaks a check, where nothing is lost by it. */

/** What a look over all rows found. */
export interface Looked {
  found: Found
  rows: WrongRow[]
}

export type LookOver = (
  check: Check,
  options?: { walks?: readonly string[]; most?: number },
) => Promise<Looked | null>

interface Around {
  dryRun: boolean
  lookOver: LookOver
  /** Begins a transaction's turn; answers what says when it is over. */
  over(): () => boolean
}

const MOST_EXAMPLES = 20
/** Rows that one look finds for mending; with more, it is looked again. */
const MOST_AT_ONCE = 100_000

/**
 * Mends the wrong rows of a check in short transactions, the copies before the numbers that count them; each row is
 * looked at once more before it is written. A row in the book of repairs goes with the first transaction and grows with
 * the others. `dryRun`: changes nothing and says what it would do.
 */
export async function repairCheck(
  context: CommandContext,
  check: Check,
  { dryRun, lookOver, over }: Around,
): Promise<{ rows: number; examples: string[]; repairId: number | null }> {
  const { mend, name } = check
  if (!mend) return refuse('unsupported', 'What this check finds cannot be mended without a loss.')
  const walks = walksOf(check, context.db).filter(walk => mend[walk.name] !== undefined)
  const examples: string[] = []
  const now = context.clock.now()
  const exemplify = (found: readonly WrongRow[]) => {
    for (const { walk: walkName, key } of found) {
      if (examples.length === MOST_EXAMPLES) return
      const walk = walks.find(each => each.name === walkName)
      const words = walk && wordsOf(context.db, walk, key, now)
      if (words) examples.push(`${words.what}: ${words.detail}`)
    }
  }

  if (dryRun) {
    const looked = await lookOver(check, { walks: walks.map(walk => walk.name) })
    if (looked?.found.state === 'error') refuse('internal', looked.found.message)
    exemplify(looked?.rows ?? [])
    return { rows: looked?.found.failing ?? 0, examples, repairId: null }
  }

  let rows = 0
  let repairId: number | null = null
  const mendSome = (found: readonly WrongRow[], from: number): number =>
    context.unit(tx => {
      const ended = over()
      let at = from
      let done = 0
      for (; at < found.length && (at === from || !ended()); at += 1) {
        const row = found[at]
        const walk = walks.find(each => each.name === row?.walk)
        if (!row || !walk || !wordsOf(tx.db, walk, row.key, tx.now)) continue
        mend[walk.name]?.row(tx, JSON.parse(row.key))
        done += 1
      }
      if (done === 0) return at
      rows += done
      const note = check.mended?.(rows) ?? `Mended ${rows} rows.`
      if (repairId === null) repairId = insertRepair(tx.db, { name, at: tx.now, rows, note })
      else addToRepair(tx.db, repairId, rows, note)
      tx.emit('checks.repaired', { name, rows: done })
      return at
    })

  for (const walk of walks)
    for (let before = -1; rows !== before; ) {
      before = rows
      const looked = await lookOver(check, { walks: [walk.name], most: MOST_AT_ONCE })
      if (looked === null || looked.rows.length === 0) break
      exemplify(looked.rows)
      for (let at = 0; at < looked.rows.length; ) {
        at = mendSome(looked.rows, at)
        await new Promise(resolve => setImmediate(resolve))
      }
      if (looked.rows.length < MOST_AT_ONCE) break
    }
  return { rows, examples, repairId }
}
