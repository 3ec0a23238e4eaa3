import type {
  ImportedPosting,
  Mapping,
  PostingColumn,
  RowErrorCode,
  RowWarningCode,
} from '../../contract/imports.ts'
import { cleanDescription, decodeEntities, escapeText } from '../../postings/rules/html.ts'
import { tidyText } from '../../postings/rules/html-text.ts'
import { readCountry } from './countries.ts'
import { readDate } from './dates.ts'
import { fromFirstLine, fromTitle } from './rescue.ts'
import { textOf, valuesAt } from './row-values.ts'
import {
  readAmount,
  readCompanySize,
  readCurrency,
  readFlag,
  readJobType,
  readPeriod,
  readRemote,
  readSeniority,
  readUrl,
} from './values.ts'

export { suggestMapping } from './mapping.ts'

type Row = Record<string, unknown>

export type MappedRow =
  | { ok: true; posting: ImportedPosting; warnings: RowWarningCode[] }
  | {
      ok: false
      code: Extract<RowErrorCode, 'missing_title' | 'missing_company'>
      message: string
      column: PostingColumn
    }

const MAX_LINE = 300
const MAX_SKILLS = 100
const MAX_SKILL_LENGTH = 60

/** A line of text: entities decoded, white space folded, at most 300 characters. */
function readLine(value: string): string {
  if (value === '') return ''
  const text = tidyText(decodeEntities(value.slice(0, MAX_LINE * 4))).replace(/\s+/g, ' ')
  return text.length > MAX_LINE ? `${text.slice(0, MAX_LINE - 1)}…` : text
}

/** Reads the values of one row by its mapping. */
function createReader(row: Row, mapping: Mapping) {
  const paths = (column: PostingColumn): string[] => mapping.columns[column] ?? []
  const first = (column: PostingColumn): unknown[] => {
    for (const path of paths(column)) {
      const values = valuesAt(row, path)
      if (values.some(value => textOf(value).trim() !== '')) return values
    }
    return []
  }
  return {
    paths,
    /** The values of the first column of the file that has any. */
    first,
    /** Every value of every mapped column as text. */
    all: (column: PostingColumn): string[] =>
      paths(column).flatMap(path =>
        valuesAt(row, path)
          .map(textOf)
          .filter(text => text.trim() !== ''),
      ),
    /** Every value of every mapped column with its column's name. */
    named: (column: PostingColumn): [name: string, value: unknown][] =>
      paths(column).flatMap(path => valuesAt(row, path).map((value): [string, unknown] => [path, value])),
    line: (column: PostingColumn): string => readLine(textOf(first(column)[0]).trim()),
  }
}

type Reader = ReturnType<typeof createReader>

/** Turns a row as read into a posting. Refused without title or company, after the general rescues were tried. */
export function applyMapping(row: Row, mapping: Mapping): MappedRow {
  const read = createReader(row, mapping)
  const description = readDescription(row, read)
  let title = read.line('title')
  let company = read.line('company')
  let location = readLocation(read)
  if (company === '' || title === '') {
    const rescued = company !== '' ? null : title !== '' ? fromTitle(title) : fromFirstLine(description.text)
    if (rescued === null) return refuse(title, company)
    title = rescued.title
    company = rescued.company
    if (location === '') location = rescued.location ?? ''
  }
  const salary = readSalary(row, read)
  const front = salary.text === null ? '' : `Salary: ${salary.text}`
  const structured = { ...salary.facts, ...readFacts(read) }
  const skills = readSkills(read)
  const applyUrl = firstUrl(read.all('apply_url'))
  const posting: ImportedPosting = {
    id: read.line('id') || null,
    title,
    company,
    location_text: location,
    description: front === '' ? description.text : `${front}\n\n${description.text}`.trim(),
    description_html: description.html === null ? null : withFront(front, description.html),
    structured: skills.length > 0 ? { ...structured, skills } : structured,
    url: firstUrl(read.all('url')) ?? applyUrl,
    apply_url: applyUrl,
    posted_at: readDay(read, 'posted_at', mapping),
    closed_at: readDay(read, 'closed_at', mapping),
    source: read.line('source') || null,
    company_size: readCompanySize(read.line('company_size')),
    industry: read.line('industry') || null,
    company_website: firstUrl(read.all('company_website')),
  }
  return { ok: true, posting, warnings: description.cut ? ['text_cut'] : [] }
}

function refuse(title: string, company: string): MappedRow {
  if (title === '' && company === '')
    return {
      ok: false,
      code: 'missing_title',
      message: 'The row has neither a title nor a company.',
      column: 'title',
    }
  if (title === '')
    return { ok: false, code: 'missing_title', message: 'The row has no title.', column: 'title' }
  return { ok: false, code: 'missing_company', message: 'The row has no company.', column: 'company' }
}

function withFront(front: string, html: string): string {
  return front === '' ? html : `<p>${escapeText(front)}</p>${html}`
}

/** All mapped columns of the description, one after the other. */
function readDescription(row: Row, read: Reader): { text: string; html: string | null; cut: boolean } {
  const parts = read
    .paths('description')
    .flatMap(path => valuesAt(row, path).map(textOf))
    .filter(text => text.trim() !== '')
    .map(cleanDescription)
  if (parts.length === 1 && parts[0] !== undefined) return parts[0]
  const anyHtml = parts.some(part => part.html !== null)
  const html = parts.map(part => part.html ?? `<p>${escapeText(part.text).replaceAll('\n', '<br>')}</p>`)
  return {
    text: parts.map(part => part.text).join('\n\n'),
    html: anyHtml ? html.join('\n') : null,
    cut: parts.some(part => part.cut),
  }
}

/** The location as the file writes it, or city, province and country put together. */
function readLocation(read: Reader): string {
  const texts = read.first('location_text').map(value => readLine(textOf(value)))
  const places = [...new Set(texts.filter(text => text !== ''))]
  if (places.length > 0) return readLine(places.join('; '))
  return [read.line('city'), read.line('province'), read.line('country')]
    .filter(part => part !== '')
    .join(', ')
}

interface Salary {
  facts: Pick<NonNullable<ImportedPosting['structured']>, SalaryFact>
  /** Words for the patterns to read, where the fields alone do not say all. */
  text: string | null
}
type SalaryFact = 'salary_low' | 'salary_high' | 'compensation_currency' | 'salary_period'

function readSalary(row: Row, read: Reader): Salary {
  // Adzuna fills in what it guesses where the advert states nothing.
  const predicted = ['salary_is_predicted', 'salaryIsPredicted', 'is_salary_predicted']
  if (predicted.some(name => valuesAt(row, name).some(value => readFlag(value) === true)))
    return { facts: {}, text: null }
  const lowText = read.line('salary_low')
  const highText = read.line('salary_high')
  const low = readAmount(lowText)
  const high = readAmount(highText)
  const written = read.line('salary_text')
  const unread = [low === null ? lowText : '', high === null ? highText : ''].filter(text =>
    /[1-9\p{L}]/u.test(text),
  )
  const words = written !== '' && !/^0(?:\.0+)?$/.test(written) ? written : unread.join(' – ')
  if (low === null && high === null) return { facts: {}, text: words || null }
  // Ends that are wildly apart the wrong way round are no range; people and patterns may still read them.
  if (low !== null && high !== null && low > high * 10) return { facts: {}, text: `${lowText} – ${highText}` }
  const facts: Salary['facts'] = {}
  const swapped = low !== null && high !== null && low > high
  const ends = swapped ? [high, low] : [low, high]
  if (ends[0] !== null && ends[0] !== undefined) facts.salary_low = ends[0]
  if (ends[1] !== null && ends[1] !== undefined) facts.salary_high = ends[1]
  const currencyText = read.line('compensation_currency')
  const currency = readCurrency(currencyText) ?? readCurrency(lowText) ?? readCurrency(highText)
  if (currency !== null) facts.compensation_currency = currency
  const period = readPeriod(read.line('salary_period')) ?? readPeriod(lowText) ?? readPeriod(highText)
  if (period !== null) facts.salary_period = period
  // A bare "$" belongs to the country of the job: left to the patterns, which know the place.
  const marks = `${currencyText}${lowText}${highText}`
  if (currency === null && /[$¥]|\bkr\b/.test(marks) && words === '') {
    const mark = /[$¥]/.exec(marks)?.[0] ?? ''
    const amounts = [lowText, highText]
      .filter(text => text !== '')
      .map(text => (/[$¥]/.test(text) ? text : mark + text))
    return { facts, text: amounts.join(' – ') }
  }
  return { facts, text: words || null }
}

/** The facts that the row gives in columns of their own; only those that are clear. */
function readFacts(read: Reader): NonNullable<ImportedPosting['structured']> {
  const facts: NonNullable<ImportedPosting['structured']> = {}
  const remote = new Set(read.named('remote_options').map(([name, value]) => readRemote(value, name)))
  remote.delete(null)
  if (remote.has('hybrid')) facts.remote_options = 'hybrid'
  else if (remote.size === 1) facts.remote_options = [...remote][0] ?? null
  const jobType = readJobType(read.all('job_type'))
  if (jobType !== null) facts.job_type = jobType
  const levels = new Set(read.all('seniority_level').map(readSeniority))
  levels.delete(null)
  if (levels.size === 1) facts.seniority_level = [...levels][0] ?? null
  const country = readCountry(read.line('country'))
  if (country !== null) facts.office_country = country
  const city = read.line('city')
  if (isPlace(city)) facts.office_city = city
  const province = read.line('province')
  if (isPlace(province)) facts.office_province = province
  return facts
}

/** A single place name; "London, UK or Leeds" is for the patterns. */
function isPlace(text: string): boolean {
  return (
    text !== '' && text.length <= 80 && /\p{L}/u.test(text) && !/[,;|/]|\bor\b|remote|anywhere/i.test(text)
  )
}

/** Skills as a list, or as one text with separators. */
function readSkills(read: Reader): string[] {
  const values = read.first('skills').map(textOf)
  const listed = values.length === 1 ? (values[0] ?? '').replace(/^\[|\]$/g, '').split(/[,;|\n•·]/) : values
  const skills = listed
    .map(skill => readLine(skill).replace(/^["'\s-]+|["'\s]+$/g, ''))
    .filter(skill => skill !== '' && skill.length <= MAX_SKILL_LENGTH)
  return [...new Set(skills)].slice(0, MAX_SKILLS)
}

function firstUrl(values: string[]): string | null {
  for (const value of values) {
    const url = readUrl(decodeEntities(value.slice(0, 4000)))
    if (url !== null) return url
  }
  return null
}

function readDay(read: Reader, column: 'posted_at' | 'closed_at', mapping: Mapping): string | null {
  for (const [, value] of read.named(column)) {
    const date = readDate(value, mapping.date_order)
    if (date !== null) return date
  }
  return null
}
