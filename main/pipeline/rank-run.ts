import { type Campaign, wishesOf } from '../campaigns/service.ts'
import type { RolecallError } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import { newestSeq, type Tx } from '../platform/events/outbox.ts'
import { createTurn } from '../platform/turn.ts'
import { queueRanking } from '../postings/service.ts'
import { countJobs, rankableJobs, refreshBest, replaceRankings } from '../ranking/service.ts'
import type { Progress } from './progress.ts'
import { campaignOf, type RunContext } from './stages.ts'
import type { Run } from './store.ts'

const CHUNK = 2000

/** Ranks all known jobs for one campaign again, in chunks; `run.row` is the last job done before a crash. */
export async function runRank(
  context: RunContext,
  run: Run,
  campaign: Campaign,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  progress.stage = 'rank'
  progress.total = countJobs(context.db)
  const campaigns = [{ id: campaign.id, wishes: wishesOf(campaign.draft) }]
  const now = run.startedAt ?? context.clock.now()
  const ask = (after: number) => {
    const jobs = rankableJobs(context.db, after, CHUNK)
    const last = jobs.at(-1)?.id
    return last === undefined
      ? null
      : {
          last,
          seq: newestSeq(context.db),
          answer: context.compute.run({ kind: 'rank', jobs, campaigns, now }),
        }
  }
  let asked = ask(progress.row)
  while (asked && !signal.aborted) {
    const { last, seq, answer } = asked
    // The next chunk is computed while this one is written.
    asked = ask(last)
    asked?.answer.catch(() => {})
    const ranked = await answer
    for (let at = 0; at < ranked.length && !signal.aborted; ) {
      const over = createTurn(context.sent)
      const goBack = progress.mark()
      const write = (tx: Tx) => {
        // Their facts may be others by now than those that were ranked; they are ranked once more, after this run.
        const changed = changedSince(tx.db, seq)
        let next = at
        for (; next < ranked.length && (next === at || !over()); next += 1) {
          const job = ranked[next]
          if (!job) break
          if (changed.has(job.id)) queueRanking(tx.db, [job.id])
          else progress.counts.ranked += replaceRankings(tx.db, job.id, job.rankings, tx.now)
          progress.row = job.id
          progress.read += 1
        }
        progress.save(tx)
        return next
      }
      try {
        at = context.unit(write)
      } catch (error) {
        goBack()
        throw error
      }
      progress.share = progress.total === 0 ? 1 : Math.min(1, progress.read / (progress.total ?? 1))
      progress.show()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  if (!signal.aborted)
    context.unit(tx => tx.emit('campaign.ranked', { campaignId: campaign.id, jobs: progress.read }))
  return null
}

/** Jobs that say something else since an event. */
function changedSince(db: Db, seq: number): Set<number> {
  const events = db
    .sql<{ payload: string }>(
      "SELECT payload FROM events WHERE seq > ? AND type IN ('jobs.changed', 'job.facts_changed')",
    )
    .all(seq)
  return new Set(
    events.flatMap(({ payload }): number[] => {
      const { jobIds, jobId }: { jobIds?: number[]; jobId?: number } = JSON.parse(payload)
      return jobIds ?? (jobId === undefined ? [] : [jobId])
    }),
  )
}

/**
 * After a campaign was deleted: jobs that shone for it show their next best score. Ends when the deletion is undone in
 * the meantime; the ranking that then waits brings the scores back.
 */
export async function forgetCampaign(
  context: RunContext,
  campaignId: CampaignId,
  signal: AbortSignal,
): Promise<void> {
  const batch = () =>
    context.db.sql<{ id: number }>('SELECT id FROM jobs WHERE best_campaign_id = ? LIMIT 200').all(campaignId)
  const gone = () => campaignOf(context, campaignId) === undefined
  for (let jobs = batch(); jobs.length > 0 && !signal.aborted && gone(); jobs = batch()) {
    context.unit(tx => {
      for (const { id } of jobs) refreshBest(tx.db, id)
    })
    await new Promise(resolve => setImmediate(resolve))
  }
}
