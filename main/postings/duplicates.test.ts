import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBackend, row, type TestBackend, testPreparer } from '../../tests/support/backend.ts'
import { compare } from '../../tests/support/comparison.ts'
import { PostingId } from '../contract/ids.ts'
import { NO_RANKING } from '../pipeline/tasks.ts'
import { CANDIDATE_STATEMENTS } from './duplicate-store.ts'
import { MOST } from './rules/blocks.ts'
import { indexStored, nothingStored, storePosting } from './service.ts'

let backend: TestBackend
let campaignId: number
beforeEach(async () => {
  backend = openBackend()
  campaignId = (await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })).campaignId
})
afterEach(() => backend.close())

const TEXT = `You will look after the ledgers that our customers close their months with. Each of them is kept in
  PostgreSQL, read by services in Python and watched by people who like numbers that add up. We write small changes,
  review each other's work the same day and talk to the accountants who use what we build. You have run a database that
  others depend on, you can say why a query is slow, and you would rather delete code than add it. The team meets on
  Tuesdays, mentors two apprentices a year and shares the telephone for one week in six, for which we pay.`

const MAPPING = {
  columns: {
    ...{ id: ['id'], title: ['title'], company: ['company'], location_text: ['location_text'] },
    ...{ description: ['description'], url: ['url'], posted_at: ['posted_at'] },
  },
  date_order: null,
} as const

/** A source of its own with a priority; smaller is better. */
function source(key: string, priority = 50): number {
  return backend.db
    .sql(
      "INSERT INTO sources (kind, key, label, config, priority, created_at) VALUES ('test', ?, ?, '{}', ?, '')",
    )
    .run(key, key, priority).lastId
}

/** Stores one posting as a run does; answers its job and whether it joined one. */
function store(change: Record<string, unknown>, sourceId: number): { jobId: number; postingId: number } {
  const text = JSON.stringify(row({ description: TEXT, ...change }))
  const [answer] = testPreparer().prepare({
    kind: 'prepare',
    items: [{ text }],
    mapping: {
      ...MAPPING,
      columns: Object.fromEntries(Object.entries(MAPPING.columns).map(([k, v]) => [k, [...v]])),
    },
    plan: NO_RANKING,
    now: backend.clock.now(),
  })
  if (!answer?.ok) throw new Error(answer?.message)
  const { posting } = answer
  backend.context.unit(tx => {
    const tally = nothingStored()
    const raw = {
      row: null,
      contentHash: hash('sha256', text, 'buffer'),
      mediaType: 'application/json',
      payload: text,
    }
    storePosting(tx, { sourceId, campaignId, runId: null }, { ...posting, ...raw }, tally)
    indexStored(tx, tally)
  })
  const stored = backend.db
    .sql<{ id: number; job_id: number }>(
      'SELECT id, job_id FROM postings WHERE source_id = ? AND source_key = ?',
    )
    .first(sourceId, posting.sourceKey)
  if (!stored) throw new Error('The posting was not stored')
  return { jobId: stored.job_id, postingId: stored.id }
}

const jobs = () => backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM jobs').first()?.n
const view = (jobId: number) => backend.call('jobs.get', { jobId: jobId as never })
const split = (postingId: number) =>
  backend.call('jobs.splitPosting', { postingId: PostingId.parse(postingId) })
const found = async (text: string) =>
  (await backend.call('search.jobs', { text })).rows.map(each => Number(each.job.id))

describe('a posting of a known opening', () => {
  it('joins its job and says why', async () => {
    const first = store({}, source('a'))
    const second = store(
      { id: 'x', company: 'Ardent Systems', title: 'Backend Engineer (m/f/d)' },
      source('b'),
    )
    expect(second.jobId).toBe(first.jobId)
    const { postings } = await view(first.jobId)
    expect(postings.map(({ reasons }) => reasons)).toEqual([
      [],
      ['same company, title and place', 'the text is equal'],
    ])
  })

  it('is found under a new title by its text, and kept apart in another city with the same text', () => {
    const first = store(
      { title: 'Ledger Keeper', description: `${TEXT} We call this a ledger keeper.` },
      source('a'),
    )
    const retitled = { title: 'Bookkeeping Clerk', description: `${TEXT} We call this a ledger keeper.` }
    expect(store({ id: 'x', ...retitled }, source('b')).jobId).toBe(first.jobId)
    expect(store({ id: 'y', ...retitled, location_text: 'Leeds, UK' }, source('c')).jobId).not.toBe(
      first.jobId,
    )
  })

  it('is found among many of the same title in other places', () => {
    const board = source('a')
    const cities = ['Leeds', 'Bristol', 'Oxford', 'Glasgow', 'Cardiff', 'Belfast', 'Sheffield', 'Leicester']
    const first = store({}, board)
    for (let at = 0; at < MOST.title * 2; at++)
      store({ id: `${at}`, location_text: `${cities[at % 8]} site ${at}, UK` }, board)
    expect(jobs()).toBe(MOST.title * 2 + 1)
    expect(store({ id: 'x' }, source('b')).jobId).toBe(first.jobId)
  })

  it('follows its new version: what it said before does not attract any more', () => {
    const board = source('a')
    const first = store({}, board)
    expect(store({ location_text: 'Leeds, UK' }, board)).toEqual(first)
    expect(store({ id: 'x' }, source('b')).jobId).not.toBe(first.jobId)
    expect(store({ id: 'y', location_text: 'Leeds' }, source('c')).jobId).toBe(first.jobId)
    const blocks = backend.db.sql<{ n: number }>('SELECT count(*) AS n FROM posting_blocks').first()
    expect(blocks?.n).toBe(6)
  })
})

describe('roles under one address', () => {
  const url = 'https://news.ycombinator.com/item?id=48000102'
  const titles = ['Senior Backend Engineer', 'Senior Frontend Engineer', 'Site Reliability Engineer']

  it('of one source are jobs of their own', () => {
    const board = source('a')
    for (const [at, title] of titles.entries()) store({ id: `48000102:${at + 1}`, title, url }, board)
    store({ id: '48000102:4', title: 'Backend Engineer', url }, board)
    expect(jobs()).toBe(4)
  })

  it('are told apart by a posting of another source too, since the address is known to hold several', () => {
    const board = source('a')
    const junior = store({ id: '48000102:1', title: 'Junior Backend Engineer', url }, board)
    const senior = store({ id: '48000102:2', title: 'Senior Backend Engineer', url }, board)
    const clipped = store({ id: 'x', title: 'Senior Backend Engineer', url }, source('b'))
    expect(clipped.jobId).toBe(senior.jobId)
    expect(junior.jobId).not.toBe(senior.jobId)
  })
})

describe('the posting that a job shows', () => {
  it('is the one of the better source when it says enough', async () => {
    const first = store({ url: 'https://boards.example/1234' }, source('worse', 60))
    const shorter = `${TEXT.slice(0, 440)} We pay £70,000 - £80,000 a year.`
    const second = store({ id: 'x', title: 'Back-End Engineer', description: shorter }, source('better', 20))
    expect(second.jobId).toBe(first.jobId)
    const { job, postings, facts } = await view(first.jobId)
    expect(job.title).toBe('Back-End Engineer')
    expect(postings.map(({ primary, source: label }) => [label, primary])).toEqual([
      ['better', true],
      ['worse', false],
    ])
    expect(facts.find(({ name }) => name === 'salary_low')?.value).toBe(70_000)
    expect(await found('pay')).toEqual([first.jobId])
  })

  it('stays when the better source has only a teaser, and when the source is worse', async () => {
    const first = store({}, source('a', 50))
    store({ id: 'x', title: 'Back-End Engineer', description: TEXT.slice(0, 100) }, source('teaser', 10))
    store({ id: 'y', title: 'Backend Engineer!', description: `${TEXT} And more.` }, source('worse', 90))
    const { job, postings } = await view(first.jobId)
    expect(job.title).toBe('Backend Engineer')
    expect(postings).toHaveLength(3)
  })
})

describe('taking a posting out of its job', () => {
  const twoInOne = () => {
    const a = store({}, source('a', 10))
    const b = store({ id: 'x', title: 'Back-End Engineer' }, source('b', 50))
    expect(b.jobId).toBe(a.jobId)
    return { a, b }
  }

  it('makes a job of its own with facts, rankings and words, and keeps reposts apart', async () => {
    const { a, b } = twoInOne()
    const { jobId, undo } = await split(b.postingId)
    expect(undo.label).toContain('Back-End Engineer')
    const made = await view(jobId)
    expect(made.postings.map(({ id }) => Number(id))).toEqual([b.postingId])
    expect(made.job.title).toBe('Back-End Engineer')
    expect(made.facts.find(({ name }) => name === 'office_city')?.value).toBe('London')
    expect(made.rankings).toHaveLength(1)
    expect((await found('telephone')).sort()).toEqual([a.jobId, Number(jobId)].sort())
    expect((await view(a.jobId)).postings).toHaveLength(1)
    expect(backend.events.at(-1)).toMatchObject({
      type: 'jobs.changed',
      payload: { jobIds: [a.jobId, jobId] },
    })
    // A new version of either stays where it is; a repost that fits both goes to one.
    const board = backend.db.sql<{ id: number }>("SELECT id FROM sources WHERE key = 'b'").first()?.id ?? 0
    expect(store({ id: 'x', title: 'Back-End Engineer', description: `${TEXT} Now.` }, board).jobId).toBe(
      jobId,
    )
    const before = jobs()
    expect([a.jobId, jobId]).toContain(store({ id: 'z' }, source('c')).jobId)
    expect(jobs()).toBe(before)
    expect(backend.db.sql('SELECT * FROM postings_apart').all()).toHaveLength(1)
  })

  it('lets the best remaining one lead when it was the shown one', async () => {
    const { a, b } = twoInOne()
    const { jobId } = await split(a.postingId)
    const old = await view(a.jobId)
    expect(old.job.title).toBe('Back-End Engineer')
    expect(old.postings.map(({ id, primary }) => [Number(id), primary])).toEqual([[b.postingId, true]])
    expect((await view(jobId)).job.title).toBe('Backend Engineer')
  })

  it.each(['shown', 'other'])('of the %s posting is undone to what it was', async which => {
    const { a, b } = twoInOne()
    const state = () =>
      [
        'jobs',
        'postings',
        'job_fields',
        'campaign_jobs',
        'posting_blocks',
        'postings_apart',
        'status_counts',
      ].map(table => backend.db.sql(`SELECT * FROM ${table} ORDER BY 1, 2`).all())
    await backend
      .call('runs.start', { campaignId: campaignId as never, kind: 'rank' })
      .then(({ runId }) => backend.engine.ended(runId))
    const before = state()
    const { undo, jobId } = await split((which === 'shown' ? a : b).postingId)
    expect(state()).not.toEqual(before)
    await backend.call('changes.undo', { changeId: undo.changeId })
    expect(state()).toEqual(before)
    expect(await found('telephone')).toEqual([a.jobId])
    expect((await backend.refusal('jobs.get', { jobId })).code).toBe('not_found')
  })

  it.each<[string, (jobId: number) => Promise<unknown> | unknown]>([
    [
      'status',
      jobId => backend.call('applications.setStatus', { jobIds: [jobId as never], status: 'approved' }),
    ],
    [
      'notes',
      jobId => backend.call('applications.saveNotes', { jobId: jobId as never, notes: 'Ring', basedOn: 0 }),
    ],
    ['favourite', jobId => backend.call('jobs.setFavourite', { jobIds: [jobId as never], favourite: true })],
    [
      'disliked',
      jobId =>
        backend.call('feedback.give', {
          jobId: jobId as never,
          campaignId: campaignId as never,
          verdict: 'down',
        }),
    ],
    ['comparison', jobId => compare(backend, campaignId, jobId)],
    [
      'postings',
      () => store({ id: 'z', title: 'Back-End Engineer', description: `${TEXT} Now.` }, source('c')),
    ],
  ])('is not undone over what the person did since: %s', async (word, act) => {
    const { b } = twoInOne()
    const change = { id: 'x', title: 'Back-End Engineer', description: `${TEXT} Now.` }
    store(change, backend.db.sql<{ id: number }>("SELECT id FROM sources WHERE key = 'b'").first()?.id ?? 0)
    const { jobId, undo } = await split(b.postingId)
    await act(jobId)
    const refusal = await backend.refusal('changes.undo', { changeId: undo.changeId })
    expect(refusal.code).toBe('conflict')
    expect(refusal.message.toLowerCase()).toContain(word)
  })

  it('tells which of the two has closed', async () => {
    const { a, b } = twoInOne()
    backend.db.sql("UPDATE postings SET gone_at = '2026-02-01T00:00:00.000Z' WHERE id = ?").run(b.postingId)
    const { jobId, undo } = await split(b.postingId)
    expect((await view(jobId)).job.closed).toBe(true)
    expect((await view(a.jobId)).job.closed).toBe(false)
    await backend.call('changes.undo', { changeId: undo.changeId })
    expect((await view(a.jobId)).job.closed).toBe(false)
  })

  it('is no news to any campaign, and the new job is ranked for paused ones as the old one was', async () => {
    const settings = { name: 'Paused', query: 'engineer', alert_threshold: 0 }
    const paused = (await backend.call('campaigns.create', settings)).campaignId
    await backend.call('campaigns.create', { ...settings, name: 'Told' })
    const { b } = twoInOne()
    backend.db.sql("INSERT INTO campaign_jobs VALUES (?, ?, NULL, '')").run(paused, b.jobId)
    const rank = await backend.call('runs.start', { campaignId: paused, kind: 'rank' })
    await backend.engine.ended(rank.runId)
    await backend.call('campaigns.setState', { campaignId: paused, state: 'paused' })
    await backend.importText(JSON.stringify(row({ id: 'n', title: 'Nurse' })), campaignId)
    const told = async () => (await backend.call('notifications.list', {})).rows.map(each => each.body).join()
    const before = await told()
    const { jobId } = await split(b.postingId)
    const counts = backend.db
      .sql<{ kind: string; n: number }>('SELECT kind, n FROM campaign_counts WHERE campaign_id = ?')
      .all(paused)
    expect(Object.fromEntries(counts.map(({ kind, n }) => [kind, n]))).toEqual({ found: 2, waiting: 2 })
    expect(
      backend.db
        .sql('SELECT 1 FROM rankings WHERE campaign_id = ? AND job_id = ?')
        .all(paused, Number(jobId)),
    ).toHaveLength(1)
    await backend.importText(JSON.stringify(row({ id: 'm', title: 'Midwife' })), campaignId)
    const since = (await told()).replace(before, '')
    expect(since).toContain('Midwife')
    expect(since).not.toContain('Back-End Engineer')
  })

  it('is refused for the only posting, and for one that is not there', async () => {
    const { postingId } = store({}, source('a'))
    expect(await backend.refusal('jobs.splitPosting', { postingId })).toMatchObject({ code: 'conflict' })
    expect(await backend.refusal('jobs.splitPosting', { postingId: 999 })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('jobs applied to', () => {
  it('show on a later opening of the same work, and that they were posted again', async () => {
    const first = store({ posted_at: '2025-03-01' }, source('a'))
    await backend.call('applications.setStatus', { jobIds: [first.jobId as never], status: 'applied' })
    const other = store({ id: 'n', title: 'Nurse' }, source('a2'))
    const next = store({ id: 'x', title: 'Senior Backend Engineer', posted_at: '2026-02-20' }, source('b'))
    expect(next.jobId).not.toBe(first.jobId)
    expect((await view(next.jobId)).appliedBefore).toEqual([
      {
        jobId: first.jobId,
        title: 'Backend Engineer',
        appliedAt: '2026-03-02T09:00:00.000Z',
        status: 'applied',
      },
    ])
    expect((await view(other.jobId)).appliedBefore).toEqual([])
    expect(await view(first.jobId)).toMatchObject({ appliedBefore: [], repostedAt: null })
    backend.clock.advance(86_400_000)
    expect(store({ id: 'y', posted_at: '2025-03-20' }, source('c')).jobId).toBe(first.jobId)
    expect((await view(first.jobId)).repostedAt).toBe('2026-03-03T09:00:00.000Z')
  })
})

describe('postings from before there were marks', () => {
  it('are joined by what they say once their company posts again', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-'))
    await backend.close()
    backend = openBackend({ dataDir })
    campaignId = (await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })).campaignId
    const first = store({}, source('a'))
    const other = store({ id: 'o', company: 'Quite Another' }, source('a2'))
    backend.db.raw.exec(`DELETE FROM posting_marks; DELETE FROM posting_blocks;
      INSERT INTO companies_unmarked SELECT id FROM companies`)
    await backend.close()
    backend = openBackend({ dataDir })
    expect(store({ id: 'x' }, source('b')).jobId).toBe(first.jobId)
    expect(backend.db.sql('SELECT company_id FROM companies_unmarked').all()).toHaveLength(1)
    expect(store({ id: 'y', company: 'Quite Another Ltd' }, source('c')).jobId).toBe(other.jobId)
    expect(backend.db.sql('SELECT company_id FROM companies_unmarked').all()).toEqual([])
    rmSync(dataDir, { recursive: true })
  })
})

describe('looking for candidates', () => {
  it('walks through no table, and sorts nothing', () => {
    for (const text of CANDIDATE_STATEMENTS) {
      const values = Array((text.match(/\?/g) ?? []).length).fill(1)
      const plan = backend.db.raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
        .all(...values)
        .map(step => step.detail)
      expect(
        plan.filter(step => /^SCAN (?!CONSTANT|\(sub)/.test(step) || step.includes('TEMP B-TREE')),
        text,
      ).toEqual([])
    }
  })
})
