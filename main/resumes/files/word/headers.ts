import type { Line } from '../../rules/layout.ts'
import { isPageNumber } from '../page-number.ts'

/** The body between its page headers and footers; what stands in the body as well, repeats or counts pages is left out. */
export function withHeaders(
  body: readonly Line[],
  headers: readonly Line[],
  footers: readonly Line[],
): Line[] {
  const known = new Set(body.map(line => line.text))
  const once = (line: Line): boolean => {
    if (known.has(line.text) || isPageNumber(line.text)) return false
    known.add(line.text)
    return true
  }
  return [...headers.filter(once), ...body, ...footers.filter(once)]
}
