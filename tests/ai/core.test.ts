import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Asker, asker } from '../contract/kit/ask.ts'
import { openTestCore, type TestCore } from '../contract/kit/core.ts'
import { strict } from '../support/ai/personalities.ts'
import { type AiServer, sendJson, startAiServer } from '../support/ai/server.ts'

/** A busy computer takes longer than a second. */
const PATIENCE = { timeout: 15_000 }

let test: TestCore
let server: AiServer
let asking: Asker
beforeAll(async () => {
  server = await startAiServer((request, response) =>
    request.headers.authorization === 'Bearer sk-of-the-core'
      ? strict(request, response)
      : sendJson(response, 401, {}),
  )
  test = await openTestCore()
  asking = asker({ call: frame => test.core.call(frame) } as Parameters<typeof asker>[0])
})
afterAll(async () => {
  await test.close()
  await server.stop()
})

const KEY = { kind: 'ai', name: 'api_key', value: 'sk-of-the-core' }
const keyOfModel = async () => (await asking.ask('secrets.list', {})).keys.find(({ kind }) => kind === 'ai')

it('a key is entered for a host that the person names, and used for that one only', async () => {
  const { ask, refusal } = asking
  expect(await keyOfModel()).toEqual({ kind: 'ai', name: 'api_key', set: false, host: null })
  for (const host of [
    undefined,
    '',
    'https://api.example.com',
    'api.example.com/v1',
    'me@api.example.com',
    'a b',
  ])
    expect(await refusal('secrets.set', { ...KEY, host })).toMatchObject({ code: 'bad_input', field: 'host' })
  expect(
    await refusal('secrets.set', { kind: 'glassdoor', name: 'api_key', value: 'x', host: 'evil.example' }),
  ).toMatchObject({ code: 'bad_input', field: 'host' })

  await ask('settings.update', { aiEnabled: true, aiModel: 'tiny', aiBaseUrl: 'https://API.Example.com/v1' })
  await ask('secrets.set', { ...KEY, host: 'API.example.com' })
  expect(await keyOfModel()).toEqual({ kind: 'ai', name: 'api_key', set: true, host: 'api.example.com' })
  await ask('ai.resume', {})
  await expect.poll(async () => (await ask('ai.status', {})).state, PATIENCE).toBe('no_price')

  await ask('settings.update', { aiBaseUrl: server.origin })
  expect(await ask('ai.test', {})).toMatchObject({ ok: false })
  expect(server.keys).toEqual([undefined])
  await ask('secrets.set', { ...KEY, host: server.host })
  expect(await ask('ai.test', {})).toMatchObject({ ok: true, rung: 'strict_schema' })
  expect(await ask('ai.models', {})).toEqual({ models: ['tiny'] })
  await expect.poll(async () => (await ask('ai.status', {})).state, PATIENCE).toBe('ready')
  expect(await ask('ai.status', {})).toMatchObject({ rung: 'strict_schema', callsDay: 2, spentDay: 0 })

  await ask('settings.update', { aiBaseUrl: 'https://api.example.com/v1' })
  await expect.poll(async () => (await ask('ai.status', {})).state, PATIENCE).toBe('no_key')
  await ask('secrets.remove', { kind: 'ai', name: 'api_key' })
  expect(await keyOfModel()).toMatchObject({ set: false, host: null })
})

it('keys stand in no file of the data folder and in no line of the log', async () => {
  await asking.ask('secrets.set', { ...KEY, host: server.host })
  const files = readdirSync(test.dataDir, { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile(),
  )
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes('sk-of-the-core'), name).toBe(false)
  expect(JSON.stringify(test.logged)).not.toContain('sk-of-the-core')
})

it('a backend that crashes in the midst of a call counts it as spent', async () => {
  const { ask } = asking
  await ask('settings.update', { aiBaseUrl: server.origin, aiPriceIn: 1, aiPriceOut: 1 })
  await ask('ai.resume', {})
  server.become(() => {})
  const before = server.seen.length
  const asked = test.core.call({ id: 1, procedure: 'ai.test', input: {} })
  await expect.poll(() => server.seen.length, PATIENCE).toBe(before + 1)
  await test.core.crash('backend')
  expect(await asked).toMatchObject({ ok: false, error: { code: 'backend_gone' } })
  await expect.poll(async () => (await ask('ai.status', {})).calls[0]?.state, PATIENCE).toBe('unknown')
  expect((await ask('ai.status', {})).spentDay).toBeGreaterThan(0)
})
