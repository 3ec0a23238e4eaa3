import type { Line, Run } from '../../rules/layout.ts'
import type { Flow, Paragraph, Table } from './body.ts'

/** A cell with more lines than this is a column of its own, not a cell beside others. */
const CELL_LINES = 3
const LINE_HEIGHT = 1.2
const USUAL_SIZE = 11
const BULLET =
  /^\s*[•●○◦▪■□‣⁃∙·◆➢➤►▸❖✓✔⦁\uf0a7\uf0b7\uf0d8\uf0fc]\s*|^\s*[-–*](?:\t|\s{2,})|^\s*[-–]\s(?=\S)/u

/** The lines of paragraphs and tables. `usualSize` in points holds where a text says none. */
export function linesOfFlow(flow: Flow, usualSize: number | undefined, column = 0): Line[] {
  const lines: Line[] = []
  let after = 0
  let blanks = 0
  for (const block of flow) {
    if (block.kind === 'table') {
      const rows = linesOfTable(block, usualSize, column)
      if (rows[0] && lines.length > 0) rows[0].gap = (rows[0].gap ?? 0) + blanks
      lines.push(...rows)
      after = 0
      blanks = 0
      continue
    }
    const own = linesOfParagraph(block, usualSize, column)
    const [first] = own
    if (!first) {
      blanks++
      continue
    }
    const height = LINE_HEIGHT * (first.size ?? USUAL_SIZE)
    const space = Math.max(after, block.look.before ?? 0) / height + blanks
    first.gap = lines.length === 0 && blanks === 0 ? null : Math.round(space * 100) / 100
    lines.push(...own)
    after = block.look.after ?? 0
    blanks = 0
  }
  return lines
}

/** One line, or more where it has line breaks. */
function linesOfParagraph({ runs, look }: Paragraph, usualSize: number | undefined, column: number): Line[] {
  return splitRuns(runs).flatMap((part, index) => {
    const whole = part.map(run => run.text).join('')
    const mark = BULLET.exec(whole)?.[0] ?? ''
    const shown = folded(cutStart(part, mark.length))
    const text = shown.map(run => run.text).join('')
    if (text.trim() === '') return []
    const sizes = part.filter(run => run.text.trim() !== '').flatMap(run => run.size ?? usualSize ?? [])
    return [
      {
        text: text.replace(/\s+/g, ' ').trim(),
        runs: shown,
        page: 1,
        box: null,
        size: sizes.length > 0 ? Math.max(...sizes) : null,
        column,
        bullet: mark !== '' || (look.listed === true && index === 0 && look.heading === undefined),
        heading: look.heading ?? null,
        cells: cellsOf(whole.slice(mark.length)),
        gap: 0,
      },
    ]
  })
}

const cellsOf = (text: string): string[] => {
  const cells = text
    .split(/\t+| {4,}/)
    .map(cell => cell.replace(/\s+/g, ' ').trim())
    .filter(cell => cell !== '')
  return cells.length > 0 ? cells : [text.trim()]
}

type SizedRun = Run & { size: number | undefined }

function splitRuns(runs: SizedRun[]): SizedRun[][] {
  const lines: SizedRun[][] = [[]]
  for (const run of runs)
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...run, text })
    })
  return lines
}

function cutStart(runs: SizedRun[], length: number): SizedRun[] {
  let left = length
  return runs.flatMap(run => {
    const text = run.text.slice(left)
    left = Math.max(0, left - run.text.length)
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Spaces of all kinds become one, none at the ends. */
function folded(runs: SizedRun[]): Run[] {
  let space = true
  const shown: Run[] = runs.map(({ text, bold, italic, link }) => {
    let own = plain(text).replace(/\s+/g, ' ')
    if (space && own.startsWith(' ')) own = own.slice(1)
    if (own !== '') space = own.endsWith(' ')
    return { text: own, bold, italic, link }
  })
  const last = shown.findLast(run => run.text !== '')
  if (last) last.text = last.text.trimEnd()
  return shown.filter(run => run.text !== '')
}

const plain = (text: string): string => text.replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, '')

/** Rows with short cells become lines with cells; long cells are read one after the other, as columns. */
function linesOfTable(table: Table, usualSize: number | undefined, column: number): Line[] {
  return table.rows.flatMap(row => {
    const cells = row.map(cell => linesOfFlow(cell, usualSize, column)).filter(cell => cell.length > 0)
    if (cells.filter(cell => cell.length > CELL_LINES).length > 1)
      return cells.flatMap((cell, index) =>
        cell.map(line => (line.column === 0 ? { ...line, column: Math.min(2, index + 1) } : line)),
      )
    const [first] = cells
    if (cells.length === 1 && first) return first
    const most = Math.max(0, ...cells.map(cell => cell.length))
    return Array.from({ length: most }, (_, at) => beside(cells.flatMap(cell => cell[at] ?? []))).flatMap(
      line => line ?? [],
    )
  })
}

function beside(lines: Line[]): Line | null {
  const [first, ...others] = lines
  if (!first || others.length === 0) return first ?? null
  const sizes = lines.flatMap(line => line.size ?? [])
  return {
    ...first,
    text: lines.map(line => line.text).join(' '),
    runs: lines.flatMap((line, at) =>
      line.runs.map((run, index) => (at > 0 && index === 0 ? { ...run, text: ` ${run.text}` } : run)),
    ),
    size: sizes.length > 0 ? Math.max(...sizes) : null,
    bullet: lines.every(line => line.bullet),
    cells: lines.flatMap(line => line.cells),
    gap: Math.max(...lines.map(line => line.gap ?? 0)),
  }
}
