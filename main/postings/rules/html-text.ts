import { LINE_TAGS, PARAGRAPH_TAGS } from './html-tags.ts'

/** Invisible characters that only disturb reading and searching: zero-width spaces and marks, soft hyphens. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
const INVISIBLE_OR_CONTROL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/
/** White space that is not already a single space. */
const UNEVEN_SPACE = /\s\s|[^\S ]/
/** Deeper lists are indented no further. */
const MAX_INDENT = 4

/** Plain text tidied: line ends \n, no control or invisible characters, at most one empty line in a row. */
export function tidyText(text: string): string {
  let tidy = text.isWellFormed() ? text : text.toWellFormed()
  if (tidy.includes('\r')) tidy = tidy.replace(/\r\n?/g, '\n')
  if (INVISIBLE_OR_CONTROL.test(tidy)) {
    tidy = tidy
      .replace(/\u0085/g, '\n')
      .replace(INVISIBLE, '')
      .replace(CONTROLS, '')
  }
  tidy = tidy.replace(/[\u00a0\u2007\u202f]/g, ' ')
  if (/[ \t]\n/.test(tidy)) {
    const lines = tidy.split('\n')
    tidy = lines.map(line => line.trimEnd()).join('\n')
  }
  return tidy.replace(/\n{3,}/g, '\n\n').trim()
}

export interface TextBuilder {
  text(data: string): void
  open(tag: string): void
  close(tag: string): void
  result(): string
}

/** Builds readable text from tags and texts: paragraphs apart, list items with "- ", cells with " | ". */
export function createTextBuilder(keepLines: boolean): TextBuilder {
  let out = ''
  let newlines = 0
  let space = false
  let preformatted = 0
  let listDepth = 0
  /** "- " or " | ", set before the next text of a list item or cell. */
  let lead = ''
  let cellsInRow = 0

  function breakLine(count: 1 | 2): void {
    if (newlines < count) newlines = count
    space = false
  }

  function append(words: string): void {
    if (out !== '' && newlines > 0) out += newlines > 1 ? '\n\n' : '\n'
    else if (space && out !== '') out += ' '
    newlines = 0
    space = false
    if (lead !== '') {
      out += lead
      lead = ''
    }
    out += words
  }

  function appendLines(data: string): void {
    const lines = data.split(/\r\n?|\n/)
    for (const [at, line] of lines.entries()) {
      if (at > 0) newlines = Math.min(2, newlines + 1)
      if (line.trim() !== '') append(preformatted > 0 ? line.trimEnd() : line.trim())
    }
  }

  return {
    text(data) {
      if (preformatted > 0 || (keepLines && data.includes('\n'))) return appendLines(data)
      const words = UNEVEN_SPACE.test(data) ? data.replace(/\s+/g, ' ') : data
      if (words === '') return
      if (words === ' ') {
        space = true
        return
      }
      if (words.startsWith(' ')) space = true
      append(words.trim())
      if (words.endsWith(' ')) space = true
    },
    open(tag) {
      if (tag === 'br') {
        newlines = Math.min(2, newlines + 1)
        space = false
      } else if (tag === 'li') {
        breakLine(1)
        lead = `${'  '.repeat(Math.min(MAX_INDENT, Math.max(0, listDepth - 1)))}- `
      } else if (tag === 'td' || tag === 'th') {
        if (cellsInRow > 0) lead = ' | '
        cellsInRow++
        space = false
      } else if (tag === 'tr') {
        breakLine(1)
        cellsInRow = 0
      } else if (tag === 'ul' || tag === 'ol') {
        breakLine(listDepth > 0 ? 1 : 2)
        listDepth++
      } else if (lead === '' || !out.endsWith('\n')) {
        openBlock(tag)
      }
      if (tag === 'pre') preformatted++
    },
    close(tag) {
      if (tag === 'ul' || tag === 'ol') {
        listDepth = Math.max(0, listDepth - 1)
        lead = ''
        breakLine(listDepth > 0 ? 1 : 2)
      } else if (tag === 'td' || tag === 'th') {
        space = false
      } else if (tag === 'li') {
        breakLine(1)
      } else {
        if (tag === 'pre') preformatted = Math.max(0, preformatted - 1)
        closeBlock(tag)
      }
    },
    result: () => tidyText(out),
  }

  /** A block right at the start of a list item or cell ("<li><p>") adds no line. */
  function openBlock(tag: string): void {
    if (lead !== '' || (cellsInRow > 0 && tag !== 'table')) {
      if (PARAGRAPH_TAGS.has(tag) || LINE_TAGS.has(tag)) space = true
      return
    }
    if (PARAGRAPH_TAGS.has(tag)) breakLine(listDepth > 0 ? 1 : 2)
    else if (LINE_TAGS.has(tag)) breakLine(1)
  }

  function closeBlock(tag: string): void {
    if (tag === 'table') {
      cellsInRow = 0
      lead = ''
      breakLine(2)
    } else if (tag === 'tr') {
      cellsInRow = 0
      lead = ''
      breakLine(1)
    } else if (cellsInRow > 0) {
      if (PARAGRAPH_TAGS.has(tag) || LINE_TAGS.has(tag)) space = true
    } else if (PARAGRAPH_TAGS.has(tag)) breakLine(listDepth > 0 ? 1 : 2)
    else if (LINE_TAGS.has(tag)) breakLine(1)
  }
}
