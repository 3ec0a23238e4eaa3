import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'

/** A board of our own: what it lists and how it answers changes with the test. */
interface Posting {
  id: number
  title?: string
  content?: string
}
let listed: Record<string, Posting[]>
let spoil: Record<string, (response: ServerResponse) => boolean>
let seen: { path: string; headers: IncomingMessage['headers'] }[]
let withTag: boolean
let server: Server
let backend: TestBackend
let base: string

const text = 'Berth planners draw up the plan of the day with the harbour master. '.repeat(6)
const job = ({ id, title = `Berth planner ${id}`, content = text }: Posting, board: string) => ({
  id,
  title,
  content,
  company_name: board,
  absolute_url: `https://boards.greenhouse.io/${board}/jobs/${7_000_000 + id}`,
  location: { name: 'Leeds, UK' },
  first_published: '2026-02-20T08:00:00Z',
})

beforeEach(async () => {
  listed = { tidemark: [{ id: 1 }, { id: 2 }, { id: 3 }] }
  spoil = {}
  seen = []
  withTag = false
  server = createServer((request, response) => {
    const path = request.url ?? ''
    seen.push({ path, headers: request.headers })
    const board = /boards\/([^/]+)\//.exec(path)?.[1] ?? ''
    if (spoil[board]?.(response)) return
    const body = JSON.stringify({ jobs: (listed[board] ?? []).map(one => job(one, board)) })
    if (!listed[board]) response.statusCode = 404
    if (withTag) {
      const tag = `"${body.length}"`
      response.setHeader('etag', tag)
      if (request.headers['if-none-match'] === tag) {
        response.statusCode = 304
        response.end()
        return
      }
    }
    response.setHeader('content-type', 'application/json')
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  backend = openBackend({ sourceBaseUrls: { greenhouse: base } })
})

afterEach(async () => {
  await backend.close()
  server.close()
  server.closeAllConnections()
})

async function campaign(name: string, ...boards: string[]) {
  const { campaignId } = await backend.call('campaigns.create', { name })
  for (const board of boards)
    await backend.call('sources.add', { kind: 'greenhouse', config: { board }, campaignId })
  return campaignId
}

async function collect(campaignId: Awaited<ReturnType<typeof campaign>>) {
  const { runId } = await backend.call('runs.start', { campaignId })
  await backend.engine.ended(runId)
  return backend.call('runs.get', { runId })
}

const source = async (board: string) => {
  const all = await backend.call('sources.list', {})
  const found = all.find(one => one.config.board === board)
  if (!found) throw new Error(`no source ${board}`)
  return found
}
const jobs = () => backend.call('jobs.list', { filter: {} })
const closedTitles = async () =>
  (await jobs()).rows
    .filter(row => row.closed)
    .map(row => row.title)
    .sort()

describe('one source', () => {
  it('brings its postings once; the next run finds them unchanged and writes none', async () => {
    const id = await campaign('Harbours', 'tidemark')
    expect((await collect(id)).run.counts).toMatchObject({ jobs: 3, raw: 3, api_calls: 1, unread: 0 })
    const { run } = await collect(id)
    expect(run.counts).toMatchObject({ jobs: 0, raw: 0, postings: 0, unchanged: 3 })
    const [newest, oldest] = await backend.call('sources.history', {
      sourceId: (await source('tidemark')).id,
    })
    expect(newest).toMatchObject({ ok: true, postings: 3, fresh: 0, unchanged: 3 })
    expect(oldest).toMatchObject({ ok: true, postings: 3, fresh: 3, merged: 0, calls: 1 })
    expect(await source('tidemark')).toMatchObject({
      state: 'ok',
      health: 'Answers, with 3 postings last time.',
      openPostings: 3,
      quality: 100,
      duplicateShare: 0,
    })
  })

  it('keeps a posting that it cannot read as it came, and says why', async () => {
    listed.tidemark = [{ id: 1 }, { id: 2, title: '' }]
    const { run, issues } = await collect(await campaign('Harbours', 'tidemark'))
    expect(run.counts).toMatchObject({ jobs: 1, raw: 1, unread: 1, rejected: 0 })
    expect(issues).toMatchObject([{ code: 'unread', message: expect.stringContaining('title') }])
    const raw = backend.db
      .sql<{ payload: Uint8Array; job: number | null }>(
        'SELECT payload, p.job_id AS job FROM raw_postings r LEFT JOIN postings p ON p.raw_posting_id = r.id',
      )
      .all()
    expect(raw).toHaveLength(2)
    expect(Buffer.from(raw.find(one => one.job === null)?.payload ?? []).toString()).toContain('"id":2')
  })

  it('asks whether anything changed, and links what is known to another campaign', async () => {
    withTag = true
    await collect(await campaign('Harbours', 'tidemark'))
    const other = await campaign('Ports', 'tidemark')
    const { run } = await collect(other)
    expect(seen.at(-1)?.headers['if-none-match']).toBeDefined()
    expect(run.counts).toMatchObject({ jobs: 0, postings: 0 })
    expect((await backend.call('campaigns.get', { campaignId: other })).found).toBe(3)
    const { id, lastPostings } = await source('tidemark')
    expect(lastPostings).toBe(3)
    const [newest] = await backend.call('sources.history', { sourceId: id })
    expect(newest).toMatchObject({ ok: true, postings: 3, unchanged: 3, fresh: 0 })
  })
})

describe('a posting that left its board', () => {
  it('is closed and keeps its text; back again, it is open', async () => {
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    listed.tidemark = [{ id: 1 }, { id: 3 }]
    expect((await collect(id)).run.counts).toMatchObject({ closed: 1 })
    expect(await closedTitles()).toEqual(['Berth planner 2'])
    const gone = (await jobs()).rows.find(row => row.closed)
    if (!gone) throw new Error('nothing closed')
    expect((await backend.call('jobs.posting', { jobId: gone.id })).text).toContain('harbour master')
    listed.tidemark = [{ id: 1 }, { id: 2 }, { id: 3 }]
    await collect(id)
    expect(await closedTitles()).toEqual([])
  })

  it('that is posted at another place is open again', async () => {
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    listed.tidemark = [{ id: 1 }, { id: 3 }]
    await collect(id)
    await backend.importText(
      JSON.stringify({
        title: 'Berth planner 2',
        company: 'tidemark',
        location: 'Leeds, UK',
        description: text,
        url: 'https://harbour-jobs.example/berth-planner-leeds-884',
      }),
      id,
    )
    expect(await closedTitles()).toEqual([])
    expect((await jobs()).rows).toHaveLength(3)
  })

  it('is not believed when nearly all are gone at once, until the board still says so hours later', async () => {
    listed.tidemark = Array.from({ length: 30 }, (_, at) => ({ id: at + 1 }))
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    listed.tidemark = [{ id: 1 }]
    const { issues } = await collect(id)
    expect(issues.map(issue => issue.code)).toEqual(['suddenly_gone'])
    expect(await closedTitles()).toEqual([])
    // Another campaign that asks a minute later meets the same fault.
    backend.clock.advance(60_000)
    await collect(await campaign('Ports', 'tidemark'))
    expect(await closedTitles()).toEqual([])
    backend.clock.advance(7 * 3_600_000)
    await collect(id)
    expect(await closedTitles()).toHaveLength(29)
  })

  it('is not closed because it cannot be read any more', async () => {
    listed.tidemark = [{ id: 101 }, { id: 102 }, { id: 103 }]
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    listed.tidemark = [{ id: 101 }, { id: 102, title: '' }]
    expect((await collect(id)).run.counts).toMatchObject({ unread: 1, closed: 1 })
    expect(await closedTitles()).toEqual(['Berth planner 103'])
  })

  it('is not closed by an answer that failed or was cut short', async () => {
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    spoil.tidemark = response => {
      response.setHeader('content-length', 5000)
      response.write('{"jobs":[')
      response.destroy()
      return true
    }
    const { run } = await collect(id)
    expect(run.state).toBe('failed')
    expect(await closedTitles()).toEqual([])
  })
})

describe('two campaigns that ask one source at once', () => {
  it('ask one after the other, and the second finds nothing new', async () => {
    const first = await campaign('Harbours', 'tidemark')
    const second = await campaign('Ports', 'tidemark')
    let open = 0
    let most = 0
    spoil.tidemark = response => {
      open += 1
      most = Math.max(most, open)
      response.on('close', () => {
        open -= 1
      })
      return false
    }
    const runs = await Promise.all([first, second].map(collect))
    expect(most).toBe(1)
    expect(runs.map(({ run }) => run.counts.jobs).sort()).toEqual([0, 3])
    expect((await backend.call('campaigns.get', { campaignId: second })).found).toBe(3)
  })
})

describe('sources that fail', () => {
  it('stop nothing: the others bring their jobs, and each says what is wrong with it', async () => {
    for (const [at, board] of ['a1', 'b2', 'c3'].entries())
      listed[board] = [{ id: 10 * at }, { id: 10 * at + 1 }]
    spoil.down = response => {
      response.writeHead(500).end()
      return true
    }
    spoil.page = response => {
      response.setHeader('content-type', 'text/html')
      response.end('<html>Maintenance</html>')
      return true
    }
    const id = await campaign('Harbours', 'a1', 'down', 'b2', 'page', 'nobody', 'c3')
    const { run, issues } = await collect(id)
    expect(run.state).toBe('succeeded')
    expect(run.counts.jobs).toBe(6)
    expect(issues).toHaveLength(3)
    expect((await source('down')).health).toContain('Greenhouse has a problem (status 500)')
    expect((await source('page')).health).toContain('web page instead of data')
    expect((await source('nobody')).health).toContain('no public board named "nobody"')
    expect((await source('a1')).state).toBe('ok')
  })

  it('are left alone for a while after three failures, and asked again when the person wants it', async () => {
    const id = await campaign('Harbours', 'nobody', 'tidemark')
    for (let time = 0; time < 3; time += 1) await collect(id)
    expect(await source('nobody')).toMatchObject({ state: 'resting', failuresInARow: 3 })
    const asked = () => seen.filter(one => one.path.includes('nobody')).length
    const before = asked()
    const queued = backend.context.unit(tx =>
      backend.engine.queue(tx, {
        campaignId: id,
        kind: 'collect',
        trigger: 'schedule',
        label: 'Harbours',
        input: {},
      }),
    )
    backend.engine.wake()
    await backend.engine.ended(queued)
    expect(asked()).toBe(before)
    listed.nobody = [{ id: 9 }]
    await collect(id)
    expect(await source('nobody')).toMatchObject({ state: 'ok', failuresInARow: 0, pausedUntil: null })
  })

  it('are not asked before the time that they named', async () => {
    spoil.tidemark = response => {
      response.writeHead(429, { 'retry-after': '3600' }).end()
      return true
    }
    const id = await campaign('Harbours', 'tidemark')
    await collect(id)
    expect(await source('tidemark')).toMatchObject({ state: 'resting' })
    const before = seen.length
    spoil = {}
    await collect(id)
    expect(seen).toHaveLength(before)
    backend.clock.advance(3_601_000)
    await collect(id)
    expect((await source('tidemark')).state).toBe('ok')
  })

  it('are told when they are tested, without storing anything', async () => {
    await campaign('Harbours', 'tidemark', 'nobody')
    const good = await backend.call('sources.test', { sourceId: (await source('tidemark')).id })
    expect(good).toEqual({
      postings: 3,
      unread: 0,
      message: 'Greenhouse: tidemark answers: 3 postings.',
    })
    expect(await backend.refusal('sources.test', { sourceId: (await source('nobody')).id })).toMatchObject({
      code: 'source_not_found',
      message: 'Greenhouse has no public board named "nobody".',
    })
    expect(await source('nobody')).toMatchObject({ state: 'failing', failuresInARow: 1 })
    expect((await source('tidemark')).state).toBe('new')
    expect((await jobs()).rows).toEqual([])
  })
})

describe('the list of sources', () => {
  it('loses one and gets it back with its campaigns', async () => {
    const id = await campaign('Harbours', 'tidemark')
    const { id: sourceId } = await source('tidemark')
    const { undo } = await backend.call('sources.remove', { sourceId })
    expect(await backend.call('sources.list', {})).toEqual([])
    expect((await backend.call('campaigns.get', { campaignId: id })).sources).toEqual([])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect((await source('tidemark')).campaigns).toEqual([id])
  })

  it('is in the order that the person gave', async () => {
    await campaign('Harbours', 'a1', 'b2')
    const { id: sourceId } = await source('b2')
    const { undo } = await backend.call('sources.setPriority', { sourceId, priority: 1 })
    const order = async () => (await backend.call('sources.list', {})).map(one => one.config.board)
    expect(await order()).toEqual(['b2', 'a1'])
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    expect(await order()).toEqual(['a1', 'b2'])
  })
})

it('a run that is cancelled keeps what came and closes nothing', async () => {
  const id = await campaign('Harbours', 'tidemark', 'slow')
  let waiting: ((value: unknown) => void) | undefined
  const arrived = new Promise(resolve => {
    waiting = resolve
  })
  spoil.slow = () => {
    waiting?.(null)
    return true
  }
  const { runId } = await backend.call('runs.start', { campaignId: id })
  await arrived
  await backend.call('runs.cancel', { runId })
  expect(await backend.engine.ended(runId)).toBe('cancelled')
  expect((await source('slow')).state).toBe('new')
})
