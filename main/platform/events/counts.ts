import type { Db } from '../db/connection.ts'

/** Characters of a time that name its ten minutes: "2026-03-02T09:4". */
const BUCKET = 15

/** The bucket of ten minutes that a time lies in. */
export const bucketOf = (at: string): string => at.slice(0, BUCKET)

/** Adds the events that came since the last time to the counts; one small statement for however many there are. */
export function countEvents(db: Db): void {
  const { seq } = counted(db)
  const newest = db.sql<{ seq: number | null }>('SELECT max(seq) AS seq FROM events').first()?.seq ?? 0
  if (newest <= seq) return
  db.sql(
    `INSERT INTO event_counts (bucket, type, n)
     SELECT substr(at, 1, ${BUCKET}), type, count(*) FROM events WHERE seq > ? AND seq <= ? GROUP BY 1, 2
     ON CONFLICT (bucket, type) DO UPDATE SET n = n + excluded.n`,
  ).run(seq, newest)
  db.sql(
    `INSERT INTO event_types (type, last_at)
     SELECT type, max(at) FROM events WHERE seq > ? AND seq <= ? GROUP BY type
     ON CONFLICT (type) DO UPDATE SET last_at = excluded.last_at`,
  ).run(seq, newest)
  db.sql('UPDATE events_counted SET seq = ? WHERE id = 1').run(newest)
}

/** Up to which event the counts go. */
export const counted = (db: Db): { seq: number } =>
  db.sql<{ seq: number }>('SELECT seq FROM events_counted WHERE id = 1').first() ?? { seq: 0 }

/** How many events of a type came in ten minutes. */
export interface EventCount {
  bucket: string
  type: string
  n: number
}

/** Counts since a bucket, those that wait to be counted with them. */
export function countsSince(db: Db, bucket: string): EventCount[] {
  const { seq } = counted(db)
  return [
    ...db.sql<EventCount>('SELECT bucket, type, n FROM event_counts WHERE bucket >= ?').all(bucket),
    ...db
      .sql<EventCount>(
        `SELECT substr(at, 1, ${BUCKET}) AS bucket, type, count(*) AS n FROM events WHERE seq > ? GROUP BY 1, 2`,
      )
      .all(seq)
      .filter(row => row.bucket >= bucket),
  ]
}

/** When each type of event that ever came was there last. */
export function lastTimes(db: Db): ReadonlyMap<string, string> {
  const { seq } = counted(db)
  const rows = [
    ...db.sql<{ type: string; at: string }>('SELECT type, last_at AS at FROM event_types').all(),
    ...db
      .sql<{ type: string; at: string }>('SELECT type, max(at) AS at FROM events WHERE seq > ? GROUP BY type')
      .all(seq),
  ]
  return new Map(rows.map(({ type, at }) => [type, at]))
}
