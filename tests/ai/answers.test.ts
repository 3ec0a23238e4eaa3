import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Desk, openDesk, question, Wanted } from '../support/ai/desk.ts'
import { blunders, MALFORMED, MALICIOUS, RIGHT, says, slow, strict } from '../support/ai/personalities.ts'
import { type AiServer, completion, sendJson, startAiServer } from '../support/ai/server.ts'

/** A busy computer takes longer than a second. */
const PATIENCE = { timeout: 15_000 }

let server: AiServer
let desk: Desk
beforeEach(async () => {
  server = await startAiServer(strict)
  desk = openDesk({ timeout: 5000, settings: { aiBaseUrl: server.origin, aiPriceIn: 1, aiPriceOut: 10 } })
})
afterEach(async () => {
  await desk.close()
  await server.stop()
})

const RIGHT_TEXT = JSON.stringify(RIGHT)
const lastCall = () => desk.status().calls[0]

describe('reads answers that are not quite in form', () => {
  it.each(['fenced', 'talk', 'thoughts', 'commas', 'parts'] as const)('%s', async name => {
    server.become(says(MALFORMED[name]))
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, value: RIGHT })
    expect(server.seen).toHaveLength(1)
  })
})

describe('asks once more, at the same rung and saying why, when an answer cannot be used', () => {
  it.each(['wrongTypes', 'otherLanguage', 'notJson', 'deep'] as const)('%s', async name => {
    // The endpoint is known already.
    await desk.ai.ask(question())
    server.seen.length = 0
    server.become((request, response) =>
      blunders(1, MALFORMED[name])({ ...request, number: server.seen.length }, response),
    )
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, value: RIGHT, rung: 'strict_schema' })
    expect(server.seen.map(({ body }) => body.messages.map(({ role }) => role))).toEqual([
      ['system', 'user'],
      ['system', 'user', 'assistant', 'user'],
    ])
    expect(server.seen[1]?.body.messages[3]?.content).toMatch(/cannot be used/)

    server.become(says(MALFORMED[name]))
    server.seen.length = 0
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'malformed' })
    expect(server.seen).toHaveLength(2)
  })
})

it('says what was wrong with the fields', async () => {
  await desk.ai.ask(question())
  server.become(says(MALFORMED.wrongTypes))
  await desk.ai.ask(question())
  const told = server.seen.at(-1)?.body.messages.at(-1)?.content ?? ''
  expect(told).toContain('colour')
  expect(told).toContain('number')
})

describe('does not ask again for', () => {
  it.each([
    ['a refusal', says(null, { refusal: 'I will not.' }), 'declined'],
    ['a refusal in words', says(MALFORMED.refusing), 'declined'],
    ['what a filter held back', says('{"colour":', { finish_reason: 'content_filter' }), 'declined'],
    ['an answer that is cut off', says('{"colour": "blue", "num', { finish_reason: 'length' }), 'malformed'],
    ['thoughts that took all the room', says('', { finish_reason: 'length' }), 'malformed'],
    ['a web page', MALICIOUS.page, 'malformed'],
    [
      'an error in an envelope of success',
      ((_request, response) =>
        sendJson(response, 200, { error: { message: 'No', code: 500 } })) as typeof strict,
      'malformed',
    ],
    [
      'no choices',
      ((_request, response) => sendJson(response, 200, { choices: [] })) as typeof strict,
      'malformed',
    ],
    ['null', ((_request, response) => sendJson(response, 200, null)) as typeof strict, 'malformed'],
    ['nothing', ((_request, response) => response.writeHead(204).end()) as typeof strict, 'malformed'],
    ['an answer of more than 2 MB', MALICIOUS.huge, 'malformed'],
  ])('%s', async (_name, personality, reason) => {
    await desk.ai.ask(question())
    server.seen.length = 0
    server.become(personality)
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason })
    expect(server.seen).toHaveLength(1)
    expect(lastCall()).toMatchObject({ state: expect.stringMatching(/failed|unknown/) })
  })
})

it('takes an answer that is complete though it went on to its limit', async () => {
  server.become(says(`${RIGHT_TEXT}\nAnd now I go on and`, { finish_reason: 'length' }))
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, value: RIGHT })
})

it('declines for a model that never says anything', async () => {
  server.become(says(''))
  expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'declined' })
  expect(server.seen).toHaveLength(4)
})

describe('what means harm', () => {
  it('keeps what was asked for and nothing else', async () => {
    server.become(MALICIOUS.instructs)
    const answer = await desk.ai.ask(question())
    expect(answer.ok && answer.value).toEqual(RIGHT)
    server.become(MALICIOUS.prototype)
    const open = z.object({ colour: z.string(), number: z.number() }).catchall(z.unknown())
    const other = await desk.ai.ask({ ...question(), schema: open })
    expect(other).toMatchObject({ ok: true })
    const value = other.ok ? (other.value as Record<string, unknown>) : {}
    expect(Object.getOwnPropertyNames(value)).not.toContain('__proto__')
    expect(value.admin).toBeUndefined()
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  })

  it('reads JSON that is called something else', async () => {
    server.become(MALICIOUS.wrongType)
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, value: RIGHT })
  })

  it('follows no redirect', async () => {
    const other = await startAiServer(strict)
    desk.keys.set(server.host, 'sk-secret')
    for (const target of [
      `${other.origin}/v1/chat/completions`,
      `${server.origin}/v1/models`,
      '/v1/models',
    ]) {
      server.become(MALICIOUS.redirects(target))
      expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'unreachable', cost: 0 })
    }
    expect(other.keys).toEqual([])
    await other.stop()
  })

  it('survives a rule of the schema that throws', async () => {
    const schema = Wanted.transform(() => {
      throw new Error('unexpected')
    })
    expect(await desk.ai.ask({ ...question(), schema })).toMatchObject({ ok: false, reason: 'malformed' })
  })

  it('keeps questions, answers and keys out of the log, the events and the database', async () => {
    desk.keys.set(server.host, 'sk-very-secret-key')
    const marked = question({ system: 'marked-system', user: 'marked-user' })
    for (const personality of [
      says('{"colour": "marked-answer", "number": 1}'),
      says('marked-answer'),
      MALICIOUS.page,
      ((request, response) =>
        sendJson(response, 400, {
          error: { message: `${JSON.stringify(request)} marked-error` },
        })) as typeof strict,
      ((request, response) =>
        sendJson(response, 401, {
          error: { message: `marked-error ${request.headers.authorization}` },
        })) as typeof strict,
    ]) {
      server.become(personality)
      await desk.ai.ask(marked)
    }
    const tables = desk.db
      .sql<{ name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
      )
      .all()
      .filter(({ name }) => !name.startsWith('job_search'))
    const stored = JSON.stringify(tables.map(({ name }) => desk.db.sql(`SELECT * FROM ${name}`).all()))
    for (const text of [stored, desk.log.join(), JSON.stringify(desk.events), JSON.stringify(desk.status())])
      expect(text).not.toMatch(/marked-|very-secret/)
  })
})

describe('time', () => {
  it.each(['hangs', 'drips'] as const)(
    'ends a call of an endpoint that %s; it counts as spent',
    async way => {
      await desk.close()
      desk = openDesk({ timeout: 500, settings: { aiBaseUrl: server.origin, aiPriceIn: 1, aiPriceOut: 10 } })
      server.become(slow(way))
      const answer = await desk.ai.ask(question())
      expect(answer).toMatchObject({ ok: false, reason: 'timed_out' })
      expect(server.seen).toHaveLength(1)
      expect(answer.cost).toBeGreaterThan(100 * 10)
      expect(lastCall()).toMatchObject({ state: 'unknown', cost: answer.cost / 1e6 })
    },
  )

  it('repeats after a connection that broke; each counts as spent', async () => {
    server.become(MALICIOUS.brokenOff)
    const answer = await desk.ai.ask(question())
    expect(answer).toMatchObject({ ok: false, reason: 'unreachable' })
    expect(server.seen).toHaveLength(3)
    expect(desk.status().calls.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(desk.status().spentDay).toBeCloseTo(answer.cost / 1e6, 9)
    expect(answer.cost).toBeGreaterThan(3 * 100 * 10)
  })

  it('costs nothing when no connection came about', async () => {
    await server.stop()
    const answer = await desk.ai.ask(question())
    expect(answer).toMatchObject({ ok: false, reason: 'unreachable', cost: 0 })
    expect(desk.status()).toMatchObject({ spentDay: 0, callsDay: 3 })
  })

  it('ends at once for its caller: before its turn without a request, within it as spent', async () => {
    desk.set({ aiConcurrency: 1 })
    server.become(slow('hangs'))
    const first = new AbortController()
    const second = new AbortController()
    const open = desk.ai.ask(question({ signal: first.signal }))
    const waiting = desk.ai.ask(question({ signal: second.signal }))
    await expect.poll(() => server.seen.length, PATIENCE).toBe(1)
    second.abort()
    expect(await waiting).toMatchObject({ ok: false, reason: 'cancelled', cost: 0 })
    first.abort()
    const answer = await open
    expect(answer).toMatchObject({ ok: false, reason: 'cancelled' })
    expect(answer.cost).toBeGreaterThan(0)
    expect(server.seen).toHaveLength(1)
    expect(await desk.ai.ask(question({ signal: AbortSignal.abort() }))).toMatchObject({
      reason: 'cancelled',
      cost: 0,
    })
  })

  it('breaks open calls off when it stops, and answers no others', async () => {
    server.become(slow('hangs'))
    const answers = [1, 2, 3].map(() => desk.ai.ask(question()))
    await expect.poll(() => server.seen.length, PATIENCE).toBe(2)
    await desk.ai.stop()
    for (const answer of await Promise.all(answers)) expect(answer).toMatchObject({ reason: 'cancelled' })
    expect(await desk.ai.ask(question())).toMatchObject({ reason: 'cancelled', cost: 0 })
    expect(server.seen).toHaveLength(2)
  })
})

it('asks no more at once than the settings allow', async () => {
  desk.set({ aiConcurrency: 3 })
  let now = 0
  let most = 0
  server.become((_request, response) => {
    now += 1
    most = Math.max(most, now)
    setTimeout(() => {
      now -= 1
      sendJson(response, 200, completion({ content: RIGHT_TEXT }))
    }, 20)
  })
  await Promise.all(Array.from({ length: 12 }, () => desk.ai.ask(question())))
  expect(most).toBe(3)
  expect(server.seen).toHaveLength(12)
})
