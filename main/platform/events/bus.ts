import type { EventType, StoredEvent } from '../../contract/events.ts'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/connection.ts'
import type { Log } from '../log.ts'
import { isDue, pauseAfter } from './backoff.ts'
import { countEvents } from './counts.ts'
import {
  deleteFailure,
  deleteHandler,
  eventsOf,
  type FailureRow,
  findFailure,
  type HandlerRecord,
  insertFailure,
  openFailure,
  readHandlers,
  saveHandler,
  updateFailure,
} from './handler-store.ts'
import { newestSeq, type Tx } from './outbox.ts'

/**
 * Something that is done after events of some types. It is called after their commit, with all that gathered since
 * its last call (one call for many events), never twice at once. After a crash it is called again with events that it
 * may have dealt with already, so it has to look at the database for what there is to do rather than count calls.
 */
export interface EventHandler<T extends EventType = EventType> {
  /** What it does, as people read it on the page of events; its figures are kept by it. */
  readonly name: string
  readonly types: readonly T[]
  handle(events: readonly StoredEvent<T>[]): void | Promise<void>
}

export interface Bus {
  /** Registers a handler; before `start`. Throws when the name is taken. */
  on<T extends EventType>(handler: EventHandler<T>): void
  /** Takes what was committed; the handlers follow in a later turn of the event loop. */
  publish(events: readonly StoredEvent[]): void
  /** Hands over what was missed since the figures were last written: after a crash, the last seconds. */
  start(): void
  /** Once a second: tries failures again whose time has come, and writes figures while nothing else writes. */
  tick(): void
  /** Tries a failure again at once; true when it went well. null: it is not known (any more). */
  retry(failureId: number): Promise<boolean | null>
  /** Answers when no handler has anything to do. */
  settled(): Promise<void>
  /** Lets what is under way end, and writes the figures. What waits is handed over at the next start. */
  stop(): Promise<void>
}

export interface BusOptions {
  db: Db
  clock: Clock
  log: Log
  unit<T>(work: (tx: Tx) => T): T
  /** True while a run writes: figures wait. */
  busy(): boolean
}

/** Ticks between two writings of figures while nothing else writes, and at most. */
const TICKS_IDLE = 5
const TICKS_BUSY = 15
const DURATIONS_KEPT = 100
/** Events handed over in one call after a crash or for a failure; older ones are passed over. */
const MOST_MISSED = 2_000
const LONGEST_ERROR = 500

interface Station {
  handler: EventHandler
  record: HandlerRecord
  waiting: StoredEvent[]
  running: Promise<void> | null
  /** The failure that is still tried by itself; later failures join it. */
  open: FailureRow | undefined
}

/** The bus of the backend thread. Nothing is written per event: numbers are gathered and written now and then. */
export function createBus({ db, clock, log, unit, busy }: BusOptions): Bus {
  const stations: Station[] = []
  let byType = new Map<EventType, Station[]>()
  let scheduled = false
  let started = false
  let stopping = false
  /** Something happened since the figures were written. */
  let dirty = false
  let ticks = 0

  const ended = (station: Station, events: readonly StoredEvent[], took: number) => {
    const { record } = station
    record.handled += events.length
    record.lastAt = clock.now()
    record.lastSeq = Math.max(record.lastSeq, events.at(-1)?.seq ?? 0)
    record.durations = [...record.durations, Math.round(took * 10) / 10].slice(-DURATIONS_KEPT)
    dirty = true
  }

  /** Runs the handler; answers what it threw as a sentence, or null. */
  const call = async (station: Station, events: readonly StoredEvent[]): Promise<string | null> => {
    const begun = performance.now()
    let error: string | null = null
    try {
      await station.handler.handle(events)
    } catch (thrown) {
      error = (thrown instanceof Error ? thrown.message : String(thrown)).slice(0, LONGEST_ERROR)
      log.error('What is done after events failed', {
        handler: station.handler.name,
        reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : error,
      })
      station.record.failed += 1
      station.record.lastError = error
      station.record.lastErrorAt = clock.now()
    }
    ended(station, events, performance.now() - begun)
    return error
  }

  const nextTry = (attempts: number): string | null => {
    const pause = pauseAfter(attempts)
    return pause === null ? null : new Date(clock.millis() + pause).toISOString()
  }

  const remember = (station: Station, events: readonly StoredEvent[], error: string) => {
    // A failure is an event too: what cannot deal with those would fail for ever.
    const own = events.filter(event => event.type !== 'handler.failed')
    const newest = own.at(-1)
    if (!newest) return
    if (station.open) {
      station.open = { ...station.open, seq: newest.seq, type: newest.type, at: clock.now(), error }
      return
    }
    const failure = {
      handler: station.handler.name,
      first_seq: own[0]?.seq ?? newest.seq,
      seq: newest.seq,
      type: newest.type,
      error,
      attempts: 1,
      next_at: nextTry(1),
    }
    unit(tx => {
      station.open = { ...failure, at: tx.now, id: insertFailure(tx.db, { ...failure, at: tx.now }) }
      tx.emit('handler.failed', { handler: station.handler.name, seq: newest.seq })
    })
  }

  const work = async (station: Station) => {
    while (station.waiting.length > 0 && !stopping) {
      const events = station.waiting.splice(0)
      const error = await call(station, events)
      if (error !== null) remember(station, events, error)
    }
  }

  const logged = (what: string) => (thrown: unknown) =>
    log.error(what, { reason: thrown instanceof Error ? thrown.message : String(thrown) })

  /** One thing at a time for each handler; `what` never rejects. */
  const alone = <T>(station: Station, what: () => Promise<T>): Promise<T> => {
    const before = station.running ?? Promise.resolve()
    const value = before.then(what)
    const end = value
      .then(() => {}, logged('The failure of a handler could not be written'))
      .finally(() => {
        if (station.running === end) station.running = null
        if (station.waiting.length > 0) drainSoon()
      })
    station.running = end
    return value
  }

  const drain = () => {
    scheduled = false
    for (const station of stations)
      if (station.waiting.length > 0 && !station.running && !stopping)
        void alone(station, () => work(station)).catch(() => {})
  }
  const drainSoon = () => {
    if (scheduled || !started || stopping) return
    scheduled = true
    setImmediate(drain)
  }

  const give = (station: Station, events: readonly StoredEvent[]) => {
    station.waiting.push(...events)
    drainSoon()
  }

  /** Calls a handler again with the events of a failure, as far as they are kept. */
  const again = async (station: Station, failure: FailureRow): Promise<boolean> => {
    const events = eventsOf(db, station.handler.types, failure.first_seq, failure.seq, MOST_MISSED)
    const error = events.length === 0 ? null : await call(station, events)
    const isOpen = station.open?.id === failure.id
    if (error === null) {
      unit(tx => deleteFailure(tx.db, failure.id))
      if (isOpen) station.open = undefined
      return true
    }
    const attempts = failure.attempts + 1
    const next: FailureRow = { ...failure, at: clock.now(), error, attempts, next_at: nextTry(attempts) }
    unit(tx => {
      updateFailure(tx.db, next)
      tx.emit('handler.failed', { handler: station.handler.name, seq: failure.seq })
    })
    if (isOpen) station.open = next.next_at === null ? undefined : next
    return false
  }

  const flush = () => {
    ticks = 0
    if (!dirty) return
    unit(tx => {
      countEvents(tx.db)
      const newest = newestSeq(tx.db)
      for (const { record, waiting, running, open } of stations) {
        // Whatever is committed was published; who has nothing to do has dealt with it.
        if (waiting.length === 0 && !running) record.lastSeq = newest
        saveHandler(tx.db, record)
        if (open) updateFailure(tx.db, open)
      }
    })
    dirty = false
  }

  const bus: Bus = {
    on(handler) {
      if (started || stations.some(station => station.handler.name === handler.name))
        throw new Error(`The handler ${handler.name} comes too late or twice`)
      // Only events of its types are given to a handler.
      const known = handler as unknown as EventHandler
      const record: HandlerRecord = {
        name: handler.name,
        types: handler.types,
        handled: 0,
        failed: 0,
        lastAt: null,
        lastError: null,
        lastErrorAt: null,
        durations: [],
        lastSeq: 0,
      }
      stations.push({ handler: known, record, waiting: [], running: null, open: undefined })
    },
    publish(events) {
      dirty = true
      for (const event of events) for (const station of byType.get(event.type) ?? []) give(station, [event])
    },
    start() {
      const known = new Map(readHandlers(db).map(record => [record.name, record]))
      const newest = newestSeq(db)
      for (const station of stations) {
        const { name, types } = station.handler
        const record = known.get(name)
        known.delete(name)
        // A handler that is new with this version has missed nothing.
        station.record = record ? { ...record, types } : { ...station.record, lastSeq: newest }
        station.open = openFailure(db, name)
        station.waiting = eventsOf(db, types, station.record.lastSeq + 1, newest, MOST_MISSED)
        for (const type of types) byType.set(type, [...(byType.get(type) ?? []), station])
      }
      unit(tx => {
        for (const name of known.keys()) deleteHandler(tx.db, name)
      })
      dirty = true
      flush()
      started = true
      if (stations.some(station => station.waiting.length > 0)) drainSoon()
    },
    tick() {
      if (!started || stopping) return
      for (const station of stations) {
        const { open, running } = station
        if (!open?.next_at || running || !isDue(open.next_at, clock.millis())) continue
        void alone(station, () => again(station, open)).catch(() => {})
      }
      ticks += 1
      if (ticks < (busy() ? TICKS_BUSY : TICKS_IDLE)) return
      try {
        flush()
      } catch (thrown) {
        logged('The figures of events could not be written')(thrown)
      }
    },
    async retry(failureId) {
      const failure = findFailure(db, failureId)
      const station = stations.find(({ handler }) => handler.name === failure?.handler)
      if (!failure || !station) return null
      return alone(station, () => {
        // What joined it in the meantime is tried with it.
        const now = station.open?.id === failureId ? station.open : findFailure(db, failureId)
        return now ? again(station, now) : Promise.resolve(true)
      })
    },
    async settled() {
      while (scheduled || stations.some(station => station.running || station.waiting.length > 0)) {
        await Promise.all(stations.map(station => station.running))
        await new Promise(resolve => setImmediate(resolve))
      }
    },
    async stop() {
      stopping = true
      byType = new Map()
      await Promise.all(stations.map(station => station.running))
      if (started) flush()
    },
  }
  return bus
}
