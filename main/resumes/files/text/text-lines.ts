import type { Line } from '../../rules/layout.ts'

const BULLET = /^\s*(?:[•●○◦▪■□▫‣⁃∙·◆➢➤►▸❖✓✔⦁–—*+-]|\d{1,2}[.)])\s+(?=\S)/u
/** A cell ends at a tab or at three spaces. */
const CELLS = /\t+| {3,}/

/** The lines of a plain text: bullets, cells, and blank lines as space above. Page breaks (form feeds) are blank lines. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = []
  let blanks = 0
  for (const raw of text.replace(/\r\n?|\f/g, '\n').split('\n')) {
    const clean = raw.replace(/[^\P{Cc}\t]|\p{Cf}/gu, '')
    if (clean.trim() === '' || /^\s*[-=_*~]{3,}\s*$/.test(clean)) {
      blanks++
      continue
    }
    const mark = BULLET.exec(clean)?.[0] ?? ''
    lines.push(
      plainLine(clean.slice(mark.length), { bullet: mark !== '', gap: lines.length === 0 ? null : blanks }),
    )
    blanks = 0
  }
  return lines
}

/** A line of a format without pages or looks. */
export function plainLine(
  text: string,
  {
    bullet = false,
    gap = null,
    heading = null,
  }: { bullet?: boolean; gap?: number | null; heading?: number | null } = {},
): Line {
  const whole = text.replace(/\s+/g, ' ').trim()
  const cells = text
    .split(CELLS)
    .map(cell => cell.replace(/\s+/g, ' ').trim())
    .filter(cell => cell !== '')
  return {
    text: whole,
    runs: [{ text: whole, bold: false, italic: false, link: null }],
    page: 1,
    box: null,
    size: null,
    column: 0,
    bullet,
    heading,
    cells: cells.length > 0 ? cells : [whole],
    gap,
  }
}
