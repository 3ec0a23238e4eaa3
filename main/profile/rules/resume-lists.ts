import type { Profile } from '../../contract/profile.ts'
import { compareLanguages, compareLinks, compareSkills } from './compare.ts'
import {
  basicsOf,
  homeOf,
  languageOfEntry,
  linkOf,
  skillsOfGroup,
  textOf,
  type UsualName,
} from './resume-fields.ts'
import { propose, type Reading, readList } from './resume-reading.ts'
import { counted } from './resume-said.ts'
import { isRecord, type Json } from './resume-text.ts'

/** The lists of a resume: each entry that the profile lacks, or says otherwise, is a thing of its own. */

/** Skills: new ones, and those at another level or with other years. */
export function readSkills(resume: Json, profile: Profile, usual: UsualName, reading: Reading): void {
  const groups = readList(resume.skills, 'skills', reading)
  const read = groups.map(group => skillsOfGroup(group, usual))
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
  compareSkills(read.flat(), profile, usual, reading)
}

/** Languages: new ones, and those at another level. */
export function readLanguages(resume: Json, profile: Profile, reading: Reading): void {
  const entries = readList(resume.languages, 'languages', reading)
  const read = entries.flatMap(entry => languageOfEntry(entry) ?? [])
  if (read.length < entries.length)
    reading.remarks.push(
      `${counted(entries.length - read.length, 'language', 'languages')} could not be read.`,
    )
  compareLanguages(read, profile, reading)
}

/** Where the person lives is a place that they probably want; it is proposed, not taken. */
export function readPlace(resume: Json, profile: Profile, reading: Reading): void {
  const place = homeOf(resume)
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
  const links = entries.flatMap(entry => {
    const link = linkOf(entry)
    if (link !== null) return link
    const shown = isRecord(entry)
      ? (textOf(entry.network) ?? textOf(entry.url) ?? 'without a name')
      : String(entry)
    reading.remarks.push(
      `The link “${shown.slice(0, 60)}” has no web address that can be opened and was left out.`,
    )
    return []
  })
  compareLinks(links, profile, reading)
}
