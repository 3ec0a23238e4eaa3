import { createHash } from 'node:crypto'
import { openFolder } from './inspect.ts'

/** Tables that say when and how often, not what: they differ between two runs of the same work. */
const BOOKS = new Set([
  'runs',
  'run_steps',
  'run_log',
  'check_results',
  'check_rows',
  'check_pass',
  'check_repairs',
  'schedule_ledger',
  'schedule_since',
  'mail_state',
  'told_in_time',
  'event_handlers',
  'event_failures',
  'event_counts',
  'event_types',
  'events_counted',
  'events',
  'changes',
  'status_events',
  'job_changes',
  'applications',
  'application_entries',
  'interviews',
  'contacts',
  'contact_jobs',
  'reminders',
  'settings',
  'notifications',
  'notification_deliveries',
  'hourly_activity',
  'status_counts',
  'campaign_counts',
  'campaign_activity',
  'schema_migrations',
  // Numbers are given out in the order in which skills are met, and are kept; the inspection compares them with the jobs.
  'skills',
  'job_skills',
])
/** Columns of times, of the run that happened to write, and of what a person did with a job. */
const PASSING = /(_at|_on|_hour|^at|^run_id|^status|^favourite|^unread)$/

/**
 * All that imports stored, one text a row, in the order of the keys; to compare a disturbed import with an undisturbed
 * one. Long texts are hashed.
 */
export function dumpOf(dataDir: string): string[] {
  const db = openFolder(dataDir)
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'job_search%' AND name NOT LIKE 'known_word%' AND name NOT LIKE 'documents_search%' ORDER BY name",
      )
      .pluck()
      .all()
      .filter(name => !BOOKS.has(name))
    const rows = tables.flatMap(table => {
      const columns = db
        .prepare<[], { name: string; pk: number }>(`SELECT name, pk FROM pragma_table_info('${table}')`)
        .all()
      const kept = columns
        .filter(column => !PASSING.test(column.name) || column.pk > 0)
        .map(column => column.name)
      const order = columns.filter(column => column.pk > 0).map(column => column.name)
      return db
        .prepare(`SELECT ${kept.join(', ')} FROM ${table} ORDER BY ${order.join(', ')}`)
        .raw()
        .all()
        .map(row => `${table} ${JSON.stringify((row as unknown[]).map(short))}`)
    })
    // The index itself: how often which word stands in which column of how many jobs.
    db.pragma('query_only = OFF')
    db.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'job_search', 'col')")
    const words = db
      .prepare<[], string>("SELECT 'word ' || term || ' ' || col || ' ' || doc || ' ' || cnt FROM temp.words")
      .pluck()
    // Only what still waits at the end is told of as a match, so acts of the person in between change their number.
    const runs = db
      .prepare<[], string>(
        "SELECT 'run ' || kind || ' ' || label || ' ' || state || ' ' || json_remove(counts, '$.matches') FROM runs ORDER BY id",
      )
      .pluck()
    const told = db
      .prepare<[], string>("SELECT 'told ' || dedupe_key FROM notifications WHERE kind = 'match' ORDER BY id")
      .pluck()
    return [...rows, ...words.all(), ...runs.all(), ...told.all()]
  } finally {
    db.close()
  }
}

/** Terms are written in the order in which they were said. */
function sorted(text: string): string {
  if (!text.startsWith('{')) return text
  return JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).sort()))
}

function short(given: unknown): unknown {
  const value = typeof given === 'string' ? sorted(given) : given
  if (value instanceof Uint8Array) return createHash('sha256').update(value).digest('hex')
  return typeof value === 'string' && value.length > 400
    ? createHash('sha256').update(value).digest('hex')
    : value
}

/** The first rows that one dump has and the other has not; empty when they are the same. */
export function differences(expected: readonly string[], found: readonly string[]): string[] {
  const missing = expected.filter(inNot(found))
  const surplus = found.filter(inNot(expected))
  if (missing.length + surplus.length === 0)
    return expected.length === found.length ? [] : ['a row stands twice']
  return [
    `${missing.length} rows missing, ${surplus.length} too many`,
    ...missing.slice(0, 3).map(row => `missing: ${row.slice(0, 600)}`),
    ...surplus.slice(0, 3).map(row => `too many: ${row.slice(0, 600)}`),
  ]
}

function inNot(list: readonly string[]): (row: string) => boolean {
  const known = new Set(list)
  return row => !known.has(row)
}
