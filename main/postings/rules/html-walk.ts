import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import {
  ALLOWED_TAGS,
  DROPPED_TAGS,
  DROPPED_VOID_TAGS,
  ENDED_BY,
  PARAGRAPH_TAGS,
  RAW_TEXT_TAGS,
  VOID_TAGS,
} from './html-tags.ts'
import type { TextBuilder } from './html-text.ts'

/** Tags nested deeper than this are left out; their text stays. */
export const MAX_DEPTH = 200

const nothing = (): void => undefined
/** A tokenizer's callbacks that do nothing; callers override what they read. */
export const NO_CALLBACKS: TokenizerCallbacks = {
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

export interface WalkOutput {
  /** Receives the clean HTML in parts; null where only text is wanted. */
  write: ((html: string) => void) | null
  text: TextBuilder | null
}

/**
 * Walks through HTML once and writes only what the allow-list names. Everything is written anew and closed in order,
 * so that no browser can read the result differently. Linear in the input; the stack is bounded by `MAX_DEPTH`.
 */
export function walkHtml(source: string, output: WalkOutput): void {
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

  const write = output.write ?? nothing

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
      if ((dropped !== 'svg' && dropped !== 'math') || !PARAGRAPH_TAGS.has(name)) return
      dropped = ''
    }
    if (ALLOWED_TAGS.has(name)) openTag(name)
    else if (DROPPED_TAGS.has(name)) {
      dropped = name
      droppedDepth = 1
    } else if (!DROPPED_VOID_TAGS.has(name)) output.text?.open(name)
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
