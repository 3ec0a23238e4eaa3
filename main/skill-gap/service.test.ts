import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { createQueries } from '../app/procedures.ts'
import type { CampaignId, JobId } from '../contract/ids.ts'
import { createDb, type Db } from '../platform/db/connection.ts'
import { dispatch } from '../platform/dispatch.ts'
import { createSources } from '../sources/adapters/index.ts'

let backend: TestBackend
let campaignId: CampaignId
beforeEach(async () => {
  backend = openBackend()
  const made = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    alert_threshold: 60,
  })
  campaignId = made.campaignId
})
afterEach(() => backend.close())

const POSTINGS = [
  row({
    id: 'a',
    title: 'Backend Engineer',
    company: 'Ardent',
    description: 'Required: Python and Kubernetes.',
  }),
  row({
    id: 'b',
    title: 'Backend Engineer Sprockets',
    company: 'Bright',
    description: 'You must know Python and Docker.',
  }),
  row({
    id: 'c',
    title: 'Gardener',
    company: 'Corex',
    description: 'You look after roses and know Tableau. Strong communication is essential.',
  }),
]
const fill = () => backend.importText(jsonl(POSTINGS), campaignId)
const idOf = async (text: string): Promise<JobId> => {
  const { rows } = await backend.call('jobs.list', { filter: { text } })
  const [found] = rows
  if (!found) throw new Error(`No job "${text}"`)
  return found.id
}
const known = async (...skills: string[]) => {
  const profile = await backend.call('profile.get', {})
  await backend.call('profile.save', { ...profile, skills })
}
const get = (input: Parameters<typeof backend.call<'skillGap.get'>>[1] = {}) =>
  backend.call('skillGap.get', input)
const namesOf = (gap: Awaited<ReturnType<typeof get>>) => gap.skills.map(({ name }) => name).sort()

describe('which jobs count', () => {
  it('all but put away ones, those of blocked companies and hidden ones', async () => {
    await fill()
    expect(namesOf(await get())).toEqual(['Docker', 'Kubernetes', 'Python', 'Tableau'])
    expect((await get()).jobs).toBe(3)

    await backend.call('applications.setStatus', { jobIds: [await idOf('gardener')], status: 'archived' })
    expect(namesOf(await get())).toEqual(['Docker', 'Kubernetes', 'Python'])
    expect((await get({ putAway: true })).jobs).toBe(3)

    const { rows } = await backend.call('companies.list', { text: 'bright' })
    await backend.call('companies.setBlocked', { companyIds: rows.map(({ id }) => id), blocked: true })
    expect(namesOf(await get())).toEqual(['Kubernetes', 'Python'])

    const { draft } = await backend.call('campaigns.get', { campaignId })
    const rules = { ...draft.rules, exclude_words: ['kubernetes'] }
    const ranked = backend.events.length
    await backend.call('campaigns.update', { campaignId, draft: { ...draft, rules } })
    await expect
      .poll(() => backend.events.slice(ranked).some(({ type }) => type === 'campaign.ranked'))
      .toBe(true)
    expect((await get()).jobs).toBe(0)
  })
  it('favourites, those applied for whatever became of them, and matches of a campaign', async () => {
    await fill()
    const [gardener, sprockets] = [await idOf('gardener'), await idOf('sprockets')]
    expect((await get({ over: 'favourites' })).jobs).toBe(0)
    await backend.call('jobs.setFavourite', { jobIds: [gardener], favourite: true })
    expect(namesOf(await get({ over: 'favourites' }))).toEqual(['Tableau'])

    await backend.call('applications.setStatus', { jobIds: [sprockets], status: 'applied' })
    await backend.call('applications.setStatus', { jobIds: [sprockets], status: 'rejected' })
    expect(namesOf(await get({ over: 'applied' }))).toEqual(['Docker', 'Python'])

    const matches = await get({ over: 'campaign', campaignId, putAway: true })
    expect(matches.campaign).toEqual({ name: 'Backend', threshold: 60 })
    expect(namesOf(matches)).toEqual(['Docker', 'Kubernetes', 'Python'])
  })
  it('matches of any active campaign by the threshold of each', async () => {
    await fill()
    expect((await get({ over: 'campaign' })).jobs).toBe(2)
    const gardens = await backend.call('campaigns.create', {
      name: 'Gardens',
      query: 'gardener',
      alert_threshold: 50,
    })
    await expect.poll(async () => (await get({ over: 'campaign' })).jobs).toBe(3)
    expect((await get({ over: 'campaign' })).campaign).toBeNull()
    await backend.call('campaigns.setState', { campaignId: gardens.campaignId, state: 'paused' })
    expect((await get({ over: 'campaign' })).jobs).toBe(2)
  })
  it('refuses a campaign that is not there', async () => {
    expect(await backend.refusal('skillGap.get', { over: 'campaign', campaignId: 99 })).toMatchObject({
      code: 'not_found',
    })
  })
  it('is empty without jobs', async () => {
    expect(await get()).toMatchObject({
      jobs: 0,
      asking: 0,
      skills: [],
      learn: [],
      before: { coverage: null },
    })
  })
})

it('the profile, in any spelling, against what the jobs require', async () => {
  await fill()
  expect((await get()).before).toEqual({ coverage: 0, open: 0 })
  await known('PYTHON', 'k8s', 'Juggling')
  const gap = await get({ tried: ['docker'] })
  expect(gap.profile).toBe(3)
  expect(gap.before).toEqual({ coverage: 50, open: 1 })
  expect(gap.after).toEqual({ coverage: 66.7, open: 2 })
  expect(gap.unasked).toEqual(['Juggling'])
  expect(gap.skills.filter(({ have }) => have).map(({ name }) => name)).toEqual(['Python', 'Kubernetes'])
  expect(gap.learn.map(({ name, opens }) => [name, opens])).toEqual([
    ['Docker', 1],
    ['Tableau', 1],
  ])
})

it('a language counts where the profile or a trial names it, and is no skill to learn elsewhere', async () => {
  const posting = row({
    id: 'd',
    title: 'Support Engineer',
    company: 'Dorn',
    description: 'Required: Python. You speak fluent English and fluent German.',
  })
  await backend.importText(jsonl([posting]), campaignId)
  expect(namesOf(await get())).toEqual(['Python'])
  const profile = await backend.call('profile.get', {})
  await backend.call('profile.save', { ...profile, skills: ['Python'], languages: ['en', 'Klingon'] })
  const gap = await get()
  expect(gap.skills.map(({ name, have }) => [name, have])).toEqual([
    ['English', true],
    ['Python', true],
  ])
  expect([gap.before.coverage, gap.learn, gap.profile, gap.unasked]).toEqual([100, [], 1, []])
  expect((await get({ tried: ['German'] })).tried.map(({ name }) => name)).toEqual(['German'])
})

it('technical skills by themselves, soft ones when chosen', async () => {
  await fill()
  expect(namesOf(await get({ kind: 'soft' }))).toEqual(['Communication'])
  expect((await get({ kind: 'any' })).asked).toBe(5)
})

it('counts each month in which jobs were found', async () => {
  backend.clock.set('2026-01-20T09:00:00.000Z')
  await backend.importText(jsonl(POSTINGS.slice(0, 1)), campaignId)
  backend.clock.set('2026-03-02T09:00:00.000Z')
  await backend.importText(jsonl(POSTINGS.slice(1)), campaignId)
  const { months, skills } = await get()
  expect(months.slice(-3)).toEqual([
    { month: '2026-01', jobs: 1 },
    { month: '2026-02', jobs: 0 },
    { month: '2026-03', jobs: 2 },
  ])
  expect(skills.find(({ name }) => name === 'Python')?.monthly.slice(-3)).toEqual([1, 0, 1])
})

describe('how it reads', () => {
  /** The plans of every statement that the query runs. */
  async function plansOf(input: unknown): Promise<string[][]> {
    const db = createDb(backend.db.raw)
    const texts: string[] = []
    const spy: Db = {
      ...db,
      sql: <Row>(text: string) => {
        texts.push(text)
        return db.sql<Row>(text)
      },
    }
    await dispatch(
      { id: 1, procedure: 'skillGap.get', input },
      {
        handlers: createQueries(createSources()),
        context: { ...backend.context, db: spy },
        onUnexpected: error => {
          throw error
        },
      },
    )
    return texts.map(text =>
      backend.db.raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...Array((text.match(/\?/g) ?? []).length).fill(1))
        .map(({ detail }) => detail),
    )
  }
  it.each([
    [{ over: 'favourites' }, 'jobs_favourite'],
    [{ over: 'applied' }, 'jobs_applied'],
    [{ over: 'campaign' }, 'SEARCH r USING PRIMARY KEY (campaign_id=? AND job_id=?)'],
    [{ over: 'campaign', campaignId: 1 }, 'SEARCH r USING PRIMARY KEY (campaign_id=?)'],
  ])('%j finds its jobs by %s', async (input, index) => {
    const plans = await plansOf(input)
    expect(plans.flat().filter(step => step.includes(index))).toHaveLength(1)
    expect(plans.flat().filter(step => /^SCAN (?:j|s|r)\b(?!.*USING)/.test(step))).toEqual([])
  })
  it('all jobs are read from narrow tables only, never from the wide one', async () => {
    await fill()
    const steps = (await plansOf({})).flat()
    expect(steps).toContain('SCAN b')
    expect(steps.filter(step => /\b(?:j|jobs)\b/.test(step) && !/USING.*INDEX/.test(step))).toEqual([])
  })
})
