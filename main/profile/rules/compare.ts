import { Profile, type ProfileLanguage, type ProfileLink } from '../../contract/profile.ts'
import { type GroupedSkill, keyOfSkill, type UsualName } from './resume-fields.ts'
import { propose, type Reading } from './resume-reading.ts'
import { counted, languageText, skillText } from './resume-said.ts'

/** Single values beside those of a profile: what it lacks, or says otherwise, is a thing of its own. */

/** Fields of a profile that are one text. */
export type TextField = 'name' | 'headline' | 'email' | 'phone' | 'location' | 'summary'

/** A profile holds so many; the rest of a longer list is left out and said. */
const MOST_SKILLS = 500
const MOST_LANGUAGES = 30
const MOST_LINKS = 30

/** Compares a text; answers why it cannot be taken over ("is too long"), or null. */
export function compareText(
  field: TextField,
  after: string,
  profile: Profile,
  reading: Reading,
): string | null {
  if (!Profile.shape[field].safeParse(after).success)
    return field === 'email' ? 'is no email address' : 'is too long'
  const before = profile[field] || null
  if (before === after) reading.same++
  else propose(reading, { id: field, field, before, after }, now => ({ ...now, [field]: after }))
  return null
}

/** Skills: new ones, and those at another level or with other years. Spellings of one skill are the same. */
export function compareSkills(
  read: readonly GroupedSkill[],
  profile: Profile,
  usual: UsualName,
  reading: Reading,
): void {
  const keyOf = (name: string) => keyOfSkill(name, usual)
  const known = new Map(profile.skills.map(skill => [keyOf(skill.name), skill]))
  const seen = new Set<string>()
  let room = MOST_SKILLS - profile.skills.length
  let beyond = 0
  for (const [at, { key, ...skill }] of read.entries()) {
    if (seen.has(key)) continue
    seen.add(key)
    const before = known.get(key)
    const after = {
      name: before?.name ?? skill.name,
      level: skill.level ?? before?.level ?? null,
      years: skill.years ?? before?.years ?? null,
      known_as: before?.known_as ?? null,
    }
    if (before && before.level === after.level && before.years === after.years) {
      reading.same++
      continue
    }
    if (!before && room-- <= 0) {
      beyond++
      continue
    }
    propose(
      reading,
      {
        id: `skills:${key}`,
        field: 'skills',
        before: before ? skillText(before) : null,
        after: skillText(after),
      },
      now => ({
        ...now,
        skills: before
          ? now.skills.map(own => (keyOf(own.name) === key ? after : own))
          : [...now.skills, after],
      }),
      { at },
    )
  }
  if (beyond > 0)
    reading.remarks.push(
      `${counted(beyond, 'skill', 'skills')} more than a profile holds (500) were left out.`,
    )
}

/** Languages: new ones, and those at another level. */
export function compareLanguages(read: readonly ProfileLanguage[], profile: Profile, reading: Reading): void {
  const seen = new Set<string>()
  let room = MOST_LANGUAGES - profile.languages.length
  for (const [at, spoken] of read.entries()) {
    const key = spoken.language.toLowerCase()
    if (seen.has(key)) continue
    seen.add(key)
    const before = profile.languages.find(own => own.language.toLowerCase() === key)
    const after = {
      language: before?.language ?? spoken.language,
      level: spoken.level ?? before?.level ?? null,
    }
    if (before && before.level === after.level) {
      reading.same++
      continue
    }
    if (!before && room-- <= 0) continue
    propose(
      reading,
      {
        id: `languages:${key}`,
        field: 'languages',
        before: before ? languageText(before) : null,
        after: languageText(after),
      },
      now => ({
        ...now,
        languages: before
          ? now.languages.map(own => (own.language.toLowerCase() === key ? after : own))
          : [...now.languages, after],
      }),
      { at },
    )
  }
}

/** The same page, however its address is written. */
export const linkKey = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/+$/, '')

/** Links that the profile lacks. */
export function compareLinks(read: readonly ProfileLink[], profile: Profile, reading: Reading): void {
  const seen = new Set<string>()
  let room = MOST_LINKS - profile.links.length
  for (const [at, link] of read.entries()) {
    if (seen.has(link.url)) continue
    seen.add(link.url)
    if (profile.links.some(own => own.url === link.url)) {
      reading.same++
      continue
    }
    if (room-- <= 0) continue
    propose(
      reading,
      {
        id: `links:${link.url}`,
        field: 'links',
        before: null,
        after: link.label === '' ? link.url : `${link.label}: ${link.url}`,
      },
      now => ({ ...now, links: [...now.links, link] }),
      { at },
    )
  }
}
