import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { createTextBuilder, type TextBuilder, tidyText } from './html-text.ts'
import { NO_CALLBACKS, walkHtml } from './html-walk.ts'

export { escapeText } from './html-walk.ts'

/** Longest posting text that is read, UTF-16 units; the rest is cut and marked. */
export const MAX_HTML_LENGTH = 1_000_000
/** Stands at the end of a text that was cut. */
export const CUT_MARK = '[The text was longer than 1 MB; the rest was left out.]'

export interface CleanHtml {
  /** Readable plain text. */
  text: string
  /** HTML of allow-listed tags only, well formed. */
  html: string
  /** True when the input was longer than `MAX_HTML_LENGTH`. */
  cut: boolean
}

const KNOWN_TAGS =
  'p|br|div|ul|ol|li|h[1-6]|strong|b|em|i|u|span|a|table|tbody|thead|tr|td|th|section|article|hr|pre|code|blockquote|font|center|header|footer|body|html|script|style|img|iframe|svg'
const SOME_TAG = new RegExp(`<(?:${KNOWN_TAGS})(?:\\s[^<>]{0,2000})?/?>`, 'i')
const SOME_END = new RegExp(
  `</(?:${KNOWN_TAGS})\\s{0,9}>|<(?:br|p|hr|img|li|script|iframe|svg)\\b[^<>]{0,2000}>`,
  'i',
)
const ALL_TAGS = new RegExp(SOME_TAG, 'gi')
const SOME_BLOCK = /<(?:p|br|div|ul|ol|li|h[1-6]|table|tr|section|article|blockquote|pre)\b/i
const ESCAPED_TAG = new RegExp(`&lt;/?(?:${KNOWN_TAGS})(?:\\s[^<>]{0,2000}?)?/?&gt;`, 'i')
const SOME_ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i

/** Whether a text is HTML rather than plain text that mentions a tag: a known tag and an end (or a void, or many). */
export function isHtml(text: string): boolean {
  if (!text.includes('<') || !SOME_TAG.test(text)) return false
  return SOME_END.test(text) || (text.match(ALL_TAGS)?.length ?? 0) >= 5
}

/** Whether a text is HTML whose own tags are written as entities, as Greenhouse and Arbeitnow send it. */
export function isEscapedHtml(text: string): boolean {
  const head = text.slice(0, 20_000)
  return head.includes('&lt;') && ESCAPED_TAG.test(head) && !isHtml(head)
}

/** Entities decoded once: "&lt;p&gt;" becomes "<p>", "&amp;nbsp;" becomes "&nbsp;". Tags are left as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  // Between two "<" the tokenizer sees nothing but text.
  return text.split('<').map(decodePiece).join('<')
}

function decodePiece(piece: string): string {
  if (!piece.includes('&')) return piece
  let out = ''
  const callbacks: TokenizerCallbacks = {
    ...NO_CALLBACKS,
    ontext: (start, end) => {
      out += piece.slice(start, end)
    },
    ontextentity: code => {
      out += String.fromCodePoint(code)
    },
  }
  const tokenizer = new Tokenizer({}, callbacks)
  tokenizer.write(piece)
  tokenizer.end()
  return out
}

function prepare(html: string): { source: string; cut: boolean } {
  const cut = html.length > MAX_HTML_LENGTH
  const source = cut ? html.slice(0, MAX_HTML_LENGTH) : html
  return { source: source.isWellFormed() ? source : source.toWellFormed(), cut }
}

/** Readable plain text of HTML: paragraphs apart, list items as "- ", table cells as " | ", entities decoded. */
export function htmlToText(html: string): string {
  const { source, cut } = prepare(html)
  const text = createTextBuilder(!SOME_BLOCK.test(source))
  walkHtml(source, { write: null, text })
  return withMark(text.result(), cut)
}

/** HTML with nothing in it but allow-listed tags and http(s) or mailto links; safe to show in a frame. */
export function sanitise(html: string): string {
  const { source, cut } = prepare(html)
  return collect(source, null, cut)
}

/** `sanitise` and `htmlToText` in one pass. */
export function cleanHtml(html: string): CleanHtml {
  const { source, cut } = prepare(html)
  const text = createTextBuilder(!SOME_BLOCK.test(source))
  const clean = collect(source, text, cut)
  return { text: withMark(text.result(), cut), html: clean, cut }
}

function collect(source: string, text: TextBuilder | null, cut: boolean): string {
  let html = ''
  walkHtml(source, {
    write: part => {
      html += part
    },
    text,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a page
  const clean = html.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  return cut ? `${clean}<p>${CUT_MARK}</p>` : clean
}

function withMark(text: string, cut: boolean): string {
  return cut ? `${text}\n\n${CUT_MARK}` : text
}

/**
 * The description of a posting whichever way a source writes it: HTML, HTML with its tags escaped once, or plain text
 * (with entities perhaps). `html` is null for plain text.
 */
export function cleanDescription(raw: string): { text: string; html: string | null; cut: boolean } {
  const source = isEscapedHtml(raw) ? decodeEntities(raw.slice(0, 3 * MAX_HTML_LENGTH)) : raw
  if (isHtml(source)) return cleanHtml(source)
  const { source: plain, cut } = prepare(source)
  const text = tidyText(SOME_ENTITY.test(plain) ? decodeEntities(plain) : plain)
  return { text: withMark(text, cut), html: null, cut }
}
