import type { Profile } from '../../contract/profile.ts'
import { MatchPart, type MatchView } from '../../contract/shapes.ts'
import { NO_WISH } from '../../ranking/rules/factor.ts'
import type { PlaceHelp } from '../../ranking/rules/location.ts'
import { largestRemainders } from '../../ranking/rules/points.ts'
import { experiencePart } from './experience.ts'
import type { MatchableJob } from './part.ts'
import { locationPart } from './place.ts'
import { techPart } from './tech.ts'

/** What the parts of a match are worth; together 100. */
export const MATCH_WEIGHTS: Readonly<Record<MatchPart, number>> = { tech: 50, location: 30, experience: 20 }

const PARTS = MatchPart.options

/** The fit of one job to the profile as it is stored. */
export interface Match {
  /** 0–100, two decimals. */
  score: number
  /** True when the tech stack, or half the weight, could not be compared. */
  less_sure: boolean
  /** Shares in whole thousandths; null: could not be compared. */
  tech: number | null
  location: number | null
  experience: number | null
  /** What was found of the location, as a sentence: it alone needs the knowledge of places. */
  place: string
}

/** A match as a row of JSON: job, score, less sure (0 or 1), shares of the three parts, place. */
export type MatchRow = [
  jobId: number,
  score: number,
  lessSure: number,
  tech: number | null,
  location: number | null,
  experience: number | null,
  place: string,
]

/** A match as such a row. */
export function matchRow(jobId: number, match: Match): MatchRow {
  const { score, less_sure, tech, location, experience, place } = match
  return [jobId, score, less_sure ? 1 : 0, tech, location, experience, place]
}

/** What of a profile is compared with jobs. */
export type MatchFacts = Pick<
  Profile,
  | 'skills'
  | 'languages'
  | 'preferred_locations'
  | 'remote_preference'
  | 'work_authorisation'
  | 'seniority'
  | 'years_of_experience'
>

/** The part of a profile that is compared, without the rest, for threads that match. */
export function matchFacts(profile: MatchFacts): MatchFacts {
  const {
    skills,
    languages,
    preferred_locations,
    remote_preference,
    work_authorisation,
    seniority,
    years_of_experience,
  } = profile
  return {
    skills,
    languages,
    preferred_locations,
    remote_preference,
    work_authorisation,
    seniority,
    years_of_experience,
  }
}

/** Whether a profile says anything that jobs can be matched with. */
export function hasMatter(profile: MatchFacts): boolean {
  return (
    profile.skills.length > 0 ||
    profile.preferred_locations.length > 0 ||
    profile.remote_preference.length > 0 ||
    profile.work_authorisation.length > 0 ||
    profile.seniority !== null ||
    profile.years_of_experience !== null
  )
}

/** True when nothing of the job could be compared; such a match is not stored. */
export function saysNothing({ tech, location, experience }: Match): boolean {
  return tech === null && location === null && experience === null
}

/**
 * Prepares a profile once and answers the function that matches one job with it. The weight of parts that cannot be
 * compared is spread over the others in proportion; when none can, the score is 0.
 */
export function createMatcher(profile: MatchFacts, help: PlaceHelp = {}): (job: MatchableJob) => Match {
  const tech = techPart(profile)
  const placeOf = locationPart(profile, help)
  const experience = experiencePart(profile)
  return job => {
    const ofTech = tech.share(job)
    const place = placeOf(job)
    const ofExperience = experience.share(job)
    const match = {
      score: 0,
      less_sure: false,
      tech: ofTech > 1000 ? null : ofTech,
      location: place.share > 1000 ? null : place.share,
      experience: ofExperience > 1000 ? null : ofExperience,
      place: place.evidence,
    }
    const maxima = maximaOf(match)
    match.score =
      Math.round(
        ((maxima[0] ?? 0) * (match.tech ?? 0) +
          (maxima[1] ?? 0) * (match.location ?? 0) +
          (maxima[2] ?? 0) * (match.experience ?? 0)) /
          1000,
      ) / 100
    // A part that the profile says nothing on is no fault of the job's.
    const wished =
      (ofTech === NO_WISH ? 0 : MATCH_WEIGHTS.tech) +
      (place.share === NO_WISH ? 0 : MATCH_WEIGHTS.location) +
      (ofExperience === NO_WISH ? 0 : MATCH_WEIGHTS.experience)
    const known =
      (match.tech === null ? 0 : MATCH_WEIGHTS.tech) +
      (match.location === null ? 0 : MATCH_WEIGHTS.location) +
      (match.experience === null ? 0 : MATCH_WEIGHTS.experience)
    match.less_sure = known * 2 < wished || known === 0 || (match.tech === null && ofTech !== NO_WISH)
    return match
  }
}

/** Points that each part can win, in hundredths, by which of them are known. */
const MAXIMA = Array.from({ length: 8 }, (_, known) => {
  const weights = PARTS.map((part, index) => ((known >> index) & 1 ? MATCH_WEIGHTS[part] : 0))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0) return weights
  return largestRemainders(
    weights.map(weight => (weight / sum) * 10_000),
    10_000,
  )
})

function maximaOf({ tech, location, experience }: Pick<Match, MatchPart>): readonly number[] {
  const known = (tech === null ? 0 : 1) | (location === null ? 0 : 2) | (experience === null ? 0 : 4)
  return MAXIMA[known] ?? []
}

/**
 * Prepares a profile once and answers the function that says why a stored match is as it is; the points of the parts
 * add up to its score. Needs no knowledge of places.
 */
export function createMatchExplainer(profile: MatchFacts): (job: MatchableJob, match: Match) => MatchView {
  const tech = techPart(profile)
  const experience = experiencePart(profile)
  return (job, match) => {
    const evidence: Record<MatchPart, string> = {
      tech: tech.evidence(job),
      location: match.place,
      experience: experience.evidence(job),
    }
    const maxima = maximaOf(match)
    const points = largestRemainders(
      PARTS.map((part, index) => ((maxima[index] ?? 0) * (match[part] ?? 0)) / 1000),
      Math.round(match.score * 100),
    )
    return {
      score: match.score,
      parts: PARTS.map((part, index) => ({
        part,
        state: match[part] === null ? 'unknown' : 'known',
        points: (points[index] ?? 0) / 100,
        max: (maxima[index] ?? 0) / 100,
        evidence: evidence[part],
      })),
    }
  }
}

/** What of a profile decides its matches, as text: while it stays the same, no job has to be matched again. */
export function matchBasis(profile: MatchFacts): string {
  const { skills, languages, ...rest } = matchFacts(profile)
  return JSON.stringify([
    skills.map(({ name, known_as }) => [name, known_as]),
    languages.map(({ language }) => language),
    rest,
  ])
}
