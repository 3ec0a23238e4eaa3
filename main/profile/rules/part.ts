import type { SkillMention } from '../../contract/facts.ts'
import type { RankableJob } from '../../contract/ranking.ts'

/** What matching needs to know of a job. Where the kind of a skill is not known, it counts as technical. */
export interface MatchableJob extends Omit<RankableJob, 'skills'> {
  skills: (Pick<SkillMention, 'name' | 'required'> & { kind?: SkillMention['kind'] })[]
}

/** One part of the match with the profile already worked in. */
export interface Part {
  /** Whole thousandths, 0–1000; or UNKNOWN, or NO_WISH where the profile says nothing to compare. */
  share(job: MatchableJob): number
  /** One short sentence for people on what was compared. */
  evidence(job: MatchableJob): string
}
