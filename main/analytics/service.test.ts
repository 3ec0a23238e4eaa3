import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CampaignId, JobId } from '../contract/ids.ts'
import type { JobStatus } from '../contract/values.ts'
import { matchesSince } from './store.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const create = async (name: string, query = 'engineer') =>
  (await backend.call('campaigns.create', { name, query, alert_threshold: 10 })).campaignId
const bring = (campaignId: CampaignId, ...ids: string[]) =>
  backend.importText(
    jsonl(ids.map(id => row({ id, title: `Backend Engineer ${id}`, company: `Company ${id}` }))),
    campaignId,
    `${ids.join('-')}.jsonl`,
  )
const jobId = (id: string) =>
  backend.db.sql<{ id: JobId }>('SELECT id FROM jobs WHERE company = ?').first(`Company ${id}`)?.id as JobId
const move = (id: string, status: JobStatus) =>
  backend.call('applications.setStatus', { jobIds: [jobId(id)], status })
const overview = (input: { days?: number; campaignId?: CampaignId; utcOffset?: number } = {}) =>
  backend.call('dashboard.overview', input)

describe('the dashboard', () => {
  it('of an empty database says zero everywhere', async () => {
    const view = await overview({ days: 7 })
    expect(view).toMatchObject({
      newToday: 0,
      found: 0,
      applied: 0,
      averageFit: null,
      best: [],
    })
    expect(view.days).toHaveLength(7)
    expect(view.inRange).toEqual({
      found: 0,
      approved: 0,
      rejected: 0,
      applied: 0,
      interview: 0,
      offer: 0,
    })
  })

  it('sums the days of its range', async () => {
    const campaignId = await create('One')
    await bring(campaignId, 'a', 'b')
    await move('a', 'approved')
    backend.clock.advance(3 * 86_400_000)
    await bring(campaignId, 'c')
    await move('a', 'applied')
    expect((await overview({ days: 2 })).inRange).toMatchObject({ found: 1, approved: 0, applied: 1 })
    const wide = await overview({ days: 30 })
    expect(wide.inRange).toMatchObject({ found: 3, approved: 1, applied: 1 })
    expect(wide).toMatchObject({ newToday: 1, found: 3, applied: 1 })
  })

  it('shows one campaign alone: what its sources brought, and what was done with it', async () => {
    const [one, two] = [await create('One'), await create('Two')]
    await bring(one, 'a', 'b')
    await bring(two, 'c')
    await move('a', 'applied')
    await backend.call('jobs.setFavourite', { jobIds: [jobId('c')], favourite: true })
    expect(await overview({ campaignId: one })).toMatchObject({
      found: 2,
      newToday: 2,
      applied: 1,
      favourites: 0,
      inRange: { found: 2, applied: 1 },
      lastApplied: [{ company: 'Company a' }],
      favouriteJobs: [],
    })
    const other = await overview({ campaignId: two })
    expect(other).toMatchObject({
      found: 1,
      applied: 0,
      favourites: 1,
      inRange: { found: 1, applied: 0 },
      lastApplied: [],
      favouriteJobs: [{ company: 'Company c' }],
    })
    expect(other.averageFit).toBeCloseTo(other.best.find(job => job.company === 'Company c')?.score ?? -1, 1)
    expect(other.runs.every(run => run.campaignId === two)).toBe(true)
    expect(await overview()).toMatchObject({ found: 3, applied: 1, favourites: 1 })
  })

  it('counts the new matches of today alike by their ids and by their scores', async () => {
    const [one, two] = [await create('One'), await create('Two', 'gardener')]
    await bring(one, 'a', 'b', 'c')
    backend.clock.advance(2 * 86_400_000)
    const since = backend.clock.now()
    await bring(one, 'd', 'e', 'f')
    await move('e', 'approved')
    for (const campaignId of [null, one, two]) {
      const counted = matchesSince(backend.db, campaignId, since)
      expect(matchesSince(backend.db, campaignId, since, 0)).toBe(counted)
      expect(counted).toBeLessThanOrEqual(2)
    }
    expect(matchesSince(backend.db, one, since)).toBe(2)
    expect(await overview({ campaignId: one })).toMatchObject({ newMatchesToday: 2 })
  })

  it('takes an undone move back, for all and for the campaign that brought the job', async () => {
    const campaignId = await create('One')
    await bring(campaignId, 'a')
    const { undo } = await move('a', 'rejected')
    expect((await overview({ campaignId })).inRange.rejected).toBe(1)
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect((await overview({ campaignId })).inRange.rejected).toBe(0)
    expect((await overview()).inRange.rejected).toBe(0)
  })

  it('counts a move only for campaigns that had brought the job by then', async () => {
    const [one, two] = [await create('One'), await create('Two')]
    await bring(one, 'a')
    const { undo } = await move('a', 'approved')
    backend.clock.advance(3_600_000)
    await backend.importText(
      jsonl([row({ id: 'a2', title: 'Backend Engineer a', company: 'Company a' })]),
      two,
      'again.jsonl',
    )
    expect((await overview({ campaignId: two })).inRange).toMatchObject({ found: 1, approved: 0 })
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect((await overview({ campaignId: two })).inRange.approved).toBe(0)
    expect((await overview({ campaignId: one })).inRange.approved).toBe(0)
  })

  it('names what is due, who waits for an answer, and the interviews to come', async () => {
    const campaignId = await create('One')
    await bring(campaignId, 'a', 'b')
    await move('a', 'applied')
    const due = (days: number) => new Date(backend.clock.millis() + days * 86_400_000).toISOString()
    for (const [text, days] of [
      ['Call', 3],
      ['Later', 9],
      ['Late', -1],
    ] as const)
      await backend.call('reminders.save', {
        reminderId: null,
        reminder: { jobId: jobId('a'), text, dueAt: due(days) },
      })
    for (const days of [2, 5])
      await backend.call('applications.saveInterview', {
        jobId: jobId('b'),
        interviewId: null,
        interview: { kind: 'video', at: due(days) },
      })
    const view = await overview()
    expect(view.reminders.map(one => one.text)).toEqual(['Late', 'Call'])
    expect(view.interviews).toMatchObject([
      { at: due(2), company: 'Company b', title: 'Backend Engineer b' },
      { at: due(5) },
    ])
    expect(view).toMatchObject({ followUps: 0, stale: 0 })
    backend.clock.advance(30 * 86_400_000)
    expect(await overview()).toMatchObject({ followUps: 1, stale: 1, interviews: [] })
  })

  it('of a campaign that is gone says so', async () => {
    expect(await backend.refusal('dashboard.overview', { campaignId: 7 })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the statistics of a campaign', () => {
  it('say how it scores, how its runs go, and what happened per day', async () => {
    const campaignId = await create('One')
    await bring(campaignId, 'a', 'b')
    await bring(campaignId, 'c')
    await move('a', 'approved')
    const view = await backend.call('campaigns.statistics', { campaignId, days: 7 })
    expect(view.inRange).toMatchObject({ found: 3, approved: 1 })
    expect(view.byStatus).toMatchObject({ waiting: 2, approved: 1, rejected: 0 })
    expect(view.scores.reduce((sum, n) => sum + n, 0)).toBe(3)
    const { rows } = await backend.call('jobs.list', { filter: { campaignId } })
    const mean = rows.reduce((sum, job) => sum + (job.score ?? 0), 0) / rows.length
    expect(view.averageScore).toBeCloseTo(mean, 5)
    expect(view.runs).toMatchObject({ total: 2, succeeded: 2, averageNew: 1.5 })
    expect(view.runs.last.map(run => run.newJobs)).toEqual([1, 2])
  })

  it('of a new campaign are empty', async () => {
    const view = await backend.call('campaigns.statistics', { campaignId: await create('One') })
    expect(view).toMatchObject({ averageScore: null, runs: { total: 0, averageNew: null, last: [] } })
  })
})
