import { expect, it } from 'vitest'
import { linesOfMarkdown } from './markdown-lines.ts'
import { readRtf } from './read-rtf.ts'
import { readText } from './read-text.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const rtf = (text: string) => readRtf(bytes(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${text}}`)).layout?.lines ?? []

it('reads letters of RTF in all their spellings', () => {
  expect(
    rtf(
      "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset238 Arial;}}J\\'e4rvi \\u8211? \\u1051?\\u1077?\\f1 \\'e8\\f0\\bullet\\par",
    )[0]?.text,
  ).toBe('Järvi – Леč•')
})

it('reads looks, lists, tabs, links and tables of RTF', () => {
  const lines = rtf(
    '{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}\\pard\\s1 Experience\\par\\pard\\plain{\\b Harbour Planner}\\tab 2021\\par' +
      '\\pard{\\listtext\\bullet\\tab}\\ls1 Planned berths\\par\\pard\\trowd 2016\\cell Deck Officer\\cell\\row' +
      '\\pard{\\field{\\*\\fldinst HYPERLINK "https://ada.example/"}{\\fldrslt My page}}\\par',
  )
  expect(lines.map(line => line.cells)).toEqual([
    ['Experience'],
    ['Harbour Planner', '2021'],
    ['Planned berths'],
    ['2016', 'Deck Officer'],
    ['My page'],
  ])
  expect(lines[0]?.heading).toBe(1)
  expect(lines[1]?.runs[0]?.bold).toBe(true)
  expect(lines[2]?.bullet).toBe(true)
  expect(lines[4]?.runs[0]?.link).toBe('https://ada.example/')
})

it('passes over pictures, hidden text and what no reader of RTF knows', () => {
  const lines = rtf(
    '{\\pict\\pngblip 89504e47}{\\*\\strange words}{\\v secret}{\\info{\\title T}}Ada\\bin3 }}}Quist\\par',
  )
  expect(lines.map(line => line.text)).toEqual(['AdaQuist'])
})

it('says that RTF is nested past reason', () => {
  expect(readRtf(bytes(`{\\rtf1 ${'{'.repeat(5000)}`)).state).toBe('damaged')
  expect(readRtf(bytes('{\\rtf1 }')).state).toBe('empty')
})

it('reads texts in their encodings', () => {
  expect(readText(bytes('J\u00e4rvi')).layout?.lines[0]?.text).toBe('Järvi')
  expect(readText(Buffer.from('Järvi')).layout?.lines[0]?.text).toBe('Järvi')
  expect(readText(Buffer.from('\ufeffJärvi', 'utf16le')).layout?.lines[0]?.text).toBe('Järvi')
})

it('knows bullets, cells and blank lines of a text', () => {
  const lines = readText(Buffer.from('Ada Quist\r\n\r\n\r\n* Planned berths\n2021 \t Harbour\n-----\n'))
    .layout?.lines
  expect(lines?.map(({ text, bullet, cells, gap }) => ({ text, bullet, cells, gap }))).toEqual([
    { text: 'Ada Quist', bullet: false, cells: ['Ada Quist'], gap: null },
    { text: 'Planned berths', bullet: true, cells: ['Planned berths'], gap: 2 },
    { text: '2021 Harbour', bullet: false, cells: ['2021', 'Harbour'], gap: 0 },
  ])
})

it('reads headings, lists, emphasis and safe links of Markdown', () => {
  const lines = linesOfMarkdown(
    '# Ada\n\n**Planner** at [Tidemark](https://tide.example)\n\n- one\n- [two](javascript:x)\n',
  )
  expect(lines?.map(({ text, heading, bullet }) => ({ text, heading, bullet }))).toEqual([
    { text: 'Ada', heading: 1, bullet: false },
    { text: 'Planner at Tidemark', heading: null, bullet: false },
    { text: 'one', heading: null, bullet: true },
    { text: 'two', heading: null, bullet: true },
  ])
  expect(lines?.[1]?.runs.map(({ bold, link }) => ({ bold, link }))).toEqual([
    { bold: true, link: null },
    { bold: false, link: null },
    { bold: false, link: 'https://tide.example' },
  ])
  expect(lines?.[3]?.runs[0]?.link).toBeNull()
  expect(linesOfMarkdown('>'.repeat(5000))).toBeNull()
})
