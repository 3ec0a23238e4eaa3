import type { RolecallError } from '../contract/errors.ts'
import type { RunState } from '../contract/runs.ts'
import { discardUpload } from '../imports/service.ts'
import { notify } from '../notifications/service.ts'
import { withReserve } from '../platform/db/reserve.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { ImportInput } from './import-run.ts'
import { trimLogs } from './log-store.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import { closeSteps } from './step-work.ts'
import { markEnded, openRuns, type Run, unfinishedImports } from './store.ts'
import { count, countWords, endWords } from './words.ts'

/** The end of a run: its row, its steps, what is told of it, and what becomes of its file. */

/** Days that the file of an import which did not succeed is kept, so that the import can go on. */
const DAYS_KEPT = 7
const DAY_MS = 86_400_000
/** Files are looked for among imports of so many days. */
const DAYS_LOOKED_BACK = 60

/** Writes the end in one transaction, with the room that is kept for it. Throws when it cannot be written. */
export function endRun(
  context: RunContext,
  run: Run,
  state: RunState,
  error: RolecallError | null,
  progress: Progress,
): void {
  const goBack = progress.mark()
  withReserve(context.dataDir, () => {
    goBack()
    context.unit(tx => finish(tx, run, state, error, progress))
  })
  // A file that cannot be understood will not be the next time; on a full disk its room is worth more to the person.
  const mayGoOn = error === null || (error.retryable && error.code !== 'disk_full')
  const wanted = state !== 'succeeded' && mayGoOn
  const input = ImportInput.safeParse(run.input)
  if (input.success && !wanted) discardUpload(context.dataDir, input.data.uploadId)
  discardOldUploads(context)
}

function finish(tx: Tx, run: Run, state: RunState, error: RolecallError | null, progress: Progress): void {
  closeSteps(progress, state, tx.now)
  const message = error?.message ?? null
  const milliseconds = Math.max(0, Date.parse(tx.now) - Date.parse(run.startedAt ?? tx.now))
  const level = state === 'failed' ? 'error' : state === 'succeeded' ? 'info' : 'warn'
  progress.log('info', null, countWords(run.kind, progress.counts), true)
  progress.log(level, null, endWords(state, message, milliseconds), true)
  progress.saveAll(tx)
  markEnded(tx.db, run.id, state, message, tx.now)
  trimLogs(tx.db)
  tx.emit('run.finished', {
    runId: run.id,
    campaignId: run.campaignId,
    state,
    newJobs: progress.counts.jobs,
    kind: run.kind,
  })
  if ((run.kind !== 'import' && run.kind !== 'collect') || state === 'cancelled') return
  // One of the last steps, made again alone, brought nothing that could be told.
  if (state === 'succeeded' && !progress.steps.some(({ step }) => step === 'extract')) return
  notify(tx, {
    kind: state === 'failed' ? 'run_failed' : 'run_finished',
    title: state === 'failed' ? `${run.campaignName}: the run failed` : `${run.campaignName}: the run ended`,
    body: message ?? count(progress.counts.jobs, 'new job'),
    target: `/runs/${run.id}`,
    campaignId: run.campaignId,
    runId: run.id,
    dedupeKey: `run:${run.id}`,
  })
}

const uploadsOf = (runs: readonly Run[]) =>
  runs.flatMap(({ input }) => {
    const parsed = ImportInput.safeParse(input)
    return parsed.success ? [parsed.data.uploadId] : []
  })

const daysAgo = ({ clock }: RunContext, days: number) =>
  new Date(clock.millis() - days * DAY_MS).toISOString()

/** Files that an open run works on, or that one which did not succeed may go on with. */
export function keptUploads(context: RunContext): Set<string> {
  const unfinished = unfinishedImports(context.db, daysAgo(context, DAYS_KEPT), '9999')
  return new Set([...uploadsOf(openRuns(context.db)), ...uploadsOf(unfinished)])
}

/** Takes the files away that were kept long enough. */
function discardOldUploads(context: RunContext): void {
  const old = unfinishedImports(context.db, daysAgo(context, DAYS_LOOKED_BACK), daysAgo(context, DAYS_KEPT))
  for (const uploadId of uploadsOf(old)) discardUpload(context.dataDir, uploadId)
}
