import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { JobSort } from '../contract/job-filter.ts'
import type { JobStatus } from '../contract/values.ts'

let backend: TestBackend
let campaignId: never

const TITLES = ['Backend Engineer', 'Nurse', 'HGV Driver', 'Data Scientist', 'Accountant']

beforeAll(async () => {
  backend = openBackend()
  const made = await backend.call('campaigns.create', { name: 'Backend', query: 'backend engineer' })
  campaignId = made.campaignId as never
  const rows = Array.from({ length: 137 }, (_, i) =>
    row({
      id: `row-${i}x`,
      title: `${TITLES[i % TITLES.length]} ${String.fromCharCode(65 + (i % 26))}${i}`,
      company: `Company ${i}`,
      description:
        i % 3 === 0 ? 'No pay is named.' : `Salary: £${30 + (i % 40)},000 a year. Kubernetes and care.`,
    }),
  )
  await backend.importText(jsonl(rows), made.campaignId)
  const { rows: jobs } = await backend.call('jobs.list', { filter: {}, limit: 200 })
  const move = (from: number, to: number, status: JobStatus) =>
    backend.call('applications.setStatus', { jobIds: jobs.slice(from, to).map(job => job.id), status })
  await move(0, 9, 'applied')
  await move(9, 14, 'rejected')
  await move(14, 16, 'offer')
  await backend.call('jobs.setFavourite', { jobIds: jobs.slice(0, 60).map(job => job.id), favourite: true })
})
afterAll(() => backend.close())

async function allPages(filter: Record<string, unknown>, sort: JobSort, limit: number) {
  const rows = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof load>> = await load(filter, sort, cursor, limit)
    rows.push(...page.rows)
    cursor = page.cursor
  } while (cursor !== null)
  return rows
}
const load = (filter: Record<string, unknown>, sort: JobSort, cursor: string | null, limit: number) =>
  backend.call('jobs.list', { filter, sort, cursor, limit })

describe('pages of the jobs list', () => {
  const sorts: JobSort[] = ['score', 'newest', 'salary']
  it.each(sorts)('by %s show every open job once, in order', async sort => {
    for (const campaign of [null, campaignId]) {
      const rows = await allPages({ campaignId: campaign }, sort, 25)
      expect(new Set(rows.map(job => job.id)).size).toBe(132)
      expect(rows).toHaveLength(132)
      const keys = rows.map(job =>
        sort === 'score' ? (job.score ?? -1) : sort === 'newest' ? job.id : (job.salary_high ?? -1),
      )
      expect(keys).toEqual(keys.toSorted((a, b) => b - a))
    }
  })

  it('show the chosen statuses only', async () => {
    const rows = await allPages({ statuses: ['offer', 'rejected'] }, 'score', 3)
    expect(rows.map(job => job.status).toSorted()).toEqual(['offer', 'offer', ...Array(5).fill('rejected')])
  })

  it('show favourites, also together with words', async () => {
    expect(await allPages({ favourite: true }, 'newest', 7)).toHaveLength(55)
    const nurses = await allPages({ favourite: true, text: 'nurse ' }, 'score', 7)
    expect(nurses.length).toBeGreaterThan(0)
    expect(nurses.every(job => job.favourite && job.title.startsWith('Nurse'))).toBe(true)
  })

  it('find words in the description and beginnings in the title', async () => {
    expect((await allPages({ text: 'kubernetes' }, 'score', 200)).length).toBe(91 - offBy())
    expect(
      (await allPages({ text: 'accoun' }, 'score', 200)).every(job => job.title.startsWith('Accountant')),
    ).toBe(true)
  })

  it('show what was found since a time', async () => {
    const before = backend.clock.now()
    backend.clock.advance(60_000)
    await backend.importText(jsonl([row({ id: 'late', title: 'Late Job', company: 'Tardy' })]), campaignId)
    const since = new Date(Date.parse(before) + 1000).toISOString()
    for (const sort of sorts) {
      const rows = await allPages({ foundSince: since }, sort, 10)
      expect(rows.map(job => job.title)).toEqual(['Late Job'])
    }
  })

  it('start anew when the cursor is not one', async () => {
    const page = await load({}, 'newest', 'nonsense', 2)
    expect(page.rows).toHaveLength(2)
  })
})

/** Hidden (rejected) jobs that name Kubernetes: counted from the pages themselves. */
function offBy(): number {
  const rows = backend.db
    .sql<{ n: number }>(
      "SELECT count(*) AS n FROM jobs j JOIN postings p ON p.job_id = j.id WHERE status = 'rejected' AND description LIKE '%Kubernetes%'",
    )
    .first()
  return rows?.n ?? 0
}

describe('the numbers over the list', () => {
  it('equal a recount', async () => {
    const { byStatus, total, favourites } = await backend.call('jobs.counts', {})
    const recount = backend.db
      .sql<{ status: JobStatus; n: number }>('SELECT status, count(*) AS n FROM jobs GROUP BY status')
      .all()
    for (const { status, n } of recount) expect(byStatus[status]).toBe(n)
    expect(total).toBe(recount.reduce((sum, each) => sum + each.n, 0))
    expect(favourites).toBe(60)
    const own = await backend.call('jobs.counts', { campaignId })
    expect(own.byStatus).toEqual(byStatus)
  })
})
