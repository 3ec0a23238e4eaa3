import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startCore } from '../../main/app/core.ts'
import { acquireLock } from '../../main/platform/files/lock.ts'
import { openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core: a second here, many where other tests have the processors.
vi.setConfig({ testTimeout: 120_000 })

const CAMPAIGNS = {
  profile: { name: 'Sam', skills: ['Python'], salary_min: 50_000, salary_currency: 'EUR' },
  campaigns: [
    {
      name: 'Backend',
      query: 'backend engineer',
      locations: ['Berlin'],
      skills: ['Python'],
      alert_threshold: 60,
    },
    { name: 'Analysis', query: 'data analyst', skills: ['SQL'] },
  ],
}
const POSTINGS = [
  { id: '1', title: 'Barista', company: 'Beans', location: 'Lyon', description: 'Coffee.' },
  {
    id: '2',
    title: 'Backend Engineer',
    company: 'Initech\u001b[31m',
    location: 'Berlin, Germany',
    description: 'Python and Django. EUR 70,000 - 80,000 a year.',
  },
  { id: '3', title: 'Data Analyst', company: 'Globex', location: 'London', description: 'SQL every day.' },
]

interface JobValue {
  id: number
  title: string
  score: number
  status: string
  salary_low: number | null
  compensation_currency: string | null
  explanation: { score: number; factors: { factor: string; state: string; points: number }[] } | null
}
interface RankedValue {
  campaign: string
  state: string
  ranked: number
  jobs: JobValue[]
}
interface CampaignValue {
  id: number
  name: string
  query: string
  state: string
  found: number
  skills: string[]
  [more: string]: unknown
}

let board: ReturnType<typeof createServer>
let place: Place
beforeAll(async () => {
  const recorded = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'greenhouse', 'board.json'))
  board = createServer((request, response) => {
    const known = request.url?.includes('/other/') !== true
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(known ? recorded : '{"status":404}')
  })
  await new Promise<void>(resolve => board.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(board.address() as AddressInfo).port}`
  place = openPlace({ env: { ROLECALL_SOURCE_BASE_URLS: JSON.stringify({ greenhouse: address }) } })
  place.file('campaigns.json', JSON.stringify(CAMPAIGNS))
  place.file('postings.json', JSON.stringify(POSTINGS))
})
afterAll(() => {
  board.close()
  place.remove()
})

describe('in the order of a first day', () => {
  it('campaign import makes campaigns and the profile, and the second time changes them', async () => {
    expect(await place.json('campaign', 'import', 'campaigns.json')).toEqual({
      created: ['Backend', 'Analysis'],
      updated: [],
      profile: true,
    })
    place.file('list.json', JSON.stringify([{ name: 'analysis', query: 'analyst' }]))
    expect(await place.json('campaign', 'import', 'list.json')).toEqual({
      created: [],
      updated: ['analysis'],
      profile: false,
    })
    const list = await place.json<CampaignValue[]>('campaign', 'list')
    expect(list.map(({ name, query }) => [name, query])).toEqual([
      ['analysis', 'analyst'],
      ['Backend', 'backend engineer'],
    ])
  })

  it('campaign import checks everything before it changes anything', async () => {
    const bad = [
      { name: 'Fresh' },
      { name: 'Wrong', salary_min: 90_000, salary_max: 10_000, salary_currency: 'EUR' },
    ]
    place.file('bad.json', JSON.stringify(bad))
    const { code, message } = await place.error('campaign', 'import', 'bad.json')
    expect(code).toBe('bad_input')
    expect(message).toBe(
      'Campaign 2 ("Wrong"), salary_max: The highest salary (10000) is below the lowest (90000)',
    )
    place.file('bad.json', '{"campaigns": 7}')
    expect(await place.error('campaign', 'import', 'bad.json')).toMatchObject({ code: 'file_not_understood' })
    place.file('bad.json', '[{"name":')
    expect(await place.error('campaign', 'import', 'bad.json')).toMatchObject({ code: 'file_not_understood' })
    expect(await place.json<unknown[]>('campaign', 'list')).toHaveLength(2)
  })

  it('import, then jobs in the order of their rank, each with its explanation', async () => {
    await place.json('import', 'postings.json', '--campaign', 'Backend')
    const jobs = await place.json<JobValue[]>('jobs', '--campaign', 'Backend')
    expect(jobs.map(job => job.title)).toEqual(['Backend Engineer', expect.anything(), expect.anything()])
    expect(jobs.map(job => job.score)).toEqual(jobs.map(job => job.score).toSorted((a, b) => b - a))
    const [best] = jobs
    expect(best).toMatchObject({ status: 'waiting', salary_low: 70_000, compensation_currency: 'EUR' })
    expect(best?.explanation?.score).toBe(best?.score)
    expect(best?.explanation?.factors).toHaveLength(9)
    expect(await place.json<unknown[]>('jobs', '--campaign', 'Backend', '--limit', '1')).toHaveLength(1)
    expect(await place.json('jobs', '--status', 'applied,offer')).toEqual([])
  })

  it('jobs for people: a table with the reasons below each, and no control characters of a posting', async () => {
    const { code, stdout, milliseconds } = await place.rolecall(
      'jobs',
      '--campaign',
      'Backend',
      '--limit',
      '2',
    )
    expect(code).toBe(0)
    const [head, first, why] = stdout.split('\n')
    expect(head).toMatch(/^Score {2}Known +Title +Company +Place +Pay +Status$/)
    expect(first).toMatch(
      /Backend Engineer +Initech *\[31m +Berlin, Germany +EUR 70,000–80,000 a year +waiting$/,
    )
    expect(why).toMatch(/^ +.*title \d+\/\d+/)
    expect(stdout).not.toContain('\u001b')
    console.log(`rolecall jobs: ${milliseconds.toFixed(0)} ms from start to end`)
  })

  it('search finds words and says when there is nothing', async () => {
    const found = await place.json<JobValue[]>('search', 'django', 'python')
    expect(found.map(job => job.title)).toEqual(['Backend Engineer'])
    expect(await place.json('search', 'unheard-of-word')).toEqual([])
    const { stdout } = await place.rolecall('search', 'unheard-of-word')
    expect(stdout).toBe('Nothing was found for "unheard-of-word".\n')
    expect(await place.error('search')).toMatchObject({ code: 'bad_input' })
  })

  it('campaign add makes a campaign and ranks what is there for it', async () => {
    const made = await place.json<CampaignValue>(
      ...[
        'campaign',
        'add',
        '--name',
        'Coffee',
        '--query',
        'barista',
        '--location',
        'Lyon',
        '--country',
        'FR',
      ],
      ...[
        '--location',
        'Paris, FR',
        '--remote',
        'onsite,hybrid',
        '--seniority',
        'junior',
        '--skills',
        'Latte, Art',
      ],
      ...['--salary-min', '20000', '--salary-max', '30000', '--currency', 'EUR', '--threshold', '55'],
    )
    expect(made).toMatchObject({
      name: 'Coffee',
      locations: ['Lyon', 'Paris, FR'],
      country: 'FR',
      remote_preference: ['onsite', 'hybrid'],
      seniority: ['junior'],
      skills: ['Latte', 'Art'],
      salary_min: 20_000,
      salary_max: 30_000,
      salary_currency: 'EUR',
      alert_threshold: 55,
    })
    const [best] = await place.json<JobValue[]>('jobs', '--campaign', 'Coffee')
    expect(best?.title).toBe('Barista')
  })

  it('a taken name is a conflict', async () => {
    expect(await place.error('campaign', 'add', '--name', 'coffee')).toMatchObject({ code: 'conflict' })
  })

  it('rank ranks again, and answers the best jobs of a campaign with the whole explanation', async () => {
    const [ranked, ...more] = await place.json<RankedValue[]>('rank', '--campaign', 'backend', '--limit', '2')
    expect(more).toEqual([])
    expect(ranked).toMatchObject({ campaign: 'Backend', state: 'succeeded', ranked: 0, error: null })
    expect(ranked?.jobs).toEqual(await place.json('jobs', '--campaign', 'Backend', '--limit', '2'))
    expect(ranked?.jobs[0]?.explanation?.factors).toHaveLength(9)
    const all = await place.json<RankedValue[]>('rank', '--limit', '0')
    expect(all.map(({ campaign }) => campaign).toSorted()).toEqual(['Backend', 'Coffee', 'analysis'])
    expect(all.flatMap(({ jobs }) => jobs)).toEqual([])
  })

  it('rank for people: what was ranked on standard error, the best jobs on standard output', async () => {
    const { code, stdout, stderr } = await place.rolecall('rank', '--limit', '1')
    expect(code).toBe(0)
    expect(stderr.split('\n').filter(Boolean)).toEqual(
      ['Backend', 'Coffee', 'analysis'].map(() => expect.stringMatching(/: \d+ rankings? changed$/)),
    )
    const lines = stdout.split('\n')
    for (const name of ['Backend', 'Coffee', 'analysis']) {
      const at = lines.indexOf(name)
      expect(lines[at + 1]).toMatch(/^Score {2}Known +Title/)
      expect(lines[at + 2]).toMatch(/^ *\d+\.\d {2}\d+ %/)
      expect(lines[at + 3]).toMatch(/^ {7}(?:[a-z ]+ \d+\/\d+|nothing to compare)/)
    }
    const none = await place.rolecall('rank', '--campaign', 'Coffee', '--limit', '0')
    expect({ code: none.code, stdout: none.stdout }).toEqual({ code: 0, stdout: '' })
  })

  it('run collects from the sources of a campaign, and says where there are none', async () => {
    expect(await place.json('run')).toEqual([])
    const { code, stdout, stderr } = await place.rolecall('run', '--campaign', 'Backend', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([{ campaign: 'Backend', state: 'failed' }])
    expect(JSON.parse(stderr).message).toContain('no source')

    await followBoard('Backend')
    const [done] = await place.json<{ raw: number; jobs: number; api_calls: number }[]>('run')
    expect(done).toMatchObject({ campaign: 'Backend', state: 'succeeded', error: null })
    expect(done?.raw).toBeGreaterThan(0)
    expect(done?.api_calls).toBeGreaterThan(0)
    const watched = await place.rolecall('run', '--campaign', 'Backend', '--json', '--progress')
    const lines = watched.stdout.trim().split('\n')
    const [again] = JSON.parse(lines.at(-1) ?? '[]')
    expect(again).toMatchObject({ raw: 0, jobs: 0 })
    for (const line of lines.slice(0, -1))
      expect(JSON.parse(line)).toMatchObject({
        progress: { runId: expect.any(Number), steps: expect.any(Array) },
      })
  })

  it('run of all campaigns leaves those out whose sources are switched off', async () => {
    await switchSource(false)
    expect(await place.json('run')).toEqual([])
    await switchSource(true)
  })

  it('runs lists the newest first, and one run with its steps, sources and remarks', async () => {
    const all = await place.json<{ id: number; campaign: string; kind: string; state: string }[]>('runs')
    expect(all.length).toBeGreaterThan(2)
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a))
    const [collected] = all.filter(({ kind, state }) => kind === 'collect' && state === 'succeeded')
    const theirs = await place.json<{ campaign: string }[]>('runs', '--campaign', 'Backend', '--limit', '2')
    expect(theirs.map(({ campaign }) => campaign)).toEqual(['Backend', 'Backend'])
    expect((await place.rolecall('runs')).stdout).toMatch(/^Run +Campaign +Kind +State +Begun +Took/m)
    const one = await place.json<{ steps: unknown[]; sources: unknown[] }>('runs', String(collected?.id))
    expect(one.steps).toHaveLength(9)
    expect(one.sources).toMatchObject([{ label: 'Greenhouse: tidemark', problem: null }])
    const { stdout } = await place.rolecall('runs', String(collected?.id))
    expect(stdout).toMatch(/^Run \d+: collect for Backend, succeeded after /)
    expect(stdout).toMatch(/^check +done +10 of 10 +1/m)
    expect(await place.error('runs', '999')).toMatchObject({ code: 'not_found' })
  })

  it('source list shows what there is; source test asks one, and several of a name are listed', async () => {
    await followBoard('Backend', 'other')
    const sources = await place.json<{ label: string; kind: string; state: string }[]>('source', 'list')
    expect(sources.map(({ label }) => label).toSorted()).toEqual([
      'Greenhouse: other',
      'Greenhouse: tidemark',
    ])
    expect((await place.rolecall('source', 'list')).stdout).toMatch(/^Source +Kind +State +Open +Health\n/)
    for (const name of ['greenhouse:TIDEMARK', 'Greenhouse: tidemark', 'tidemark']) {
      const tested = await place.json<{ source: string; postings: number }>('source', 'test', name)
      expect(tested.source).toBe('Greenhouse: tidemark')
      expect(tested.postings).toBeGreaterThan(0)
    }
    expect(await place.error('source', 'test', 'greenhouse')).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('"Greenhouse: other"'),
    })
    expect(await place.error('source', 'test', 'nowhere')).toMatchObject({ code: 'not_found' })
    expect(await place.error('source', 'test', 'Greenhouse: other')).toMatchObject({
      code: 'source_not_found',
      message: expect.stringContaining('other'),
    })
  })

  it('doctor looks at everything', async () => {
    const report = await place.json<{ jobs: number; campaigns: number; checks: { state: string }[] }>(
      'doctor',
    )
    expect(report.campaigns).toBe(3)
    expect(report.checks.length).toBeGreaterThan(2)
    expect(report.checks.filter(check => check.state === 'red')).toEqual([])
  })
})

/** Gives a campaign the recorded board as its source, as a page does. */
async function openCore() {
  const started = await startCore({
    dataDir: place.dataDir,
    version: 'test',
    schedule: false,
    shell: { answer: ({ id }) => Promise.resolve({ id, ok: true, value: {} }), log: () => {} },
  })
  if (!started.ok) throw new Error(started.error.message)
  return started.core
}

async function followBoard(campaign: string, board = 'tidemark'): Promise<void> {
  const core = await openCore()
  const campaigns = await core.call({ id: 1, procedure: 'campaigns.list', input: {} })
  const list = campaigns.ok ? (campaigns.value as { id: number; draft: { name: string } }[]) : []
  const campaignId = list.find(({ draft }) => draft.name === campaign)?.id
  const input = { kind: 'greenhouse', config: { board }, campaignId }
  expect(await core.call({ id: 2, procedure: 'sources.add', input })).toMatchObject({ ok: true })
  await core.stop()
}

/** Switches the first source that was added. */
async function switchSource(enabled: boolean): Promise<void> {
  const core = await openCore()
  const sources = await core.call({ id: 1, procedure: 'sources.list', input: {} })
  const [first] = sources.ok ? (sources.value as { id: number }[]) : []
  const input = { sourceId: first?.id, enabled }
  expect(await core.call({ id: 2, procedure: 'sources.setEnabled', input })).toMatchObject({ ok: true })
  await core.stop()
}

describe('how it speaks', () => {
  it('help needs no data folder and names every command', async () => {
    const fresh = openPlace()
    const { code, stdout } = await fresh.rolecall('help')
    expect(code).toBe(0)
    for (const name of [
      'import',
      'jobs',
      'search',
      'run',
      'rank',
      'score',
      'campaign add',
      'campaign import',
      'doctor',
    ])
      expect(stdout).toContain(`  rolecall ${name} `.trimEnd())
    expect((await fresh.rolecall('jobs', '--help')).stdout).toContain('[--limit N]')
    fresh.remove()
  })

  it('what was typed wrongly is refused in words, before anything is opened', async () => {
    const fresh = openPlace()
    const { code, stdout, stderr } = await fresh.rolecall('jobs', '--limit', 'x')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('--limit')
    expect(await fresh.error('jobs', '--limit', 'x')).toEqual({ code: 'bad_input', message: stderr.trim() })
    expect(await fresh.error('brew')).toMatchObject({ code: 'bad_input' })
    expect(existsSync(fresh.dataDir)).toBe(false)
    fresh.remove()
  })

  it('an unknown campaign is answered with those that there are', async () => {
    expect(await place.error('jobs', '--campaign', 'Nope')).toEqual({
      code: 'not_found',
      message: 'There is no campaign "Nope". There are: "analysis", "Backend", "Coffee".',
    })
  })

  it('a folder that another Rolecall has open is left alone', async () => {
    const lock = await acquireLock(place.dataDir)
    expect(await place.error('jobs')).toMatchObject({ code: 'already_running' })
    if (lock.ok) lock.release()
  })

  it('a folder that cannot be made is said plainly', async () => {
    const fresh = openPlace()
    fresh.file('data', 'a file in the way')
    const { code, message } = await fresh.error('jobs')
    expect(code).toBe('data_folder_read_only')
    expect(message).toContain('--data-dir')
    fresh.remove()
  })
})
