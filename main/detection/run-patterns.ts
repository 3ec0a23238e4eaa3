import { JobId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import { databaseFault } from '../platform/db/errors.ts'
import { createTurn } from '../platform/turn.ts'
import { renewFacts, shownPostings } from '../postings/service.ts'
import type { Batch, DetectionRunTools } from './run-tools.ts'
import { addDetectionIssue } from './runs-store.ts'

/** Detecting a batch of jobs again by the rules of today. */
export function createPatternBatch(
  context: CommandContext,
  tools: Pick<DetectionRunTools, 'prepareAll' | 'sent' | 'leaveRoom'>,
): Batch {
  return async (run, jobIds, signal, show) => {
    const shown = shownPostings(context.db, jobIds)
    const read = await tools.prepareAll(shown.map(({ sourceKey, posting }) => ({ sourceKey, posting })))
    for (let at = 0; at < shown.length && !signal.aborted; ) {
      const before = { done: run.done, changed: run.changed, failed: run.failed }
      const over = createTurn(tools.sent)
      tools.leaveRoom()
      const write = (to: number) =>
        context.unit(tx => {
          const changed: JobId[] = []
          let next = at
          for (; next < to && (next === at || !over()); next += 1) {
            const posting = shown[next]
            const answer = read[next]
            if (!posting || !answer) break
            run.done += 1
            if (!answer.ok) {
              if (addDetectionIssue(tx.db, run.id, posting.jobId, answer.message)) run.failed += 1
            } else if (renewFacts(tx, posting, answer.posting)) {
              run.changed += 1
              changed.push(JobId.parse(posting.jobId))
            }
          }
          if (changed.length > 0) tx.emit('jobs.changed', { jobIds: changed })
          return next
        })
      try {
        at = write(shown.length)
      } catch (error) {
        Object.assign(run, before)
        if (databaseFault(error)) throw error
        // One posting that trips the database is set aside with the reason; the others go on.
        const posting = shown[at]
        const reason = error instanceof Error ? error.message : String(error)
        context.unit(tx => {
          if (posting && addDetectionIssue(tx.db, run.id, posting.jobId, reason)) run.failed += 1
          run.done += 1
        })
        at += 1
      }
      show()
      await new Promise(resolve => setImmediate(resolve))
    }
    // Jobs without a posting cannot be read.
    if (!signal.aborted) run.done += jobIds.length - shown.length
    return null
  }
}
