/** A search text taken apart into what stands between spaces; nothing is judged here and nothing can fail. */

export interface TextPart {
  /** As it was written. */
  raw: string
  end: number
  /** Begins with "-", and more follows. */
  negated: boolean
  /** The word before the first colon, in lower case, when something follows it: `company` of `company:acme`. */
  scope: string | null
  /** What follows the scope, or the whole; without its quotes. */
  value: string
  /** The value at its commas, those inside of quotes aside. */
  items: string[]
  quoted: boolean
}

const SCOPE = /^(-?)([a-z]+):(?=\S)/i
/** A value of a scope: runs of plain signs and of "quoted ones", where "" is one quote. */
const VALUE = /(?:"(?:[^"]|"")*(?:"|$)|[^\s"]+)+/y
const PLAIN = /-?"[^"]*"?|\S+/y

/** The parts of a text in their order. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1
    if (at >= text.length) return parts
    const part = scopedPart(text, at) ?? plainPart(text, at)
    parts.push(part)
    at = part.end
  }
}

/** A name before a colon is short; longer ones are no scopes. */
const LONGEST_NAME = 30

function scopedPart(text: string, at: number): TextPart | null {
  const found = SCOPE.exec(text.slice(at, at + LONGEST_NAME))
  if (!found) return null
  const start = at + found[0].length
  VALUE.lastIndex = start
  const written = VALUE.exec(text)?.[0]
  if (written === undefined) return null
  const end = start + written.length
  const items = itemsOf(written)
  return {
    raw: text.slice(at, end),
    end,
    negated: found[1] === '-',
    scope: (found[2] ?? '').toLowerCase(),
    value: items.join(','),
    items,
    quoted: written.startsWith('"'),
  }
}

/** A written value at the commas outside of its quotes, each piece without quotes. */
function itemsOf(written: string): string[] {
  const items = ['']
  const put = (sign: string) => items.push(`${items.pop() ?? ''}${sign}`)
  let inside = false
  for (let i = 0; i < written.length; i += 1) {
    const sign = written.charAt(i)
    if (sign === '"' && inside && written.charAt(i + 1) === '"') {
      put('"')
      i += 1
    } else if (sign === '"') inside = !inside
    else if (sign === ',' && !inside) items.push('')
    else put(sign)
  }
  return items
}

function plainPart(text: string, at: number): TextPart {
  PLAIN.lastIndex = at
  const raw = PLAIN.exec(text)?.[0] ?? text.slice(at)
  const negated = raw.length > 1 && raw.startsWith('-')
  const bare = negated ? raw.slice(1) : raw
  const quoted = bare.startsWith('"')
  const value = quoted ? bare.slice(1, bare.length > 1 && bare.endsWith('"') ? -1 : undefined) : bare
  return { raw, end: at + raw.length, negated, scope: null, value, items: [value], quoted }
}

/** A value as it is written in a scope: in quotes where it needs them. */
export const writeValue = (value: string): string =>
  /^[^\s",]+$/.test(value) ? value : `"${value.replaceAll('"', '""')}"`
