import type { Profile } from '../../contract/profile.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import { basicsOf, languageOfEntry, linkOf, skillsOfGroup, textOf } from './resume-fields.ts'
import { propose, type Reading, readList } from './resume-reading.ts'
import { counted, languageText, skillText } from './resume-said.ts'
import { isRecord, type Json } from './resume-text.ts'

/** The lists of a resume: each entry that the profile lacks, or says otherwise, is a thing of its own. */

/** A profile holds so many; the rest of a longer list is left out and said. */
const MOST_SKILLS = 500

/** Skills: new ones, and those at another level or with other years. */
export function readSkills(
  resume: Json,
  profile: Profile,
  isKnownSkill: (name: string) => boolean,
  reading: Reading,
): void {
  const groups = readList(resume.skills, 'skills', reading)
  const read = groups.map(group => skillsOfGroup(group, isKnownSkill))
  const unread = read.filter(skills => skills.length === 0).length
  if (unread > 0)
    reading.remarks.push(`${counted(unread, 'entry', 'entries')} among the skills could not be read.`)
  const unlisted = groups.filter(
    group => isRecord(group) && !Array.isArray(group.keywords ?? []) && group.keywords !== '',
  ).length
  if (unlisted > 0)
    reading.remarks.push(
      `The keywords of ${counted(unlisted, 'entry', 'entries')} among the skills are no list and were left out.`,
    )
  const known = new Map(profile.skills.map(skill => [skillKey(skill.name), skill]))
  const seen = new Set<string>()
  let room = MOST_SKILLS - profile.skills.length
  let beyond = 0
  for (const { key, ...skill } of read.flat()) {
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
          ? now.skills.map(own => (skillKey(own.name) === key ? after : own))
          : [...now.skills, after],
      }),
    )
  }
  if (beyond > 0)
    reading.remarks.push(
      `${counted(beyond, 'skill', 'skills')} more than a profile holds (500) were left out.`,
    )
}

/** Languages: new ones, and those at another level. */
export function readLanguages(resume: Json, profile: Profile, reading: Reading): void {
  const entries = readList(resume.languages, 'languages', reading)
  const read = entries.flatMap(entry => languageOfEntry(entry) ?? [])
  if (read.length < entries.length)
    reading.remarks.push(
      `${counted(entries.length - read.length, 'language', 'languages')} could not be read.`,
    )
  const seen = new Set<string>()
  let room = 30 - profile.languages.length
  for (const spoken of read) {
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
    )
  }
}

/** Where the person lives is a place that they probably want; it is proposed, not taken. */
export function readPlace(resume: Json, profile: Profile, reading: Reading): void {
  const { location } = basicsOf(resume)
  if (!isRecord(location)) return
  const country = textOf(location.countryCode)?.toUpperCase()
  const place = [textOf(location.city) ?? textOf(location.region), country].filter(Boolean).join(', ')
  if (place === '' || place.length > 120) return
  const known = profile.preferred_locations.some(own => own.toLowerCase() === place.toLowerCase())
  if (known) reading.same++
  else if (profile.preferred_locations.length < 50)
    propose(
      reading,
      {
        id: 'preferred_locations',
        field: 'preferred_locations',
        before: profile.preferred_locations.join(' · ') || null,
        after: [...profile.preferred_locations, place].join(' · '),
      },
      now => ({ ...now, preferred_locations: [...now.preferred_locations, place] }),
    )
}

/** Links that the profile lacks; one without an address that can be opened is left out with a remark. */
export function readLinks(resume: Json, profile: Profile, reading: Reading): void {
  const basics = basicsOf(resume)
  const profiles = readList(basics.profiles, 'profiles', reading)
  const entries = [...(textOf(basics.url) === null ? [] : [basics.url]), ...profiles]
  const seen = new Set<string>()
  let room = 30 - profile.links.length
  for (const entry of entries) {
    const link = linkOf(entry)
    if (link === null) {
      const shown = isRecord(entry)
        ? (textOf(entry.network) ?? textOf(entry.url) ?? 'without a name')
        : String(entry)
      reading.remarks.push(
        `The link “${shown.slice(0, 60)}” has no web address that can be opened and was left out.`,
      )
      continue
    }
    if (seen.has(link.url)) continue
    seen.add(link.url)
    const before = profile.links.find(own => own.url === link.url)
    if (before) {
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
    )
  }
}
