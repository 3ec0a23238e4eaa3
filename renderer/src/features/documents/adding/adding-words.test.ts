import { expect, test } from 'vitest'
import type { DocumentRow, ReadingState } from '../../../../../main/contract/documents.ts'
import { DocumentId, DocumentVersionId, JobId } from '../../../../../main/contract/ids.ts'
import { documentRow } from '../document.fixture.ts'
import { type AddItem, TO_LIBRARY } from './adding-queue.ts'
import { addedRows, endText, itemWords, piecesOfIds, sumUp } from './adding-words.ts'

const item = (more: Partial<AddItem>): AddItem => ({
  id: 1,
  file: new File(['0123456789'], 'ann.pdf'),
  goal: TO_LIBRARY,
  state: 'waiting',
  sent: 0,
  problem: null,
  again: false,
  documentId: null,
  versionId: null,
  ...more,
})

const row = (id: number, more: Partial<DocumentRow> = {}, state: ReadingState = 'read'): DocumentRow => {
  const { current } = documentRow({})
  const versionId = DocumentVersionId.parse(id)
  return documentRow({
    documentId: DocumentId.parse(id),
    current: { ...current, versionId, reading: { ...current.reading, state } },
    ...more,
  })
}
const kept = (id: number) =>
  item({ state: 'kept', documentId: DocumentId.parse(id), versionId: DocumentVersionId.parse(id) })

test('a file says where it stands', () => {
  expect(itemWords(item({ state: 'sending', sent: 4 }), undefined)).toBe('Taken over: 40 %')
  expect(itemWords(item({ state: 'sending', sent: 10 }), undefined)).toBe('Being kept')
  expect(itemWords(item({ state: 'failed', problem: 'It is empty.' }), undefined)).toBe('It is empty.')
  expect(itemWords(kept(1), row(1))).toBe('Reads like a résumé')
  const { current } = row(1)
  const locked = { ...current.reading, state: 'locked' as const, message: 'It is locked.' }
  expect(itemWords(kept(1), row(1, { current: { ...current, reading: locked } }))).toBe('It is locked.')
})

test('a file that is kept already says where', () => {
  const known = item({ state: 'known' })
  expect(itemWords(known, undefined)).toBe('Kept here already, the same file')
  expect(itemWords(known, row(1))).toBe('Kept here already, in the library: “Ann Lee”')
  const job = { jobId: JobId.parse(3), title: 'Engineer', company: 'Ardent' }
  expect(itemWords(known, row(1, { job }))).toBe('Kept here already, for Engineer at Ardent: “Ann Lee”')
})

test('all files are summed up', () => {
  const items = [kept(1), kept(2), kept(3), item({ state: 'known' }), item({ state: 'failed' }), item({})]
  const sum = sumUp(items, addedRows([], [row(1), row(2, {}, 'waiting')]))
  expect(sum).toEqual({ total: 6, handled: 5, kept: 3, known: 1, left: 1, read: 1 })
  expect(endText(sum)).toBe('3 documents added, 1 was here already, 1 was not added.')
  expect(endText({ ...sum, kept: 0, known: 0, left: 2 })).toBe('2 were not added.')
})

test('a file that was undone or replaced by a newer version is done with', () => {
  const items = [kept(1), kept(2)]
  const one = DocumentId.parse(1)
  expect(sumUp(items, addedRows([], []))).toMatchObject({ kept: 2, read: 0 })
  expect(sumUp(items, addedRows([one], []))).toMatchObject({ kept: 2, read: 1 })
  // Its document is there, with another version in use.
  const newer = row(9, { documentId: one }, 'waiting')
  expect(sumUp(items, addedRows([one, DocumentId.parse(2)], [newer, row(2)]))).toMatchObject({ read: 2 })
})

test('documents are asked for each once, in pieces that are answered whole', () => {
  const items = Array.from({ length: 450 }, (_, index) => kept(1 + (index % 420)))
  const pieces = piecesOfIds([...items, item({ state: 'failed' })])
  expect(pieces.map(({ length }) => length)).toEqual([200, 200, 20])
  expect(new Set(pieces.flat()).size).toBe(420)
  expect(piecesOfIds([item({})])).toEqual([])
})
