import type { DetectionKind, DetectionRunView, DetectionScope } from '../contract/detection.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import { databaseFault, isDiskFull } from '../platform/db/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import { bestUnread, readIn } from './missing-store.ts'
import { createAiBatch } from './run-ai.ts'
import { createPatternBatch } from './run-patterns.ts'
import type { Batch, DetectionRunTools } from './run-tools.ts'
import {
  countInScope,
  type DetectionRun,
  detectionIssues,
  findDetectionRun,
  insertDetectionRun,
  markDetectionEnded,
  markDetectionStarted,
  nextInScope,
  openDetectionRuns,
  positionAfter,
  saveDetectionProgress,
} from './runs-store.ts'

/** Runs that detect many jobs again, one after the other, in batches of 50; they go on after a crash. */
export interface DetectionRuns {
  /** Queues a run and answers its id, or that of the same one under way. `conflict` when there is nothing to do. */
  start(kind: DetectionKind, scope: DetectionScope): number
  cancel(id: number): DetectionRunView['state']
  /** A new run over what an ended one did not come to, or else over its failures. */
  retry(id: number): number
  /**
   * After a run of a campaign: queues the best new jobs with missing facts for the model, where that is wanted, and answers
   * how many; `problem`: why the model cannot be asked now.
   */
  afterRun(): Promise<{ jobs: number; problem: string | null }>
  wake(): void
  /** True while a run is under way. */
  readonly busy: boolean
  /** Answers when nothing is under way. */
  settled(): Promise<void>
  /** Stops after the open transaction; what is under way goes on with the next start. */
  stop(): Promise<void>
}

/** Jobs that are read before a run says how far it came. */
export const BATCH = 50
const SHOW_EVERY_MS = 250
/** Jobs that the model reads by itself after a run. */
const AFTER_RUN = 50

const NOT_READY = 'The language model cannot be asked at the moment: see Settings, under AI.'
const KIND_WORDS: Record<DetectionKind, string> = { patterns: 'Detect again', ai: 'Ask AI' }
const FACT_WORDS = {
  salary: 'salary',
  place: 'a place',
  remote: 'remote or on site',
  type: 'an employment type',
  seniority: 'a level',
  skills: 'skills',
}

function labelOf(kind: DetectionKind, scope: DetectionScope, total: number): string {
  const jobs = total === 1 ? '1 job' : `${total.toLocaleString('en')} jobs`
  if ('jobs' in scope) return `${KIND_WORDS[kind]}: ${jobs}`
  if (scope.all === 'outdated') return `${KIND_WORDS[kind]}: ${jobs} read by an older version`
  return `${KIND_WORDS[kind]}: ${jobs} without ${scope.field === null ? 'some facts' : FACT_WORDS[scope.field]}`
}

/** Starts the queue and takes up what a crash or a shutdown left open. */
export function createDetectionRuns(context: CommandContext, tools: DetectionRunTools): DetectionRuns {
  let working: Promise<void> | null = null
  let current: { id: number; controller: AbortController; cancelled: boolean } | null = null
  let stopping = false
  const batches: Record<DetectionKind, Batch> = {
    patterns: createPatternBatch(context, tools),
    ai: createAiBatch(context, tools),
  }

  const queue = (
    tx: Tx,
    kind: DetectionKind,
    scope: DetectionScope,
    trigger: 'you' | 'run',
    position: number | null = null,
  ): number => {
    const total = countInScope(tx.db, kind, scope)
    if (total === 0) refuse('conflict', 'There is no job to read.')
    const label = labelOf(kind, scope, total)
    const id = insertDetectionRun(tx.db, { kind, scope, label, trigger, total, position }, tx.now)
    tx.emit('detection.queued', { detectionRunId: id })
    return id
  }

  const execute = async (queued: DetectionRun) => {
    const entry = { id: queued.id, controller: new AbortController(), cancelled: false }
    current = entry
    const run = { ...queued }
    let shownAt = Number.NEGATIVE_INFINITY
    const show = (now = false) => {
      if (!now && performance.now() - shownAt < SHOW_EVERY_MS) return
      shownAt = performance.now()
      const { id, done, total, changed, failed } = run
      tools.signal({
        type: 'detection.progress',
        payload: { detectionRunId: id, done, total: Math.max(total, done), changed, failed },
      })
    }
    let error: string | null = null
    try {
      context.unit(tx => {
        run.startedAt ??= tx.now
        markDetectionStarted(tx.db, run.id, run.startedAt)
        tx.emit('detection.started', { detectionRunId: run.id })
      })
      show(true)
      while (!entry.controller.signal.aborted) {
        const jobIds = nextInScope(context.db, run, BATCH)
        const { position } = run
        if (jobIds.length === 0) break
        error = await batches[run.kind](run, jobIds, entry.controller.signal, () => show())
        if (error !== null || entry.controller.signal.aborted) break
        run.position = positionAfter(run.scope, position, jobIds)
        context.unit(tx => saveDetectionProgress(tx.db, run))
        show()
        // Lets commands in also where a batch had nothing to wait for.
        await new Promise(resolve => setImmediate(resolve))
      }
    } catch (thrown) {
      error = explain(thrown)
      context.log.error('Jobs could not be read again', {
        run: run.id,
        reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      })
    }
    current = null
    tools.rankChanged()
    if (stopping && !entry.cancelled) return
    const state = entry.cancelled ? 'cancelled' : error === null ? 'succeeded' : 'failed'
    context.unit(tx => {
      saveDetectionProgress(tx.db, run)
      markDetectionEnded(tx.db, run.id, state, error, tx.now)
      tx.emit('detection.finished', { detectionRunId: run.id, state, changed: run.changed })
    })
  }

  const work = async () => {
    for (
      let next = openDetectionRuns(context.db)[0];
      next && !stopping;
      next = openDetectionRuns(context.db)[0]
    )
      await execute(next)
  }

  const runs: DetectionRuns = {
    start(kind, scope) {
      if (kind === 'ai' && 'all' in scope && scope.all === 'outdated')
        refuse('bad_input', 'Jobs of an older version are read by patterns.', { field: 'scope' })
      const same = openDetectionRuns(context.db).find(
        run => run.kind === kind && JSON.stringify(run.scope) === JSON.stringify(scope),
      )
      if (same) {
        runs.wake()
        return same.id
      }
      const id = context.unit(tx => queue(tx, kind, scope, 'you'))
      runs.wake()
      return id
    },
    cancel(id) {
      if (current?.id === id) {
        current.cancelled = true
        current.controller.abort()
        // At once, so that a kill before its end does not take it up again.
        context.unit(tx => markDetectionEnded(tx.db, id, 'cancelled', null, tx.now))
        return 'cancelled'
      }
      const run = findDetectionRun(context.db, id) ?? refuse('not_found', 'This run is not known any more.')
      if (run.state !== 'queued' && run.state !== 'running') return run.state
      context.unit(tx => {
        markDetectionEnded(tx.db, id, 'cancelled', null, tx.now)
        tx.emit('detection.finished', { detectionRunId: id, state: 'cancelled', changed: 0 })
      })
      return 'cancelled'
    },
    retry(id) {
      const run = findDetectionRun(context.db, id) ?? refuse('not_found', 'This run is not known any more.')
      if (run.state === 'queued' || run.state === 'running') {
        runs.wake()
        return id
      }
      const failed = detectionIssues(context.db, id, 10_000).map(issue => JobId.parse(issue.job_id))
      const scope = run.state === 'succeeded' ? { jobs: failed } : restOf(context.db, run, failed)
      if ('jobs' in scope && scope.jobs.length === 0)
        return refuse('conflict', 'Nothing of this run failed or was left over.')
      return runs.start(run.kind, scope)
    },
    async afterRun() {
      const settings = readSettings(context.db)
      if (!settings.aiEnabled || !settings.aiAfterRuns || stopping) return { jobs: 0, problem: null }
      const { state } = await tools.ai.state()
      if (state !== 'ready') return { jobs: 0, problem: NOT_READY }
      const jobs = bestUnread(context.db, AFTER_RUN).map(id => JobId.parse(id))
      const open = stopping || openDetectionRuns(context.db).some(run => run.kind === 'ai')
      if (jobs.length === 0 || open) return { jobs: 0, problem: null }
      context.unit(tx => queue(tx, 'ai', { jobs }, 'run'))
      runs.wake()
      return { jobs: jobs.length, problem: null }
    },
    wake() {
      if (working || stopping) return
      if (openDetectionRuns(context.db).length === 0) return
      working = work()
        .catch(error => {
          // Not even the end could be written: the run stays open and goes on with the next one, or the next start.
          context.log.error('A run of detection could not be ended', { reason: String(error) })
        })
        .finally(() => {
          working = null
        })
    },
    get busy() {
      return working !== null
    },
    async settled() {
      while (working) await working
    },
    async stop() {
      stopping = true
      current?.controller.abort()
      while (working) await working
    },
  }
  return runs
}

/** What a run did not come to, and its failures. */
function restOf(db: Db, run: DetectionRun, failed: JobId[]): DetectionScope {
  if (!('jobs' in run.scope)) return run.scope
  const left = run.scope.jobs.slice(run.position ?? 0)
  // The model may have read some that come after one that it did not come to.
  const read = run.kind === 'ai' ? readIn(db, run, left) : new Set<number>()
  return { jobs: [...new Set([...failed, ...left.filter(id => !read.has(id))])] }
}

function explain(thrown: unknown): string {
  if (isDiskFull(thrown))
    return 'The disk is full. What was read before is kept; free some space and try again.'
  const fault = databaseFault(thrown)
  if (fault) return fault.message
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return `The run stopped: ${message}. What was read before is kept.`
}
