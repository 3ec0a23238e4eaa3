import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '../../main/contract/errors.ts'
import { score as command } from '../../main/shells/terminal/commands/score.ts'
import { openPlace, type Place } from './kit.ts'

vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.remove())

const POSTING = {
  id: 'p1',
  title: 'Senior Backend Engineer',
  company: 'Tidewater Labs',
  location_text: 'Berlin, Germany',
  posted_at: '2026-02-20',
  company_size: '11-50',
  description:
    'A hybrid role, full-time. You know Python and PostgreSQL. Pay: EUR 70,000 - 80,000 a year. English is required.',
}
const CAMPAIGN = {
  name: 'Backend',
  query: 'backend engineer',
  locations: ['Berlin'],
  skills: ['Python', 'Django'],
  seniority: ['senior'],
  remote_preference: ['hybrid'],
  salary_min: 65_000,
  salary_currency: 'EUR',
}
const PROFILE = {
  name: 'Sam',
  skills: ['Postgres', 'Python'],
  preferred_locations: ['Berlin, DE'],
  seniority: 'senior',
}

interface Scored {
  campaign: string
  score: number
  known_share: number
  less_sure: boolean
  factors: {
    factor: string
    state: string
    points: number
    max: number
    share: number | null
    evidence: string
  }[]
  ineligible: { rule: string; reason: string }[]
  match: { score: number; parts: { part: string; points: number; state: string }[] } | null
  on: string
  rates_of: string
  detected: boolean
  job: Record<string, unknown>
  remarks: string[]
}

const FILES = ['--job', 'job.json', '--campaign', 'campaign.json', '--on', '2026-03-02'] as const
const files = (job: unknown = POSTING, campaign: unknown = CAMPAIGN) => {
  place.file('job.json', JSON.stringify(job))
  place.file('campaign.json', JSON.stringify(campaign))
}
/** Carries the command out in this process; names of files are those of the place. */
async function inProcess(
  ...args: string[]
): Promise<{ value: Scored; lines: readonly string[]; remarks: string[] }> {
  const reading = command.read(args.map(arg => (/\.json$|^\.$/.test(arg) ? join(place.folder, arg) : arg)))
  if (reading.help || !('alone' in reading)) throw new Error('It needs no data folder')
  const remarks: string[] = []
  const { json, lines } = await reading.alone({
    progress: { show: () => {}, clear: () => {} },
    signal: new AbortController().signal,
    line: () => {},
    remark: text => remarks.push(text),
  })
  return { value: json as Scored, lines, remarks }
}
const score = async (...more: string[]) => (await inProcess(...FILES, ...more)).value
async function refusal(...args: string[]) {
  try {
    await inProcess(...args)
  } catch (error) {
    if (error instanceof Refusal) return error.error
    throw error
  }
  throw new Error('It was expected to be refused')
}
const sum = (of: { points: number }[]) =>
  Math.round(of.reduce((all, { points }) => all + points * 100, 0)) / 100

it('detects a posting, scores it and says why, with points that add up; opens no data folder', async () => {
  files()
  const scored = await place.json<Scored>('score', ...FILES)
  expect(scored).toEqual(await score())
  expect(scored).toMatchObject({
    campaign: 'Backend',
    less_sure: false,
    notes: [],
    ineligible: [],
    match: null,
    on: '2026-03-02',
    detected: true,
    remarks: [],
    job: { title: POSTING.title, salary_year_low: 70_000, remote_options: 'hybrid', company_size: '11-50' },
  })
  expect(scored.factors).toHaveLength(9)
  expect(sum(scored.factors)).toBe(scored.score)
  const stateOf = (name: string) => scored.factors.find(({ factor }) => factor === name)?.state
  expect([stateOf('location'), stateOf('salary'), stateOf('company_size')]).toEqual([
    'known',
    'known',
    'no_wish',
  ])
  expect(existsSync(place.dataDir)).toBe(false)
})

it('answers the same bytes to the same input, and counts ages to the day that is asked for', async () => {
  files()
  const one = await score()
  expect(JSON.stringify(await score())).toBe(JSON.stringify(one))
  const unsaid = ['--job', 'job.json', '--campaign', 'campaign.json']
  expect((await inProcess(...unsaid, '--on', '2026-09-01')).value.score).toBeLessThan(one.score)
  expect((await inProcess(...unsaid)).value.on).toBe(new Date().toISOString().slice(0, 10))
})

it('takes the facts as detect answers them, and scores them as it scores what it detects itself', async () => {
  files()
  const detected = await score()
  place.file('in.jsonl', JSON.stringify(POSTING))
  await place.json('detect', '--in', 'in.jsonl', '--out', 'out.jsonl')
  const answer = JSON.parse(readFileSync(join(place.folder, 'out.jsonl'), 'utf8'))
  files({ ...POSTING, ...answer })
  expect(await score()).toEqual({ ...detected, detected: false })

  // Facts that stand there are not looked for in the text.
  files({ ...POSTING, fields: { salary_low: 30, salary_period: 'hour', compensation_currency: 'EUR' } })
  const bare = await score()
  expect(bare.job).toMatchObject({ salary_year_low: 62_400, office_city: null, skills: [] })
  expect(bare.factors.find(({ factor }) => factor === 'location')?.state).not.toBe('no_wish')
})

it('chooses a campaign of a list by its name, and matches with the profile beside it or another one', async () => {
  files(POSTING, { campaigns: [CAMPAIGN, { name: 'Coffee', query: 'barista' }], profile: PROFILE })
  const backend = await score('--name', 'backend')
  expect(backend.campaign).toBe('Backend')
  expect(backend.match?.parts.map(({ part, state }) => [part, state])).toEqual([
    ['tech', 'known'],
    ['location', 'known'],
    ['experience', 'known'],
  ])
  expect(sum(backend.match?.parts ?? [])).toBe(backend.match?.score)
  const coffee = await score('--name', 'Coffee')
  expect(coffee.score).toBeLessThan(backend.score)
  place.file('other.json', JSON.stringify({ ...PROFILE, skills: ['Watercolour'] }))
  const other = await score('--name', 'Backend', '--profile', 'other.json')
  expect(other.score).toBe(backend.score)
  expect(other.match?.score).toBeLessThan(backend.match?.score ?? 0)

  const several = await refusal(...FILES)
  expect(several.code).toBe('bad_input')
  expect(several.message).toMatch(
    /holds several campaigns: choose one with --name. It holds "Backend", "Coffee"\.$/,
  )
  expect(await refusal(...FILES, '--name', 'Tea')).toMatchObject({ code: 'not_found' })
})

it('says why a job is not eligible, from its facts and the words of its text', async () => {
  const rules = {
    exclude_words: ['postgresql'],
    require_words: ['Rust'],
    remote_only: true,
    languages: ['de'],
  }
  files(POSTING, { ...CAMPAIGN, rules })
  const { ineligible } = await score()
  expect(ineligible.map(({ rule }) => rule)).toEqual(['excluded_word', 'missing_word', 'remote', 'language'])
})

it('for people: the score in a line, the factors in a table, and no control characters of a posting', async () => {
  files({ ...POSTING, title: 'Backend Engineer\u001b[31m' }, { ...CAMPAIGN, rules: { remote_only: true } })
  place.file('profile.json', JSON.stringify(PROFILE))
  const { lines } = await inProcess(...FILES, '--profile', 'profile.json')
  expect(lines.join('')).not.toContain('\u001b')
  expect(lines[1]).toMatch(/^For "Backend": \d+\.\d\d of 100; \d+ % of the weight could be compared\.$/)
  expect(lines[2]).toMatch(/^Not eligible: .*remote only\.$/)
  expect(lines[4]).toMatch(/^Factor +Points +Of +Why$/)
  expect(lines.filter(line => line.startsWith('Location '))).toHaveLength(2)
  expect(lines).toContainEqual(expect.stringMatching(/^Match with the profile: \d+\.\d\d of 100\.$/))
})

it('has a result for a posting without facts and a campaign without wishes', async () => {
  files({ title: 'Job', company_size: 'some', posted_at: 'soon' }, { name: 'Any' })
  const { value, remarks } = await inProcess(...FILES)
  expect(value).toMatchObject({ score: 0, less_sure: true, known_share: 0, remarks })
  expect(remarks).toEqual([
    expect.stringMatching(/job\.json: company_size cannot be read and counts as not stated\.$/),
    expect.stringMatching(/job\.json: posted_at cannot be read and counts as not stated\.$/),
  ])
})

it('takes one of the files from a pipe', async () => {
  files()
  const { score: expected } = await score()
  const args = ['score', '--job', '-', '--campaign', 'campaign.json', '--on', '2026-03-02', '--json']
  const piped = await place.piped(JSON.stringify(POSTING), ...args)
  expect(piped.code).toBe(0)
  expect(JSON.parse(piped.stdout).score).toBe(expected)
  const broken = await place.piped('{"title":', ...args)
  expect(broken.code).toBe(1)
  expect(JSON.parse(broken.stderr)).toMatchObject({
    code: 'file_not_understood',
    message: expect.stringMatching(/^Standard input is not JSON: /),
  })
  expect(await refusal('--job', '-', '--campaign', '-')).toMatchObject({ code: 'bad_input' })
})

it.each([
  ['no job', ['--campaign', 'campaign.json'], 'bad_input', '--job'],
  ['no campaign', ['--job', 'job.json'], 'bad_input', '--campaign'],
  [
    'a job that is not there',
    ['--job', 'none.json', '--campaign', 'campaign.json'],
    'file_unreadable',
    'there is no such file',
  ],
  ['a folder', ['--job', '.', '--campaign', 'campaign.json'], 'file_unreadable', 'it is not a file'],
  ['an empty file', ['--job', 'empty.json', '--campaign', 'campaign.json'], 'file_empty', 'is empty'],
  [
    'broken JSON',
    ['--job', 'broken.json', '--campaign', 'campaign.json'],
    'file_not_understood',
    'is not JSON',
  ],
  [
    'a list of postings',
    ['--job', 'list.json', '--campaign', 'campaign.json'],
    'file_not_understood',
    'holds a list',
  ],
  [
    'a posting without title',
    ['--job', 'untitled.json', '--campaign', 'campaign.json'],
    'file_not_understood',
    'title',
  ],
  [
    'a fact that is none',
    ['--job', 'facts.json', '--campaign', 'campaign.json'],
    'bad_input',
    'facts.json, fields.remote_options',
  ],
  [
    'a wish that is none',
    ['--job', 'job.json', '--campaign', 'wish.json'],
    'bad_input',
    'wish.json, seniority',
  ],
  ['a posting as campaign', ['--job', 'job.json', '--campaign', 'job.json'], 'bad_input', 'job.json, name'],
  [
    'no campaigns in the file',
    ['--job', 'job.json', '--campaign', 'none-in.json'],
    'bad_input',
    'holds no campaign',
  ],
  [
    'a profile that is none',
    ['--job', 'job.json', '--campaign', 'campaign.json', '--profile', 'badprofile.json'],
    'bad_input',
    'Profile, salary_min',
  ],
  [
    'a day that is none',
    ['--job', 'job.json', '--campaign', 'campaign.json', '--on', '2026-02-30'],
    'bad_input',
    '--on',
  ],
  ['words', ['job.json', 'campaign.json'], 'bad_input', 'no words'],
])('refuses %s in plain words and leaves nothing behind', async (_name, args, code, words) => {
  files()
  place.file('empty.json', ' \n')
  place.file('broken.json', '{"title": "Baker"')
  place.file('list.json', JSON.stringify([POSTING]))
  place.file('untitled.json', '{"description": "Work."}')
  place.file('facts.json', JSON.stringify({ ...POSTING, fields: { remote_options: 'moon' } }))
  place.file('wish.json', JSON.stringify({ ...CAMPAIGN, seniority: ['boss'] }))
  place.file('none-in.json', '{"campaigns": []}')
  place.file('badprofile.json', '{"salary_min": -1}')
  const before = readdirSync(place.folder).sort()
  expect(await refusal(...args)).toMatchObject({ code, message: expect.stringContaining(words) })
  expect(readdirSync(place.folder).sort()).toEqual(before)
})

it('says nothing of it when the reader of its answer has left', () => {
  files()
  const main = new URL('../../main/shells/terminal/main.ts', import.meta.url).pathname
  const line = `"${process.execPath}" "${main}" score ${FILES.join(' ')} | true; echo \${PIPESTATUS[0]}`
  const { INIT_CWD: _, ...env } = process.env
  const { stdout, stderr } = spawnSync('bash', ['-c', line], { cwd: place.folder, env, encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
})
