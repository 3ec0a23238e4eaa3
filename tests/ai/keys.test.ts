import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk, question } from '../support/ai/desk.ts'
import { strict } from '../support/ai/personalities.ts'
import { type AiServer, startAiServer } from '../support/ai/server.ts'

let server: AiServer
let desk: Desk
beforeEach(async () => {
  server = await startAiServer(strict)
  desk = openDesk({ settings: { aiBaseUrl: server.origin } })
})
afterEach(async () => {
  await desk.close()
  await server.stop()
})

const PUBLIC = { aiBaseUrl: 'https://api.example.com/v1', aiPriceIn: 1, aiPriceOut: 1 }

describe('what is missing is said, and nothing is asked', () => {
  it.each([
    ['off', { aiEnabled: false }, 'off', 'switched off'],
    ['no_model', { aiModel: '' }, 'no_model', 'No model'],
    ['no_key', PUBLIC, 'no_key', 'api.example.com'],
    ['no_key', { ...PUBLIC, aiBaseUrl: 'https://api.example.com:8443' }, 'no_key', 'api.example.com:8443'],
    ['no_key', { aiBaseUrl: 'http://192.168.1.20:8080' }, 'no_key', '192.168.1.20:8080'],
    ['bad_address', { aiBaseUrl: 'http://8.8.8.8/v1' }, 'unreachable', 'https://'],
    ['bad_address', { aiBaseUrl: 'http://[2001:4860:4860::8888]/v1' }, 'unreachable', 'https://'],
    ['bad_address', { aiBaseUrl: 'https://me:word@api.example.com' }, 'unreachable', 'Leave names'],
  ] as const)('%s: %j', async (state, settings, reason, words) => {
    desk.set(settings)
    const standing = await desk.ai.state()
    expect(standing.state).toBe(state)
    expect(standing.message).toContain(words)
    expect(desk.status()).toMatchObject({ state, message: standing.message })
    expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason, cost: 0 })
    expect(server.keys).toEqual([])
  })

  it('no_price, once there is a key', async () => {
    desk.set({ ...PUBLIC, aiPriceOut: null })
    desk.keys.set('api.example.com', 'sk-1')
    expect(await desk.ai.state()).toMatchObject({ state: 'no_price' })
    desk.set({ aiPriceOut: 2 })
    expect(await desk.ai.state()).toMatchObject({ state: 'ready', message: '' })
  })
})

it('needs no key on this computer, and sends none', async () => {
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true, cost: 0 })
  expect(server.keys).toEqual([undefined])
})

it('sends a key only to the host and port that it was entered for', async () => {
  const other = await startAiServer(strict)
  desk.keys.set(server.host, 'sk-first')
  await desk.ai.ask(question())
  await desk.ai.models()
  expect(server.keys).toEqual(['Bearer sk-first', 'Bearer sk-first'])
  desk.set({ aiBaseUrl: other.origin })
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  await desk.ai.models()
  expect(other.keys).toEqual([undefined, undefined])
  desk.set({ ...PUBLIC })
  expect(await desk.ai.state()).toMatchObject({ state: 'no_key' })
  await other.stop()
})

it('tells the endpoint nothing of this computer but its name', async () => {
  process.env.OPENAI_ORG_ID = 'org-from-outside'
  process.env.OPENAI_CUSTOM_HEADERS = 'x-outside: yes'
  await desk.ai.ask(question())
  delete process.env.OPENAI_ORG_ID
  delete process.env.OPENAI_CUSTOM_HEADERS
  const { 'user-agent': agent, ...headers } = server.seen[0]?.headers ?? {}
  expect(agent).toBe('Rolecall/test')
  expect(Object.keys(headers).sort()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'content-length',
    'content-type',
    'host',
  ])
})

it('refuses a key that cannot be sent, without repeating it', async () => {
  desk.keys.set(server.host, 'sk-first\r\nx-evil: 1')
  const answer = await desk.ai.ask(question())
  expect(answer).toMatchObject({ ok: false, reason: 'key_refused' })
  expect(JSON.stringify([answer, desk.log])).not.toContain('sk-first')
  expect(server.keys).toEqual([])
})

it('never asks a name that leads out of the own network over http', async () => {
  desk.set({ aiBaseUrl: 'http://dns.google/v1', aiPriceIn: 1, aiPriceOut: 1 })
  desk.keys.set('dns.google', 'sk-1')
  expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'unreachable', cost: 0 })
})

it('asks by name on this computer', async () => {
  desk.set({ aiBaseUrl: server.origin.replace('127.0.0.1', 'localhost') })
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
})

it('goes through the proxy that the person set', async () => {
  const asked: string[] = []
  const proxy = createServer((incoming, response) => {
    asked.push(incoming.url ?? '')
    const { pathname } = new URL(incoming.url ?? '')
    const { method, headers } = incoming
    const onward = request(`${server.origin}${pathname}`, { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(response)
    })
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  desk.set({
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    aiBaseUrl: 'http://10.20.30.40:8080/v1',
    aiPriceIn: 1,
    aiPriceOut: 1,
  })
  desk.keys.set('10.20.30.40:8080', 'sk-inner')
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  expect(asked).toEqual(['http://10.20.30.40:8080/v1/chat/completions'])
  expect(server.keys).toEqual(['Bearer sk-inner'])
  proxy.close()
  proxy.closeAllConnections()
})
