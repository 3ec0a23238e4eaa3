import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { createQueries } from '../app/procedures.ts'
import type { CampaignId, ChangeId, CompanyId, JobId, PostingId } from '../contract/ids.ts'
import { DEFAULT_WEIGHTS, NO_RULES } from '../contract/ranking.ts'
import { createDb } from '../platform/db/connection.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { trimChanges } from '../platform/db/job-changes.ts'
import { openReader } from '../platform/db/pragmas.ts'
import { dispatch } from '../platform/dispatch.ts'
import { createSources } from '../sources/adapters/index.ts'
import { columnsOf } from './columns.ts'

// Lists that are answered from memory follow every kind of command: a reader that has been asked all along says the same
// as one that has just opened the file.

let backend: TestBackend
let campaignId: CampaignId
let second: CampaignId

const TITLES = ['Backend Engineer', 'Nurse', 'Data Engineer', 'Accountant']
const CITIES = ['London', 'Leeds', 'Berlin', 'Paris']

const rows = (from: number, n: number, change: (i: number) => Record<string, unknown> = () => ({})) =>
  jsonl(
    Array.from({ length: n }, (_, i) =>
      row({
        id: `p-${from + i}`,
        title: `${TITLES[(from + i) % 4]} ${from + i}`,
        company: `Company ${String.fromCharCode(65 + ((from + i) % 9))}`,
        location_text: CITIES[(from + i) % 4],
        description: `You know Python and SQL. Salary: £${30 + ((from + i) % 50)},000 a year. ${i % 3 === 0 ? 'Fully remote.' : 'On site.'}`,
        ...change(i),
      }),
    ),
  )

beforeAll(async () => {
  backend = openBackend()
  const made = await backend.call('campaigns.create', { name: 'Backend', query: 'backend engineer' })
  campaignId = made.campaignId
  await backend.importText(rows(0, 40), campaignId)
  const other = await backend.call('campaigns.create', { name: 'Care', query: 'nurse' })
  second = other.campaignId
  await settled()
})
afterAll(() => backend.close())

/** Waits for all that goes on in the background. */
async function settled(): Promise<void> {
  const open = () =>
    backend.db.sql<{ id: number }>("SELECT id FROM runs WHERE state IN ('queued', 'running')").all()
  for (let runs = open(); runs.length > 0; runs = open())
    for (const { id } of runs) await backend.engine.ended(id as never)
  for (const background of [backend.rankChanged, backend.matchAll]) {
    background.wake()
    await background.settled()
  }
}

const questions = (): [string, unknown][] => [
  ['jobs.list', { filter: {}, sort: 'score', reversed: true, limit: 200 }],
  ['jobs.list', { filter: {}, sort: 'salary', limit: 200 }],
  ['jobs.list', { filter: {}, sort: 'match', limit: 200 }],
  ['jobs.list', { filter: {}, sort: 'company', limit: 200 }],
  ['jobs.list', { filter: {}, sort: 'title', limit: 200 }],
  ['jobs.list', { filter: { campaignId, unread: true }, sort: 'score', limit: 200 }],
  ['jobs.list', { filter: { campaignId: second, open: true }, sort: 'score', limit: 200 }],
  ['jobs.facets', { filter: {} }],
  ['jobs.facets', { filter: { campaignId, ineligible: true } }],
  ['jobs.facets', { filter: { minMatch: 1, statuses: ['waiting', 'archived'] } }],
  ['jobs.similar', { jobId: 1 }],
]

/** The answers of a reader that has just opened the file. */
async function answersAnew(): Promise<unknown[]> {
  const db = createDb(openReader(databasePaths(backend.dataDir).file))
  const handlers = createQueries(createSources())
  const answers: unknown[] = []
  for (const [procedure, input] of questions()) {
    const answer = await dispatch(
      { id: 1, procedure, input },
      {
        handlers,
        context: { ...backend.context, db },
        onUnexpected: error => {
          throw error
        },
      },
    )
    answers.push(answer.ok ? answer.value : answer.error)
  }
  db.close()
  return answers
}

async function answers(): Promise<unknown[]> {
  const all: unknown[] = []
  for (const [procedure, input] of questions())
    all.push(await backend.call(procedure as never, input as never))
  return all
}

/** Carries something out and compares; it must have changed an answer. */
async function follows(act: () => unknown): Promise<void> {
  const before = await answers()
  await act()
  await settled()
  const after = await answers()
  expect(after).not.toEqual(before)
  expect(after).toEqual(await answersAnew())
}

/** Carries a command out, and takes it back. */
async function followsAndBack(act: () => Promise<{ undo: { changeId: ChangeId } | null }>): Promise<void> {
  let changeId: ChangeId | undefined
  await follows(async () => {
    changeId = (await act()).undo?.changeId
  })
  expect(changeId).toBeDefined()
  if (changeId !== undefined) {
    const id = changeId
    await follows(() => backend.call('changes.undo', { changeId: id }))
  }
}

const job = (id: number) => id as JobId

describe('lists from memory', () => {
  it('follow statuses, favourites and reading', async () => {
    await followsAndBack(() =>
      backend.call('applications.setStatus', { jobIds: [job(1), job(2), job(3)], status: 'applied' }),
    )
    await followsAndBack(() => backend.call('jobs.setFavourite', { jobIds: [job(4)], favourite: true }))
    await follows(() => backend.call('jobs.markRead', { jobIds: [job(5), job(6)] }))
  })

  it('follow companies that are blocked and joined', async () => {
    await followsAndBack(() =>
      backend.call('companies.setBlocked', { companyIds: [2 as CompanyId], blocked: true }),
    )
    await followsAndBack(() =>
      backend.call('companies.addAlias', { companyId: 1 as CompanyId, name: 'Company C' }),
    )
  })

  it('follow what the person says of a job', async () => {
    await followsAndBack(() =>
      backend.call('detection.setFacts', {
        jobId: job(7),
        facts: { office_city: 'Vienna', office_country: 'AT', job_type: 'contract', salary_high: 99_000 },
      }),
    )
    await follows(() =>
      backend.call('detection.setFacts', {
        jobId: job(1),
        facts: { skills: [{ name: 'Haskell', kind: 'technical', required: true }] } as never,
      }),
    )
  })

  it('follow new postings, other versions of known ones, and those that join a job', async () => {
    await follows(() => backend.importText(rows(100, 20), campaignId))
    await follows(() =>
      backend.importText(
        rows(100, 20, () => ({ location_text: 'Madrid' })),
        campaignId,
      ),
    )
    await follows(() => backend.importText(rows(0, 12), second))
  })

  it('follow a posting that is taken out of its job and put back', async () => {
    const twin = { title: 'Lighthouse Keeper', company: 'Coast', location_text: 'Hull' }
    await backend.importText(jsonl([row({ id: 'twin-1', ...twin })]), campaignId)
    await backend.importText(
      jsonl([row({ id: 'twin-2', ...twin, title: 'Lighthouse Keeper (m/f/d)' })]),
      campaignId,
    )
    const joined = backend.db
      .sql<{ id: number }>(
        'SELECT id FROM postings WHERE job_id = (SELECT job_id FROM postings GROUP BY job_id HAVING count(*) > 1 LIMIT 1) ORDER BY id DESC LIMIT 1',
      )
      .first()
    expect(joined).toBeDefined()
    await followsAndBack(() =>
      backend.call('jobs.splitPosting', { postingId: (joined?.id ?? 0) as PostingId }),
    )
  })

  it('follow weights, rules, and campaigns that go and come back', async () => {
    await followsAndBack(() =>
      backend.call('ranking.setWeights', {
        campaignId,
        weights: { ...DEFAULT_WEIGHTS, salary: 90, title: 1 },
      }),
    )
    const { draft } = await backend.call('campaigns.get', { campaignId })
    await followsAndBack(() =>
      backend.call('campaigns.update', {
        campaignId,
        draft: { ...draft, rules: { ...NO_RULES, exclude_words: ['Fully remote'] } },
      } as never),
    )
    await followsAndBack(() => backend.call('campaigns.remove', { campaignId: second }))
  })

  it('show the order of new weights before the scores are written', async () => {
    backend.context.unit(tx =>
      tx.db
        .sql('UPDATE campaigns SET weights = ? WHERE id = ?')
        .run(JSON.stringify({ ...DEFAULT_WEIGHTS, location: 1, title: 90 }), campaignId),
    )
    const plain = await backend.call('jobs.list', { filter: { campaignId }, limit: 200 })
    const byColumns = await backend.call('jobs.list', {
      filter: { campaignId, foundSince: '2000-01-01T00:00:00.000Z' },
      limit: 200,
    })
    expect(byColumns.rows.map(each => each.id)).toEqual(plain.rows.map(each => each.id))
    expect(await answers()).toEqual(await answersAnew())
  })

  it('follow the profile', async () => {
    await follows(() => backend.call('profile.save', { name: 'Sam', skills: ['Python'] }))
    await follows(() => backend.call('profile.save', { name: 'Sam', skills: ['Accounting', 'SQL'] }))
    await follows(() => backend.call('profile.save', { name: 'Sam' }))
  })

  it('are made anew when the log does not reach back to them', async () => {
    await follows(() =>
      backend.context.unit(tx => {
        tx.db.sql('UPDATE jobs SET favourite = 1 WHERE id IN (8, 9)').run()
        const note = tx.db.sql("INSERT INTO job_changes (what, first_job, last_job) VALUES ('score', 1, 1)")
        for (let n = 0; n < 20_010; n++) note.run()
        trimChanges(tx.db)
      }),
    )
    expect(
      backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM job_changes').first()?.n,
    ).toBeLessThanOrEqual(20_000)
  })

  it('keep nothing of a transaction that is rolled back', () => {
    const favourites = () => columnsOf(backend.db, {}).favourite.reduce((sum, n) => sum + n, 0)
    const before = favourites()
    expect(() =>
      backend.context.unit(tx => {
        tx.db.sql('UPDATE jobs SET favourite = 1 - favourite WHERE id <= 20').run()
        expect(favourites()).not.toBe(before)
        throw new Error('No')
      }),
    ).toThrow('No')
    expect(favourites()).toBe(before)
    backend.context.unit(tx => tx.db.sql('UPDATE jobs SET favourite = 1 WHERE id = 30').run())
    expect(favourites()).toBe(before + 1)
  })
})
