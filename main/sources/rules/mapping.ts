import type { FileColumn, Mapping, PostingColumn } from '../../contract/imports.ts'
import { columnsForName, DESCRIPTION_SECTIONS, foldName } from './column-names.ts'
import { dateOrderOf, readDate } from './dates.ts'
import { readAmount, readUrl } from './values.ts'

/** Columns that may take several columns of the file; all others take the best one only. */
const SEVERAL: ReadonlySet<PostingColumn> = new Set([
  ...(['url', 'apply_url', 'posted_at', 'closed_at', 'salary_text', 'remote_options', 'job_type'] as const),
  ...(['seniority_level', 'skills'] as const),
])
const MOST_COLUMNS = 6
/** Samples that contradict a name push it behind every other name, but not out. */
const DOUBT = 100

interface Candidate {
  name: string
  rank: number
}

/** Words of a "state" column that tell of the posting and not of a province. */
const POSTING_STATE = /^(?:published|open|active|closed|draft|live|expired|archived|internal|public)$/i

/** Whether the samples of a column can be values of `column`; true when there are none. */
function fits(column: PostingColumn, samples: string[]): boolean {
  const given = samples.filter(sample => sample.trim() !== '')
  if (given.length === 0) return true
  switch (column) {
    case 'title':
    case 'company':
      return given.some(sample => /\p{L}/u.test(sample) && sample.length < 150 && !/^https?:/i.test(sample))
    case 'posted_at':
    case 'closed_at':
      return given.some(sample => readDate(sample, 'dmy') !== null || readDate(sample, 'mdy') !== null)
    case 'url':
    case 'apply_url':
    case 'company_website':
      return given.some(sample => readUrl(sample.split('; ')[0]) !== null)
    case 'salary_low':
    case 'salary_high':
      return given.some(sample => readAmount(sample) !== null || sample === '0')
    case 'province':
      return !given.every(sample => POSTING_STATE.test(sample.trim()))
    case 'description':
      return given.some(sample => /\p{L}/u.test(sample))
    default:
      return true
  }
}

/** The likely meaning of a file's columns by their names and samples; every column of the file is used once. */
export function suggestMapping(columns: FileColumn[]): Mapping {
  const byColumn = new Map<PostingColumn, Candidate[]>()
  for (const { name, samples } of columns) {
    const meanings = columnsForName(name)
      .map(({ column, rank }) => ({ column, rank: rank + (fits(column, samples) ? 0 : DOUBT) }))
      .sort((first, second) => first.rank - second.rank)
    const best = meanings[0]
    if (best === undefined || best.rank >= DOUBT) continue
    const candidates = byColumn.get(best.column) ?? []
    candidates.push({ name, rank: best.rank })
    byColumn.set(best.column, candidates)
  }
  const mapping: Mapping = { columns: {}, date_order: null }
  for (const [column, candidates] of byColumn) {
    candidates.sort((first, second) => first.rank - second.rank)
    const most = SEVERAL.has(column) ? MOST_COLUMNS : 1
    mapping.columns[column] = candidates.slice(0, most).map(candidate => candidate.name)
  }
  addSections(mapping, columns)
  addTextTitle(mapping, columns)
  const dates = [...(mapping.columns.posted_at ?? []), ...(mapping.columns.closed_at ?? [])]
  mapping.date_order = dateOrderOf(
    columns.filter(column => dates.includes(column.name)).flatMap(column => column.samples),
  )
  return mapping
}

/** A column "text" is the title where nothing else is and its values are short, as Lever writes it. */
function addTextTitle(mapping: Mapping, columns: FileColumn[]): void {
  const column = columns.find(({ name }) => foldName(name) === 'text')
  if (mapping.columns.title !== undefined || column === undefined || column.samples.length === 0) return
  if (column.samples.every(sample => sample.length <= 120)) mapping.columns.title = [column.name]
}

/** Sections that a file keeps in columns of their own stand behind the description. */
function addSections(mapping: Mapping, columns: FileColumn[]): void {
  const sections = columns.map(column => column.name).filter(name => isSection(name))
  if (sections.length === 0) return
  mapping.columns.description = [...(mapping.columns.description ?? []), ...sections].slice(0, 10)
}

function isSection(name: string): boolean {
  return DESCRIPTION_SECTIONS.has(foldName(name))
}
