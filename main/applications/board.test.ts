import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { contract } from '../contract/api.ts'
import type { ApplicationFilter } from '../contract/applications.ts'
import type { InputOf } from '../contract/define.ts'
import type { JobId } from '../contract/ids.ts'

// One board in use: eight jobs moved an hour apart. A–C applied, D in interviews, E an offer, F rejected, G approved,
// H put back to waiting.

type ListInput = InputOf<typeof contract.applications.list>

let all: DealtWith
let jobs: Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h', JobId>
const START = Date.parse('2026-03-02T10:00:00.000Z')
const hour = (n: number) => new Date(START + n * 3_600_000).toISOString()

beforeAll(async () => {
  all = await dealtWith(8)
  const [a, b, c, d, e, f, g, h] = all.jobs as [JobId, JobId, JobId, JobId, JobId, JobId, JobId, JobId]
  jobs = { a, b, c, d, e, f, g, h }
  const steps = [
    [[c], ['applied']],
    [[a, b], ['applied']],
    [[d], ['applied', 'interview']],
    [[e], ['applied', 'offer']],
    [[f], ['rejected']],
    [[g], ['approved']],
    [[h], ['approved', 'waiting']],
  ] as const
  for (const [n, [who, ways]] of steps.entries()) {
    all.backend.clock.set(hour(n))
    await all.move(who, ...ways)
  }
})
afterAll(() => all.close())

const names = (cards: readonly { job: { company: string } }[]) =>
  cards.map(({ job }) => job.company.at(-1)).join('')

async function listed(input: ListInput): Promise<string> {
  const { cards } = await all.backend.call('applications.list', input)
  return names(cards)
}

/** The whole list, in pages of two. */
async function paged(input: ListInput): Promise<string> {
  let found = ''
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof next>> = await next(input, cursor)
    expect(page.cards.length).toBeGreaterThan(0)
    found += names(page.cards)
    cursor = page.cursor
  } while (cursor !== null)
  return found
}
const next = (input: ListInput, cursor: string | null) =>
  all.backend.call('applications.list', { ...input, cursor, limit: 2 })

describe('a column', () => {
  it('shows what moved last first, page by page', async () => {
    const column = (cursor: string | null, limit: number) =>
      all.backend.call('applications.column', { status: 'applied', cursor, limit })
    const whole = await column(null, 50)
    expect(names(whole.cards)).toBe('BAC')
    expect(whole.cursor).toBeNull()
    expect(whole.cards[0]).toMatchObject({ movedAt: hour(1), appliedAt: hour(1), staleDays: null })
    const first = await column(null, 2)
    expect(names(first.cards)).toBe('BA')
    const second = await column(first.cursor, 2)
    expect([names(second.cards), second.cursor]).toEqual(['C', null])
  })

  it('keeps to times and company, and is empty where the filter leaves its status out', async () => {
    const column = async (filter: Partial<ApplicationFilter>) =>
      names((await all.backend.call('applications.column', { status: 'applied', filter })).cards)
    expect(await column({ since: hour(1) })).toBe('BA')
    expect(await column({ until: hour(1) })).toBe('C')
    expect(await column({ since: '2026-03-02T11:00:00Z' })).toBe('BA')
    const { companyId } = (await all.backend.call('jobs.get', { jobId: jobs.a })).job
    expect(await column({ companyId })).toBe('A')
    expect(await column({ statuses: ['offer'] })).toBe('')
    expect(await column({ statuses: ['applied', 'offer'] })).toBe('BAC')
  })

  it('holds waiting jobs only when they were put back', async () => {
    const { cards } = await all.backend.call('applications.column', { status: 'waiting' })
    expect(names(cards)).toBe('H')
  })

  it('begins anew under a cursor that is not ours', async () => {
    for (const cursor of ['', 'x', '[]', '{"a":1}', '["2026"]', 'null'])
      expect(
        names((await all.backend.call('applications.column', { status: 'applied', cursor })).cards),
      ).toBe('BAC')
  })
})

describe('the list', () => {
  it('holds all but waiting ones in each order, page by page', async () => {
    for (const [sort, expected] of [
      ['moved', 'GFEDBAC'],
      ['applied', 'EDBACGF'],
      ['company', 'ABCDEFG'],
    ] as const) {
      expect(await listed({ filter: {}, sort })).toBe(expected)
      expect(await paged({ filter: {}, sort })).toBe(expected)
    }
  })

  it('keeps to statuses, times and company', async () => {
    expect(await paged({ filter: { statuses: ['offer', 'interview', 'approved'] }, sort: 'moved' })).toBe(
      'GED',
    )
    expect(await listed({ filter: { since: hour(2), until: hour(3) } })).toBe('D')
    const { companyId } = (await all.backend.call('jobs.get', { jobId: jobs.f })).job
    expect(await listed({ filter: { companyId } })).toBe('F')
    expect(await listed({ filter: { statuses: ['accepted'] } })).toBe('')
  })

  it('shows jobs of blocked companies: they were dealt with', async () => {
    const { companyId } = (await all.backend.call('jobs.get', { jobId: jobs.d })).job
    const { undo } = await all.backend.call('companies.setBlocked', {
      companyIds: [companyId],
      blocked: true,
    })
    expect(await listed({ filter: {} })).toContain('D')
    expect(names((await all.backend.call('applications.column', { status: 'interview' })).cards)).toBe('D')
    await all.undo(undo)
  })
})

describe('the heads of the board', () => {
  const counts = async (filter: Partial<ApplicationFilter> = {}) => {
    const { columns } = await all.backend.call('applications.counts', { filter })
    return Object.fromEntries(columns.filter(({ n }) => n > 0).map(({ status, n }) => [status, n]))
  }

  it('count every status, with and without a filter', async () => {
    expect(await counts()).toEqual({
      waiting: 1,
      approved: 1,
      applied: 3,
      interview: 1,
      offer: 1,
      rejected: 1,
    })
    expect(await counts({ since: hour(1) })).toMatchObject({ applied: 2, interview: 1 })
    expect(await counts({ statuses: ['applied'] })).toEqual({ applied: 3 })
    expect(await counts({ until: hour(1) })).toEqual({ applied: 1 })
  })

  it('count what waits too long and whom to ask again', async () => {
    const at = async (iso: string) => {
      all.backend.clock.set(iso)
      const { stale, followUps } = await all.backend.call('applications.counts', {})
      const cards = await all.backend.call('applications.stale', {})
      return [stale, followUps, names(cards)]
    }
    expect(await at('2026-03-08T12:00:00.000Z')).toEqual([0, 0, ''])
    expect(await at('2026-03-09T12:00:00.000Z')).toEqual([0, 3, ''])
    expect(await at('2026-03-16T10:30:00.000Z')).toEqual([1, 3, 'C'])
    expect(await at('2026-03-16T12:00:00.000Z')).toEqual([3, 3, 'CAB'])
    const [first] = await all.backend.call('applications.stale', {})
    expect(first?.staleDays).toBe(14)
  })
})
