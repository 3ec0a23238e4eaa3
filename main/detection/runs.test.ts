import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import type { DetectionScope } from '../contract/detection.ts'
import type { JobId } from '../contract/ids.ts'
import type { Compute, Prepared } from '../pipeline/tasks.ts'
import { DETECTOR_VERSION } from './rules/detect.ts'

let dataDir: string
let backend: TestBackend
/** Called before every batch is computed. */
let beforeBatch: () => void | Promise<void> = () => {}
/** Title of a posting that no rule can read. */
let unreadable = ''

const watch = (real: Compute): Compute => ({
  async run(task) {
    if (task.kind !== 'prepare') return real.run(task)
    await beforeBatch()
    const answers = (await real.run(task)) as Prepared[]
    return answers.map(answer =>
      answer.ok && answer.posting.posting.title === unreadable
        ? { ok: false, code: 'not_understood', message: 'A rule tripped over it.' }
        : answer,
    ) as never
  },
})

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rolecall-'))
  backend = openBackend({ dataDir, compute: watch })
  beforeBatch = () => {}
})
afterEach(async () => {
  await backend.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const JOBS = 120

/** Imports jobs; every third says what it pays, none says what kind of work it is. */
async function importJobs(count = JOBS): Promise<number> {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Drivers', query: 'Driver' })
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `d-${index}`,
      title: `Driver of tram ${index}`,
      company: `Depot ${index % 7}`,
      location: 'Vienna, Austria',
      description: `You drive line ${index}. ${index % 3 === 0 ? 'EUR 30,000 a year.' : ''}`,
    }),
  )
  await backend.importText(lines.join('\n'), campaignId)
  return campaignId
}

const outdate = () =>
  backend.db.raw.exec(
    "UPDATE jobs SET detector_version = 0, office_city = NULL, office_country = NULL, language = 'xx'",
  )
const outdated = async () => (await backend.call('detection.counts', {})).outdated
const runView = async (id: number) => (await backend.call('detection.runs', {})).find(run => run.id === id)

async function start(scope: DetectionScope, kind: 'patterns' | 'ai' = 'patterns'): Promise<number> {
  const { detectionRunId } = await backend.call('detection.start', { kind, scope })
  return detectionRunId
}

it('reads the jobs of an older version again in batches, tells how far it is, and says so at the end', async () => {
  await importJobs()
  outdate()
  expect(await outdated()).toBe(JOBS)
  const id = await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  expect(await runView(id)).toMatchObject({
    state: 'succeeded',
    label: 'Detect again: 120 jobs read by an older version',
    total: JOBS,
    done: JOBS,
    changed: JOBS,
    failed: 0,
    error: null,
  })
  expect(await outdated()).toBe(0)
  const { rows } = await backend.call('jobs.list', { filter: {} })
  const [row] = rows
  const { facts } = await backend.call('jobs.get', { jobId: row?.id ?? (0 as JobId) })
  expect(facts.find(fact => fact.name === 'office_city')).toMatchObject({
    value: 'Vienna',
    origin: 'pattern',
  })
  const progress = backend.signals.filter(signal => signal.type === 'detection.progress')
  expect(progress.length).toBeGreaterThan(0)
  const types = backend.events.map(event => event.type).filter(type => type.startsWith('detection.'))
  expect(types).toEqual(['detection.queued', 'detection.started', 'detection.finished'])
})

it('leaves the word of the person alone', async () => {
  await importJobs(3)
  const [row] = (await backend.call('jobs.list', { filter: {} })).rows
  const jobId = row?.id ?? (0 as JobId)
  await backend.call('detection.setFacts', { jobId, facts: { office_city: 'Graz', job_type: 'part-time' } })
  backend.db.raw.exec('UPDATE jobs SET detector_version = 0')
  await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  const { facts } = await backend.call('jobs.get', { jobId })
  expect(facts.find(fact => fact.name === 'office_city')).toMatchObject({ value: 'Graz', origin: 'manual' })
  expect(facts.find(fact => fact.name === 'job_type')).toMatchObject({ value: 'part-time', origin: 'manual' })
})

it('stops within its batch when it is cancelled, keeps what was read, and goes on from there', async () => {
  await importJobs()
  outdate()
  let batches = 0
  let id = 0
  beforeBatch = async () => {
    batches += 1
    if (batches === 2) await backend.call('detection.cancel', { detectionRunId: id })
  }
  id = await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  const cancelled = await runView(id)
  expect(cancelled).toMatchObject({ state: 'cancelled', done: 50 })
  expect(await outdated()).toBe(70)
  beforeBatch = () => {}
  const { detectionRunId } = await backend.call('detection.retry', { detectionRunId: id })
  await backend.detectionRuns.settled()
  expect(await runView(detectionRunId)).toMatchObject({ state: 'succeeded', total: 70, done: 70 })
  expect(await outdated()).toBe(0)
})

it('goes on after a stop in its midst, each job once', async () => {
  await importJobs()
  outdate()
  let batches = 0
  beforeBatch = () => {
    batches += 1
    if (batches === 2) void backend.detectionRuns.stop()
  }
  const id = await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  expect((await runView(id))?.state).toBe('running')
  await backend.close()
  beforeBatch = () => {}
  backend = openBackend({ dataDir, compute: watch })
  backend.detectionRuns.wake()
  await backend.detectionRuns.settled()
  expect(await runView(id)).toMatchObject({ state: 'succeeded', done: JOBS, failed: 0 })
  expect(await outdated()).toBe(0)
})

it('sets a job aside that cannot be read, with the reason, and retries it alone', async () => {
  await importJobs(60)
  outdate()
  unreadable = 'Driver of tram 7'
  const id = await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  expect(await runView(id)).toMatchObject({ state: 'succeeded', done: 60, failed: 1 })
  expect(await backend.call('detection.issues', { detectionRunId: id })).toMatchObject([
    { title: unreadable, message: 'A rule tripped over it.' },
  ])
  unreadable = ''
  const { detectionRunId } = await backend.call('detection.retry', { detectionRunId: id })
  await backend.detectionRuns.settled()
  expect(await runView(detectionRunId)).toMatchObject({ state: 'succeeded', total: 1, done: 1, failed: 0 })
  expect(await outdated()).toBe(0)
  expect(await backend.refusal('detection.retry', { detectionRunId })).toMatchObject({ code: 'conflict' })
})

it('does not start twice what is under way, and refuses when there is nothing to do', async () => {
  await importJobs(3)
  expect(
    await backend.refusal('detection.start', { kind: 'patterns', scope: { all: 'outdated' } }),
  ).toMatchObject({
    code: 'conflict',
  })
  outdate()
  const first = await start({ all: 'outdated' })
  expect(await start({ all: 'outdated' })).toBe(first)
  await backend.detectionRuns.settled()
})

it('lists jobs with missing facts page by page, the newest first, and counts them by fact', async () => {
  await importJobs(30)
  const counts = await backend.call('detection.counts', {})
  expect(counts).toMatchObject({ jobs: 30, outdated: 0, aiFailed: 0 })
  expect(counts.byFact).toMatchObject({ salary: 20, place: 0, type: 30 })
  const seen: number[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof askPage>> = await askPage(cursor)
    for (const { job, missing } of page.rows) {
      expect(missing).toContain('salary')
      seen.push(job.id)
    }
    cursor = page.cursor
  } while (cursor !== null)
  expect(seen).toHaveLength(20)
  expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  const [first] = seen
  await backend.call('applications.setStatus', { jobIds: [first as JobId], status: 'rejected' })
  expect((await backend.call('detection.counts', {})).byFact.salary).toBe(19)
})

const askPage = (cursor: string | null) =>
  backend.call('detection.missing', { fact: 'salary', cursor, limit: 7 })

it('leaves jobs of blocked companies out of the list and the counts', async () => {
  await importJobs(14)
  const [row] = (await backend.call('jobs.list', { filter: {} })).rows
  if (!row) throw new Error('There is no job')
  await backend.call('companies.setBlocked', { companyIds: [row.companyId], blocked: true })
  const { rows } = await backend.call('detection.missing', {})
  expect(rows).toHaveLength(12)
  expect(rows.some(({ job }) => job.companyId === row.companyId)).toBe(false)
  expect((await backend.call('detection.counts', {})).jobs).toBe(12)
})

it('stores the version of the detector with every job', async () => {
  await importJobs(2)
  expect(backend.db.sql('SELECT DISTINCT detector_version AS v FROM jobs').all()).toEqual([
    { v: DETECTOR_VERSION },
  ])
})

it('passes over a job without a posting instead of coming back to it for ever', async () => {
  await importJobs(3)
  outdate()
  backend.db.raw.exec('UPDATE postings SET is_primary = 0 WHERE job_id = (SELECT max(job_id) FROM postings)')
  const id = await start({ all: 'outdated' })
  await backend.detectionRuns.settled()
  expect(await runView(id)).toMatchObject({ state: 'succeeded', done: 3 })
  expect(await outdated()).toBe(1)
})

it('lets go of a run whose end could not be written', async () => {
  await importJobs(2)
  backend.db.raw.exec(
    `INSERT INTO detection_runs (kind, scope, label, trigger, state, total, queued_at)
     VALUES ('patterns', '{"all":"outdated"}', 'Left', 'you', 'running', 2, '2026-03-01T00:00:00.000Z')`,
  )
  const [left] = await backend.call('detection.runs', {})
  expect(await backend.call('detection.cancel', { detectionRunId: left?.id ?? 0 })).toEqual({
    state: 'cancelled',
  })
})

it('finds the jobs behind a wall of blocked ones', async () => {
  await importJobs(21)
  const { rows } = await backend.call('jobs.list', { filter: {}, sort: 'newest' })
  const [, ...others] = rows.map(row => row.companyId).reverse()
  const first = rows.at(-1)?.companyId
  await backend.call('companies.setBlocked', {
    companyIds: [...new Set(others)].filter(id => id !== first),
    blocked: true,
  })
  const page = await backend.call('detection.missing', { limit: 2 })
  expect(page.rows).toHaveLength(2)
  expect(page.rows.every(({ job }) => job.companyId === first)).toBe(true)
})
