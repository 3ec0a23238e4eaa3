import type { DateOrder } from '../../contract/imports.ts'

/** Months by the first three or four letters of their names in English, German, French, Spanish and Portuguese. */
const MONTHS: [month: number, starts: string[]][] = [
  [1, ['jan', 'ene', 'jän']],
  [2, ['feb', 'fév', 'fev']],
  [3, ['mar', 'mär', 'mrz']],
  [4, ['apr', 'avr', 'abr']],
  [5, ['may', 'mai']],
  [6, ['jun', 'juin']],
  [7, ['jul', 'juil']],
  [8, ['aug', 'aoû', 'aou', 'ago']],
  [9, ['sep', 'set']],
  [10, ['oct', 'okt', 'out']],
  [11, ['nov']],
  [12, ['dec', 'dez', 'déc', 'dic']],
]

const MILLISECONDS_PER_DAY = 86_400_000
/** Day 0 of spreadsheet dates (the 1900 system of Excel, with its false leap day). */
const SPREADSHEET_DAY_0 = Date.UTC(1899, 11, 30)
const OLDEST = Date.UTC(1990, 0, 1)
const NEWEST = Date.UTC(2100, 0, 1)

/**
 * ISO 8601 UTC of a date as files write it, or null when it is none or not clear. Times without a zone are taken as
 * UTC; dates as midnight UTC. Reads ISO, epoch seconds, milliseconds and spreadsheet days, "16/01/2026" (unclear ones
 * by `order`), "16 Jan 2026", "January 16, 2026". "3 days ago" is null: the file does not say since when.
 */
export function readDate(value: unknown, order: DateOrder | null): string | null {
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '' || text.length > 60) return null
  if (/^\d{5}(?:\.\d+)?$|^\d{9,10}(?:\.\d+)?$|^\d{12,13}(?:\.0+)?$/.test(text))
    return fromNumber(Number(text))
  return fromIso(text) ?? fromSlashes(text, order) ?? fromWords(text)
}

/** Order of day and month that the samples of a column prove, or null when they prove nothing or both. */
export function dateOrderOf(samples: string[]): DateOrder | null {
  let dayFirst = false
  let monthFirst = false
  for (const sample of samples) {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)/.exec(sample.trim())
    if (Number(match?.[1]) > 12) dayFirst = true
    if (Number(match?.[2]) > 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'dmy' : 'mdy'
}

function fromNumber(value: number): string | null {
  if (!Number.isFinite(value)) return null
  if (value >= 1e11) return checked(value)
  if (value >= 1e8) return checked(value * 1000)
  if (value >= 30_000 && value < 75_000)
    return checked(SPREADSHEET_DAY_0 + Math.round(value * MILLISECONDS_PER_DAY))
  return null
}

function checked(time: number): string | null {
  return time >= OLDEST && time < NEWEST ? new Date(time).toISOString() : null
}

/** Midnight UTC of a day that exists, with the time of day when one follows; null for the 31st of April. */
function fromParts(year: number, month: number, day: number, rest = ''): string | null {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  const clock = /^[\s,T]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?/i.exec(rest)
  if (clock === null) return checked(time)
  const zone = /(Z|[+-]\d{2}:?\d{2})\s*$/i.exec(rest)?.[1]
  let hours = Number(clock[1])
  if (clock[4] !== undefined) hours = (hours % 12) + (/^p/i.test(clock[4]) ? 12 : 0)
  const seconds = hours * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)
  if (hours > 23 || Number(clock[2]) > 59 || Number(clock[3] ?? 0) > 60) return checked(time)
  return checked(time + seconds * 1000 - zoneMilliseconds(zone))
}

function zoneMilliseconds(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -minutes : minutes) * 60_000
}

function fromIso(text: string): string | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})()$/.exec(text)
  if (match === null) return null
  return fromParts(Number(match[1]), Number(match[2]), Number(match[3]), match[4])
}

function fromSlashes(text: string, order: DateOrder | null): string | null {
  const match = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4}|\d{2})(?!\d)(.*)$/.exec(text)
  if (match === null) return null
  const first = Number(match[1])
  const second = Number(match[3])
  const year = Number(match[4]) + ((match[4] ?? '').length === 2 ? 2000 : 0)
  const rest = match[5]
  if (first > 12 && second <= 12) return fromParts(year, second, first, rest)
  if (second > 12 && first <= 12) return fromParts(year, first, second, rest)
  if (first > 12 || second > 12) return null
  if (first === second) return fromParts(year, first, second, rest)
  // Dots are written only where the day comes first.
  const known = match[2] === '.' ? 'dmy' : order
  if (known === null) return null
  return known === 'dmy' ? fromParts(year, second, first, rest) : fromParts(year, first, second, rest)
}

function fromWords(text: string): string | null {
  const plain = text.replace(/^\p{L}{2,10}\.?,\s*/u, '')
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?\s*(?:de\s+)?[\s-]*(\p{L}{3,12})\.?,?[\s-]*(?:de\s+)?(\d{4})(.*)$/iu.exec(
      plain,
    )
  if (dayFirst !== null) return fromMonthName(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4])
  const monthFirst = /^(\p{L}{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)$/iu.exec(plain)
  if (monthFirst === null) return null
  return fromMonthName(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4])
}

function fromMonthName(year?: string, name?: string, day?: string, rest?: string): string | null {
  const lower = (name ?? '').toLowerCase()
  const month = MONTHS.find(([, starts]) => starts.some(start => lower.startsWith(start)))?.[0]
  if (month === undefined) return null
  return fromParts(Number(year), month, Number(day), rest)
}
