import type { Profile } from '../../contract/profile.ts'
import {
  compareEntries,
  ENTRY_KINDS,
  type Entry,
  type EntryField,
  matchedEntries,
  partText,
} from './entries.ts'
import { dateOf } from './resume-dates.ts'
import { listOf, textOf } from './resume-fields.ts'
import { type Reading, readList } from './resume-reading.ts'
import { counted } from './resume-said.ts'
import { isRecord, type Json } from './resume-text.ts'

/** Positions, schools and certificates as they stand in a JSON Resume. */

interface Section {
  /** The list of the resume. */
  list: 'work' | 'education' | 'certificates'
  read: (entry: Json) => Entry
  /** Which keys of the resume say a value, and how. */
  write: Readonly<Record<string, (entry: Entry) => Json>>
}

const line = (value: unknown): string => (textOf(value) ?? '').replace(/\s+/g, ' ').slice(0, 200).trim()

/** A date that cannot be read is said all the same. */
const isSaid = (value: unknown): boolean =>
  textOf(value) !== null || (typeof value === 'number' && Number.isFinite(value))

const key =
  (name: string, part: string) =>
  (entry: Entry): Json => ({ [name]: partText(entry, part) || undefined })

const SECTIONS: Record<EntryField, Section> = {
  experience: {
    list: 'work',
    read: work => ({
      company: line(work.name) || line(work.company),
      title: line(work.position),
      start: dateOf(work.startDate),
      // A job without an end goes on; one without any date says nothing.
      end: isSaid(work.endDate) || dateOf(work.startDate) === '' ? dateOf(work.endDate) : 'present',
      place: line(work.location),
      bullets: listOf(work.highlights)
        .flatMap(point => textOf(point)?.slice(0, 2000) ?? [])
        .slice(0, 60),
    }),
    write: {
      company: entry => ({ name: partText(entry, 'company') || undefined, company: undefined }),
      title: key('position', 'title'),
      start: key('startDate', 'start'),
      end: entry => ({ endDate: partText(entry, 'end').replace('present', '') || undefined }),
      place: key('location', 'place'),
      bullets: entry => ({ highlights: listOf(entry.bullets).length === 0 ? undefined : entry.bullets }),
    },
  },
  education: {
    list: 'education',
    read: school => ({
      school: line(school.institution),
      degree: line([textOf(school.studyType), textOf(school.area)].filter(Boolean).join(' ')),
      start: dateOf(school.startDate),
      end: dateOf(school.endDate),
      place: line(school.location),
    }),
    write: {
      school: key('institution', 'school'),
      degree: entry => ({ studyType: partText(entry, 'degree') || undefined, area: undefined }),
      start: key('startDate', 'start'),
      end: key('endDate', 'end'),
      place: key('location', 'place'),
    },
  },
  certificates: {
    list: 'certificates',
    read: certificate => ({
      name: line(certificate.name),
      issuer: line(certificate.issuer),
      date: dateOf(certificate.date),
    }),
    write: { name: key('name', 'name'), issuer: key('issuer', 'issuer'), date: key('date', 'date') },
  },
}

export const ENTRY_FIELDS: readonly EntryField[] = ['experience', 'education', 'certificates']

/** What a profile can hold of an entry of a resume; null when it says too little. */
function entryOf(field: EntryField, raw: unknown): Entry | null {
  if (!isRecord(raw)) return null
  return ENTRY_KINDS[field].schema.safeParse(SECTIONS[field].read(raw)).data ?? null
}

/** All that a profile can hold of the positions, schools and certificates of a resume. */
export function entriesOf(resume: Json): Partial<Profile> {
  return Object.fromEntries(
    ENTRY_FIELDS.map(field => [
      field,
      listOf(resume[SECTIONS[field].list])
        .map(raw => entryOf(field, raw))
        .filter(entry => entry !== null)
        .slice(0, ENTRY_KINDS[field].most),
    ]),
  )
}

/** Compares the positions, schools and certificates of a resume with those of a profile. */
export function readEntries(resume: Json, profile: Profile, reading: Reading): void {
  for (const field of ENTRY_FIELDS) {
    const { list } = SECTIONS[field]
    const raw = readList(resume[list], list, reading)
    const read = raw.map(entry => entryOf(field, entry)).filter(entry => entry !== null)
    const unread = raw.length - read.length
    if (unread > 0)
      reading.remarks.push(`${counted(unread, 'entry', 'entries')} below ${list} could not be read.`)
    compareEntries(field, read, profile, reading)
  }
}

/**
 * The lists of an export, written over those of the resume that was imported last: what says the same stays as it was
 * written, what could not be read stays, what the person removed is gone.
 */
export function entriesWith(profile: Profile, before: Json): Json {
  return Object.fromEntries(
    ENTRY_FIELDS.map(field => [
      SECTIONS[field].list,
      listWith(field, profile[field], before[SECTIONS[field].list]),
    ]),
  )
}

function listWith(field: EntryField, own: readonly Entry[], before: unknown): unknown[] {
  const raw = listOf(before)
  const read = raw.map(entry => entryOf(field, entry))
  const readable = read.filter(entry => entry !== null)
  const matched = matchedEntries(field, readable, own)
  const written = new Set<Entry>()
  const list = raw.flatMap((entry, index) => {
    const said = read[index]
    if (!said || !isRecord(entry)) return [entry]
    const now = matched[readable.indexOf(said)]
    if (!now) return []
    written.add(now)
    return [overwritten(field, entry, said, now)]
  })
  return [
    ...list,
    ...own.filter(entry => !written.has(entry)).map(entry => overwritten(field, {}, {}, entry)),
  ]
}

/** An entry of a resume with the values that the profile has otherwise. */
function overwritten(field: EntryField, raw: Json, said: Entry, now: Entry): Json {
  const { write } = SECTIONS[field]
  const changed = Object.keys(write).filter(part => partText(said, part) !== partText(now, part))
  if (changed.length === 0) return raw
  const entry = { ...raw, ...Object.assign({}, ...changed.map(part => write[part]?.(now))) }
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}
