import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CampaignId, CompanyId } from '../contract/ids.ts'
import { JOB_STATUSES } from '../contract/values.ts'

let backend: TestBackend
let campaignId: CampaignId
beforeEach(async () => {
  backend = openBackend()
  const made = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    alert_threshold: 1,
  })
  campaignId = made.campaignId
})
afterEach(() => backend.close())

const COMPANIES = ['Acme', 'Bright', 'Corex', 'Dale']
const postings = (count: number, prefix = 'p') =>
  jsonl(
    Array.from({ length: count }, (_, i) =>
      row({
        id: `${prefix}-${i}`,
        title: `Backend Engineer ${String.fromCharCode(65 + (i % 26))}${prefix}${i}`,
        company: COMPANIES[i % COMPANIES.length],
        description: `You know Python. Salary: £${40 + (i % 30)},000 a year.`,
      }),
    ),
  )
const idOf = async (name: string): Promise<CompanyId> => {
  const { rows } = await backend.call('companies.list', { text: name })
  const [found] = rows
  if (!found) throw new Error(`${name} is not there`)
  return found.id
}
const block = async (name: string, blocked = true) =>
  backend.call('companies.setBlocked', { companyIds: [await idOf(name)], blocked })

async function listed(filter: Record<string, unknown>, sort: 'score' | 'newest' | 'salary', limit = 7) {
  const names: string[] = []
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof load>> = await load(cursor)
    names.push(...page.rows.map(job => job.company))
    cursor = page.cursor
    if (cursor === null) return names
  }
  function load(cursor: string | null) {
    return backend.call('jobs.list', { filter, sort, cursor, limit })
  }
}

describe('the jobs of a blocked company', () => {
  it('leave every list, the counts, the search and the dashboard, and come back', async () => {
    await backend.importText(postings(40), campaignId)
    const jobs = (await backend.call('jobs.list', { filter: { text: 'Acme' } })).rows
    await backend.call('jobs.setFavourite', { jobIds: jobs.map(job => job.id), favourite: true })
    const before = await backend.call('dashboard.overview', {})
    expect(before.favouriteJobs).toHaveLength(5)

    const { undo } = await block('Acme')
    expect(undo?.label).toBe('Blocked Acme')
    expect(backend.events.at(-1)).toMatchObject({ type: 'company.blocked_changed' })
    for (const filter of [{}, { campaignId }, { text: 'python' }, { foundSince: '2026-01-01T00:00:00.000Z' }])
      for (const sort of ['score', 'newest', 'salary'] as const) {
        const names = await listed(filter, sort)
        expect(names, JSON.stringify(filter)).toHaveLength(30)
        expect(names).not.toContain('Acme')
      }
    expect(await listed({ favourite: true }, 'newest')).toEqual([])
    for (const counted of [{}, { campaignId }]) {
      const counts = await backend.call('jobs.counts', counted)
      expect(counts).toMatchObject({ total: 30, favourites: 0, blocked: 10 })
      expect(counts.byStatus.waiting).toBe(30)
    }
    const found = await backend.call('search.jobs', { text: 'engineer', limit: 200 })
    expect(found.rows).toHaveLength(30)
    expect(found.more).toBe(false)
    const dashboard = await backend.call('dashboard.overview', {})
    expect(dashboard.newMatchesToday).toBe(before.newMatchesToday - 10)
    expect(dashboard.favouriteJobs).toEqual([])
    expect(dashboard.best.map(job => job.company)).not.toContain('Acme')
    expect((await backend.call('campaigns.get', { campaignId })).matches).toBe(30)

    // They are kept, and the company's own page and a link to one of them still show them.
    const company = await backend.call('companies.get', { companyId: await idOf('Acme') })
    expect(company).toMatchObject({ blocked: true, counts: { jobs: 10, open: 10 } })
    expect(company.jobs).toHaveLength(10)
    const [job] = jobs
    expect((await backend.call('jobs.get', { jobId: job?.id as never })).job.company).toBe('Acme')

    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await listed({}, 'score')).toHaveLength(40)
    expect(await backend.call('jobs.counts', {})).toMatchObject({ total: 40, blocked: 0 })
    expect((await backend.call('dashboard.overview', {})).favouriteJobs).toHaveLength(5)
  })

  it('are no matches to be told of, and come unseen into a list', async () => {
    await backend.importText(postings(8), campaignId)
    await block('Bright')
    const told = async () => (await backend.call('notifications.list', {})).rows
    const before = (await told()).length
    await backend.importText(
      jsonl([row({ id: 'late', title: 'Backend Engineer Late', company: 'Bright' })]),
      campaignId,
    )
    expect(await told()).toHaveLength(before)
    await backend.importText(
      jsonl([row({ id: 'late2', title: 'Backend Engineer Later', company: 'Corex' })]),
      campaignId,
    )
    expect((await told()).length).toBe(before + 1)
    expect(await listed({ text: 'Late ' }, 'newest')).toEqual([])
    await block('Bright', false)
    expect(await listed({ text: 'Late ' }, 'newest')).toContain('Bright')
  })

  it('can be many companies at once, and only those that were not blocked come back by Undo', async () => {
    await backend.importText(postings(8), campaignId)
    await block('Dale')
    const companyIds = await Promise.all(COMPANIES.map(idOf))
    const { undo } = await backend.call('companies.setBlocked', { companyIds, blocked: true })
    expect(undo?.label).toBe('Blocked 3 companies')
    expect(await listed({}, 'score')).toEqual([])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(new Set(await listed({}, 'score'))).toEqual(new Set(['Acme', 'Bright', 'Corex']))
    expect(await backend.call('companies.setBlocked', { companyIds, blocked: true })).not.toEqual({
      undo: null,
    })
    expect(await backend.call('companies.setBlocked', { companyIds, blocked: true })).toEqual({ undo: null })
    expect(await backend.refusal('companies.setBlocked', { companyIds: [999], blocked: true })).toMatchObject(
      { code: 'not_found' },
    )
  })
})

describe('the list of companies', () => {
  it('shows every company once in its order, page by page', async () => {
    const rows = Array.from({ length: 61 }, (_, i) =>
      row({ id: `c-${i}`, title: `Job ${i}x`, company: `${i % 2 ? 'b' : 'B'}rand ${i % 31}` }),
    )
    await backend.importText(jsonl(rows), campaignId)
    for (const sort of ['name', 'jobs'] as const)
      for (const text of ['', 'brand']) {
        const seen = []
        for (let cursor: string | null = null; ; ) {
          const page: Awaited<ReturnType<typeof load>> = await load(cursor)
          seen.push(...page.rows)
          cursor = page.cursor
          if (cursor === null) break
        }
        function load(cursor: string | null) {
          return backend.call('companies.list', { sort, text, cursor, limit: 7 })
        }
        expect(new Set(seen.map(company => company.id)).size, `${sort} ${text}`).toBe(31)
        expect(seen).toHaveLength(31)
        const lower = seen.map(company => company.name.toLowerCase())
        if (sort === 'name') expect(lower).toEqual(lower.toSorted())
        else expect(seen.map(one => one.jobs)).toEqual(seen.map(one => one.jobs).toSorted((a, b) => b - a))
      }
  })

  it('shows favourites, blocked ones and what was searched for', async () => {
    await backend.importText(postings(8), campaignId)
    await backend.importText(jsonl([row({ id: 'f', company: 'Société Générale' })]), campaignId)
    await backend.call('companies.setFavourite', { companyIds: [await idOf('Corex')], favourite: true })
    await block('Dale')
    const names = async (input: object) =>
      (await backend.call('companies.list', { sort: 'name', ...input })).rows.map(company => company.name)
    expect(await names({ show: 'favourites' })).toEqual(['Corex'])
    expect(await names({ show: 'blocked' })).toEqual(['Dale'])
    expect(await names({ text: 'societe gen' })).toEqual(['Société Générale'])
    expect(await names({ text: 'ore' })).toEqual(['Corex'])
    expect(await names({ text: 'ore', show: 'blocked' })).toEqual([])
    expect(await names({ text: '!?' })).toEqual([])
    expect(await backend.call('companies.counts', {})).toEqual({ all: 5, favourites: 1, blocked: 1 })
    expect(await names({ cursor: 'nonsense' })).toHaveLength(5)
  })

  it('finds words that thousands of names hold, by any order, page by page', async () => {
    await backend.importText(postings(4), campaignId)
    backend.db.immediate(() => {
      const insert = backend.db.sql(
        "INSERT INTO companies (name, normalised_name, created_at) VALUES (?, ?, '2026-01-01T00:00:00.000Z')",
      )
      for (let i = 0; i < 2100; i += 1) insert.run(`Common ${i}`, `common ${i}`)
    })
    await backend.call('companies.addAlias', { companyId: await idOf('Acme'), name: 'Most common' })
    for (const sort of ['name', 'jobs'] as const) {
      const seen = new Set<string>()
      for (let cursor: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof load>> = await load(cursor)
        for (const company of page.rows) seen.add(company.name)
        cursor = page.cursor
        if (cursor === null) break
      }
      function load(cursor: string | null) {
        return backend.call('companies.list', { sort, text: 'common', cursor, limit: 200 })
      }
      expect(seen.size, sort).toBe(2101)
      expect(seen).toContain('Acme')
    }
  })

  it('counts jobs as they come, move and leave', async () => {
    await backend.importText(postings(8), campaignId)
    const { rows } = await backend.call('jobs.list', { filter: { text: 'Acme' } })
    await backend.call('applications.setStatus', {
      jobIds: rows.slice(0, 1).map(job => job.id),
      status: 'applied',
    })
    await backend.call('applications.setStatus', {
      jobIds: rows.slice(1).map(job => job.id),
      status: 'rejected',
    })
    const company = await backend.call('companies.get', { companyId: await idOf('Acme') })
    expect(company.counts).toEqual({ jobs: 2, open: 1, applied: 1 })
    const mistaken = backend.db
      .sql(
        'SELECT id FROM companies c WHERE job_count <> (SELECT count(*) FROM jobs WHERE company_id = c.id)',
      )
      .all()
    expect(mistaken).toEqual([])
    expect(
      (await backend.call('jobs.list', { filter: { companyId: company.id, statuses: [...JOB_STATUSES] } }))
        .rows,
    ).toHaveLength(2)
  })
})
