import type { Profile, ProfileSkill } from '../../contract/profile.ts'
import { LANGUAGE_LEVEL_LABELS } from '../../contract/term-labels.ts'
import { listOf } from './resume-fields.ts'
import { type Json, RESUME_SECTIONS } from './resume-text.ts'
import { languageName } from './resume-words.ts'

/** What resumes and profiles say, in words for people. */

/** Sections that a profile holds itself. */
const OWN = new Set(['work', 'education', 'certificates', 'skills', 'languages'])

/** "3 projects, 1 award"; null when there is nothing beyond what a profile holds. */
export function sectionsOf(resume: Json): string | null {
  const parts = Object.entries(RESUME_SECTIONS).flatMap(([section, plural]) => {
    const entries = listOf(resume[section]).length
    if (OWN.has(section) || entries === 0) return []
    return entries === 1 ? `1 ${singular(plural)}` : `${entries} ${plural}`
  })
  if (parts.length > 0) return parts.join(', ')
  return Object.keys(resume).length === 0 ? null : 'the resume as it was written'
}

function singular(plural: string): string {
  return plural.replace(/s$/, '')
}

/** "Python (expert, 6 years)". */
export function skillText({ name, level, years }: Pick<ProfileSkill, 'name' | 'level' | 'years'>): string {
  const more = [level, years === null ? null : yearsText(years)].filter(part => part !== null)
  return more.length === 0 ? name : `${name} (${more.join(', ')})`
}

/** "German (working knowledge)". */
export function languageText({ language, level }: Profile['languages'][number]): string {
  const name = languageName(language)
  return level === null ? name : `${name} (${LANGUAGE_LEVEL_LABELS[level]})`
}

/** "1 year", "2.5 years". */
export const yearsText = (years: number): string => (years === 1 ? '1 year' : `${years} years`)

/** "1 entry", "3 entries". */
export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`
