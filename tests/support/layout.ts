import type { Layout, Line, Run } from '../../main/resumes/rules/layout.ts'

const SIZES: Record<string, number> = { '#': 22, '##': 14, '###': 11 }
const RUN = /\*\*([^*]+)\*\*|_([^_]+)_(?=\s|$)|\[([^\]]+)\]\(([^)]+)\)/g

/**
 * A layout as a reader would hand it on, from a drawing of it: `#`, `##`, `###` bold lines of 22, 14 and 11 points (others
 * have 10), `-` a bullet, ` ⇥ ` between cells, `**bold**`, `_italic_`, `[text](target)`, `{2}` at the beginning for the
 * second column, an empty line for air, `===` for the next page.
 */
export function drawn(drawing: string, more: Partial<Layout> = {}): Layout {
  const lines: Line[] = []
  let page = 1
  let air = false
  let y = 0.03
  for (const raw of drawing.split('\n')) {
    const text = raw.trim()
    if (text === '===') {
      page++
      y = 0.03
    }
    if (text === '' || text === '===') {
      air = true
      continue
    }
    const [, column, size, bullet, words = ''] = /^(?:\{(\d)\}\s*)?(#{1,3}\s)?(-\s)?(.*)$/.exec(text) ?? []
    const points = SIZES[size?.trim() ?? ''] ?? 10
    const runs = runsOf(words, size !== undefined)
    const shown = runs.map(run => run.text).join('')
    const x = column === '2' ? 0.66 : 0.06
    const width = Math.min(column === '2' ? 0.28 : 0.88, shown.length * 0.0008 * points)
    lines.push({
      text: shown.replaceAll(' ⇥ ', ' '),
      runs: runs.map(run => ({ ...run, text: run.text.replaceAll(' ⇥ ', ' ') })),
      page,
      box: { x: bullet ? x + 0.02 : x, y, width, height: 0.014 },
      size: points,
      column: Number(column ?? 0),
      bullet: bullet !== undefined,
      heading: null,
      cells: shown.split(' ⇥ '),
      gap: air ? 1 : 0.1,
    })
    air = false
    y = Math.min(0.97, y + 0.016)
  }
  return { format: 'pdf', pages: page, lines, links: [], title: null, remarks: [], ...more }
}

/** The same as a text file gives it: lines without looks and places, blank lines as air. */
export function typed(text: string): Layout {
  const layout = drawn(text.replaceAll('**', ''))
  const lines = layout.lines.map(line => ({ ...line, box: null, size: null, gap: line.gap === 1 ? 1 : 0 }))
  return { ...layout, format: 'txt', pages: null, lines: lines.map(line => ({ ...line, page: 1 })) }
}

function runsOf(words: string, bold: boolean): Run[] {
  const runs: Run[] = []
  const add = (text: string, look: Partial<Run>) => {
    if (text !== '') runs.push({ text, bold, italic: false, link: null, ...look })
  }
  let at = 0
  for (const match of words.matchAll(RUN)) {
    add(words.slice(at, match.index), {})
    if (match[1] !== undefined) add(match[1], { bold: true })
    else if (match[2] !== undefined) add(match[2], { italic: true })
    else add(match[3] ?? '', { link: match[4] ?? null })
    at = match.index + match[0].length
  }
  add(words.slice(at), {})
  return runs
}
