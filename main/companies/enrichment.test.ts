import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { answerGlassdoor, GLASSDOOR_KEY } from '../../tests/support/replay/glassdoor.ts'
import type { CampaignId, CompanyId } from '../contract/ids.ts'

/** How the server answers instead of as usual. */
type Play = (response: ServerResponse, query: string) => boolean

let server: Server
let base: string
let asked: string[]
let play: Play | null
let backend: TestBackend
let campaignId: CampaignId

beforeEach(async () => {
  asked = []
  play = null
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://replay')
    const query = url.searchParams.get('query') ?? ''
    asked.push(query)
    if (play?.(response, query)) return
    const headers = { 'x-api-key': String(request.headers['x-api-key'] ?? '') }
    const answer = answerGlassdoor({ method: request.method ?? 'GET', url, headers, body: '' })
    response.writeHead(answer?.status ?? (answer ? 200 : 404), { 'content-type': 'application/json' })
    response.end(answer?.body ?? '{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await open()
})
afterEach(async () => {
  await backend.close()
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

async function open(secrets: Record<string, string> = { 'glassdoor.api_key': GLASSDOOR_KEY }): Promise<void> {
  await backend?.close()
  backend = openBackend({ sourceBaseUrls: { glassdoor: base }, secrets })
  campaignId = (await backend.call('campaigns.create', { name: 'Any', query: 'engineer' })).campaignId
}

const status =
  (code: number, headers: Record<string, string> = {}): Play =>
  response => {
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end('{"message":"no"}')
    return true
  }
const bring = (...names: string[]) =>
  backend.importText(
    jsonl(names.map((company, i) => row({ id: `${company}-${i}`, title: `Engineer ${company}`, company }))),
    campaignId,
  )
const idOf = async (name: string): Promise<CompanyId> => {
  const { rows } = await backend.call('companies.list', { text: name, sort: 'name' })
  const found = rows.find(company => company.name === name)
  if (!found) throw new Error(`${name} is not there`)
  return found.id
}
const get = async (name: string) => backend.call('companies.get', { companyId: await idOf(name) })
const fact = (view: Awaited<ReturnType<typeof get>>, name: string) =>
  view.facts.find(one => one.name === name)
const switchOn = (more = {}) => backend.call('settings.update', { enrichCompanies: true, ...more })
const work = async () => {
  backend.enrichment.wake()
  await backend.enrichment.settled()
}
const lookups = () => backend.call('companies.lookups', {})

describe('the queue of look-ups', () => {
  it('asks nothing before it is switched on and a key is entered', async () => {
    await bring('Tidemark')
    await work()
    expect(asked).toEqual([])
    expect(await lookups()).toMatchObject({ on: false, pending: 1, askedToday: 0, perDay: 50 })
    expect(await backend.refusal('companies.enrichNow', { companyId: await idOf('Tidemark') })).toMatchObject(
      {
        code: 'unsupported',
      },
    )
    await open({})
    await bring('Tidemark')
    await switchOn()
    await work()
    expect(asked).toEqual([])
    expect(await backend.refusal('companies.enrichNow', { companyId: await idOf('Tidemark') })).toMatchObject(
      {
        code: 'source_refused',
        message: 'Glassdoor company search needs your API key. Enter it in Settings, under Company facts.',
      },
    )
  })

  it('keeps what it found with its origin, and remembers who is not known', async () => {
    await bring('Tidemark', 'Nobody Knows Them')
    await switchOn()
    await work()
    expect(asked.toSorted()).toEqual(['Nobody Knows Them', 'Tidemark'])
    const view = await get('Tidemark')
    expect(view).toMatchObject({
      rating: 3.9,
      reviewCount: 214,
      lookup: { state: 'success', message: 'Found at Glassdoor.', nextAttemptAt: null },
      factsAt: backend.clock.now(),
    })
    expect(view.factsUrl).toContain('glassdoor.com')
    expect(view.ratings).toContainEqual({ topic: 'work-life balance', value: 4.1 })
    expect(fact(view, 'headquarters')).toEqual({
      name: 'headquarters',
      value: 'Rotterdam, Netherlands',
      origin: 'glassdoor',
      at: backend.clock.now(),
    })
    expect(fact(view, 'size_range')?.value).toBe('201-500')
    const unknown = await get('Nobody Knows Them')
    expect(unknown.lookup).toMatchObject({
      state: 'not_found',
      message: 'Glassdoor knows no company of this name.',
      nextAttemptAt: '2026-04-01T09:00:00.000Z',
    })
    expect(await lookups()).toMatchObject({ on: true, pending: 0, found: 1, askedToday: 2, stopped: null })

    // Nobody is asked again before the time; then only who was not found, and the wait grows.
    await work()
    expect(asked).toHaveLength(2)
    backend.clock.set('2026-04-01T09:00:01.000Z')
    await work()
    expect(asked.slice(2)).toEqual(['Nobody Knows Them'])
    expect((await get('Nobody Knows Them')).lookup.nextAttemptAt).toBe('2026-05-31T09:00:01.000Z')
  })

  it('leaves what the person said, and a website that a posting named', async () => {
    await backend.importText(
      jsonl([
        row({ company: 'Tidemark', company_website: 'https://tidemark.example/en', industry: 'Ships' }),
      ]),
      campaignId,
    )
    const companyId = await idOf('Tidemark')
    await backend.call('companies.edit', { companyId, facts: { headquarters: null, size_range: '11-50' } })
    const { undo } = await backend.call('companies.edit', { companyId, facts: { headquarters: 'Leeds' } })
    await switchOn()
    await work()
    const view = await get('Tidemark')
    expect(fact(view, 'headquarters')).toMatchObject({ value: 'Leeds', origin: 'you' })
    expect(fact(view, 'size_range')).toMatchObject({ value: '11-50', origin: 'you' })
    expect(fact(view, 'website')).toMatchObject({ value: 'https://tidemark.example/en', origin: 'posting' })
    expect(fact(view, 'industry')).toMatchObject({ value: 'Shipping & Ports', origin: 'glassdoor' })
    // Taking the edit back leaves what was found since then.
    await backend.call('changes.undo', { changeId: undo?.changeId as never })
    const after = await get('Tidemark')
    expect(fact(after, 'headquarters')).toMatchObject({ value: null })
    expect(fact(after, 'industry')).toMatchObject({ value: 'Shipping & Ports', origin: 'glassdoor' })
    expect(fact(after, 'founded')).toMatchObject({ value: 1987, origin: 'glassdoor' })
  })

  it('begins with favourites and the companies of the best jobs, and leaves blocked ones out', async () => {
    await bring('Aaa', 'Bbb', 'Ccc', 'Ddd', 'Eee')
    await backend.call('companies.setBlocked', { companyIds: [await idOf('Bbb')], blocked: true })
    await backend.call('companies.setFavourite', { companyIds: [await idOf('Ddd')], favourite: true })
    const { rows } = await backend.call('jobs.list', { filter: { text: 'Ccc' } })
    await backend.call('applications.setStatus', { jobIds: rows.map(job => job.id), status: 'approved' })
    backend.db
      .sql("UPDATE best_rankings SET score = 99 WHERE job_id = (SELECT id FROM jobs WHERE company = 'Eee')")
      .run()
    await switchOn()
    await work()
    expect(asked).toEqual(['Ddd', 'Ccc', 'Eee', 'Aaa'])
  })

  it('keeps to the number of a day, and goes on the next day', async () => {
    await bring('Aaa', 'Bbb', 'Ccc')
    await switchOn({ enrichCompaniesPerDay: 2 })
    await work()
    await work()
    expect(asked).toHaveLength(2)
    expect(await lookups()).toMatchObject({ askedToday: 2, pending: 1 })
    backend.clock.advance(24 * 60 * 60 * 1000)
    expect(await lookups()).toMatchObject({ askedToday: 0 })
    await work()
    expect(asked).toHaveLength(3)
    expect(await backend.refusal('settings.update', { enrichCompaniesPerDay: 0 })).toMatchObject({
      code: 'bad_input',
      field: 'enrichCompaniesPerDay',
    })
  })

  it('pauses, and goes on where it was, also after a restart', async () => {
    await bring('Aaa', 'Bbb')
    await switchOn({ enrichCompaniesPaused: true })
    await work()
    expect(asked).toEqual([])
    // By hand one can be looked up all the same.
    expect(await backend.call('companies.enrichNow', { companyId: await idOf('Bbb') })).toMatchObject({
      state: 'not_found',
    })
    await backend.enrichment.stop()
    await backend.call('settings.update', { enrichCompaniesPaused: false })
    await work()
    expect(asked).toEqual(['Bbb'])
    const again = openBackend({
      dataDir: backend.dataDir,
      now: '2026-03-02T10:00:00.000Z',
      sourceBaseUrls: { glassdoor: base },
      secrets: { 'glassdoor.api_key': GLASSDOOR_KEY },
    })
    again.enrichment.wake()
    await again.enrichment.settled()
    expect(asked).toEqual(['Bbb', 'Aaa'])
    expect(await again.call('companies.lookups', {})).toMatchObject({ pending: 0, askedToday: 2 })
    await again.close()
  })

  it('ranks again for campaigns that wish for a size once sizes became known', async () => {
    const small = await backend.call('campaigns.create', {
      name: 'Small',
      query: 'engineer',
      company_sizes: ['201-500'],
    })
    await bring('Tidemark')
    await switchOn()
    await work()
    const run = backend.db
      .sql<{ id: number; campaign_id: number }>(
        "SELECT id, campaign_id FROM runs WHERE kind = 'rank' ORDER BY id DESC",
      )
      .first()
    expect(run?.campaign_id).toBe(small.campaignId)
    await backend.engine.ended(run?.id as never)
    const { rows } = await backend.call('jobs.list', { filter: { campaignId: small.campaignId } })
    const view = await backend.call('jobs.get', { jobId: rows[0]?.id as never, campaignId: small.campaignId })
    const size = view.rankings[0]?.explanation.factors.find(factor => factor.factor === 'company_size')
    expect(size).toMatchObject({ state: 'known' })
  })
})

describe('what goes wrong', () => {
  it.each([401, 403])('stops at %i, names the key, and goes on when it is told to', async code => {
    await bring('Tidemark', 'Seawall')
    await switchOn()
    play = status(code)
    await work()
    expect(asked).toHaveLength(1)
    expect(await lookups()).toMatchObject({
      stopped:
        'Glassdoor company search refused your API key. Enter a valid one in Settings, under Company facts.',
      pending: 2,
    })
    await work()
    expect(asked).toHaveLength(1)
    play = null
    await backend.call('companies.resumeLookups', {})
    await backend.enrichment.settled()
    expect(await lookups()).toMatchObject({ stopped: null, pending: 0, found: 2 })
  })

  it('leaves the server alone for as long as it asks for', async () => {
    await bring('Tidemark', 'Seawall')
    await switchOn()
    play = status(429, { 'retry-after': '7200' })
    await work()
    expect(asked).toHaveLength(1)
    expect(await lookups()).toMatchObject({
      waitUntil: '2026-03-02T11:00:00.000Z',
      pending: 2,
      stopped: null,
    })
    expect((await lookups()).waitReason).toMatch(/slow down/)
    play = null
    await work()
    expect(asked).toHaveLength(1)
    expect(await backend.refusal('companies.enrichNow', { companyId: await idOf('Tidemark') })).toMatchObject(
      {
        code: 'source_limited',
        retryable: true,
      },
    )
    backend.clock.set('2026-03-02T11:00:01.000Z')
    await work()
    expect(await lookups()).toMatchObject({ waitUntil: null, pending: 0, found: 2 })
  })

  it('tries a company again after an hour, two, four, and leaves a server that fails often', async () => {
    await bring('Aaa', 'Bbb', 'Ccc', 'Ddd')
    await switchOn()
    play = status(500)
    await work()
    // Three failures in a row are enough.
    expect(asked).toHaveLength(3)
    expect(await lookups()).toMatchObject({ waitUntil: '2026-03-02T09:15:00.000Z', pending: 1 })
    const failed = asked[0] ?? ''
    expect((await get(failed)).lookup).toMatchObject({
      state: 'error',
      message: 'Glassdoor company search has a problem (status 500).',
      nextAttemptAt: '2026-03-02T10:00:00.000Z',
    })
    // The person may try in spite of that.
    expect(await backend.call('companies.enrichNow', { companyId: await idOf(failed) })).toMatchObject({
      state: 'error',
      nextAttemptAt: '2026-03-02T11:00:00.000Z',
    })
    play = null
    backend.clock.set('2026-03-02T12:00:00.000Z')
    await work()
    expect((await get(failed)).lookup.state).toBe('not_found')
    expect(await lookups()).toMatchObject({ waitUntil: null, pending: 0 })
  })

  it.each<[string, Play]>([
    [
      'a web page',
      response => Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')),
    ],
    ['another form', response => Boolean(response.writeHead(200).end('{"data":{"hits":[]}}'))],
    ['nothing', response => Boolean(response.writeHead(200).end())],
    [
      'half an answer',
      response => {
        response.writeHead(200, { 'content-length': '5000' })
        response.write('{"data":[', () => response.destroy())
        return true
      },
    ],
    ['a broken connection', response => Boolean(response.destroy())],
    [
      'companies without names',
      response => Boolean(response.writeHead(200).end('{"data":[{"rating":"x"},7]}')),
    ],
  ])('remembers the error when %s comes back, and changes no fact', async (_what, answer) => {
    await bring('Tidemark')
    await switchOn()
    play = answer
    await work()
    const view = await get('Tidemark')
    expect(view.lookup.state).toBe('error')
    expect(view.lookup.message).toMatch(/^[A-Z].*\.$/)
    expect(view.rating).toBeNull()
    expect(view.facts.every(one => one.origin !== 'glassdoor')).toBe(true)
  })

  it('sends the key nowhere else, even when the server leads elsewhere', async () => {
    const seen: unknown[] = []
    const other = createServer((request, response) => {
      seen.push(request.headers['x-api-key'])
      response.end('{"data":[]}')
    })
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/x`
    await bring('Tidemark')
    await switchOn()
    play = status(302, { location })
    await work()
    expect(seen).toEqual([undefined])
    other.closeAllConnections()
    await new Promise(resolve => other.close(resolve))
  })
})
