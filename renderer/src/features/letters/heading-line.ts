import type { Edited } from '../job/notes/markdown-edit.ts'

const HEADING = /^(#{1,6})\s+/

/** Makes the line of the caret a heading, a smaller one, and then a plain line again. */
export function nextHeading({ text, from, to }: Edited): Edited {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const endAt = text.indexOf('\n', from)
  const end = endAt === -1 ? text.length : endAt
  const line = text.slice(start, end)
  const level = HEADING.exec(line)?.[1]?.length ?? 0
  const words = line.replace(HEADING, '')
  const sign = level >= 3 ? '' : `${'#'.repeat(level + 1)} `
  const grown = sign.length + words.length - line.length
  const moved = (at: number) => Math.max(start + (at > end ? 0 : sign.length), at + grown)
  return {
    text: text.slice(0, start) + sign + words + text.slice(end),
    from: Math.min(moved(from), text.length + grown),
    to: Math.min(moved(to), text.length + grown),
  }
}
