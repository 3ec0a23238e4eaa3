import { CampaignId, RunId, SourceId } from '../contract/ids.ts'
import type { SourceRunView, SourceView } from '../contract/sources.ts'
import { type Db, sqlBuilder } from '../platform/db/connection.ts'
import { healthWords, type QualitySums, qualityParts, type Readiness, stateOf } from './rules/health.ts'

/** All the SQL of sources and their health. Writers expect an open transaction. */

export interface StoredSource {
  id: SourceId
  kind: string
  label: string
  config: unknown
  enabled: boolean
  priority: number
}

interface Row {
  id: number
  kind: string
  label: string
  config: string
  enabled: number
  priority: number
}

const toSource = (row: Row): StoredSource => ({
  id: SourceId.parse(row.id),
  kind: row.kind,
  label: row.label,
  config: JSON.parse(row.config),
  enabled: row.enabled === 1,
  priority: row.priority,
})

export function findSource(db: Db, id: number): StoredSource | undefined {
  const row = db
    .sql<Row>(
      'SELECT id, kind, label, config, enabled, priority FROM sources WHERE id = ? AND removed_at IS NULL',
    )
    .first(id)
  return row && toSource(row)
}

/** True when a source stands on the list: it was added and not removed since. */
export function isListed(db: Db, kind: string, key: string): boolean {
  return Boolean(
    db.sql('SELECT 1 FROM sources WHERE kind = ? AND key = ? AND removed_at IS NULL').first(kind, key),
  )
}

/** The id of a source by kind and key, made when it is new; one that was removed is there again. */
export function sourceIdOf(
  db: Db,
  source: { kind: string; key: string; label: string; config: unknown },
  at: string,
): SourceId {
  const known = db
    .sql<{ id: number; removed_at: string | null }>(
      'SELECT id, removed_at FROM sources WHERE kind = ? AND key = ?',
    )
    .first(source.kind, source.key)
  const config = JSON.stringify(source.config)
  if (!known) {
    const record = { ...source, config, created_at: at }
    return SourceId.parse(db.run(sqlBuilder.insertInto('sources').values(record)).lastId)
  }
  if (known.removed_at !== null)
    db.sql('UPDATE sources SET removed_at = NULL, enabled = 1, config = ? WHERE id = ?').run(config, known.id)
  return SourceId.parse(known.id)
}

export function setSourceEnabled(db: Db, id: number, enabled: boolean): void {
  db.sql('UPDATE sources SET enabled = ? WHERE id = ?').run(enabled ? 1 : 0, id)
}

export function setSourcePriority(db: Db, id: number, priority: number): void {
  db.sql('UPDATE sources SET priority = ? WHERE id = ?').run(priority, id)
}

/** Takes a source off the list (or puts it back, with null). */
export function setSourceRemoved(db: Db, id: number, at: string | null): void {
  db.sql('UPDATE sources SET removed_at = ? WHERE id = ?').run(at, id)
}

/** Campaigns that ask a source. */
export function campaignsOfSource(db: Db, id: number): CampaignId[] {
  return db
    .sql<{ campaign_id: number }>('SELECT campaign_id FROM campaign_sources WHERE source_id = ?')
    .all(id)
    .map(row => CampaignId.parse(row.campaign_id))
}

export function setCampaignsOfSource(db: Db, id: number, campaignIds: readonly number[]): void {
  db.sql('DELETE FROM campaign_sources WHERE source_id = ?').run(id)
  const insert = db.sql('INSERT OR IGNORE INTO campaign_sources (campaign_id, source_id) VALUES (?, ?)')
  for (const campaignId of campaignIds) insert.run(campaignId, id)
}

/** The enabled sources of a campaign that are asked over the network, those with the best priority first. */
export function sourcesOfCampaign(db: Db, campaignId: number): StoredSource[] {
  return db
    .sql<Row>(
      `SELECT s.id, s.kind, s.label, s.config, s.enabled, s.priority
       FROM campaign_sources c JOIN sources s ON s.id = c.source_id
       WHERE c.campaign_id = ? AND s.enabled = 1 AND s.removed_at IS NULL ORDER BY s.priority, s.id`,
    )
    .all(campaignId)
    .map(toSource)
}

interface HealthRow {
  last_success_at: string | null
  last_error_at: string | null
  last_error: string | null
  last_postings: number | null
  last_asked_at: string | null
  failures_in_a_row: number
  paused_until: string | null
  paused_by: 'server' | 'breaker' | null
  shrunk_at: string | null
  etag: string | null
  last_modified: string | null
}

const NOT_ASKED: HealthRow = {
  last_success_at: null,
  last_error_at: null,
  last_error: null,
  last_postings: null,
  last_asked_at: null,
  failures_in_a_row: 0,
  paused_until: null,
  paused_by: null,
  shrunk_at: null,
  etag: null,
  last_modified: null,
}

/** What is remembered of a source between two runs. */
export interface Remembered extends Omit<Readiness, 'restMinutes'> {
  failuresInARow: number
  /** What the last whole answer listed. */
  lastPostings: number | null
  /** Since when it lacks nearly everything that it listed before. */
  shrunkAt: string | null
  validators: { etag: string | null; lastModified: string | null } | null
}

export function remembered(db: Db, sourceId: number): Remembered {
  const row =
    db
      .sql<HealthRow>(
        `SELECT last_success_at, last_error_at, last_error, last_postings, last_asked_at, failures_in_a_row,
           paused_until, paused_by, shrunk_at, etag, last_modified FROM source_health WHERE source_id = ?`,
      )
      .first(sourceId) ?? NOT_ASKED
  return {
    pausedUntil: row.paused_until,
    pausedBy: row.paused_by,
    lastAskedAt: row.last_asked_at,
    failuresInARow: row.failures_in_a_row,
    lastPostings: row.last_postings,
    shrunkAt: row.shrunk_at,
    validators:
      row.etag === null && row.last_modified === null
        ? null
        : { etag: row.etag, lastModified: row.last_modified },
  }
}

/** A whole answer came; `postings` null: it was the same as last time. */
export function recordSuccess(
  db: Db,
  sourceId: number,
  success: { postings: number | null; validators: Remembered['validators']; shrunk: boolean },
  at: string,
): void {
  const { postings, validators, shrunk } = success
  db.sql(
    `INSERT INTO source_health (source_id, last_success_at, last_asked_at, last_postings, failures_in_a_row, etag,
       last_modified, shrunk_at) VALUES (?, ?, ?, ?, 0, ?, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET last_success_at = excluded.last_success_at,
       last_asked_at = excluded.last_asked_at, last_postings = coalesce(excluded.last_postings, last_postings),
       failures_in_a_row = 0, paused_until = NULL, paused_by = NULL, etag = excluded.etag,
       last_modified = excluded.last_modified, shrunk_at = CASE WHEN excluded.shrunk_at IS NULL THEN NULL ELSE coalesce(shrunk_at, excluded.shrunk_at) END`,
  ).run(
    sourceId,
    at,
    at,
    postings,
    validators?.etag ?? null,
    validators?.lastModified ?? null,
    shrunk ? at : null,
  )
}

export function recordFailure(
  db: Db,
  sourceId: number,
  error: string,
  pause: { until: string; by: 'server' | 'breaker' } | null,
  at: string,
): void {
  db.sql(
    `INSERT INTO source_health (source_id, last_error_at, last_error, failures_in_a_row, paused_until, paused_by)
     VALUES (?, ?, ?, 1, ?, ?)
     ON CONFLICT (source_id) DO UPDATE SET last_error_at = excluded.last_error_at, last_error = excluded.last_error,
       failures_in_a_row = failures_in_a_row + 1, paused_until = excluded.paused_until, paused_by = excluded.paused_by`,
  ).run(sourceId, at, error, pause?.until ?? null, pause?.by ?? null)
}

/** Forgets that a source failed, since it answers again or the person wants it asked. */
export function forgetPause(db: Db, sourceId: number): void {
  db.sql(
    'UPDATE source_health SET failures_in_a_row = 0, paused_until = NULL, paused_by = NULL WHERE source_id = ?',
  ).run(sourceId)
}

const COUNTED = [
  'postings',
  'fresh',
  'unchanged',
  'merged',
  'unread',
  'closed',
  'with_text',
  'with_place',
  'with_date',
  'with_url',
  'calls',
  'errors',
  'milliseconds',
] as const
/** What one run brought from one source, as it is kept. */
export type SourceTally = Record<(typeof COUNTED)[number], number>

export const noTally = (): SourceTally =>
  Object.fromEntries(COUNTED.map(name => [name, 0])) as unknown as SourceTally

/** Keeps what a run brought; a run that was taken up again after a crash replaces what it had kept. */
export function recordRun(
  db: Db,
  run: { runId: number; sourceId: number; error: string | null; tally: SourceTally },
  at: string,
): void {
  db.sql(
    `INSERT OR REPLACE INTO source_runs (run_id, source_id, at, ok, error, ${COUNTED.join(', ')})
     VALUES (?, ?, ?, ?, ?, ${COUNTED.map(() => '?').join(', ')})`,
  ).run(
    run.runId,
    run.sourceId,
    at,
    run.error === null ? 1 : 0,
    run.error,
    ...COUNTED.map(name => run.tally[name]),
  )
}

/** Quality is judged by the last so many runs. */
const JUDGED_RUNS = 20

/** Sums over the last runs of a source. */
export function qualitySums(db: Db, sourceId: number): QualitySums {
  const row = db
    .sql<Record<keyof QualitySums, number | null>>(
      `SELECT count(*) AS runs, sum(ok = 0) AS failed, sum(fresh) AS fresh, sum(merged) AS merged, sum(unread) AS unread,
         sum(with_text) AS withText, sum(with_place) AS withPlace, sum(with_date) AS withDate, sum(with_url) AS withUrl
       FROM (SELECT * FROM source_runs WHERE source_id = ? ORDER BY run_id DESC LIMIT ${JUDGED_RUNS})`,
    )
    .first(sourceId)
  const sum = (name: keyof QualitySums): number => row?.[name] ?? 0
  return {
    runs: sum('runs'),
    failed: sum('failed'),
    fresh: sum('fresh'),
    merged: sum('merged'),
    unread: sum('unread'),
    withText: sum('withText'),
    withPlace: sum('withPlace'),
    withDate: sum('withDate'),
    withUrl: sum('withUrl'),
  }
}

export function setQuality(db: Db, sourceId: number, quality: number | null): void {
  db.sql('UPDATE sources SET quality = ? WHERE id = ?').run(quality, sourceId)
}

/** What the runs of a source brought, the newest first. */
export function listSourceRuns(db: Db, sourceId: number, limit: number): SourceRunView[] {
  return db
    .sql<SourceTally & { run_id: number; at: string; ok: number; error: string | null }>(
      'SELECT * FROM source_runs WHERE source_id = ? ORDER BY run_id DESC LIMIT ?',
    )
    .all(sourceId, limit)
    .map(row => ({
      runId: RunId.parse(row.run_id),
      at: row.at,
      ok: row.ok === 1,
      error: row.error,
      postings: row.postings,
      fresh: row.fresh,
      unchanged: row.unchanged,
      merged: row.merged,
      unread: row.unread,
      closed: row.closed,
      calls: row.calls,
      milliseconds: row.milliseconds,
    }))
}

/** Kinds that no campaign can ask: files, and what the person brought by hand. */
const BY_HAND = "('file', 'page', 'text', 'clip')"

/** All sources that a person added, with their health and campaigns, by priority; `now` decides which ones rest. */
export function listSources(db: Db, now: string): SourceView[] {
  const rows = db
    .sql<
      Row &
        HealthRow & {
          quality: number | null
          campaigns: string
          listed: number
          gone: number
          merged: number | null
          fresh: number | null
        }
    >(
      `SELECT s.id, s.kind, s.label, s.config, s.enabled, s.priority, s.quality, h.last_success_at, h.last_error,
         h.last_error_at, h.last_postings, coalesce(h.failures_in_a_row, 0) AS failures_in_a_row, h.paused_until,
         (SELECT json_group_array(campaign_id) FROM campaign_sources WHERE source_id = s.id) AS campaigns,
         (SELECT count(*) FROM postings WHERE source_id = s.id) AS listed,
         (SELECT count(*) FROM postings WHERE source_id = s.id AND gone_at IS NOT NULL) AS gone,
         (SELECT sum(merged) FROM source_runs WHERE source_id = s.id) AS merged,
         (SELECT sum(fresh) FROM source_runs WHERE source_id = s.id) AS fresh
       FROM sources s LEFT JOIN source_health h ON h.source_id = s.id
       WHERE s.kind NOT IN ${BY_HAND} AND s.removed_at IS NULL ORDER BY s.priority, s.label, s.id`,
    )
    .all()
  return rows.map(row => {
    const facts = {
      enabled: row.enabled === 1,
      lastSuccessAt: row.last_success_at,
      lastErrorAt: row.last_error_at,
      lastError: row.last_error,
      failuresInARow: row.failures_in_a_row,
      pausedUntil: row.paused_until,
      lastPostings: row.last_postings,
    }
    return {
      ...facts,
      id: SourceId.parse(row.id),
      kind: row.kind,
      label: row.label,
      config: JSON.parse(row.config),
      priority: row.priority,
      quality: row.quality,
      qualityParts: qualityParts(qualitySums(db, row.id)),
      state: stateOf(facts, now),
      health: healthWords(facts, now),
      openPostings: row.listed - row.gone,
      duplicateShare: row.fresh ? (row.merged ?? 0) / row.fresh : null,
      campaigns: CampaignId.array().parse(JSON.parse(row.campaigns)),
    }
  })
}
