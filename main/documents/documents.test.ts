import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { addFile, readAll, upload } from '../../tests/support/documents.ts'
import { LARGEST_DOCUMENT } from '../contract/documents.ts'
import type { DocumentId, JobId, UploadId } from '../contract/ids.ts'
import { documentPath, hashOf } from './files.ts'

// Documents as a person has them: added, found, changed, removed, and brought back.

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const oneJob = async (): Promise<JobId> => {
  const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
  await backend.importText(jsonl([row()]), campaignId)
  return 1 as JobId
}
const titles = async (filter: object = {}) =>
  (await backend.call('documents.list', filter)).rows.map(({ title }) => title)
const undo = (answer: { undo: { changeId: number } | null }) =>
  backend.call('changes.undo', { changeId: answer.undo?.changeId as never })
const fileOf = (content: string) => documentPath(backend.dataDir, hashOf(Buffer.from(content)))

describe('adding', () => {
  it('keeps the bytes under their hash and shows the document with what its file is', async () => {
    const { documentId, already } = await addFile(backend, 'Jane_Doe-CV.txt', 'Jane Doe, engineer')
    expect(already).toBe(false)
    expect(readFileSync(fileOf('Jane Doe, engineer'), 'utf8')).toBe('Jane Doe, engineer')
    const view = await backend.call('documents.get', { documentId })
    expect(view).toMatchObject({
      kind: 'resume',
      title: 'Jane Doe-CV',
      job: null,
      versions: 1,
      used: 0,
      written: false,
      current: { version: 1, fileName: 'Jane_Doe-CV.txt', format: 'txt', bytes: 18, sentAt: null },
    })
    expect(view.current.reading.state).toBe('waiting')
  })

  it('goes by content and not by the name', async () => {
    const { documentId } = await addFile(backend, 'resume.pdf', '{\\rtf1\\ansi Jane}')
    expect((await backend.call('documents.get', { documentId })).current.format).toBe('rtf')
  })

  it('answers the same document for the same bytes, until it is removed', async () => {
    const first = await addFile(backend, 'a.txt', 'Same words')
    const again = await addFile(backend, 'b.txt', 'Same words')
    expect(again).toMatchObject({ documentId: first.documentId, already: true, undo: null })
    expect((await backend.call('documents.list', {})).total).toBe(1)
    await backend.call('documents.remove', { documentIds: [first.documentId] })
    expect(await addFile(backend, 'c.txt', 'Same words')).toMatchObject({ already: false })
  })

  it('keeps the same bytes for each job that they are added for, unless the library has them', async () => {
    const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
    await backend.importText(jsonl([row(), row({ id: 'p-2', title: 'Platform Engineer' })]), campaignId)
    const [one, two] = [1, 2] as JobId[]
    const first = await addFile(backend, 'a.txt', 'Same words', { jobId: one as JobId })
    const second = await addFile(backend, 'a.txt', 'Same words', { jobId: two as JobId })
    expect(second.already).toBe(false)
    expect(await titles({ jobId: two })).toEqual(['a'])
    expect(await addFile(backend, 'a.txt', 'Same words', { jobId: one as JobId })).toMatchObject({
      documentId: first.documentId,
      already: true,
    })
    // Without a job it is enough that it is kept anywhere.
    expect(await addFile(backend, 'a.txt', 'Same words')).toMatchObject({ already: true })
    const library = await addFile(backend, 'b.txt', 'Words of the library')
    expect(await addFile(backend, 'b.txt', 'Words of the library', { jobId: one as JobId })).toMatchObject({
      documentId: library.documentId,
      already: true,
    })
  })

  it('writes a missing file anew when its bytes are added again', async () => {
    await addFile(backend, 'a.txt', 'Words that went away')
    rmSync(fileOf('Words that went away'))
    expect(await addFile(backend, 'a.txt', 'Words that went away')).toMatchObject({ already: true })
    expect(existsSync(fileOf('Words that went away'))).toBe(true)
  })

  it('refuses what is no document, empty, too large or not whole, and stores nothing', async () => {
    const refused = async (name: string, content: string | Uint8Array) =>
      backend.refusal('documents.add', { uploadId: await upload(backend, name, content) })
    expect(await refused('photo.pdf', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toMatchObject({
      code: 'file_not_understood',
      message: expect.stringContaining('PNG'),
    })
    expect(await refused('nothing.txt', '')).toMatchObject({ code: 'file_empty' })
    const { uploadId } = await backend.call('uploads.begin', { name: 'cv.pdf', size: LARGEST_DOCUMENT + 1 })
    expect(await backend.refusal('documents.add', { uploadId })).toMatchObject({
      code: 'file_too_large',
      message: expect.stringContaining('20 MB'),
    })
    const torn = await backend.call('uploads.begin', { name: 'cv.pdf', size: 10 })
    await backend.call('uploads.append', { uploadId: torn.uploadId, offset: 0, data: 'JVBERg==' })
    expect(await backend.refusal('documents.add', { uploadId: torn.uploadId })).toMatchObject({
      code: 'bad_input',
    })
    expect(await backend.refusal('documents.add', { uploadId: '0'.repeat(32) as UploadId })).toMatchObject({
      code: 'not_found',
    })
    expect((await backend.call('documents.list', {})).total).toBe(0)
    expect(existsSync(join(backend.dataDir, 'documents'))).toBe(false)
  })

  it('is taken back by an undo, and stays when its job does not exist', async () => {
    const added = await addFile(backend, 'a.txt', 'Words')
    await undo(added)
    expect(await titles()).toEqual([])
    const uploadId = await upload(backend, 'b.txt', 'Other words')
    expect(await backend.refusal('documents.add', { uploadId, jobId: 99 })).toMatchObject({
      code: 'not_found',
    })
    // The upload is still there for another try.
    expect(await backend.call('documents.add', { uploadId })).toMatchObject({ already: false })
  })

  it('keeps a pasted letter so that it can be edited, and a pasted résumé in its lines', async () => {
    const letter = await backend.call('documents.addText', {
      text: 'Dear team,\n\nhello',
      title: 'Letter: to "us"/you',
      kind: 'cover_letter',
    })
    const resume = await backend.call('documents.addText', {
      text: 'Jane Doe\nEngineer',
      title: 'Pasted',
      kind: 'resume',
    })
    const view = (documentId: DocumentId) => backend.call('documents.get', { documentId })
    expect(await view(letter.documentId)).toMatchObject({
      written: true,
      current: {
        format: 'md',
        fileName: 'Letter to us you.md',
        reading: { state: 'read', looksLike: 'cover_letter' },
      },
    })
    expect(await view(resume.documentId)).toMatchObject({ written: false, current: { format: 'txt' } })
    expect(
      await backend.refusal('documents.addText', { text: ' \n', title: 'Empty', kind: 'resume' }),
    ).toMatchObject({ code: 'file_empty' })
  })
})

describe('versions', () => {
  it('replace the file, can be restored, and go again with an undo', async () => {
    const { documentId } = await addFile(backend, 'a.txt', 'First words')
    const second = await addFile(backend, 'a2.txt', 'Second words', { documentId })
    expect(second).toMatchObject({ documentId, already: false })
    const view = () => backend.call('documents.get', { documentId })
    expect((await view()).history.map(({ version, fileName }) => [version, fileName])).toEqual([
      [2, 'a2.txt'],
      [1, 'a.txt'],
    ])
    const [, first] = (await view()).history
    const restored = await backend.call('documents.restore', { versionId: first?.versionId as never })
    expect((await view()).current).toMatchObject({ version: 3, fileName: 'a.txt' })
    await undo(restored)
    expect((await view()).current).toMatchObject({ version: 2, fileName: 'a2.txt' })
    await undo(second)
    expect((await view()).current).toMatchObject({ version: 1, fileName: 'a.txt' })
    expect(await addFile(backend, 'x.txt', 'First words', { documentId })).toMatchObject({
      already: true,
      undo: null,
    })
  })

  it('keep their document from being taken back with the file that it began with', async () => {
    const first = await addFile(backend, 'a.txt', 'First words')
    const second = await addFile(backend, 'b.txt', 'Second words', { documentId: first.documentId })
    expect(await backend.refusal('changes.undo', { changeId: first.undo?.changeId as never })).toMatchObject({
      code: 'conflict',
    })
    expect(await titles()).toEqual(['a'])
    await undo(second)
    await undo(first)
    expect(await titles()).toEqual([])
  })

  it('that were sent stay, and what waits for an application goes back with the version', async () => {
    const jobId = await oneJob()
    const { documentId, versionId: first } = await addFile(backend, 'a.txt', 'First words')
    const second = await addFile(backend, 'a.txt', 'Second words', { documentId })
    await backend.call('documents.attach', { jobId, versionId: second.versionId })
    await undo(second)
    expect((await backend.call('documents.attached', { jobId })).map(({ versionId }) => versionId)).toEqual([
      first,
    ])
    const third = await addFile(backend, 'a.txt', 'Third words', { documentId })
    await backend.call('documents.attach', { jobId, versionId: third.versionId })
    await backend.call('documents.markSent', { jobId, versionId: third.versionId })
    expect(await backend.refusal('changes.undo', { changeId: third.undo?.changeId })).toMatchObject({
      code: 'conflict',
    })
    const view = await backend.call('documents.get', { documentId })
    expect(view).toMatchObject({ used: 1, usedIn: [{ jobId, version: expect.any(Number) }] })
    expect(view.history[0]?.sentAt).not.toBeNull()
  })
})

describe('changing', () => {
  it('renames, moves and says the kind, each with a way back that leaves later changes alone', async () => {
    const jobId = await oneJob()
    const { documentId } = await addFile(backend, 'a.txt', 'Words')
    const view = () => backend.call('documents.get', { documentId })
    const renamed = await backend.call('documents.rename', { documentId, title: ' Better name ' })
    const moved = await backend.call('documents.setJob', { documentId, jobId })
    const said = await backend.call('documents.setKind', { documentId, kind: 'cover_letter' })
    expect(await view()).toMatchObject({
      title: 'Better name',
      kind: 'cover_letter',
      job: { jobId, title: 'Backend Engineer', company: 'Ardent Systems Ltd' },
    })
    expect(await titles({ text: 'better' })).toEqual(['Better name'])
    await undo(renamed)
    expect(await view()).toMatchObject({ title: 'a', kind: 'cover_letter', job: { jobId } })
    await undo(moved)
    await undo(said)
    expect(await view()).toMatchObject({ title: 'a', kind: 'resume', job: null })
    expect(await backend.call('documents.rename', { documentId, title: 'a' })).toEqual({ undo: null })
  })

  it('copies the newest version for a job', async () => {
    const jobId = await oneJob()
    const { documentId } = await addFile(backend, 'a.txt', 'Old words')
    await addFile(backend, 'b.txt', 'New words', { documentId })
    await readAll(backend)
    const copy = await backend.call('documents.copy', { documentId, title: 'For Ardent', jobId })
    expect(await backend.call('documents.get', { documentId: copy.documentId })).toMatchObject({
      title: 'For Ardent',
      versions: 1,
      job: { jobId },
      // The same bytes are not read twice.
      current: { fileName: 'b.txt', reading: { state: 'read' } },
    })
    await undo(copy)
    expect(await titles()).toEqual(['a'])
  })

  it('removes many at once and brings all back with one undo', async () => {
    const one = await addFile(backend, 'one.txt', 'One')
    backend.clock.advance(1000)
    const two = await addFile(backend, 'two.txt', 'Two')
    const removed = await backend.call('documents.remove', {
      documentIds: [one.documentId, two.documentId, one.documentId],
    })
    expect(removed.undo?.label).toBe('Removed 2 documents')
    expect(await titles()).toEqual([])
    expect(await titles({ text: 'one' })).toEqual([])
    expect(await backend.refusal('documents.get', { documentId: one.documentId })).toMatchObject({
      code: 'not_found',
    })
    await undo(removed)
    expect(await titles()).toEqual(['two', 'one'])
    expect(await titles({ text: 'one' })).toEqual(['one'])
    expect(await backend.refusal('documents.remove', { documentIds: [99] })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('lists', () => {
  it('show kinds and places, page by page with the newest change first', async () => {
    const jobId = await oneJob()
    for (const [index, more] of [
      {},
      { kind: 'cover_letter' as const },
      { jobId },
      { kind: 'cover_letter' as const, jobId },
      {},
    ].entries()) {
      backend.clock.advance(1000)
      await addFile(backend, `n${index}.txt`, `Words ${index}`, more)
    }
    expect(await titles()).toEqual(['n4', 'n3', 'n2', 'n1', 'n0'])
    expect(await titles({ kind: 'resume' })).toEqual(['n4', 'n2', 'n0'])
    expect(await titles({ place: 'library' })).toEqual(['n4', 'n1', 'n0'])
    expect(await titles({ place: 'job', kind: 'cover_letter' })).toEqual(['n3'])
    expect(await titles({ jobId })).toEqual(['n3', 'n2'])
    const first = await backend.call('documents.list', { limit: 2 })
    expect(first.total).toBe(5)
    const second = await backend.call('documents.list', { limit: 2, cursor: first.next })
    const third = await backend.call('documents.list', { limit: 2, cursor: second.next })
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual([
      'n4',
      'n3',
      'n2',
      'n1',
      'n0',
    ])
    expect(third.next).toBeNull()
  })

  it('answer only those that are asked for by their ids, without the removed ones', async () => {
    const ids: DocumentId[] = []
    for (const name of ['one', 'two', 'three'])
      ids.push((await addFile(backend, `${name}.txt`, name)).documentId)
    const [one, , three] = ids as [DocumentId, DocumentId, DocumentId]
    expect(await titles({ documentIds: [one, three, one] })).toEqual(['three', 'one'])
    expect(await titles({ documentIds: [one, three], kind: 'cover_letter' })).toEqual([])
    await backend.call('documents.remove', { documentIds: [one] })
    expect(await titles({ documentIds: [one, three] })).toEqual(['three'])
    expect(await titles({ documentIds: [] })).toEqual([])
  })

  it('find beginnings of words in what documents say, with the place marked', async () => {
    await addFile(backend, 'a.txt', 'I ran Kubernetes clusters in Zürich for years')
    await addFile(backend, 'kubernetes notes.txt', 'Nothing about it')
    await readAll(backend)
    const { rows, total } = await backend.call('documents.list', { text: 'kuber' })
    expect(total).toBe(2)
    expect(rows.map(({ title, snippet }) => [title, snippet])).toEqual([
      ['kubernetes notes', null],
      [
        'a',
        [
          { text: 'I ran ', hit: false },
          { text: 'Kubernetes', hit: true },
          { text: ' clusters in Zürich for years', hit: false },
        ],
      ],
    ])
    expect(await titles({ text: 'ZURICH clus' })).toEqual(['a'])
    expect(await titles({ text: '"kuber* OR (' })).toEqual([])
    expect(await titles({ text: '***' })).toEqual([])
  })

  it('find the words of the version in use', async () => {
    const { documentId } = await addFile(backend, 'a.txt', 'Fortran')
    await readAll(backend)
    const second = await addFile(backend, 'a.txt', 'Haskell', { documentId })
    await readAll(backend)
    expect([await titles({ text: 'fortran' }), await titles({ text: 'haskell' })]).toEqual([[], ['a']])
    await undo(second)
    expect([await titles({ text: 'fortran' }), await titles({ text: 'haskell' })]).toEqual([['a'], []])
  })
})

describe('files', () => {
  it('come back in pieces as they were', async () => {
    const content = Buffer.from(Array.from({ length: 1_300_000 }, (_, index) => 97 + (index % 23)))
    const { versionId } = await addFile(backend, 'long.txt', content)
    const pieces: Buffer[] = []
    let at = 0
    do {
      const piece = await backend.call('documents.file', { versionId, offset: at })
      expect(piece).toMatchObject({ fileName: 'long.txt', mediaType: 'text/plain', bytes: content.length })
      pieces.push(Buffer.from(piece.data, 'base64'))
      at += pieces.at(-1)?.length ?? 0
    } while (at < content.length)
    expect(pieces.length).toBe(3)
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
  })

  it('that are missing or changed are told in plain words, also by health', async () => {
    const health = async () =>
      (await backend.call('system.health', {})).checks.find(({ name }) => name === 'documents')
    const { versionId } = await addFile(backend, 'a.txt', 'Good words')
    expect(await health()).toMatchObject({ state: 'green', message: '1 file, 0.0 MB, all there' })
    writeFileSync(fileOf('Good words'), 'Evil words')
    expect(await backend.refusal('documents.file', { versionId })).toMatchObject({
      code: 'file_unreadable',
      message: expect.stringContaining('not what it was'),
    })
    await readAll(backend)
    rmSync(fileOf('Good words'))
    expect(await backend.refusal('documents.file', { versionId })).toMatchObject({
      code: 'file_unreadable',
      message: expect.stringContaining('not there any more'),
    })
    expect(await health()).toMatchObject({
      state: 'amber',
      message: '1 file missing or changed outside of Rolecall: “a”',
    })
    expect((await backend.call('documents.list', {})).rows[0]?.current.reading.state).toBe('damaged')
  })
})

describe('pictures', () => {
  /** The head of a PNG of 600 × 848 pixels. */
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000002580000035008060000', 'hex')

  it('of pages are drawn by the parser, for PDFs that are what they were', async () => {
    const asked: unknown[] = []
    backend.context.parser.run = async task => {
      asked.push(task)
      return { ok: true, value: new Uint8Array(PNG) }
    }
    const content = '%PDF-1.7 and so on'
    const pdf = await addFile(backend, 'cv.pdf', content)
    const text = await addFile(backend, 'cv.txt', 'Words')
    const picture = (versionId: number) => ({ versionId, page: 2, width: 600 })
    expect(await backend.call('documents.picture', picture(pdf.versionId) as never)).toEqual({
      data: PNG.toString('base64'),
      width: 600,
      height: 848,
    })
    expect(asked).toEqual([{ kind: 'picture', path: fileOf(content), page: 2, width: 600, password: null }])
    expect(await backend.refusal('documents.picture', picture(text.versionId))).toMatchObject({
      code: 'unsupported',
    })
    rmSync(fileOf(content))
    expect(await backend.refusal('documents.picture', picture(pdf.versionId))).toMatchObject({
      code: 'file_unreadable',
    })
    expect(asked).toHaveLength(1)
  })
})
