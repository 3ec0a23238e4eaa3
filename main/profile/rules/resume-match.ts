import { Profile, type ProfileInput } from '../../contract/profile.ts'
import type { MatchView } from '../../contract/shapes.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import { languageKey, spokenKeys } from './human-languages.ts'
import { createMatchExplainer, createMatcher } from './match.ts'
import type { MatchableJob } from './part.ts'

/** What a resume says of the person, as far as it is compared with jobs. */
export type ResumeFacts = Pick<
  ProfileInput,
  'skills' | 'languages' | 'seniority' | 'years_of_experience' | 'preferred_locations' | 'remote_preference'
>

/** How well one resume fits one job, and which asked skills it names or lacks. */
export interface ResumeMatch {
  match: MatchView
  found: string[]
  missing: { name: string; required: boolean }[]
}

/** Matches a resume with a job by the rules of the profile match. Required skills come first among the missing ones. */
export function matchResume(resume: ResumeFacts, job: MatchableJob): ResumeMatch {
  const profile = Profile.parse(resume)
  const own = new Set(
    profile.skills.flatMap(({ name, known_as }) => [skillKey(name), skillKey(known_as ?? name)]),
  )
  const spoken = spokenKeys(profile.languages)
  const has = (name: string): boolean =>
    own.has(skillKey(name)) || spoken.has(languageKey(name) ?? skillKey(name))
  // A language that people speak is no skill to name in a resume's stack.
  const missing = job.skills.filter(({ name }) => !has(name) && languageKey(name) === null)
  return {
    match: createMatchExplainer(profile)(job, createMatcher(profile)(job)),
    found: job.skills.filter(({ name }) => has(name)).map(({ name }) => name),
    missing: [
      ...missing.filter(({ required }) => required),
      ...missing.filter(({ required }) => !required),
    ].map(({ name, required }) => ({ name, required })),
  }
}
