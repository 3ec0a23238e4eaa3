import type { InferResult } from 'kysely'
import { CampaignId, SourceId } from '../contract/ids.ts'
import { EligibilityRules } from '../contract/ranking.ts'
import type { CampaignDraft } from '../contract/shapes.ts'
import { notOfBlocked } from '../jobs/service.ts'
import { type Db, sqlBuilder } from '../platform/db/connection.ts'
import type { Schema } from '../platform/db/schema.ts'

/** A campaign as the database holds it. */
export interface Campaign {
  id: CampaignId
  draft: CampaignDraft
  state: 'active' | 'paused' | 'deleted'
  createdAt: string
}

const COLUMNS = [
  'id',
  'name',
  'query',
  'country',
  'locations',
  'date_window_days',
  'employment_types',
  'remote_preference',
  'seniority',
  'company_sizes',
  'skills',
  'salary_min',
  'salary_max',
  'salary_currency',
  'alert_threshold',
  'weights',
  'rules',
  'schedule',
  'state',
  'created_at',
] as const satisfies (keyof Schema['campaigns'])[]

const known = sqlBuilder.selectFrom('campaigns').select(COLUMNS).where('state', '<>', 'deleted')
type Row = InferResult<typeof known>[number]

const toCampaign = (row: Row): Campaign => ({
  id: CampaignId.parse(row.id),
  state: row.state,
  createdAt: row.created_at,
  draft: {
    name: row.name,
    query: row.query,
    country: row.country,
    locations: JSON.parse(row.locations),
    date_window_days: row.date_window_days,
    employment_types: JSON.parse(row.employment_types),
    remote_preference: JSON.parse(row.remote_preference),
    seniority: JSON.parse(row.seniority),
    company_sizes: JSON.parse(row.company_sizes),
    skills: JSON.parse(row.skills),
    salary_min: row.salary_min,
    salary_max: row.salary_max,
    salary_currency: row.salary_currency,
    alert_threshold: row.alert_threshold,
    weights: row.weights === null ? null : JSON.parse(row.weights),
    rules: EligibilityRules.parse(JSON.parse(row.rules)),
    schedule: row.schedule,
  },
})

/** All campaigns that are not deleted, by name. */
export function listCampaigns(db: Db): Campaign[] {
  return db.all(known.orderBy('name')).map(toCampaign)
}

/** One campaign that is not deleted. */
export function findCampaign(db: Db, id: number): Campaign | undefined {
  const row = db.first(known.where('id', '=', id))
  return row && toCampaign(row)
}

/** By name, without regard to case. */
export function findCampaignNamed(db: Db, name: string): Campaign | undefined {
  const row = db.first(known.where('name', '=', name))
  return row && toCampaign(row)
}

/** The name of a campaign, deleted or not. */
export function nameOf(db: Db, id: number): string {
  return db.sql<{ name: string }>('SELECT name FROM campaigns WHERE id = ?').first(id)?.name ?? ''
}

const values = (draft: CampaignDraft, at: string) => ({
  name: draft.name,
  query: draft.query,
  country: draft.country,
  locations: JSON.stringify(draft.locations),
  date_window_days: draft.date_window_days,
  employment_types: JSON.stringify(draft.employment_types),
  remote_preference: JSON.stringify(draft.remote_preference),
  seniority: JSON.stringify(draft.seniority),
  company_sizes: JSON.stringify(draft.company_sizes),
  skills: JSON.stringify(draft.skills),
  salary_min: draft.salary_min,
  salary_max: draft.salary_max,
  salary_currency: draft.salary_currency,
  alert_threshold: draft.alert_threshold,
  weights: draft.weights === null ? null : JSON.stringify(draft.weights),
  rules: JSON.stringify(draft.rules),
  schedule: draft.schedule,
  updated_at: at,
})

export function insertCampaign(
  db: Db,
  draft: CampaignDraft,
  state: 'active' | 'paused',
  at: string,
): CampaignId {
  // What is known already is shown at once and is no news.
  const newest = db.first(sqlBuilder.selectFrom('jobs').select(({ fn }) => fn.max('id').as('id')))
  const record = {
    ...values(draft, at),
    state,
    created_at: at,
    notified_job_id: newest?.id ?? 0,
  }
  return CampaignId.parse(db.run(sqlBuilder.insertInto('campaigns').values(record)).lastId)
}

export function updateCampaign(db: Db, id: number, draft: CampaignDraft, at: string): void {
  db.run(sqlBuilder.updateTable('campaigns').set(values(draft, at)).where('id', '=', id))
}

export function setCampaignState(db: Db, id: number, state: Campaign['state'], at: string): void {
  db.run(sqlBuilder.updateTable('campaigns').set({ state, updated_at: at }).where('id', '=', id))
}

/** Up to which job the campaign's matches were considered for notifications. */
export function notifiedUpTo(db: Db, id: number): number {
  return db.sql<{ n: number }>('SELECT notified_job_id AS n FROM campaigns WHERE id = ?').first(id)?.n ?? 0
}

export function setNotifiedUpTo(db: Db, id: number, jobId: number): void {
  db.sql('UPDATE campaigns SET notified_job_id = ? WHERE id = ?').run(jobId, id)
}

/** The sources chosen for each campaign, by name. */
export function campaignSources(db: Db): Map<number, { id: SourceId; label: string }[]> {
  const chosen = new Map<number, { id: SourceId; label: string }[]>()
  const rows = db
    .sql<{ campaign_id: number; id: number; label: string }>(
      `SELECT c.campaign_id, s.id, s.label FROM campaign_sources c JOIN sources s ON s.id = c.source_id
       ORDER BY c.campaign_id, s.label`,
    )
    .all()
  for (const row of rows) {
    const list = chosen.get(row.campaign_id) ?? []
    list.push({ id: SourceId.parse(row.id), label: row.label })
    chosen.set(row.campaign_id, list)
  }
  return chosen
}

export function setCampaignSources(db: Db, campaignId: number, sourceIds: readonly number[]): void {
  db.sql('DELETE FROM campaign_sources WHERE campaign_id = ?').run(campaignId)
  const insert = db.sql('INSERT OR IGNORE INTO campaign_sources (campaign_id, source_id) VALUES (?, ?)')
  for (const sourceId of sourceIds) insert.run(campaignId, sourceId)
}

export function addCampaignSource(db: Db, campaignId: number, sourceId: number): void {
  db.sql('INSERT OR IGNORE INTO campaign_sources (campaign_id, source_id) VALUES (?, ?)').run(
    campaignId,
    sourceId,
  )
}

/** Numbers for a campaign's head: jobs found, matches at the threshold (counted up to `most`), best score. Without
 * the jobs of blocked companies. */
export function campaignNumbers(
  db: Db,
  campaign: Campaign,
  most = 1000,
): { found: number; matches: number; best: number | null } {
  const found = db
    .sql<{ n: number }>("SELECT n FROM campaign_counts WHERE campaign_id = ? AND kind = 'found'")
    .first(campaign.id)
  // One short range of the index per status; a person hides rejected and archived ones by these statuses too.
  const open = ['waiting', 'approved', 'preparing_to_apply', 'applied', 'interview', 'offer', 'accepted']
  const range = db.sql<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM rankings WHERE campaign_id = ? AND hidden = 0 AND status = ? AND score >= ?
       AND ${notOfBlocked('job_id')} LIMIT ?)`,
  )
  const top = db.sql<{ score: number }>(
    `SELECT score FROM rankings WHERE campaign_id = ? AND hidden = 0 AND status = ? AND ${notOfBlocked('job_id')}
     ORDER BY score DESC LIMIT 1`,
  )
  let matches = 0
  let best: number | null = null
  for (const status of open) {
    if (matches < most)
      matches += range.first(campaign.id, status, campaign.draft.alert_threshold, most - matches)?.n ?? 0
    const score = top.first(campaign.id, status)?.score
    if (score !== undefined && (best === null || score > best)) best = score
  }
  return { found: found?.n ?? 0, matches, best }
}
