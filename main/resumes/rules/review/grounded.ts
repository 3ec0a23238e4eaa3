import type { ParsedResume, ResumeDate, Spot } from '../../../contract/resumes.ts'
import { fluencyOf } from '../../../profile/rules/resume-words.ts'
import { findDates } from '../dates.ts'
import type { Found } from '../found.ts'
import type { ModelResume } from './question.ts'
import { type Pages, wordsIn } from './stands-in.ts'

/** What of a model's answer stands in the document. Everything else is dropped without a word. */

/** A model is never as sure as a plain reading. */
const CONFIDENCE = 0.7
const LONGEST_QUOTE = 300

export type GroundedResume = Pick<
  ParsedResume,
  | 'name'
  | 'headline'
  | 'location'
  | 'summary'
  | 'skills'
  | 'experience'
  | 'education'
  | 'certificates'
  | 'languages'
>

/** Checks an answer against the text; `today` is YYYY-MM-DD. Never throws. */
export function groundedResume(said: ModelResume, pages: Pages, today: string): GroundedResume {
  const find = wordsIn(pages)
  const text = (value: string | null): Found<string> | null => {
    const spot = value === null ? null : find(value)
    return value === null || spot === null ? null : found(value.trim(), [spot])
  }
  /** The dates that the quoted line holds, if the line stands in the document. */
  const datesOf = (quote: string): { spot: Spot | null; has: (date: ResumeDate) => boolean } => {
    const spot = quote.length > LONGEST_QUOTE ? null : find(quote)
    if (spot === null) return { spot, has: () => false }
    const ranges = [true, false].flatMap(monthFirst => findDates(spot.quote, { today, monthFirst }))
    return { spot, has: date => ranges.some(({ start, end }) => start === date || end === date) }
  }
  /** Values of one entry, each only if it stands there; null when neither of its names does. */
  const entry = <Name extends string, Dates extends string>(
    said: Readonly<Record<Name | Dates | 'quote', string>>,
    names: readonly [Name, Name],
    others: readonly Name[],
    dates: readonly Dates[],
  ) => {
    const spots: Spot[] = []
    const standing = (value: string): string => {
      const spot = find(value)
      if (spot === null) return ''
      spots.push(spot)
      return value.trim()
    }
    const values: Record<string, string> = {}
    for (const name of [...names, ...others]) values[name] = standing(said[name])
    if (names.every(name => values[name] === '')) return null
    const { spot, has } = datesOf(said.quote)
    if (spot) spots.push(spot)
    for (const name of dates) values[name] = has(said[name]) ? said[name] : ''
    return { values, spots, standing }
  }
  const listed = <T>(entries: readonly (Found<T> | null)[], most: number): Found<T>[] =>
    entries.filter(one => one !== null).slice(0, most)

  return {
    name: text(said.name),
    headline: text(said.headline),
    location: text(said.location),
    summary: text(said.summary),
    skills: listed(
      said.skills.map(name => {
        const skill = name.length > 60 ? null : text(name)
        return skill && found({ name: skill.value, group: '' }, skill.spots)
      }),
      100,
    ),
    experience: listed(
      said.experience.map(job => {
        const read = entry(job, ['company', 'title'], ['place'], ['start', 'end'])
        if (!read) return null
        const { company = '', title = '', place = '', start = '', end = '' } = read.values
        const bullets = job.bullets.map(read.standing).filter(point => point !== '')
        return found({ company, title, start, end, place, bullets: bullets.slice(0, 60) }, read.spots)
      }),
      100,
    ),
    education: listed(
      said.education.map(one => {
        const read = entry(one, ['school', 'degree'], ['place'], ['start', 'end'])
        if (!read) return null
        const { school = '', degree = '', place = '', start = '', end = '' } = read.values
        return found({ school, degree, start, end, place }, read.spots)
      }),
      50,
    ),
    certificates: listed(
      said.certificates.map(one => {
        const read = entry(one, ['name', 'issuer'], [], ['date'])
        if (!read?.values.name) return null
        const { name, issuer = '', date = '' } = read.values
        return found({ name, issuer, date }, read.spots)
      }),
      50,
    ),
    languages: listed(
      said.languages.map(({ language, level, quote }) => {
        const spoken = text(language)
        if (!spoken) return null
        const line = quote.length > LONGEST_QUOTE ? null : find(quote)
        // The level is the one that the quoted words say.
        const bears = line !== null && level !== null && fluencyOf(line.quote) === level
        return found({ language: spoken.value, level: bears ? level : null }, spoken.spots)
      }),
      30,
    ),
  }
}

const found = <T>(value: T, spots: readonly Spot[]): Found<T> => ({
  value,
  confidence: CONFIDENCE,
  spots: spots.slice(0, 20),
})
