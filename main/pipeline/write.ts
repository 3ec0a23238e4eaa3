import { JobId } from '../contract/ids.ts'
import type { RunCounts, RunIssue } from '../contract/runs.ts'
import { databaseFault } from '../platform/db/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { createTurn } from '../platform/turn.ts'
import {
  type BatchOrigin,
  findRaw,
  indexStored,
  keepRaw,
  linkCampaign,
  nothingStored,
  type PreparedPosting,
  storePosting,
} from '../postings/service.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import type { Run } from './store.ts'

/** What happens to one item of a run, in the order in which the items were read. */
export type Outcome =
  | {
      kind: 'unchanged'
      row: number | null
      jobId: number
      contentHash: Uint8Array
      /** Looks once more: another version may have been written since, by an earlier row for instance. */
      again(): Promise<Outcome>
    }
  | { kind: 'store'; row: number | null; prepared: PreparedPosting }
  | {
      kind: 'refused'
      row: number | null
      issue: RunIssue
      /** Kept raw all the same: a later version may understand it. */
      unread?: { payload: string | Uint8Array; mediaType: string; contentHash: Uint8Array }
    }

/** Full, failed, damaged, locked: no posting is to blame, and the next one would fare no better. */
function isOfTheDisk(error: unknown): boolean {
  const fault = databaseFault(error)
  return fault !== null && fault.code !== 'conflict'
}

const COUNTED = ['unchanged', 'merged', 'postings'] as const
/** What became of the written outcomes. */
type WrittenCounts = Pick<RunCounts, (typeof COUNTED)[number]>

type Writer = Pick<RunContext, 'unit' | 'sent' | 'leaveRoom'>

/**
 * Writes outcomes in short transactions (see `createTurn`); between two of them, commands get their turn. One posting
 * that the database refuses is set aside with the reason and the others go on. Stops early when `cancelled` says so.
 */
export async function writeOutcomes(
  writer: Writer,
  run: Run,
  origin: BatchOrigin,
  given: readonly Outcome[],
  progress: Progress,
  cancelled: () => boolean,
): Promise<WrittenCounts> {
  const outcomes = [...given]
  const written: WrittenCounts = { unchanged: 0, merged: 0, postings: 0 }
  let next = 0
  while (next < outcomes.length && !cancelled()) {
    const from = next
    writer.leaveRoom()
    const goBack = progress.mark()
    const before = { ...progress.counts }
    try {
      const over = createTurn(writer.sent)
      next = writer.unit(tx => writeSome(tx, run, origin, outcomes, next, outcomes.length, progress, over))
    } catch (error) {
      goBack()
      if (isOfTheDisk(error)) throw error
      next = writeOneByOne(writer, run, origin, outcomes, next, progress)
    }
    // Other sources of the run count in the same place; between the lines above none of them can.
    for (const name of COUNTED) written[name] += progress.counts[name] - before[name]
    const outdated = outcomes[next]
    if (next === from && outdated?.kind === 'unchanged') outcomes[next] = await outdated.again()
    progress.show()
    await new Promise(resolve => setImmediate(resolve))
  }
  return written
}

/** Writes outcomes from `from` on until the time is up or one is outdated; answers where to go on. */
function writeSome(
  tx: Tx,
  run: Run,
  origin: BatchOrigin,
  outcomes: readonly Outcome[],
  from: number,
  to: number,
  progress: Progress,
  over: () => boolean,
): number {
  const tally = nothingStored()
  let at = from
  for (; at < to; at += 1) {
    const outcome = outcomes[at]
    if (!outcome || (at > from && over())) break
    if (outcome.kind === 'store') storePosting(tx, origin, outcome.prepared, tally)
    else if (outcome.kind === 'refused') refuse(tx, origin, outcome, progress)
    else {
      const known = findRaw(tx.db, origin.sourceId, outcome.contentHash)
      if (known?.job_id !== outcome.jobId) break
      tally.unchanged += 1
      linkCampaign(tx.db, origin.campaignId, outcome.jobId, origin.runId, tx.now)
    }
    if (outcome.row !== null) progress.row = outcome.row
  }
  const { counts } = progress
  counts.raw += tally.raw
  counts.unchanged += tally.unchanged
  counts.postings += tally.postings
  counts.jobs += tally.jobs
  counts.merged += tally.merged
  counts.ranked += tally.ranked
  for (const { row, earlierRow } of tally.repeated)
    progress.remark({
      row,
      code: 'repeated_id',
      message: `The row has the same id as row ${earlierRow} but other content; this later one was kept.`,
    })
  progress.save(tx)
  if (tally.newJobIds.length > 0)
    tx.emit('jobs.added', {
      runId: run.id,
      campaignId: run.campaignId,
      jobIds: tally.newJobIds.map(id => JobId.parse(id)),
    })
  if (tally.changedJobIds.length > 0)
    tx.emit('jobs.changed', { jobIds: tally.changedJobIds.map(id => JobId.parse(id)) })
  indexStored(tx, tally)
  return at
}

/** Sets an outcome aside with its reason; what a source wrote is kept raw all the same. */
function refuse(
  tx: Tx,
  origin: BatchOrigin,
  { issue, unread }: Extract<Outcome, { kind: 'refused' }>,
  progress: Progress,
): void {
  if (!unread) {
    progress.setAside(issue)
    return
  }
  keepRaw(tx, origin, unread)
  progress.counts.unread += 1
  progress.remark(issue)
}

/** After a refused transaction: each outcome by itself, so that only the guilty one is set aside. */
function writeOneByOne(
  writer: Writer,
  run: Run,
  origin: BatchOrigin,
  outcomes: readonly Outcome[],
  from: number,
  progress: Progress,
): number {
  const to = Math.min(outcomes.length, from + 50)
  for (let at = from; at < to; at += 1) {
    const goBack = progress.mark()
    try {
      const one = (tx: Tx) => writeSome(tx, run, origin, outcomes, at, at + 1, progress, () => false)
      if (writer.unit(one) === at) return at
    } catch (error) {
      goBack()
      if (isOfTheDisk(error)) throw error
      const row = outcomes[at]?.row ?? null
      if (row !== null) progress.row = row
      const reason = error instanceof Error ? error.message : String(error)
      progress.setAside({ row, code: 'not_stored', message: `This posting could not be stored: ${reason}` })
    }
  }
  return to
}
