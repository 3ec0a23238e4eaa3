import type { RunBar, RunSourceView, RunState, RunView } from '../contract/runs.ts'
import { hasUpload } from '../imports/service.ts'
import type { QueryContext } from '../platform/context.ts'
import { sourcesOfRun } from '../sources/service.ts'
import { ImportInput } from './import-run.ts'
import { doneOf } from './rules/counts.ts'
import { type Run, stepsOfRuns } from './store.ts'

/** Runs as pages see them. */

type Reading = Pick<QueryContext, 'db' | 'dataDir'>

const UNFINISHED: ReadonlySet<RunState> = new Set(['failed', 'cancelled', 'interrupted'])

/** True for a run that ended without success and can go on: of an import, the file is kept for some days. */
export function canRetry({ dataDir }: Pick<Reading, 'dataDir'>, run: Run): boolean {
  if (!UNFINISHED.has(run.state) || !run.campaignExists) return false
  if (run.kind !== 'import') return true
  const input = ImportInput.safeParse(run.input)
  return input.success && hasUpload(dataDir, input.data.uploadId)
}

/** Milliseconds from the first start of a run to its end; null while it lasts. */
const milliseconds = ({ startedAt, finishedAt }: Run): number | null =>
  startedAt !== null && finishedAt !== null
    ? Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
    : null

/** Runs with their steps, in the order given. */
export function viewRuns(context: Reading, runs: readonly Run[]): RunView[] {
  const steps = stepsOfRuns(
    context.db,
    runs.map(run => run.id),
  )
  return runs.map(run => {
    const { input: _input, row, campaignExists: _exists, ...view } = run
    return {
      ...view,
      // What streams is counted with the run, in each of its transactions.
      steps: (steps.get(run.id) ?? []).map(step => ({ ...step, done: doneOf(step, run.counts, row) })),
      milliseconds: milliseconds(run),
      canRetry: canRetry(context, run),
    }
  })
}

/** What each source gave to a run; a file is the one source of its import. */
export function viewSources({ db }: Pick<Reading, 'db'>, run: Run): RunSourceView[] {
  if (run.kind === 'collect') return sourcesOfRun(db, run.id)
  if (run.kind !== 'import') return []
  const { raw, unchanged, rejected, postings } = run.counts
  return [
    {
      sourceId: null,
      label: run.label,
      problem: run.error,
      found: raw + unchanged + rejected,
      added: postings,
      calls: 0,
      errors: 0,
    },
  ]
}

/** An ended run as a bar of a chart. */
export const viewBar = (run: Run): RunBar => ({
  id: run.id,
  at: run.finishedAt ?? run.queuedAt,
  state: run.state,
  newJobs: run.counts.jobs,
  matches: run.counts.matches,
  milliseconds: milliseconds(run) ?? 0,
  calls: run.counts.api_calls,
  errors: run.counts.api_errors,
})
