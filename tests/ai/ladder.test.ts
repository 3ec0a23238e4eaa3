import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Desk, openDesk, question } from '../support/ai/desk.ts'
import * as personalities from '../support/ai/personalities.ts'
import { type AiServer, type Personality, refusal, sendJson, startAiServer } from '../support/ai/server.ts'

let server: AiServer
let desk: Desk
beforeEach(async () => {
  server = await startAiServer(personalities.strict)
  desk = openDesk({ settings: { aiBaseUrl: server.origin } })
})
afterEach(async () => {
  await desk.close()
  await server.stop()
})

const { RIGHT } = personalities
const WEEK_MS = 7 * 24 * 60 * 60 * 1000
const rungs = () =>
  server.seen.map(({ body }) =>
    body.response_format?.json_schema?.strict ? 'strict' : (body.response_format?.type ?? 'text'),
  )

describe('lands on the rung that an endpoint understands and asks at once there from then on', () => {
  it.each([
    ['strict', personalities.strict, 'strict_schema', ['strict']],
    ['loose', personalities.loose, 'loose_schema', ['strict', 'json_schema']],
    ['JSON mode only', personalities.jsonMode, 'json_mode', ['strict', 'json_schema', 'json_object']],
    [
      'prompt only',
      personalities.promptOnly,
      'prompt_only',
      ['strict', 'json_schema', 'json_object', 'text'],
    ],
    ['passing over what it does not know', personalities.deaf, 'json_mode', ['strict', 'json_object']],
  ])('%s', async (_name, personality, rung, asked) => {
    server.become(personality)
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, value: RIGHT, rung, model: 'tiny' })
    expect(rungs()).toEqual(asked)
    expect(desk.status().rung).toBe(rung)

    server.seen.length = 0
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung })
    await desk.restart()
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung })
    expect(server.seen).toHaveLength(2)
  })
})

it('tries one rung higher after a week, and a week later again', async () => {
  server.become(personalities.jsonMode)
  await desk.ai.ask(question())
  server.seen.length = 0
  desk.clock.advance(WEEK_MS + 1)
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'json_mode' })
  await desk.ai.ask(question())
  expect(rungs()).toEqual(['json_schema', 'json_object', 'json_object'])

  server.become(personalities.loose)
  desk.clock.advance(WEEK_MS + 1)
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'loose_schema' })
})

it('steps down when an endpoint no longer knows what it knew', async () => {
  await desk.ai.ask(question())
  server.become(personalities.promptOnly)
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'prompt_only' })
})

it('remembers by model', async () => {
  server.become(personalities.promptOnly)
  await desk.ai.ask(question())
  desk.set({ aiModel: 'large' })
  server.become(personalities.strict)
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'strict_schema', model: 'large' })
})

it('steps down when an endpoint gives nothing at a rung', async () => {
  server.become((request, response) =>
    request.body.response_format
      ? personalities.says('')(request, response)
      : personalities.promptOnly(request, response),
  )
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'prompt_only' })
})

it('steps down when an endpoint refuses without saying what', async () => {
  server.become((request, response) =>
    request.body.response_format
      ? sendJson(response, 400, { detail: 'Bad Request' })
      : personalities.promptOnly(request, response),
  )
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'prompt_only', cost: 0 })
})

const picky =
  (refuses: (body: Record<string, unknown>) => string | null): Personality =>
  (request, response) => {
    const complaint = refuses(request.body as unknown as Record<string, unknown>)
    if (complaint === null) personalities.strict(request, response)
    else sendJson(response, 400, refusal(complaint, 'unsupported_parameter'))
  }

it.each([
  [
    'the newer name of the limit',
    (body: Record<string, unknown>) =>
      'max_tokens' in body
        ? "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
        : null,
  ],
  [
    'no temperature',
    (body: Record<string, unknown>) =>
      'temperature' in body ? "Unsupported value: 'temperature' does not support 0 with this model." : null,
  ],
  [
    'neither',
    (body: Record<string, unknown>) =>
      'max_tokens' in body
        ? 'max_tokens: Extra inputs are not permitted'
        : 'temperature' in body
          ? 'temperature is not supported'
          : null,
  ],
])('learns that an endpoint wants %s', async (_name, refuses) => {
  server.become(picky(refuses))
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, rung: 'strict_schema' })
  const asked = server.seen.length
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  expect(server.seen).toHaveLength(asked + 1)
  const { max_tokens, max_completion_tokens } = server.seen.at(-1)?.body ?? {}
  expect(max_tokens ?? max_completion_tokens).toBe(100)
})

it('gives up on an endpoint that always refuses the same', async () => {
  server.become(picky(() => 'max_tokens is not supported, and neither is max_completion_tokens'))
  expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'declined', cost: 0 })
  expect(server.seen).toHaveLength(2)
})

it('asks strictly for shapes that endpoints take, though the schema says more', async () => {
  const schema = z.object({
    colour: z.string().min(1).max(40),
    number: z.number().int().min(0).default(0),
    shade: z.enum(['light', 'dark']).optional(),
    rooms: z
      .array(z.object({ name: z.string().max(5), kind: z.literal('room').nullable() }))
      .max(3)
      .optional(),
  })
  const text = '{"colour": "blue", "number": null, "shade": null, "rooms": [{"name": "hall", "kind": null}]}'
  server.become(personalities.strictly(text))
  expect(await desk.ai.ask({ ...question(), schema })).toMatchObject({
    ok: true,
    rung: 'strict_schema',
    value: { colour: 'blue', number: 0, rooms: [{ name: 'hall', kind: null }] },
  })
})

it('asks loosely for what cannot be said strictly, and keeps what it knows of the endpoint', async () => {
  await desk.ai.ask(question())
  const schema = z.object({ scores: z.record(z.string(), z.number()) })
  server.become(personalities.says('{"scores": {"a": 1}}'))
  expect(await desk.ai.ask({ ...question(), schema })).toMatchObject({
    ok: true,
    rung: 'loose_schema',
    value: { scores: { a: 1 } },
  })
  expect(desk.status().rung).toBe('strict_schema')
})

describe('finds the endpoint however its address is written', () => {
  it.each([
    ['/v1', ''],
    ['/v1', '/'],
    ['/v1', '/v1'],
    ['/v1', '/v1/'],
    ['/v1', '/v1/chat/completions'],
    ['/api/v1', '/api'],
    ['/openai', '/openai/'],
    ['', ''],
    ['/v1beta/openai', '/v1beta/openai'],
  ])('an endpoint at %j, entered as %j', async (root, entered) => {
    const other = await startAiServer(personalities.strict, root)
    desk.set({ aiBaseUrl: `${other.origin}${entered}` })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
    const requests = other.keys.length
    expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
    expect(other.keys).toHaveLength(requests + 1)
    await other.stop()
  })

  it('says when there is nothing', async () => {
    desk.set({ aiBaseUrl: `${server.origin}/nowhere/v1` })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'unreachable', cost: 0 })
    server.become((_request, response) =>
      sendJson(response, 404, refusal('The model `tiny` does not exist', 'model_not_found')),
    )
    desk.set({ aiBaseUrl: server.origin })
    const answer = await desk.ai.ask(question())
    expect(answer).toMatchObject({ ok: false, reason: 'no_model' })
    expect(answer.ok ? '' : answer.message).toContain('tiny')
  })
})

describe('the test', () => {
  it('finds out what the endpoint understands, also while switched off', async () => {
    desk.set({ aiEnabled: false })
    server.become((request, response) =>
      request.body.response_format?.json_schema
        ? sendJson(response, 400, refusal('json_schema is not supported'))
        : personalities.says('{"colour": "blue", "number": 7}')(request, response),
    )
    expect(await desk.ai.test()).toMatchObject({ ok: true, rung: 'json_mode', cost: 0 })
    expect(desk.status()).toMatchObject({ state: 'off', rung: 'json_mode' })
    server.become(personalities.strict)
    expect(await desk.ai.test()).toMatchObject({ ok: true, rung: 'strict_schema' })
  })

  it('says what is wrong', async () => {
    desk.set({ aiModel: '' })
    const result = await desk.ai.test()
    expect(result).toMatchObject({ ok: false, rung: null, cost: 0 })
    expect(result.message).toContain('No model is chosen')
    expect(server.keys).toEqual([])
  })
})

it('tells which models there are: cleaned, sorted, each once, at most 500', async () => {
  server.models = {
    data: [
      { id: 'zeta' },
      { id: ' alpha‮\n' },
      { id: 'zeta' },
      { id: 7 },
      null,
      { id: '' },
      { id: 'x'.repeat(300) },
    ],
  }
  expect(await desk.ai.models()).toEqual(['alpha', 'zeta'])
  server.models = { data: Array.from({ length: 3000 }, (_, index) => ({ id: `m-${10_000 - index}` })) }
  const many = await desk.ai.models()
  expect(many).toHaveLength(500)
  expect(many).toEqual([...many].sort())
  for (const nothing of [null, [], {}, { data: 'none' }, { data: [] }, 'text']) {
    server.models = nothing
    await expect(desk.ai.models()).rejects.toMatchObject({
      error: { code: expect.stringMatching(/^source_/) },
    })
  }
})
