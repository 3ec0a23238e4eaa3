import { describe, expect, it } from 'vitest'
import type { SourceItem, SourceRequest, UnreadItem } from '../../main/sources/adapters/adapter.ts'
import { createSources } from '../../main/sources/adapters/index.ts'
import { withElementsChanged, withListRenamed } from '../support/replay/failures.ts'
import { replays } from '../support/replay/index.ts'
import type { Replay, ReplayedAnswer, ReplayedRequest } from '../support/replay/replay.ts'

/** Reads the public boards from their first request to their last, answered from fixtures without a network. */

const BASE = 'http://127.0.0.1:9/base'
const sources = createSources(Object.fromEntries(replays.map(({ kind }) => [kind, BASE])))
const boards = replays.filter(({ kind }) => sources.of(kind)?.family === 'board')

function askOf({ config, wishes }: Replay) {
  const none = { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null }
  return { config, wishes: { ...none, ...wishes }, now: '2026-11-05T00:00:00.000Z' }
}

function sourceOf({ kind }: Replay) {
  const source = sources.of(kind)
  if (source === undefined) throw new Error(`no source ${kind}`)
  return source
}

function asked(request: SourceRequest): ReplayedRequest {
  const url = new URL(request.url.slice(BASE.length), 'http://replay')
  // A fragment is never sent.
  url.hash = ''
  return { method: request.method ?? 'GET', url, headers: request.headers ?? {}, body: request.body ?? '' }
}

function readOf(replay: Replay, { url }: SourceRequest, answer: ReplayedAnswer) {
  const body = typeof answer.body === 'string' ? new TextEncoder().encode(answer.body) : answer.body
  const headers = { 'content-type': answer.type ?? 'application/json' }
  return sourceOf(replay).read({ status: answer.status ?? 200, url, headers, body }, askOf(replay))
}

function readAll(replay: Replay) {
  const items: SourceItem[] = []
  const unread: UnreadItem[] = []
  let calls = 0
  let request: SourceRequest | undefined = sourceOf(replay).firstRequest(askOf(replay))
  while (request !== undefined && calls < 50) {
    const answer = replay.answer(asked(request)) ?? { status: 404, body: '' }
    const reading = readOf(replay, request, answer)
    calls++
    if (!reading.ok) throw new Error(`${request.url}: ${reading.error.message}`)
    items.push(...reading.items)
    unread.push(...reading.unread)
    request = reading.next
  }
  return { items, unread, calls }
}

it('all eight are there', () => {
  expect(boards.map(({ kind }) => kind).sort()).toEqual([
    'arbeitnow',
    'hackernews',
    'himalayas',
    'jobicy',
    'remoteok',
    'remotive',
    'themuse',
    'weworkremotely',
  ])
})

describe.each(boards.map(replay => [replay.kind, replay] as const))('%s', (_, replay) => {
  const first = sourceOf(replay).firstRequest(askOf(replay))

  it('is read to its end, every posting under a key of its own', () => {
    const { items, unread, calls } = readAll(replay)
    expect({ postings: items.length, unread: unread.length, calls }).toEqual({
      postings: replay.postings,
      unread: replay.unread,
      calls: replay.calls,
    })
    expect(new Set(items.map(item => item.sourceKey)).size).toBe(items.length)
    for (const { raw, posting } of items) {
      expect(raw).not.toBe('')
      expect(posting.title).not.toBe('')
      for (const time of [posting.posted_at, posting.closed_at])
        if (time !== null) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    }
  })

  it('may have nothing', () => {
    expect(readOf(replay, first, replay.empty)).toEqual({ ok: true, items: [], unread: [] })
  })

  it('may have a great many', () => {
    const reading = readOf(replay, first, replay.many(500))
    expect(reading).toMatchObject({ ok: true, unread: [] })
    expect(reading.ok && reading.items.length).toBe(500)
    expect(reading.ok && reading.next).toBeFalsy()
  })

  it('tells when it answers in another form', () => {
    const { body } = replay.many(5)
    const renamed = readOf(replay, first, { body: withListRenamed(String(body)) })
    expect(renamed).toMatchObject({ ok: false, error: { code: 'changed' } })
    const changed = readOf(replay, first, { body: withElementsChanged(String(body)) })
    expect(changed).toMatchObject({ ok: true, items: [] })
    expect(changed.ok && changed.unread.length).toBeGreaterThanOrEqual(5)
  })
})
