import {
  AlignmentType,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { Line } from '../../rules/layout.ts'
import { readDocx } from './read-docx.ts'

type Section = ConstructorParameters<typeof Document>[0]['sections'][number]

const bytesOf = async (section: Partial<Section> & Pick<Section, 'children'>): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [section] })))

async function linesOf(section: Partial<Section> & Pick<Section, 'children'>): Promise<Line[]> {
  const { layout, state } = await readDocx(await bytesOf(section))
  expect(state).toBe('read')
  return layout?.lines ?? []
}

const cell = (...texts: string[]): TableCell =>
  new TableCell({ children: texts.map(text => new Paragraph(text)) })

it('knows headings, lists, bold letters, tabs and links', async () => {
  const lines = await linesOf({
    children: [
      new Paragraph({ text: 'Experience', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [
          new TextRun({ text: 'Harbour Planner', bold: true, size: 24 }),
          new TextRun('\tMar 2021 – Present'),
        ],
      }),
      new Paragraph({ text: 'Planned the berths', bullet: { level: 0 } }),
      new Paragraph({
        children: [
          new ExternalHyperlink({ link: 'https://ada.example/', children: [new TextRun('My page')] }),
        ],
      }),
      new Paragraph({
        children: [
          new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun('No page')] }),
        ],
      }),
    ],
  })
  expect(lines.map(line => line.cells)).toEqual([
    ['Experience'],
    ['Harbour Planner', 'Mar 2021 – Present'],
    ['Planned the berths'],
    ['My page'],
    ['No page'],
  ])
  expect(lines.map(line => line.heading)).toEqual([1, null, null, null, null])
  expect(lines.map(line => line.bullet)).toEqual([false, false, true, false, false])
  expect(lines[1]).toMatchObject({
    size: 12,
    runs: [{ text: 'Harbour Planner', bold: true }, { bold: false }],
  })
  expect(lines[3]?.runs[0]?.link).toBe('https://ada.example/')
  expect(lines[4]?.runs[0]?.link).toBeNull()
})

it('reads page headers and footers, and leaves out the number of the page', async () => {
  const lines = await linesOf({
    headers: { default: new Header({ children: [new Paragraph('Ada Quist, ada@quist.example')] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph('Member of the Pilots’ Guild'),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children: [new Paragraph('Harbour Planner')],
  })
  expect(lines.map(line => line.text)).toEqual([
    'Ada Quist, ada@quist.example',
    'Harbour Planner',
    'Member of the Pilots’ Guild',
  ])
})

it('reads short cells as one line, and long cells one after the other', async () => {
  const long = (name: string): string[] => [1, 2, 3, 4, 5].map(number => `${name} ${number}`)
  const lines = await linesOf({
    children: [
      new Table({
        rows: [
          new TableRow({ children: [cell('2021 – 2024'), cell('Harbour Planner', 'Tidemark Ferries')] }),
          new TableRow({ children: [cell(...long('Left')), cell(...long('Right'))] }),
        ],
      }),
    ],
  })
  expect(lines.map(line => line.cells)).toEqual([
    ['2021 – 2024', 'Harbour Planner'],
    ['Tidemark Ferries'],
    ...long('Left').map(text => [text]),
    ...long('Right').map(text => [text]),
  ])
  expect(lines.map(line => line.column)).toEqual([0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2])
})

it('takes what was inserted, and neither what was deleted nor what is hidden', async () => {
  const change = { id: 1, author: 'Ada', date: '2026-01-01T00:00:00Z' }
  const lines = await linesOf({
    children: [
      new Paragraph({
        children: [
          new DeletedTextRun({ text: 'Deck Boy', ...change }),
          new InsertedTextRun({ text: 'Harbour Planner', ...change }),
          new TextRun({ text: ' who can do everything', vanish: true }),
          new TextRun({ text: ' and more', color: 'FFFFFF' }),
          new TextRun({ text: ' and most', size: 2 }),
        ],
      }),
    ],
  })
  expect(lines.map(line => line.text)).toEqual(['Harbour Planner'])
})

const parts = (document: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(document),
})
const body = (inside: string): string =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`

it('reads text boxes once, before the paragraph that they hang on', async () => {
  const box = '<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>'
  const document = body(
    `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it</w:t></w:r></w:p>`,
  )
  const { layout } = await readDocx(zipSync(parts(document)))
  expect(layout?.lines.map(line => line.text)).toEqual(['In a box', 'Around it'])
})

it('refuses entities, bombs and endless nesting', async () => {
  const entity = `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>${body('<w:p><w:r><w:t>&e;</w:t></w:r></w:p>')}`
  expect(await readDocx(zipSync(parts(entity)))).toMatchObject({ state: 'refused', layout: null })
  const bomb = zipSync({ ...parts(body('')), 'word/media/image.emf': new Uint8Array(61 * 1024 * 1024) })
  expect(await readDocx(bomb)).toMatchObject({ state: 'refused', message: expect.stringContaining('61 MB') })
  const deep = zipSync(parts(body('<w:tbl><w:tr><w:tc>'.repeat(5000))))
  expect((await readDocx(deep)).state).toBe('refused')
})

it('reads a file that names its elements otherwise', async () => {
  const whole = unzipSync(await bytesOf({ children: [new Paragraph('Ada Quist'), new Paragraph('Planner')] }))
  const document = new TextDecoder().decode(whole['word/document.xml'])
  const renamed = document
    .replaceAll('<w:', '<n:')
    .replaceAll('</w:', '</n:')
    .replace('xmlns:w=', 'xmlns:n=')
    .replaceAll(' w:', ' n:')
  const { layout } = await readDocx(zipSync({ ...whole, 'word/document.xml': strToU8(renamed) }))
  expect(layout?.lines.map(line => line.text)).toEqual(['Ada Quist', 'Planner'])
})

it('says that a document is empty or damaged', async () => {
  expect((await readDocx(await bytesOf({ children: [new Paragraph(' ')] }))).state).toBe('empty')
  const whole = await bytesOf({ children: [new Paragraph('Ada')] })
  expect((await readDocx(whole.subarray(0, whole.length / 2))).state).toBe('damaged')
  const { 'word/document.xml': _, ...rest } = unzipSync(whole)
  expect((await readDocx(zipSync(rest))).state).toBe('damaged')
})
