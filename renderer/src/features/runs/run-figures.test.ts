import { expect, test } from 'vitest'
import { durationText } from '../../ui/when-text.ts'
import { barsSentence, callsText, layersOf, setAside } from './run-figures.ts'

const none = {
  raw: 0,
  unchanged: 0,
  postings: 0,
  jobs: 0,
  merged: 0,
  ranked: 0,
  rejected: 0,
  unread: 0,
  closed: 0,
  matches: 0,
  notified: 0,
  api_calls: 0,
  api_errors: 0,
}

test('what was set aside is what was refused and what could not be read', () => {
  expect(setAside({ ...none, rejected: 2, unread: 3 })).toBe(5)
})

test('calls name their failures', () => {
  expect(callsText({ ...none, api_calls: 1200 })).toBe('1,200')
  expect(callsText({ ...none, api_calls: 4, api_errors: 1 })).toBe('4, 1 failed')
})

test('layers stand in their order, and say only what happened', () => {
  const [raw, postings, jobs, rankings] = layersOf({ ...none, raw: 3, unchanged: 1200, jobs: 1, merged: 2 })
  expect(raw).toMatchObject({ value: 3, details: ['1,200 known already, byte for byte'] })
  expect(postings).toMatchObject({ value: 0, details: [] })
  expect(jobs).toMatchObject({ value: 1, unit: 'new job', details: ['2 joined to a job that was there'] })
  expect(rankings?.details).toEqual([])
})

test('a chart of runs says in a sentence how they went', () => {
  const bar = (state: 'succeeded' | 'failed' | 'cancelled', newJobs: number) => ({
    state,
    newJobs,
    milliseconds: 2000,
  })
  expect(barsSentence([], durationText)).toBe('')
  expect(barsSentence([bar('succeeded', 1)], durationText)).toBe(
    'The one run succeeded; it brought 1 new job and took 2.0 s.',
  )
  expect(barsSentence([bar('succeeded', 4), bar('failed', 0), bar('cancelled', 0)], durationText)).toBe(
    '1 of the last 3 runs succeeded, 1 failed. They brought 4 new jobs and took 2.0 s on average.',
  )
})
