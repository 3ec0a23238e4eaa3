import type { StoredEvent } from '../../../main/contract/events.ts'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { shownFile } from './document-files.ts'
import type { Line } from './lines.ts'

/** What a data folder has promised so far, over all its lives. */
export interface Facts {
  /** Takes in what one life said. */
  add(lines: readonly Line[]): void
  /** Acknowledged facts that the database does not hold, in words. What was asked without an answer may be either. */
  lost(db: Sqlite): string[]
  readonly count: number
}

interface Promised {
  value: unknown
  /** Values that were asked for since; one of them may have come true unanswered. */
  asked: unknown[]
}

const one = (db: Sqlite, sql: string, ...values: unknown[]): unknown =>
  db
    .prepare(sql)
    .pluck()
    .get(...values)

/** The person's word on one fact, or two, of a job: `fact` is as in 12:salary_low,salary_high. null: none. */
export function correctionOf(db: Sqlite, fact: string): unknown[] | null {
  const [jobId, fields = ''] = fact.split(':')
  const words = fields
    .split(',')
    .map(
      field =>
        one(
          db,
          "SELECT json_array(value) FROM job_fields WHERE job_id = ? AND field = ? AND origin = 'manual'",
          Number(jobId),
          field,
        ) ?? null,
    )
  return words.every(word => word === null) ? null : words
}

/** What the database says of a key: see the keys of the acts. */
function found(db: Sqlite, key: string): unknown {
  const [area = '', name = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  switch (area) {
    case 'status':
      return one(db, 'SELECT status FROM jobs WHERE id = ?', Number(name))
    case 'favourite':
      return one(db, 'SELECT favourite FROM jobs WHERE id = ?', Number(name)) === 1
    case 'notes': {
      const row = db
        .prepare<[number], { notes: string; notes_version: number }>(
          'SELECT notes, notes_version FROM applications WHERE job_id = ?',
        )
        .get(Number(name))
      // An application without a word says the same as none: any other act on the job makes one.
      return row ? [row.notes, row.notes_version] : ['', 0]
    }
    case 'recipient':
      return one(db, 'SELECT recipient FROM applications WHERE job_id = ?', Number(name)) ?? null
    case 'interview':
      return one(db, 'SELECT job_id FROM interviews WHERE place = ?', name) ?? null
    case 'contact':
      return (
        one(
          db,
          'SELECT l.job_id FROM contacts c JOIN contact_jobs l ON l.contact_id = c.id WHERE c.name = ?',
          name,
        ) ?? null
      )
    case 'reminder':
      return one(db, 'SELECT job_id FROM reminders WHERE text = ?', name) ?? null
    case 'settings': {
      const value = one(db, 'SELECT value FROM settings WHERE key = ?', name)
      return typeof value === 'string' ? JSON.parse(value) : null
    }
    case 'campaign': {
      const row = db
        .prepare<[string], { query: string; state: string }>(
          "SELECT query, state FROM campaigns WHERE name = ? AND state <> 'deleted'",
        )
        .get(name)
      return row ? [row.query, row.state] : null
    }
    case 'document':
      return shownFile(db, name)
    case 'fact':
      return correctionOf(db, name)
    case 'detection':
      return one(db, 'SELECT count(*) FROM detection_runs WHERE kind = ?', name) !== 0
    case 'file':
      return one(db, 'SELECT count(*) FROM runs WHERE label = ?', name) === 1
    default:
      throw new Error(`Nobody knows how to look "${key}" up`)
  }
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)

export function createFacts(): Facts {
  const promised = new Map<string, Promised>()
  const events = new Map<number, StoredEvent>()
  let count = 0

  const takeIn = (line: Line) => {
    if (line.kind === 'event') {
      count += 1
      events.set(line.event.seq, line.event)
    } else if (line.kind === 'asked') {
      // Before the first promise of a key nothing is known of it; what is asked may be or not be.
      const fact = promised.get(line.key)
      if (fact) fact.asked.push(line.value)
      else promised.set(line.key, { value: undefined, asked: [line.value] })
    } else if (line.kind === 'answered') {
      count += 1
      promised.set(line.key, { value: line.value, asked: [] })
    } else if (line.kind === 'refused') {
      const fact = promised.get(line.key)
      fact?.asked.pop()
      if (fact?.value === undefined) promised.delete(line.key)
    }
  }

  return {
    add(lines) {
      for (const line of lines) takeIn(line)
    },
    lost(db) {
      const lost: string[] = []
      for (const [key, fact] of promised) {
        const value = found(db, key)
        const allowed =
          fact.value === undefined ? true : [fact.value, ...fact.asked].some(each => same(each, value))
        if (!allowed)
          lost.push(`${key} is ${JSON.stringify(value)}, was promised to be ${JSON.stringify(fact.value)}`)
        // From now on it has to stay what it is.
        promised.set(key, { value, asked: [] })
      }
      const stored = db.prepare<[number], { type: string; payload: string }>(
        'SELECT type, payload FROM events WHERE seq = ?',
      )
      for (const { seq, type, payload } of events.values()) {
        const row = stored.get(seq)
        if (row?.type !== type || !same(JSON.parse(row.payload), payload))
          lost.push(
            `event ${seq} ${type} ${JSON.stringify(payload).slice(0, 200)}, found ${row?.type ?? 'nothing'}`,
          )
      }
      return lost
    },
    get count() {
      return count
    },
  }
}
