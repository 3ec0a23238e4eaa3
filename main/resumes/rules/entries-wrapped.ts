import { findDates } from './dates.ts'
import type { Line } from './layout.ts'

/** Headers that did not fit on their line. */

const GOES_ON =
  /(?:[,&–(]|\p{Ll}-|\s(?:and|of|for|in|the|with|und|für|der|im|de|du|des|la|le|et|y|e|del|para|con|en))$/iu
const NO_DATES = { today: '2100-01-01', monthFirst: false }

const lookOf = (line: Line, at: 0 | -1): string => {
  const run = line.runs.filter(each => /\p{L}/u.test(each.text)).at(at)
  return `${run?.bold}${run?.italic}${line.size === null ? '' : Math.round(line.size * 2)}`
}

/** Joins a line that ends in the middle with the one below it, where both look the same and neither is a bullet. */
export function joinWrapped(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  for (const line of lines) {
    const before = result.at(-1)
    if (before && wraps(before, line)) result[result.length - 1] = joined(before, line)
    else result.push(line)
  }
  return result
}

function wraps(before: Line, line: Line): boolean {
  if (before.bullet || line.bullet || before.heading !== null || line.heading !== null) return false
  if (before.page !== line.page || before.column !== line.column || line.cells.length > 1) return false
  if (before.cells.length > 1 || before.text.length < 18 || before.text.length > 140 || line.text.length > 90)
    return false
  if ((line.gap ?? 0) > 0.6 || lookOf(before, -1) !== lookOf(line, 0)) return false
  if (!GOES_ON.test(before.text)) return false
  return findDates(line.text, NO_DATES).length === 0
}

function joined(before: Line, line: Line): Line {
  const hyphen = /\p{Ll}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text)
  const head = hyphen ? before.text.slice(0, -1) : before.text
  const text = `${head}${hyphen ? '' : ' '}${line.text}`
  const box =
    before.box && line.box
      ? {
          x: Math.min(before.box.x, line.box.x),
          y: before.box.y,
          width:
            Math.max(before.box.x + before.box.width, line.box.x + line.box.width) -
            Math.min(before.box.x, line.box.x),
          height: Math.max(before.box.height, line.box.y + line.box.height - before.box.y),
        }
      : before.box
  return { ...before, text, cells: [text], runs: [...before.runs, ...line.runs], box }
}
