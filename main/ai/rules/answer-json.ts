/** Finding the JSON in what a model wrote: fenced, with talk around it, with commas too many. One pass over the text. */

const FENCE = '```'
/** Thoughts that some models write before their answer. */
const THOUGHTS = /^\s*<think(?:ing)?>/i
const THOUGHTS_END = /<\/think(?:ing)?>/i

/** The value of the outermost JSON object or list of a text; undefined when there is none, or it is cut off. */
export function findJson(text: string): { value: unknown } | undefined {
  const answer = withoutThoughts(text)
  const whole = parse(answer)
  if (whole) return whole
  const fenced = fencedPart(answer)
  return (fenced === null ? undefined : (parse(fenced) ?? outermost(fenced))) ?? outermost(answer)
}

function withoutThoughts(text: string): string {
  if (!THOUGHTS.test(text)) return text
  const end = THOUGHTS_END.exec(text)
  return end ? text.slice(end.index + end[0].length) : ''
}

/** The text between the first two fences, without the name of its language. */
function fencedPart(text: string): string | null {
  const start = text.indexOf(FENCE)
  if (start === -1) return null
  const from = text.indexOf('\n', start)
  const to = from === -1 ? -1 : text.indexOf(FENCE, from)
  return to === -1 ? null : text.slice(from, to)
}

/** The longest balanced piece that parses. An opening bracket that is never closed ends the search: what is cut is not read in part. */
function outermost(text: string): { value: unknown } | undefined {
  let best: { value: unknown } | undefined
  let longest = 0
  for (let at = nextOpening(text, 0); at !== -1; ) {
    const end = endOfValue(text, at)
    if (end === -1) break
    const found = end - at > longest ? parse(text.slice(at, end)) : undefined
    if (found) {
      best = found
      longest = end - at
    }
    at = nextOpening(text, end)
  }
  return best
}

function nextOpening(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '{' || text[at] === '[') return at
  return -1
}

/** The place after the bracket that closes the one at `from`; -1 when there is none. */
function endOfValue(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function parse(text: string): { value: unknown } | undefined {
  const value = tryParse(text) ?? tryParse(withoutTrailingCommas(text))
  return value !== undefined && typeof value.value === 'object' && value.value !== null ? value : undefined
}

function tryParse(text: string): { value: unknown } | undefined {
  try {
    // A key of this name would become the prototype of what is copied from it.
    return { value: JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value)) }
  } catch {
    return undefined
  }
}

/** The text without commas that stand before a closing bracket. */
function withoutTrailingCommas(text: string): string {
  const kept: string[] = []
  let quoted = false
  let from = 0
  let comma = -1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
      continue
    }
    if (sign === '"') quoted = true
    if ((sign === '}' || sign === ']') && comma !== -1) {
      kept.push(text.slice(from, comma))
      from = comma + 1
    }
    if (sign === ',') comma = at
    else if (sign !== ' ' && sign !== '\n' && sign !== '\r' && sign !== '\t') comma = -1
  }
  kept.push(text.slice(from))
  return kept.join('')
}
