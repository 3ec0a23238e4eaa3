import { SENIORITY_LABELS } from '../../../contract/labels.ts'
import { Profile, ProfileLink } from '../../../contract/profile.ts'
import type { ParsedResume, ReviewItem } from '../../../contract/resumes.ts'
import {
  compareLanguages,
  compareLinks,
  compareSkills,
  compareText,
  linkKey,
  type TextField,
} from '../../../profile/rules/compare.ts'
import { contentHash } from '../../../profile/rules/content-hash.ts'
import {
  compareEntries,
  ENTRY_KINDS,
  type Entry,
  type EntryField,
  partText,
} from '../../../profile/rules/entries.ts'
import { keyOfSkill, textOf, type UsualName } from '../../../profile/rules/resume-fields.ts'
import { type Change, propose, type Reading } from '../../../profile/rules/resume-reading.ts'
import { counted, yearsText } from '../../../profile/rules/resume-said.ts'
import { languageOf } from '../../../profile/rules/resume-words.ts'
import type { Found } from '../found.ts'

/** What a résumé says beside the profile, thing by thing, with where it stands. Nothing is changed. */

/** An item as it is shown, and what taking it does. */
export interface ReviewChange {
  item: ReviewItem
  change: Change
}

export interface Review {
  changes: ReviewChange[]
  same: number
  remarks: string[]
}

/** A résumé, and which of the things in it the language model read. */
export interface ReviewedResume {
  resume: ParsedResume
  byModel: ReadonlySet<Found<unknown>>
}

const TEXTS = {
  name: 'The name',
  headline: 'The headline',
  email: 'The email address',
  phone: 'The phone number',
  location: 'The home',
  summary: 'The summary',
} as const satisfies Record<TextField, string>

/** Compares what was understood of a résumé with the profile. Ids name contents: another content has another id. */
export function reviewOf({ resume, byModel }: ReviewedResume, profile: Profile, usual: UsualName): Review {
  const review: Review = { changes: [], same: 0, remarks: [] }
  /** Runs one comparison and notes what it proposes, each with the thing that was read. */
  const compare = (founds: readonly Found<unknown>[], run: (reading: Reading) => void) => {
    const reading: Reading = { changes: [], same: 0, remarks: [] }
    run(reading)
    review.same += reading.same
    review.remarks.push(...reading.remarks)
    for (const change of reading.changes) {
      const found = founds[change.at ?? 0]
      if (found) review.changes.push({ item: itemOf(change, found, byModel.has(found)), change })
    }
  }

  for (const field of Object.keys(TEXTS) as TextField[]) {
    const found = resume[field]
    const text = found && textOf(found.value)
    if (!found || !text) continue
    compare([found], reading => {
      const problem = compareText(field, field === 'summary' ? text : oneLine(text), profile, reading)
      if (problem !== null) reading.remarks.push(`${TEXTS[field]} ${problem} and was left out.`)
    })
  }
  const { seniority, years_of_experience: years } = resume
  if (seniority) compare([seniority], reading => compareLevel(seniority.value, profile, reading))
  if (years) compare([years], reading => compareYears(years.value, profile, reading))
  for (const field of Object.keys(ENTRY_KINDS) as EntryField[])
    readEntries(field, resume[field], compare, profile)

  const skills = sound(resume.skills, ({ name }) => {
    const own = oneLine(textOf(name) ?? '')
    const key = own.length > 120 ? '' : keyOfSkill(own, usual)
    return key === '' ? null : { name: own, level: null, years: null, key }
  })
  compare(skills.founds, reading => compareSkills(skills.values, profile, usual, reading))
  const languages = sound(resume.languages, ({ language, level }) => {
    const own = oneLine(textOf(language) ?? '')
    return own === '' || own.length > 60 ? null : { language: languageOf(own), level }
  })
  compare(languages.founds, reading => compareLanguages(languages.values, profile, reading))
  const links = sound(resume.links, ({ label, url }) => {
    const known = profile.links.find(own => linkKey(own.url) === linkKey(url))
    return known ?? ProfileLink.safeParse({ label: oneLine(label).slice(0, 80), url }).data ?? null
  })
  compare(links.founds, reading => compareLinks(links.values, profile, reading))
  return review
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The things that a profile can hold, beside what was read. */
function sound<T, V>(
  founds: readonly Found<T>[],
  readValue: (value: T) => V | null,
): { founds: Found<T>[]; values: V[] } {
  const both = founds.flatMap(found => {
    const value = readValue(found.value)
    return value === null ? [] : { found, value }
  })
  return { founds: both.map(({ found }) => found), values: both.map(({ value }) => value) }
}

function readEntries(
  field: EntryField,
  founds: readonly Found<Entry>[],
  compare: (founds: readonly Found<unknown>[], run: (reading: Reading) => void) => void,
  profile: Profile,
): void {
  const { schema, many, one } = ENTRY_KINDS[field]
  const entries = sound(founds, value => schema.safeParse(fitted(value)).data ?? null)
  const unread = founds.length - entries.values.length
  compare(entries.founds, reading => {
    if (unread > 0) reading.remarks.push(`${counted(unread, one, many)} could not be read.`)
    compareEntries(field, entries.values, profile, reading)
  })
}

/** Cut to what a profile holds: a name of more than 200 letters is a paragraph. */
const fitted = (entry: Entry): Entry =>
  Object.fromEntries(
    Object.entries(entry).map(([part, value]) => [
      part,
      typeof value === 'string'
        ? oneLine(value).slice(0, 200)
        : value.flatMap(point => textOf(point)?.slice(0, 2000) ?? []).slice(0, 60),
    ]),
  )

function compareLevel(after: NonNullable<Profile['seniority']>, profile: Profile, reading: Reading): void {
  if (profile.seniority === after) {
    reading.same++
    return
  }
  const before = profile.seniority && SENIORITY_LABELS[profile.seniority]
  propose(reading, { id: 'seniority', field: 'seniority', before, after: SENIORITY_LABELS[after] }, now => ({
    ...now,
    seniority: after,
  }))
}

function compareYears(after: number, profile: Profile, reading: Reading): void {
  const field = 'years_of_experience'
  const before = profile[field]
  if (!Profile.shape[field].safeParse(after).success) return
  // A tenth of a year is within what dates can say.
  if (before !== null && Math.abs(before - after) <= 0.1) {
    reading.same++
    return
  }
  propose(
    reading,
    { id: field, field, before: before === null ? null : yearsText(before), after: yearsText(after) },
    now => ({ ...now, [field]: after }),
  )
}

function itemOf({ item, entry }: Change, found: Found<unknown>, byModel: boolean): ReviewItem {
  const named = entry !== undefined || item.field === 'skills' || item.field === 'links'
  return {
    ...item,
    id: named ? item.id : `${item.id}:${contentHash(item.after)}`,
    confidence: found.confidence,
    spots: found.spots,
    editable: item.field !== 'seniority',
    parts: entry
      ? ENTRY_KINDS[entry.field].parts.map(name => ({
          name,
          before: entry.before && partText(entry.before, name),
          after: partText(entry.after, name),
        }))
      : [],
    origin: byModel ? 'ai' : 'pattern',
  }
}
