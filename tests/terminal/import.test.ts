import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { writePostings } from '../fixtures/generate-postings.ts'
import { allRows, numberIn, openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core: a second here, many where other tests have the processors.
vi.setConfig({ testTimeout: 120_000 })

const realPostings = fileURLToPath(new URL('../../../shared/data/postings/dev.jsonl', import.meta.url))

interface ImportReport {
  campaign: string
  files: string[]
  raw: number
  unchanged: number
  postings: number
  jobs: number
  merged: number
  ranked: number
  rejected: number
  milliseconds: number
  issues: { file: string; row: number | null; code: string; message: string }[]
}

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.remove())

const GOOD = [
  {
    id: '1',
    title: 'Backend Engineer',
    company: 'Initech',
    location: 'Berlin, Germany',
    description: 'Python, PostgreSQL. EUR 70,000 - 80,000 a year.',
  },
  {
    id: '2',
    title: 'Data Analyst',
    company: 'Globex',
    location: 'London, UK',
    description: 'SQL every day.',
  },
  // The same opening on another board.
  {
    id: '3',
    source: 'Other Board',
    title: 'Backend Engineer',
    company: 'Initech GmbH',
    location: 'Berlin, Germany',
    description: 'Python, PostgreSQL. EUR 70,000 - 80,000 a year.',
  },
]
const CSV = 'Job Title,Company Name,Location\nBarista,Beans,Lyon\n,Nameless,Lyon\n'

it('imports files into a new campaign and says what became of every row; again it changes no row', async () => {
  place.file('a.json', JSON.stringify(GOOD))
  place.file('b.csv', CSV)
  const first = await place.json<ImportReport>('import', 'a.json', 'b.csv', '--campaign', 'Backend')
  expect(first).toEqual({
    campaign: 'Backend',
    files: ['a.json', 'b.csv'],
    raw: 4,
    unchanged: 0,
    postings: 4,
    jobs: 3,
    merged: 1,
    ranked: 3,
    rejected: 1,
    milliseconds: expect.any(Number),
    issues: [{ file: 'b.csv', row: 3, code: 'missing_title', message: expect.stringContaining('title') }],
  })
  expect(readdirSync(join(place.dataDir, 'incoming'))).toEqual([])
  const before = allRows(place.dataDir)
  expect(before.jobs).toHaveLength(3)

  const again = await place.json<ImportReport>('import', 'a.json', 'b.csv', '--campaign', 'backend')
  expect(again).toMatchObject({
    campaign: 'Backend',
    raw: 0,
    unchanged: 4,
    postings: 0,
    jobs: 0,
    merged: 0,
    ranked: 0,
    rejected: 1,
  })
  expect(allRows(place.dataDir)).toEqual(before)
})

it('speaks plainly to people, into the campaign "Imported" when none is named', async () => {
  place.file('b.csv', CSV)
  const { code, stdout, stderr } = await place.rolecall('import', 'b.csv')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Imported b\.csv into "Imported" in /)
  expect(stdout).toContain('b.csv, row 3: ')
  expect(stdout).toContain('1 new row, 0 unchanged, 1 set aside.')
})

it('refuses files that cannot be read at all, and leaves nothing behind', async () => {
  place.file('text.json', 'This is a letter, not a list.')
  place.file('empty.jsonl', '')
  place.file('noise.csv', new Uint8Array([0, 1, 2, 3, 255, 254, 0, 0, 7, 8]))
  expect(await place.error('import', 'nowhere.json')).toEqual({
    code: 'file_unreadable',
    message: 'nowhere.json cannot be read: there is no such file.',
  })
  expect(await place.error('import', '.')).toMatchObject({ code: 'file_unreadable' })
  expect(existsSync(place.dataDir)).toBe(false)
  expect(await place.error('import', 'empty.jsonl')).toMatchObject({ code: 'file_empty' })
  expect(await place.error('import', 'noise.csv')).toMatchObject({ code: 'file_not_understood' })
  const { message } = await place.error('import', 'text.json', '--campaign', 'Wrong')
  expect(message).toMatch(/^text\.json: /)
  expect(allRows(place.dataDir)).toMatchObject({ campaigns: [], raw_postings: [], jobs: [] })
  expect(readdirSync(join(place.dataDir, 'incoming'))).toEqual([])
})

it('keeps the good file beside a wrong one, and says both', async () => {
  place.file('a.json', JSON.stringify(GOOD))
  place.file('empty.json', '')
  const { code, stdout, stderr } = await place.rolecall('import', 'empty.json', 'a.json', '--json')
  expect(code).toBe(1)
  const report = JSON.parse(stdout) as ImportReport
  expect(report).toMatchObject({ files: ['empty.json', 'a.json'], raw: 3, rejected: 0 })
  expect(report.issues).toMatchObject([{ file: 'empty.json', row: null, code: 'file_empty' }])
  expect(JSON.parse(stderr)).toMatchObject({ code: 'file_empty' })
})

it('Ctrl+C ends the import, keeps what was stored, and a second import does the rest', async () => {
  await writePostings(join(place.folder, 'many.jsonl'), 2_500)
  const { child, ended } = place.start('import', 'many.jsonl', '--campaign', 'Many')
  const stored = () => numberIn(place.dataDir, 'SELECT count(*) FROM raw_postings')
  await vi.waitFor(() => expect(stored()).toBeGreaterThan(0), { timeout: 60_000, interval: 25 })
  // A terminal and npm may both pass it on.
  child.kill('SIGINT')
  child.kill('SIGINT')
  const { code, stdout, stderr } = await ended
  expect(code).toBe(130)
  expect(stdout).toBe('')
  expect(stderr).toContain('What was stored before is kept')
  const kept = stored()
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(2_500)
  expect(
    numberIn(place.dataDir, "SELECT count(*) FROM runs WHERE state = 'cancelled' AND kind = 'import'"),
  ).toBe(1)
  // The file and what is known of it stay for some days, so that the run can go on.
  expect(readdirSync(join(place.dataDir, 'incoming'))).toHaveLength(2)

  const rest = await place.json<ImportReport>('import', 'many.jsonl', '--campaign', 'Many')
  expect(rest.unchanged).toBeGreaterThanOrEqual(kept)
  expect(rest.raw + rest.unchanged).toBe(2_500)
})

it('imports the labelled real postings', async context => {
  if (!existsSync(realPostings)) return context.skip('The labelled postings are not beside this checkout')
  const report = await place.json<ImportReport>('import', realPostings, '--campaign', 'Backend')
  expect(report.raw + report.rejected).toBe(222)
  expect(report.jobs + report.merged).toBe(report.postings)
  expect(report.ranked).toBeGreaterThanOrEqual(report.jobs)
  expect(new Set(report.issues.map(issue => issue.code))).toEqual(
    new Set(['missing_title', 'missing_company']),
  )
  const again = await place.json<ImportReport>('import', realPostings, '--campaign', 'Backend')
  expect(again).toMatchObject({ raw: 0, unchanged: report.raw, jobs: 0, ranked: 0 })
  console.log(`${report.raw} real postings: ${report.milliseconds} ms, again ${again.milliseconds} ms`)
})
