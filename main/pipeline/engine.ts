import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { nameOf } from '../campaigns/service.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import { type CampaignId, RunId } from '../contract/ids.ts'
import type { RunState } from '../contract/runs.ts'
import { discardUpload, sweepUploads } from '../imports/service.ts'
import { notify } from '../notifications/service.ts'
import { databaseFault, isDiskFull } from '../platform/db/errors.ts'
import { withReserve } from '../platform/db/reserve.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { countJobs } from '../ranking/service.ts'
import { prepareAll } from './batches.ts'
import { runCollect } from './collect-run.ts'
import { ImportInput, runImport } from './import-run.ts'
import { rankingPlanOf } from './plan.ts'
import { createProgress } from './progress.ts'
import { forgetCampaign, runRank } from './rank-run.ts'
import { stepsOf } from './rules.ts'
import { campaignOf, type RunContext } from './stages.ts'
import { findRun, insertRun, markEnded, markStarted, openRuns, type Run, saveSteps } from './store.ts'
import { NO_RANKING, type Prepared, type PrepareItem } from './tasks.ts'

/** The queue of runs and what works it off. */
export interface Engine {
  /** Queues a run in the caller's transaction; `wake` starts it after the commit. */
  queue(tx: Tx, run: Pick<Run, 'campaignId' | 'kind' | 'trigger' | 'label' | 'input'>): RunId
  wake(): void
  /**
   * Queues a new ranking of all jobs for a campaign whose wishes changed, in the transaction of the change, so that no
   * kill comes between. Runs that are bringing jobs at the moment may still score by the old wishes: another ranking
   * then waits for their end.
   */
  rankAgain(tx: Tx, campaignId: CampaignId): void
  /** Reads postings of a job again as a run does: detected, marked and ranked for every campaign that ranks it. */
  prepareAgain(jobId: number, items: PrepareItem[]): Promise<Prepared[]>
  /** The same for postings of several jobs, without ranking them. */
  readAll(items: PrepareItem[]): Promise<Prepared[]>
  /** Ends a run after its open transaction; a waiting one never starts. Answers the state that it has now. */
  cancel(runId: RunId): RunState
  /** Answers the run's state when it has ended, at once when it has already; `running` when the engine stops first. */
  ended(runId: RunId): Promise<RunState>
  /** True while a run is under way. */
  readonly busy: boolean
  /** Stops after the open transactions; running runs go on with the next start. */
  stop(): Promise<void>
}

/** Runs of different campaigns that may be under way at once; they take turns by transaction. */
const MOST_AT_ONCE = 3
const TRY_AGAIN_MS = 30_000

interface Active {
  campaignId: CampaignId
  controller: AbortController
  reason: 'cancelled' | 'stopping' | null
  done: Promise<void>
}

/** What a ranking run may wait for: the end of runs that score by older wishes. */
const RankInput = z.object({ after: z.array(RunId).default([]) })

/** Starts the engine and takes up what a crash or a shutdown left open. */
export function createEngine(context: RunContext): Engine {
  const active = new Map<RunId, Active>()
  const waiting = new Map<RunId, (() => void)[]>()
  /** Runs whose end could not be written, with the timers that take them up again. */
  const held = new Map<RunId, ReturnType<typeof setTimeout>>()
  let stopping = false
  const settle = (runId: RunId) => {
    for (const resolve of waiting.get(runId) ?? []) resolve()
    waiting.delete(runId)
  }

  const wanted = openRuns(context.db).flatMap(run => {
    const input = ImportInput.safeParse(run.input)
    return input.success ? [input.data.uploadId] : []
  })
  sweepUploads(context.dataDir, new Set(wanted))

  const wake = () => {
    if (stopping) return
    const open = openRuns(context.db)
    for (const run of open) {
      if (active.size >= MOST_AT_ONCE) return
      if (held.has(run.id) || waitsForOthers(run, open)) continue
      const busy = [...active.values()].some(other => other.campaignId === run.campaignId)
      if (active.has(run.id) || busy) continue
      const controller = new AbortController()
      const entry: Active = { campaignId: run.campaignId, controller, reason: null, done: Promise.resolve() }
      active.set(run.id, entry)
      entry.done = execute(run, entry).finally(() => {
        active.delete(run.id)
        if (entry.reason !== 'stopping') settle(run.id)
        wake()
      })
    }
  }

  const waitsForOthers = (run: Run, open: readonly Run[]): boolean => {
    if (run.kind !== 'rank') return false
    const input = RankInput.safeParse(run.input)
    return input.success && open.some(other => input.data.after.includes(other.id))
  }

  const markRunning = (queued: Run): Run =>
    context.unit(tx => {
      markStarted(tx.db, queued.id, tx.now)
      tx.emit('run.started', { runId: queued.id, campaignId: queued.campaignId })
      return findRun(tx.db, queued.id) ?? queued
    })

  const execute = async (queued: Run, entry: Active) => {
    let run = queued
    let progress = createProgress(run, context.signal)
    let error: RolecallError | null = null
    try {
      run = markRunning(queued)
      progress = createProgress(run, context.signal)
      progress.show()
      const campaign = campaignOf(context, run.campaignId)
      if (!campaign) await forgetCampaign(context, run.campaignId, entry.controller.signal)
      else if (run.kind === 'import')
        error = await runImport(context, run, campaign, progress, entry.controller.signal)
      else if (run.kind === 'collect')
        error = await runCollect(context, run, campaign, progress, entry.controller.signal)
      else error = await runRank(context, run, campaign, progress, entry.controller.signal)
    } catch (thrown) {
      error = explain(thrown)
      context.log.error('A run failed', {
        run: run.id,
        reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      })
    }
    progress.stop()
    // A run that a shutdown interrupts stays open and goes on at the next start.
    if (entry.reason === 'stopping') return
    const state: RunState = entry.reason === 'cancelled' ? 'cancelled' : error ? 'failed' : 'succeeded'
    end(run, state, error, progress)
  }

  const end = (
    run: Run,
    state: RunState,
    error: RolecallError | null,
    progress: ReturnType<typeof createProgress>,
  ) => {
    const finish = (tx: Tx) => {
      progress.end(tx)
      markEnded(tx.db, run.id, state, error?.message ?? null, tx.now)
      tx.emit('run.finished', {
        runId: run.id,
        campaignId: run.campaignId,
        state,
        newJobs: progress.counts.jobs,
      })
      if (run.kind !== 'rank')
        notify(tx, {
          kind: state === 'failed' ? 'run_failed' : 'run_finished',
          title:
            state === 'failed' ? `${run.campaignName}: the run failed` : `${run.campaignName}: the run ended`,
          body: error?.message ?? `${progress.counts.jobs} new jobs`,
          target: `/campaigns/${run.campaignId}?run=${run.id}`,
          campaignId: run.campaignId,
          runId: run.id,
          dedupeKey: `run:${run.id}`,
        })
    }
    const goBack = progress.mark()
    try {
      withReserve(context.dataDir, () => {
        goBack()
        context.unit(finish)
      })
    } catch (thrown) {
      // Not even the end can be written: the run stays open and is taken up again later, or at the next start.
      context.log.error('The end of a run could not be written', { run: run.id, reason: String(thrown) })
      held.set(
        run.id,
        setTimeout(() => {
          held.delete(run.id)
          wake()
        }, TRY_AGAIN_MS),
      )
      return
    }
    const input = ImportInput.safeParse(run.input)
    if (input.success) discardUpload(context.dataDir, input.data.uploadId)
  }

  const engine: Engine = {
    queue(tx, run) {
      const runId = insertRun(tx.db, run, tx.now)
      tx.emit('run.queued', { runId, campaignId: run.campaignId })
      return runId
    },
    wake,
    rankAgain(tx, campaignId) {
      const open = openRuns(tx.db)
      const label = nameOf(tx.db, campaignId)
      const after = open
        .filter(run => run.kind !== 'rank' && run.state === 'running' && run.campaignId !== campaignId)
        .map(run => run.id)
      const queue = (input: z.infer<typeof RankInput>) => {
        // One that has not begun reads the wishes when it does.
        const known = open.some(
          run =>
            run.kind === 'rank' &&
            run.state === 'queued' &&
            run.campaignId === campaignId &&
            isDeepStrictEqual(RankInput.parse(run.input), input),
        )
        if (!known) engine.queue(tx, { campaignId, kind: 'rank', trigger: 'you', label, input })
      }
      if (countJobs(tx.db) > 0) queue({ after: [] })
      if (after.length > 0) queue({ after })
      setImmediate(wake)
    },
    prepareAgain: (jobId, items) =>
      context.compute.run({
        kind: 'prepare',
        items,
        mapping: null,
        plan: rankingPlanOf(context.db, jobId),
        now: context.clock.now(),
      }),
    readAll: items =>
      prepareAll(context.compute, items, { mapping: null, plan: NO_RANKING, now: context.clock.now() }),
    cancel(runId) {
      const entry = active.get(runId)
      if (entry) {
        entry.reason = 'cancelled'
        entry.controller.abort()
        return 'cancelled'
      }
      const run = findRun(context.db, runId)
      if (run?.state !== 'queued') return run?.state ?? 'cancelled'
      context.unit(tx => {
        saveSteps(tx.db, runId, stepsOf(run.counts, 0, null, 'extract'))
        markEnded(tx.db, runId, 'cancelled', null, tx.now)
        tx.emit('run.finished', { runId, campaignId: run.campaignId, state: 'cancelled', newJobs: 0 })
      })
      settle(runId)
      return 'cancelled'
    },
    async ended(runId) {
      const state = () => findRun(context.db, runId)?.state ?? 'cancelled'
      const open = () => !stopping && (state() === 'queued' || state() === 'running')
      if (open())
        await new Promise<void>(resolve => {
          waiting.set(runId, [...(waiting.get(runId) ?? []), resolve])
        })
      return stopping ? 'running' : state()
    },
    get busy() {
      return active.size > 0
    },
    async stop() {
      stopping = true
      for (const timer of held.values()) clearTimeout(timer)
      for (const entry of active.values()) {
        entry.reason ??= 'stopping'
        entry.controller.abort()
      }
      await Promise.all([...active.values()].map(entry => entry.done))
      for (const runId of [...waiting.keys()]) settle(runId)
    },
  }
  return engine
}

function explain(thrown: unknown): RolecallError {
  if (isDiskFull(thrown))
    return rolecallError(
      'disk_full',
      'The disk is full. What was stored before is kept; free some space and run again.',
      {
        retryable: true,
      },
    )
  const fault = databaseFault(thrown)
  if (fault) return rolecallError('internal', fault.message, { retryable: fault.retryable })
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return rolecallError('internal', `The run stopped: ${message}. What was stored before is kept.`, {
    retryable: true,
  })
}
