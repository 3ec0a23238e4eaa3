import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { CampaignId, type JobId } from '../contract/ids.ts'
import type { JobFilter } from '../contract/job-filter.ts'
import { DEFAULT_WEIGHTS, NO_RULES } from '../contract/ranking.ts'
import type { CampaignDraftInput } from '../contract/shapes.ts'
import { rankForToday } from './rank-for-today.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

/** Waits for every run, and for those that follow it. */
async function allEnd(): Promise<void> {
  const open = () =>
    backend.db.sql<{ id: number }>("SELECT id FROM runs WHERE state IN ('queued', 'running')").all()
  for (let runs = open(); runs.length > 0; runs = open())
    for (const { id } of runs) await backend.engine.ended(id as never)
}

async function campaign(draft: Partial<CampaignDraftInput> = {}): Promise<CampaignId> {
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    ...draft,
  } as never)
  await allEnd()
  return campaignId
}

async function change(campaignId: CampaignId, draft: Partial<CampaignDraftInput>) {
  const view = await backend.call('campaigns.get', { campaignId })
  const answer = await backend.call('campaigns.update', {
    campaignId,
    draft: { ...view.draft, ...draft },
  } as never)
  await allEnd()
  return answer
}

const ROWS = [
  row({
    id: 'a',
    title: 'Backend Engineer',
    company: 'Alder',
    description: 'Fully remote. Salary £40,000 a year.',
  }),
  row({
    id: 'b',
    title: 'Backend Engineer',
    company: 'Birch',
    description: 'On site in Leeds. Salary £90,000 a year.',
  }),
  row({
    id: 'c',
    title: 'Nurse',
    company: 'Cedar',
    description: 'This role is on site in Leeds. Salary £95,000 a year. Night shifts.',
  }),
]

async function titles(filter: Partial<JobFilter> = {}): Promise<string[]> {
  const page = await backend.call('jobs.list', { filter, sort: 'score', cursor: null, limit: 50 } as never)
  return page.rows.map(each => each.company)
}

async function idOf(company: string): Promise<JobId> {
  const page = await backend.call('jobs.list', {
    filter: { ineligible: true },
    sort: 'newest',
    cursor: null,
    limit: 50,
  } as never)
  const found = page.rows.find(each => each.company === company)
  if (!found) throw new Error(`${company} is missing`)
  return found.id
}

describe('the explanation of a stored ranking', () => {
  it('adds up to the score that lists show', async () => {
    const campaignId = await campaign({ locations: ['Leeds'], salary_min: 50_000, salary_currency: 'GBP' })
    await backend.importText(jsonl(ROWS), campaignId)
    for (const company of ['Alder', 'Birch', 'Cedar']) {
      const { job, rankings } = await backend.call('jobs.get', { jobId: await idOf(company), campaignId })
      const [{ explanation } = { explanation: undefined }] = rankings
      const points = explanation?.factors.reduce((sum, factor) => sum + Math.round(factor.points * 100), 0)
      expect(explanation?.factors).toHaveLength(9)
      expect(points).toBe(Math.round((job.score ?? -1) * 100))
    }
  })

  it('is the same after an import and after ranking again', async () => {
    const campaignId = await campaign({ skills: ['Python', 'SQL'], locations: ['London'] })
    await backend.importText(
      jsonl([row({ description: 'You know Python and SQL. Docker is a plus. London, hybrid.' })]),
      campaignId,
    )
    const stored = () => backend.db.sql('SELECT * FROM rankings').all()
    const imported = stored()
    await backend.call('runs.start', { campaignId, kind: 'rank' })
    await allEnd()
    expect(stored()).toEqual(imported)
    const { runs } = { runs: await backend.call('runs.list', { campaignId }) }
    expect(runs[0]).toMatchObject({ kind: 'rank', state: 'succeeded', counts: { ranked: 0 } })
  })
})

describe('must-haves and exclusions', () => {
  const RULES = { ...NO_RULES, remote_only: true, exclude_words: ['night shifts'] }

  it('hide waiting jobs with their reasons, count them, and show them on demand', async () => {
    const campaignId = await campaign({ rules: RULES })
    await backend.importText(jsonl(ROWS), campaignId)
    expect(await titles({ campaignId })).toEqual(['Alder'])
    expect(await titles()).toEqual(['Alder'])
    expect((await titles({ campaignId, ineligible: true })).toSorted()).toEqual(['Alder', 'Birch', 'Cedar'])
    expect(await backend.call('jobs.counts', { campaignId })).toMatchObject({ total: 1, ineligible: 2 })
    expect(await backend.call('jobs.counts', {})).toMatchObject({ total: 1, ineligible: 2 })
    const view = await backend.call('jobs.get', { jobId: await idOf('Cedar'), campaignId })
    expect(view.job.ineligible).toBe(true)
    expect(view.rankings[0]?.explanation.ineligible.map(({ rule }) => rule)).toEqual([
      'excluded_word',
      'remote',
    ])
  })

  it('find the same in an import as in jobs that are known', async () => {
    const campaignId = await campaign({ rules: RULES })
    await backend.importText(jsonl(ROWS), campaignId)
    const bits = () =>
      backend.db
        .sql('SELECT job_id, ineligible FROM rankings WHERE campaign_id = ? ORDER BY job_id')
        .all(campaignId)
    const imported = bits()
    await change(campaignId, { rules: NO_RULES })
    expect(bits()).toEqual(imported.map(each => ({ ...each, ineligible: 0 })))
    await change(campaignId, { rules: RULES })
    expect(bits()).toEqual(imported)
  })

  it('leave in sight what the person acted on, and what another campaign wants', async () => {
    const campaignId = await campaign({ rules: RULES })
    await backend.importText(jsonl(ROWS), campaignId)
    await backend.call('applications.setStatus', { jobIds: [await idOf('Birch')], status: 'approved' })
    expect((await titles({ campaignId })).toSorted()).toEqual(['Alder', 'Birch'])
    await campaign({ name: 'Care', query: 'nurse' })
    expect((await titles()).toSorted()).toEqual(['Alder', 'Birch', 'Cedar'])
    expect(await titles({ campaignId })).not.toContain('Cedar')
    expect(await backend.call('jobs.counts', {})).toMatchObject({ ineligible: 0 })
  })

  it('notify of nothing that is hidden', async () => {
    const campaignId = await campaign({
      rules: { ...NO_RULES, exclude_companies: ['Birch Ltd'] },
      alert_threshold: 1,
    })
    await backend.importText(
      jsonl([row({ id: 'b', title: 'Backend Engineer', company: 'Birch' })]),
      campaignId,
    )
    const { rows } = await backend.call('notifications.list', {})
    expect(rows.filter(each => each.kind === 'match')).toEqual([])
  })
})

describe('weights', () => {
  const PAY: typeof DEFAULT_WEIGHTS = { ...DEFAULT_WEIGHTS, salary: 100, title: 0, location: 0, remote: 0 }
  const wishes = { salary_min: 80_000, salary_max: 100_000, salary_currency: 'GBP' } as const

  it('re-order the list before the scores are written, and keep the order after', async () => {
    const campaignId = await campaign(wishes)
    await backend.importText(jsonl(ROWS), campaignId)
    expect((await titles({ campaignId }))[0]).toBe('Birch')
    await backend.engine.stop()
    const { undo } = await backend.call('ranking.setWeights', {
      campaignId,
      weights: { ...DEFAULT_WEIGHTS, salary: 0, title: 100 },
    })
    const stored = backend.db.sql('SELECT score FROM rankings ORDER BY job_id').all()
    expect((await titles({ campaignId })).at(-1)).toBe('Cedar')
    const page = await backend.call('jobs.list', {
      filter: { campaignId },
      sort: 'score',
      cursor: null,
      limit: 1,
    } as never)
    const next = await backend.call('jobs.list', {
      filter: { campaignId },
      sort: 'score',
      cursor: page.cursor,
      limit: 5,
    } as never)
    expect([...page.rows, ...next.rows].map(each => each.company)).toEqual(await titles({ campaignId }))
    expect(backend.db.sql('SELECT score FROM rankings ORDER BY job_id').all()).toEqual(stored)
    if (!undo) throw new Error('Weights can be taken back')
    await backend.call('changes.undo', { changeId: undo.changeId })
    expect((await titles({ campaignId }))[0]).toBe('Birch')
  })

  it('of the settings count for campaigns without their own, and only for them', async () => {
    const first = await campaign(wishes)
    const own = await campaign({ ...wishes, name: 'Own', weights: DEFAULT_WEIGHTS })
    await backend.importText(jsonl(ROWS), first)
    const scores = () =>
      backend.db
        .sql<{ score: number }>('SELECT score FROM rankings WHERE campaign_id = ? ORDER BY job_id')
        .all(own)
    const before = scores()
    await backend.call('ranking.setWeights', { campaignId: null, weights: PAY })
    await allEnd()
    expect(scores()).toEqual(before)
    const { rankings } = await backend.call('jobs.get', { jobId: await idOf('Cedar') })
    const of = (id: CampaignId) => rankings.find(each => each.campaignId === id)?.explanation.score ?? 0
    expect(of(first)).toBeGreaterThan(of(own))
  })

  it('are previewed without storing anything, with the places of today', async () => {
    const campaignId = await campaign(wishes)
    await backend.importText(jsonl(ROWS), campaignId)
    const stored = () => backend.db.sql('SELECT * FROM rankings').all()
    const before = stored()
    const preview = await backend.call('ranking.preview', {
      campaignId,
      weights: PAY,
      rules: { ...NO_RULES, exclude_companies: ['Birch'] },
    })
    expect(preview).toMatchObject({ eligible: 2, ineligible: 1, total: 3 })
    expect(preview.rows.map(each => each.job.company)).toEqual(['Cedar', 'Alder'])
    expect(preview.rows[0]?.before).toBeGreaterThan(1)
    expect(stored()).toEqual(before)
  })

  it('are previewed rightly around a job that is deleted meanwhile', async () => {
    const campaignId = await campaign(wishes)
    await backend.importText(jsonl(ROWS), campaignId)
    const alder = await idOf('Alder')
    // Its rankings stay, as they do for whoever has read them already.
    backend.db.raw.pragma('foreign_keys = OFF')
    backend.db.sql('DELETE FROM jobs WHERE id = ?').run(alder)
    for (const weights of [PAY, { ...PAY, salary: 0, remote: 100 }]) {
      const rules = { ...NO_RULES, exclude_companies: ['Birch'] }
      const { rows } = await backend.call('ranking.preview', { campaignId, weights, rules })
      expect(rows.map(each => each.job.company)).toEqual(['Cedar'])
    }
  })

  it('of an unknown campaign are refused', async () => {
    const unknown = CampaignId.parse(99)
    expect(await backend.refusal('ranking.setWeights', { campaignId: unknown, weights: null })).toMatchObject(
      {
        code: 'not_found',
      },
    )
    expect(await backend.refusal('ranking.preview', { campaignId: unknown })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('the match with the profile', () => {
  const profile = { skills: [{ name: 'Python' }, { name: 'SQL' }], seniority: 'senior' as const }
  const asks = (skills: string) => `You know ${skills}. Senior role, on site.`

  it('comes with new jobs, follows the profile and what a job says', async () => {
    const campaignId = await campaign()
    await backend.importText(
      jsonl([row({ id: 'a', company: 'Alder', description: asks('Python and SQL') })]),
      campaignId,
    )
    const match = async (company: string) =>
      (await backend.call('jobs.get', { jobId: await idOf(company) })).match?.score ?? null
    expect(await match('Alder')).toBeNull()
    await backend.call('profile.save', profile as never)
    backend.matchAll.wake()
    await backend.matchAll.settled()
    const first = await match('Alder')
    expect(first).toBeGreaterThan(50)
    await backend.importText(
      jsonl([row({ id: 'b', company: 'Birch', description: asks('Rust and Go') })]),
      campaignId,
    )
    expect(await match('Birch')).toBeLessThan(first ?? 0)
    await backend.call('profile.save', {
      ...profile,
      skills: [{ name: 'Rust' }, { name: 'Golang' }],
    } as never)
    backend.matchAll.wake()
    await backend.matchAll.settled()
    expect(await match('Alder')).toBeLessThan(first ?? 0)
    const view = await backend.call('jobs.get', { jobId: await idOf('Birch') })
    const points = view.match?.parts.reduce((sum, part) => sum + Math.round(part.points * 100), 0)
    expect(points).toBe(Math.round((view.match?.score ?? -1) * 100))
  })

  it('goes on after a stop where it ended', async () => {
    const campaignId = await campaign()
    const many = Array.from({ length: 30 }, (_, at) =>
      row({ id: `m-${at}`, company: `Maple ${at}`, description: asks('Python') }),
    )
    await backend.importText(jsonl(many), campaignId)
    await backend.call('profile.save', profile as never)
    await backend.matchAll.stop()
    expect(backend.db.sql('SELECT count(*) AS n FROM matches').first()).toEqual({ n: 0 })
    const { dataDir } = backend
    const reopened = openBackend({ dataDir })
    reopened.matchAll.wake()
    await reopened.matchAll.settled()
    expect(reopened.db.sql('SELECT count(*) AS n FROM matches').first()).toEqual({ n: 30 })
    await reopened.close()
  })
})

describe('the age of postings', () => {
  it('counts to today once the day has turned, for active campaigns', async () => {
    const campaignId = await campaign()
    await backend.importText(
      jsonl([row({ id: 'a', company: 'Alder', posted_at: '2026-03-01T00:00:00Z' })]),
      campaignId,
    )
    const recency = async () => {
      const { rankings } = await backend.call('jobs.get', { jobId: await idOf('Alder') })
      return rankings[0]?.explanation.factors.find(({ factor }) => factor === 'recency')
    }
    const before = await recency()
    rankForToday(backend.context, backend.engine)
    expect(backend.db.sql("SELECT id FROM runs WHERE state = 'queued' OR state = 'running'").all()).toEqual(
      [],
    )
    backend.clock.advance(20 * 86_400_000)
    rankForToday(backend.context, backend.engine)
    await allEnd()
    const after = await recency()
    expect(after?.share).toBeLessThan(before?.share ?? 0)
    expect(after?.evidence).not.toBe(before?.evidence)
    rankForToday(backend.context, backend.engine)
    expect(backend.db.sql("SELECT id FROM runs WHERE state = 'queued' OR state = 'running'").all()).toEqual(
      [],
    )
  })
})
