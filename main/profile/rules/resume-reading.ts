import type { Profile, ResumeItem } from '../../contract/profile.ts'

/** What comes together while a resume is compared with a profile. */

export interface Change {
  item: ResumeItem
  apply: (profile: Profile) => Profile
}

export interface Reading {
  changes: Change[]
  same: number
  remarks: string[]
}

/** Notes one thing that the resume says otherwise, and how it is taken over. */
export function propose(reading: Reading, item: ResumeItem, apply: Change['apply']): void {
  reading.changes.push({ item, apply })
}
