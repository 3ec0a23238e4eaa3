import type { Spot } from '../../contract/resumes.ts'
import type { Line } from './layout.ts'

/** Something that was read: how sure it is (0–1) and where it stands, in reading order; no spots: it was worked out. */
export interface Found<T> {
  value: T
  confidence: number
  spots: Spot[]
}

const LONGEST_QUOTE = 300
const MOST_SPOTS = 20

/** Where a line stands, quoting all of it, or the part that was read. */
export function spotOf(line: Line, quote = line.text): Spot {
  return { page: line.page, box: line.box, quote: quote.slice(0, LONGEST_QUOTE) }
}

/**
 * A value with the lines that it was read from; the confidence is kept within 0–1, the first twenty lines are named. Of a
 * single line only `quote` is shown, where it stands in it.
 */
export function found<T>(value: T, confidence: number, lines: readonly Line[], quote?: string): Found<T> {
  return {
    value,
    confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100,
    spots: lines
      .slice(0, MOST_SPOTS)
      .map(line =>
        spotOf(
          line,
          lines.length === 1 && quote !== undefined && line.text.includes(quote) ? quote : undefined,
        ),
      ),
  }
}
