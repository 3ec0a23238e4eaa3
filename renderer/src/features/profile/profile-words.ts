import { REMOTE_LABELS, SENIORITY_LABELS } from '../../../../main/contract/labels.ts'
import type { Profile } from '../../../../main/contract/profile.ts'

/** One part of the match: what it is worth, and what of the profile it compares; null: nothing yet. */
export interface MatchLine {
  title: string
  points: number
  /** What the profile says. */
  said: string | null
  /** What to do while it says nothing. */
  todo: string
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What jobs are matched with, part by part. */
export function matchLines(
  profile: Pick<
    Profile,
    | 'skills'
    | 'preferred_locations'
    | 'remote_preference'
    | 'work_authorisation'
    | 'seniority'
    | 'years_of_experience'
  >,
): MatchLine[] {
  const {
    skills,
    preferred_locations: places,
    remote_preference: ways,
    work_authorisation: permits,
  } = profile
  const where = [
    places.length === 0 ? '' : counted(places.length, 'place', 'places'),
    ways.map(way => REMOTE_LABELS[way].toLowerCase()).join(' or '),
    permits.length === 0 ? '' : `work permit for ${counted(permits.length, 'country', 'countries')}`,
  ].filter(part => part !== '')
  const experience = [
    profile.seniority === null ? '' : SENIORITY_LABELS[profile.seniority],
    profile.years_of_experience === null ? '' : counted(profile.years_of_experience, 'year', 'years'),
  ].filter(part => part !== '')
  return [
    {
      title: 'Tech stack',
      points: 50,
      said: skills.length === 0 ? null : counted(skills.length, 'skill', 'skills'),
      todo: 'Name your skills.',
    },
    {
      title: 'Location',
      points: 30,
      said: where.length === 0 ? null : where.join(' · '),
      todo: 'Say where and how you want to work.',
    },
    {
      title: 'Experience',
      points: 20,
      said: experience.length === 0 ? null : experience.join(' · '),
      todo: 'Say your level or your years.',
    },
  ]
}

/** True for a profile in which nothing was said at all. */
export function isBlank({ extra, ...said }: Profile): boolean {
  const empty = (value: unknown): boolean =>
    value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.values(said).every(empty) && Object.keys(extra).length === 0
}

/** "2 projects, 1 award" of a resume that was imported; null when there is none. */
export function resumeSections(extra: Profile['extra']): string | null {
  if (Object.keys(extra).length === 0) return null
  const names: Record<string, [string, string]> = {
    projects: ['project', 'projects'],
    volunteer: ['volunteer post', 'volunteer posts'],
    publications: ['publication', 'publications'],
    awards: ['award', 'awards'],
    interests: ['interest', 'interests'],
    references: ['reference', 'references'],
  }
  const parts = Object.entries(names).flatMap(([section, [one, many]]) => {
    const entries = extra[section]
    return Array.isArray(entries) && entries.length > 0 ? counted(entries.length, one, many) : []
  })
  return parts.length === 0 ? 'no further sections' : parts.join(', ')
}
