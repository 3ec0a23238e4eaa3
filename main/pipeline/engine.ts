import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { nameOf } from '../campaigns/service.ts'
import type { RolecallError } from '../contract/errors.ts'
import { type CampaignId, RunId } from '../contract/ids.ts'
import type { RunState } from '../contract/runs.ts'
import type { Step } from '../contract/steps.ts'
import { sweepUploads } from '../imports/service.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { countJobs } from '../ranking/service.ts'
import { prepareAll } from './batches.ts'
import { thrownFault } from './faults.ts'
import { lastLogLine } from './log-store.ts'
import { rankingPlanOf } from './plan.ts'
import { createProgress, type Progress } from './progress.ts'
import { stepsOfKind } from './rules/graph.ts'
import { contextOfRun } from './run-context.ts'
import { endRun, keptUploads } from './run-end.ts'
import { runStages } from './run-stages.ts'
import type { RunContext } from './stages.ts'
import {
  findRun,
  insertRun,
  markStarted,
  type NewRun,
  openRuns,
  type Run,
  saveSteps,
  stepsOfRuns,
} from './store.ts'
import { NO_RANKING, type Prepared, type PrepareItem } from './tasks.ts'
import { beginWords } from './words.ts'

/** The queue of runs and what works it off. */
export interface Engine {
  /** Queues a run in the caller's transaction; `wake` starts it after the commit. `only`: it does no other steps. */
  queue(tx: Tx, run: NewRun, only?: readonly Step[] | null): RunId
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
  /** What it has counted, once it has begun. */
  progress: Progress | null
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

  sweepUploads(context.dataDir, keptUploads(context))

  const wake = () => {
    if (stopping) return
    const open = openRuns(context.db)
    for (const run of open) {
      if (active.size >= MOST_AT_ONCE) return
      if (held.has(run.id) || waitsForOthers(run, open)) continue
      const busy = [...active.values()].some(other => other.campaignId === run.campaignId)
      if (active.has(run.id) || busy) continue
      const controller = new AbortController()
      const entry: Active = {
        campaignId: run.campaignId,
        controller,
        progress: null,
        reason: null,
        done: Promise.resolve(),
      }
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

  /** Begins a run, or goes on with one that a crash or a shutdown left open. */
  const begin = (queued: Run): { run: Run; progress: Progress } =>
    context.unit(tx => {
      const again = queued.state === 'running'
      markStarted(tx.db, queued.id, tx.now)
      const run = findRun(tx.db, queued.id) ?? queued
      const progress = createProgress(
        run,
        { steps: keptSteps(tx.db, run), lines: lastLogLine(tx.db, run.id) },
        context.clock,
        context.signal,
      )
      progress.log(
        'info',
        null,
        again ? 'Going on after Rolecall was closed.' : beginWords(run.kind, run.label, run.trigger),
      )
      progress.saveAll(tx)
      tx.emit('run.started', { runId: run.id, campaignId: run.campaignId })
      return { run, progress }
    })

  /**
   * Writes the end of a run; when not even that can be written, the run stays open and is taken up again later, or its
   * end is written then if it was cancelled.
   */
  const end = (run: Run, state: RunState, error: RolecallError | null, progress: Progress): boolean => {
    progress.stop()
    try {
      endRun(context, run, state, error, progress)
      return true
    } catch (thrown) {
      context.log.error('The end of a run could not be written', { run: run.id, reason: String(thrown) })
      held.set(
        run.id,
        setTimeout(() => {
          held.delete(run.id)
          // Who cancelled it does not want it back.
          if (state === 'cancelled') end(run, state, error, unbegun(context, run))
          wake()
        }, TRY_AGAIN_MS),
      )
      return false
    }
  }

  const execute = async (queued: Run, entry: Active) => {
    const { signal } = entry.controller
    let run = queued
    let error: RolecallError | null = null
    try {
      const begun = begin(queued)
      run = begun.run
      entry.progress = begun.progress
      begun.progress.show()
      error = await runStages(contextOfRun(context, signal), run, begun.progress, signal)
    } catch (thrown) {
      if (!signal.aborted) {
        error = thrownFault(thrown).error
        context.log.error('A run failed', {
          run: run.id,
          reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
        })
      }
    }
    entry.progress?.stop()
    // One that was cancelled has ended; one that a shutdown interrupts stays open and goes on at the next start.
    if (entry.reason !== null) return
    const progress = entry.progress ?? unbegun(context, run)
    end(run, error ? 'failed' : 'succeeded', error, progress)
  }

  const engine: Engine = {
    queue(tx, run, only = null) {
      const runId = insertRun(tx.db, run, tx.now)
      if (only) saveSteps(tx.db, runId, only.map(waitingStep))
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
      const run = findRun(context.db, runId)
      if (!run || (run.state !== 'queued' && run.state !== 'running')) return run?.state ?? 'cancelled'
      if (entry?.reason === 'stopping') return run.state
      // Written at once, so that a kill before the run has come to a rest does not take it up again.
      if (entry) entry.reason = 'cancelled'
      end(run, 'cancelled', null, entry?.progress ?? unbegun(context, run))
      entry?.controller.abort()
      if (!entry) settle(runId)
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

const waitingStep = (step: Step) => ({
  step,
  state: 'waiting' as const,
  done: 0,
  total: null,
  attempts: 0,
  startedAt: null,
  finishedAt: null,
  note: null,
})

/** The steps of a run as they were left, or those of its kind before it begins. */
function keptSteps(db: RunContext['db'], run: Run) {
  return stepsOfRuns(db, [run.id]).get(run.id) ?? stepsOfKind(run.kind).map(waitingStep)
}

/** The numbers of a run that has not begun. */
const unbegun = (context: RunContext, run: Run): Progress =>
  createProgress(
    run,
    { steps: keptSteps(context.db, run), lines: lastLogLine(context.db, run.id) },
    context.clock,
    context.signal,
  )
