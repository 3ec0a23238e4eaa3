import type { Campaign } from '../campaigns/service.ts'
import type { RolecallError } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import { newestSeq, type Tx } from '../platform/events/outbox.ts'
import { isDeadly } from '../platform/threads/compute-pool.ts'
import { createTurn } from '../platform/turn.ts'
import { queueRanking } from '../postings/service.ts'
import type { RankableChunk, RankingNeeds } from '../ranking/rules/rankable.ts'
import {
  countJobs,
  jobsShiningFor,
  markMixed,
  markScored,
  rankableChunk,
  rankableChunkOf,
  refreshBest,
  scoredWith,
  writeSlice,
} from '../ranking/service.ts'
import { numberedPlan, planNeeds } from './plan.ts'
import type { Progress } from './progress.ts'
import { campaignOf, type RunContext } from './stages.ts'
import type { Run } from './store.ts'
import type { ComputeTask, RankedJobs } from './tasks.ts'

/** Jobs that are read and computed at once. */
const CHUNK = 8000
/** Chunks that are read before they are asked about: two megabytes each. */
const AHEAD = 4
/** Jobs that are written by one statement: some milliseconds, so that a click waits no longer. */
const SLICE = 250

/** A chunk as it was read. */
interface ReadChunk {
  /** The newest event when it was read. */
  seq: number
  chunk: RankableChunk
}

/** A chunk that a compute thread works on. */
interface AskedChunk {
  seq: number
  answer: Promise<RankedJobs[]>
}

/**
 * Longer than other turns: each one writes nearly every page of the index by score, so that many short ones wrote seven
 * times as much. A command still ends it at once.
 */
const TURN_MS = 250

/** Ranks all known jobs for one campaign again, in chunks, behind `progress.row`: the last job that is done. */
export async function runRank(
  context: RunContext,
  run: Run,
  campaign: Campaign,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  const total = countJobs(context.db)
  progress.total = total
  progress.setStep('rank', { total })
  const plan = { ...numberedPlan(context.db, [campaign]), profile: null, skills: null }
  const needs = planNeeds(plan.campaigns)
  const weights = plan.campaigns[0]?.wishes.weights
  // From the first score on they are of two kinds, until the run has ended: lists go by the shares meanwhile.
  if (weights && !scoredWith(context.db, campaign.id, weights))
    context.unit(tx => markMixed(tx.db, campaign.id))
  const now = run.startedAt ?? context.clock.now()
  // One chunk is computed while another is written, and some more are read while the first thread still starts. A second
  // thread would only take the processor from the one that writes.
  const read: ReadChunk[] = []
  let after: number | null = progress.row
  const readAhead = (most: number) => {
    while (read.length < most && after !== null) {
      const seq = newestSeq(context.db)
      const next = rankableChunk(context.db, after, CHUNK, needs)
      after = next?.last ?? null
      if (next) read.push({ seq, chunk: next.chunk })
    }
  }
  const ask = (): AskedChunk | null => {
    readAhead(1)
    const next = read.shift()
    if (!next) return null
    const answer = rankOrSplit(context, needs, next.chunk, chunk => ({
      kind: 'rank',
      chunk,
      plan,
      now,
      slice: SLICE,
    }))
    // Its failure is met where it is waited for.
    answer.catch(() => {})
    return { seq: next.seq, answer }
  }
  for (let asked = ask(); asked && !signal.aborted; ) {
    readAhead(AHEAD)
    const { seq, answer } = asked
    let ready = await answer
    asked = ask()
    while (ready.length > 0 && !signal.aborted) {
      ready = ready.slice(writeTurn(context, progress, ready, seq))
      progress.setStep('rank', { done: progress.read })
      progress.share = total === 0 ? 1 : Math.min(1, progress.read / total)
      progress.show()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  if (!signal.aborted)
    context.unit(tx => {
      if (weights) markScored(tx.db, campaign.id, weights)
      tx.emit('campaign.ranked', { campaignId: campaign.id, jobs: progress.read })
    })
  return null
}

type RankTask = Extract<ComputeTask, { kind: 'rank' }>

/** Has a chunk ranked; one that ends the threads which work on it is halved until only the guilty job is left out. */
async function rankOrSplit(
  context: Pick<RunContext, 'db' | 'compute'>,
  needs: RankingNeeds,
  chunk: RankableChunk,
  taskOf: (chunk: RankableChunk) => RankTask,
): Promise<RankedJobs[]> {
  try {
    return await context.compute.run(taskOf(chunk))
  } catch (error) {
    if (!isDeadly(error)) throw error
    const rows: [number, ...unknown[]][] = JSON.parse(chunk.rows)
    const ids = rows.map(([id]) => id)
    const [only] = ids
    const reason = 'ranking it takes too long or too much memory.'
    if (only === undefined) throw error
    if (ids.length === 1)
      return [{ jobs: ids, rankings: [], matches: null, failed: [{ jobId: only, reason }] }]
    const half = Math.ceil(ids.length / 2)
    const ranked: RankedJobs[] = []
    for (const part of [ids.slice(0, half), ids.slice(half)])
      ranked.push(...(await rankOrSplit(context, needs, rankableChunkOf(context.db, part, needs), taskOf)))
    return ranked
  }
}

/** Writes what is ready in one transaction, for a turn; answers how much of it. */
function writeTurn(
  context: RunContext,
  progress: Progress,
  ready: readonly RankedJobs[],
  seq: number,
): number {
  const over = createTurn(context.sent, TURN_MS)
  const goBack = progress.mark()
  const write = (tx: Tx) => {
    // Their facts may be others by now than those that were ranked; they are ranked once more, after this run.
    const changed = changedSince(tx.db, seq)
    let next = 0
    for (; next < ready.length && (next === 0 || !over()); next += 1) {
      const some = ready[next]
      if (!some) break
      for (const slice of some.rankings) progress.counts.ranked += writeSlice(tx.db, slice)
      if (changed.size > 0)
        queueRanking(
          tx.db,
          some.jobs.filter(id => changed.has(id)),
        )
      for (const { jobId, reason } of some.failed)
        progress.remark({
          row: null,
          code: 'not_ranked',
          message: `Job ${jobId} could not be ranked, its former score stays: ${reason}`,
        })
      progress.row = some.jobs.at(-1) ?? progress.row
      progress.read += some.jobs.length
    }
    progress.save(tx)
    return next
  }
  try {
    return context.unit(write)
  } catch (error) {
    goBack()
    throw error
  }
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

const FORGOTTEN_AT_ONCE = 200

/**
 * After a campaign was deleted: jobs that shone for it show their next best score. Ends when the deletion is undone in
 * the meantime; the ranking that then waits brings the scores back.
 */
export async function forgetCampaign(
  context: RunContext,
  campaignId: CampaignId,
  signal: AbortSignal,
): Promise<void> {
  const gone = () => campaignOf(context, campaignId) === undefined
  const batch = (after: number) => jobsShiningFor(context.db, campaignId, after, FORGOTTEN_AT_ONCE)
  for (let jobs = batch(0); jobs.length > 0 && !signal.aborted && gone(); jobs = batch(jobs.at(-1) ?? 0)) {
    context.unit(tx => {
      for (const id of jobs) refreshBest(tx.db, id)
    })
    await new Promise(resolve => setImmediate(resolve))
  }
}
