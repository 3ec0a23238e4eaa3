import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import {
  ALLOWED_TAGS,
  DROPPED_TAGS,
  DROPPED_VOID_TAGS,
  ENDED_BY,
  LINE_TAGS,
  PARAGRAPH_TAGS,
  RAW_TEXT_TAGS,
  VOID_TAGS,
} from './html-tags.ts'
import { createTextBuilder, tidyText } from './html-text.ts'

/** Longest posting text that is read, UTF-16 units; the rest is cut and marked. */
export const MAX_HTML_LENGTH = 1_000_000
/** Tags nested deeper than this are left out; their text stays. */
export const MAX_DEPTH = 200
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

const nothing = (): void => undefined
const NO_CALLBACKS: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}

interface Output {
  /** Null where only text is wanted. */
  html: string[] | null
  text: ReturnType<typeof createTextBuilder> | null
}

/**
 * Walks through HTML once and writes only what the allow-list names. Everything is written anew and closed in order,
 * so that no browser can read the result differently. Linear in the input; the stack is bounded by `MAX_DEPTH`.
 */
function walk(source: string, output: Output): void {
  const open: string[] = []
  /** Tags left out because they lay too deep; their end tags are left out as well. */
  let tooDeep = 0
  let tag = ''
  let href: string | null = null
  let attribute = ''
  let value = ''
  /** The dropped element in which the walk is, and how many of its kind are open. */
  let dropped = ''
  let droppedDepth = 0

  const write = (html: string): void => {
    output.html?.push(html)
  }

  function text(data: string): void {
    if (dropped !== '') return
    output.text?.text(data)
    write(escapeText(data))
  }

  function closeTop(): void {
    const top = open.pop()
    if (top === undefined) return
    output.text?.close(top)
    write(`</${top}>`)
  }

  function openTag(name: string): void {
    if (VOID_TAGS.has(name)) {
      while (ENDED_BY.get(open.at(-1) ?? '')?.has(name)) closeTop()
      output.text?.open(name)
      write(`<${name}>`)
      return
    }
    while (ENDED_BY.get(open.at(-1) ?? '')?.has(name)) closeTop()
    if (open.length >= MAX_DEPTH) {
      tooDeep++
      return
    }
    open.push(name)
    output.text?.open(name)
    write(
      name === 'a' && href !== null
        ? `<a href="${escapeAttribute(href)}" rel="noopener noreferrer nofollow">`
        : `<${name}>`,
    )
  }

  function closeTag(name: string): void {
    if (name === 'br') {
      openTag(name)
      return
    }
    if (!ALLOWED_TAGS.has(name)) {
      output.text?.close(name)
      return
    }
    if (tooDeep > 0) {
      tooDeep--
      return
    }
    const at = open.lastIndexOf(name)
    if (at === -1) return
    while (open.length > at) closeTop()
  }

  function endOpenTag(): void {
    const name = tag
    if (dropped !== '') {
      if (name === dropped) droppedDepth++
      // A paragraph inside an unclosed <svg> ends it in every browser as well.
      else if ((dropped === 'svg' || dropped === 'math') && PARAGRAPH_TAGS.has(name)) {
        dropped = ''
        openTag(name)
      }
    } else if (ALLOWED_TAGS.has(name)) openTag(name)
    else if (DROPPED_TAGS.has(name)) {
      dropped = name
      droppedDepth = 1
    } else if (!DROPPED_VOID_TAGS.has(name) && (LINE_TAGS.has(name) || PARAGRAPH_TAGS.has(name))) {
      output.text?.open(name)
    }
    href = null
  }

  const tokenizer = new Tokenizer(
    {},
    {
      ...NO_CALLBACKS,
      ontext: (start, end) => text(source.slice(start, end)),
      ontextentity: code => text(String.fromCodePoint(code)),
      onopentagname(start, end) {
        tag = source.slice(start, end).toLowerCase()
        href = null
      },
      onopentagend: endOpenTag,
      onselfclosingtag() {
        const wasDropped = dropped
        endOpenTag()
        // <svg/> has no content; for HTML tags the slash means nothing.
        if (dropped !== wasDropped && !RAW_TEXT_TAGS.has(tag) && (tag === 'svg' || tag === 'math'))
          dropped = ''
      },
      onattribname(start, end) {
        attribute = tag === 'a' ? source.slice(start, end).toLowerCase() : ''
        value = ''
      },
      onattribdata(start, end) {
        if (attribute === 'href') value += source.slice(start, end)
      },
      onattribentity(code) {
        if (attribute === 'href') value += String.fromCodePoint(code)
      },
      onattribend(quote: QuoteType) {
        if (attribute === 'href' && href === null && quote !== QuoteType.NoValue) href = safeLink(value)
        attribute = ''
      },
      onclosetag(start, end) {
        const name = source.slice(start, end).toLowerCase()
        if (dropped === '') closeTag(name)
        else if (name === dropped && --droppedDepth === 0) dropped = ''
      },
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  while (open.length > 0) closeTop()
}

/** The address of a link when it is http, https or mailto and whole; null for all else. */
export function safeLink(address: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore these inside addresses, so they must go first
  const plain = address.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
  if (plain.length > 2000 || !/^(?:https?:\/\/[^/]|mailto:[^/])/i.test(plain) || !URL.canParse(plain))
    return null
  return plain
}

/** Text made safe to stand inside HTML. */
export function escapeText(text: string): string {
  if (!/[<>&\u00a0]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('`', '&#96;')
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
  walk(source, { html: null, text })
  return cut ? `${text.result()}\n\n${CUT_MARK}` : text.result()
}

/** HTML with nothing in it but allow-listed tags and http(s) or mailto links; safe to show in a frame. */
export function sanitise(html: string): string {
  const { source, cut } = prepare(html)
  const parts: string[] = []
  walk(source, { html: parts, text: null })
  if (cut) parts.push(`<p>${CUT_MARK}</p>`)
  return tidyHtml(parts)
}

function tidyHtml(parts: string[]): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a page
  return parts.join('').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
}

/** `sanitise` and `htmlToText` in one pass. */
export function cleanHtml(html: string): CleanHtml {
  const { source, cut } = prepare(html)
  const parts: string[] = []
  const text = createTextBuilder(!SOME_BLOCK.test(source))
  walk(source, { html: parts, text })
  if (!cut) return { text: text.result(), html: tidyHtml(parts), cut }
  return { text: `${text.result()}\n\n${CUT_MARK}`, html: `${tidyHtml(parts)}<p>${CUT_MARK}</p>`, cut }
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
  return { text: cut ? `${text}\n\n${CUT_MARK}` : text, html: null, cut }
}
