import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  jsonl,
  openBackend,
  row,
  type TestBackend,
  type TestBackendOptions,
} from '../../tests/support/backend.ts'
import type { RunId } from '../contract/ids.ts'
import { DEFAULT_NOTIFICATION_RULES } from '../contract/notifications.ts'
import type { Step } from '../contract/steps.ts'
import type { Compute } from './tasks.ts'

let backend: TestBackend
afterEach(() => backend.close())

async function open(options: TestBackendOptions = {}) {
  backend = openBackend(options)
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Backend',
    query: 'backend engineer',
    alert_threshold: 0,
  })
  return campaignId
}

const rows = (count: number) =>
  jsonl(
    Array.from({ length: count }, (_, index) =>
      row({ id: `row-${index}x`, title: `Engineer ${index}`, company: `Company ${index}` }),
    ),
  )

const busy = () => Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
const stateOf = (steps: readonly { step: Step; state: string }[]) =>
  Object.fromEntries(steps.map(({ step, state }) => [step, state]))
const log = async (runId: number) =>
  (await backend.call('runs.log', { runId: runId as never })).lines.map(({ text }) => text)
const lastRun = async () => {
  const [run] = await backend.call('runs.list', { limit: 1 })
  if (!run) throw new Error('no run')
  return run
}

/** Ends the run in hand when so many batches were asked for. */
const atBatch = (batch: number, act: () => void) => (real: Compute) => {
  let batches = 0
  const compute: Compute = {
    run(task) {
      if (task.kind === 'prepare') batches += 1
      if (task.kind === 'prepare' && batches === batch) act()
      return real.run(task)
    },
  }
  return compute
}

describe('the steps of a run', () => {
  it('are kept with their numbers and times; what is switched off says so', async () => {
    const { run } = await importRows(await open(), 30)
    expect(stateOf(run.steps)).toEqual({
      extract: 'done',
      normalise: 'done',
      deduplicate: 'done',
      companies: 'skipped',
      detect: 'done',
      enrich: 'skipped',
      rank: 'done',
      check: 'done',
      notify: 'done',
    })
    for (const step of run.steps)
      expect(step).toMatchObject({
        attempts: 1,
        startedAt: expect.any(String),
        finishedAt: expect.any(String),
      })
    expect(run.steps.find(({ step }) => step === 'detect')?.done).toBe(30)
    expect(run.steps.find(({ step }) => step === 'companies')?.note).toContain('switched off')
    expect(backend.events.filter(({ type }) => type === 'run.step_changed')).toHaveLength(9)
  })

  it('that hands over what fails does not fail the run', async () => {
    const campaignId = await open()
    await backend.call('settings.update', { enrichCompanies: true })
    backend.context.handOver.companies = () => {
      throw new Error('The queue is gone')
    }
    const { run } = await importRows(campaignId, 3)
    expect(run.state).toBe('succeeded')
    expect(run.steps.find(({ step }) => step === 'companies')).toMatchObject({
      state: 'failed',
      note: expect.stringContaining('The queue is gone'),
    })
  })

  it('is tried again after a passing fault, with a longer rest each time, and no row comes twice', async () => {
    const rests: number[] = []
    const campaignId = await open({
      pause: async milliseconds => void rests.push(milliseconds),
      compute: real => ({
        async run(task) {
          const answer = await real.run(task)
          // The third batch: the two before it are stored by then.
          if (task.kind === 'prepare' && JSON.stringify(task.items).includes('row-450x') && rests.length < 2)
            throw busy()
          return answer
        },
      }),
    })
    const { run } = await importRows(campaignId, 500)
    expect(run).toMatchObject({ state: 'succeeded', counts: { raw: 500, jobs: 500, unchanged: 0 } })
    expect(rests).toEqual([1000, 4000])
    expect(run.steps.find(({ step }) => step === 'deduplicate')).toMatchObject({ attempts: 3, state: 'done' })
    const retried = backend.events.filter(
      event => event.type === 'run.step_changed' && event.payload.state === 'retrying',
    )
    expect(retried).toHaveLength(2)
    expect(await log(run.id)).toContainEqual(expect.stringContaining('Trying again in 4.0 s'))
  })

  it('gives up after some tries, and on bad input at once', async () => {
    const rests: number[] = []
    const campaignId = await open({
      pause: async milliseconds => void rests.push(milliseconds),
      compute: () => ({ run: () => Promise.reject(busy()) }),
    })
    const { run } = await importRows(campaignId, 3)
    expect(run).toMatchObject({ state: 'failed', canRetry: true })
    expect(rests).toHaveLength(3)
    expect(stateOf(run.steps)).toMatchObject({ deduplicate: 'failed', rank: 'skipped', notify: 'skipped' })
    const bad = await backend.importText('', campaignId, 'empty.csv')
    expect(bad.run).toMatchObject({ state: 'failed', canRetry: false })
    expect(rests).toHaveLength(3)
  })

  it('that end a long sleep are not told that no run went well for long', async () => {
    const campaignId = await open({ now: '2026-03-02T09:00:00.000Z' })
    await backend.call('sources.add', { kind: 'greenhouse', config: { board: 'north' }, campaignId })
    await importRows(campaignId, 3)
    backend.clock.set('2026-03-11T09:00:00.000Z')
    const { run, checks } = await importRows(campaignId, 4)
    expect(run.steps.find(({ step }) => step === 'check')).toMatchObject({ state: 'done', note: null })
    expect(checks.filter(({ state }) => state !== 'passed')).toEqual([])
  })

  it('says of a file that is gone just that', async () => {
    const campaignId = await open()
    const { uploadId } = await backend.call('uploads.begin', { name: 'jobs.jsonl', size: 0 })
    const runId = backend.context.unit(tx =>
      backend.engine.queue(tx, {
        campaignId,
        kind: 'import',
        trigger: 'you',
        label: 'jobs.jsonl',
        input: { uploadId, mapping: null },
      }),
    )
    rmSync(join(backend.dataDir, 'incoming'), { recursive: true })
    backend.engine.wake()
    await backend.engine.ended(runId)
    expect((await backend.call('runs.get', { runId })).run).toMatchObject({
      state: 'failed',
      error: 'This file is not here any more. Choose it again.',
    })
  })

  it('sets a job aside that cannot be ranked, and goes on with the others', async () => {
    const campaignId = await open({
      compute: real => ({
        async run(task) {
          if (task.kind === 'rank' && task.chunk.rows.includes('Engineer 3'))
            throw Object.assign(new Error('ended its thread'), { deadly: true })
          return real.run(task)
        },
      }),
    })
    await importRows(campaignId, 8)
    const { runId } = await backend.call('runs.start', { campaignId, kind: 'rank' })
    await backend.engine.ended(runId)
    const { run, issues } = await backend.call('runs.get', { runId })
    expect(run.state).toBe('succeeded')
    expect(issues).toMatchObject([{ code: 'not_ranked' }])
  })
})

async function importRows(campaignId: Awaited<ReturnType<typeof open>>, count: number) {
  return backend.importText(rows(count), campaignId)
}

describe('what is told', () => {
  it('counts every new match, although only the best are looked at', async () => {
    const { run } = await importRows(await open(), 130)
    expect(run.counts).toMatchObject({ matches: 130, notified: 1 })
    const { rows } = await backend.call('notifications.list', { kinds: ['match'] })
    expect(rows.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^130 new matches for Backend, best \d+$/),
    ])
  })
})

describe('cancelling', () => {
  it('is written at once, whatever the run waits for, and nothing is written after it', async () => {
    let cancel = () => {}
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    const campaignId = await open({
      compute: () => ({
        run() {
          asked()
          // It never answers.
          return new Promise(() => {})
        },
      }),
    })
    cancel = () => void backend.call('runs.cancel', { runId: 1 as never })
    const ended = importRows(campaignId, 10)
    await waiting
    cancel()
    const { run } = await ended
    expect(run).toMatchObject({ state: 'cancelled', canRetry: true, counts: { raw: 0 } })
    expect(stateOf(run.steps)).toMatchObject({ extract: 'skipped', notify: 'skipped' })
    expect(backend.events.filter(({ type }) => type === 'run.finished')).toHaveLength(1)
    expect((await log(run.id)).at(-1)).toContain('Cancelled')
  })

  it('holds when it could not be written at first', async () => {
    let asked = () => {}
    const waiting = new Promise<void>(resolve => {
      asked = resolve
    })
    const campaignId = await open({
      compute: () => ({
        run() {
          asked()
          return new Promise(() => {})
        },
      }),
    })
    const ended = importRows(campaignId, 3)
    await waiting
    backend.db.raw.exec(
      "CREATE TEMP TRIGGER full BEFORE UPDATE OF state ON runs WHEN new.state = 'cancelled' BEGIN SELECT raise(ABORT, 'full'); END",
    )
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await backend.call('runs.cancel', { runId: 1 as never })
      await ended
      backend.db.raw.exec('DROP TRIGGER full')
      await vi.advanceTimersByTimeAsync(31_000)
    } finally {
      vi.useRealTimers()
    }
    expect(backend.events.filter(({ type }) => type === 'run.started')).toHaveLength(1)
    expect((await lastRun()).state).toBe('cancelled')
  })
})

describe('an import that did not succeed', () => {
  it('goes on behind its last row as a new run, to the same end', async () => {
    const file = () => readdirSync(join(backend.dataDir, 'incoming'))
    const campaignId = await open({
      compute: atBatch(6, () => void backend.call('runs.cancel', { runId: 1 as never })),
    })
    const { run: cancelled } = await importRows(campaignId, 1200)
    expect(cancelled).toMatchObject({ state: 'cancelled', canRetry: true })
    const before = cancelled.counts.jobs
    expect(before).toBeLessThan(1200)
    const { runId } = await backend.call('runs.retry', { runId: cancelled.id })
    await backend.engine.ended(runId)
    const { run } = await backend.call('runs.get', { runId })
    expect(run).toMatchObject({
      state: 'succeeded',
      trigger: 'retry',
      counts: { unchanged: 0, jobs: 1200 - before },
    })
    expect(backend.events).toContainEqual(
      expect.objectContaining({ type: 'run.retried', payload: { runId, campaignId, of: cancelled.id } }),
    )
    expect(file()).toEqual([])
    // The file went on with the new run, and is not kept for two.
    expect((await backend.call('runs.get', { runId: cancelled.id })).run.canRetry).toBe(false)
    expect(await backend.refusal('runs.retry', { runId: cancelled.id })).toMatchObject({ code: 'conflict' })
  })

  it('goes on once, however often that is asked', async () => {
    const campaignId = await open({
      compute: atBatch(1, () => void backend.call('runs.cancel', { runId: 1 as never })),
    })
    const { run: cancelled } = await importRows(campaignId, 3)
    const [first, second] = await Promise.all([
      backend.call('runs.retry', { runId: cancelled.id }),
      backend.call('runs.retry', { runId: cancelled.id }),
    ])
    expect(second).toEqual(first)
    await backend.engine.ended(first.runId)
    expect(await backend.refusal('runs.retry', { runId: cancelled.id })).toMatchObject({
      code: 'conflict',
      message: `This import went on as run ${first.runId}.`,
    })
  })

  it('keeps its file for some days over starts, and not longer', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-kept-'))
    const files = () => readdirSync(join(dataDir, 'incoming'))
    const campaignId = await open({
      dataDir,
      compute: atBatch(1, () => void backend.call('runs.cancel', { runId: 1 as never })),
    })
    await importRows(campaignId, 3)
    await backend.close()
    backend = openBackend({ dataDir, now: '2026-03-08T09:00:00.000Z' })
    expect(files()).toHaveLength(2)
    expect((await lastRun()).canRetry).toBe(true)
    await backend.close()
    backend = openBackend({ dataDir, now: '2026-03-10T09:00:00.000Z' })
    expect(files()).toEqual([])
    expect((await lastRun()).canRetry).toBe(false)
    rmSync(dataDir, { recursive: true, force: true })
  })
})

describe('one step alone', () => {
  it('is checked, told or handed over again for an ended run', async () => {
    const campaignId = await open()
    const { run } = await importRows(campaignId, 3)
    for (const [step, kind] of [
      ['check', 'check'],
      ['notify', 'notify'],
      ['enrich', 'import'],
    ] as const) {
      const { runId } = await backend.call('runs.retry', { runId: run.id, step })
      await backend.engine.ended(runId)
      const { run: alone } = await backend.call('runs.get', { runId })
      expect(alone).toMatchObject({ kind, state: 'succeeded', trigger: 'retry' })
      expect(alone.steps.map(each => each.step)).toEqual([step])
    }
    expect(await backend.refusal('runs.retry', { runId: run.id })).toMatchObject({ code: 'conflict' })
  })

  it('checks what the run itself touched, or the last one of the campaign', async () => {
    const campaignId = await open()
    const { run } = await importRows(campaignId, 3)
    backend.db.sql('DELETE FROM best_rankings WHERE job_id = 2').run()
    const found = async (runId: RunId) => {
      await backend.engine.ended(runId)
      const { checks } = await backend.call('runs.get', { runId })
      return checks.find(({ name }) => name === 'counts')
    }
    const { runId } = await backend.call('runs.retry', { runId: run.id, step: 'check' })
    expect(await found(runId)).toMatchObject({ state: 'failed', failing: 1 })
    const { runId: started } = await backend.call('runs.start', { campaignId, kind: 'check' })
    expect(await found(started)).toMatchObject({ state: 'failed', failing: 1 })
  })

  it('is no run that brings jobs: neither told, nor drawn, nor taken for one', async () => {
    const campaignId = await open()
    await backend.call('settings.update', {
      notify: { ...DEFAULT_NOTIFICATION_RULES, run_finished: { in_app: true, os: false, email: false } },
    })
    const { run } = await importRows(campaignId, 1)
    const { runId } = await backend.call('runs.retry', { runId: run.id, step: 'companies' })
    await backend.engine.ended(runId)
    const { rows } = await backend.call('notifications.list', { kinds: ['run_finished'] })
    expect(rows).toMatchObject([{ body: '1 new job' }])
    expect(await backend.call('runs.bars', {})).toMatchObject([{ id: run.id }])
  })

  it('runs for every active campaign, each once', async () => {
    const first = await open()
    await backend.call('campaigns.create', { name: 'Other' })
    const { runIds } = await backend.call('runs.startAll', { kind: 'check' })
    expect(runIds).toHaveLength(2)
    for (const runId of runIds) await backend.engine.ended(runId)
    // Neither has a source to ask.
    expect((await backend.call('runs.startAll', {})).runIds).toEqual([])
    const { runId } = await backend.call('runs.start', { campaignId: first, kind: 'notify' })
    expect((await backend.call('runs.start', { campaignId: first, kind: 'notify' })).runId).toBe(runId)
    await backend.engine.ended(runId)
  })
})

describe('what is kept of runs', () => {
  it('is listed by kind and state, page by page, and drawn as bars from the oldest on', async () => {
    const campaignId = await open()
    await importRows(campaignId, 4)
    await backend.importText('', campaignId, 'empty.csv')
    const { runId } = await backend.call('runs.start', { campaignId, kind: 'rank' })
    await backend.engine.ended(runId)
    const ids = async (filter: object) => (await backend.call('runs.list', filter)).map(({ id }) => id)
    expect(await ids({ states: ['failed'] })).toEqual([2])
    expect(await ids({ kinds: ['import'], campaignId })).toEqual([2, 1])
    expect(await ids({ before: 2 })).toEqual([1])
    const bars = await backend.call('runs.bars', {})
    expect(bars).toMatchObject([
      { id: 1, state: 'succeeded', newJobs: 4, matches: 4, errors: 0 },
      { id: 2, state: 'failed', newJobs: 0, matches: 0 },
    ])
    expect(await backend.call('runs.bars', { campaignId, limit: 1 })).toMatchObject([{ id: 2 }])
  })

  it('has a log in plain words that is read piece by piece', async () => {
    const campaignId = await open()
    const { run } = await backend.importText(`${rows(3)}\n{"title": "No company"}`, campaignId, 'mine.jsonl')
    const lines = await log(run.id)
    expect(lines[0]).toBe('The import of mine.jsonl, started by you.')
    expect(lines).toContainEqual(expect.stringContaining('Row 4: '))
    expect(lines).toContainEqual(
      'Backend: 3 new matches, best 0.'.replace('0.', lines.join().match(/best (\d+\.)/)?.[1] ?? ''),
    )
    expect(lines.at(-2)).toBe('3 new jobs, 3 new postings, 0 unchanged, 1 set aside.')
    expect(lines.at(-1)).toMatch(/^Ended well after /)
    const first = await backend.call('runs.log', { runId: run.id, limit: 2 })
    expect(first).toMatchObject({ more: true, lines: [{ line: 1 }, { line: 2 }] })
    const rest = await backend.call('runs.log', { runId: run.id, after: 2 })
    expect(rest.more).toBe(false)
    expect(first.lines.length + rest.lines.length).toBe(lines.length)
  })
})

describe('sources', () => {
  let server: Server
  let base = ''
  let calls: string[]
  let spoil: Record<string, (response: ServerResponse) => void>
  beforeEach(async () => {
    calls = []
    spoil = {}
    server = createServer((request, response) => {
      const board = /boards\/([^/]+)\//.exec(request.url ?? '')?.[1] ?? ''
      calls.push(board)
      const spoiled = spoil[board]
      if (spoiled) return spoiled(response)
      response.setHeader('content-type', 'application/json')
      response.end('{"jobs": []}')
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    server.close()
    server.closeAllConnections()
  })
  const down = (response: ServerResponse) => {
    response.statusCode = 500
    response.end()
  }

  async function campaignWith(...boards: string[]) {
    const campaignId = await open({ sourceBaseUrls: { greenhouse: base } })
    for (const board of boards)
      await backend.call('sources.add', { kind: 'greenhouse', config: { board }, campaignId })
    return campaignId
  }
  async function collect(campaignId: Awaited<ReturnType<typeof open>>) {
    const { runId } = await backend.call('runs.start', { campaignId })
    await backend.engine.ended(runId)
    return backend.call('runs.get', { runId })
  }
  const told = (type: string) => backend.events.filter(event => event.type === type)

  it('are asked a second time when they were down, and once they are known to be, no more', async () => {
    const campaignId = await campaignWith('north', 'south')
    spoil.south = down
    const { run, sources } = await collect(campaignId)
    expect(run.state).toBe('succeeded')
    expect(run.steps[0]).toMatchObject({ step: 'extract', attempts: 2, state: 'done' })
    expect(sources).toMatchObject([
      { problem: expect.any(String), errors: calls.filter(board => board === 'south').length },
      { problem: null },
    ])
    expect(told('source.failed')).toHaveLength(1)
    expect((await collect(campaignId)).run.steps[0]).toMatchObject({ attempts: 1 })
    expect(told('source.failed')).toHaveLength(1)
    spoil = {}
    await collect(campaignId)
    expect(told('source.recovered')).toHaveLength(1)
  })

  it('that were read are not asked again when a cancelled run goes on', async () => {
    const campaignId = await campaignWith('north', 'south')
    let held = () => {}
    const reached = new Promise<void>(resolve => {
      held = resolve
    })
    spoil.south = () => held()
    const { runId } = await backend.call('runs.start', { campaignId })
    await reached
    const readNorth = () => backend.db.sql('SELECT 1 FROM source_runs WHERE ok = 1').first()
    while (!readNorth()) await new Promise(resolve => setImmediate(resolve))
    await backend.call('runs.cancel', { runId })
    expect(await backend.engine.ended(runId)).toBe('cancelled')
    spoil = {}
    calls = []
    const { runId: next } = await backend.call('runs.retry', { runId })
    expect(await backend.engine.ended(next)).toBe('succeeded')
    expect(calls).toEqual(['south'])
    expect(await log(next)).toContainEqual('1 of 2 sources were read before.')
  })
})
