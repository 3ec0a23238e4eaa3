import type { RunKind } from '../../contract/runs.ts'
import { STEPS, type Step } from '../../contract/steps.ts'

/** What the steps are to one another. Postings go through the streaming ones together, each in one transaction. */

interface StepRule {
  /** Steps whose end it waits for; within the stream: whose posting it takes. */
  needs: readonly Step[]
  /** Works posting by posting, together with the others that do. */
  stream: boolean
  /** Its failure is the failure of the run. */
  blocking: boolean
}

/** `companies` and `enrich` hand their work to queues of their own, which go on when the run is over. */
export const GRAPH: Readonly<Record<Step, StepRule>> = {
  extract: { needs: [], stream: true, blocking: true },
  normalise: { needs: ['extract'], stream: true, blocking: true },
  deduplicate: { needs: ['normalise'], stream: true, blocking: true },
  companies: { needs: ['deduplicate'], stream: false, blocking: false },
  detect: { needs: ['normalise'], stream: true, blocking: true },
  // The model reads the best of the new jobs first.
  enrich: { needs: ['rank'], stream: false, blocking: false },
  rank: { needs: ['deduplicate', 'detect'], stream: true, blocking: true },
  check: { needs: ['rank'], stream: false, blocking: true },
  notify: { needs: ['rank', 'check'], stream: false, blocking: false },
}

/** Steps that are done at a time: the stream, or one alone. */
export interface Stage {
  steps: readonly Step[]
  blocking: boolean
}

/** The steps of a kind of run in their order. */
export function stepsOfKind(kind: RunKind): readonly Step[] {
  if (kind === 'import' || kind === 'collect') return STEPS
  return [kind]
}

/** Puts steps in stages, each behind all that it needs of the others; steps that are not asked for are not waited for. */
export function stagesOf(wanted: readonly Step[]): Stage[] {
  const left = new Set(STEPS.filter(step => wanted.includes(step)))
  const stages: Stage[] = []
  while (left.size > 0) {
    const free = (step: Step, together: boolean) =>
      GRAPH[step].needs.every(need => !left.has(need) || (together && GRAPH[need].stream))
    const streamed = [...left].filter(step => GRAPH[step].stream)
    const alone = [...left].find(step => !GRAPH[step].stream && free(step, false))
    const steps =
      streamed.length > 0 && streamed.every(step => free(step, true)) ? streamed : alone && [alone]
    if (!steps) throw new Error(`Steps wait for each other: ${[...left].join(', ')}`)
    for (const step of steps) left.delete(step)
    stages.push({ steps, blocking: steps.some(step => GRAPH[step].blocking) })
  }
  return stages
}
