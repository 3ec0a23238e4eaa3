import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPlace, type Place } from './kit.ts'

vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.remove())

interface Line {
  id: string | number
  line?: number
  error?: string
  fields: Record<string, unknown>
  provenance: Record<string, { origin: string; quote: string | null; where: string; start: number | null }>
}

const linesOf = (text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
const answers = () => linesOf(readFileSync(join(place.folder, 'out.jsonl'), 'utf8'))

const FILES = ['--in', 'in.jsonl', '--out', 'out.jsonl'] as const

const FULL = {
  id: 'full',
  title: 'Senior Tram Mechanic (Full-time)',
  company: 'Rail & Rope Ltd',
  location_text: 'Leeds, UK',
  description:
    'This is a hybrid role with two days a week in the office. Pay: £41,000\u00a0–\u00a0£46,500 a year. You know Python and Linux.',
}
const NOTHING = {
  salary_low: null,
  salary_high: null,
  compensation_currency: null,
  salary_period: null,
  office_city: null,
  office_province: null,
  office_country: null,
  remote_options: null,
  job_type: null,
  seniority_level: null,
  skills: [],
}

it('says what a posting states, each fact with the words of the posting, and opens no data folder', async () => {
  place.file('in.jsonl', [FULL, { id: 7, title: 'Baker' }].map(row => JSON.stringify(row)).join('\n'))
  const report = await place.json('detect', ...FILES)
  expect(report).toMatchObject({ postings: 2, unreadable: 0, without_id: 0, remarks: [] })
  const [full, empty] = answers()
  expect(full).toMatchObject({
    id: 'full',
    fields: {
      salary_low: 41000,
      salary_high: 46500,
      compensation_currency: 'GBP',
      salary_period: 'year',
      office_city: 'Leeds',
      office_country: 'GB',
      remote_options: 'hybrid',
      job_type: 'full-time',
      seniority_level: 'senior',
      skills: expect.arrayContaining(['Python', 'Linux']),
    },
  })
  const texts: Record<string, string> = {
    title: FULL.title,
    location: FULL.location_text,
    description: FULL.description,
  }
  for (const [field, value] of Object.entries(full?.fields ?? {})) {
    if (value === null) continue
    const { quote, where, start } = full?.provenance[field] ?? {}
    expect(quote, field).toEqual(expect.any(String))
    expect(texts[where ?? '']?.slice(start ?? -1).startsWith(quote ?? '?'), field).toBe(true)
  }
  expect(empty).toMatchObject({ id: 7, fields: NOTHING, provenance: {} })
  expect(existsSync(place.dataDir)).toBe(false)
})

it('reads markup as an import does, other names of the place, and what the source says in fields', async () => {
  place.file(
    'in.jsonl',
    [
      {
        id: 'html',
        title: 'Cook',
        location: 'Lyon, France',
        description: '<p>Pay: <b>2,100 &euro;</b> a month</p>',
      },
      {
        id: 'fields',
        title: 'Cook',
        description: 'You cook.',
        structured: { office_country: 'Portugal', job_type: 'PART_TIME', salary_low: { a: 1 }, skills: 3 },
      },
      { id: 'board', title: 'Cook', description: 'Pay: $4,000 a month.', board_country: 'SG' },
    ]
      .map(row => JSON.stringify(row))
      .join('\n'),
  )
  await place.json('detect', ...FILES)
  const [html, fields, board] = answers()
  expect(html?.fields).toMatchObject({ salary_low: 2100, salary_period: 'month', office_city: 'Lyon' })
  expect(fields?.fields).toMatchObject({ office_country: 'PT', job_type: 'part-time', salary_low: null })
  expect(fields?.provenance.job_type).toMatchObject({ origin: 'structured', quote: null, start: null })
  expect(board?.fields.compensation_currency).toBe('SGD')
})

it('answers every line in its place, also those that it cannot read, and says so', async () => {
  const rows = [
    '\uFEFF{"id":"a","title":"Tailor"}',
    '{"id":"b","title":',
    '',
    '{"title":"Without id"}',
    '[1,2]',
    JSON.stringify({ id: 'digits', description: '9'.repeat(1_000_000) }),
    JSON.stringify({ id: 'long', description: 'Pay: $31 an hour. '.repeat(56_000) }),
    JSON.stringify({ id: 'longest', description: 'a'.repeat(20_000_000) }),
    JSON.stringify({ id: 'z', title: { deep: ['list'] }, description: 5, location_text: null }),
  ]
  place.file('in.jsonl', `${rows.join('\r\n')}\r\n`)
  const { code, stdout, stderr } = await place.rolecall('detect', ...FILES)
  expect(code).toBe(1)
  expect(stdout).toMatch(/^5 postings read in [\d.]+ s\.\n$/)
  expect(stderr.split('\n')).toEqual([
    'Line 2: The row is not valid JSON.',
    'Line 4: The posting has no id; the number of its line stands for it.',
    'Line 5: The row is not a JSON object with named values.',
    'Line 8: The row has 19.1 MB; at most 10.0 MB are read.',
    '3 lines could not be read; the answer says why in the same place.',
    '',
  ])
  const read = answers()
  expect(read.map(({ id, error }) => [id, error === undefined])).toEqual([
    ['a', true],
    [2, false],
    [4, true],
    [5, false],
    ['digits', true],
    ['long', true],
    [8, false],
    ['z', true],
  ])
  expect(read[4]?.fields).toEqual(NOTHING)
  expect(read[5]?.fields).toMatchObject({ salary_low: 31, salary_period: 'hour' })

  const again = await place.rolecall('detect', ...FILES, '--json')
  expect(again.code).toBe(1)
  expect(JSON.parse(again.stdout)).toMatchObject({ postings: 5, unreadable: 3, without_id: 1 })
  expect(JSON.parse(again.stderr)).toMatchObject({ code: 'file_not_understood' })
})

it.each([
  ['no file', ['--in', 'none.jsonl', '--out', 'out.jsonl'], 'file_unreadable', 'there is no such file'],
  ['a folder', ['--in', '.', '--out', 'out.jsonl'], 'file_unreadable', 'it is not a file'],
  ['an empty file', ['--in', 'empty.jsonl', '--out', 'out.jsonl'], 'file_empty', 'empty'],
  ['a binary file', ['--in', 'picture', '--out', 'out.jsonl'], 'file_not_understood', 'PNG'],
  ['no such folder', ['--in', 'in.jsonl', '--out', 'no/where'], 'file_unreadable', 'no such folder'],
  ['a folder to write', ['--in', 'in.jsonl', '--out', '.'], 'file_unreadable', 'it is a folder'],
  ['the same file', ['--in', 'in.jsonl', '--out', './in.jsonl'], 'bad_input', 'another file'],
  ['no output', ['--in', 'in.jsonl'], 'bad_input', '--out'],
  ['no input', ['--out', 'out.jsonl'], 'bad_input', '--in'],
])('refuses %s in plain words and leaves nothing behind', async (_name, args, code, words) => {
  place.file('in.jsonl', JSON.stringify(FULL))
  place.file('empty.jsonl', '\n\n')
  place.file('picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))
  const error = await place.error('detect', ...args)
  expect(error).toMatchObject({ code, message: expect.stringContaining(words) })
  expect(readdirSync(place.folder).sort()).toEqual(['empty.jsonl', 'in.jsonl', 'picture'])
})

it('keeps what was there when it is stopped, and writes no half file', async () => {
  const many = Array.from({ length: 60_000 }, (_, id) => JSON.stringify({ ...FULL, id }))
  place.file('in.jsonl', many.join('\n'))
  place.file('out.jsonl', 'from before')
  const { child, ended } = place.start('detect', ...FILES)
  await vi.waitFor(() => expect(readdirSync(place.folder)).toHaveLength(3), { timeout: 60_000 })
  child.kill('SIGINT')
  const { code, stderr } = await ended
  expect({ code, stderr }).toEqual({ code: 130, stderr: 'Stopped. out.jsonl was not written.\n' })
  expect(readFileSync(join(place.folder, 'out.jsonl'), 'utf8')).toBe('from before')
  expect(readdirSync(place.folder).sort()).toEqual(['in.jsonl', 'out.jsonl'])
})

it('reads from a pipe and answers into one, and says the rest on standard error', async () => {
  const { code, stdout, stderr } = await place.piped(
    `${JSON.stringify(FULL)}\n`,
    'detect',
    ...['--in', '-', '--out', '-'],
  )
  expect(code).toBe(0)
  expect(linesOf(stdout)).toMatchObject([{ id: 'full', fields: { office_city: 'Leeds' } }])
  expect(stderr).toMatch(/^1 posting read/)
})

it('explains itself', async () => {
  const { code, stdout } = await place.rolecall('detect', '--help')
  expect(code).toBe(0)
  expect(stdout).toContain('rolecall detect --in FILE.jsonl --out FILE.jsonl [--ai]')
})
