import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { twoPageResume } from '../fixtures/resume-pdf.ts'
import { openPlace, type Place } from './kit.ts'

vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeEach(() => {
  place = openPlace()
})
afterEach(() => place.remove())

const LETTER = `Ada Quist
ada@quist.example

Dear Ms Porter,

I am writing to apply for the post of Harbour Planner. In my current role I lead eleven colleagues.

I would welcome the chance to talk about it.

Yours sincerely,
Ada Quist`

it('writes one line for each file, and says what a file states', async () => {
  place.file('ada.pdf', await twoPageResume())
  const { code, stdout, stderr } = await place.rolecall('parse-resume', 'ada.pdf', '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [read, ...more] = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(more).toEqual([])
  expect(Object.keys(read)).toEqual([
    'file',
    'ok',
    'name',
    'email',
    'phone',
    'links',
    'location',
    'skills',
    'experience',
    'education',
    'years_of_experience',
    'language',
    'confidence',
  ])
  expect(read).toMatchObject({
    file: 'ada.pdf',
    ok: true,
    name: 'Marieke Oosterhuis',
    email: 'marieke.oosterhuis@example.org',
    language: 'en',
    skills: expect.arrayContaining(['Python', 'SQL']),
  })
  expect(read.experience[0]).toMatchObject({ title: 'Harbour Planner', start: '2024-03', end: '2026-02' })
})

it('makes no positions of a letter, and says what it could not read', async () => {
  place.file('letter.txt', LETTER)
  place.file('picture.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))
  const { code, stdout, stderr } = await place.rolecall(
    'parse-resume',
    'letter.txt',
    'picture.pdf',
    'none.pdf',
    '--json',
  )
  expect(code).toBe(1)
  expect(JSON.parse(stderr).message).toBe('3 of 3 files could not be read as a résumé.')
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.map(({ ok }) => ok)).toEqual([false, false, false])
  expect(lines[0]).toMatchObject({
    error: expect.stringContaining('cover letter'),
    experience: [],
    education: [],
  })
  expect(lines[1].error).toContain('PNG picture')
  expect(lines[2].error).toContain('there is no such file')
})

it('says it in words without --json', async () => {
  place.file('ada.pdf', await twoPageResume())
  const { code, stdout } = await place.rolecall('parse-resume', 'ada.pdf')
  expect(code).toBe(0)
  for (const words of ['ada.pdf', 'Marieke Oosterhuis', '2024-03 – 2026-02', 'Harbour Planner'])
    expect(stdout).toContain(words)
})
