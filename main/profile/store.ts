import type { Db } from '../platform/db/connection.ts'
import { noteJob, noteRows } from '../platform/db/job-changes.ts'
import { type Match, matchRow } from './rules/match.ts'

/** All the SQL of the profile and of its matches. Writers expect an open transaction. */

/** The profile as JSON; undefined before anything was saved. */
export function storedProfile(db: Db): string | undefined {
  return db.sql<{ data: string }>('SELECT data FROM profile WHERE id = 1').first()?.data
}

/** Writes the profile as JSON; `at` is an ISO instant. */
export function storeProfile(db: Db, data: string, at: string): void {
  db.sql(
    `INSERT INTO profile (id, data, updated_at) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at, version = version + 1`,
  ).run(data, at)
}

/** Counts savings; 0 before the first. */
export function profileVersion(db: Db): number {
  return db.sql<{ version: number }>('SELECT version FROM profile WHERE id = 1').first()?.version ?? 0
}

/** The last job that was matched with the present profile, while others wait; 0: none was; null: none waits. */
export function rematchAfter(db: Db): number | null {
  return (
    db.sql<{ rematch_after: number | null }>('SELECT rematch_after FROM profile WHERE id = 1').first()
      ?.rematch_after ?? null
  )
}

/** Notes how far the jobs were matched again; null: all of them are. */
export function setRematchAfter(db: Db, jobId: number | null): void {
  db.sql('UPDATE profile SET rematch_after = ? WHERE id = 1').run(jobId)
}

interface MatchRecord extends Omit<Match, 'less_sure'> {
  less_sure: number
}

/**
 * Writes or replaces matches of known jobs, given as JSON rows; one that says the same is left alone, one that says
 * nothing is taken away, and a job that is gone gets none. Answers how many changed.
 */
export function replaceMatchRows(db: Db, rows: string): number {
  const replaced = db
    .sql(
      `INSERT INTO matches (job_id, status, score, less_sure, tech, location, experience, place)
       SELECT j.id, j.status, row.value ->> 1, row.value ->> 2, row.value ->> 3, row.value ->> 4, row.value ->> 5, row.value ->> 6
       FROM json_each(?) row CROSS JOIN jobs j ON j.id = row.value ->> 0
       WHERE coalesce(row.value ->> 3, row.value ->> 4, row.value ->> 5) IS NOT NULL
       ON CONFLICT (job_id) DO UPDATE SET score = excluded.score, less_sure = excluded.less_sure, tech = excluded.tech,
         location = excluded.location, experience = excluded.experience, place = excluded.place
       WHERE score <> excluded.score OR less_sure <> excluded.less_sure OR tech IS NOT excluded.tech
         OR location IS NOT excluded.location OR experience IS NOT excluded.experience OR place <> excluded.place`,
    )
    .run(rows)
  const removed = db
    .sql(
      `DELETE FROM matches WHERE job_id IN (SELECT row.value ->> 0 FROM json_each(?) row
         WHERE coalesce(row.value ->> 3, row.value ->> 4, row.value ->> 5) IS NULL)`,
    )
    .run(rows)
  const changes = replaced.changes + removed.changes
  if (changes > 0) noteRows(db, 'match', null, rows)
  return changes
}

/** The same for matches that are at hand. */
export function replaceMatches(db: Db, matches: readonly { jobId: number; match: Match }[]): number {
  return replaceMatchRows(db, JSON.stringify(matches.map(({ jobId, match }) => matchRow(jobId, match))))
}

/** Takes all matches away: the profile says nothing to compare. */
export function clearMatches(db: Db): void {
  db.sql('DELETE FROM matches').run()
  noteJob(db, 'match', null, null)
}

/** The stored match of a job; null: there is none. */
export function matchOf(db: Db, jobId: number): Match | null {
  const row = db
    .sql<MatchRecord>(
      'SELECT score, less_sure, tech, location, experience, place FROM matches WHERE job_id = ?',
    )
    .first(jobId)
  return row ? { ...row, less_sure: row.less_sure === 1 } : null
}

/** Names of skills that postings ask for and that hold the text, those that begin with it first; at most `limit`. */
export function skillsNamed(db: Db, text: string, limit: number): string[] {
  const like = text.replace(/[\\%_]/g, sign => `\\${sign}`)
  return db
    .sql<{ name: string }>(
      `SELECT name FROM skills WHERE name LIKE ? ESCAPE '\\'
       ORDER BY name LIKE ? ESCAPE '\\' DESC, length(name), name LIMIT ?`,
    )
    .all(`%${like}%`, `${like}%`, limit)
    .map(({ name }) => name)
}
