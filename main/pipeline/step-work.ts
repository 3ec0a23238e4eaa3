import type { RolecallError } from '../contract/errors.ts'
import type { RunState } from '../contract/runs.ts'
import type { Step } from '../contract/steps.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { pause } from './abortable.ts'
import { answeredFault, type StepFault, thrownFault } from './faults.ts'
import type { Progress } from './progress.ts'
import { MOST_TRIES, pauseAfterTries } from './rules/backoff.ts'
import type { Stage } from './rules/graph.ts'
import type { RunContext } from './stages.ts'
import type { Run } from './store.ts'
import { STEP_WORDS, secondsWords } from './words.ts'

/** How the steps of one run begin, are tried again and end; each change is one short transaction. */

/** What became of a step that did not throw. */
export interface StepEnd {
  /** `skipped`: what it needs is switched off. */
  state?: 'done' | 'skipped'
  note?: string | null
  /** Items of a step that counts its own. */
  done?: number
  error?: RolecallError | null
}

export interface StepWork {
  /** Works a stage off, again after a pause where it fails for a passing reason. Answers what a blocking one failed of. */
  runStage(stage: Stage, work: () => Promise<StepEnd>): Promise<RolecallError | null>
  /** Rests before a part of a step is tried again; what it waits for is told meanwhile. */
  restBefore(step: Step, tries: number, reason: string): Promise<void>
}

const isOver = (state: string): boolean => state === 'done' || state === 'skipped'

export function createStepWork(
  context: RunContext,
  run: Run,
  progress: Progress,
  signal: AbortSignal,
): StepWork {
  const rest = context.pause ?? pause
  const random = context.random ?? Math.random
  const told = (tx: Tx, step: Step, state: string) =>
    tx.emit('run.step_changed', { runId: run.id, campaignId: run.campaignId, step, state })
  const keep = (change: (tx: Tx) => void) => {
    const goBack = progress.mark()
    try {
      context.unit(tx => {
        change(tx)
        progress.saveAll(tx)
      })
    } catch (error) {
      goBack()
      throw error
    }
    progress.show()
  }
  const stepOf = (step: Step) => progress.steps.find(each => each.step === step)

  const begin = (steps: readonly Step[]) =>
    keep(tx => {
      for (const step of steps) {
        const before = stepOf(step)
        progress.setStep(step, {
          state: 'running',
          attempts: (before?.attempts ?? 0) + 1,
          startedAt: before?.startedAt ?? tx.now,
          finishedAt: null,
          note: null,
        })
      }
    })

  const end = (steps: readonly Step[], { state = 'done', note = null, done }: StepEnd) =>
    keep(tx => {
      for (const step of steps) {
        progress.setStep(step, { state, note, finishedAt: tx.now, ...(done === undefined ? {} : { done }) })
        told(tx, step, state)
      }
      const [only, ...others] = steps
      if (only && others.length === 0) {
        const words = state === 'skipped' ? 'left out' : 'done'
        progress.log('info', only, `${STEP_WORDS[only]}: ${words}.${note === null ? '' : ` ${note}`}`)
      }
    })

  const fail = (steps: readonly Step[], guilty: Step, message: string) =>
    keep(tx => {
      const at = steps.indexOf(guilty)
      for (const [index, step] of steps.entries()) {
        const state = index < at ? 'done' : index === at ? 'failed' : 'skipped'
        const note = index < at ? null : index === at ? message : `${STEP_WORDS[guilty]} failed.`
        progress.setStep(step, { state, note, finishedAt: tx.now })
        told(tx, step, state)
      }
      progress.log('error', guilty, `${STEP_WORDS[guilty]} failed. ${message}`)
    })

  const restBefore = async (step: Step, tries: number, reason: string) => {
    const milliseconds = pauseAfterTries(tries, random())
    keep(tx => {
      progress.setStep(step, { state: 'retrying', note: reason })
      told(tx, step, 'retrying')
      progress.log('warn', step, `${reason} Trying again in ${secondsWords(milliseconds)}.`)
    })
    await rest(milliseconds, signal)
  }

  return {
    async restBefore(step, tries, reason) {
      await restBefore(step, tries, reason)
      if (!signal.aborted) begin([step])
    },
    async runStage({ steps, blocking }, work) {
      const open = steps.filter(step => !isOver(stepOf(step)?.state ?? 'waiting'))
      if (open.length === 0) return null
      for (let tries = 1; !signal.aborted; tries += 1) {
        let fault: StepFault | null = null
        try {
          if (tries === 1) begin(open)
          else begin(open.filter(step => stepOf(step)?.state === 'retrying'))
          await lingered(context, signal)
          const answer = await work()
          if (signal.aborted) return null
          if (answer.error) fault = answeredFault(answer.error)
          else {
            await lingered(context, signal)
            end(open, answer)
            return null
          }
        } catch (thrown) {
          if (signal.aborted) return null
          fault = thrownFault(thrown)
          context.log.error('A step of a run failed', {
            run: run.id,
            reason: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
          })
        }
        const guilty = open.includes(fault.step) ? fault.step : open.at(-1)
        if (guilty === undefined) return fault.error
        if (!fault.passing || tries >= MOST_TRIES) {
          fail(open, guilty, fault.error.message)
          return blocking ? fault.error : null
        }
        await restBefore(guilty, tries, fault.error.message)
      }
      return null
    },
  }
}

/** For trials: a step lasts so long at least, before and after its work, that it can be hit. */
async function lingered({ lingerMs, pause: rest = pause }: RunContext, signal: AbortSignal): Promise<void> {
  if (lingerMs !== undefined && lingerMs > 0) await rest(lingerMs, signal)
}

/** What the steps of a run that ends are left as: those that had not come to their end are left out. */
export function closeSteps(progress: Progress, state: RunState, now: string): void {
  if (state === 'succeeded') return
  const words = state === 'cancelled' ? 'The run was cancelled.' : 'The run failed before it.'
  for (const { step, state: each } of progress.steps)
    if (each === 'waiting' || each === 'running' || each === 'retrying')
      progress.setStep(step, { state: 'skipped', note: words, finishedAt: each === 'waiting' ? null : now })
}
