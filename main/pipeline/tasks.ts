import type { Detection, PostingText } from '../contract/facts.ts'
import type { ImportedPosting, Mapping } from '../contract/imports.ts'
import type { CampaignWishes } from '../contract/ranking.ts'
import type { AiFinding } from '../detection/rules/ai/grounding.ts'
import type { AskedPosting, Reading } from '../detection/rules/ai/question.ts'
import type { PreparedRanking, ReadPosting } from '../postings/service.ts'
import type { RankableRow } from '../ranking/service.ts'
import type { Ask, DetailReading, SourceItem, SourceReading, SourceResponse } from '../sources/service.ts'

/** The tasks of the compute threads: plain data in, plain data out. */

/** A campaign that jobs are ranked for. */
export interface RankingCampaign {
  id: number
  wishes: CampaignWishes
}

/** One item to prepare: a row of a file as JSON text, which the task maps, or a posting that an adapter has read. */
export type PrepareItem = { text: string } | { sourceKey: string; posting: ImportedPosting }

export type ComputeTask =
  | {
      kind: 'prepare'
      items: PrepareItem[]
      mapping: Mapping | null
      campaigns: RankingCampaign[]
      now: string
    }
  | { kind: 'rank'; jobs: RankableRow[]; campaigns: RankingCampaign[]; now: string }
  /** Patterns alone, for postings that are not stored. */
  | { kind: 'detect'; postings: PostingText[] }
  /** Which of a model's answers stand in the postings. */
  | { kind: 'ground'; items: { asked: AskedPosting; reading: Reading }[] }
  | { kind: 'read'; source: string; ask: Ask<unknown>; response: SourceResponse }
  | { kind: 'detail'; source: string; ask: Ask<unknown>; item: SourceItem; response: SourceResponse }

/** What became of an item; the answers of a task stand in the order of its items. */
export type Prepared = { ok: true; posting: ReadPosting } | { ok: false; code: string; message: string }

/** What each task answers. */
export interface ComputeAnswers {
  prepare: Prepared[]
  rank: { id: number; rankings: PreparedRanking[] }[]
  detect: Detection[]
  ground: AiFinding[][]
  read: SourceReading
  detail: DetailReading
}

/** The compute threads as the pipeline uses them. */
export interface Compute {
  run<T extends ComputeTask>(task: T): Promise<ComputeAnswers[T['kind']]>
}
