import { Parser } from 'htmlparser2'
import type { Run } from '../../rules/layout.ts'
import { safeTarget } from '../links.ts'
import { addLook, type Look, type Styles } from './styles.ts'

/** Paragraphs and tables of a part of a Word file, in their order. */
export type Flow = (Paragraph | Table)[]
export interface Paragraph {
  kind: 'paragraph'
  /** Texts hold tabs and line breaks as they were. */
  runs: (Run & { size: number | undefined })[]
  look: Look
}
export interface Table {
  kind: 'table'
  rows: Flow[][]
}

/** Elements within elements; what Word writes stays below a hundred. */
const DEEPEST = 400
/** Letters of one part that are kept. */
const MOST_LETTERS = 2_000_000

/** What is in it was deleted, is an older form of what stands beside it, or says how fields are computed. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:delText',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPr',
  'w:pict',
  'w:object',
  'm:oMath',
])

interface OpenParagraph {
  paragraph: Paragraph
  run: Look | null
  runStyle: string | undefined
}
type Frame = { flow: Flow; table: Table | null; row: Flow[] | null; shaded: boolean }

/**
 * Reads the visible text of a part: insertions in, deletions and hidden text out, text boxes before the paragraph they
 * hang on. Null when it is nested past reason.
 */
export function flowOf(xml: string, styles: Styles, targets: Map<string, { target: string }>): Flow | null {
  const whole: Flow = []
  const frames: Frame[] = [{ flow: whole, table: null, row: null, shaded: false }]
  const paragraphs: OpenParagraph[] = []
  const links: (string | null)[] = []
  const field = { code: '', inCode: 0, link: null as string | null }
  let skipping = 0
  let depth = 0
  let tooDeep = false
  let letters = 0
  let takeText: 'text' | 'code' | null = null

  const frame = (): Frame => frames.at(-1) ?? { flow: whole, table: null, row: null, shaded: false }
  const write = (text: string): void => {
    const open = paragraphs.at(-1)
    if (!open || letters > MOST_LETTERS) return
    const look: Look = { ...styles.usual, ...styleOf(open), ...styles.of(open.runStyle), ...open.run }
    if (
      isHidden(
        look,
        frames.some(one => one.shaded),
      )
    )
      return
    letters += text.length
    const link = links.at(-1) ?? field.link
    const bold = look.bold === true
    const italic = look.italic === true
    const last = open.paragraph.runs.at(-1)
    if (last && last.bold === bold && last.italic === italic && last.link === link && last.size === look.size)
      last.text += text
    else open.paragraph.runs.push({ text, bold, italic, link, size: look.size })
  }
  const styleOf = ({ paragraph }: OpenParagraph): Look => paragraph.look

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth++
        if (depth > DEEPEST) {
          tooDeep = true
          parser.pause()
          return
        }
        // Old text boxes (VML) lie in a w:pict; the newer form beside it is read where there is one.
        if (skipping > 0 || (SKIPPED.has(tag) && tag !== 'w:pict')) {
          skipping++
          return
        }
        const open = paragraphs.at(-1)
        switch (tag) {
          case 'w:p':
            paragraphs.push({
              paragraph: { kind: 'paragraph', runs: [], look: {} },
              run: null,
              runStyle: undefined,
            })
            break
          case 'w:pStyle':
            if (open) open.paragraph.look = { ...styles.of(attributes['w:val']), ...open.paragraph.look }
            break
          case 'w:r':
            if (open) {
              open.run = {}
              open.runStyle = undefined
            }
            break
          case 'w:rPr':
            // Without a run it is the look of the paragraph's own mark.
            if (!open?.run) skipping++
            break
          case 'w:rStyle':
            if (open?.run) open.runStyle = attributes['w:val']
            break
          case 'w:t':
            takeText = 'text'
            break
          case 'w:instrText':
            takeText = 'code'
            break
          case 'w:tab':
            // Inside w:tabs it is a stop, not a letter.
            if (open?.run) write('\t')
            break
          case 'w:br':
          case 'w:cr':
            if (open?.run && attributes['w:type'] !== 'page') write('\n')
            break
          case 'w:noBreakHyphen':
            write('-')
            break
          case 'w:sym':
            if (/^f0[ab][78]$/i.test(attributes['w:char'] ?? '')) write('•')
            break
          case 'w:fldChar':
            if (attributes['w:fldCharType'] === 'begin') {
              field.code = ''
              field.link = null
            }
            if (attributes['w:fldCharType'] === 'separate') field.link = linkOfField(field.code)
            if (attributes['w:fldCharType'] === 'end') field.link = null
            break
          case 'w:hyperlink':
            links.push(safeTarget(targets.get(attributes['r:id'] ?? '')?.target))
            break
          case 'w:fldSimple':
            links.push(linkOfField(attributes['w:instr'] ?? ''))
            break
          case 'w:tbl': {
            const table: Table = { kind: 'table', rows: [] }
            frame().flow.push(table)
            frames.push({ flow: [], table, row: null, shaded: false })
            break
          }
          case 'w:tr': {
            const inside = frame()
            if (inside.table) {
              inside.row = []
              inside.table.rows.push(inside.row)
            }
            break
          }
          case 'w:tc': {
            const flow: Flow = []
            frame().row?.push(flow)
            frames.push({ flow, table: null, row: null, shaded: false })
            break
          }
          case 'w:txbxContent':
            // White letters in a box stand on its colour.
            frames.push({ flow: frame().flow, table: null, row: null, shaded: true })
            break
          default:
            if (open) addLook(open.run ?? open.paragraph.look, tag, attributes)
            else if (tag === 'w:shd') addShade(frame(), attributes)
        }
      },
      ontext(text) {
        if (skipping > 0 || takeText === null) return
        if (takeText === 'code') field.code = (field.code + text).slice(0, 4000)
        else write(text)
      },
      onclosetag(tag) {
        depth--
        if (skipping > 0) {
          skipping--
          return
        }
        const open = paragraphs.at(-1)
        switch (tag) {
          case 'w:t':
          case 'w:instrText':
            takeText = null
            break
          case 'w:r':
            if (open) open.run = null
            break
          case 'w:p':
            paragraphs.pop()
            if (open) frame().flow.push(open.paragraph)
            break
          case 'w:hyperlink':
          case 'w:fldSimple':
            links.pop()
            break
          case 'w:tbl':
          case 'w:tc':
          case 'w:txbxContent':
            if (frames.length > 1) frames.pop()
            break
          default:
        }
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return tooDeep ? null : whole
}

function addShade(frame: Frame, attributes: Record<string, string>): void {
  const look: Look = {}
  addLook(look, 'w:shd', attributes)
  if (look.shaded) frame.shaded = true
}

/** Hidden by its property, by letters of a point or less, or white on white. */
const isHidden = (look: Look, onColor: boolean): boolean =>
  look.hidden === true ||
  (look.size !== undefined && look.size <= 1) ||
  (look.color === 'ffffff' && look.shaded !== true && !onColor)

function linkOfField(code: string): string | null {
  const target = /\bHYPERLINK\s+"([^"]+)"/i.exec(code)?.[1]
  return safeTarget(target)
}
