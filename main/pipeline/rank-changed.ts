import { listCampaigns } from '../campaigns/service.ts'
import { JobId } from '../contract/ids.ts'
import { type Background, createBackground } from '../platform/background.ts'
import type { Db } from '../platform/db/connection.ts'
import { createTurn } from '../platform/turn.ts'
import { replaceMatchRows } from '../profile/service.ts'
import type { RankingNeeds } from '../ranking/rules/rankable.ts'
import { campaignsRanking, jobsToRank, markRanked, rankableChunkOf, writeSlice } from '../ranking/service.ts'
import { numberedPlan, planMark, planNeeds } from './plan.ts'
import type { RunContext } from './stages.ts'

/** Scores jobs whose facts changed outside of a run: the person corrected them, or a model filled them in. */
export type RankChanged = Background

const AT_ONCE = 200

/** Starts the queue, which is kept in the database, and takes up what a crash left. */
export function createRankChanged(context: RunContext): RankChanged {
  const work = async (stopping: () => boolean) => {
    for (
      let ids = jobsToRank(context.db, AT_ONCE);
      ids.length > 0 && !stopping();
      ids = jobsToRank(context.db, AT_ONCE)
    ) {
      const campaigns = listCampaigns(context.db)
      const active = new Set(campaigns.filter(({ state }) => state === 'active').map(({ id }): number => id))
      const mark = planMark(context.db)
      const plan = numberedPlan(context.db, campaigns)
      const needs = planNeeds(plan.campaigns)
      const before = factsOf(context.db, ids, needs)
      const ranked = await context.compute.run({
        kind: 'rank',
        chunk: rankableChunkOf(context.db, ids, needs),
        plan,
        now: context.clock.now(),
        slice: 1,
      })
      for (let at = 0; at < ranked.length && !stopping(); ) {
        const over = createTurn(context.sent)
        at = context.unit(tx => {
          // Wishes, weights, rates or the profile are others by now: they wait for the next round, with those.
          if (planMark(tx.db) !== mark) return ranked.length
          const done: JobId[] = []
          let next = at
          for (; next < ranked.length && (next === at || !over()); next += 1) {
            const answer = ranked[next]
            const [id] = answer?.jobs ?? []
            // Changed once more in the meantime: it stays in the queue.
            if (!answer || id === undefined || factsOf(tx.db, [id], needs).get(id) !== before.get(id))
              continue
            for (const { jobId, reason } of answer.failed)
              context.log.warn('A job could not be ranked', { job: jobId, reason })
            const theirs = campaignsRanking(tx.db, id)
            // Paused campaigns keep the jobs that they have, up to date, and get no new ones.
            for (const slice of answer.rankings)
              if (active.has(slice.campaignId) || theirs.has(slice.campaignId)) writeSlice(tx.db, slice)
            if (answer.matches !== null) replaceMatchRows(tx.db, answer.matches)
            markRanked(tx.db, id)
            done.push(JobId.parse(id))
          }
          if (done.length > 0) tx.emit('jobs.changed', { jobIds: done })
          return next
        })
        await new Promise(resolve => setImmediate(resolve))
      }
    }
  }

  return createBackground(
    () => jobsToRank(context.db, 1).length > 0,
    work,
    error => context.log.error('Changed jobs could not be ranked', { reason: String(error) }),
  )
}

/** What ranking compares of some jobs, as one text each. */
function factsOf(db: Db, ids: readonly number[], needs: RankingNeeds): Map<number, string> {
  const rows: [number, ...unknown[]][] = JSON.parse(rankableChunkOf(db, ids, needs).rows)
  return new Map(rows.map(row => [row[0], JSON.stringify(row)]))
}
