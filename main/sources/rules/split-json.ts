import { createCollector, type Piece, type Splitter } from './pieces.ts'

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_LIST = 91
const BACKSLASH = 92
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9
const opens = (code: number): boolean => code === OPEN_LIST || code === OPEN_OBJECT
const closes = (code: number): boolean => code === CLOSE_LIST || code === CLOSE_OBJECT

/** Index of the next quote or backslash at or after `from`, or the length of the text. */
function skipString(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE || code === BACKSLASH) return at
  }
  return at
}

interface ElementScanner {
  /** Reads from `from`; answers where it stopped: after the element's last character, or the text's end. */
  scan(text: string, from: number): { at: number; piece: Piece | null }
  /** The unfinished element, or null when there is none. */
  rest(): Piece | null
}

/** Reads one element of a list. An element ends with its closing bracket, or before a comma or "]" at depth 0. */
function createElementScanner(limit: number, maxDepth: number): ElementScanner {
  const collector = createCollector(limit)
  let depth = 0
  let inString = false
  let escaped = false
  let tooDeep = false

  function finish(): Piece {
    const piece = collector.take(tooDeep ? 'too_deep' : undefined)
    depth = 0
    inString = false
    escaped = false
    tooDeep = false
    return piece
  }

  return {
    scan(text, from) {
      let at = from
      while (at < text.length) {
        if (escaped) {
          escaped = false
          at++
          continue
        }
        if (inString) {
          at = skipString(text, at)
          if (at === text.length) break
          if (text.charCodeAt(at) === QUOTE) inString = false
          else escaped = true
          at++
          continue
        }
        const code = text.charCodeAt(at)
        if (depth === 0 && (code === COMMA || code === CLOSE_LIST)) {
          collector.add(text, from, at)
          return { at, piece: finish() }
        }
        at++
        if (code === QUOTE) inString = true
        else if (opens(code)) {
          depth++
          if (depth > maxDepth) tooDeep = true
        } else if (closes(code)) {
          depth--
          if (depth > 0) continue
          collector.add(text, from, at)
          return { at, piece: finish() }
        }
      }
      collector.add(text, from, text.length)
      return { at: text.length, piece: null }
    },
    rest: () => (collector.isEmpty() ? null : { ...finish(), flaw: 'cut_off' }),
  }
}

/**
 * Splits one or more JSON lists into the texts of their elements, wherever the parts of the text are cut.
 * Elements nested deeper than `maxDepth` are flagged; nothing here parses them. `bare`: the elements stand without
 * the list's brackets.
 */
export function createListSplitter(limit: number, maxDepth: number, bare = false): Splitter {
  const element = createElementScanner(limit, maxDepth)
  let state: 'outside' | 'between' | 'inside' = bare ? 'between' : 'outside'
  return {
    push(text) {
      const pieces: Piece[] = []
      let at = 0
      while (at < text.length) {
        const code = text.charCodeAt(at)
        if (state === 'inside') {
          const found = element.scan(text, at)
          at = found.at
          if (found.piece === null) continue
          pieces.push(found.piece)
          state = 'between'
        } else if (state === 'outside') {
          if (code === OPEN_LIST) state = 'between'
          at++
        } else if (code === CLOSE_LIST) {
          state = 'outside'
          at++
        } else if (code === COMMA || isSpace(code)) at++
        else state = 'inside'
      }
      return pieces
    },
    end() {
      if (state === 'outside' || (bare && state === 'between')) return []
      return [element.rest() ?? { text: '', length: 0, flaw: 'cut_off' }]
    },
  }
}

export interface EnvelopeSplitter extends Splitter {
  /** True once a list of postings was found. */
  foundList(): boolean
  /** The whole object when no list was found; null when it was too large to keep. */
  whole(): Piece
}

type Verdict = 'yes' | 'no' | 'undecided'
/** Longest key that is remembered, UTF-16 units; no list of postings has a longer name. */
const KEY_LIMIT = 100
/** How deep a list of postings may lie: {"data": {"search": {"jobs": [...]}}} is 3. */
const LIST_DEPTH = 4

/**
 * Finds the lists of postings inside one JSON object and splits them into elements. `judge` says of a list, by its
 * key and (when still undecided) by the text of its first element, whether its elements are postings.
 */
export function createEnvelopeSplitter(
  limit: number,
  maxDepth: number,
  judge: (key: string, first: string | null) => Verdict,
): EnvelopeSplitter {
  const element = createElementScanner(limit, maxDepth)
  const all = createCollector(limit)
  const keyCollector = createCollector(KEY_LIMIT)
  let depth = 0
  let key = ''
  let lastString = ''
  let afterColon = false
  let inString = false
  let escaped = false
  let found = false
  let verdict: Verdict | null = null
  let insideElement = false

  /** One character outside strings and lists; a list in a value's place starts to be judged. */
  function step(code: number): void {
    if (code === QUOTE) inString = true
    else if (code === COLON) {
      key = lastString
      afterColon = true
      return
    } else if (code === OPEN_LIST && afterColon && depth <= LIST_DEPTH) {
      verdict = judge(key, null)
    } else if (opens(code)) depth++
    else if (closes(code)) depth--
    if (!isSpace(code)) afterColon = false
  }

  /** Reads on inside a list; answers where to go on. */
  function stepList(text: string, at: number, pieces: Piece[]): number {
    const code = text.charCodeAt(at)
    if (!insideElement) {
      if (code === CLOSE_LIST) verdict = null
      else if (code !== COMMA && !isSpace(code)) {
        insideElement = true
        if (verdict === 'undecided' && code !== OPEN_OBJECT) verdict = 'no'
        return at
      }
      return at + 1
    }
    const { at: next, piece } = element.scan(text, at)
    if (piece === null) return next
    insideElement = false
    if (verdict === 'undecided') verdict = judge(key, piece.text)
    if (verdict === 'yes') {
      found = true
      pieces.push(piece)
    }
    return next
  }

  function stepString(text: string, from: number): number {
    if (escaped) {
      escaped = false
      keyCollector.add(text, from, from + 1)
      return from + 1
    }
    const at = skipString(text, from)
    keyCollector.add(text, from, at)
    if (at === text.length) return at
    if (text.charCodeAt(at) === BACKSLASH) {
      escaped = true
    } else {
      inString = false
      lastString = keyCollector.take().text ?? ''
    }
    return at + 1
  }

  return {
    push(text) {
      const pieces: Piece[] = []
      let at = 0
      while (at < text.length) {
        if (verdict !== null) at = stepList(text, at, pieces)
        else if (inString) at = stepString(text, at)
        else step(text.charCodeAt(at++))
      }
      if (!found) all.add(text, 0, text.length)
      return pieces
    },
    end() {
      if (verdict !== 'yes') return []
      return [element.rest() ?? { text: '', length: 0, flaw: 'cut_off' }]
    },
    foundList: () => found,
    whole: () => all.take(depth > 0 ? 'cut_off' : undefined),
  }
}

/** Depth of brackets outside strings; stops counting above `enough`. Linear, without recursion. */
export function jsonDepth(text: string, enough: number): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      at = skipString(text, at + 1)
      while (at < text.length && text.charCodeAt(at) === BACKSLASH) at = skipString(text, at + 2)
    } else if (opens(code)) {
      depth++
      if (depth > deepest) deepest = depth
      if (deepest > enough) return deepest
    } else if (closes(code)) depth--
  }
  return deepest
}

/** Whether a JSON text nests deeper than `limit`. Fast for texts with fewer brackets than that. */
export function nestsDeeper(text: string, limit: number): boolean {
  let brackets = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at !== -1 && brackets <= limit; at = text.indexOf(bracket, at + 1))
      brackets++
  }
  return brackets > limit && jsonDepth(text, limit) > limit
}
