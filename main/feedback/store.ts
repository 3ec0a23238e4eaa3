import { FeedbackReason, type FeedbackView, type Verdict } from '../contract/feedback.ts'
import { CampaignId, JobId } from '../contract/ids.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import {
  type Decision,
  STATUS_STRENGTH,
  type StatusMove,
  teachesWeights,
  verdictsOfMoves,
} from './rules/decision.ts'

/** All the SQL of thumbs and of what can be learned from. Writers expect an open transaction. */

/** A row of `feedback`, as an undo keeps it. */
export interface FeedbackRecord {
  id: number
  job_id: number
  campaign_id: number | null
  verdict: Verdict
  /** Names, separated by spaces. */
  reasons: string
  note: string
  at: string
  shares: string | null
}

const COLUMNS = 'id, job_id, campaign_id, verdict, reasons, note, at, shares'

/** The reasons of a row; names that this version does not know are passed over. */
function reasonsOf(text: string): FeedbackReason[] {
  return text.split(' ').flatMap(name => {
    const known = FeedbackReason.safeParse(name)
    return known.success ? [known.data] : []
  })
}

/** What was said of a job, the newest first: for one campaign, or with null for any. */
export function feedbackOn(db: Db, jobId: number, campaignId: number | null): FeedbackRecord[] {
  return db
    .sql<FeedbackRecord>(
      `SELECT ${COLUMNS} FROM feedback WHERE job_id = ? AND (? IS NULL OR campaign_id = ?) ORDER BY at DESC, id DESC`,
    )
    .all(jobId, campaignId, campaignId)
}

/** What was said of some jobs: for one campaign, or with null the newest of any. At most one a job. */
export function verdictsOn(db: Db, jobIds: readonly number[], campaignId: number | null): FeedbackView[] {
  const rows = db
    .sql<FeedbackRecord>(
      `SELECT f.* FROM json_each(?) chosen CROSS JOIN feedback f ON f.job_id = chosen.value
       WHERE ? IS NULL OR f.campaign_id = ? ORDER BY f.at, f.id`,
    )
    .all(JSON.stringify(jobIds), campaignId, campaignId)
  // A later one takes the place of an earlier one.
  return [...new Map(rows.map(row => [row.job_id, row])).values()].map(row => ({
    jobId: JobId.parse(row.job_id),
    campaignId: row.campaign_id === null ? null : CampaignId.parse(row.campaign_id),
    verdict: row.verdict,
    reasons: reasonsOf(row.reasons),
    note: row.note,
    at: row.at,
  }))
}

/** Stores what was said and answers its id. */
export function insertFeedback(db: Db, record: Omit<FeedbackRecord, 'id'>): number {
  const { job_id, campaign_id, verdict, reasons, note, at, shares } = record
  return db
    .sql(
      'INSERT INTO feedback (job_id, campaign_id, verdict, reasons, note, at, shares) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(job_id, campaign_id, verdict, reasons, note, at, shares).lastId
}

/** Brings a row back as it was, unless its job is gone or something else was said since. */
export function restoreFeedback(db: Db, record: FeedbackRecord): void {
  const { id, job_id, campaign_id, verdict, reasons, note, at, shares } = record
  db.sql(
    `INSERT INTO feedback (id, job_id, campaign_id, verdict, reasons, note, at, shares)
     SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM jobs WHERE id = ?) ON CONFLICT DO NOTHING`,
  ).run(id, job_id, campaign_id, verdict, reasons, note, at, shares, job_id)
}

/** Changes reasons and note of what was said; verdict, time and shares stay those of the decision. */
export function updateReasons(db: Db, id: number, reasons: string, note: string): void {
  db.sql('UPDATE feedback SET reasons = ?, note = ? WHERE id = ?').run(reasons, note, id)
}

/** Deletes what was said at that time under that id; false when it is gone already. */
export function deleteFeedback(db: Db, { id, at }: Pick<FeedbackRecord, 'id' | 'at'>): boolean {
  return db.sql('DELETE FROM feedback WHERE id = ? AND at = ?').run(id, at).changes > 0
}

/** A job's title; undefined: there is no such job. */
export function titleOf(db: Db, jobId: number): string | undefined {
  return db.sql<{ title: string }>('SELECT title FROM jobs WHERE id = ?').first(jobId)?.title
}

/** The campaign that ranks a job best; null: none has ranked it. */
export function bestCampaign(db: Db, jobId: number): number | null {
  return (
    db
      .sql<{ campaign_id: number | null }>('SELECT campaign_id FROM best_rankings WHERE job_id = ?')
      .first(jobId)?.campaign_id ?? null
  )
}

/** The shares of a campaign's ranking of a job; null: it has not ranked it. */
export function sharesOf(db: Db, jobId: number, campaignId: number): string | null {
  return (
    db
      .sql<{ shares: string }>('SELECT shares FROM rankings WHERE campaign_id = ? AND job_id = ?')
      .first(campaignId, jobId)?.shares ?? null
  )
}

/** The newest thumbs of a campaign and the newest moves of any that are read to learn from. */
const MOST_THUMBS = 1000
const MOST_MOVES = 5000

/**
 * What a campaign's weights can learn from: thumbs for it, with the shares of their time, and moves of the jobs that it
 * ranks best, with the shares of now. A thumb counts before a move of the same job.
 */
export function decisionsFor(db: Db, campaignId: number): Decision[] {
  const thumbs = db
    .sql<{ job_id: number; at: string; verdict: Verdict; shares: string; reasons: string }>(
      `SELECT job_id, at, verdict, shares, reasons FROM feedback WHERE campaign_id = ? AND shares IS NOT NULL
       ORDER BY at DESC, id DESC LIMIT ${MOST_THUMBS}`,
    )
    .all(campaignId)
  const judged = new Set(thumbs.map(row => row.job_id))
  const moves = db
    .sql<StatusMove & { shares: string }>(
      `SELECT e.job_id AS jobId, e.from_status AS "from", e.to_status AS "to", e.at, r.shares
       FROM (SELECT id, job_id, from_status, to_status, at FROM status_events WHERE undone = 0
         ORDER BY at DESC LIMIT ${MOST_MOVES}) e
       CROSS JOIN best_rankings b ON b.job_id = e.job_id AND b.campaign_id = ?
       CROSS JOIN rankings r ON r.campaign_id = b.campaign_id AND r.job_id = e.job_id ORDER BY e.id`,
    )
    .all(campaignId)
  const shares = new Map(moves.map(move => [move.jobId, move.shares]))
  const moved = [...verdictsOfMoves(moves)].flatMap(([jobId, { verdict, at }]) => {
    const found = shares.get(jobId)
    if (judged.has(jobId) || found === undefined) return []
    return [{ jobId, at, verdict, strength: STATUS_STRENGTH, shares: found, reasons: [] }]
  })
  const said = thumbs
    .map(row => ({
      jobId: row.job_id,
      at: row.at,
      verdict: row.verdict,
      strength: 1,
      shares: row.shares,
      reasons: reasonsOf(row.reasons),
    }))
    .filter(one => teachesWeights(one.reasons))
  return [...said, ...moved]
}

/** Moves of some jobs that still count, since an instant, the oldest first. */
export function movesOf(db: Db, jobIds: readonly number[], since: string): StatusMove[] {
  return db
    .sql<{ jobId: number; from: JobStatus; to: JobStatus; at: string }>(
      `SELECT e.job_id AS jobId, e.from_status AS "from", e.to_status AS "to", e.at
       FROM json_each(?) chosen CROSS JOIN status_events e ON e.job_id = chosen.value
       WHERE e.undone = 0 AND e.at >= ? ORDER BY e.id`,
    )
    .all(JSON.stringify(jobIds), since)
}

/** The last answer to a suggestion for a campaign. */
export interface AnswerRecord {
  answer: 'accepted' | 'refused'
  at: string
  /** The change that an acceptance was, and what it is called. */
  change_id: number | null
  label: string | null
}

/** The last answer that was not taken back. */
export function lastAnswer(db: Db, campaignId: number): AnswerRecord | undefined {
  return db
    .sql<AnswerRecord>(
      `SELECT a.answer, a.at, a.change_id, c.label FROM suggestion_answers a LEFT JOIN changes c ON c.id = a.change_id
       WHERE a.campaign_id = ? AND c.undone_at IS NULL ORDER BY a.id DESC LIMIT 1`,
    )
    .first(campaignId)
}

/** Remembers an answer and answers its id. */
export function insertAnswer(
  db: Db,
  campaignId: number,
  { answer, at, changeId }: { answer: AnswerRecord['answer']; at: string; changeId: number | null },
): number {
  return db
    .sql('INSERT INTO suggestion_answers (campaign_id, answer, at, change_id) VALUES (?, ?, ?, ?)')
    .run(campaignId, answer, at, changeId).lastId
}

export function deleteAnswer(db: Db, id: number): void {
  db.sql('DELETE FROM suggestion_answers WHERE id = ?').run(id)
}
