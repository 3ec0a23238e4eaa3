/** A quote of a fact and where it was read in a text. */
export interface Quote {
  /** Names the fact it proves, such as "Salary from". */
  fact: string
  quote: string
  /** UTF-16 offset in the text, or null when only the words are known. */
  start: number | null
}

/** A piece of a text: plain, or the quote of one or more facts. */
export interface Piece {
  start: number
  text: string
  /** Empty: plain text. */
  facts: string[]
}

/** Where a quote stands: at its own offset if the words are there, else at their first occurrence; null: nowhere. */
export function findQuote(text: string, { quote, start }: Pick<Quote, 'quote' | 'start'>): number | null {
  if (quote === '') return null
  if (start !== null && text.startsWith(quote, start)) return start
  const at = text.indexOf(quote)
  if (at !== -1) return at
  const folded = text.toLowerCase().indexOf(quote.toLowerCase())
  return folded === -1 ? null : folded
}

/** The text cut at the borders of its quotes; the pieces joined are the text. Overlapping quotes share pieces. */
export function markQuotes(text: string, quotes: readonly Quote[]): Piece[] {
  const spans = quotes.flatMap(one => {
    const start = findQuote(text, one)
    return start === null ? [] : [{ start, end: start + one.quote.length, fact: one.fact }]
  })
  const borders = [...new Set([0, text.length, ...spans.flatMap(span => [span.start, span.end])])]
    .filter(border => border <= text.length)
    .sort((a, b) => a - b)
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length
    const facts = spans.filter(span => span.start <= start && span.end >= end).map(span => span.fact)
    return { start, text: text.slice(start, end), facts: [...new Set(facts)] }
  })
}
