import { rangeOf } from '../../ranking/rules/salary.ts'
import { skillIdAt } from '../../ranking/rules/skill-codes.ts'
import {
  decoded,
  foldName,
  GONE,
  type JobColumns,
  longer,
  makeRoom,
  type NameColumn,
  numberIn,
  rowOf,
  type ScoreColumn,
  type SetColumn,
  type SkillColumn,
  setNumber,
} from './job-columns.ts'

/** Reads what the database says of many jobs, as one long text each, into the columns. */

const BLANK = 32
const LINE_END = 10
const COMMA = 44

/** Goes through a text of whole numbers and words. */
interface Reader {
  readonly text: string
  at: number
}

/** A whole number up to `end`, which is passed; NaN when nothing stands there. */
function numberUpTo(reader: Reader, end: number): number {
  const { text } = reader
  let { at } = reader
  let value = 0
  let sign = 1
  const from = at
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === end) break
    if (code === 45) sign = -1
    else value = value * 10 + code - 48
  }
  reader.at = at + 1
  return at === from ? Number.NaN : sign * value
}

function wordUpTo(reader: Reader, end: number): string {
  const { text } = reader
  let { at } = reader
  const from = at
  while (at < text.length && text.charCodeAt(at) !== end) at++
  reader.at = at + 1
  return text.slice(from, at)
}

/** Reads lines of `jobs.line`; answers the ids. Lines of new jobs come in ascending order. */
export function readLines(columns: JobColumns, text: string): number[] {
  const reader: Reader = { text, at: 0 }
  const ids: number[] = []
  while (reader.at < text.length) {
    const id = numberUpTo(reader, BLANK)
    ids.push(id)
    let row = rowOf(columns, id)
    if (row === -1) {
      row = columns.rows
      makeRoom(columns, row + 1, id)
      columns.rows += 1
      columns.ids[row] = id
      columns.rowOf[id] = row
    } else if (columns.status[row] === GONE) columns.gone -= 1
    const code = numberUpTo(reader, BLANK)
    columns.code[row] = code
    columns.status[row] = decoded(code, 'status')
    columns.favourite[row] = decoded(code, 'favourite')
    columns.unread[row] = decoded(code, 'unread')
    columns.remote[row] = decoded(code, 'remote')
    columns.jobType[row] = decoded(code, 'jobType')
    columns.level[row] = decoded(code, 'level')
    columns.company[row] = numberUpTo(reader, BLANK)
    readPay(columns, row, numberUpTo(reader, BLANK), numberUpTo(reader, BLANK))
    columns.currency[row] = numberOfWord(columns.currencies, wordUpTo(reader, BLANK))
    columns.found[row] = numberUpTo(reader, BLANK)
    columns.posted[row] = numberUpTo(reader, BLANK)
    columns.closed[row] = numberUpTo(reader, BLANK)
    columns.country[row] = numberOfWord(columns.countries, wordUpTo(reader, BLANK))
    const city = wordUpTo(reader, LINE_END)
    columns.city[row] = city === '' ? 0 : (columns.cities.numbers.get(city) ?? addCity(columns, city))
  }
  return ids
}

function readPay(columns: JobColumns, row: number, low: number, high: number): void {
  const range = low <= high && low > 0 ? { low, high } : rangeOf(low, high)
  columns.payLow[row] = range?.low ?? Number.NaN
  columns.payHigh[row] = range?.high ?? Number.NaN
}

const numberOfWord = (known: JobColumns['countries'], word: string): number =>
  word === '' ? 0 : numberIn(known, word)

/** Cities of one folded name are one city. */
function addCity({ cities }: JobColumns, city: string): number {
  const key = foldName(city.trim())
  const number = key === '' ? 0 : numberIn(cities, key, city.trim())
  // Found at once the next time.
  cities.numbers.set(city, number)
  return number
}

/** The number of a city under any spelling of its name; undefined: no job is there. */
export const cityOf = ({ cities }: JobColumns, city: string): number | undefined =>
  cities.numbers.get(foldName(city.trim()))

/** Marks jobs as gone. */
export function dropRows(columns: JobColumns, ids: Iterable<number>): void {
  for (const id of ids) {
    const row = rowOf(columns, id)
    if (row === -1 || columns.status[row] === GONE) continue
    columns.status[row] = GONE
    columns.gone += 1
  }
}

/** A job beside a small number, in one number. */
export const PAIR = 1_048_576

/** Numbers of a text with commas, each a job and something below PAIR. */
function eachPair(text: string, take: (id: number, value: number) => void): void {
  const reader: Reader = { text, at: 0 }
  while (reader.at < text.length) {
    const pair = numberUpTo(reader, COMMA)
    const id = Math.floor(pair / PAIR)
    take(id, pair - id * PAIR)
  }
}

/** Scores in hundredths above -1, doubled, with 1 for ineligible ones. */
export function readScores(columns: JobColumns, into: ScoreColumn, text: string): void {
  eachPair(text, (id, value) => {
    const row = rowOf(columns, id)
    if (row === -1) return
    into.score[row] = ((value >> 1) - 100) / 100
    into.ineligible[row] = value & 1
  })
}

/** Matches in hundredths. */
export function readMatches(columns: JobColumns, into: Float64Array, text: string): void {
  eachPair(text, (id, value) => {
    const row = rowOf(columns, id)
    if (row !== -1) into[row] = value / 100
  })
}

/** Members of sets, those of one job side by side. */
export function readSets(columns: JobColumns, into: SetColumn, text: string): void {
  let current = -1
  let members: number[] = []
  const close = () => {
    const row = current === -1 ? -1 : rowOf(columns, current)
    if (row !== -1) into.of[row] = setNumber(into, members)
  }
  eachPair(text, (id, member) => {
    if (id !== current) {
      close()
      current = id
      members = [member]
    } else if (!members.includes(member)) members = [...members, member].sort((a, b) => a - b)
  })
  close()
}

/** Lines of an id and a name. */
export function readNames(columns: JobColumns, into: NameColumn, text: string): void {
  const reader: Reader = { text, at: 0 }
  const before = into.names.values.length
  while (reader.at < text.length) {
    const row = rowOf(columns, numberUpTo(reader, BLANK))
    const name = wordUpTo(reader, LINE_END)
    if (row !== -1) into.of[row] = into.names.numbers.get(name) ?? addName(into, name)
  }
  if (into.names.values.length !== before) into.ranks = null
}

function addName(into: NameColumn, name: string): number {
  const number = numberIn(into.names, foldName(name))
  into.names.numbers.set(name, number)
  return number
}

/** A posting never asks for more; what does is cut. */
const MOST_SKILLS = 255

/** Lines of an id and the codes of skills, each three characters: those that are required, and those that are a plus. */
export function readSkills(columns: JobColumns, into: SkillColumn, text: string): void {
  const reader: Reader = { text, at: 0 }
  while (reader.at < text.length) {
    const row = rowOf(columns, numberUpTo(reader, BLANK))
    const from = reader.at
    const required = codesUpTo(reader, BLANK)
    const plus = reader.at
    const all = required + codesUpTo(reader, LINE_END)
    if (row === -1) continue
    const count = Math.min(MOST_SKILLS, all)
    if (into.used + count > into.pool.length) into.pool = longer(into.pool, 2 * (into.used + count))
    into.start[row] = into.used
    into.count[row] = count
    into.required[row] = Math.min(count, required)
    for (let nth = 0; nth < count; nth++) {
      const at = nth < required ? from + 3 * nth : plus + 3 * (nth - required)
      into.pool[into.used++] = skillIdAt(text, at)
    }
  }
}

/** Passes codes of three characters each up to a sign, and that; answers how many. */
function codesUpTo(reader: Reader, end: number): number {
  const from = reader.at
  while (reader.at < reader.text.length && reader.text.charCodeAt(reader.at) !== end) reader.at++
  const count = Math.floor((reader.at - from) / 3)
  reader.at += 1
  return count
}

/** Counts how many rows ask for each skill. */
export function countSkills({ pool, used }: SkillColumn): Int32Array {
  let highest = 0
  for (let at = 0; at < used; at++) highest = Math.max(highest, pool[at] ?? 0)
  const counts = new Int32Array(highest + 1)
  for (let at = 0; at < used; at++) {
    const skill = pool[at] ?? 0
    counts[skill] = (counts[skill] ?? 0) + 1
  }
  return counts
}

/** The place of every name in the order of names. */
export function ranksOf(column: NameColumn): Int32Array {
  if (column.ranks) return column.ranks
  const { values } = column.names
  const isBefore = (a: number, b: number) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1)
  const added = Array.from(
    { length: values.length - 1 - column.order.length },
    (_, index) => column.order.length + 1 + index,
  ).sort(isBefore)
  const order: number[] = []
  let next = 0
  for (const number of column.order) {
    for (; next < added.length && isBefore(added[next] ?? 0, number) < 0; next++) order.push(added[next] ?? 0)
    order.push(number)
  }
  column.order = [...order, ...added.slice(next)]
  column.ranks = new Int32Array(values.length)
  for (const [rank, number] of column.order.entries()) column.ranks[number] = rank
  return column.ranks
}
