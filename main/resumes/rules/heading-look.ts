import type { Line } from './layout.ts'

/** How lines look, compared with the body of the text. */
export interface Looks {
  /** The size that most letters have; null where sizes are unknown. */
  body: number | null
  /** Names a look: lines with the same name look the same. */
  styleOf(line: Line): string
  /** How far a line stands out, from 0 (like the body) to about 4. */
  weightOf(line: Line): number
}

/** Whether a text is written in capitals only; at least two letters. */
export function isCaps(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  return letters.length >= 2 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

/** Whether all letters of a line are bold. */
export function isBold(line: Line): boolean {
  return line.runs.length > 0 && line.runs.every(run => run.bold || !/[\p{L}\p{N}]/u.test(run.text))
}

/** Measures the looks of all lines once. */
export function looksOf(lines: readonly Line[]): Looks {
  const letters = new Map<number, number>()
  for (const line of lines)
    if (line.size !== null) {
      const size = Math.round(line.size * 2) / 2
      letters.set(size, (letters.get(size) ?? 0) + line.text.length)
    }
  let body: number | null = null
  for (const [size, count] of letters) if (body === null || count > (letters.get(body) ?? 0)) body = size

  return {
    body,
    styleOf(line) {
      const size = line.size === null ? '' : Math.round(line.size * 2) / 2
      const airy = line.size === null && (line.gap ?? 0) >= 0.9
      return `${size}|${isBold(line) ? 'b' : ''}|${isCaps(line.text) ? 'c' : ''}|${line.heading ?? ''}|${airy ? 'g' : ''}`
    },
    weightOf(line) {
      let weight = 0
      if (line.heading !== null) weight += 2
      if (line.size !== null && body !== null && line.size > body * 1.08)
        weight += line.size > body * 1.25 ? 2 : 1
      if (isBold(line)) weight += 1
      if (isCaps(line.text)) weight += 1
      if ((line.gap ?? 0) >= 0.9) weight += 0.5
      return weight
    },
  }
}
