import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestBackend } from '../../tests/support/backend.ts'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { Contract } from '../contract/api.ts'
import type { InputOf, ProcedureAt } from '../contract/define.ts'

let all: DealtWith
let backend: TestBackend
beforeAll(async () => {
  all = await dealtWith(1)
  backend = all.backend
})
afterAll(() => all.close())

type Save = InputOf<ProcedureAt<Contract, 'letters.save'>>
const save = (input: Partial<Save> & Pick<Save, 'markdown'>) =>
  backend.call('letters.save', { documentId: null, base: null, title: 'Letter to Ada', ...input })
const next = (
  last: { documentId: number; versionId: number; hash: string },
  markdown: string,
  more: Partial<Save> = {},
) =>
  save({
    documentId: last.documentId as never,
    base: last.versionId as never,
    basedOn: last.hash,
    markdown,
    ...more,
  })
const read = (versionId: number) => backend.call('letters.read', { versionId: versionId as never })

describe('saving', () => {
  it('keeps a new letter for its job, as it was typed', async () => {
    const markdown = 'Dear Ada,\n\n**Größe** – Привет 🎉\n'
    const [jobId] = all.jobs
    if (!jobId) throw new Error('There is no job')
    const { documentId, versionId, version, hash } = await save({ markdown, jobId })
    expect(version).toBe(1)
    expect(await read(versionId)).toEqual({ documentId, title: 'Letter to Ada', markdown, version: 1, hash })
    const kept = await backend.call('documents.get', { documentId })
    expect(kept).toMatchObject({ kind: 'cover_letter', written: true, job: { jobId }, versions: 1 })
    // Its words are known at once: nobody else has to read what was written here.
    expect(kept.current.reading).toMatchObject({ state: 'read' })
  })

  it('stays one version for ten minutes, and then becomes the next', async () => {
    const first = await save({ markdown: 'One' })
    backend.clock.advance(5 * 60_000)
    const second = await next(first, 'One two')
    expect(second).toMatchObject({ versionId: first.versionId, version: 1, undo: null })
    expect(await read(first.versionId)).toMatchObject({ markdown: 'One two' })
    backend.clock.advance(5 * 60_000 + 1)
    const third = await next(second, 'One two three')
    expect(third).toMatchObject({ version: 2 })
    expect(third.versionId).not.toBe(first.versionId)
    expect(await read(first.versionId)).toMatchObject({ markdown: 'One two' })
  })

  it('begins a version when asked to, and takes it back by undo', async () => {
    const first = await save({ markdown: 'One' })
    const second = await next(first, 'Two', { keep: true })
    expect(second.version).toBe(2)
    await all.undo(second.undo)
    const { current } = await backend.call('documents.get', { documentId: first.documentId })
    expect(current.versionId).toBe(first.versionId)
  })

  it('cannot be taken back once the letter or the version was written on', async () => {
    const first = await save({ markdown: 'One' })
    const undoing = (answer: { undo: { changeId: number } | null }) =>
      backend.refusal('changes.undo', { changeId: answer.undo?.changeId as never })
    const more = await next(first, 'One and much more')
    expect(await undoing(first)).toMatchObject({ code: 'conflict' })
    const second = await next(more, 'Two', { keep: true })
    await next(second, 'Two and much more')
    expect(await undoing(second)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Restore an older version'),
    })
    const { current } = await backend.call('documents.get', { documentId: first.documentId })
    expect(await read(current.versionId)).toMatchObject({ markdown: 'Two and much more', version: 2 })
  })

  it('of the same text changes nothing', async () => {
    const first = await save({ markdown: 'Same' })
    backend.clock.advance(60 * 60_000)
    expect(await next(first, 'Same', { keep: true })).toMatchObject({
      versionId: first.versionId,
      version: 1,
      undo: null,
    })
  })

  it('renames, with or without another text', async () => {
    const first = await save({ markdown: 'Name' })
    await next(first, 'Name', { title: 'Another name' })
    expect(await read(first.versionId)).toMatchObject({ title: 'Another name', markdown: 'Name' })
  })

  it('never overwrites what another window saved, neither as a version nor within one', async () => {
    const first = await save({ markdown: 'One' })
    const theirs = await next(first, 'Theirs')
    const within = await backend.refusal('letters.save', {
      documentId: first.documentId,
      base: first.versionId,
      basedOn: first.hash,
      title: 'Letter to Ada',
      markdown: 'Mine',
    })
    expect(within).toMatchObject({ code: 'conflict', details: { versionId: first.versionId } })
    await next(theirs, 'Theirs again', { keep: true })
    const after = await backend.refusal('letters.save', {
      documentId: first.documentId,
      base: first.versionId,
      title: 'Letter to Ada',
      markdown: 'Mine',
    })
    expect(after).toMatchObject({ code: 'conflict', details: { version: 2 } })
  })

  it('is refused for a deleted letter and for a file that was not written here', async () => {
    const first = await save({ markdown: 'Gone' })
    await backend.call('documents.remove', { documentIds: [first.documentId] })
    const input = { documentId: first.documentId, base: first.versionId, title: 'x', markdown: 'y' }
    expect(await backend.refusal('letters.save', input)).toMatchObject({ code: 'not_found' })
    const pasted = await backend.call('documents.addText', {
      text: 'Jane Doe, engineer',
      title: 'CV',
      kind: 'resume',
    })
    expect(
      await backend.refusal('letters.save', {
        documentId: pasted.documentId,
        base: pasted.versionId,
        title: 'CV',
        markdown: 'y',
      }),
    ).toMatchObject({ code: 'unsupported' })
    expect(await backend.refusal('letters.read', { versionId: pasted.versionId })).toMatchObject({
      code: 'unsupported',
    })
  })
})

describe('a letter as a file', () => {
  const markdown = [
    '# Application',
    '',
    'Dear **Ada Łukasiewicz**, *Привет*, Καλημέρα.',
    '',
    '- PostgreSQL',
    '- [My page](https://example.org/me) and [not this](javascript:alert(1))',
    '',
    '<script>alert(1)</script>',
  ].join('\n')

  it('is a PDF with its words, its title and its author', async () => {
    const profile = await backend.call('profile.get', {})
    await backend.call('profile.save', { ...profile, name: 'Maria Lindgren' })
    const { versionId } = await save({ markdown, title: 'To Ada / Ardent: <1>' })
    const file = await backend.call('letters.export', { versionId, format: 'pdf' })
    expect(file).toMatchObject({ fileName: 'To Ada Ardent 1.pdf', mediaType: 'application/pdf', missing: [] })
    const parser = new PDFParse({ data: Buffer.from(file.data, 'base64') })
    const { text } = await parser.getText()
    for (const words of ['Application', 'Ada Łukasiewicz', 'Привет', 'Καλημέρα', '• PostgreSQL', '<script>'])
      expect(text).toContain(words)
    const { info } = await parser.getInfo()
    expect(info).toMatchObject({ Title: 'To Ada / Ardent: <1>', Author: 'Maria Lindgren' })
    await parser.destroy()
  })

  it('is a Word document with real headings, lists and links', async () => {
    const { versionId } = await save({ markdown })
    const file = await backend.call('letters.export', { versionId, format: 'docx' })
    expect(file.fileName).toBe('Letter to Ada.docx')
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file.data, 'base64') })
    expect(value).toContain('<h1>Application</h1>')
    expect(value).toContain('<strong>Ada Łukasiewicz</strong>')
    expect(value).toContain('<li>PostgreSQL</li>')
    expect(value).toContain('<a href="https://example.org/me">My page</a>')
    expect(value).not.toContain('javascript:')
    expect(value).toContain('&lt;script&gt;')
  })

  it('is its Markdown as it was typed', async () => {
    const { versionId } = await save({ markdown })
    const file = await backend.call('letters.export', { versionId, format: 'md' })
    expect(Buffer.from(file.data, 'base64').toString()).toBe(markdown)
  })

  it('names what the PDF cannot show, and shows that something is missing', async () => {
    const { versionId } = await save({ markdown: 'Well done 🎉 你好' })
    const file = await backend.call('letters.export', { versionId, format: 'pdf' })
    expect(file.missing).toEqual(['🎉', '你', '好'])
    const parser = new PDFParse({ data: Buffer.from(file.data, 'base64') })
    expect((await parser.getText()).text).toContain('Well done \ufffd')
    await parser.destroy()
  })
})
