import { isDeepStrictEqual } from 'node:util'
import { listCampaigns, wishesOf } from '../campaigns/service.ts'
import { JobId } from '../contract/ids.ts'
import { createTurn } from '../platform/turn.ts'
import {
  campaignsRanking,
  jobsToRank,
  markRanked,
  rankableJobsOf,
  replaceRankings,
} from '../ranking/service.ts'
import type { RunContext } from './stages.ts'

/** Scores jobs whose facts changed outside of a run: the person corrected them, or a model filled them in. */
export interface RankChanged {
  /** Goes on with the jobs that wait, if any. */
  wake(): void
  /** Answers when no job waits. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const AT_ONCE = 200

/** Starts the queue, which is kept in the database, and takes up what a crash left. */
export function createRankChanged(context: RunContext): RankChanged {
  let working: Promise<void> | null = null
  let again = false
  let stopping = false

  const work = async () => {
    for (
      let ids = jobsToRank(context.db, AT_ONCE);
      ids.length > 0 && !stopping;
      ids = jobsToRank(context.db, AT_ONCE)
    ) {
      const campaigns = listCampaigns(context.db)
      const active = new Set(campaigns.filter(({ state }) => state === 'active').map(({ id }): number => id))
      const jobs = rankableJobsOf(context.db, ids)
      const ranked = await context.compute.run({
        kind: 'rank',
        jobs,
        campaigns: campaigns.map(campaign => ({ id: campaign.id, wishes: wishesOf(campaign.draft) })),
        now: context.clock.now(),
      })
      for (let at = 0; at < ranked.length && !stopping; ) {
        const over = createTurn(context.sent)
        at = context.unit(tx => {
          const done: JobId[] = []
          let next = at
          for (; next < ranked.length && (next === at || !over()); next += 1) {
            const answer = ranked[next]
            const [now] = answer ? rankableJobsOf(tx.db, [answer.id]) : []
            // Changed once more in the meantime: it stays in the queue.
            if (!answer || !isDeepStrictEqual(now, jobs[next])) continue
            const theirs = campaignsRanking(tx.db, answer.id)
            // Paused campaigns keep the jobs that they have, up to date, and get no new ones.
            const rankings = answer.rankings.filter(
              ({ campaignId }) => active.has(campaignId) || theirs.has(campaignId),
            )
            replaceRankings(tx.db, answer.id, rankings, tx.now)
            markRanked(tx.db, answer.id)
            done.push(JobId.parse(answer.id))
          }
          if (done.length > 0) tx.emit('jobs.changed', { jobIds: done })
          return next
        })
        await new Promise(resolve => setImmediate(resolve))
      }
    }
  }

  const wake = () => {
    if (stopping) return
    if (working) {
      again = true
      return
    }
    if (jobsToRank(context.db, 1).length === 0) return
    working = work()
      .catch(error => context.log.error('Changed jobs could not be ranked', { reason: String(error) }))
      .finally(() => {
        working = null
        if (!again) return
        again = false
        wake()
      })
  }

  return {
    wake,
    async settled() {
      while (working) await working
    },
    async stop() {
      stopping = true
      while (working) await working
    },
  }
}
