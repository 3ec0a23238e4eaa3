import { CampaignId, RunId } from '../contract/ids.ts'
import type { SlotKind, SlotOutcome, SlotView } from '../contract/schedule.ts'
import { bringsJobs } from '../pipeline/rules/brings-jobs.ts'
import type { Db } from '../platform/db/connection.ts'

/** All the SQL of the schedule. Writers expect an open transaction. */

/** Whom a slot belongs to; campaign null: nobody alone. */
export interface Owner {
  kind: SlotKind
  campaignId: number | null
}

const key = ({ kind, campaignId }: Owner) => [kind, campaignId ?? 0] as const

/** The newest slot of an entry that was handled by an instant; null: none. */
export function newestSlot(db: Db, owner: Owner, until: string): string | null {
  const row = db
    .sql<{ slot: string }>(
      `SELECT slot FROM schedule_slots WHERE kind = ? AND coalesce(campaign_id, 0) = ? AND at <= ?
       ORDER BY slot DESC LIMIT 1`,
    )
    .first(...key(owner), until)
  return row?.slot ?? null
}

/** Whether a slot of an entry was handled. */
export function isHandled(db: Db, owner: Owner, slot: string): boolean {
  return (
    db
      .sql('SELECT 1 FROM schedule_slots WHERE kind = ? AND coalesce(campaign_id, 0) = ? AND slot = ?')
      .first(...key(owner), slot) !== undefined
  )
}

export interface NewSlot extends Owner {
  slot: string
  outcome: SlotOutcome
  note: string | null
  standsFor: number
}

/** Claims a slot; answers its id, or null when it was handled before. */
export function claimSlot(db: Db, slot: NewSlot, at: string): number | null {
  const { changes, lastId } = db
    .sql(
      `INSERT INTO schedule_slots (kind, campaign_id, slot, at, outcome, note, stands_for) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(slot.kind, slot.campaignId, slot.slot, at, slot.outcome, slot.note, slot.standsFor)
  return changes === 0 ? null : lastId
}

/** Notes which run a slot has led to. */
export function setRunOfSlot(db: Db, id: number, runId: number): void {
  db.sql('UPDATE schedule_slots SET run_id = ? WHERE id = ?').run(runId, id)
}

/** Turns a claimed slot into one of which nothing was made. */
export function skipSlot(db: Db, id: number, note: string): void {
  db.sql("UPDATE schedule_slots SET outcome = 'skipped', note = ? WHERE id = ?").run(note, id)
}

/** The collecting run of a campaign that waits or is under way; null: none. */
export function openCollect(db: Db, campaignId: number): number | null {
  const row = db
    .sql<{ id: number }>(
      `SELECT id FROM runs WHERE state IN ('queued', 'running') AND campaign_id = ? AND kind = 'collect'
         AND ${bringsJobs('runs.id')} ORDER BY id LIMIT 1`,
    )
    .first(campaignId)
  return row?.id ?? null
}

/** Since when entries come at the times they have now. */
export function sinceOf(db: Db): (Owner & { since: string })[] {
  return db
    .sql<{ kind: SlotKind; campaign_id: number | null; since: string }>(
      'SELECT kind, campaign_id, since FROM schedule_since',
    )
    .all()
    .map(({ kind, campaign_id, since }) => ({ kind, campaignId: campaign_id, since }))
}

/** Slots of an entry up to an instant are none of its own. */
export function setSince(db: Db, owner: Owner, since: string): void {
  db.sql(
    `INSERT INTO schedule_since (kind, campaign_id, since) VALUES (?, ?, ?)
     ON CONFLICT (kind, coalesce(campaign_id, 0)) DO UPDATE SET since = excluded.since`,
  ).run(owner.kind, owner.campaignId, since)
}

/** When settings of the schedule got the values they have; those that were never changed are missing. */
export function settingTimes(db: Db): Map<string, string> {
  const rows = db
    .sql<{ key: string; updated_at: string }>(
      `SELECT key, updated_at FROM settings
       WHERE key IN ('schedulePaused', 'scheduleIngestion', 'scheduleBriefing', 'scheduleSummary')`,
    )
    .all()
  return new Map(rows.map(row => [row.key, row.updated_at]))
}

/** Campaigns with a source that is switched on. */
export function campaignsWithSources(db: Db): Set<number> {
  const rows = db
    .sql<{ campaign_id: number }>(
      `SELECT DISTINCT c.campaign_id FROM campaign_sources c JOIN sources s ON s.id = c.source_id
       WHERE s.enabled = 1 AND s.removed_at IS NULL`,
    )
    .all()
  return new Set(rows.map(row => row.campaign_id))
}

interface Row {
  id: number
  kind: SlotKind
  campaign_id: number | null
  name: string | null
  slot: string
  at: string
  outcome: SlotOutcome
  run_id: number | null
  note: string | null
}

const SELECT = `SELECT schedule_slots.id, kind, campaign_id, c.name, slot, at, outcome, run_id, note
  FROM schedule_slots LEFT JOIN campaigns c ON c.id = campaign_id`

const toView = (row: Row): SlotView => ({
  id: row.id,
  kind: row.kind,
  campaignId: row.campaign_id === null ? null : CampaignId.parse(row.campaign_id),
  campaignName: row.name,
  slot: row.slot,
  at: row.at,
  outcome: row.outcome,
  runId: row.run_id === null ? null : RunId.parse(row.run_id),
  note: row.note,
})

/** What was last done of an entry; null: nothing yet. */
export function lastSlot(db: Db, owner: Owner): SlotView | null {
  const row = db
    .sql<Row>(
      `${SELECT} WHERE kind = ? AND coalesce(campaign_id, 0) = ? ORDER BY schedule_slots.id DESC LIMIT 1`,
    )
    .first(...key(owner))
  return row ? toView(row) : null
}

/** What was handled, the newest first; before null: from the newest. */
export function listSlots(
  db: Db,
  filter: { kind: SlotKind | null; campaignId: number | null },
  before: number | null,
  limit: number,
): SlotView[] {
  const { kind, campaignId } = filter
  const top = before ?? Number.MAX_SAFE_INTEGER
  if (campaignId !== null && kind !== null)
    return db
      .sql<Row>(
        `${SELECT} WHERE kind = ? AND coalesce(campaign_id, 0) = ? AND schedule_slots.id < ? ORDER BY schedule_slots.id DESC LIMIT ?`,
      )
      .all(kind, campaignId, top, limit)
      .map(toView)
  if (campaignId !== null)
    return db
      .sql<Row>(
        `${SELECT} WHERE campaign_id = ? AND schedule_slots.id < ? ORDER BY schedule_slots.id DESC LIMIT ?`,
      )
      .all(campaignId, top, limit)
      .map(toView)
  if (kind !== null)
    return db
      .sql<Row>(`${SELECT} WHERE kind = ? AND schedule_slots.id < ? ORDER BY schedule_slots.id DESC LIMIT ?`)
      .all(kind, top, limit)
      .map(toView)
  return db
    .sql<Row>(`${SELECT} WHERE schedule_slots.id < ? ORDER BY schedule_slots.id DESC LIMIT ?`)
    .all(top, limit)
    .map(toView)
}

/** Slots that a clock must have left behind after so many were handled, before older ones are put away. */
const RECENT = 30

/**
 * Puts away what was handled before an instant; the newest of each entry stays, since it tells what is due. As long as a
 * clock that was set forward has not gone on for a while, its word on what is old does not count.
 */
export function trimSlots(db: Db, before: string): number {
  const recent = db
    .sql<{ at: string }>('SELECT at FROM schedule_slots ORDER BY id DESC LIMIT 1 OFFSET ?')
    .first(RECENT)
  if (!recent || recent.at < before) return 0
  return db
    .sql(
      `DELETE FROM schedule_slots WHERE at < ? AND EXISTS (SELECT 1 FROM schedule_slots newer
         WHERE newer.kind = schedule_slots.kind AND coalesce(newer.campaign_id, 0) = coalesce(schedule_slots.campaign_id, 0)
         AND newer.slot > schedule_slots.slot)`,
    )
    .run(before).changes
}
