import { findDates } from './dates.ts'
import type { Line } from './layout.ts'

/** Headers that did not fit on their line. */

const GOES_ON =
  /(?:[,&–(/]|\p{Ll}-|\s(?:and|of|for|in|the|to|on|und|für|der|die|am|an|im|zu|zum|zur|vom|von|de|du|des|la|le|les|et|au|aux|sur|y|e|del|los|las|el|para|con|en))$/iu
/** Before the name of a company, which may look otherwise. */
const JOINT = /\s(?:at|@|bei|beim|chez|en)$/i
/** The last word of the name of a house, which never stands alone. */
const REST_OF_HOUSE =
  /^(?:School|College|University|Hospital|Institute|Academy|Council|Group|Company|Trust|Foundation|Association|Technology|Services|Solutions|Universität|Hochschule|GmbH|AG|KG|Ltd|Inc|LLC|Limited)\b\.?(?=$|[,;(|]|\s[–-]\s)/
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
    if (before && endsBracket(before, line))
      result[result.length - 1] = joined(before, dashed(line), before.cells.length - 1)
    else if (before && wraps(before, line))
      result[result.length - 1] = joined(before, line, before.cells.length - 1)
    else if (before && firstCellWraps(before, line)) result[result.length - 1] = joined(before, line, 0)
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
  const house =
    REST_OF_HOUSE.test(line.text) &&
    /\p{L}$/u.test(before.text) &&
    findDates(before.text, CONTEXT).length === 0
  if (house && before.cells.length === 1) return true
  if (!GOES_ON.test(before.text) && !open && !small && !house) return false
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

/** "Manager, North (March 2017" above "– May 2019)", where the dash was taken for a bullet. */
function endsBracket(before: Line, line: Line): boolean {
  if (!line.bullet || before.bullet || before.page !== line.page || before.column !== line.column)
    return false
  if (line.text.length > 40 || (line.gap ?? 0) > 0.6 || !/^[^()]{3,30}\)/.test(line.text)) return false
  const open = /\(([^()]{3,30})$/.exec(before.text)?.[1]
  const end = line.text.slice(0, line.text.indexOf(')'))
  return open !== undefined && findDates(`${open} – ${end}`, CONTEXT)[0]?.single === false
}

const dashed = (line: Line): Line => ({
  ...line,
  bullet: false,
  text: `– ${line.text}`,
  cells: [`– ${line.cells[0] ?? ''}`, ...line.cells.slice(1)],
  runs: line.runs.map((run, at) => (at === 0 ? { ...run, text: `– ${run.text}` } : run)),
})

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

/** "Otterford Community ⇥ 06.2020" above "College": what stands beside the dates goes on below. */
function firstCellWraps(before: Line, line: Line): boolean {
  const [first = '', ...others] = before.cells
  if (before.bullet || line.bullet || others.length !== 1 || line.cells.length > 1 || line.text.length > 60)
    return false
  if (before.page !== line.page || before.column !== line.column || (line.gap ?? 0) > 0.6) return false
  if (!before.box || !line.box || Math.abs(before.box.x - line.box.x) > 0.01) return false
  if (findDates(others[0] ?? '', CONTEXT).length === 0 || findDates(first, CONTEXT).length > 0) return false
  if (lookOf(before, 0) !== lookOf(line, 0)) return false
  const small = /^\p{Ll}/u.test(line.text) && line.text.split(' ').length < 4
  return small || REST_OF_HOUSE.test(line.text) || GOES_ON.test(first)
}

/** The line with the other one at the end of one of its cells. */
export function joined(before: Line, line: Line, cell: number): Line {
  const said = before.cells.length > 1 ? (before.cells[cell] ?? '') : before.text
  const hyphen = /\p{Ll}-$/u.test(said) && /^\p{Ll}/u.test(line.text)
  const whole = `${hyphen ? said.slice(0, -1) : said} `.slice(0, hyphen ? -1 : undefined) + line.text
  const cells = before.cells.length > 1 ? before.cells.with(cell, whole) : [whole]
  const at = cell === 0 && before.cells.length > 1 ? runEnding(before, said) : before.runs.length
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
  return {
    ...before,
    text: cells.join(' '),
    cells,
    runs: [...before.runs.slice(0, at), ...line.runs, ...before.runs.slice(at)],
    box,
  }
}

/** How many runs the first cell takes. */
function runEnding(line: Line, cell: string): number {
  let length = 0
  for (const [index, run] of line.runs.entries()) {
    length += run.text.trim().length + 1
    if (length >= cell.length) return index + 1
  }
  return line.runs.length
}
