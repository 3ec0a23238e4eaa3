import { safeTarget } from '../links.ts'
import type { Flow, Paragraph } from '../word/body.ts'
import { encodingOfCharset, encodingOfCodePage, NO_TEXT, SIGNS } from './rtf-codes.ts'

/** The text of an RTF file: headers, body and footers as paragraphs. Null when it is nested past reason or no RTF. */
export interface RtfText {
  header: Flow
  body: Flow
  footer: Flow
}

/** Groups within groups; what programs write stays below fifty. */
const DEEPEST = 500
/** Letters that are kept. */
const MOST_LETTERS = 2_000_000

/** What holds within a group; an inner group begins with that of the outer one. */
interface Group {
  /** What becomes of the words in it. */
  goes: 'text' | 'nowhere' | 'fonts' | 'styles' | 'field' | 'mark'
  part: keyof RtfText
  bold: boolean
  italic: boolean
  hidden: boolean
  size: number | undefined
  link: string | null
  encoding: string | null
  /** Signs to pass over after each \u. */
  instead: number
}

/** Reads an RTF file, whose bytes were decoded as Latin-1. */
export function readRtfText(rtf: string): RtfText | null {
  if (!/^\s*\{\\rtf/.test(rtf)) return null
  const parts: RtfText = { header: [], body: [], footer: [] }
  const open: Record<keyof RtfText, Paragraph> = { header: fresh(), body: fresh(), footer: fresh() }
  const groups: Group[] = []
  const fonts = new Map<number, string | null>()
  const styles = new Map<number, number>()
  let group: Group = {
    goes: 'text',
    part: 'body',
    bold: false,
    italic: false,
    hidden: false,
    size: 12,
    link: null,
    encoding: null,
    instead: 1,
  }
  let usual = 'windows-1252'
  let bytes: number[] = []
  let skip = 0
  let letters = 0
  let optional = false
  let fieldCode = ''
  let entry = { number: 0, name: '' }

  const put = (text: string): void => {
    if (group.goes === 'field') fieldCode = (fieldCode + text).slice(0, 4000)
    if (group.goes === 'styles') entry.name += text
    if (group.goes === 'mark') open[group.part].look.listed = true
    if (group.goes !== 'text' || group.hidden || letters > MOST_LETTERS) return
    letters += text.length
    const { bold, italic, link, size } = group
    const { runs } = open[group.part]
    const last = runs.at(-1)
    if (last && last.bold === bold && last.italic === italic && last.link === link && last.size === size)
      last.text += text
    else runs.push({ text, bold, italic, link, size })
  }
  const flush = (): void => {
    if (bytes.length === 0) return
    const encoding = group.encoding ?? usual
    put(new TextDecoder(encoding).decode(Uint8Array.from(bytes)))
    bytes = []
  }
  const endParagraph = (): void => {
    parts[group.part].push(open[group.part])
    open[group.part] = { ...fresh(), look: { ...open[group.part].look } }
  }
  const take = (text: string): void => {
    const kept = text.slice(skip)
    skip = Math.max(0, skip - text.length)
    if (kept === '') return
    flush()
    put(kept)
  }

  const word = (name: string, value: number | null): void => {
    const on = value !== 0
    const look = open[group.part].look
    const wasOptional = optional
    optional = false
    if (NO_TEXT.has(name)) group.goes = 'nowhere'
    else if (name === 'fonttbl') group.goes = 'fonts'
    else if (name === 'stylesheet') group.goes = 'styles'
    else if (name === 'fldinst') {
      group.goes = 'field'
      fieldCode = ''
    } else if (name === 'fldrslt') group.link = safeTarget(/HYPERLINK\s+"([^"]+)"/i.exec(fieldCode)?.[1])
    else if (name === 'listtext' || name === 'pntext') group.goes = 'mark'
    else if (/^header[lrf]?$/.test(name)) group.part = 'header'
    else if (/^footer[lrf]?$/.test(name)) group.part = 'footer'
    else if (wasOptional && name !== 'shpinst' && name !== 'shptxt') group.goes = 'nowhere'
    else if (name === 'ansicpg' && value !== null) usual = encodingOfCodePage(value)
    else if (name === 'mac') usual = 'macintosh'
    else if (name === 'uc') group.instead = value ?? 1
    else if (name === 'b') group.bold = on
    else if (name === 'i') group.italic = on
    else if (name === 'v' || name === 'deleted') group.hidden = on
    else if (name === 'fs' && value !== null) {
      group.size = value / 2
      if (group.size <= 1) group.hidden = true
    } else if (name === 'plain') Object.assign(group, { bold: false, italic: false, hidden: false, size: 12 })
    else if (name === 'f' && value !== null) {
      if (group.goes === 'fonts') entry.number = value
      else group.encoding = fonts.get(value) ?? null
    } else if (name === 'fcharset' && group.goes === 'fonts' && value !== null)
      fonts.set(entry.number, encodingOfCharset(value))
    else if (name === 's' && value !== null) {
      if (group.goes === 'styles') entry = { number: value, name: '' }
      else if (styles.has(value)) look.heading = styles.get(value) ?? 1
    } else if (name === 'pard') open[group.part].look = {}
    else if (name === 'outlinelevel' && value !== null && value < 6 && group.goes === 'text')
      look.heading = value + 1
    else if (name === 'ls' && value !== null && group.goes === 'text') look.listed = value > 0
    else if (name === 'sb' && group.goes === 'text') look.before = (value ?? 0) / 20
    else if (name === 'sa' && group.goes === 'text') look.after = (value ?? 0) / 20
    else if (group.goes === 'text' && /^(?:par|row|nestrow|page|sect|column)$/.test(name)) endParagraph()
    else if (SIGNS[name] !== undefined) put(SIGNS[name])
  }

  for (let at = 0; at < rtf.length; ) {
    const sign = rtf[at]
    if (sign === '{') {
      flush()
      if (groups.length >= DEEPEST) return null
      groups.push(group)
      group = { ...group }
      optional = false
      skip = 0
      at++
    } else if (sign === '}') {
      flush()
      if (group.goes === 'styles') keepStyle(entry, styles)
      group = groups.pop() ?? group
      optional = false
      skip = 0
      at++
      if (groups.length === 0) break
    } else if (sign === '\\') {
      const control = /\\(?:([a-z]{1,32})(-?\d{1,10})?[ ]?|'([\da-f]{2})|([^a-z]))/iy
      control.lastIndex = at
      const [whole = '\\', name, digits, hex, symbol] = control.exec(rtf) ?? []
      at += whole.length
      if (name !== undefined) {
        const value = digits === undefined ? null : Number(digits)
        if (name === 'u' && value !== null) {
          flush()
          put(String.fromCharCode(value < 0 ? value + 65_536 : value))
          skip = group.instead
        } else if (name === 'bin') at += Math.max(0, value ?? 0)
        else {
          flush()
          word(name, value)
        }
      } else if (hex !== undefined) {
        if (skip > 0) skip--
        else bytes.push(Number.parseInt(hex, 16))
      } else if (symbol === '*') optional = true
      else if (symbol === '~') take(' ')
      else if (symbol === '_') take('-')
      else if (symbol === '\n' || symbol === '\r') endParagraph()
      else if (symbol !== '-' && symbol !== ':' && symbol !== '|') take(symbol ?? '')
    } else {
      const plain = /[^\\{}\r\n]+|[\r\n]+/y
      plain.lastIndex = at
      const [text = ''] = plain.exec(rtf) ?? []
      at += Math.max(1, text.length)
      if (!/[\r\n]/.test(text)) take(decodeLatin(text, group.encoding ?? usual))
    }
  }
  flush()
  for (const part of ['header', 'body', 'footer'] as const) parts[part].push(open[part])
  return parts
}

const fresh = (): Paragraph => ({ kind: 'paragraph', runs: [], look: {} })

/** Letters above ASCII should be written as \'hh; some programs write them as they are. */
const decodeLatin = (text: string, encoding: string): string =>
  /[\u0080-\u00ff]/.test(text)
    ? new TextDecoder(encoding).decode(Uint8Array.from(text, letter => letter.charCodeAt(0)))
    : text

function keepStyle({ number, name }: { number: number; name: string }, styles: Map<number, number>): void {
  const level = /^\s*heading (\d)/i.exec(name)?.[1]
  if (level !== undefined) styles.set(number, Number(level))
}
