import type { ResumeDate } from '../../contract/resumes.ts'
import type { Line } from './layout.ts'

/** The dates that an entry has. */
export interface Dated {
  start: ResumeDate
  end: ResumeDate
  single: boolean
}

/** A line of a section, told apart for the entries that it may head. */
export interface Row {
  line: Line
  /** The dates that an entry has from here; null for other rows. */
  dates: Dated | null
  /** Stretches of the line's text that are left, cell by cell, half-open. */
  spans: { from: number; to: number }[]
  /** Bullets and running text: what somebody did, not what and where. */
  body: boolean
  /** Nothing but a length of time or a kind of employment. */
  idle: boolean
  /** It begins with a label that says title, company or place. */
  labelled: boolean
  /** Nothing but a town, where such lines follow the dates of several entries. */
  town: boolean
}

/** Longer lines are running text. */
export const LONGEST_HEADER = 150
/** Past this a line is not looked at: no header is that long, and texts from outside may be anything. */
export const LONGEST_LINE = 400
