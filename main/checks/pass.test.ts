import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { CheckName } from '../contract/checks.ts'
import { checkRun, checksOfRun } from './service.ts'

// How checks are made: after a run over what it touched, over all data in the background, told once, ended when asked.

let backend: TestBackend
let campaignId: number
beforeEach(async () => {
  backend = openBackend()
  campaignId = (await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })).campaignId
  await backend.importText(jsonl([row(), row({ id: 'b', title: 'Nurse', company: 'Care' })]), campaignId)
})
afterEach(() => backend.close())

const RUN = 1
const around = () => ({ signal: new AbortController().signal, progress: () => {} })
const checked = () =>
  checkRun(backend.context, { id: RUN, campaignId, since: '2026-03-02T00:00:00.000Z' }, around())
const pass = async () => {
  const answer = await backend.call('checks.run', {})
  await backend.checks.settled()
  return answer
}
const told = () =>
  backend.db
    .sql<{ title: string; body: string; target: string }>(
      "SELECT title, body, target FROM notifications WHERE kind = 'check'",
    )
    .all()
const finished = () =>
  backend.events.filter(({ type }) => type === 'checks.finished').map(({ payload }) => payload)
const spoil = (sql: string) => {
  backend.db.raw.pragma('foreign_keys = OFF')
  backend.db.raw.pragma('ignore_check_constraints = ON')
  backend.db.raw.exec(sql)
}

describe('after a run', () => {
  it('keeps a result of each check for the run, again in the place of the ones before', async () => {
    const progress: number[] = []
    const run = { id: RUN, campaignId, since: '2026-03-02T00:00:00.000Z' }
    await checkRun(backend.context, run, { ...around(), progress: done => progress.push(done) })
    await checked()
    const results = checksOfRun(backend.db, RUN)
    expect(results.map(({ name }) => name).toSorted()).toEqual(CheckName.options.toSorted())
    expect(results.every(({ state, runId }) => state === 'passed' && runId === RUN)).toBe(true)
    expect(results.find(({ name }) => name === 'required_fields')?.looked).toBeGreaterThan(3)
    expect(progress).toEqual(CheckName.options.map((_, at) => at + 1))
    const { checks } = await backend.call('checks.list', {})
    expect(checks.every(({ last }) => last === null)).toBe(true)
  })

  it('finds what is wrong with its own rows, shows them, and says so', async () => {
    spoil('UPDATE rankings SET score = 140 WHERE job_id = 2')
    expect(await checked()).toEqual({ failing: ['score_range', 'counts'], critical: true })
    expect(checksOfRun(backend.db, RUN).find(({ name }) => name === 'score_range')).toMatchObject({
      state: 'failed',
      failing: 1,
      severity: 'critical',
      message: '1 row breaks this. The first: The score is 140.0.',
    })
    expect(await backend.call('checks.rows', { name: 'score_range' })).toMatchObject({
      rows: [{ what: 'Nurse at Care for Backend', detail: 'The score is 140.0.', target: '/jobs/2' }],
      cursor: null,
    })
    expect(finished().at(-1)).toEqual({ runId: RUN, failing: ['score_range', 'counts'], critical: true })
  })

  it('leaves other rows alone', async () => {
    spoil('UPDATE jobs SET salary_year_low = 9, salary_year_high = 1 WHERE id = 2')
    const later = { id: 99, campaignId, since: '2026-03-03T00:00:00.000Z' }
    backend.db.raw.exec(
      "INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, queued_at) VALUES (99, 1, 'rank', 'you', '', '{}', 'running', '2026-03-03T00:00:00.000Z')",
    )
    expect(await checkRun(backend.context, later, around())).toEqual({ failing: [], critical: false })
  })

  it('keeps nothing when it is cancelled', async () => {
    const ended = new AbortController()
    ended.abort()
    await backend.context.unit(tx => tx.db.sql('DELETE FROM check_results').run())
    await checkRun(
      backend.context,
      { id: RUN, campaignId, since: '' },
      { signal: ended.signal, progress: () => {} },
    )
    expect(checksOfRun(backend.db, RUN)).toEqual([])
  })
})

describe('over all data', () => {
  it('keeps results with a trend, and says when it is under way', async () => {
    expect(await backend.call('checks.run', {})).toEqual({ started: true })
    expect((await backend.call('checks.list', {})).running).toBe(true)
    expect(await backend.call('checks.run', {})).toEqual({ started: false })
    await backend.checks.settled()
    spoil('UPDATE jobs SET salary_year_low = 9, salary_year_high = 1')
    backend.clock.advance(60_000)
    await pass()
    const { checks, running } = await backend.call('checks.list', {})
    expect(running).toBe(false)
    expect(checks.map(({ name }) => name).toSorted()).toEqual(CheckName.options.toSorted())
    const pay = checks.find(({ name }) => name === 'salary_order')
    expect(pay).toMatchObject({
      severity: 'warning',
      repairable: false,
      last: { state: 'failed', failing: 2, runId: null },
    })
    expect(pay?.trend).toEqual([
      { at: '2026-03-02T09:00:00.000Z', failing: 0 },
      { at: '2026-03-02T09:01:00.000Z', failing: 2 },
    ])
  })

  it('pages through the rows and leaves out what was put right since', async () => {
    spoil('UPDATE jobs SET salary_year_low = 9, salary_year_high = 1')
    await pass()
    const first = await backend.call('checks.rows', { name: 'salary_order', limit: 1 })
    const second = await backend.call('checks.rows', { name: 'salary_order', limit: 1, cursor: first.cursor })
    expect([first, second].flatMap(({ rows }) => rows.map(({ target }) => target))).toEqual([
      '/jobs/1',
      '/jobs/2',
    ])
    backend.db.raw.exec('UPDATE jobs SET salary_year_low = NULL WHERE id = 1')
    expect(
      (await backend.call('checks.rows', { name: 'salary_order' })).rows.map(({ target }) => target),
    ).toEqual(['/jobs/2'])
    // A page is never empty while one behind it is not.
    expect(await backend.call('checks.rows', { name: 'salary_order', limit: 1 })).toMatchObject({
      rows: [{ target: '/jobs/2' }],
    })
  })

  it('pages through rows with long names', async () => {
    spoil(
      "INSERT INTO company_aliases (normalised_name, company_id, name) SELECT printf('%0300d', value), 999, 'X' FROM json_each('[1, 2, 3]')",
    )
    await pass()
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { what: string }[]; cursor: string | null } = await backend.call('checks.rows', {
        name: 'references',
        limit: 1,
        cursor,
      })
      seen.push(...page.rows.map(({ what }) => what))
      cursor = page.cursor
    } while (cursor !== null)
    expect(seen).toHaveLength(3)
  })

  it('tells of a critical check once for as long as it fails, and again when it fails anew', async () => {
    spoil('UPDATE rankings SET score = 140 WHERE job_id = 2')
    await checked()
    await pass()
    backend.clock.advance(86_400_000)
    await pass()
    expect(told()).toEqual([
      {
        title: 'A check of your data failed',
        body: 'Scores: 1 row breaks this. The first: The score is 140.0.',
        target: '/checks',
      },
    ])
    backend.db.raw.exec('UPDATE rankings SET score = 40 WHERE job_id = 2')
    await pass()
    spoil('UPDATE rankings SET score = 150 WHERE job_id = 2')
    backend.clock.advance(86_400_000)
    await pass()
    expect(told()).toHaveLength(2)
  })

  it('does not tell of warnings', async () => {
    spoil('UPDATE jobs SET salary_year_low = 9, salary_year_high = 1')
    await pass()
    expect(told()).toEqual([])
  })

  it('ends after the open piece when it is cancelled, and keeps what was found', async () => {
    await backend.call('checks.run', {})
    expect(await backend.call('checks.cancel', {})).toEqual({ cancelled: true })
    await backend.checks.settled()
    const { checks, running } = await backend.call('checks.list', {})
    expect(running).toBe(false)
    expect(checks.filter(({ last }) => last !== null).length).toBeLessThan(2)
    expect(await backend.call('checks.cancel', {})).toEqual({ cancelled: false })
    expect(finished()).toHaveLength(finished().length)
  })

  it('keeps at most 400 results of a check', async () => {
    backend.context.unit(tx => {
      for (let at = 0; at < 500; at += 1)
        tx.db
          .sql(
            "INSERT INTO check_results (name, severity, state, failing, looked, message, at, run_id, ms) VALUES ('counts', 'warning', 'passed', 0, 0, '', '', ?, 0)",
          )
          .run(at % 2 === 0 ? RUN : null)
    })
    await pass()
    await checked()
    const n = backend.db
      .sql<{ n: number }>("SELECT count(*) AS n FROM check_results WHERE name = 'counts'")
      .first()?.n
    expect(n).toBeLessThanOrEqual(400)
  })

  it('is made once a day', async () => {
    const made = () =>
      backend.db
        .sql<{ n: number }>(
          "SELECT count(*) AS n FROM check_results WHERE name = 'counts' AND run_id IS NULL",
        )
        .first()?.n
    for (const hours of [0, 1, 22, 2]) {
      backend.clock.advance(hours * 3_600_000)
      backend.checks.daily()
      await backend.checks.settled()
    }
    expect(made()).toBe(2)
  })
})
