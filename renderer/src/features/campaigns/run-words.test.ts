import { expect, test } from 'vitest'
import { countsText, runTitle, stepLabel } from './run-words.ts'

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

test('the counts name what happened and leave out what did not', () => {
  expect(countsText(none)).toBe('0 new jobs')
  expect(countsText({ ...none, jobs: 1, merged: 3, unchanged: 1200, rejected: 2 })).toBe(
    '1 new job, 3 joined, 1,200 unchanged, 2 refused',
  )
})

test('a run is named by what it read and who began it', () => {
  expect(runTitle({ kind: 'import', label: 'jobs.csv', trigger: 'you' })).toBe('Import of jobs.csv, by you')
  expect(runTitle({ kind: 'rank', label: '', trigger: 'schedule' })).toBe('Ranking, by schedule')
  const collected = { kind: 'collect', label: 'Rust in Leeds', trigger: 'retry' } as const
  expect(runTitle(collected)).toBe('Collection of Rust in Leeds, again')
  expect(runTitle({ ...collected, campaignName: 'Rust in Leeds' })).toBe('Collection, again')
})

test('a step without words of its own keeps its name', () => {
  expect(stepLabel('rank')).toBe('Rank')
  expect(stepLabel('fold_names')).toBe('Fold names')
})
