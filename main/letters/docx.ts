import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Block, Run } from './blocks.ts'
import type { LetterFacts } from './pdf.ts'

/** A letter as a Word document with real styles, lists and links. Lengths are twentieths of a point. */

const A4 = { width: 11906, height: 16838 }
/** 25 millimetres. */
const MARGIN = 1417
const FONT = 'Calibri'
const BULLETS = 'letter-bullets'
const DEEPEST_LEVEL = 8

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

/** Where a paragraph stands: in which list at which level, and whether it begins an item. */
interface Place {
  list: { reference: string; level: number; begins: boolean } | null
  /** How many quotations it is in. */
  quotes: number
}

const levels = (format: (level: number) => Partial<ILevelsOptions>): ILevelsOptions[] =>
  Array.from({ length: DEEPEST_LEVEL + 1 }, (_, level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
    ...format(level),
  }))

/** The words of a run; its line breaks are those of Word. */
const wordsOf = (run: Run, more: { style?: string } = {}): TextRun[] =>
  run.text.split('\n').map(
    (text, index) =>
      new TextRun({
        text,
        ...more,
        ...(index > 0 ? { break: 1 } : {}),
        ...(run.bold ? { bold: true } : {}),
        ...(run.italic ? { italics: true } : {}),
        ...(run.code ? { font: 'Consolas' } : {}),
      }),
  )

const childrenOf = (runs: readonly Run[]): ParagraphChild[] =>
  runs.flatMap((run): ParagraphChild[] =>
    run.link === null
      ? wordsOf(run)
      : [new ExternalHyperlink({ link: run.link, children: wordsOf(run, { style: 'Hyperlink' }) })],
  )

/** Writes blocks into a document. */
export async function writeDocx(blocks: readonly Block[], { title, author }: LetterFacts): Promise<Buffer> {
  /** Each ordered list counts for itself. */
  const counted: { reference: string; start: number; level: number }[] = []

  const paragraph = (children: ParagraphChild[], place: Place, style?: string): Paragraph => {
    const { list, quotes } = place
    return new Paragraph({
      children,
      ...(style ? { style } : list ? { style: 'ListParagraph' } : {}),
      ...(list?.begins ? { numbering: { reference: list.reference, level: list.level } } : {}),
      ...(list && !list.begins ? { indent: { left: 360 * (list.level + 1) } } : {}),
      ...(quotes > 0
        ? {
            style: 'Quote',
            ...(list ? {} : { indent: { left: 280 * Math.min(quotes, 8) } }),
            border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'C9C9C9', space: 8 } },
          }
        : {}),
    })
  }

  const write = (all: readonly Block[], place: Place): Paragraph[] => {
    const done: Paragraph[] = []
    let here = place
    // Only the first paragraph of an item has its sign.
    const go = () => {
      if (here.list?.begins) here = { ...here, list: { ...here.list, begins: false } }
    }
    for (const block of all) {
      switch (block.kind) {
        case 'paragraph':
          done.push(paragraph(childrenOf(block.runs), here))
          break
        case 'heading':
          if (here.list) {
            const bold = block.runs.map(run => ({ ...run, bold: true }))
            done.push(paragraph(childrenOf(bold), here))
          } else
            done.push(
              new Paragraph({
                heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6,
                children: childrenOf(block.runs),
              }),
            )
          break
        case 'list': {
          if (here.list?.begins) done.push(paragraph([], here))
          const level = Math.min(here.list ? here.list.level + 1 : 0, DEEPEST_LEVEL)
          const reference = block.ordered ? `letter-numbers-${counted.length}` : BULLETS
          if (block.ordered) counted.push({ reference, start: block.start, level })
          for (const item of block.items) {
            const begins = { ...here, list: { reference, level, begins: true } }
            done.push(...(item.length === 0 ? [paragraph([], begins)] : write(item, begins)))
          }
          break
        }
        case 'quote':
          done.push(...write(block.blocks, { ...here, quotes: here.quotes + 1 }))
          break
        case 'code': {
          const run: Run = { text: block.text, bold: false, italic: false, code: true, link: null }
          done.push(paragraph(wordsOf(run), here))
          break
        }
        case 'rule':
          done.push(
            new Paragraph({
              border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: 'B5B5B5', space: 1 } },
            }),
          )
          break
      }
      go()
    }
    return done
  }

  const children = write(blocks, { list: null, quotes: 0 })
  const document = new Document({
    title,
    ...(author === '' ? {} : { creator: author, lastModifiedBy: author }),
    description: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22 },
          paragraph: { spacing: { after: 160, line: 276 } },
        },
        ...Object.fromEntries(
          [36, 28, 24, 22, 22, 22].map((size, index) => [
            `heading${index + 1}`,
            {
              run: { size, bold: true, color: '1A1A1A' },
              paragraph: { spacing: { before: index === 0 ? 240 : 200, after: 100 }, keepNext: true },
            },
          ]),
        ),
        hyperlink: { run: { color: '1A4FA3', underline: {} } },
        listParagraph: { paragraph: { spacing: { after: 60 } } },
      },
      paragraphStyles: [
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, run: { color: '404040' } },
      ],
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: levels(level => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' })),
        },
        ...counted.map(({ reference, start, level: own }) => ({
          reference,
          levels: levels(level => ({
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            ...(level === own ? { start } : {}),
          })),
        })),
      ],
    },
    sections: [
      {
        properties: {
          // The first page has a foot of its own: none.
          titlePage: true,
          page: { size: A4, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
        },
        footers: {
          first: new Footer({ children: [new Paragraph({})] }),
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 18, color: '6B6B6B' })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
