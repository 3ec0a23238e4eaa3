import type { z } from 'zod'
import { type Profile, ProfileCertificate, ProfileJob, ProfileSchool } from '../../contract/profile.ts'
import { resumeDateText, resumeSpanText } from '../../contract/resume-date.ts'
import { folded } from '../../postings/rules/clean-text.ts'
import { contentHash } from './content-hash.ts'
import { type Entry, type EntryChange, type EntryField, propose, type Reading } from './resume-reading.ts'
import { counted } from './resume-said.ts'

/** Positions, schools and certificates: which of two lists are the same, and what one says more. */

export type { Entry, EntryChange, EntryField } from './resume-reading.ts'

/** What entries of a kind consist of: the two names and the dates tell one from another. */
export const ENTRY_KINDS = {
  experience: {
    schema: ProfileJob as z.ZodType<Entry>,
    names: ['title', 'company'],
    dates: ['start', 'end'],
    parts: ['title', 'company', 'start', 'end', 'place', 'bullets'],
    most: 100,
    one: 'position',
    many: 'positions',
  },
  education: {
    schema: ProfileSchool as z.ZodType<Entry>,
    names: ['degree', 'school'],
    dates: ['start', 'end'],
    parts: ['degree', 'school', 'start', 'end', 'place'],
    most: 50,
    one: 'school',
    many: 'schools',
  },
  certificates: {
    schema: ProfileCertificate as z.ZodType<Entry>,
    names: ['name', 'issuer'],
    dates: ['date'],
    parts: ['name', 'issuer', 'date'],
    most: 50,
    one: 'certificate',
    many: 'certificates',
  },
} as const satisfies Record<EntryField, unknown>

/** One value as a text; points are lines. */
export function partText(entry: Entry, part: string): string {
  const value = entry[part] ?? ''
  return typeof value === 'string' ? value : value.join('\n')
}

/** Legal forms say nothing of who it was. */
const FORMS =
  /\b(?:ltd|limited|inc|llc|llp|plc|corp|corporation|gmbh|ag|kg|se|sa|sas|sarl|srl|sl|bv|nv|ab|oy)\b/g
const keyOf = (text: string): string => {
  const plain = folded(text)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim()
  return plain.replace(FORMS, ' ').replace(/\s+/g, ' ').trim() || plain
}

const isPartOf = (year: string, month: string): boolean => year.length === 4 && month.startsWith(`${year}-`)
const datesAgree = (a: string, b: string): boolean =>
  a === b || a === '' || b === '' || isPartOf(a, b) || isPartOf(b, a)

/** Words that two names share, of the fewer: 0 to 1. */
function shared(a: string, b: string): number {
  const [first, second] = [new Set(a.split(' ')), new Set(b.split(' '))]
  const both = [...first].filter(word => second.has(word)).length
  return both / Math.min(first.size, second.size)
}

/**
 * Whether two entries speak of the same: both names and the beginning agree, or one name and the exact month of the
 * beginning while the other name is nearly the same.
 */
export function isSameEntry(field: EntryField, a: Entry, b: Entry): boolean {
  const { names, dates } = ENTRY_KINDS[field]
  const [what, who] = names.map(name => [keyOf(partText(a, name)), keyOf(partText(b, name))] as const)
  if (!what || !who) return false
  const [start = '', end = start] = dates
  const begins = [partText(a, start), partText(b, start)] as const
  const ends = [partText(a, end), partText(b, end)] as const
  if (!datesAgree(...begins)) return false
  const same = [what, who].filter(([one, other]) => one === other && one !== '').length
  const open = [what, who].filter(([one, other]) => one === '' || other === '').length
  const began = begins[0] !== '' && begins[1] !== ''
  if (same === 2) return began || datesAgree(...ends)
  if (same === 1 && open === 1) return began || field === 'certificates'
  if (same !== 1 || begins[0] !== begins[1] || begins[0].length !== 7) return false
  return [what, who].some(([one, other]) => one !== other && shared(one, other) >= 0.5)
}

const squeezed = (text: string): string => folded(text).replace(/\s+/g, ' ').trim()

/** The entry with what another one says of the same; what that leaves out stays. */
function mergedEntry(field: EntryField, before: Entry, said: Entry): Entry {
  const { parts, names, dates } = ENTRY_KINDS[field]
  const isIn = (list: readonly string[], part: string) => list.includes(part)
  return Object.fromEntries(
    parts.map(part => {
      const [own, other] = [partText(before, part), partText(said, part)]
      const stays =
        other === '' ||
        squeezed(own) === squeezed(other) ||
        (isIn(dates, part) && isPartOf(other, own)) ||
        (isIn(names, part) && keyOf(own) === keyOf(other))
      return [part, (stays ? before[part] : said[part]) ?? '']
    }),
  )
}

/** "Engineer, Acme · Apr 2018 – now · Leeds · 3 points". */
export function entryText(field: EntryField, entry: Entry): string {
  const { names, dates } = ENTRY_KINDS[field]
  const [start = '', end] = dates
  const from = partText(entry, start)
  const points = entry.bullets?.length ?? 0
  return [
    names
      .map(name => partText(entry, name))
      .filter(text => text !== '')
      .join(', '),
    end === undefined ? resumeDateText(from) : resumeSpanText(from, partText(entry, end)),
    partText(entry, 'place'),
    points === 0 ? '' : counted(points, 'point', 'points'),
  ]
    .filter(text => text !== '')
    .join(' · ')
}

const isEqual = (a: Entry, b: Entry): boolean =>
  contentHash(Object.entries(a).sort()) === contentHash(Object.entries(b).sort())

/** The profile with an entry instead of the one that it was, or besides. */
export function withEntry(profile: Profile, { field, before, after }: EntryChange): Profile {
  const own: readonly Entry[] = profile[field]
  const at = before === null ? -1 : own.findIndex(entry => isEqual(entry, before))
  const list = at < 0 ? [...own, after] : own.map((entry, index) => (index === at ? after : entry))
  return { ...profile, [field]: list }
}

/** What of the profile each read entry speaks of: none twice, unless it says exactly the same. */
export function matchedEntries(
  field: EntryField,
  read: readonly Entry[],
  own: readonly Entry[],
): (Entry | null)[] {
  const exact = read.map(entry => own.find(one => isEqual(one, entry)) ?? null)
  const used = new Set(exact)
  return read.map((entry, index) => {
    const found = exact[index] ?? own.find(one => !used.has(one) && isSameEntry(field, one, entry)) ?? null
    used.add(found)
    return found
  })
}

/** Entries that the profile lacks, and those of which the resume says more or otherwise. */
export function compareEntries(
  field: EntryField,
  read: readonly Entry[],
  profile: Profile,
  reading: Reading,
): void {
  const { most, one, many } = ENTRY_KINDS[field]
  const own: readonly Entry[] = profile[field]
  const matched = matchedEntries(field, read, own)
  const seen = new Set<string>()
  let room = most - own.length
  let beyond = 0
  for (const [at, said] of read.entries()) {
    const id = `${field}:${contentHash(Object.entries(said).sort())}`
    if (seen.has(id)) continue
    seen.add(id)
    const before = matched[at] ?? null
    const after = before === null ? said : mergedEntry(field, before, said)
    if (before !== null && isEqual(before, after)) {
      reading.same++
      continue
    }
    if (before === null && room-- <= 0) {
      beyond++
      continue
    }
    const entry: EntryChange = { field, before, after }
    propose(
      reading,
      {
        id,
        field,
        before: before === null ? null : entryText(field, before),
        after: entryText(field, after),
      },
      now => withEntry(now, entry),
      { at, entry },
    )
  }
  if (beyond > 0)
    reading.remarks.push(`${counted(beyond, one, many)} more than a profile holds (${most}) were left out.`)
}
