import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { sniffDocument } from './sniff.ts'

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map(name => [name, new Uint8Array([1])])))
const text = (content: string): Uint8Array => new TextEncoder().encode(content)
const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from(stream, 'utf16le'),
  ])

it.each([
  ['pdf', text('%PDF-1.7\n'), 'a.docx'],
  ['pdf', text('junk before\n%PDF-1.4'), 'a.pdf'],
  ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'a.doc'],
  ['doc', compound('WordDocument'), 'a.doc'],
  ['rtf', text('{\\rtf1 x}'), 'a.doc'],
  ['json_resume', text('{"basics": {"name": "Ada"}}'), 'a.txt'],
  ['md', text('# Ada'), 'a.md'],
  ['txt', text('Ada Quist'), 'a'],
  ['txt', Buffer.from('\ufeffAda Quist', 'utf16le'), 'a.txt'],
])('tells %s by its content', (format, bytes, name) => {
  expect(sniffDocument(bytes, name)).toEqual({ format })
})

it.each([
  ['empty', new Uint8Array(), 'cv.pdf'],
  ['PNG picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'cv.pdf'],
  ['Excel', zip('xl/workbook.xml'), 'cv.docx'],
  ['zip archive', zip('cv.pdf'), 'cv.docx'],
  ['OpenDocument', zip('mimetype-application-vnd.oasis.opendocument.text'), 'cv.odt'],
  ['password', compound('EncryptedPackage'), 'cv.docx'],
  ['web page', text('<!doctype html><p>Ada'), 'cv.html'],
  ['not a document that', new Uint8Array(400).map((_, at) => at % 7), 'cv.txt'],
])('says in words what is no document: %s', (words, bytes, name) => {
  const told = sniffDocument(bytes, name)
  expect('problem' in told && told.problem).toContain(words)
  expect('problem' in told && told.problem).toContain(name)
})

it('answers something for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const told = sniffDocument(bytes, 'x')
      expect('format' in told || told.problem.length > 10).toBe(true)
    }),
  )
})
