/** Tables as CSV by RFC 4180, for spreadsheets too. */

/** What makes a spreadsheet calculate a cell instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/
const NEEDS_QUOTES = /[",\r\n]/

/** One cell: harmless in a spreadsheet, quoted where it has to be. Numbers are no formulas. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = FORMULA.test(value) ? `'${value}` : value
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Rows under a header, with CRLF after each line. */
export function csvOf(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [header, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}
