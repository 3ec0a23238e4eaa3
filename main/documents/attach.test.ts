import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestBackend } from '../../tests/support/backend.ts'
import { type DealtWith, dealtWith } from '../../tests/support/dealt-with.ts'
import type { DocumentId, DocumentVersionId, JobId } from '../contract/ids.ts'

let all: DealtWith
let backend: TestBackend
let jobId: JobId
let letter: { documentId: DocumentId; versionId: DocumentVersionId }

const write = (markdown: string, of: typeof letter | null = null, title = 'My letter') =>
  backend.call('letters.save', {
    documentId: of?.documentId ?? null,
    base: of?.versionId ?? null,
    title,
    markdown,
  })
const attached = () => backend.call('documents.attached', { jobId })
const attach = (versionId: DocumentVersionId) => backend.call('documents.attach', { jobId, versionId })
const undo = (answer: { undo: { changeId: number } | null }) =>
  backend.call('changes.undo', { changeId: (answer.undo?.changeId ?? 0) as never })
const move = (status: 'applied' | 'interview' | 'approved') =>
  backend.call('applications.setStatus', { jobIds: [jobId], status })

beforeEach(async () => {
  all = await dealtWith(1)
  backend = all.backend
  ;[jobId] = all.jobs as [JobId]
  letter = await write('Dear Sam')
})
afterEach(() => all.close())

describe('attaching', () => {
  it('holds one version of a document, and an unsent one gives way to a newer', async () => {
    await attach(letter.versionId)
    backend.clock.advance(11 * 60_000)
    const second = await write('Dear Sam, again', letter)
    expect(await attached()).toMatchObject([{ version: 1, newerVersion: 2, sentAt: null, format: 'md' }])
    const answer = await attach(second.versionId)
    expect(await attached()).toMatchObject([{ version: 2, newerVersion: null }])
    await undo(answer)
    expect(await attached()).toMatchObject([{ version: 1, newerVersion: 2 }])
  })

  it('tells the pages of the application', async () => {
    await attach(letter.versionId)
    expect(backend.events.at(-1)).toMatchObject({
      type: 'document.changed',
      payload: { documentIds: [letter.documentId], jobIds: [jobId] },
    })
  })

  it('says nothing happened when it stands there already', async () => {
    await attach(letter.versionId)
    expect(await attach(letter.versionId)).toEqual({ undo: null })
  })

  it('is refused for what does not exist', async () => {
    expect(
      await backend.refusal('documents.attach', { jobId: 999_999, versionId: letter.versionId }),
    ).toMatchObject({ code: 'not_found' })
    expect(await backend.refusal('documents.attach', { jobId, versionId: 999_999 })).toMatchObject({
      code: 'not_found',
    })
    await backend.call('documents.remove', { documentIds: [letter.documentId] })
    expect(await backend.refusal('documents.attach', { jobId, versionId: letter.versionId })).toMatchObject({
      code: 'not_found',
    })
  })

  it('is taken off, and comes back', async () => {
    await attach(letter.versionId)
    const answer = await backend.call('documents.detach', { jobId, versionId: letter.versionId })
    expect(await attached()).toEqual([])
    await undo(answer)
    expect(await attached()).toHaveLength(1)
  })
})

describe('what was sent', () => {
  it('is what is attached when the job is moved to applied, and undoing the move takes it back', async () => {
    await attach(letter.versionId)
    backend.clock.advance(1000)
    const moved = await move('applied')
    const { appliedAt, documents } = await backend.call('applications.get', { jobId })
    expect(await attached()).toMatchObject([{ sentAt: appliedAt }])
    expect(documents).toEqual([{ title: 'My letter', version: 1, sentAt: appliedAt }])
    await undo(moved)
    expect(await attached()).toMatchObject([{ sentAt: null }])
  })

  it('is only what goes out with that move', async () => {
    await attach(letter.versionId)
    await move('interview')
    expect(await attached()).toMatchObject([{ sentAt: null }])
  })

  it('keeps the time that the person gave, whatever becomes of the move', async () => {
    await attach(letter.versionId)
    const at = '2026-02-27T08:00:00Z'
    await backend.call('documents.markSent', { jobId, versionId: letter.versionId, at })
    const moved = await move('applied')
    await undo(moved)
    expect(await attached()).toMatchObject([{ sentAt: '2026-02-27T08:00:00.000Z' }])
  })

  it('is never taken off, changed, or thrown away', async () => {
    await attach(letter.versionId)
    await backend.call('documents.markSent', { jobId, versionId: letter.versionId })
    expect(await backend.refusal('documents.detach', { jobId, versionId: letter.versionId })).toMatchObject({
      code: 'conflict',
    })
    // Within ten minutes, and still a version of its own.
    const second = await write('Dear Sam, changed', letter)
    expect(second.versionId).not.toBe(letter.versionId)
    expect(await backend.call('letters.read', { versionId: letter.versionId })).toMatchObject({
      markdown: 'Dear Sam',
    })
    await backend.call('documents.remove', { documentIds: [letter.documentId] })
    expect(await attached()).toMatchObject([{ version: 1, title: 'My letter', newerVersion: null }])
    expect(await backend.call('letters.read', { versionId: letter.versionId })).toMatchObject({
      markdown: 'Dear Sam',
    })
    expect((await backend.call('applications.get', { jobId })).documents).toHaveLength(1)
  })

  it('stands beside a newer version that is attached later', async () => {
    await attach(letter.versionId)
    await backend.call('documents.markSent', { jobId, versionId: letter.versionId })
    const second = await write('Dear Sam, changed', letter)
    await attach(second.versionId)
    expect((await attached()).map(({ version, sentAt }) => [version, sentAt !== null])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  it('cannot be written over, even by a mistake of a later program', async () => {
    await attach(letter.versionId)
    await backend.call('documents.markSent', { jobId, versionId: letter.versionId })
    expect(() =>
      backend.db.sql("UPDATE document_versions SET file_hash = 'x' WHERE id = ?").run(letter.versionId),
    ).toThrow('stays as it was')
    expect(() => backend.db.sql('DELETE FROM document_versions WHERE id = ?').run(letter.versionId)).toThrow()
  })

  it('is said to be sent once; undo makes it unsent', async () => {
    await attach(letter.versionId)
    const answer = await backend.call('documents.markSent', { jobId, versionId: letter.versionId })
    expect(await backend.call('documents.markSent', { jobId, versionId: letter.versionId })).toEqual({
      undo: null,
    })
    await undo(answer)
    expect(await attached()).toMatchObject([{ sentAt: null }])
  })

  it('cannot be said of what is not attached', async () => {
    expect(await backend.refusal('documents.markSent', { jobId, versionId: letter.versionId })).toMatchObject(
      { code: 'not_found' },
    )
  })
})

it('a removed document waits unseen, is not sent, and comes back attached', async () => {
  await attach(letter.versionId)
  const removed = await backend.call('documents.remove', { documentIds: [letter.documentId] })
  expect(await attached()).toEqual([])
  await move('applied')
  await undo(removed)
  expect(await attached()).toMatchObject([{ sentAt: null }])
})
