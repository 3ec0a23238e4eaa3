import type { CampaignId } from '../contract/ids.ts'
import type { SkillGapOver } from '../contract/skill-gap.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'
import { notBlocked, notOfBlocked } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { type Asked, readAsked, readIds } from './rules/asked.ts'
import type { NumberedSkill, Vocabulary } from './rules/vocabulary.ts'

/**
 * All the SQL of the skill gap. Rows are joined by SQLite and read as bytes: 100,000 of them one by one would take
 * longest.
 */

/** The jobs that are counted. */
export interface Choice {
  over: SkillGapOver
  /** With the score from which on its jobs count; null: any active one, with its own. */
  campaign: { id: CampaignId; threshold: number } | null
  /** With rejected and archived ones. */
  putAway: boolean
}

const OPEN: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** Leaves out what is hidden: waiting jobs that every campaign's rules speak against. */
const SHOWN = `NOT EXISTS (SELECT 1 FROM best_rankings b WHERE b.job_id = j.id AND b.hidden = 1)`

/** Ids of the chosen jobs, in whatever order. Jobs of blocked companies are never among them. */
export function chosenJobs(db: Db, { over, campaign, putAway }: Choice): Uint32Array {
  const statuses = JSON.stringify(putAway ? JOB_STATUSES : OPEN)
  const idsOf = (sql: string, ...values: (string | number)[]) =>
    readIds(db.sql<{ ids: Uint8Array | null }>(sql).first(...values)?.ids ?? new Uint8Array())
  switch (over) {
    // Narrow tables in their own order are read in a tenth of the time that looking up what an index names takes.
    case 'all':
      return idsOf(
        `SELECT CAST(group_concat(b.job_id) AS BLOB) AS ids FROM best_rankings b NOT INDEXED
         WHERE b.hidden = 0 AND b.status IN (SELECT value FROM json_each(?)) AND ${notOfBlocked('b.job_id')}`,
        statuses,
      )
    case 'campaign':
      if (campaign === null)
        return idsOf(
          // The best score alone rules most jobs out.
          `SELECT CAST(group_concat(b.job_id) AS BLOB) AS ids FROM best_rankings b NOT INDEXED
           WHERE b.hidden = 0 AND b.status IN (SELECT value FROM json_each(?))
             AND b.score >= (SELECT min(alert_threshold) FROM campaigns WHERE state = 'active')
             AND EXISTS (SELECT 1 FROM campaigns c CROSS JOIN rankings r ON r.campaign_id = c.id AND r.job_id = b.job_id
               WHERE c.state = 'active' AND r.hidden = 0 AND r.score >= c.alert_threshold)
             AND ${notOfBlocked('b.job_id')}`,
          statuses,
        )
      return idsOf(
        `SELECT CAST(group_concat(r.job_id) AS BLOB) AS ids FROM rankings r NOT INDEXED
         WHERE r.campaign_id = ? AND r.hidden = 0 AND r.status IN (SELECT value FROM json_each(?)) AND r.score >= ?
           AND ${notOfBlocked('r.job_id')}`,
        campaign.id,
        statuses,
        campaign.threshold,
      )
    case 'favourites':
      return idsOf(
        `SELECT CAST(group_concat(j.id) AS BLOB) AS ids FROM jobs j INDEXED BY jobs_favourite
         WHERE j.favourite = 1 AND j.status IN (SELECT value FROM json_each(?)) AND ${SHOWN}
           AND ${notBlocked('j.company_id')}`,
        statuses,
      )
    case 'applied':
      return idsOf(
        `SELECT CAST(group_concat(j.id) AS BLOB) AS ids FROM jobs j
         WHERE j.applied_at IS NOT NULL AND ${notBlocked('j.company_id')}`,
      )
  }
}

/** From so many jobs on, reading what all jobs ask is quicker than looking the chosen ones up. */
const MANY = 5_000

const ROWS = `count(*) AS rows, CAST(group_concat(s.job_id || ' ' || s.required || ' ' || s.nice, ';') AS BLOB) AS text`

/** What jobs ask for, as places of a vocabulary. */
export function askedBy(db: Db, jobIds: Uint32Array, { placeOf, size }: Vocabulary): Asked {
  if (jobIds.length < MANY) {
    const row = db
      .sql<{ rows: number; text: Uint8Array | null }>(
        `SELECT ${ROWS} FROM json_each(?) chosen CROSS JOIN job_skills s ON s.job_id = chosen.value`,
      )
      .first(`[${jobIds.join()}]`)
    return readAsked(row?.text ?? new Uint8Array(), row?.rows ?? 0, placeOf, size)
  }
  const wanted = new Uint8Array(jobIds.reduce((most, id) => Math.max(most, id), 0) + 1)
  for (const id of jobIds) wanted[id] = 1
  const row = db.sql<{ rows: number; text: Uint8Array | null }>(`SELECT ${ROWS} FROM job_skills s`).first()
  return readAsked(row?.text ?? new Uint8Array(), row?.rows ?? 0, placeOf, size, wanted)
}

/** Every skill that a job ever named. */
export function numberedSkills(db: Db): NumberedSkill[] {
  return db.sql<NumberedSkill>('SELECT id, name, kind FROM skills ORDER BY id').all()
}

/** Another number whenever another connection has changed the database; readers change nothing themselves. */
export function dataVersion(db: Db): number {
  return db.sql<{ data_version: number }>('PRAGMA data_version').first()?.data_version ?? 0
}

/** The lowest id of a job found at or after an instant; found times rise with ids. */
export function firstIdSince(db: Db, since: string): number {
  const first = db
    .sql<{ id: number }>('SELECT id FROM jobs WHERE found_at >= ? ORDER BY found_at, id LIMIT 1')
    .first(since)
  return first?.id ?? Number.MAX_SAFE_INTEGER
}
