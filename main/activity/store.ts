import { EVENTS, type EventType, type StoredEvent } from '../contract/events.ts'
import type { Db } from '../platform/db/connection.ts'
import { type Names, plain } from './rules/plain.ts'
import type { Mentioned } from './rules/sentences.ts'

interface EventRecord {
  seq: number
  type: string
  payload: string
  at: string
}

/** Stored events of some types (none: all) before a number, the newest first. */
export function eventsBefore(
  db: Db,
  types: readonly string[],
  before: number | null,
  limit: number,
): EventRecord[] {
  const until = before ?? Number.MAX_SAFE_INTEGER
  return types.length === 0
    ? db
        .sql<EventRecord>('SELECT seq, type, payload, at FROM events WHERE seq < ? ORDER BY seq DESC LIMIT ?')
        .all(until, limit)
    : db
        .sql<EventRecord>(
          `SELECT seq, type, payload, at FROM events
           WHERE seq < ? AND type IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?`,
        )
        .all(until, JSON.stringify(types), limit)
}

const isType = (type: string): type is EventType => Object.hasOwn(EVENTS, type)

/** The event as the contract has it; null for one that another version stored in another shape. */
export function readEvent({ seq, type, payload, at }: EventRecord): StoredEvent | null {
  if (!isType(type)) return null
  const parsed = EVENTS[type].safeParse(JSON.parse(payload))
  // The schema of this type has just parsed the payload.
  return parsed.success ? ({ seq, type, payload: parsed.data, at } as StoredEvent) : null
}

function byId<Row extends { id: number }>(db: Db, text: string, ids: ReadonlySet<number>): Map<number, Row> {
  if (ids.size === 0) return new Map()
  const rows = db.sql<Row>(text).all(JSON.stringify([...ids]))
  return new Map(rows.map(row => [row.id, row]))
}

/** Looks the names up, one statement for each kind of thing. */
export function namesOf(db: Db, ids: Mentioned): Names {
  const among = 'IN (SELECT value FROM json_each(?))'
  const jobs = byId<{ id: number; title: string; company: string }>(
    db,
    `SELECT id, title, company FROM jobs WHERE id ${among}`,
    ids.jobs,
  )
  const campaigns = byId<{ id: number; name: string }>(
    db,
    `SELECT id, name FROM campaigns WHERE id ${among}`,
    ids.campaigns,
  )
  const sources = byId<{ id: number; label: string }>(
    db,
    `SELECT id, label FROM sources WHERE id ${among}`,
    ids.sources,
  )
  const companies = byId<{ id: number; name: string }>(
    db,
    `SELECT id, name FROM companies WHERE id ${among}`,
    ids.companies,
  )
  const notifications = byId<{ id: number; kind: string; title: string; target: string }>(
    db,
    `SELECT id, kind, title, target FROM notifications WHERE id ${among}`,
    ids.notifications,
  )
  const reminders = byId<{ id: number; text: string }>(
    db,
    `SELECT id, text FROM reminders WHERE id ${among}`,
    ids.reminders,
  )
  const changes = byId<{ id: number; label: string }>(
    db,
    `SELECT id, label FROM changes WHERE id ${among}`,
    ids.changes,
  )
  const words = (name: string | undefined, gone: string) => (name ? plain(name) || gone : gone)
  return {
    job(id) {
      const job = jobs.get(id)
      return job ? `${words(job.title, 'a job')} at ${words(job.company, 'a company')}` : 'A job that is gone'
    },
    campaign: id => words(campaigns.get(id)?.name, 'a campaign that is gone'),
    source: id => words(sources.get(id)?.label, 'that is gone'),
    company: id => words(companies.get(id)?.name, 'A company that is gone'),
    notification(id) {
      const told = notifications.get(id)
      return told ? { kind: told.kind, title: plain(told.title, 160), target: told.target } : null
    },
    reminder(id) {
      const reminder = reminders.get(id)
      return reminder ? plain(reminder.text) : null
    },
    change(id) {
      const change = changes.get(id)
      return change ? plain(change.label, 160) : null
    },
  }
}
