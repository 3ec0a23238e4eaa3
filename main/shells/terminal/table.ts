export interface Column<T> {
  head: string
  of(row: T): string
  /** Numbers stand at the right. */
  right?: boolean
  /** Longer texts are cut to this many characters. */
  most?: number
}

const GAP = '  '

/** Control characters could move the cursor or colour the terminal; a posting's text may hold anything. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()

function cut(text: string, most: number): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}

const width = (text: string) => [...text].length

/** Lines of a plain table with a head; no lines for no rows. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[]): string[] {
  if (rows.length === 0) return []
  const cells = rows.map(row => columns.map(column => cut(printable(column.of(row)), column.most ?? 40)))
  const all = [columns.map(column => column.head), ...cells]
  const widths = columns.map((_, index) => Math.max(...all.map(line => width(line[index] ?? ''))))
  return all.map(line =>
    columns
      .map(({ right }, index) => {
        const text = line[index] ?? ''
        const space = ' '.repeat((widths[index] ?? 0) - width(text))
        return right ? space + text : text + space
      })
      .join(GAP)
      .trimEnd(),
  )
}
