import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../../tests/support/replay/failures.ts'
import { replays } from '../../../tests/support/replay/index.ts'
import type { Replay } from '../../../tests/support/replay/replay.ts'
import { type ReplayServer, startReplayServer } from '../../../tests/support/replay/server.ts'
import { createHttpClient, type HttpClient } from '../../platform/http/client.ts'
import { type CollectOptions, collectFrom } from '../collect.ts'
import type { Ask, SourceItem, UnreadItem } from './adapter.ts'
import { createSources, type Sources } from './index.ts'

/** All sources over real connections: what they bring, and what becomes of every way in which a server can fail. */

let server: ReplayServer
let sources: Sources
/** Waits are left out; nothing takes longer than a minute, so that a busy machine does no harm. */
const patient = createHttpClient({
  userAgent: 'Rolecall/test',
  delay: async () => undefined,
  timeouts: { total: 60_000 },
})
/** For servers that never answer. */
const hasty = createHttpClient({
  userAgent: 'Rolecall/test',
  delay: async () => undefined,
  timeouts: { total: 60 },
})

beforeAll(async () => {
  server = await startReplayServer()
  sources = createSources(server.addresses)
})
afterEach(() => server.reset())
afterAll(async () => {
  await Promise.all([patient.close(), hasty.close()])
  await server.close()
})

const askFor = ({ config, wishes }: Replay): Ask<unknown> => ({
  config,
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null, ...wishes },
  now: '2026-11-01T09:30:00.000Z',
})

async function collect(
  replay: Replay,
  options: Partial<CollectOptions> & { http?: HttpClient; keys?: Record<string, string> } = {},
) {
  const { http = patient, keys = replay.keys ?? {}, ...rest } = options
  const source = sources.of(replay.kind)
  if (source === undefined) throw new Error(`There is no source ${replay.kind}`)
  const items: SourceItem[] = []
  const unread: UnreadItem[] = []
  const result = await collectFrom(
    source,
    askFor(replay),
    {
      http,
      read: async (_kind, response, ask) => source.read(response, ask),
      readDetail: async (_kind, item, response, ask) => source.readDetail(item, response, ask),
      secret: async (_kind, name) => keys[name] ?? null,
      replayed: () => true,
    },
    {
      signal: new AbortController().signal,
      validators: null,
      isKnown: () => false,
      onPage: async page => {
        items.push(...page.items)
        unread.push(...page.unread)
      },
      ...rest,
    },
  )
  return { result, items, unread, source }
}

const asked = (kind: string) => server.requests.filter(request => request.kind === kind)

describe.each(replays.map(replay => [replay.kind, replay] as const))('%s', (kind, replay) => {
  it('brings every posting of all pages', async () => {
    const { result, items, unread, source } = await collect(replay)
    expect(result).toMatchObject({ ok: true, notModified: false })
    expect(unread.map(one => one.reason)).toHaveLength(replay.unread)
    expect(items).toHaveLength(replay.postings)
    expect(asked(kind)).toHaveLength(replay.calls)
    expect(new Set(items.map(item => item.sourceKey)).size).toBe(items.length)
    for (const { raw, posting } of [...items, ...unread.map(one => ({ raw: one.raw, posting: null }))]) {
      expect(raw).not.toBe('')
      if (posting === null) continue
      expect(posting.title).toBe(posting.title.trim())
      expect(posting.title).not.toBe('')
      // Public boards have postings that name no company.
      if (source.family === 'ats') expect(posting.company).not.toBe('')
      expect(posting.description_html ?? '').not.toMatch(/<script|<iframe|javascript:|\son\w+\s*=/i)
      for (const date of [posting.posted_at, posting.closed_at])
        expect(date === null || new Date(date).toISOString() === date).toBe(true)
    }
    if (result.ok) expect(result.complete).toBe(source.lists === 'all')
  })

  it('is asked with the name of the app and nothing of the person', async () => {
    await collect(replay)
    for (const { headers } of asked(kind)) {
      expect(headers['user-agent'] === 'Rolecall/test' || replay.keys !== undefined).toBe(true)
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }
  })

  it('is recognised as unchanged where the whole answer came in one piece', async () => {
    const first = await collect(replay)
    if (!first.result.ok || first.result.validators === null) return
    const second = await collect(replay, { validators: first.result.validators })
    expect(second.result).toMatchObject({ ok: true, notModified: true })
    expect(second.items).toEqual([])
    expect(asked(kind).at(-1)?.headers['if-none-match']).toBe(first.result.validators.etag)
  })

  it('asks no details of what is known', async () => {
    const { items, source } = await collect(replay, { isKnown: () => true })
    if (!source.hasDetails) return
    expect(items.length).toBeGreaterThan(0)
    expect(asked(kind).length).toBeLessThan(replay.calls)
  })

  it('may have no postings', async () => {
    server.fail(kind, 'empty')
    const { result, items, unread } = await collect(replay)
    expect([result.ok, items, unread]).toEqual([true, [], []])
  })

  it.each<[Failure, readonly string[]]>([
    ['401', ['refused', 'key_refused']],
    // The Muse writes 403 for too many requests.
    ['403', ['refused', 'key_refused', 'busy']],
    ['404', ['not_found', 'unexpected']],
    ['410', ['not_found', 'unexpected']],
    ['429', ['busy']],
    ['500', ['unavailable']],
    ['cut', ['unavailable']],
    ['bomb', ['unavailable']],
    ['html', ['not_json', 'changed']],
    ['list_renamed', ['changed']],
  ])('%s is an error in plain words', async (failure, codes) => {
    server.fail(kind, failure)
    const { result, items } = await collect(replay)
    expect(items).toEqual([])
    if (result.ok) throw new Error('It was taken for an answer')
    expect(codes).toContain(result.error.code)
    expect(result.error.message).toMatch(/^[A-ZÄÖÜ][\s\S]*[.!]$/)
    expect(result.error.message).not.toMatch(/undefined|\[object|Error:|\bat \w+ \(/)
    if (failure === '429') expect(result).toMatchObject({ retryAfter: 7000, error: { retryable: true } })
  })

  it.each<Failure>(['hang', 'private_redirect'])('%s comes to an end', async failure => {
    server.fail(kind, failure)
    const { result, items } = await collect(replay, { http: hasty })
    expect(items).toEqual([])
    expect(result).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  })

  it('keeps elements of another form as unread, and takes none for a posting', async () => {
    server.fail(kind, 'elements_changed')
    const { items, unread, result } = await collect(replay)
    expect(items).toEqual([])
    if (result.ok) expect(unread.length).toBeGreaterThan(0)
  })

  it.each<Failure>(['503_once', 'slow', 'clock', 'charset'])('%s changes nothing', async failure => {
    const usual = await collect(replay)
    server.fail(kind, failure)
    const { result, items } = await collect(replay)
    expect(result.ok).toBe(true)
    expect(items.map(item => item.posting)).toEqual(usual.items.map(item => item.posting))
  })

  it('brings ten thousand postings in one answer', async () => {
    server.fail(kind, 'many')
    const { result, items, unread } = await collect(replay, { isKnown: () => true })
    expect(result.ok).toBe(true)
    expect([items.length, unread.length]).toEqual([10_000, 0])
  })

  it('stops when it is called off', async () => {
    const off = new AbortController()
    off.abort()
    const before = await collect(replay, { signal: off.signal })
    expect([before.items, asked(kind)]).toEqual([[], []])

    const later = new AbortController()
    server.fail(kind, 'hang')
    const running = collect(replay, { signal: later.signal })
    await expect.poll(() => asked(kind).length, { interval: 5 }).toBe(1)
    later.abort()
    const { items } = await running
    expect(items).toEqual([])
    expect(asked(kind)).toHaveLength(1)
  })

  it('names the key that is missing, or that is refused', async () => {
    if (replay.keys === undefined) return
    const without = await collect(replay, { keys: {} })
    expect(without.result).toMatchObject({ ok: false, error: { code: 'key_missing' } })
    expect(asked(kind)).toEqual([])
    const wrong = Object.fromEntries(Object.keys(replay.keys).map(name => [name, 'wrong']))
    const refused = await collect(replay, { keys: wrong })
    expect(refused.result).toMatchObject({ ok: false, error: { code: 'key_refused' } })
  })
})

it('tells pages of one kind from those of another', async () => {
  server.fail('lever', '500')
  const lever = replays.find(replay => replay.kind === 'lever')
  const ashby = replays.find(replay => replay.kind === 'ashby')
  if (lever === undefined || ashby === undefined) throw new Error('They are not replayed')
  const [failed, fine] = await Promise.all([collect(lever), collect(ashby)])
  expect([failed.result.ok, fine.result.ok]).toEqual([false, true])
})
