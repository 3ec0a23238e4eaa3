import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk, question } from '../support/ai/desk.ts'
import { RIGHT, rateLimited, says, strict } from '../support/ai/personalities.ts'
import { type AiServer, completion, type Personality, sendJson, startAiServer } from '../support/ai/server.ts'

/** A busy computer takes longer than a second. */
const PATIENCE = { timeout: 15_000 }

let server: AiServer
let desk: Desk
const zone = process.env.TZ
beforeEach(async () => {
  server = await startAiServer(strict)
  desk = openDesk({ settings: { aiBaseUrl: server.origin, aiPriceIn: 1, aiPriceOut: 10 } })
})
afterEach(async () => {
  process.env.TZ = zone
  if (zone === undefined) delete process.env.TZ
  await desk.close()
  await server.stop()
})

const RIGHT_TEXT = JSON.stringify(RIGHT)
const using = (usage: unknown): Personality => says(RIGHT_TEXT, { usage })
/** The most that the last request can have cost, micro-dollars. */
const worst = () => (server.seen.at(-1)?.bytes ?? 0) * 1 + 100 * 10
/** An endpoint that uses all that was reserved. */
const greedy: Personality = (request, response) =>
  sendJson(
    response,
    200,
    completion({
      content: RIGHT_TEXT,
      usage: { prompt_tokens: request.bytes, completion_tokens: 100, total_tokens: request.bytes + 100 },
    }),
  )

it('books what was used, rounded up, at the prices of that time', async () => {
  desk.set({ aiPriceIn: 0.15, aiPriceOut: 0.6 })
  server.become(using({ prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 }))
  // 11 × 0.15 + 3 × 0.6 = 3.45
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 4, tokensIn: 11, tokensOut: 3 })
  expect(desk.status()).toMatchObject({ spentDay: 0.000004, callsDay: 1, tokensDay: 14 })
  desk.set({ aiPriceIn: 100, aiPriceOut: 100 })
  expect(desk.status()).toMatchObject({
    spentDay: 0.000004,
    spentMonth: 0.000004,
    calls: [{ state: 'done', cost: 0.000004, tokensIn: 11, tokensOut: 3, purpose: 'A colour and a number' }],
  })
})

describe('believes no count of tokens that cannot be', () => {
  it.each([
    ['missing', null],
    ['a list', []],
    ['negative', { prompt_tokens: -5_000_000, completion_tokens: -1, total_tokens: -9 }],
    ['none at all', { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }],
    ['words', { prompt_tokens: 'few', completion_tokens: '1' }],
    ['not a number', { prompt_tokens: null, completion_tokens: {}, total_tokens: true }],
  ])('%s: the worst case of the question, the bytes of the answer', async (_name, usage) => {
    server.become(using(usage))
    const answer = await desk.ai.ask(question())
    const bytes = server.seen[0]?.bytes ?? 0
    expect(answer).toMatchObject({ ok: true, tokensIn: bytes })
    expect(answer.cost).toBeGreaterThan(bytes)
    expect(answer.cost).toBeLessThanOrEqual(worst())
  })

  it.each([
    [{ prompt_tokens: 1e300, completion_tokens: 1e300, total_tokens: 1e300 }],
    [{ prompt_tokens: 1, completion_tokens: Number.MAX_SAFE_INTEGER }],
    [{ prompt_tokens: 9e15, completion_tokens: 9e15 }],
  ])('gigantic: as far as the cap goes, and then nothing more is asked (%j)', async usage => {
    server.become(using(usage))
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 500_000 })
    const { state, spentDay, spentMonth, tokensDay } = desk.status()
    expect({ state, spentDay, spentMonth }).toEqual({ state: 'cap_day', spentDay: 0.5, spentMonth: 0.5 })
    expect(Number.isSafeInteger(tokensDay)).toBe(true)
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'cap', cost: 0 })
    expect(server.seen).toHaveLength(1)
  })

  it('counts thinking that is in the total only', async () => {
    server.become(using({ prompt_tokens: 10, completion_tokens: 5, total_tokens: 45 }))
    expect(await desk.ai.ask(question())).toMatchObject({ tokensIn: 10, tokensOut: 35, cost: 360 })
  })
})

describe('the cap', () => {
  const cap = async (calls: number, period: 'aiCapDay' | 'aiCapMonth') => {
    server.become(greedy)
    await desk.ai.ask(question())
    const each = worst()
    await desk.close()
    server.seen.length = 0
    const settings = { aiBaseUrl: server.origin, aiPriceIn: 1, aiPriceOut: 10, aiConcurrency: 10 }
    const most = (each * calls) / 1e6
    desk = openDesk({ settings: { ...settings, aiCapDay: 5, aiCapMonth: 5, [period]: most } })
    return most
  }

  it.each([
    ['aiCapDay', 'cap_day'],
    ['aiCapMonth', 'cap_month'],
  ] as const)('%s lets three of ten through that are asked at once', async (period, state) => {
    const most = await cap(3, period)
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.ai.ask(question())))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    for (const answer of answers)
      if (!answer.ok) expect(answer).toMatchObject({ reason: 'cap', cost: 0, waitUntil: expect.any(String) })
    expect(server.seen).toHaveLength(3)
    expect(desk.status()).toMatchObject({ state, spentDay: most, spentMonth: most, callsDay: 3 })
  })

  it('holds back what open calls may cost', async () => {
    const most = await cap(3, 'aiCapDay')
    const open: (() => void)[] = []
    server.become((request, response) => void open.push(() => greedy(request, response)))
    const answers = Array.from({ length: 10 }, () => desk.ai.ask(question()))
    await expect.poll(() => open.length, PATIENCE).toBe(3)
    expect(desk.status()).toMatchObject({ state: 'cap_day', spentDay: most, callsDay: 3 })
    for (const answer of open) answer()
    expect((await Promise.all(answers)).filter(({ ok }) => ok)).toHaveLength(3)
    expect(desk.status().spentDay).toBe(most)
  })

  it('lets more through when answers are cheaper than feared, as long as the worst case fits', async () => {
    const most = await cap(3, 'aiCapDay')
    server.become(using({ prompt_tokens: 200, completion_tokens: 20 }))
    let through = 0
    while ((await desk.ai.ask(question())).ok) through += 1
    const room = Math.round(most * 1e6) - worst()
    expect(through).toBe(Math.floor(room / 400) + 1)
    expect(desk.status().spentDay).toBeCloseTo((through * 400) / 1e6, 9)
    expect(desk.status().spentDay).toBeLessThanOrEqual(most)
  })

  it('counts repeats and failures: 429 as nothing, 500 as all that was held back', async () => {
    const most = await cap(3, 'aiCapDay')
    server.become(rateLimited(2, { 'retry-after': '1' }))
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 10 + 100 })
    server.become((_request, response) => sendJson(response, 500, {}))
    const answer = await desk.ai.ask(question())
    // The third try does not fit under the cap any more.
    expect(answer).toMatchObject({ ok: false, reason: 'cap', cost: 2 * worst() })
    expect(desk.status().calls.map(({ state }) => state)).toEqual([
      'unknown',
      'unknown',
      'done',
      'failed',
      'failed',
    ])
    expect(desk.status().spentDay).toBeLessThanOrEqual(most)
  })

  it('of nothing lets nothing through that costs something, and all that is free', async () => {
    desk.set({ aiCapDay: 0 })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'cap' })
    desk.set({ aiCapDay: 1, aiCapMonth: 0 })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'cap' })
    expect(server.seen).toEqual([])
    desk.set({ aiPriceIn: 0, aiPriceOut: 0 })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 0 })
    desk.set({ aiPriceIn: null, aiPriceOut: null })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 0 })
  })

  it('that one question exceeds by itself is said, and does not stop the others', async () => {
    const long = question({ user: 'long '.repeat(200_000) })
    const answer = await desk.ai.ask(long)
    expect(answer).toMatchObject({ ok: false, reason: 'cap', waitUntil: null })
    expect(await desk.ai.state()).toMatchObject({ state: 'ready' })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  })

  it('can be raised', async () => {
    await cap(1, 'aiCapDay')
    await desk.ai.ask(question())
    expect(await desk.ai.ask(question())).toMatchObject({ reason: 'cap' })
    expect(await desk.ai.state()).toMatchObject({ state: 'cap_day' })
    desk.set({ aiCapDay: 2 })
    expect(await desk.ai.state()).toMatchObject({ state: 'ready' })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  })

  it('is the same after a restart', async () => {
    const most = await cap(2, 'aiCapDay')
    await Promise.all([1, 2, 3].map(() => desk.ai.ask(question())))
    await desk.restart()
    expect(await desk.ai.ask(question())).toMatchObject({ reason: 'cap' })
    expect(desk.status().spentDay).toBe(most)
  })
})

describe('days and months are those of local clocks', () => {
  const spentAt = async (iso: string) => {
    desk.clock.set(iso)
    const { spentDay, spentMonth } = desk.status()
    return [Math.round(spentDay * 1e6), Math.round(spentMonth * 1e6)]
  }
  const askAt = async (iso: string) => {
    desk.clock.set(iso)
    return desk.ai.ask(question())
  }

  it('around midnight, in the west', async () => {
    process.env.TZ = 'America/New_York'
    // 23:59 and 00:01 of local clocks, both on the 15th of UTC.
    await askAt('2026-01-15T04:59:00Z')
    expect(await spentAt('2026-01-15T04:59:30Z')).toEqual([110, 110])
    expect(await spentAt('2026-01-15T05:00:00Z')).toEqual([0, 110])
    await askAt('2026-01-15T05:01:00Z')
    expect(await spentAt('2026-01-16T04:59:59Z')).toEqual([110, 220])
  })

  it('around the end of a month, in the east', async () => {
    process.env.TZ = 'Asia/Tokyo'
    await askAt('2026-01-31T14:59:00Z')
    expect(await spentAt('2026-01-31T14:59:59Z')).toEqual([110, 110])
    expect(await spentAt('2026-01-31T15:00:00Z')).toEqual([0, 0])
  })

  it('on days of 23 and 25 hours', async () => {
    process.env.TZ = 'Europe/Berlin'
    for (const [start, end] of [
      ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
      ['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ] as const) {
      await askAt(start)
      const before = new Date(Date.parse(end) - 1000).toISOString()
      await askAt(before)
      expect((await spentAt(before))[0]).toBe(220)
      expect((await spentAt(end))[0]).toBe(0)
    }
  })

  it('a call that is answered after midnight counts for the day on which it was asked', async () => {
    process.env.TZ = 'UTC'
    const open: (() => void)[] = []
    server.become((request, response) => void open.push(() => strict(request, response)))
    desk.clock.set('2026-02-28T23:59:59Z')
    const asked = desk.ai.ask(question())
    await expect.poll(() => open.length, PATIENCE).toBe(1)
    desk.clock.set('2026-03-01T00:00:01Z')
    open[0]?.()
    expect(await asked).toMatchObject({ ok: true })
    expect(await spentAt('2026-03-01T00:00:02Z')).toEqual([0, 0])
    expect(await spentAt('2026-02-28T12:00:00Z')).toEqual([110, 110])
  })

  it('goes on when the day is over, and says when that is', async () => {
    process.env.TZ = 'Europe/Berlin'
    desk.set({ aiCapDay: 0.00011, aiCapMonth: 1 })
    desk.clock.set('2026-03-28T20:00:00Z')
    server.become(using({ prompt_tokens: 1e12, completion_tokens: 1 }))
    desk.set({ aiCapDay: 0.01 })
    await desk.ai.ask(question())
    const { waitUntil } = await desk.ai.state()
    expect(waitUntil).toBe('2026-03-28T23:00:00.000Z')
    server.become(strict)
    expect(await askAt('2026-03-28T22:59:59Z')).toMatchObject({ reason: 'cap', waitUntil })
    expect(await askAt(waitUntil ?? '')).toMatchObject({ ok: true })
    desk.set({ aiCapMonth: 0.01 })
    expect(await desk.ai.state()).toMatchObject({ state: 'cap_month', waitUntil: '2026-03-31T22:00:00.000Z' })
  })
})

it('keeps calls for 90 days and the sums of their days for good', async () => {
  const start = Date.parse('2026-01-01T12:00:00Z')
  const at = (days: number) => new Date(start + days * 86_400_000).toISOString()
  for (const day of [0, 1, 50, 91.5]) {
    desk.clock.set(at(day))
    await desk.ai.ask(question())
  }
  const count = () => desk.db.sql<{ n: number }>('SELECT count(*) AS n FROM ai_calls').first()?.n
  expect(count()).toBe(2)
  desk.clock.set(at(0))
  expect(desk.status()).toMatchObject({ callsDay: 1, spentDay: 0.00011 })
})

it('answers the status from sums, however many calls there were', () => {
  const plans = [
    "SELECT total(spent) FROM ai_days WHERE day BETWEEN '2026-01-01' AND '2026-01-31'",
    'SELECT id FROM ai_calls ORDER BY id DESC LIMIT 20',
    "SELECT id FROM ai_calls WHERE at < '2026' AND state <> 'open' ORDER BY at LIMIT 50",
    "UPDATE ai_calls SET state = 'unknown', cost = reserved, message = '' WHERE state = 'open'",
  ].map(sql =>
    desk.db
      .sql<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join(),
  )
  expect(plans[0]).toContain('PRIMARY KEY')
  expect(plans[1]).not.toContain('TEMP B-TREE')
  expect(plans[2]).toContain('ai_calls_at')
  expect(plans[3]).toContain('ai_calls_open')
})
