import type { PostingText } from '../../../contract/facts.ts'
import { cleanText } from '../../../postings/rules/clean-text.ts'
import { cleanDescription } from '../../../postings/rules/html.ts'
import { readCountry } from '../../../sources/rules/countries.ts'
import {
  readAmount,
  readCurrency,
  readJobType,
  readPeriod,
  readRemote,
  readSeniority,
} from '../../../sources/rules/values.ts'

/** A posting as a line of a file gives it. */
export interface GivenPosting {
  /** null when the line names none. */
  id: string | number | null
  /** The texts as they stand in the line, by the names under which proofs speak of them. */
  given: { title: string; location: string; description: string }
  /** The same, cleaned as an import cleans them. */
  posting: PostingText
}

type Row = Record<string, unknown>
type Hints = NonNullable<PostingText['structured']>

/** Longest title, company or place that is looked at, UTF-16 units. */
const LONGEST_LINE = 2_000

const textAt = (row: Row, ...names: string[]): string => {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return ''
}

/** Reads a line's object; unknown members are passed over and texts that are missing are empty. Never throws. */
export function givenPosting(row: Row): GivenPosting {
  const { id } = row
  const given = {
    title: textAt(row, 'title'),
    location: textAt(row, 'location_text', 'location'),
    description: textAt(row, 'description'),
  }
  const line = (text: string) => cleanText(text.slice(0, LONGEST_LINE))
  const structured = hintsIn(row.structured)
  const board = readCountry(row.board_country)
  return {
    id: typeof id === 'number' || (typeof id === 'string' && id.trim() !== '') ? id : null,
    given,
    posting: {
      title: line(given.title),
      company: line(textAt(row, 'company')),
      location_text: line(given.location),
      description: cleanDescription(given.description).text,
      ...(structured ? { structured } : {}),
      ...(board === null ? {} : { board_country: board }),
    },
  }
}

/** Facts that the source gave in fields of their own, as far as they are clear. */
function hintsIn(value: unknown): Hints | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const row: Row = { ...value }
  const words = (name: string) => textAt(row, name).slice(0, LONGEST_LINE)
  const jobTypes = [row.job_type].flat().filter(word => typeof word === 'string')
  const read: { [Name in keyof Hints]: Hints[Name] | null } = {
    salary_low: readAmount(row.salary_low),
    salary_high: readAmount(row.salary_high),
    compensation_currency: readCurrency(words('compensation_currency')),
    salary_period: readPeriod(words('salary_period')),
    office_city: cleanText(words('office_city')) || null,
    office_province: cleanText(words('office_province')) || null,
    office_country: readCountry(row.office_country),
    remote_options: row.remote_options === undefined ? null : readRemote(row.remote_options, 'remote'),
    job_type: readJobType(jobTypes),
    seniority_level: readSeniority(words('seniority_level')),
  }
  return Object.fromEntries(Object.entries(read).filter(([, hint]) => hint !== null))
}
