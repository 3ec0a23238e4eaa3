import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { twoPageResume } from '../../../tests/fixtures/resume-pdf.ts'
import { createParserProcess, type ParserProcess } from '../../platform/threads/parser-process.ts'

vi.setConfig({ testTimeout: 120_000 })

let parser: ParserProcess
let folder: string
beforeAll(() => {
  // The limits of memory are the real ones; time is not, since a busy machine takes longer.
  parser = createParserProcess(new URL('./parser.ts', import.meta.url), {
    deadlineMs: 100_000,
    residentBytes: 512 * 1024 * 1024,
  })
  folder = mkdtempSync(join(tmpdir(), 'parser-documents-'))
})
afterAll(async () => {
  await parser.stop()
  rmSync(folder, { recursive: true })
})

const read = (path: string, password: string | null = null) =>
  parser.run({
    kind: 'document',
    path,
    name: path.split('/').at(-1),
    format: null,
    password,
    today: '2026-11-22',
  })

it('gets ready before documents come', async () => {
  expect(await parser.run({ kind: 'ready' })).toEqual({ ok: true, value: null })
})

it('reads a résumé, understands it, and draws its pages', async () => {
  const path = join(folder, 'resume.pdf')
  writeFileSync(path, await twoPageResume())
  expect(await read(path)).toMatchObject({
    ok: true,
    value: {
      state: 'read',
      format: 'pdf',
      pages: 2,
      text: [{ page: 1, text: expect.stringContaining('Marieke') }, { page: 2 }],
      resume: { kind: 'resume', name: { value: 'Marieke Oosterhuis', spots: [{ page: 1 }] } },
    },
  })
  const picture = { kind: 'picture', path, width: 300, password: null }
  const drawn = await parser.run({ ...picture, page: 2 })
  const png = drawn.ok && drawn.value instanceof Uint8Array ? drawn.value : new Uint8Array(24)
  expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(300)
  expect(await parser.run({ ...picture, page: 3 })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('no page 3') },
  })
})

it('takes a JSON Resume by its word', async () => {
  const path = join(folder, 'resume.json')
  const work = [{ name: 'Tidemark', position: 'Planner', startDate: '2021-03-01' }]
  writeFileSync(
    path,
    JSON.stringify({ basics: { name: 'Ada Quist', url: 'javascript:alert(1)' }, work, skills: [] }),
  )
  expect(await read(path)).toMatchObject({
    ok: true,
    value: {
      format: 'json_resume',
      resume: {
        name: { value: 'Ada Quist' },
        links: [],
        experience: [{ value: { company: 'Tidemark', title: 'Planner', start: '2021-03', end: 'present' } }],
      },
    },
  })
})

const HOSTILE = fileURLToPath(new URL('../../../../shared/data/resumes/dev/robustness', import.meta.url))
const STATES: [file: string, state: string][] = [
  ['x-broken-xref.pdf', 'read'],
  ['x-coverletter.docx', 'read'],
  ['x-docx-renamed.doc', 'read'],
  ['x-empty.docx', 'empty'],
  ['x-encrypted-user.pdf', 'locked'],
  ['x-flate-bomb-150mb.pdf', 'refused'],
  ['x-huge-450pages.pdf', 'read'],
  ['x-javascript.pdf', 'read'],
  ['x-pdf-renamed.docx', 'read'],
  ['x-png-renamed.pdf', 'damaged'],
  ['x-scanned.pdf', 'no_text'],
  ['x-tracked-hidden.docx', 'read'],
  ['x-truncated.pdf', 'damaged'],
  ['x-xxe.docx', 'refused'],
  ['x-zero.pdf', 'empty'],
  ['x-zipbomb-80mb.docx', 'refused'],
]

// The hostile files lie beside the project where it is developed; elsewhere the tests of each reader have their own.
it.skipIf(!existsSync(HOSTILE)).each(STATES)('answers %s with %s', async (file, state) => {
  const answer = await read(join(HOSTILE, file))
  expect(answer).toMatchObject({ ok: true, value: { state } })
  const said = JSON.stringify(answer)
  for (const never of ['javascript:', 'Kubernetes', 'Junior Clerk', 'root:'])
    expect(said).not.toContain(never)
  if (state !== 'read')
    expect(answer).toMatchObject({ value: { message: expect.stringMatching(/\.$/), resume: null } })
})

it.skipIf(!existsSync(HOSTILE))('reads locked, disguised and recovered files as what they are', async () => {
  const resumeOf = async (file: string, password: string | null = null) => {
    const answer = await read(join(HOSTILE, file), password)
    return answer.ok ? answer.value : null
  }
  expect(await resumeOf('x-encrypted-user.pdf', 'secret')).toMatchObject({ state: 'read' })
  expect(await resumeOf('x-broken-xref.pdf')).toMatchObject({
    resume: { name: { value: 'Luis Fernando Aguilar' } },
  })
  expect(await resumeOf('x-pdf-renamed.docx')).toMatchObject({ format: 'pdf' })
  expect(await resumeOf('x-docx-renamed.doc')).toMatchObject({ format: 'docx' })
  expect(await resumeOf('x-coverletter.docx')).toMatchObject({
    resume: { kind: 'cover_letter', experience: [] },
  })
  expect(await resumeOf('x-tracked-hidden.docx')).toMatchObject({
    resume: { experience: [{ value: { title: 'Office Manager', company: 'Tidewater Dental' } }] },
  })
})

it('answers files whose tables lead in circles', async () => {
  const path = join(folder, 'circle.pdf')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 4/Kids[3 0 R]>>',
    '<</Type/Pages/Count 4/Parent 2 0 R/Kids[2 0 R 3 0 R]>>',
  ]
  const text = objects.map((object, at) => `${at + 1} 0 obj${object}endobj\n`).join('')
  writeFileSync(path, `%PDF-1.4\n${text}trailer<</Root 1 0 R/Size 4>>\n%%EOF`)
  expect(readFileSync(path).length).toBeGreaterThan(0)
  expect(await read(path)).toMatchObject({
    ok: true,
    value: { state: expect.stringMatching(/damaged|no_text/) },
  })
})
