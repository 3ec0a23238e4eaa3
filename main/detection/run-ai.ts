import { isDeepStrictEqual } from 'node:util'
import { JobId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import { factsSnapshot, queueRanking, setFields, shownPostings, stillShown } from '../postings/service.ts'
import { readSettings } from '../settings/service.ts'
import { aiRow } from './again.ts'
import { keptAnswers, wantedFor } from './ai-gaps.ts'
import { readByAi, readingKey } from './ai-reader.ts'
import { inGroups } from './in-groups.ts'
import { readIn, saveAiState } from './missing-store.ts'
import type { Batch, DetectionRunTools } from './run-tools.ts'
import { addDetectionIssue, type DetectionRun, saveDetectionProgress } from './runs-store.ts'

/** Asking the model for what a batch of jobs leaves open, several jobs a call, calls side by side. */
export function createAiBatch(
  context: CommandContext,
  { ai, ground }: Pick<DetectionRunTools, 'ai' | 'ground'>,
): Batch {
  return async (run, jobIds, signal, show) => {
    const { aiModel, aiJobsPerCall, aiConcurrency } = readSettings(context.db)
    // After a stop a batch comes again; what was asked and counted before is passed over.
    const before = readIn(context.db, run, jobIds)
    const fresh = jobIds.filter(jobId => !before.has(jobId))
    const wanted = wantedFor(context, fresh)
    const postings = shownPostings(context.db, fresh)
    const open = postings.filter(({ jobId }) => (wanted.get(jobId) ?? []).length > 0)
    let stopped: string | null = null
    const goesOn = () => stopped === null && !signal.aborted
    await inGroups(open, { size: aiJobsPerCall, atOnce: aiConcurrency, goesOn }, async group => {
      const asked = group.map(({ jobId, posting }) => ({ posting, wanted: wanted.get(jobId) ?? [] }))
      const answers = await readByAi(asked, {
        ai,
        model: aiModel,
        ground,
        signal,
        memory: keptAnswers(context),
      })
      if (answers.stopped && answers.stopped.reason !== 'cancelled') stopped ??= answers.stopped.message
      const counts = { done: 0, changed: 0, failed: 0 }
      context.unit(tx => {
        const changed: JobId[] = []
        for (const [index, shown] of group.entries()) {
          const outcome = answers.outcomes[index]
          const question = asked[index]
          if (!outcome || !question) continue
          counts.done += 1
          const key = readingKey(question, aiModel)
          const { jobId } = shown
          if (!outcome.ok) {
            if (addDetectionIssue(tx.db, run.id, jobId, outcome.message)) counts.failed += 1
            const { message } = outcome
            saveAiState(tx.db, jobId, { state: 'failed', asked: key, model: aiModel, message, at: tx.now })
            changed.push(JobId.parse(jobId))
            continue
          }
          if (!stillShown(tx.db, shown)) continue
          const rows = outcome.findings.map(aiRow)
          if (rows.length > 0) {
            const before = factsSnapshot(tx.db, jobId)
            setFields(tx.db, jobId, rows)
            if (!isDeepStrictEqual(factsSnapshot(tx.db, jobId), before)) {
              queueRanking(tx.db, [jobId])
              counts.changed += 1
            }
          }
          const { model } = outcome
          saveAiState(tx.db, jobId, { state: 'done', asked: key, model, message: null, at: tx.now })
          changed.push(JobId.parse(jobId))
        }
        if (changed.length > 0) tx.emit('jobs.changed', { jobIds: changed })
        saveDetectionProgress(tx.db, counted(run, counts))
      })
      Object.assign(run, counted(run, counts))
      show()
    })
    // Nothing is wanted of the others.
    if (stopped === null && !signal.aborted) run.done += fresh.length - open.length
    return stopped
  }
}

type Counts = Pick<DetectionRun, 'done' | 'changed' | 'failed'>

/** A run with what one call brought. */
const counted = (run: DetectionRun, { done, changed, failed }: Counts): DetectionRun => ({
  ...run,
  done: run.done + done,
  changed: run.changed + changed,
  failed: run.failed + failed,
})
