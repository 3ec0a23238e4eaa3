import type { Profile, ResumeItem } from '../../contract/profile.ts'
import { listOf } from './resume-fields.ts'

/** What comes together while a resume is compared with a profile. */

/** The lists of a profile whose entries have several values. */
export type EntryField = 'experience' | 'education' | 'certificates'

/** A position, a school or a certificate, value by value. */
export type Entry = Readonly<Record<string, string | readonly string[]>>

/** What an entry of a resume does to a profile: another one (`before` null), or more about one that is there. */
export interface EntryChange {
  field: EntryField
  before: Entry | null
  after: Entry
}

export interface Change {
  item: ResumeItem
  apply: (profile: Profile) => Profile
  /** Which of the things that were read it is, where a list was read. */
  at?: number
  /** Of a position, a school or a certificate. */
  entry?: EntryChange
}

export interface Reading {
  changes: Change[]
  same: number
  remarks: string[]
}

/** Notes one thing that the resume says otherwise, and how it is taken over. */
export function propose(
  reading: Reading,
  item: ResumeItem,
  apply: Change['apply'],
  more: Pick<Change, 'at' | 'entry'> = {},
): void {
  reading.changes.push({ item, apply, ...more })
}

/** A list of a resume; of anything else that says something it is remarked that it was left out. */
export function readList(value: unknown, name: string, reading: Reading): unknown[] {
  if (!Array.isArray(value) && value !== undefined && value !== null && value !== '')
    reading.remarks.push(`What stands as ${name} is no list and was left out.`)
  return listOf(value)
}
