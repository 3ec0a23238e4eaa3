import type { Profile, ResumeProposal } from '../../contract/profile.ts'
import { compareText } from './compare.ts'
import { readEntries } from './resume-entries.ts'
import {
  BASICS,
  type BasicField,
  basicsOf,
  homeOf,
  listOf,
  ownOf,
  textOf,
  type UsualName,
} from './resume-fields.ts'
import { readLanguages, readLinks, readPlace, readSkills } from './resume-lists.ts'
import { readOwn } from './resume-own.ts'
import { propose, type Reading } from './resume-reading.ts'
import { sectionsOf, yearsText } from './resume-said.ts'
import type { Json } from './resume-text.ts'
import { yearsOfWork } from './resume-words.ts'

/** A resume compared with the profile, thing by thing. */

/** What the import needs besides the texts. */
export interface ResumeHelp {
  /** How postings name a skill; null when none is known by this name. */
  usualName: UsualName
  /** YYYY-MM-DD, for jobs that go on. */
  today: string
}

/** What a resume says otherwise than the profile, thing by thing. Nothing is changed. */
export function proposalOf(resume: Json, profile: Profile, help: ResumeHelp): ResumeProposal {
  const { changes, same, remarks } = readingOf(resume, profile, help)
  return { items: changes.map(({ item }) => item), same, remarks }
}

/** The profile with the chosen items of a resume. Ids that are not proposed (any more) are passed over. */
export function takeFrom(resume: Json, profile: Profile, take: readonly string[], help: ResumeHelp): Profile {
  const chosen = new Set(take)
  const { changes } = readingOf(resume, profile, help)
  return changes.filter(({ item }) => chosen.has(item.id)).reduce((now, { apply }) => apply(now), profile)
}

function readingOf(resume: Json, profile: Profile, help: ResumeHelp): Reading {
  const reading: Reading = { changes: [], same: 0, remarks: [] }
  for (const field of Object.keys(BASICS) as BasicField[]) readBasic(field, resume, profile, reading)
  readHome(resume, profile, reading)
  readOwn(resume, profile, reading)
  if (!('years_of_experience' in ownOf(resume))) readYears(listOf(resume.work), profile, help, reading)
  readEntries(resume, profile, reading)
  readSkills(resume, profile, help.usualName, reading)
  readLanguages(resume, profile, reading)
  if (!('preferred_locations' in ownOf(resume))) readPlace(resume, profile, reading)
  readLinks(resume, profile, reading)
  readRest(resume, profile, reading)
  return reading
}

const LONG = {
  name: 'The name',
  headline: 'The label',
  email: 'The email address',
  phone: 'The phone number',
  summary: 'The summary',
}

function readBasic(field: BasicField, resume: Json, profile: Profile, reading: Reading): void {
  const raw = basicsOf(resume)[BASICS[field]]
  const after = textOf(raw)
  if (after === null) {
    if (raw !== undefined && raw !== null && raw !== '' && typeof raw !== 'string')
      reading.remarks.push(`${LONG[field]} is no text and was left out.`)
    return
  }
  const problem = compareText(field, after, profile, reading)
  if (problem !== null) reading.remarks.push(`${LONG[field]} ${problem} and was left out.`)
}

function readHome(resume: Json, profile: Profile, reading: Reading): void {
  const home = homeOf(resume)
  if (home === '') return
  const problem = compareText('location', home, profile, reading)
  if (problem !== null) reading.remarks.push(`Where you live ${problem} and was left out.`)
}

function readYears(work: unknown[], profile: Profile, { today }: ResumeHelp, reading: Reading): void {
  const years = yearsOfWork(work, today)
  if (years === null) return
  const before = profile.years_of_experience
  if (before === years) reading.same++
  else
    propose(
      reading,
      {
        id: 'years_of_experience',
        field: 'years_of_experience',
        before: before === null ? null : yearsText(before),
        after: `${yearsText(years)}, by the dates of its jobs`,
      },
      now => ({ ...now, years_of_experience: years }),
    )
}

/** The resume as a whole, for all that a profile has no field for. */
function readRest(resume: Json, profile: Profile, reading: Reading): void {
  const after = sectionsOf(resume)
  if (JSON.stringify(profile.extra) === JSON.stringify(resume)) {
    reading.same++
    return
  }
  if (after === null) return
  propose(reading, { id: 'extra', field: 'extra', before: sectionsOf(profile.extra), after }, now => ({
    ...now,
    extra: resume,
  }))
}
