import { Profile, type ProfileSkill, type SkillLevel } from '../../contract/profile.ts'
import type { LanguageLevel } from '../../contract/terms.ts'
import { entriesWith } from './resume-entries.ts'
import {
  BASICS,
  type BasicField,
  basicsOf,
  type GroupedSkill,
  homeOf,
  keyOfSkill,
  languageOfEntry,
  linkOf,
  listOf,
  OWN_FIELDS,
  skillsOfGroup,
  textOf,
  type UsualName,
} from './resume-fields.ts'
import { isRecord, type Json } from './resume-text.ts'
import { languageName } from './resume-words.ts'

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

const SKILL_LEVELS: Record<SkillLevel, string> = {
  beginner: 'Beginner',
  intermediate: 'Intermediate',
  advanced: 'Advanced',
  expert: 'Expert',
}
const FLUENCIES: Record<LanguageLevel, string> = {
  basic: 'Basic',
  working: 'Professional working',
  fluent: 'Fluent',
  native: 'Native speaker',
}

/**
 * The profile as a JSON Resume (version 1.0.0). It is written over the resume that was imported last: what a profile has
 * no field for, and what says the same as the profile, stays as it was written there.
 */
export function resumeOf(profile: Profile, usual: UsualName): Json {
  const before = profile.extra
  const resume: Json = { $schema: SCHEMA, ...before }
  setRecord(resume, 'basics', basicsWith(profile, basicsOf(before)))
  for (const [list, entries] of Object.entries(entriesWith(profile, before)))
    setList(resume, list, listOf(entries))
  setList(resume, 'skills', skillsWith(profile, listOf(before.skills), usual))
  setList(resume, 'languages', languagesWith(profile, listOf(before.languages)))
  setRecord(resume, 'meta', metaWith(profile, isRecord(before.meta) ? before.meta : {}))
  return resume
}

function setRecord(target: Json, key: string, value: Json): void {
  if (Object.keys(value).length > 0 || isRecord(target[key])) target[key] = value
}

function setList(target: Json, key: string, list: unknown[]): void {
  if (list.length > 0 || Array.isArray(target[key])) target[key] = list
}

function basicsWith(profile: Profile, before: Json): Json {
  const basics = { ...before }
  for (const field of Object.keys(BASICS) as BasicField[]) {
    const key = BASICS[field]
    const written = textOf(basics[key])
    const own = profile[field] || null
    // What could not be taken over stays; what could and is gone was deleted by the person.
    const importable = written !== null && Profile.shape[field].safeParse(written).success
    if (own !== null && written !== own) basics[key] = own
    else if (own === null && importable) delete basics[key]
  }
  setHome(basics, profile.location, homeOf({ basics: before }))
  const left = new Map(profile.links.map(link => [link.url, link]))
  const website = linkOf(basics.url)
  if (website !== null && !isRecord(basics.url)) {
    if (left.has(website.url)) left.delete(website.url)
    else delete basics.url
  }
  const profiles = listOf(basics.profiles).filter(entry => {
    const link = linkOf(entry)
    if (link === null) return true
    const kept = profile.links.some(({ url }) => url === link.url)
    left.delete(link.url)
    return kept
  })
  for (const { label, url } of left.values()) {
    if (basics.url === undefined && label === 'Website') basics.url = url
    else profiles.push(label === '' ? { url } : { network: label, url })
  }
  setList(basics, 'profiles', profiles)
  return basics
}

/** Where the person lives; a street that the resume names goes with the town that it is in. */
function setHome(basics: Json, own: string, written: string): void {
  if (own === written || (own === '' && !Profile.shape.location.safeParse(written).success)) return
  const [, city, countryCode] = /^(.+), ([A-Z]{2})$/.exec(own) ?? []
  if (own === '') delete basics.location
  else basics.location = city === undefined ? { city: own } : { city, countryCode }
}

function skillsWith(profile: Profile, groups: unknown[], usual: UsualName): unknown[] {
  const keyOf = (name: string) => keyOfSkill(name, usual)
  const own = new Map(profile.skills.map(skill => [keyOf(skill.name), skill]))
  const first = new Map<string, GroupedSkill>()
  for (const skill of groups.flatMap(group => skillsOfGroup(group, usual)))
    if (!first.has(skill.key)) first.set(skill.key, skill)
  const isAsWritten = (key: string): boolean => {
    const now = own.get(key)
    const then = first.get(key)
    return now !== undefined && then !== undefined && now.level === then.level && now.years === then.years
  }
  const written = new Set<string>()
  const skills: unknown[] = []
  for (const group of groups) {
    const read = skillsOfGroup(group, usual)
    const kept = read.filter(({ key }) => isAsWritten(key))
    for (const { key } of kept) written.add(key)
    if (kept.length === read.length) skills.push(group)
    else if (isRecord(group) && Array.isArray(group.keywords) && group.keywords.length > 0) {
      const keywords = group.keywords.filter(word => typeof word !== 'string' || isAsWritten(keyOf(word)))
      if (keywords.length > 0) skills.push({ ...group, keywords })
    } else {
      // One skill, at another level now, or gone.
      const [{ key } = { key: '' }] = read
      const now = own.get(key)
      if (now === undefined || written.has(key)) continue
      const { level: _, years: __, ...rest } = isRecord(group) ? group : {}
      skills.push({ ...rest, ...entryOf(now) })
      written.add(key)
    }
  }
  for (const skill of profile.skills) if (!written.has(keyOf(skill.name))) skills.push(entryOf(skill))
  return skills
}

function entryOf({ name, level, years }: ProfileSkill): Json {
  return {
    name,
    ...(level === null ? {} : { level: SKILL_LEVELS[level] }),
    ...(years === null ? {} : { years }),
  }
}

function languagesWith(profile: Profile, entries: unknown[]): unknown[] {
  const own = new Map(profile.languages.map(spoken => [spoken.language.toLowerCase(), spoken]))
  const first = new Map<string, LanguageLevel | null>()
  for (const entry of entries) {
    const read = languageOfEntry(entry)
    if (read && !first.has(read.language.toLowerCase())) first.set(read.language.toLowerCase(), read.level)
  }
  const written = new Set<string>()
  const languages = entries.flatMap(entry => {
    const read = languageOfEntry(entry)
    if (read === null) return [entry]
    const key = read.language.toLowerCase()
    const now = own.get(key)
    if (now === undefined) return []
    const asWritten = now.level === first.get(key)
    if (written.has(key) && !asWritten) return []
    written.add(key)
    return [
      asWritten
        ? entry
        : { ...(isRecord(entry) ? entry : { language: entry }), fluency: fluencyText(now.level) },
    ]
  })
  for (const { language, level } of profile.languages) {
    if (written.has(language.toLowerCase())) continue
    languages.push({
      language: languageName(language),
      ...(level === null ? {} : { fluency: fluencyText(level) }),
    })
  }
  return languages
}

function fluencyText(level: LanguageLevel | null): string {
  return level === null ? '' : FLUENCIES[level]
}

/** What a JSON Resume has no place for stands below `meta`, where any program may add its own. */
function metaWith(profile: Profile, before: Json): Json {
  const { rolecall, ...meta } = before
  const rest = isRecord(rolecall)
    ? Object.entries(rolecall).filter(([key]) => !(OWN_FIELDS as readonly string[]).includes(key))
    : []
  const own = Object.fromEntries([
    ...rest,
    ...OWN_FIELDS.flatMap((field): [string, unknown][] => {
      const value = profile[field]
      return value === null || (Array.isArray(value) && value.length === 0) ? [] : [[field, value]]
    }),
  ])
  return Object.keys(own).length === 0 ? meta : { ...meta, rolecall: own }
}
