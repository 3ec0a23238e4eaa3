import type { ActivityRow } from '../contract/activity.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { type Gathered, gather, mentioned, sentence } from './rules/sentences.ts'
import { typesFor } from './rules/words.ts'
import { eventsBefore, namesOf, readEvent } from './store.ts'

export { eventCommands, eventQueries } from './events.ts'

const AT_ONCE = 500
/** Events read for one page; a long import has more, and its sentence then stands twice. */
const MOST_READ = 3_000

/** Gathers sentences until there are `limit`, or enough was read; `next`: where the next page begins. */
function gatherPage(
  db: Db,
  types: readonly string[],
  from: number | null,
  limit: number,
): { gathered: Gathered[]; next: number | null } {
  const gathered: Gathered[] = []
  let before = from
  for (let read = 0; read < MOST_READ; read += AT_ONCE) {
    const records = eventsBefore(db, types, before, AT_ONCE)
    for (const record of records) {
      const event = readEvent(record)
      if (event && !gather(gathered, event, limit)) return { gathered, next: before }
      before = record.seq
    }
    if (records.length < AT_ONCE) return { gathered, next: null }
  }
  return { gathered, next: before }
}

export const activityQueries = {
  'activity.list': ({ db }, { groups, before, limit }) => {
    const { gathered, next } = gatherPage(db, typesFor(groups), before, limit)
    const names = namesOf(db, mentioned(gathered))
    const rows = gathered.map(each => sentence(each, names)).filter((row): row is ActivityRow => row !== null)
    return { rows, next }
  },
} satisfies Partial<Queries>
