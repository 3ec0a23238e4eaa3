import type { CheckName } from '../contract/checks.ts'
import { createDb, type Db } from '../platform/db/connection.ts'
import { openReader } from '../platform/db/pragmas.ts'
import { checkNamed } from './all.ts'
import { walksOf } from './check.ts'
import { countSql, endSql, given, lookedSql, type Walk, wrongSql } from './rules/walk.ts'
import type { WrongRow } from './store.ts'

/**
 * Checks over all data, piece by piece: each is one short task of a compute thread with a reading connection of its own,
 * so that other work comes between, and that a check can be ended.
 */

/** Where a check stands: which of its walks, and the last value of the column that it goes along; null: at its beginning. */
export interface Place {
  walk: number
  after: string | number | null
}

export interface LookTask {
  kind: 'look'
  /** The database. */
  file: string
  name: CheckName
  /** Only these walks; null: all. */
  walks: readonly string[] | null
  /** null: the beginning. */
  from: Place | null
  now: string
}

export interface Piece {
  /** Rows to look at in all; known with the first piece. */
  total: number | null
  looked: number
  wrong: WrongRow[]
  /** Where to go on; null: it is done. */
  next: Place | null
}

/** A piece takes about so long; a person who cancels waits for its end. */
const PIECE_MS = 100
const ROWS_AT_ONCE = 2_000

/** One piece of a check, over a connection of its own. */
export function lookFor(task: LookTask): Piece {
  const db = createDb(openReader(task.file))
  try {
    return lookAt(db, task)
  } finally {
    db.close()
  }
}

/** One piece of a check. */
export function lookAt(db: Db, { name, walks: wanted, from, now }: LookTask): Piece {
  const begun = performance.now()
  const walks = walksOf(checkNamed(name), db).filter(walk => wanted === null || wanted.includes(walk.name))
  const values = given({ now })
  const piece: Piece = { total: null, looked: 0, wrong: [], next: from ?? { walk: 0, after: null } }
  if (from === null)
    piece.total = walks.reduce(
      (sum, walk) => sum + (db.sql<{ n: number }>(countSql(walk)).first(...values)?.n ?? 0),
      0,
    )
  while (piece.next !== null && performance.now() - begun < PIECE_MS) {
    const { walk: at, after } = piece.next
    const walk = walks[at]
    if (!walk) {
      piece.next = null
      break
    }
    const last = step(db, walk, after, values, piece)
    piece.next = last === null ? { walk: at + 1, after: null } : { walk: at, after: last }
  }
  if (piece.next !== null && piece.next.walk >= walks.length) piece.next = null
  return piece
}

/** Looks at some rows after a value; answers the last value, or null when there are no more rows. */
function step(
  db: Db,
  walk: Walk,
  after: string | number | null,
  values: ReturnType<typeof given>,
  piece: Piece,
): string | number | null {
  const first = after === null
  const from = after === null ? [] : [after]
  const most = walk.piece ?? ROWS_AT_ONCE
  const end = db
    .sql<{ n: number; last: string | number | null }>(endSql(walk, first))
    .first(...values, ...from, most)
  if (!end || end.last === null) return null
  const range = [...values, ...from, end.last]
  piece.looked += db.sql<{ n: number }>(lookedSql(walk, first)).first(...range)?.n ?? 0
  for (const { key } of db.sql<{ key: string }>(wrongSql(walk, first)).all(...range))
    piece.wrong.push({ walk: walk.name, key })
  return end.n < most ? null : end.last
}
