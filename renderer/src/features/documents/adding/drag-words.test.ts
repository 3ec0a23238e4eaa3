import { expect, test } from 'vitest'
import { dragWords } from './drag-words.ts'

test.each([
  [['application/pdf'], null, 'Drop the file to keep it as a document'],
  [['application/pdf', 'application/msword'], null, 'Drop 2 files to keep them as documents'],
  [['text/csv'], null, 'Drop the file to import jobs'],
  [['text/plain'], null, 'Drop the file to add it'],
  [['text/plain'], 'document', 'Drop the file to keep it as a document'],
  [['text/plain'], 'posting', 'Drop the file to import jobs'],
  [['application/pdf', 'text/csv'], null, 'Drop 2 files to add them'],
  [[''], null, 'Drop the file to add it'],
] as const)('%j on a page that takes texts for %s: %s', (types, taken, title) => {
  expect(dragWords({ count: types.length, types }, taken).title).toBe(title)
})

test('where the browser tells nothing, nothing is promised', () => {
  expect(dragWords({ count: 0, types: [] }, null).title).toBe('Drop files to add them')
})
