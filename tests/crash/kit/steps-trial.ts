import type { Step } from '../../../main/contract/steps.ts'
import { STEPS } from '../../../main/contract/steps.ts'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { differences, dumpOf } from './dump.ts'
import { createFacts } from './facts.ts'
import type { End } from './life.ts'
import { createRandom, type Random } from './random.ts'
import {
  emptyTrial,
  killUntilDone,
  liveAndLook,
  scratch,
  sound,
  type Trial,
  type TrialOptions,
} from './trial.ts'

/** Kills in each step of runs, with imports, a ranking, checks and a telling that have to end as undisturbed ones. */

/** A trial with the number of kills that met each step while it was under way. */
export interface StepsTrial extends Trial {
  hits: Record<Step, number>
  /** Kills between two steps, or while the core started. */
  between: number
}

/** Behind which step each one is met; those that stream begin with the run. */
const TARGETS: readonly [target: End['from'] & string, step: string | undefined][] = [
  ['run', undefined],
  ['run', undefined],
  ['step', 'rank'],
  ['step', 'companies'],
  ['step', 'enrich'],
  ['step', 'check'],
]
/** Each step lasts some 100 ms longer than its work in this trial. */
const STEP_MS = 110
/** The stream takes longer. */
const STREAM_MS = 700
const EARLY_SHARE = 0.05

function stepEnd(random: Random): End {
  if (random.next() < EARLY_SHARE) return { from: 'start', after: 300 + random.next() * 1200 }
  const [from = 'run', after] = TARGETS[random.below(TARGETS.length)] ?? []
  if (from === 'run') return { from: 'run', after: random.next() * STREAM_MS }
  return { from: 'step', step: after ?? 'rank', after: random.next() * STEP_MS }
}

/** Steps that were under way when the process was killed. */
const underWay = (db: Sqlite): Step[] =>
  db
    .prepare<[], Step>(
      `SELECT s.step FROM run_steps s JOIN runs r ON r.id = s.run_id
       WHERE r.state = 'running' AND s.state IN ('running', 'retrying')`,
    )
    .pluck()
    .all()

export async function crashSteps(options: TrialOptions): Promise<StepsTrial> {
  const hits = Object.fromEntries(STEPS.map(step => [step, 0])) as Record<Step, number>
  const trial: StepsTrial = { ...emptyTrial(), hits, between: 0 }
  const random = createRandom(options.seed ^ 0x2545f491)
  const place = scratch()
  const { rows } = options
  let kills = 0
  const look = (db: Sqlite) => {
    if (trial.kills === kills) return []
    kills = trial.kills
    const met = underWay(db)
    if (met.length === 0) trial.between += 1
    for (const step of met) hits[step] += 1
    return []
  }
  try {
    const undisturbed = place.at('undisturbed')
    const model = emptyTrial()
    await liveAndLook(model, createFacts(), { dataDir: undisturbed, plan: 'steps', seed: 1, rows })
    trial.broken.push(...model.broken.map(fault => `undisturbed: ${fault}`))
    if (!sound(trial)) return trial
    const expected = dumpOf(undisturbed)
    while (trial.kills < options.kills && sound(trial)) {
      const dataDir = place.at(`steps-${trial.folders}`)
      const life = { dataDir, plan: 'steps', rows } as const
      await killUntilDone(trial, options, life, 'steps', 40, random, look, stepEnd)
      trial.broken.push(
        ...differences(expected, dumpOf(dataDir)).map(text => `other than undisturbed: ${text}`),
      )
    }
  } finally {
    // What went wrong is kept for a look.
    if (sound(trial)) place.remove()
    else console.error(`Kept: ${place.at('')}`)
  }
  return trial
}
