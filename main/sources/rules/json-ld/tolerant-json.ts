import { decodeEntities } from '../../../postings/rules/html.ts'

/** Reads JSON as pages really hold it: nearly valid. */

const WRAPPING = /^(?:\ufeff|\s|<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)+/i
const ESCAPED_QUOTE = /^\s*[[{]\s*&(?:quot|#0*34|#x0*22);/i

/**
 * The values of a script block, normally one; null when there is none to be read. Mended are: comments and CDATA marks
 * around it, control characters in strings, backslashes that escape nothing, commas too many, semicolons and other
 * things behind the end, quotes written as entities, and as a last resort quotes inside strings.
 */
export function parseTolerant(block: string): unknown[] | null {
  const inner = block.replace(WRAPPING, '')
  const text = ESCAPED_QUOTE.test(inner) ? decodeEntities(inner) : inner
  if (!/^[[{]/.test(text)) return null
  const plain = parse(text)
  if (plain.ok) return [plain.value]
  for (const guessQuotes of [false, true]) {
    const values = mended(text, guessQuotes).map(parse)
    if (values.length > 0 && values.every(one => one.ok))
      return values.flatMap(one => (one.ok ? [one.value] : []))
  }
  return null
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const FOUR_HEX = /[\da-f]{4}/iy
const STRING_ENDS = /\s*(?:[,:}\]]|$)/y
// Bounded, so that many openings without an end cost no more than the text.
const COMMENT = /\/\*[\s\S]{0,2000}?\*\/|\/\/[^\n]*/y

/** The top-level objects and lists of a text, each mended as far as its signs are clear. One pass. */
function mended(text: string, guessQuotes: boolean): string[] {
  const pieces: string[] = []
  let out: string[] = []
  let depth = 0
  let at = 0
  let inString = false

  /** Takes away a comma that nothing follows. */
  const dropComma = (): void => {
    while (out.length > 0 && /^\s*$/.test(out.at(-1) ?? '')) out.pop()
    if (out.at(-1) === ',') out.pop()
  }

  while (at < text.length) {
    const char = text.charAt(at)
    if (inString) {
      if (char === '\\') {
        const next = text.charAt(at + 1)
        FOUR_HEX.lastIndex = at + 2
        const valid = /["\\/bfnrt]/.test(next) || (next === 'u' && FOUR_HEX.test(text))
        out.push(valid ? char + next : '\\\\')
        at += valid ? 2 : 1
        continue
      }
      if (char === '"') {
        STRING_ENDS.lastIndex = at + 1
        inString = guessQuotes && !STRING_ENDS.test(text)
        out.push(inString ? '\\"' : char)
      } else if (char < ' ') out.push(CONTROL_ESCAPES[char] ?? '')
      else out.push(char)
    } else if (char === '"') {
      inString = depth > 0
      if (inString) out.push(char)
    } else if (char === '{' || char === '[') {
      depth++
      out.push(char)
    } else if (char === '}' || char === ']') {
      dropComma()
      if (depth > 0) out.push(char)
      if (depth === 1) {
        pieces.push(out.join(''))
        out = []
      }
      depth = Math.max(0, depth - 1)
    } else if (char === '/') {
      COMMENT.lastIndex = at
      const comment = COMMENT.exec(text)
      if (comment !== null) {
        at += comment[0].length
        continue
      }
    } else if (depth > 0 && (char >= ' ' || /\s/.test(char))) out.push(char)
    at++
  }
  return depth === 0 ? pieces : []
}
