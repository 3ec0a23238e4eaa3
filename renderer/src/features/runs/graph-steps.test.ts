import { expect, test } from 'vitest'
import { STEPS, type StepView } from '../../../../main/contract/steps.ts'
import { EDGES, graphSteps, stepCount, stepShare } from './graph-steps.ts'

const step = (more: Partial<StepView>): StepView => ({
  step: 'extract',
  state: 'waiting',
  done: 0,
  total: null,
  attempts: 1,
  startedAt: null,
  finishedAt: null,
  note: null,
  ...more,
})

test('steps stand in their order; a run that did not begin has those of its kind', () => {
  const names = (run: Parameters<typeof graphSteps>[0]) => graphSteps(run, null).map(one => one.step)
  expect(names({ kind: 'collect', steps: [] })).toEqual(STEPS)
  expect(names({ kind: 'check', steps: [] })).toEqual(['check'])
  const kept = [step({ step: 'notify' }), step({ step: 'check', state: 'running' })]
  expect(names({ kind: 'import', steps: kept })).toEqual(['check', 'notify'])
})

test('progress goes on from what was kept, and never back', () => {
  const kept = [
    step({ state: 'running', done: 4, total: 10 }),
    step({ step: 'rank', state: 'done', done: 3 }),
  ]
  const live = [
    { step: 'extract', state: 'running', done: 7, total: null } as const,
    { step: 'rank', state: 'running', done: 2, total: 3 } as const,
  ]
  const steps = graphSteps({ kind: 'collect', steps: kept }, live)
  expect(steps[0]).toMatchObject({ state: 'running', done: 7, total: 10 })
  expect(steps.find(one => one.step === 'rank')).toMatchObject({ state: 'done', done: 3 })
})

test('a count says how much of how much, and only what it knows', () => {
  expect(stepCount(step({}))).toBe('')
  expect(stepCount(step({ state: 'running', done: 1204, total: 3000 }))).toBe('1,204 of 3,000')
  expect(stepCount(step({ state: 'done', done: 3000, total: 3000 }))).toBe('3,000')
  expect(stepCount(step({ state: 'failed', done: 12, total: 3000 }))).toBe('12 of 3,000')
  expect(stepCount(step({ state: 'skipped', done: 0, total: 0 }))).toBe('')
  expect(stepShare(step({ done: 5, total: 20 }))).toBe(0.25)
  expect(stepShare(step({ done: 5, total: null }))).toBeNull()
})

test('every step but the first takes up from an earlier one, and none stands alone', () => {
  for (const one of STEPS.slice(1)) expect(EDGES.some(([, to]) => to === one)).toBe(true)
})
