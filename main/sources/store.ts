import { CampaignId, SourceId } from '../contract/ids.ts'
import type { SourceView } from '../contract/shapes.ts'
import { type Db, sqlBuilder } from '../platform/db/connection.ts'

/** All the SQL of sources and their health. Writers expect an open transaction. */

export interface StoredSource {
  id: SourceId
  kind: string
  label: string
  config: unknown
  enabled: boolean
}

interface Row {
  id: number
  kind: string
  label: string
  config: string
  enabled: number
}

const toSource = (row: Row): StoredSource => ({
  id: SourceId.parse(row.id),
  kind: row.kind,
  label: row.label,
  config: JSON.parse(row.config),
  enabled: row.enabled === 1,
})

export function findSource(db: Db, id: number): StoredSource | undefined {
  const row = db.sql<Row>('SELECT id, kind, label, config, enabled FROM sources WHERE id = ?').first(id)
  return row && toSource(row)
}

/** The id of a source by kind and key, made when it is new. */
export function sourceIdOf(
  db: Db,
  source: { kind: string; key: string; label: string; config: unknown },
  at: string,
): SourceId {
  const known = db
    .sql<{ id: number }>('SELECT id FROM sources WHERE kind = ? AND key = ?')
    .first(source.kind, source.key)
  if (known) return SourceId.parse(known.id)
  const record = { ...source, config: JSON.stringify(source.config), created_at: at }
  return SourceId.parse(db.run(sqlBuilder.insertInto('sources').values(record)).lastId)
}

export function setSourceEnabled(db: Db, id: number, enabled: boolean): void {
  db.sql('UPDATE sources SET enabled = ? WHERE id = ?').run(enabled ? 1 : 0, id)
}

/** The enabled sources of a campaign that are asked over the network. */
export function sourcesOfCampaign(db: Db, campaignId: number): StoredSource[] {
  return db
    .sql<Row>(
      `SELECT s.id, s.kind, s.label, s.config, s.enabled FROM campaign_sources c JOIN sources s ON s.id = c.source_id
       WHERE c.campaign_id = ? AND s.enabled = 1 ORDER BY s.priority, s.id`,
    )
    .all(campaignId)
    .map(toSource)
}

export function recordSuccess(db: Db, sourceId: number, postings: number, at: string): void {
  db.sql(
    `INSERT INTO source_health (source_id, last_success_at, last_postings, failures_in_a_row) VALUES (?, ?, ?, 0)
     ON CONFLICT (source_id) DO UPDATE SET last_success_at = excluded.last_success_at,
       last_postings = excluded.last_postings, failures_in_a_row = 0`,
  ).run(sourceId, at, postings)
}

export function recordFailure(db: Db, sourceId: number, error: string, at: string): void {
  db.sql(
    `INSERT INTO source_health (source_id, last_error_at, last_error, failures_in_a_row) VALUES (?, ?, ?, 1)
     ON CONFLICT (source_id) DO UPDATE SET last_error_at = excluded.last_error_at, last_error = excluded.last_error,
       failures_in_a_row = failures_in_a_row + 1`,
  ).run(sourceId, at, error)
}

/** All sources that a person added, with their health and campaigns; the file source is not one of them. */
export function listSources(db: Db): SourceView[] {
  const rows = db
    .sql<
      Row & {
        last_success_at: string | null
        last_error: string | null
        last_error_at: string | null
        last_postings: number | null
        campaigns: string
      }
    >(
      `SELECT s.id, s.kind, s.label, s.config, s.enabled, h.last_success_at, h.last_error, h.last_error_at, h.last_postings,
         (SELECT json_group_array(campaign_id) FROM campaign_sources WHERE source_id = s.id) AS campaigns
       FROM sources s LEFT JOIN source_health h ON h.source_id = s.id WHERE s.kind <> 'file' ORDER BY s.label`,
    )
    .all()
  return rows.map(row => ({
    id: SourceId.parse(row.id),
    kind: row.kind,
    label: row.label,
    config: JSON.parse(row.config),
    enabled: row.enabled === 1,
    lastSuccessAt: row.last_success_at,
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
    lastPostings: row.last_postings,
    campaigns: CampaignId.array().parse(JSON.parse(row.campaigns)),
  }))
}
