import type { Profile, ProfileLanguage, ProfileLink, ProfileSkill } from '../../contract/profile.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import { isRecord, type Json } from './resume-text.ts'
import { fluencyOf, languageOf, skillLevelOf } from './resume-words.ts'

/** Where the fields of a profile stand in a JSON Resume; import and export read the same places. */

/** Single texts of `basics`, by the profile's field. */
export const BASICS = {
  name: 'name',
  headline: 'label',
  email: 'email',
  phone: 'phone',
  summary: 'summary',
} as const
export type BasicField = keyof typeof BASICS

/** What a profile holds beyond a JSON Resume; kept below `meta.rolecall`. */
export const OWN_FIELDS = [
  'seniority',
  'years_of_experience',
  'preferred_locations',
  'remote_preference',
  'salary_min',
  'salary_currency',
  'work_authorisation',
] as const satisfies readonly (keyof Profile)[]

/** A list as it is; anything else is an empty one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The section `basics`; an empty one where it is missing or no record. */
export function basicsOf(resume: Json): Json {
  return isRecord(resume.basics) ? resume.basics : {}
}

/** What an export of Rolecall keeps below `meta`; an empty record where there is none. */
export function ownOf(resume: Json): Json {
  return isRecord(resume.meta) && isRecord(resume.meta.rolecall) ? resume.meta.rolecall : {}
}

/** Control characters but line breaks, and marks that turn the direction of what follows: nobody sees them. */
const UNSEEN = /[^\P{Cc}\n\r\t]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Without signs that nobody sees and spaces around; null for what is no text or an empty one. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replace(UNSEEN, '').replaceAll('\t', ' ').trim()
  return text === '' ? null : text
}

/** A skill name of one group: its keywords, or its own name when it has none. */
export interface GroupedSkill extends Pick<ProfileSkill, 'name' | 'level' | 'years'> {
  key: string
}

/** How postings name a skill: "PostgreSQL" for "Postgres"; null when none is known by this name. */
export type UsualName = (name: string) => string | null

/** One key for all spellings of a skill; '' for what has no letter. */
export const keyOfSkill = (name: string, usual: UsualName): string => skillKey(usual(name) ?? name)

/** The skills of one group of a resume. A group's name counts beside its keywords only when it is a known skill. */
export function skillsOfGroup(group: unknown, usual: UsualName): GroupedSkill[] {
  const named = (value: unknown, level: ProfileSkill['level'], years: number | null): GroupedSkill[] => {
    const name = textOf(value)
    if (name === null || name.length > 120) return []
    const key = keyOfSkill(name, usual)
    return key === '' ? [] : [{ name, level, years, key }]
  }
  if (typeof group === 'string') return named(group, null, null)
  if (!isRecord(group)) return []
  const level = skillLevelOf(group.level)
  const years = typeof group.years === 'number' && group.years >= 0 && group.years <= 80 ? group.years : null
  const keywords = listOf(group.keywords).flatMap(word => named(word, level, years))
  const name = textOf(group.name)
  const own =
    name !== null && (keywords.length === 0 || usual(name) !== null) ? named(name, level, years) : []
  return [...own, ...keywords]
}

/** One language of a resume; null when it cannot be read. */
export function languageOfEntry(entry: unknown): ProfileLanguage | null {
  const name = textOf(isRecord(entry) ? entry.language : entry)
  if (name === null || name.length > 60) return null
  return { language: languageOf(name), level: fluencyOf(isRecord(entry) ? entry.fluency : null) }
}

/** Where the person lives, in one line: "Leeds, GB"; '' where nothing is said. */
export function homeOf(resume: Json): string {
  const { location } = basicsOf(resume)
  if (!isRecord(location)) return textOf(location) ?? ''
  const country = textOf(location.countryCode)?.toUpperCase()
  return [textOf(location.city) ?? textOf(location.region), country].filter(Boolean).join(', ')
}

/** An address that a browser may open; null for any other, such as one that would run a script. */
function webAddress(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || text.length > 2000 || /\s/.test(text)) return null
  const url = /^(?:https?:\/\/|mailto:)/i.test(text)
    ? text
    : /^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(text)
      ? `https://${text}`
      : null
  return url !== null && URL.canParse(url) ? url : null
}

/** The link of `basics.url`, or of one entry of `basics.profiles`; null when it has no address. */
export function linkOf(value: unknown): ProfileLink | null {
  const entry = isRecord(value) ? value : null
  const url = webAddress(entry === null ? value : entry.url)
  if (url === null) return null
  return { label: (entry === null ? 'Website' : (textOf(entry.network) ?? '')).slice(0, 80), url }
}
