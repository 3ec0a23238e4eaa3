import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { writeSlice } from './store.ts'

let backend: TestBackend
let campaignId: number
beforeEach(async () => {
  backend = openBackend()
  campaignId = (await backend.call('campaigns.create', { name: 'One', query: 'nurse' })).campaignId
  await backend.importText(
    jsonl(Array.from({ length: 40 }, (_, i) => row({ id: `r-${i}`, title: `Nurse ${i}`, company: `C${i}` }))),
    campaignId,
  )
})
afterEach(() => backend.close())

type Found = [job: number, score: number, lessSure: number, ineligible: number, shares: string, place: string]
const found = (job: number, score: number): Found => [job, score, 0, 0, 'A'.repeat(18), 'here']
const write = (rows: Found[], rankedOn = '2026-03-01') =>
  backend.db.immediate(() => writeSlice(backend.db, { campaignId, rankedOn, rows: JSON.stringify(rows) }))
const notes = () =>
  backend.db
    .sql<{ first_job: number; last_job: number }>(
      "SELECT first_job, last_job FROM job_changes WHERE what = 'score' ORDER BY seq",
    )
    .all()
const scores = (table: 'rankings' | 'best_rankings') =>
  backend.db
    .sql<{ job_id: number; score: number }>(`SELECT job_id, score FROM ${table} ORDER BY job_id`)
    .all()
    .map(({ job_id, score }): [number, number] => [job_id, score])
const jobs = () => scores('best_rankings').map(([job]) => job)

it('writes and notes only what a ranking finds other than before', () => {
  const all = jobs().map((job, at) => found(job, 10 + at))
  expect(write(all)).toBe(all.length)
  const before = notes()
  expect(write(all)).toBe(0)
  expect(notes()).toEqual(before)
  const changed = all.map(([job, score], at) => found(job, at === 7 || at === 9 ? 99.99 : score))
  expect(write(changed)).toBe(2)
  expect(notes().slice(before.length)).toEqual([{ first_job: all[7]?.[0], last_job: all[9]?.[0] }])
  const expected = changed.map(([job, score]) => [job, score])
  expect(scores('rankings')).toEqual(expected)
  expect(scores('best_rankings')).toEqual(expected)
})

it('writes a new day where all else is the same', () => {
  const all = jobs().map(job => found(job, 50))
  write(all)
  expect(write(all, '2026-03-02')).toBe(all.length)
})

it('brings a best score up to date though the ranking says the same', () => {
  const all = jobs().map(job => found(job, 50))
  write(all)
  backend.db
    .sql('UPDATE best_rankings SET score = -1, campaign_id = NULL WHERE job_id = ?')
    .run(all[3]?.[0] ?? 0)
  expect(write(all)).toBe(0)
  expect(scores('best_rankings')).toEqual(all.map(([job, score]) => [job, score]))
})

it('finds jobs that lie far apart, and passes over those that are gone', () => {
  const ends = [jobs().at(0) ?? 0, jobs().at(-1) ?? 0]
  expect(write(ends.map(job => found(job, 77)))).toBe(2)
  expect(write([found((ends[1] ?? 0) + 1, 77)])).toBe(0)
  expect(scores('rankings').filter(([, score]) => score === 77)).toEqual(ends.map(job => [job, 77]))
})
