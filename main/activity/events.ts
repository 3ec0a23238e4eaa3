import type { EventMonitor, HandlerView } from '../contract/activity.ts'
import { refuse } from '../contract/errors.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Bus } from '../platform/events/bus.ts'
import { bucketOf, countsSince, lastTimes } from '../platform/events/counts.ts'
import { newestFailures, readHandlers, waitingFailures } from '../platform/events/handler-store.ts'
import { newestSeq } from '../platform/events/outbox.ts'
import { eventsBefore } from './store.ts'

const HOUR_MS = 60 * 60 * 1000
const HOURS = 24

const iso = (millis: number) => new Date(millis).toISOString()
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function handlerViews(db: Db): HandlerView[] {
  const waiting = waitingFailures(db)
  return readHandlers(db).map(({ durations, lastSeq: _, ...record }) => ({
    ...record,
    types: [...record.types],
    meanMs: durations.length === 0 ? null : sum(durations) / durations.length,
    waiting: waiting.get(record.name) ?? 0,
  }))
}

function monitor(db: Db, now: number): EventMonitor {
  const newest = newestSeq(db)
  const oldest = db
    .sql<{ seq: number; at: string }>('SELECT seq, at FROM events WHERE seq = (SELECT min(seq) FROM events)')
    .first()
  const hours = Array.from({ length: HOURS }, (_, index) =>
    iso(now - (HOURS - 1 - index) * HOUR_MS).slice(0, 13),
  )
  // The oldest hour begins with the clock, the newest is the present one.
  const counts = countsSince(db, bucketOf(`${hours[0]}:00`))
  const lastHour = bucketOf(iso(now - HOUR_MS))
  const byHour = new Map<string, number>()
  const byType = new Map<string, { lastHour: number; lastDay: number }>()
  for (const { bucket, type, n } of counts) {
    const hour = bucket.slice(0, 13)
    byHour.set(hour, (byHour.get(hour) ?? 0) + n)
    const sums = byType.get(type) ?? { lastHour: 0, lastDay: 0 }
    byType.set(type, { lastHour: sums.lastHour + (bucket > lastHour ? n : 0), lastDay: sums.lastDay + n })
  }
  const last = lastTimes(db)
  return {
    newest,
    kept: oldest ? newest - oldest.seq + 1 : 0,
    oldestAt: oldest?.at ?? null,
    hours: hours.map(hour => ({ hour: `${hour}:00:00.000Z`, n: byHour.get(hour) ?? 0 })),
    types: [...last]
      .map(([type, lastAt]) => ({ type, lastAt, ...(byType.get(type) ?? { lastHour: 0, lastDay: 0 }) }))
      .sort((a, b) => b.lastDay - a.lastDay || a.type.localeCompare(b.type)),
    handlers: handlerViews(db),
  }
}

/** The events themselves and how they are dealt with, for those who look after the machine. */
export const eventQueries = {
  'events.monitor': ({ db, clock }) => monitor(db, clock.millis()),
  'events.list': ({ db }, { types, before, limit }) => eventsBefore(db, types, before, limit),
  'events.failures': ({ db }, { limit }) =>
    newestFailures(db, limit).map(({ first_seq: _, next_at, ...failure }) => ({
      ...failure,
      nextAt: next_at,
    })),
} satisfies Partial<Queries>

/** Trying again what failed after an event. */
export const eventCommands = (bus: Pick<Bus, 'retry'>) =>
  ({
    'events.retry': async (_, { failureId }) => {
      const done = await bus.retry(failureId)
      return done === null ? refuse('not_found', 'This failure is not known any more.') : { done }
    },
  }) satisfies Partial<Commands>
