/** The texts of the elements of a list inside a JSON text, so that they can be kept exactly as they were written. */

const QUOTE = 34
const BACKSLASH = 92

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13

function afterSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

/** The position behind the string that begins at `from`. */
function afterString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at + 1
    at += code === BACKSLASH ? 2 : 1
  }
  return at
}

/** The position behind the value that begins at `from`; no recursion, so that depth does no harm. */
function afterValue(text: string, from: number): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const sign = text[at]
    if (sign === '"') at = afterString(text, at)
    else if (sign === '{' || sign === '[') {
      depth++
      at++
    } else if (sign === '}' || sign === ']') {
      if (depth === 0) return at
      depth--
      at++
    } else if (depth === 0 && (sign === ',' || isSpace(text.charCodeAt(at)))) return at
    else at++
    if (depth === 0 && (sign === '"' || sign === '}' || sign === ']')) return at
  }
  return at
}

/** Where the value of `key` begins in the object that begins at `from`; the last one counts, as for JSON.parse. */
function valueOfKey(text: string, from: number, key: string): number | null {
  let at = afterSpace(text, from + 1)
  let found: number | null = null
  while (at < text.length && text[at] === '"') {
    const end = afterString(text, at)
    const name: unknown = JSON.parse(text.slice(at, end))
    const value = afterSpace(text, afterSpace(text, end) + 1)
    if (name === key) found = value
    at = afterSpace(text, afterValue(text, value))
    if (text[at] !== ',') break
    at = afterSpace(text, at + 1)
  }
  return found
}

/**
 * The texts of the elements of the list at `path` (names of nested objects) in a valid JSON text; null when there is
 * no list.
 */
export function elementTexts(text: string, path: readonly string[]): string[] | null {
  let at = afterSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)
  for (const key of path) {
    if (text[at] !== '{') return null
    const value = valueOfKey(text, at, key)
    if (value === null) return null
    at = value
  }
  if (text[at] !== '[') return null
  const elements: string[] = []
  at = afterSpace(text, at + 1)
  while (at < text.length && text[at] !== ']') {
    const end = afterValue(text, at)
    elements.push(text.slice(at, end))
    at = afterSpace(text, end)
    if (text[at] === ',') at = afterSpace(text, at + 1)
  }
  return elements
}
