import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBackend } from '../../tests/support/backend.ts'
import { replays } from '../../tests/support/replay/index.ts'
import { type ReplayServer, startReplayServer } from '../../tests/support/replay/server.ts'

let server: ReplayServer
beforeAll(async () => {
  server = await startReplayServer()
})
afterAll(() => server.close())

/** A backend whose one campaign asks one replayed source. */
async function collecting(kind: string) {
  const replay = replays.find(one => one.kind === kind)
  if (!replay) throw new Error(`no replay of ${kind}`)
  const secrets = Object.entries(replay.keys ?? {}).map(([name, value]) => [`${kind}.${name}`, value])
  const backend = openBackend({
    sourceBaseUrls: server.addresses,
    secrets: Object.fromEntries(secrets),
    now: '2026-11-20T09:00:00.000Z',
  })
  const { campaignId } = await backend.call('campaigns.create', { name: 'Replayed' })
  const { sourceId } = await backend.call('sources.add', { kind, config: replay.config, campaignId })
  return {
    backend,
    sourceId,
    async collect() {
      const before = server.requests.length
      const { runId } = await backend.call('runs.start', { campaignId })
      await backend.engine.ended(runId)
      const { run } = await backend.call('runs.get', { runId })
      return { run, calls: server.requests.length - before }
    },
  }
}

const DETAILED = ['smartrecruiters', 'workable', 'workday']

it.each(DETAILED)('%s: the text of a posting is asked once, not in every run', async kind => {
  const { backend, collect } = await collecting(kind)
  const first = await collect()
  expect(first.run.counts.postings).toBeGreaterThan(0)
  const { run, calls } = await collect()
  expect(run.counts).toMatchObject({ postings: 0, raw: 0, closed: 0 })
  // One request less for each posting that is stored with its text.
  expect(first.calls - calls).toBe(first.run.counts.raw)
  await backend.close()
})

it.each(replays.map(({ kind }) => kind))('%s: a test says how many postings there are', async kind => {
  const { backend, sourceId } = await collecting(kind)
  expect((await backend.call('sources.test', { sourceId })).postings).toBeGreaterThan(0)
  await backend.close()
})
