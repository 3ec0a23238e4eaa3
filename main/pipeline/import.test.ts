import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  jsonl,
  openBackend,
  row,
  type TestBackend,
  type TestBackendOptions,
} from '../../tests/support/backend.ts'
import type { Prepared } from './tasks.ts'

let backend: TestBackend
afterEach(() => backend.close())

async function open(options: TestBackendOptions = {}) {
  backend = openBackend(options)
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    locations: ['London, GB'],
    country: 'GB',
    skills: ['Python'],
    alert_threshold: 50,
  })
  return campaignId
}

/** Everything that is stored, but for the books of runs, their checks and what was told of them, and of events. */
function contents(): string {
  const tables = backend.db
    .sql<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'job_search%' AND name NOT LIKE 'run%' AND name NOT LIKE 'check_%' AND name NOT LIKE 'event%' AND name NOT IN ('notifications', 'notification_deliveries', 'job_changes')",
    )
    .all()
  return JSON.stringify(tables.map(({ name }) => [name, backend.db.sql(`SELECT * FROM ${name}`).all()]))
}

describe('importing a file', () => {
  it('brings each posting all the way: raw, posting, job, fields with proof, ranking, notification', async () => {
    const campaignId = await open()
    const { run, issues } = await backend.importText(jsonl([row()]), campaignId)
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { raw: 1, postings: 1, jobs: 1, merged: 0, ranked: 1, rejected: 0 },
    })
    expect(issues).toEqual([])
    const { rows } = await backend.call('jobs.list', { filter: { campaignId } })
    const job = await backend.call('jobs.get', { jobId: rows[0]?.id as never })
    const pay = job.facts.find(fact => fact.name === 'salary_low')
    expect(pay).toMatchObject({ value: 60000, origin: 'pattern' })
    const { text } = await backend.call('jobs.posting', { jobId: job.job.id })
    expect(text.slice(pay?.start ?? -1, (pay?.start ?? 0) + (pay?.quote?.length ?? 0))).toBe(pay?.quote)
    const [ranking] = job.rankings
    const sum = ranking?.explanation.factors.reduce((total, factor) => total + factor.points, 0) ?? 0
    expect(sum).toBeCloseTo(ranking?.explanation.score ?? -1, 6)
    const notifications = await backend.call('notifications.list', { kinds: ['match'] })
    expect(notifications.rows[0]).toMatchObject({
      kind: 'match',
      target: `/jobs/${job.job.id}?campaign=${campaignId}`,
    })
  })

  it('changes no row the second time', async () => {
    const campaignId = await open()
    const file = jsonl(
      Array.from({ length: 40 }, (_, i) =>
        row({ id: `row-${i}x`, title: `Engineer ${i}`, company: `C${i}` }),
      ),
    )
    await backend.importText(file, campaignId)
    const before = contents()
    backend.clock.advance(3_600_000)
    const { run } = await backend.importText(file, campaignId)
    expect(run.counts).toMatchObject({ raw: 0, unchanged: 40, postings: 0, jobs: 0, ranked: 0 })
    expect(contents()).toBe(before)
    expect(backend.db.sql("SELECT 1 FROM notifications WHERE kind = 'match'").all()).toHaveLength(1)
  })

  it('names refused rows and keeps the good ones', async () => {
    const campaignId = await open()
    const file = `${jsonl([row()])}\n{"title": "No company"}\nnot json\n${jsonl([row({ id: 'p-2', title: 'Nurse', company: 'Care' })])}`
    const { run, issues } = await backend.importText(file, campaignId)
    expect(run).toMatchObject({ state: 'succeeded', counts: { jobs: 2, rejected: 2 } })
    expect(issues.map(issue => [issue.row, issue.code])).toEqual([
      [2, 'missing_company'],
      [3, 'row_not_json'],
    ])
  })

  it('takes a changed posting as the same one and keeps both raw versions', async () => {
    const campaignId = await open()
    await backend.importText(jsonl([row()]), campaignId)
    const { run } = await backend.importText(
      jsonl([row({ description: 'Now remote. Salary: £80,000 - £90,000 a year. Python.' })]),
      campaignId,
    )
    expect(run.counts).toMatchObject({ raw: 1, postings: 1, jobs: 0, merged: 0 })
    const { rows } = await backend.call('jobs.list', { filter: {} })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ salary_low: 80000, salary_high: 90000 })
    expect(backend.db.sql('SELECT 1 FROM raw_postings').all()).toHaveLength(2)
    expect((await backend.call('search.jobs', { text: 'remote ' })).rows).toHaveLength(1)
    expect((await backend.call('search.jobs', { text: 'payment ' })).rows).toHaveLength(0)
  })

  it('names a row that repeats an id with other content, and keeps the later one', async () => {
    const campaignId = await open()
    const { run, issues } = await backend.importText(
      jsonl([row(), row({ id: 'other', title: 'Nurse' }), row({ description: 'Pay: £70,000 a year.' })]),
      campaignId,
    )
    expect(run.counts).toMatchObject({ jobs: 2, rejected: 0 })
    expect(issues).toEqual([
      expect.objectContaining({ row: 3, code: 'repeated_id', message: expect.stringContaining('row 1') }),
    ])
    const { rows } = await backend.call('jobs.list', { filter: { text: 'backend ' } })
    expect(rows[0]).toMatchObject({ salary_low: 70000 })
  })

  it('ends the same when a file that repeats an id comes again', async () => {
    const campaignId = await open()
    const file = jsonl([row(), row({ description: 'Pay: £70,000 a year.' })])
    await backend.importText(file, campaignId)
    const before = contents()
    await backend.importText(file, campaignId)
    expect(contents()).toBe(before)
    const { rows } = await backend.call('jobs.list', { filter: {} })
    expect(rows[0]).toMatchObject({ salary_low: 70000 })
  })

  it('goes back to an older version when the source does', async () => {
    const campaignId = await open()
    const first = jsonl([row()])
    await backend.importText(first, campaignId)
    await backend.importText(jsonl([row({ description: 'Pay: £90,000 a year.' })]), campaignId)
    const { run } = await backend.importText(first, campaignId)
    expect(run.counts).toMatchObject({ raw: 0, unchanged: 0, postings: 1 })
    const { rows } = await backend.call('jobs.list', { filter: {} })
    expect(rows[0]).toMatchObject({ salary_low: 60000 })
  })

  it('joins copies of one opening, keeps look-alikes apart', async () => {
    const campaignId = await open()
    const { run } = await backend.importText(
      jsonl([
        row({ source: 'board-a' }),
        row({
          id: 'other-id',
          source: 'board-b',
          company: 'Ardent Systems',
          description: 'The same opening on a board.',
        }),
        row({ id: 'leeds', location_text: 'Leeds, UK' }),
        row({ id: 'senior', title: 'Senior Backend Engineer' }),
      ]),
      campaignId,
    )
    expect(run.counts).toMatchObject({ postings: 4, jobs: 3, merged: 1 })
    const { rows } = await backend.call('jobs.list', { filter: {}, sort: 'newest' })
    const oldest = await backend.call('jobs.get', { jobId: rows.at(-1)?.id as never })
    expect(oldest.postings.map(posting => posting.publisher)).toEqual(['board-a', 'board-b'])
    expect(oldest.postings[1]?.reasons.length).toBeGreaterThan(0)
  })

  it('sets a posting aside that trips the computing, and goes on', async () => {
    const campaignId = await open({
      compute: real => ({
        async run(task) {
          const answer = await real.run(task)
          if (task.kind === 'prepare')
            for (const each of answer as Prepared[])
              if (each.ok && each.posting.posting.title === 'Poison') {
                each.posting.detection.facts.salary_low = 9
                each.posting.detection.facts.salary_high = 1
              }
          return answer
        },
      }),
    })
    const { run, issues } = await backend.importText(
      jsonl([
        row(),
        row({ id: 'x-9', title: 'Poison', company: 'P' }),
        row({ id: 'y-9', title: 'Nurse', company: 'Care' }),
      ]),
      campaignId,
    )
    expect(run).toMatchObject({ state: 'succeeded', counts: { jobs: 2, rejected: 1 } })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject({ row: 2, code: 'not_stored' })
  })

  it.each([
    ['an empty file', '', 'file_empty'],
    ['prose', 'Dear reader, this is a letter.\nIt has no postings at all', 'failed'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000', 'failed'],
  ])('answers %s plainly and stores nothing', async (_name, text) => {
    const campaignId = await open()
    const { run } = await backend.importText(text, campaignId)
    expect(run.state).toBe('failed')
    expect(run.error).toMatch(/\w/)
    expect(backend.db.sql('SELECT 1 FROM raw_postings').all()).toEqual([])
  })

  it('links known jobs to a second campaign that imports them too', async () => {
    const campaignId = await open()
    const second = await backend.call('campaigns.create', { name: 'Second', query: 'engineer' })
    await backend.importText(jsonl([row()]), campaignId)
    await backend.importText(jsonl([row()]), second.campaignId)
    const views = await backend.call('campaigns.list', {})
    expect(views.map(view => view.found)).toEqual([1, 1])
  })
})

describe('stopping and going on', () => {
  const file = jsonl(
    Array.from({ length: 1500 }, (_, i) =>
      row({ id: `row-${i}x`, title: `Engineer ${i}`, company: `C${i}` }),
    ),
  )

  it('cancels with what was stored kept, and a later import completes it', async () => {
    let batches = 0
    let cancel = () => {}
    const campaignId = await open({
      compute: real => ({
        run(task) {
          batches += 1
          if (batches === 6) cancel()
          return real.run(task)
        },
      }),
    })
    cancel = () => {
      const open = backend.db.sql<{ id: number }>("SELECT id FROM runs WHERE state = 'running'").first()
      backend.engine.cancel(open?.id as never)
    }
    const { run } = await backend.importText(file, campaignId)
    expect(run.state).toBe('cancelled')
    const { total } = await backend.call('jobs.counts', {})
    expect(total).toBeLessThan(1500)
    expect(total).toBe(run.counts.jobs)
    const again = await backend.importText(file, campaignId)
    expect(again.run.counts).toMatchObject({ unchanged: total, jobs: 1500 - total })
  })

  it('takes an interrupted run up at the next start, with the same end', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-resume-'))
    let batches = 0
    let interrupt = () => {}
    const campaignId = await open({
      dataDir,
      compute: real => ({
        run(task) {
          batches += 1
          if (batches === 5) interrupt()
          return real.run(task)
        },
      }),
    })
    interrupt = () => void backend.engine.stop()
    const stopped = await backend.importText(file, campaignId)
    expect(stopped.run.state).toBe('running')
    await backend.close()
    backend = openBackend({ dataDir })
    backend.engine.wake()
    await backend.engine.ended(stopped.run.id)
    const { run } = await backend.call('runs.get', { runId: stopped.run.id })
    expect(run).toMatchObject({ state: 'succeeded', counts: { raw: 1500, jobs: 1500, unchanged: 0 } })
    expect((await backend.call('jobs.counts', {})).total).toBe(1500)
    // Interruption and resumption tell of the matches once.
    expect(backend.db.sql("SELECT 1 FROM notifications WHERE kind = 'match'").all()).toHaveLength(1)
    rmSync(dataDir, { recursive: true, force: true })
  })
})
