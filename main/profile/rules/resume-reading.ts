import type { Profile, ResumeItem } from '../../contract/profile.ts'
import type { EntryChange } from './entries.ts'
import { listOf } from './resume-fields.ts'

/** What comes together while a resume is compared with a profile. */

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
