import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPlace, type Place } from './kit.ts'

vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.remove())

const answers = (): { id: string | number; job: string }[] =>
  readFileSync(join(place.folder, 'out.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

const posting = (id: string | number, change: Record<string, unknown> = {}) =>
  JSON.stringify({
    id,
    title: 'Tram Driver',
    company: 'Rail & Rope Ltd',
    location_text: 'Leeds, UK',
    description: 'You drive the last tram home and the first one out.',
    ...change,
  })

it('sorts the postings of a file into jobs, in their order, and touches no data folder', async () => {
  place.file(
    'in.jsonl',
    [
      posting('a', { source: 'one', url: 'https://one.example/jobs/10001?utm_source=x' }),
      posting('b', { location_text: 'Bristol, UK' }),
      posting(3, {
        source: 'two',
        company: 'RAIL & ROPE',
        title: 'Tram driver (m/f/x)',
        location_text: undefined,
        location: 'Leeds',
      }),
      posting('d', { source: 'two', title: 'Senior Tram Driver' }),
      posting('e', { salary_text: '£30,000 a year', date_posted: '2026-01-05' }),
    ].join('\n'),
  )
  const report = await place.json('dedup', '--in', 'in.jsonl', '--out', 'out.jsonl')
  expect(report).toEqual({ postings: 5, jobs: 3, left_out: 0 })
  const sorted = answers()
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 3, 'd', 'e'])
  const [a, b, c, d, e] = sorted.map(({ job }) => job)
  expect([c, e]).toEqual([a, a])
  expect(new Set([a, b, d]).size).toBe(3)
  expect(existsSync(place.dataDir)).toBe(false)
})

it('names lines that it cannot read, and goes on with the rest', async () => {
  place.file(
    'in.jsonl',
    [posting('a'), 'nonsense', '[1]', '', posting('', {}), posting('b', { company: '' }), posting('c')].join(
      '\n',
    ),
  )
  const { code, stdout, stderr } = await place.rolecall('dedup', '--in', 'in.jsonl', '--out', 'out.jsonl')
  expect(code).toBe(0)
  expect(stdout).toBe('3 postings in 2 jobs.\n3 lines left out.\n')
  for (const line of ['Line 2: ', 'Line 3: ', 'Line 5: ', 'Line 6: ']) expect(stderr).toContain(line)
  expect(answers().map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('refuses without its files', async () => {
  place.file('in.jsonl', posting('a'))
  expect(await place.error('dedup', '--out', 'x')).toMatchObject({ code: 'bad_input' })
  expect(await place.error('dedup', '--in', 'in.jsonl')).toMatchObject({ code: 'bad_input' })
  expect(await place.error('dedup', '--in', 'in.jsonl', '--out', 'in.jsonl')).toMatchObject({
    code: 'bad_input',
  })
  expect(await place.error('dedup', '--in', 'none.jsonl', '--out', 'x')).toMatchObject({
    code: 'file_unreadable',
  })
  expect(await place.error('dedup', '--in', 'in.jsonl', '--out', 'no/where')).toMatchObject({
    code: 'file_unreadable',
  })
})
