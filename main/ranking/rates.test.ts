import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { createHttpClient, type HttpRequest } from '../platform/http/client.ts'
import { createRates } from './rates-service.ts'
import { currentRates } from './rates-store.ts'
import { SHIPPED_RATES } from './rules/rates.ts'

const DAILY = readFileSync(new URL('../../tests/fixtures/ecb/daily.xml', import.meta.url), 'utf8')
const DAY = '2026-02-27'

let server: Server
let page: string
let asked: number
let play: RequestListener
let backend: TestBackend

const body =
  (text: string): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/xml' }).end(text)
  }
const status =
  (code: number): RequestListener =>
  (_request, response) => {
    response.writeHead(code).end('no')
  }
const elsewhere: RequestListener = (_request, response) => {
  response.writeHead(302, { location: 'http://127.0.0.1:9/daily.xml' }).end()
}

beforeEach(async () => {
  asked = 0
  play = body(DAILY)
  server = createServer((request, response) => {
    asked++
    if (request.url === '/www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml') play(request, response)
    else response.writeHead(418).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // Public pages are asked here instead, and by their whole address.
  page = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  backend = openBackend({ sourceBaseUrls: { page } })
})
afterEach(async () => {
  await backend.close()
  await closeServer()
})

async function closeServer(): Promise<void> {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
}

const get = () => backend.call('rates.get', {})
const refresh = () => backend.call('rates.refresh', {})
const rateOf = async (currency: string) => (await get()).rates.find(rate => rate.currency === currency)

it('has the shipped rates until newer ones are fetched, and fetches nothing by itself', async () => {
  expect(await get()).toMatchObject({
    day: SHIPPED_RATES.date,
    source: SHIPPED_RATES.source,
    shipped: true,
    fetchedAt: null,
  })
  expect(currentRates(backend.db)).toEqual(SHIPPED_RATES)
  expect(asked).toBe(0)
})

it('fetches the newest rates and keeps those that the bank does not list, each with its day', async () => {
  expect(await refresh()).toEqual({ day: DAY, changed: true })
  expect(await get()).toMatchObject({ day: DAY, shipped: false, fetchedAt: backend.clock.now() })
  expect(await rateOf('USD')).toEqual({ currency: 'USD', perEuro: 1.1523, day: DAY })
  expect(await rateOf('ARS')).toEqual({
    currency: 'ARS',
    perEuro: SHIPPED_RATES.per_eur.ARS,
    day: SHIPPED_RATES.date,
  })
  expect(backend.events.filter(event => event.type === 'rates.changed')).toHaveLength(1)

  backend.clock.advance(60_000)
  expect(await refresh()).toEqual({ day: DAY, changed: false })
  expect(await get()).toMatchObject({ fetchedAt: backend.clock.now() })
})

it('keeps a currency that the bank no longer lists at its last rate', async () => {
  await refresh()
  play = body(DAILY.replace(/.*'PHP'.*\n/, '').replace(DAY, '2026-03-02'))
  await refresh()
  expect(await rateOf('PHP')).toEqual({ currency: 'PHP', perEuro: 67.905, day: DAY })
  expect(await rateOf('USD')).toMatchObject({ day: '2026-03-02' })
})

it('ranks again for campaigns that say something of pay, and for no others', async () => {
  const salary = { salary_min: 50_000, salary_currency: 'EUR' }
  const { campaignId } = await backend.call('campaigns.create', {
    name: 'Paid',
    query: 'engineer',
    ...salary,
  })
  await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })
  await backend.importText(jsonl([row()]), campaignId)
  const queued = () =>
    backend.events.flatMap(event => (event.type === 'run.queued' ? [event.payload.campaignId] : []))
  const before = queued().length
  await refresh()
  expect(queued().slice(before)).toEqual([campaignId])
  await refresh()
  expect(queued()).toHaveLength(before + 1)
})

it.each([
  ['an error of the server', status(500), 'source_unreachable', true, 'internal error'],
  ['an overload', status(503), 'source_unreachable', true, 'overloaded'],
  ['a limit', status(429), 'source_limited', true, 'slow down'],
  ['a refusal', status(403), 'source_refused', false, 'refuses access'],
  ['a page that is gone', status(404), 'source_unreachable', false, 'no such page'],
  ['a way to a private address', elsewhere, 'source_unreachable', false, 'private network'],
  ['garbage', body('\u0000\u0001garbage'), 'source_changed', false, 'not a list'],
  [
    'a page',
    body('<!doctype html><title>Sign in to the network</title>'),
    'source_changed',
    false,
    'not a list',
  ],
  ['half an answer', body(DAILY.slice(0, 900)), 'source_changed', false, 'in the middle'],
  ['10 MB', body(DAILY + ' '.repeat(10_000_000)), 'source_changed', false, 'larger than 1 MB'],
  ['a day that is to come', body(DAILY.replace(DAY, '2031-01-01')), 'source_changed', false, 'still to come'],
  ['an older day', body(DAILY.replace(DAY, '2020-01-02')), 'source_changed', true, 'older than'],
] as const)('says %s in words and keeps the rates', async (_name, answer, code, retryable, words) => {
  play = answer
  const error = await backend.refusal('rates.refresh', {})
  expect(error).toMatchObject({ code, retryable, message: expect.stringContaining(words) })
  expect(await get()).toMatchObject({ day: SHIPPED_RATES.date, shipped: true, fetchedAt: null })
  // What failed for now works the next time.
  play = body(DAILY)
  expect(await refresh()).toEqual({ day: DAY, changed: true })
})

it('does not wait for a server that is silent', async () => {
  play = () => {}
  const rates = createRates(backend.context, {
    newHttp: () => createHttpClient({ userAgent: 'Rolecall/test', delay: async () => {}, pages: page }),
    rankAgain: () => {},
    patience: 200,
  })
  await expect(rates.refresh()).rejects.toMatchObject({
    error: { code: 'source_unreachable', retryable: true, message: expect.stringContaining('took too long') },
  })
  expect(asked).toBe(2)
  expect(await get()).toMatchObject({ day: SHIPPED_RATES.date, fetchedAt: null })
})

it('says that there is no connection and keeps the rates', async () => {
  await refresh()
  await closeServer()
  expect(await backend.refusal('rates.refresh', {})).toMatchObject({
    code: 'source_unreachable',
    retryable: true,
    message: 'European Central Bank: The server refuses connections.',
  })
  expect(await get()).toMatchObject({ day: DAY, shipped: false })
})

it('asks once for two that want it at the same time, and ends when it is cancelled', async () => {
  expect(await Promise.all([refresh(), refresh()])).toHaveLength(2)
  expect(asked).toBe(1)
  expect(await backend.call('rates.cancelRefresh', {})).toEqual({ cancelled: false })

  const seen = new Promise<void>(resolve => {
    play = () => resolve()
  })
  const refused = backend.refusal('rates.refresh', {})
  await seen
  expect(await backend.call('rates.cancelRefresh', {})).toEqual({ cancelled: true })
  expect(await refused).toMatchObject({ code: 'cancelled' })
  expect(await get()).toMatchObject({ day: DAY })
})

it('has the shipped rates when the stored ones cannot be read', async () => {
  await refresh()
  backend.context.unit(tx => tx.db.sql("UPDATE exchange_rates SET data = '{'").run())
  expect(currentRates(backend.db)).toEqual(SHIPPED_RATES)
  expect(await refresh()).toEqual({ day: DAY, changed: true })
})

it('asks the bank itself over a secure connection, and only a public address', async () => {
  const sent: HttpRequest[] = []
  const rates = createRates(backend.context, {
    newHttp: () => ({
      async send(request) {
        sent.push(request)
        return { ok: false, error: { code: 'network', message: 'Not asked.', retryable: true } }
      },
      counters: () => ({ calls: 0, errors: 0, retries: 0, bytes: 0 }),
      close: async () => {},
    }),
    rankAgain: () => {},
  })
  await expect(rates.refresh()).rejects.toThrow('Not asked.')
  expect(sent).toMatchObject([
    { url: 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml', publicOnly: true },
  ])
})
