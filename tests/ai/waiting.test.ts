import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk, question } from '../support/ai/desk.ts'
import { rateLimited, strict } from '../support/ai/personalities.ts'
import { type AiServer, type Personality, refusal, sendJson, startAiServer } from '../support/ai/server.ts'

let server: AiServer
let desk: Desk
beforeEach(async () => {
  server = await startAiServer(strict)
  desk = openDesk({ now: '2026-03-10T12:00:00Z', settings: { aiBaseUrl: server.origin } })
})
afterEach(async () => {
  await desk.close()
  await server.stop()
})

const status =
  (code: number, body: unknown = {}, headers: Record<string, string> = {}): Personality =>
  (_request, response) =>
    sendJson(response, code, body, headers)

describe('waits as long as it is asked to', () => {
  it.each([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['parts of a second', { 'retry-after': '1.5' }, 1500],
    ['milliseconds', { 'retry-after-ms': '2500' }, 2500],
    [
      'a date by its own clock',
      { date: 'Tue, 10 Mar 2026 08:00:00 GMT', 'retry-after': 'Tue, 10 Mar 2026 08:00:20 GMT' },
      20_000,
    ],
    [
      'a limit that is used up',
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6s' },
      6000,
    ],
    [
      'a limit that is used up for longer',
      { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '0m30s' },
      30_000,
    ],
    [
      'a limit that is not used up',
      { 'x-ratelimit-remaining-tokens': '10', 'x-ratelimit-reset-tokens': '50s' },
      1000,
    ],
    ['no time', {}, 1000],
    ['nonsense', { 'retry-after': 'soon', 'retry-after-ms': '-4' }, 1000],
    ['a negative time', { 'retry-after': '-5' }, 1000],
  ])('%s', async (_name, headers, waited) => {
    server.become(rateLimited(1, headers))
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 0 })
    expect(desk.waits).toEqual([waited])
    expect(server.seen).toHaveLength(2)
  })
})

it.each([429, 408, 409, 500, 502, 503, 529])(
  'tries three times at %d, waiting longer each time',
  async code => {
    server.become(status(code))
    const answer = await desk.ai.ask(question())
    expect(answer).toMatchObject({ ok: false, reason: code === 429 ? 'limited' : 'unreachable' })
    expect(server.seen).toHaveLength(3)
    expect(desk.waits).toEqual([1000, 2000])
  },
)

it('waits at random between half and all of that', async () => {
  const { createAi } = await import('../../main/ai/service.ts')
  const waits: number[] = []
  const ai = createAi(desk.context, {
    secret: async () => null,
    delay: async ms => void waits.push(ms),
    random: () => 0,
  })
  server.become(status(503))
  await ai.ask(question())
  await ai.stop()
  expect(waits).toEqual([500, 1000])
})

describe('rests when the wait is too long for a call', () => {
  it('and remembers it, also over a restart', async () => {
    server.become(rateLimited(1, { 'retry-after': '600' }))
    const until = '2026-03-10T12:10:00.000Z'
    expect(await desk.ai.ask(question())).toMatchObject({
      ok: false,
      reason: 'limited',
      waitUntil: until,
      cost: 0,
    })
    expect(desk.waits).toEqual([])
    await desk.restart()
    expect(await desk.ai.state()).toMatchObject({ state: 'resting', waitUntil: until })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'limited', waitUntil: until })
    expect(desk.status()).toMatchObject({ state: 'resting', waitUntil: until })
    expect(server.seen).toHaveLength(1)
    desk.clock.set('2026-03-10T12:10:01Z')
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
    expect(desk.status()).toMatchObject({ state: 'ready', waitUntil: null })
  })

  it('a day at most, whatever it is asked for', async () => {
    server.become(status(429, {}, { 'retry-after': '99999999999' }))
    expect(await desk.ai.ask(question())).toMatchObject({ waitUntil: '2026-03-11T12:00:00.000Z' })
    server.become(status(503, {}, { 'retry-after': 'Tue, 10 Mar 2099 08:00:20 GMT' }))
    desk.ai.resume()
    expect(await desk.ai.ask(question())).toMatchObject({
      reason: 'limited',
      waitUntil: '2026-03-11T12:00:00.000Z',
    })
  })

  it('a minute after it was asked to slow down three times', async () => {
    server.become(status(429))
    expect(await desk.ai.ask(question())).toMatchObject({ waitUntil: '2026-03-10T12:01:00.000Z' })
  })

  it('until the person says so, or tests, or enters another address', async () => {
    server.become(rateLimited(1, { 'retry-after': '600' }))
    await desk.ai.ask(question())
    desk.ai.resume()
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })

    server.become(status(429, {}, { 'retry-after': '600' }))
    await desk.ai.ask(question())
    server.become(strict)
    expect(await desk.ai.test()).toMatchObject({ ok: true })
    expect(await desk.ai.state()).toMatchObject({ state: 'ready' })

    server.become(status(429, {}, { 'retry-after': '600' }))
    await desk.ai.ask(question())
    const other = await startAiServer(strict)
    desk.set({ aiBaseUrl: other.origin })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
    await other.stop()
  })

  it('for all questions that wait for their turn', async () => {
    desk.set({ aiConcurrency: 1 })
    server.become(status(429, {}, { 'retry-after': '600' }))
    const answers = await Promise.all([1, 2, 3].map(() => desk.ai.ask(question())))
    expect(answers.map(answer => !answer.ok && answer.reason)).toEqual(['limited', 'limited', 'limited'])
    expect(server.seen).toHaveLength(1)
  })
})

describe('stops until the person says so', () => {
  it.each([
    ['a key that is refused', 401, refusal('Incorrect API key provided')],
    ['a key without rights', 403, refusal('You do not have access')],
    ['an empty account', 429, refusal('You exceeded your current quota', 'insufficient_quota')],
    ['an unpaid account', 402, {}],
  ])('%s', async (_name, code, body) => {
    desk.keys.set(server.host, 'sk-first')
    server.become(status(code, body))
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'key_refused', cost: 0 })
    server.become(strict)
    await desk.restart()
    const { state, message } = await desk.ai.state()
    expect(state).toBe('key_refused')
    expect(message).toContain(server.host)
    expect(await desk.ai.ask(question())).toMatchObject({ reason: 'key_refused' })
    expect(server.seen).toHaveLength(1)
    desk.ai.resume()
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  })

  it('or enters another key', async () => {
    desk.keys.set(server.host, 'sk-first')
    server.become((request, response) =>
      request.headers.authorization === 'Bearer sk-second'
        ? strict(request, response)
        : sendJson(response, 401, {}),
    )
    expect(await desk.ai.ask(question())).toMatchObject({ reason: 'key_refused' })
    desk.keys.set(server.host, 'sk-second')
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  })

  it('or tests', async () => {
    server.become(status(401))
    await desk.ai.ask(question())
    expect(await desk.ai.test()).toMatchObject({ ok: false })
    server.become(strict)
    expect(await desk.ai.test()).toMatchObject({ ok: true })
    expect(await desk.ai.state()).toMatchObject({ state: 'ready' })
  })
})

it('stops asking when it is switched off in the midst of a question', async () => {
  server.become((request, response) => {
    desk.set({ aiEnabled: false })
    rateLimited(9, {})(request, response)
  })
  expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'off' })
  expect(server.seen).toHaveLength(1)
})

it('tells pages of every change', async () => {
  desk.events.length = 0
  await desk.ai.ask(question())
  expect(new Set(desk.events.map(({ type }) => type))).toEqual(new Set(['ai.changed']))
})
