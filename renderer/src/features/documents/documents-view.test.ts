import { expect, test } from 'vitest'
import { DocumentId } from '../../../../main/contract/ids.ts'
import { documentPath, isFiltered, readView, writeView } from './documents-view.ts'

test.each([
  ['', { kind: null, place: null, jobId: null, text: '' }],
  ['kind=resume&place=job&q=rust', { kind: 'resume', place: 'job', jobId: null, text: 'rust' }],
  ['job=12', { kind: null, place: null, jobId: 12, text: '' }],
])('the address %j is read and written', (address, view) => {
  const read = readView(new URLSearchParams(address))
  expect(read).toEqual(view)
  expect(writeView(read).toString()).toBe(address)
  expect(isFiltered(read)).toBe(address !== '')
})

test('what an address does not know is left out', () => {
  expect(writeView(readView(new URLSearchParams('kind=poem&place=moon&job=x&else=1'))).toString()).toBe('')
})

test('a document that was found by words in it opens where they stand', () => {
  const documentId = DocumentId.parse(7)
  expect(documentPath({ documentId, snippet: null }, 'roses')).toBe('/documents/7')
  expect(documentPath({ documentId, snippet: [{ text: 'roses', hit: true }] }, ' C# & roses ')).toBe(
    '/documents/7?find=C%23+%26+roses',
  )
})
