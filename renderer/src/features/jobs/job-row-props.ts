import type { JobColumn, JobRow } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'

/** `wide`: one line of columns; `two` and `three`: that many lines, for the room beside a job and for phones. */
export type RowLayout = 'wide' | 'two' | 'three'

/** What can be done to a row. Its functions stay the same objects, so that scrolling draws no row twice. */
export interface RowActs {
  openStatus: (row: JobRow, open: boolean) => void
  select: (row: JobRow, selected: boolean) => void
  setStatus: (row: JobRow, status: JobStatus) => void
  favourite: (row: JobRow) => void
}

export interface JobListRowProps {
  row: JobRow
  tabIndex: 0 | -1
  layout: RowLayout
  /** Of a wide row; the same object while they stay the same. */
  columns: readonly (JobColumn | 'title')[]
  /** Company and place stand below the title. */
  stacked: boolean
  /** Found since the last visit. */
  isNew: boolean
  /** The first row that is not new: a line above it says so. */
  endsNew: boolean
  /** The job shown beside the list. */
  open: boolean
  selected: boolean
  /** Some row is selected, so that the boxes of all stay in sight. */
  selecting: boolean
  statusOpen: boolean
  acts: RowActs
}
