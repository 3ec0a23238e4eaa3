import { REMOTE_LABELS, SENIORITY_LABELS } from '../../contract/labels.ts'
import { Profile, type ProfileSkill, type ResumeItem, type ResumeProposal } from '../../contract/profile.ts'
import { LANGUAGE_LEVEL_LABELS } from '../../contract/term-labels.ts'
import { listed } from '../../ranking/rules/factor.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import {
  BASICS,
  type BasicField,
  basicsOf,
  languageOfEntry,
  linkOf,
  listOf,
  ownOf,
  skillsOfGroup,
  textOf,
} from './resume-fields.ts'
import { isRecord, type Json, RESUME_SECTIONS } from './resume-text.ts'
import { languageName, yearsOfWork } from './resume-words.ts'

/** What the import needs besides the texts. */
export interface ResumeHelp {
  /** Whether postings know a skill of this name. */
  isKnownSkill: (name: string) => boolean
  /** YYYY-MM-DD, for jobs that go on. */
  today: string
}

interface Change {
  item: ResumeItem
  apply: (profile: Profile) => Profile
}

interface Reading {
  changes: Change[]
  same: number
  remarks: string[]
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
  readOwn(resume, profile, reading)
  if (!('years_of_experience' in ownOf(resume))) readYears(resume, profile, help, reading)
  readSkills(resume, profile, help, reading)
  readLanguages(resume, profile, reading)
  if (!('preferred_locations' in ownOf(resume))) readPlace(resume, profile, reading)
  readLinks(resume, profile, reading)
  readRest(resume, profile, reading)
  return reading
}

function propose(reading: Reading, item: ResumeItem, apply: Change['apply']): void {
  reading.changes.push({ item, apply })
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
  const checked = Profile.shape[field].safeParse(after)
  if (!checked.success) {
    const fault = field === 'email' ? 'is no email address' : 'is too long'
    reading.remarks.push(`${LONG[field]} ${fault} and was left out.`)
    return
  }
  const before = profile[field] || null
  if (before === after) reading.same++
  else propose(reading, { id: field, field, before, after }, now => ({ ...now, [field]: after }))
}

type OwnItem = Exclude<ResumeItem['field'], BasicField | 'skills' | 'languages' | 'links' | 'extra'>

const OWN: readonly { field: OwnItem; keys: (keyof Profile)[]; say: (profile: Profile) => string | null }[] =
  [
    {
      field: 'seniority',
      keys: ['seniority'],
      say: ({ seniority }) => seniority && SENIORITY_LABELS[seniority],
    },
    {
      field: 'years_of_experience',
      keys: ['years_of_experience'],
      say: ({ years_of_experience: years }) => (years === null ? null : yearsText(years)),
    },
    {
      field: 'preferred_locations',
      keys: ['preferred_locations'],
      say: ({ preferred_locations: places }) => (places.length === 0 ? null : places.join(' · ')),
    },
    {
      field: 'remote_preference',
      keys: ['remote_preference'],
      say: ({ remote_preference: ways }) =>
        ways.length === 0
          ? null
          : listed(
              ways.map(way => REMOTE_LABELS[way]),
              'or',
            ),
    },
    {
      field: 'salary',
      keys: ['salary_min', 'salary_currency'],
      say: ({ salary_min, salary_currency }) =>
        salary_min === null ? null : `${salary_min.toLocaleString('en')} ${salary_currency ?? ''} a year`,
    },
    {
      field: 'work_authorisation',
      keys: ['work_authorisation'],
      say: ({ work_authorisation: countries }) => (countries.length === 0 ? null : countries.join(', ')),
    },
  ]

/** What an export of Rolecall added below `meta`. */
function readOwn(resume: Json, profile: Profile, reading: Reading): void {
  const own = ownOf(resume)
  for (const { field, keys, say } of OWN) {
    if (keys.every(key => own[key] === undefined || own[key] === null)) continue
    const parsed = Profile.safeParse(Object.fromEntries(keys.map(key => [key, own[key]])))
    if (!parsed.success) {
      reading.remarks.push(`What stands below meta.rolecall as ${keys.join(' and ')} was not understood.`)
      continue
    }
    const given = Object.fromEntries(keys.map(key => [key, parsed.data[key]]))
    const after = say(parsed.data)
    const before = say(profile)
    if (after === null) continue
    if (after === before) reading.same++
    else propose(reading, { id: field, field, before, after }, now => ({ ...now, ...given }))
  }
}

function readYears(resume: Json, profile: Profile, { today }: ResumeHelp, reading: Reading): void {
  const years = yearsOfWork(listOf(resume.work), today)
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

/** A profile holds so many; the rest of a longer list is left out and said. */
const MOST_SKILLS = 500

function readSkills(resume: Json, profile: Profile, { isKnownSkill }: ResumeHelp, reading: Reading): void {
  const groups = listOf(resume.skills)
  const read = groups.map(group => skillsOfGroup(group, isKnownSkill))
  const unread = read.filter(skills => skills.length === 0).length
  if (unread > 0)
    reading.remarks.push(`${counted(unread, 'entry', 'entries')} among the skills could not be read.`)
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

function readLanguages(resume: Json, profile: Profile, reading: Reading): void {
  const entries = listOf(resume.languages)
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
function readPlace(resume: Json, profile: Profile, reading: Reading): void {
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

function readLinks(resume: Json, profile: Profile, reading: Reading): void {
  const basics = basicsOf(resume)
  const entries = [...(textOf(basics.url) === null ? [] : [basics.url]), ...listOf(basics.profiles)]
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

/** "3 jobs, 1 school"; null when there is nothing beyond what a profile holds. */
export function sectionsOf(resume: Json): string | null {
  const parts = Object.entries(RESUME_SECTIONS).flatMap(([section, plural]) => {
    const entries = listOf(resume[section]).length
    if (section === 'skills' || section === 'languages' || entries === 0) return []
    return entries === 1 ? `1 ${singular(plural)}` : `${entries} ${plural}`
  })
  if (parts.length > 0) return parts.join(', ')
  return Object.keys(resume).length === 0 ? null : 'the resume as it was written'
}

function singular(plural: string): string {
  return plural.replace(/s$/, '')
}

function skillText({ name, level, years }: Pick<ProfileSkill, 'name' | 'level' | 'years'>): string {
  const more = [level, years === null ? null : yearsText(years)].filter(part => part !== null)
  return more.length === 0 ? name : `${name} (${more.join(', ')})`
}

function languageText({ language, level }: Profile['languages'][number]): string {
  const name = languageName(language)
  return level === null ? name : `${name} (${LANGUAGE_LEVEL_LABELS[level]})`
}

const yearsText = (years: number): string => (years === 1 ? '1 year' : `${years} years`)

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
