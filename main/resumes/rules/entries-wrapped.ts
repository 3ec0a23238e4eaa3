import { findDates } from './dates.ts'
import type { Line } from './layout.ts'

/** Headers that did not fit on their line. */

const GOES_ON =
  /(?:[,&–(/]|\p{Ll}-|\s(?:and|of|for|in|the|to|on|und|für|der|die|am|an|im|zu|zum|zur|vom|von|de|du|des|la|le|les|et|au|aux|sur|y|e|del|los|las|el|para|con|en))$/iu
/** Before the name of a company, which may look otherwise. */
const JOINT = /\s(?:at|@|bei|beim|chez|en)$/i
const CONTEXT = { today: '2100-01-01', monthFirst: false }
const LONGEST = 140

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
  if (before.text.length < 8 || before.text.length > LONGEST || line.text.length > 90) return false
  if ((line.gap ?? 0) > 0.6) return false
  if (before.cells.length === 1 && splitsDates(before.text, line.text)) return true
  if (JOINT.test(before.text)) return findDates(before.text, CONTEXT).length === 0 || before.cells.length > 1
  if (lookOf(before, -1) !== lookOf(line, 0)) return false
  const open = /\([^()]*$/.test(before.text) && /^[^()]*\)/.test(line.text)
  const small = /^\p{Ll}/u.test(line.text) && line.text.split(' ').length < 5 && !/[.:;]$/.test(before.text)
  if (!GOES_ON.test(before.text) && !open && !small) return false
  // The last cell of a row goes on below itself, not at the margin.
  if (before.cells.length > 1)
    return (
      before.box !== null &&
      line.box !== null &&
      line.box.x > before.box.x + 0.02 &&
      findDates(before.cells.at(-1) ?? '', CONTEXT).length === 0
    )
  const dated = findDates(line.text, CONTEXT).length > 0
  return (
    !dated ||
    (/,$/.test(before.text) && findDates(before.text, CONTEXT).length === 0 && before.text.length > 30)
  )
}

/** "… (May 2019 –" above "June 2021)". */
function splitsDates(text: string, more: string): boolean {
  if (!/\d|\(\p{L}{3,10}\.?$/u.test(text) || !/\d/.test(more)) return false
  const border = text.length
  const read = findDates(`${text} ${more}`.slice(0, 400), CONTEXT)
  return read.some(
    each =>
      each.from < border &&
      each.to > border + 1 &&
      each.from > 0 &&
      (!each.single || /\p{L}\.?$/u.test(text)),
  )
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
  const last = before.cells.at(-1) ?? ''
  const whole = `${hyphen ? last.slice(0, -1) : last}${hyphen ? '' : ' '}${line.text}`
  const cells = before.cells.length > 1 ? [...before.cells.slice(0, -1), whole] : [text]
  return { ...before, text, cells, runs: [...before.runs, ...line.runs], box }
}
