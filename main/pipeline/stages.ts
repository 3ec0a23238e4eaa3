import {
  type Campaign,
  findCampaign,
  listCampaigns,
  notifiedUpTo,
  setNotifiedUpTo,
} from '../campaigns/service.ts'
import type { Signal } from '../contract/events.ts'
import type { CampaignId } from '../contract/ids.ts'
import { notBlocked } from '../jobs/service.ts'
import type { Match } from '../notifications/rules.ts'
import { notifyMatches } from '../notifications/service.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import type { CollectTools, Sources } from '../sources/service.ts'
import type { Progress } from './progress.ts'
import type { Run } from './store.ts'
import type { Compute } from './tasks.ts'

/** What every kind of run works with. */
export interface RunContext extends CommandContext {
  compute: Compute
  parser: ParserProcess
  sources: Sources
  /** What one source is read with: a client of its own, so that its calls are counted for it. */
  newCollector(): CollectTools & { close(): Promise<void> }
  signal(signal: Signal): void
  /** Throws as a full disk does when the little that is left is for the person, not for a run. */
  leaveRoom(): void
  /** Counts messages to this thread when they are sent: when it grows, somebody waits for the open transaction. */
  sent(): number
}

export function campaignOf(context: RunContext, campaignId: CampaignId): Campaign | undefined {
  return findCampaign(context.db, campaignId)
}

/**
 * New matches of a campaign at or above its threshold, the best first; bounded. None of a blocked company, and none that
 * the person made.
 */
function newMatches(tx: Tx, campaign: Campaign): Match[] {
  return tx.db
    .sql<{ job_id: number; title: string; company: string; score: number }>(
      `SELECT r.job_id, j.title, j.company, r.score FROM rankings r JOIN jobs j ON j.id = r.job_id
       WHERE r.campaign_id = ? AND r.hidden = 0 AND r.status = 'waiting' AND r.score >= ? AND r.job_id > ?
         AND ${notBlocked('j.company_id')} AND NOT EXISTS (SELECT 1 FROM jobs_known WHERE job_id = r.job_id)
       ORDER BY r.score DESC LIMIT 1000`,
    )
    .all(campaign.id, campaign.draft.alert_threshold, notifiedUpTo(tx.db, campaign.id))
    .map(({ job_id, ...match }) => ({ jobId: job_id, ...match }))
}

/**
 * The last steps of a run that brought jobs: checks what it wrote, then tells of matches. A campaign remembers up to
 * which job it told, in the same transaction, so that a run that starts again neither repeats nor forgets.
 */
export function finish(context: RunContext, run: Run, progress: Progress): void {
  progress.stage = 'check'
  const gaps = context.db
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT j.id FROM campaign_jobs c JOIN jobs j ON j.id = c.job_id
       WHERE c.campaign_id = ? AND j.found_at >= ? AND NOT EXISTS (SELECT 1 FROM postings WHERE job_id = j.id) LIMIT 100)`,
    )
    .first(run.campaignId, run.startedAt ?? run.queuedAt)
  if (gaps && gaps.n > 0) context.log.error('Jobs without a posting', { run: run.id, jobs: gaps.n })
  progress.stage = 'notify'
  for (const campaign of listCampaigns(context.db)) {
    if (campaign.state !== 'active' && campaign.id !== run.campaignId) continue
    context.unit(tx => {
      const matches = newMatches(tx, campaign)
      const newest = tx.db.sql<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM jobs').first()?.id ?? 0
      if (newest > notifiedUpTo(tx.db, campaign.id)) setNotifiedUpTo(tx.db, campaign.id, newest)
      if (!notifyMatches(tx, { id: campaign.id, name: campaign.draft.name }, run.id, matches)) return
      progress.counts.notified += 1
      progress.save(tx)
    })
  }
}
