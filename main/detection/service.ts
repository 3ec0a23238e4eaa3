import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import { rowsOf } from '../jobs/service.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { type AgainTools, applyAgain, previewAgain } from './again.ts'
import { clearFacts, setFacts } from './correct.ts'
import { aiStates, factsMissing, missingCounts, pageOfMissing } from './missing-store.ts'
import { type ReadPostingsTools, readPostings } from './read-postings.ts'
import type { DetectionRuns } from './runs.ts'
import { detectionIssues, findDetectionRun, lastDetectionRuns } from './runs-store.ts'

export { detectionUndoers } from './correct.ts'

/** Reasons that a page shows of one run. */
const MOST_ISSUES = 200

export const detectionQueries = {
  'detection.missing': ({ db, clock }, { fact, cursor, limit }) => {
    const before = cursor === null ? null : Number(cursor)
    if (before !== null && !Number.isSafeInteger(before))
      return refuse('bad_input', 'This is no place in the list.', { field: 'cursor' })
    const { rows, next } = pageOfMissing(db, fact, before, limit)
    const ids = rows.map(row => row.id)
    const missing = new Map(rows.map(row => [row.id, row.missing]))
    const ai = aiStates(db, ids)
    return {
      rows: rowsOf(db, ids, clock.now()).map(job => ({
        job,
        missing: factsMissing(missing.get(job.id) ?? 0),
        ai: ai.get(job.id) ?? null,
      })),
      cursor: next === null ? null : String(next),
    }
  },
  'detection.counts': ({ db }) => missingCounts(db),
  'detection.runs': ({ db }, { limit }) => lastDetectionRuns(db, limit),
  'detection.issues': ({ db }, { detectionRunId }) => {
    if (!findDetectionRun(db, detectionRunId)) refuse('not_found', 'This run is not known any more.')
    return detectionIssues(db, detectionRunId, MOST_ISSUES).map(({ job_id, ...issue }) => ({
      jobId: JobId.parse(job_id),
      ...issue,
    }))
  },
} satisfies Partial<Queries>

/** What the commands of detection need of the backend around them. */
export interface DetectionTools extends AgainTools, ReadPostingsTools {
  detectionRuns: DetectionRuns
}

export function detectionCommands(tools: DetectionTools) {
  const { detectionRuns } = tools
  return {
    'detection.start': (_context, { kind, scope }) => ({ detectionRunId: detectionRuns.start(kind, scope) }),
    'detection.cancel': (_context, { detectionRunId }) => ({ state: detectionRuns.cancel(detectionRunId) }),
    'detection.retry': (_context, { detectionRunId }) => ({
      detectionRunId: detectionRuns.retry(detectionRunId),
    }),
    'detection.preview': (context, { jobId, ai }) => previewAgain(context, tools, jobId, ai),
    'detection.apply': async (context, decided) => ({ undo: await applyAgain(context, tools, decided) }),
    'detection.setFacts': (context, { jobId, facts }) => ({
      undo: context.unit(tx => setFacts(tx, jobId, facts)),
    }),
    'detection.clearFacts': (context, { jobId, fields }) => ({
      undo: context.unit(tx => clearFacts(tx, jobId, fields)),
    }),
    'detection.readPostings': (context, { postings, ai }) => readPostings(context, tools, postings, ai),
  } satisfies Partial<Commands>
}
