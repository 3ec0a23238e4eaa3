import { JobId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import { databaseFault } from '../platform/db/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { createTurn } from '../platform/turn.ts'
import { renewFacts, shownPostings } from '../postings/service.ts'
import type { Batch, DetectionRunTools } from './run-tools.ts'
import { addDetectionIssue, positionAfter, saveDetectionProgress } from './runs-store.ts'

/** Detecting a batch of jobs again by the rules of today. */
export function createPatternBatch(
  context: CommandContext,
  tools: Pick<DetectionRunTools, 'readAll' | 'sent' | 'leaveRoom'>,
): Batch {
  return async (run, jobIds, signal, show) => {
    const shown = shownPostings(context.db, jobIds)
    const read = await tools.readAll(shown.map(({ sourceKey, posting }) => ({ sourceKey, posting })))
    const places = new Map(shown.map(({ jobId }, place) => [jobId, place]))
    const start = { done: run.done, position: run.position }
    /** The run has come past so many jobs of the batch: kept with what was written of them. */
    const passed = (tx: Tx, count: number) => {
      run.done = start.done + count
      run.position = positionAfter(run.scope, start.position, jobIds.slice(0, count))
      saveDetectionProgress(tx.db, run)
    }
    for (let at = 0; at < jobIds.length && !signal.aborted; ) {
      const before = { done: run.done, position: run.position, changed: run.changed, failed: run.failed }
      const over = createTurn(tools.sent)
      tools.leaveRoom()
      const write = () =>
        context.unit(tx => {
          const changed: JobId[] = []
          let next = at
          for (; next < jobIds.length && (next === at || !over()); next += 1) {
            const place = places.get(jobIds[next] ?? 0)
            const posting = place === undefined ? undefined : shown[place]
            const answer = place === undefined ? undefined : read[place]
            // A job that is gone cannot be read.
            if (!posting || !answer) continue
            if (!answer.ok) {
              if (addDetectionIssue(tx.db, run.id, posting.jobId, answer.message)) run.failed += 1
            } else if (renewFacts(tx, posting, answer.posting)) {
              run.changed += 1
              changed.push(JobId.parse(posting.jobId))
            }
          }
          if (changed.length > 0) tx.emit('jobs.changed', { jobIds: changed })
          passed(tx, next)
          return next
        })
      try {
        at = write()
      } catch (error) {
        Object.assign(run, before)
        if (databaseFault(error)) throw error
        // One posting that trips the database is set aside with the reason; the others go on.
        const jobId = jobIds[at]
        const reason = error instanceof Error ? error.message : String(error)
        context.unit(tx => {
          if (jobId !== undefined && addDetectionIssue(tx.db, run.id, jobId, reason)) run.failed += 1
          passed(tx, at + 1)
        })
        at += 1
      }
      show()
      await new Promise(resolve => setImmediate(resolve))
    }
    return null
  }
}
