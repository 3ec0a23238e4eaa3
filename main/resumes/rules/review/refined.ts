import type { ParsedResume } from '../../../contract/resumes.ts'
import {
  ENTRY_KINDS,
  type Entry,
  type EntryField,
  isSameEntry,
  partText,
} from '../../../profile/rules/entries.ts'
import { keyOfSkill, type UsualName } from '../../../profile/rules/resume-fields.ts'
import { languageOf } from '../../../profile/rules/resume-words.ts'
import type { Found } from '../found.ts'
import { groundedResume } from './grounded.ts'
import type { ReviewedResume } from './items.ts'
import { ModelResume } from './question.ts'
import type { Pages } from './stands-in.ts'

/** What was read less surely gives way to what the model read and the text bears out. */
const SURE = 0.6

/**
 * A résumé with what the model read besides: single values that are missing or unsure, entries and skills that are
 * missing, and what entries leave open. Nothing that was read surely changes. `today` is YYYY-MM-DD.
 */
export function refined(
  resume: ParsedResume,
  answer: unknown,
  { pages, usual, today }: { pages: Pages; usual: UsualName; today: string },
): ReviewedResume {
  const byModel = new Set<Found<unknown>>()
  const read = ModelResume.safeParse(answer)
  if (!read.success) return { resume, byModel }
  const said = groundedResume(read.data, pages, today)
  const mine = <T>(found: Found<T>): Found<T> => {
    byModel.add(found)
    return found
  }
  const single = (own: Found<string> | null, other: Found<string> | null): Found<string> | null => {
    if (other === null || own?.value === other.value || (own && own.confidence >= SURE)) return own
    return mine(other)
  }
  const more = <T>(own: readonly Found<T>[], others: readonly Found<T>[], keyOf: (value: T) => string) => {
    const known = new Set(own.map(({ value }) => keyOf(value)))
    const added = others.filter(({ value }) => {
      const key = keyOf(value)
      return key !== '' && !known.has(key) && known.add(key)
    })
    return [...own, ...added.map(mine)]
  }
  const entries = <T extends Entry>(
    field: EntryField,
    own: readonly Found<T>[],
    others: readonly Found<T>[],
  ) => {
    const left = [...others]
    const filled = own.map(one => {
      const at = left.findIndex(({ value }) => isSameEntry(field, one.value, value))
      const [other] = at < 0 ? [] : left.splice(at, 1)
      const value = other && filledIn(field, one, other.value)
      return other && value
        ? mine({ value, confidence: other.confidence, spots: [...one.spots, ...other.spots].slice(0, 20) })
        : one
    })
    return [...filled, ...left.map(mine)]
  }
  return {
    byModel,
    resume: {
      ...resume,
      name: single(resume.name, said.name),
      headline: single(resume.headline, said.headline),
      location: single(resume.location, said.location),
      summary: single(resume.summary, said.summary),
      skills: more(resume.skills, said.skills, ({ name }) => keyOfSkill(name, usual)),
      languages: more(resume.languages, said.languages, ({ language }) => languageOf(language)),
      experience: entries('experience', resume.experience, said.experience),
      education: entries('education', resume.education, said.education),
      certificates: entries('certificates', resume.certificates, said.certificates),
    },
  }
}

/** The entry with what it leaves open, or said unsurely; null when that changes nothing. */
function filledIn<T extends Entry>(field: EntryField, { value, confidence }: Found<T>, other: T): T | null {
  const changed = ENTRY_KINDS[field].parts.filter(part => {
    const [own, said] = [partText(value, part), partText(other, part)]
    return said !== '' && said !== own && (own === '' || confidence < SURE)
  })
  return changed.length === 0
    ? null
    : { ...value, ...Object.fromEntries(changed.map(part => [part, other[part]])) }
}
