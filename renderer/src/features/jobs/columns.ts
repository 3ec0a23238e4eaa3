import type { JobSort } from '../../../../main/contract/job-filter.ts'
import type { JobColumn } from '../../../../main/contract/shapes.ts'

/** The columns of the jobs table: their words, widths and orders. The title is always there. */

interface ColumnFace {
  label: string
  /** The least width in rem; where it does not fit, the last columns are left out. */
  rem: number
  /** Share of the room that is left; 0: always as narrow as `rem`. */
  grows: number
  right?: boolean
  /** The order that its head asks for. */
  sort?: JobSort
}

export const COLUMNS: Record<JobColumn | 'title', ColumnFace> = {
  title: { label: 'Title', rem: 11, grows: 3, sort: 'title' },
  score: { label: 'Score', rem: 3.5, grows: 0, sort: 'score' },
  match: { label: 'Match', rem: 3.5, grows: 0, sort: 'match' },
  company: { label: 'Company', rem: 6, grows: 2, sort: 'company' },
  location: { label: 'Place', rem: 5, grows: 2 },
  remote: { label: 'Remote', rem: 5, grows: 0 },
  salary: { label: 'Pay', rem: 11, grows: 0, right: true, sort: 'salary' },
  status: { label: 'Status', rem: 8.75, grows: 0 },
  found: { label: 'Found', rem: 6.25, grows: 0, right: true, sort: 'newest' },
  posted: { label: 'Posted', rem: 6.25, grows: 0, right: true, sort: 'posted' },
  type: { label: 'Type', rem: 6, grows: 0 },
  level: { label: 'Level', rem: 6, grows: 0 },
}

/** Room of the mark before a row and of the star behind it, with all gaps beside the columns' own. */
const AROUND_REM = 6
const GAP_REM = 0.75

/** The chosen columns that fit into a width; the last ones are left out first. */
export function fittingColumns(chosen: readonly JobColumn[], widthRem: number): JobColumn[] {
  const room = widthRem - AROUND_REM - COLUMNS.title.rem
  let used = 0
  const cut = chosen.findIndex(column => {
    used += COLUMNS[column].rem + GAP_REM
    return used > room
  })
  return cut === -1 ? [...chosen] : chosen.slice(0, cut)
}

/** The columns with the title at its place: behind the marks that stand first, before everything else. */
export function withTitle(columns: readonly JobColumn[]): (JobColumn | 'title')[] {
  const first = columns.findIndex(column => column !== 'score' && column !== 'match')
  const at = first === -1 ? columns.length : first
  return [...columns.slice(0, at), 'title', ...columns.slice(at)]
}

/** The widths for a CSS grid. */
export function gridOf(columns: readonly (JobColumn | 'title')[]): string {
  return columns
    .map(column => {
      const { rem, grows } = COLUMNS[column]
      return grows === 0 ? `${rem}rem` : `minmax(0, ${grows}fr)`
    })
    .join(' ')
}

/** The list with one entry moved by some places; it stops at the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const goal = Math.max(0, Math.min(list.length - 1, to))
  const rest = list.filter((_, index) => index !== from)
  const entry = list[from]
  return entry === undefined ? [...list] : [...rest.slice(0, goal), entry, ...rest.slice(goal)]
}

/** What `aria-sort` says of a head. Names go up; of everything else the best or newest comes first. */
export function sortWord(
  column: JobColumn | 'title',
  sort: JobSort,
  reversed: boolean,
): 'ascending' | 'descending' | 'none' {
  if (COLUMNS[column].sort !== sort) return 'none'
  const ascending = sort === 'company' || sort === 'title'
  return ascending !== reversed ? 'ascending' : 'descending'
}
