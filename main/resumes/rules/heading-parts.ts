import type { Line } from './layout.ts'

/** A line parted into a heading and the text beside it. */

/** A line cut behind the heading in its first cell, or before its colon; no rest: nothing stands beside it. */
export function cut(line: Line, form: 'cell' | 'colon'): { title: Line; rest: Line | null } {
  const [first = '', ...others] = line.cells
  if (form === 'cell') {
    const from = line.text.startsWith(first) ? first.length : 0
    return {
      title: { ...line, text: first, cells: [first], runs: runsFrom(line, 0, first.length) },
      rest: part(line, line.text.slice(from).trim() || others.join(' '), others, from),
    }
  }
  const colon = line.text.indexOf(':')
  const label = line.text.slice(0, colon)
  const text = line.text.slice(colon + 1).trim()
  return {
    title: { ...line, text: label, cells: [label], runs: runsFrom(line, 0, colon) },
    rest: part(line, text, [text], colon + 1),
  }
}

function part(line: Line, text: string, cells: string[], from: number): Line | null {
  if (text === '') return null
  return { ...line, text, cells, runs: runsFrom(line, from, line.text.length), heading: null, gap: 0 }
}

/** The runs of a stretch of a line's text. */
function runsFrom(line: Line, from: number, to: number): Line['runs'] {
  const runs: Line['runs'] = []
  let at = 0
  for (const run of line.runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text.trim() !== '') runs.push({ ...run, text })
    at += run.text.length
  }
  return runs
}
