import { expect, test } from 'vitest'
import { sortFile, startsLikeResume } from './sort-files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const way = (name: string, head: string | Uint8Array) =>
  sortFile({ name }, typeof head === 'string' ? bytes(head) : head)

const ZIP = 'PK\u0003\u0004'
const ODT = new Uint8Array([
  ...bytes(ZIP),
  ...new Uint8Array(26),
  ...bytes('mimetypeapplication/vnd.oasis.opendocument.textPK'),
])

test.each([
  ['ann.pdf', '%PDF-1.7', 'document'],
  ['ann.docx', ZIP, 'document'],
  ['ann', ZIP, 'document'],
  ['ann.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0]), 'document'],
  ['ann.rtf', '{\\rtf1', 'document'],
  // What it holds counts, not what it is called.
  ['ann.csv', '%PDF-1.4', 'document'],
  ['ann.zip', '%PDF-1.4', 'document'],
  ['ann.pdf', 'no such thing', 'document'],
  ['resume.json', '{"basics": {"name": "Ann"}}', 'document'],
  ['resume.json', '\uFEFF{ "$schema": "https://x/jsonresume/resume-schema/v1.0.0/schema.json" }', 'document'],
  ['jobs.json', '[{"title": "Welder"}]', 'posting'],
  ['jobs.json', '{"jobs": []}', 'posting'],
  ['jobs.csv', 'title,company', 'posting'],
  ['page.html', '<!doctype html>', 'posting'],
  ['ann.txt', 'Ann Lee', 'unclear'],
  ['ann.md', '# Ann Lee', 'unclear'],
  ['ann', 'Ann Lee', 'unclear'],
  ['ann.odt', ODT, 'refused'],
  ['ann.docx', ODT, 'refused'],
  ['ann.png', '\u0089PNG\u0000', 'refused'],
  ['ann.zip', ZIP, 'refused'],
  ['ann.exe', 'MZ\u0000', 'refused'],
  ['ann.mp3', 'ID3', 'refused'],
])('%s goes its way', (name, head, expected) => {
  expect(way(name, head).way).toBe(expected)
})

test('what is refused says what to do instead', () => {
  expect(way('ann.odt', ODT)).toMatchObject({ why: expect.stringContaining('Save it as DOCX or PDF') })
  expect(way('tool.exe', 'MZ\u0000')).toMatchObject({ why: expect.stringContaining('Add PDF') })
})

test('a JSON Resume is told by how it begins', () => {
  expect(startsLikeResume(' {"meta": {}, "work": [')).toBe(true)
  expect(startsLikeResume('[{"basics": {}}]')).toBe(false)
  expect(startsLikeResume('not json')).toBe(false)
})
