import { readFileSync } from 'node:fs'
import { wishesOf } from '../campaigns/service.ts'
import type { Detection, PostingText } from '../contract/facts.ts'
import type { Profile } from '../contract/profile.ts'
import type { Explanation } from '../contract/ranking.ts'
import type { CampaignDraft, MatchView } from '../contract/shapes.ts'
import { createDetector } from '../detection/rules/detect.ts'
import { createPlaceFinder } from '../detection/rules/place/place.ts'
import { createSkillFinder } from '../detection/rules/skills/skills.ts'
import { resourcePath } from '../platform/paths.ts'
import { createMatchExplainer, createMatcher } from '../profile/rules/match.ts'
import type { MatchableJob } from '../profile/rules/part.ts'
import { createRanker } from '../ranking/rules/rank.ts'
import { SHIPPED_RATES } from '../ranking/rules/rates.ts'

/** Detects, ranks and matches a posting in this process, without a data folder; the same input gives the same answer. */
export interface LineScorer {
  detect(posting: PostingText): Detection
  /** `on`: the day that ages are counted to, YYYY-MM-DD. */
  rank(draft: CampaignDraft, job: MatchableJob, on: string): Explanation
  match(profile: Profile, job: MatchableJob): MatchView & { less_sure: boolean }
  /** The day of the exchange rates, YYYY-MM-DD. */
  ratesOf: string
}

const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')

/** Opens the vocabularies; exchange rates are those that come with the application. */
export function openLineScorer(): LineScorer {
  const places = createPlaceFinder(vocabulary('places.tsv'))
  const skills = createSkillFinder(vocabulary('skills.tsv'))
  const help = { locate: places.locate, resolvePlace: places.resolve }
  return {
    detect: createDetector({ places, skills }),
    rank: (draft, job, on) =>
      createRanker(wishesOf(draft, null), { now: `${on}T00:00:00.000Z`, rates: SHIPPED_RATES, ...help })(job),
    match(given, job) {
      const profile = {
        ...given,
        skills: given.skills.map(skill => ({ ...skill, known_as: skills.canonical(skill.name) })),
      }
      const match = createMatcher(profile, help)(job)
      return { ...createMatchExplainer(profile)(job, match), less_sure: match.less_sure }
    },
    ratesOf: SHIPPED_RATES.date,
  }
}
