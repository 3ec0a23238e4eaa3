import { type Looks, looksOf } from './heading-look.ts'
import type { Line } from './layout.ts'
import { headingNameOf } from './section-names.ts'

/** Headings that did not fit on their line. */

const WAITS = /(?:[&+/]|\s(?:and|und|et|y|e|of|de))$/iu

/** Headings over two lines of a narrow column become one: "Education &" over "Training". */
export function withWholeHeadings(lines: readonly Line[]): Line[] {
  const looks = looksOf(lines)
  const result: Line[] = []
  for (const line of lines) {
    const above = result.at(-1)
    if (above && isOneHeading(above, line, looks)) {
      const text = `${above.text} ${line.text}`
      result[result.length - 1] = { ...above, text, cells: [text], runs: [...above.runs, ...line.runs] }
    } else result.push(line)
  }
  return result
}

function isOneHeading(above: Line, line: Line, looks: Looks): boolean {
  if (above.text.length > 30 || line.text.length > 30 || above.cells.length > 1 || line.cells.length > 1)
    return false
  if (above.page !== line.page || above.column !== line.column || (line.gap ?? 1) > 0.4) return false
  if (looks.styleOf(above) !== looks.styleOf(line) || looks.weightOf(line) < 1) return false
  const whole = headingNameOf(`${above.text} ${line.text}`)
  if (!whole) return false
  if (WAITS.test(above.text)) return true
  const first = headingNameOf(above.text)
  return !whole.weak && (first === null || first.weak) && looks.weightOf(line) >= 2
}
