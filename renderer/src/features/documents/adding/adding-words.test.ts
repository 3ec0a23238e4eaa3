import { expect, test } from 'vitest'
import { DocumentId, DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { documentRow } from '../document.fixture.ts'
import { type AddItem, TO_LIBRARY } from './adding-queue.ts'
import { endText, itemWords, sumUp } from './adding-words.ts'

const { reading } = documentRow({}).current
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

test('a file says where it stands', () => {
  expect(itemWords(item({ state: 'sending', sent: 4 }), null)).toBe('Taken over: 40 %')
  expect(itemWords(item({ state: 'sending', sent: 10 }), null)).toBe('Being kept')
  expect(itemWords(item({ state: 'failed', problem: 'It is empty.' }), null)).toBe('It is empty.')
  expect(itemWords(item({ state: 'kept' }), reading)).toBe('Reads like a résumé')
  expect(itemWords(item({ state: 'kept' }), { ...reading, state: 'locked', message: 'It is locked.' })).toBe(
    'It is locked.',
  )
})

test('all files are summed up', () => {
  const kept = (version: number) =>
    item({ state: 'kept', documentId: DocumentId.parse(1), versionId: DocumentVersionId.parse(version) })
  const sum = sumUp(
    [kept(1), kept(2), kept(3), item({ state: 'known' }), item({ state: 'failed' }), item({})],
    new Map([
      [1, reading],
      [2, { ...reading, state: 'waiting' as const }],
    ]),
  )
  expect(sum).toEqual({ total: 6, handled: 5, kept: 3, known: 1, left: 1, read: 1 })
  expect(endText(sum)).toBe('3 documents added, 1 was here already, 1 was not added.')
  expect(endText({ ...sum, kept: 0, known: 0, left: 2 })).toBe('2 were not added.')
})
