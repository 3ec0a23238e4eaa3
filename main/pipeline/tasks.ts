import type { Detection, PostingText } from '../contract/facts.ts'
import type { ImportedPosting, Mapping } from '../contract/imports.ts'
import type { CampaignWishes } from '../contract/ranking.ts'
import type { AiFinding } from '../detection/rules/ai/grounding.ts'
import type { AskedPosting, Reading } from '../detection/rules/ai/question.ts'
import type { ReadPosting } from '../postings/service.ts'
import type { MatchFacts } from '../profile/rules/match.ts'
import type { RankableChunk } from '../ranking/rules/rankable.ts'
import { type ExchangeRates, SHIPPED_RATES } from '../ranking/rules/rates.ts'
import type { SkillNames } from '../ranking/rules/skill-names.ts'
import type { RankedSlice } from '../ranking/service.ts'
import type { Ask, DetailReading, SourceItem, SourceReading, SourceResponse } from '../sources/service.ts'

/** The tasks of the compute threads: plain data in, plain data out. */

/** A campaign that jobs are ranked for. */
export interface RankingCampaign {
  id: number
  wishes: CampaignWishes
}

/** What jobs are ranked and matched with. */
export interface RankingPlan {
  campaigns: RankingCampaign[]
  /** null: nothing is matched, since the person has not said anything of themselves. */
  profile: MatchFacts | null
  /** Which version of the profile that is. */
  profileVersion: number
  rates: ExchangeRates
}

/** For postings that are read and not ranked. */
export const NO_RANKING: RankingPlan = {
  campaigns: [],
  profile: null,
  profileVersion: 0,
  rates: SHIPPED_RATES,
}

/** The same with skills by their numbers in the database: the wished ones of each campaign, and the person's. */
export interface NumberedPlan extends RankingPlan {
  campaigns: (RankingCampaign & { wishedSkills: number[] })[]
  /** Numbers of other spellings of a skill, each with the one that stands for both. */
  twins: [number, number][]
  /** The names behind the numbers, which matching needs; null without a profile. */
  skills: SkillNames | null
}

/** One item to prepare: a row of a file as JSON text, which the task maps, or a posting that an adapter has read. */
export type PrepareItem = { text: string } | { sourceKey: string; posting: ImportedPosting }

export type ComputeTask =
  | {
      kind: 'prepare'
      items: PrepareItem[]
      mapping: Mapping | null
      plan: RankingPlan
      now: string
    }
  /** Known jobs; `slice`: so many are written by one statement. */
  | { kind: 'rank'; chunk: RankableChunk; plan: NumberedPlan; now: string; slice: number }
  /** Patterns alone, for postings that are not stored. */
  | { kind: 'detect'; postings: PostingText[] }
  /** Which of a model's answers stand in the postings. */
  | { kind: 'ground'; items: { asked: AskedPosting; reading: Reading }[] }
  | { kind: 'read'; source: string; ask: Ask<unknown>; response: SourceResponse }
  | { kind: 'detail'; source: string; ask: Ask<unknown>; item: SourceItem; response: SourceResponse }

/** What became of an item; the answers of a task stand in the order of its items. */
export type Prepared = { ok: true; posting: ReadPosting } | { ok: false; code: string; message: string }

/** What was found of some jobs, one slice for each campaign. */
export interface RankedJobs {
  /** In ascending order. */
  jobs: number[]
  rankings: RankedSlice[]
  /** Their fit to the profile as JSON rows; null without one. */
  matches: string | null
  /** Those that could not be ranked for every campaign, each with the reason; what they had stays. */
  failed: { jobId: number; reason: string }[]
}

/** What each task answers. */
export interface ComputeAnswers {
  prepare: Prepared[]
  rank: RankedJobs[]
  detect: Detection[]
  ground: AiFinding[][]
  read: SourceReading
  detail: DetailReading
}

/** The compute threads as the pipeline uses them. */
export interface Compute {
  run<T extends ComputeTask>(task: T): Promise<ComputeAnswers[T['kind']]>
}
