import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunKind } from '../../contract/runs.ts'
import { STEPS } from '../../contract/steps.ts'
import { pauseAfterTries } from './backoff.ts'
import { doneOf, NO_COUNTS } from './counts.ts'
import { GRAPH, stagesOf, stepsOfKind } from './graph.ts'

describe('the graph of steps', () => {
  it('streams what a posting goes through in one transaction, and does the others one after the other', () => {
    expect(stagesOf(STEPS)).toEqual([
      { steps: ['extract', 'normalise', 'deduplicate', 'detect', 'rank'], blocking: true },
      { steps: ['companies'], blocking: false },
      { steps: ['enrich'], blocking: false },
      { steps: ['check'], blocking: true },
      { steps: ['notify'], blocking: false },
    ])
  })

  it('has a plan for every kind of run', () => {
    for (const kind of RunKind.options) expect(stagesOf(stepsOfKind(kind)).length).toBeGreaterThan(0)
    expect(stepsOfKind('rank')).toEqual(['rank'])
    expect(stepsOfKind('collect')).toEqual(STEPS)
  })

  it('does each wanted step once, never before one that it needs', () => {
    fc.assert(
      fc.property(fc.subarray([...STEPS]), wanted => {
        const stages = stagesOf(wanted)
        const order = stages.flatMap(({ steps }) => steps)
        expect([...order].sort()).toEqual([...wanted].sort())
        for (const [at, { steps }] of stages.entries()) {
          const later = stages.slice(at + 1).flatMap(stage => stage.steps)
          for (const step of steps) for (const need of GRAPH[step].needs) expect(later).not.toContain(need)
        }
      }),
    )
  })
})

describe('the rest before another try', () => {
  it('grows with every try, is shortened by a half at most and has an end', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const pause = pauseAfterTries(n, random)
          const whole = pauseAfterTries(n, 0)
          expect(pause).toBeLessThanOrEqual(whole)
          expect(pause).toBeGreaterThanOrEqual(Math.floor(whole / 2))
          expect(whole).toBeLessThanOrEqual(30_000)
          expect(pauseAfterTries(n + 1, 0)).toBeGreaterThanOrEqual(whole)
        },
      ),
    )
    expect([1, 2, 3, 4].map(n => pauseAfterTries(n, 0))).toEqual([1000, 4000, 16_000, 30_000])
  })
})

it('a step that streams is counted with the run while it is open; one that ended keeps its number', () => {
  const counts = { ...NO_COUNTS, postings: 7, unchanged: 2, rejected: 1 }
  const step = (state: 'running' | 'done', done = 0) =>
    ({ step: 'normalise', state, done, total: null }) as const
  expect(doneOf(step('running'), counts, 12)).toBe(10)
  expect(doneOf(step('done', 4), counts, 12)).toBe(4)
  expect(doneOf({ ...step('running'), step: 'extract' }, counts, 12)).toBe(12)
})
