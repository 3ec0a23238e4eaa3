/**
 * What lists filter, count and sort by, of all jobs, as columns in memory. A row is a place in every column; rows are in
 * the order of the ids. Lists of 100,000 jobs are filtered in some milliseconds this way.
 */

/** Numbers for values that are few among many jobs; 0 is "not stated". */
export interface Dictionary {
  /** Values as they were first met, by number. */
  readonly values: string[]
  readonly numbers: Map<string, number>
}

/** What rankings say of each row; `score` is -1 where there is none. */
export interface ScoreColumn {
  score: Float64Array
  /** 1: rules speak against it. */
  ineligible: Uint8Array
}

/** A set of ids a row, such as the sources of its postings: few sets are shared by many rows. */
export interface SetColumn {
  /** Number of the row's set; 0: the empty one. */
  of: Int32Array
  readonly sets: (readonly number[])[]
  /** By their ids; sets of one by that. */
  readonly numbers: Map<string | number, number>
}

/** Names in the order in which they are sorted, by numbers. */
export interface NameColumn {
  of: Int32Array
  readonly names: Dictionary
  /** Place of each name in the order; null after new names came. */
  ranks: Int32Array | null
  /** Numbers in the order of their names. */
  order: number[]
}

/** The numbers of the skills that each row asks for, those of all rows one behind the other. */
export interface SkillColumn {
  /** Where a row's skills begin, and how many they are. */
  start: Int32Array
  count: Uint8Array
  /** How many of them, the first ones, are required; the others are a plus. */
  required: Uint8Array
  pool: Int32Array
  /** Numbers in the pool that are in use. */
  used: number
  /** How many jobs asked for each skill, by its number, when the column was read. */
  asked: Int32Array
}

export interface JobColumns {
  /** Rows in use; columns are longer. */
  rows: number
  /** Rows whose job is gone. */
  gone: number
  ids: Int32Array
  /** Row of each id, or -1. */
  rowOf: Int32Array
  /** The next six in one number, as it stands in the line; see `CODE`. */
  code: Uint16Array
  /** Place in JOB_STATUSES; GONE for a job that is not there any more. */
  status: Uint8Array
  favourite: Uint8Array
  unread: Uint8Array
  /** Place in the vocabulary, counted from 1; 0: not stated. */
  remote: Uint8Array
  jobType: Uint8Array
  level: Uint8Array
  company: Int32Array
  /** Yearly pay in its currency, in order; NaN: none stated. */
  payLow: Float64Array
  payHigh: Float64Array
  currency: Uint8Array
  /** Milliseconds since 1970; NaN: not known. */
  found: Float64Array
  posted: Float64Array
  closed: Float64Array
  country: Uint16Array
  city: Int32Array
  currencies: Dictionary
  countries: Dictionary
  /** Under folded keys. */
  cities: Dictionary
  best: ScoreColumn
  /** Of campaigns that a list was asked for. */
  scores: Map<number, ScoreColumn>
  /** Those below are null until they are needed. */
  match: Float64Array | null
  sources: SetColumn | null
  campaigns: SetColumn | null
  titles: NameColumn | null
  companies: NameColumn | null
  skills: SkillColumn | null
}

/** Where the enumerated facts stand in a code: by how many bits they are shifted, and how many they have. */
export const CODE = {
  status: [0, 4],
  favourite: [4, 1],
  unread: [5, 1],
  remote: [6, 2],
  jobType: [8, 3],
  level: [11, 4],
} as const
export type Coded = keyof typeof CODE
/** Codes are below this number. */
export const CODES = 1 << 15

/** One of the facts of a code. */
export function decoded(code: number, fact: Coded): number {
  const [shift, bits] = CODE[fact]
  return (code >> shift) & ((1 << bits) - 1)
}

/** Status of a row whose job is gone. */
export const GONE = 255

const dictionary = (): Dictionary => ({ values: [''], numbers: new Map() })

const scoreColumn = (length: number): ScoreColumn => ({
  score: new Float64Array(length).fill(-1),
  ineligible: new Uint8Array(length),
})

/** Columns without a row. */
export function emptyColumns(): JobColumns {
  return {
    rows: 0,
    gone: 0,
    ids: new Int32Array(),
    code: new Uint16Array(),
    rowOf: new Int32Array(),
    status: new Uint8Array(),
    favourite: new Uint8Array(),
    unread: new Uint8Array(),
    remote: new Uint8Array(),
    jobType: new Uint8Array(),
    level: new Uint8Array(),
    company: new Int32Array(),
    payLow: new Float64Array(),
    payHigh: new Float64Array(),
    currency: new Uint8Array(),
    found: new Float64Array(),
    posted: new Float64Array(),
    closed: new Float64Array(),
    country: new Uint16Array(),
    city: new Int32Array(),
    currencies: dictionary(),
    countries: dictionary(),
    cities: dictionary(),
    best: scoreColumn(0),
    scores: new Map(),
    match: null,
    sources: null,
    campaigns: null,
    titles: null,
    companies: null,
    skills: null,
  }
}

/** A column of scores for the rows that there are. */
export const newScores = (columns: JobColumns): ScoreColumn => scoreColumn(columns.ids.length)

/** A column of sets for the rows that there are. */
export const newSets = (columns: JobColumns): SetColumn => ({
  of: new Int32Array(columns.ids.length),
  sets: [[]],
  numbers: new Map(),
})

/** A column of skills for the rows that there are. */
export const newSkills = (columns: JobColumns): SkillColumn => ({
  start: new Int32Array(columns.ids.length),
  count: new Uint8Array(columns.ids.length),
  required: new Uint8Array(columns.ids.length),
  pool: new Int32Array(columns.ids.length * 8),
  used: 0,
  asked: new Int32Array(),
})

/** The skills of a row. */
export const skillsOf = ({ start, count, pool }: SkillColumn, row: number): Int32Array =>
  pool.subarray(start[row] ?? 0, (start[row] ?? 0) + (count[row] ?? 0))

/** A column of names for the rows that there are. */
export const newNames = (columns: JobColumns): NameColumn => ({
  of: new Int32Array(columns.ids.length),
  names: dictionary(),
  ranks: null,
  order: [],
})

/** The row of a job, or -1. */
export const rowOf = ({ rowOf: rows }: JobColumns, id: number): number => rows[id] ?? -1

/** The number of a value; a new one is added. */
export function numberIn(known: Dictionary, key: string, value = key): number {
  const before = known.numbers.get(key)
  if (before !== undefined) return before
  const number = known.values.length
  known.values.push(value)
  known.numbers.set(key, number)
  return number
}

/** The number of a set of ids, given in ascending order without repeats. */
export function setNumber(known: SetColumn, ids: readonly number[]): number {
  const [first] = ids
  if (first === undefined) return 0
  const key = ids.length === 1 ? first : ids.join()
  const before = known.numbers.get(key)
  if (before !== undefined) return before
  const number = known.sets.length
  known.sets.push(ids)
  known.numbers.set(key, number)
  return number
}

type Numbers = Int32Array | Uint8Array | Uint16Array | Float64Array

/** A longer copy of a column. */
export function longer<T extends Numbers>(column: T, length: number, fill = 0): T {
  const Kind = column.constructor as new (length: number) => T
  const grown = new Kind(length)
  grown.set(column)
  if (fill !== 0) grown.fill(fill, column.length)
  return grown
}

/** Makes room for rows and for ids up to `highestId`. */
export function makeRoom(columns: JobColumns, rows: number, highestId: number): void {
  if (highestId >= columns.rowOf.length)
    columns.rowOf = longer(columns.rowOf, Math.ceil((highestId + 1) * 1.2) + 256, -1)
  if (rows <= columns.ids.length) return
  const length = Math.ceil(rows * 1.2) + 256
  columns.ids = longer(columns.ids, length)
  columns.code = longer(columns.code, length)
  columns.status = longer(columns.status, length, GONE)
  columns.favourite = longer(columns.favourite, length)
  columns.unread = longer(columns.unread, length)
  columns.remote = longer(columns.remote, length)
  columns.jobType = longer(columns.jobType, length)
  columns.level = longer(columns.level, length)
  columns.company = longer(columns.company, length)
  columns.payLow = longer(columns.payLow, length)
  columns.payHigh = longer(columns.payHigh, length)
  columns.currency = longer(columns.currency, length)
  columns.found = longer(columns.found, length)
  columns.posted = longer(columns.posted, length)
  columns.closed = longer(columns.closed, length)
  columns.country = longer(columns.country, length)
  columns.city = longer(columns.city, length)
  for (const scores of [columns.best, ...columns.scores.values()]) {
    scores.score = longer(scores.score, length, -1)
    scores.ineligible = longer(scores.ineligible, length)
  }
  if (columns.match) columns.match = longer(columns.match, length, -1)
  if (columns.skills) {
    columns.skills.start = longer(columns.skills.start, length)
    columns.skills.count = longer(columns.skills.count, length)
    columns.skills.required = longer(columns.skills.required, length)
  }
  for (const column of [columns.sources, columns.campaigns, columns.titles, columns.companies])
    if (column) column.of = longer(column.of, length)
}

/** A name without accents and capitals, shortened: what names are sorted and compared by. */
export function foldName(name: string): string {
  const small = name.toLowerCase().slice(0, 60)
  for (let at = 0; at < small.length; at++)
    if (small.charCodeAt(at) > 127)
      return small
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .slice(0, 60)
  return small
}
