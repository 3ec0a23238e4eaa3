import { expect, test } from 'vitest'
import { STEPS, type StepView } from '../../../../main/contract/steps.ts'
import { graphSteps, stepCount, stepShare } from './graph-steps.ts'

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

test('all steps stand in their order, also those that nobody spoke of', () => {
  const steps = graphSteps([step({ step: 'rank', state: 'running' })], null)
  expect(steps.map(one => one.step)).toEqual(STEPS)
  expect(steps.find(one => one.step === 'rank')?.state).toBe('running')
  expect(steps.find(one => one.step === 'extract')?.state).toBe('waiting')
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
  const steps = graphSteps(kept, live)
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
