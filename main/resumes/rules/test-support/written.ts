import type { Line, Run } from '../layout.ts'
import type { Section } from '../section.ts'

/**
 * Lines as a reader would hand them on, from a sketch: `**bold**`, `_italic_`, `- ` before bullets, ` || ` between
 * cells, `# ` before larger print, a blank line for a gap. Leading blanks set a line in. Without `page` there are no
 * boxes and no sizes, as in a text file.
 */
export function written(sketch: string, page = true): Line[] {
  const lines: Line[] = []
  let gap = 0
  let y = 0
  for (const raw of sketch.replace(/^\n|\n\s*$/g, '').split('\n')) {
    y += 0.015
    if (raw.trim() === '') {
      gap = 1
      continue
    }
    const large = raw.trimStart().startsWith('# ')
    const bullet = /^\s*- /.test(raw)
    const indent = raw.length - raw.trimStart().length
    const body = raw.trim().replace(/^# |^- /, '')
    const cells = body.split(' || ').map(cell => cell.replace(/\*\*|_/g, '').trim())
    const runs = runsOf(body.replaceAll(' || ', ' '))
    const text = runs.map(run => run.text).join('')
    lines.push({
      text,
      runs,
      page: 1,
      box: page
        ? {
            x: 0.1 + indent * 0.01 + (bullet ? 0.02 : 0),
            y,
            width: Math.min(0.8, text.length * 0.0085),
            height: 0.012,
          }
        : null,
      size: page ? (large ? 13 : 10) : null,
      column: 0,
      bullet,
      heading: null,
      cells,
      gap,
    })
    gap = 0
  }
  return lines
}

function runsOf(text: string): Run[] {
  return text
    .split(/(\*\*[^*]+\*\*|_[^_]+_)/)
    .filter(part => part !== '')
    .map(part => ({
      text: part.replace(/\*\*|_/g, ''),
      bold: part.startsWith('**'),
      italic: part.startsWith('_'),
      link: null,
    }))
}

/** A section of such lines. */
export const section = (kind: Section['kind'], sketch: string, page = true): Section => ({
  kind,
  title: null,
  lines: written(sketch, page),
})
