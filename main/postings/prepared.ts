import type { Detection } from '../contract/facts.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { Match } from '../profile/rules/match.ts'
import type { RankingRecord } from '../ranking/service.ts'
import type { PostingMarks } from './rules/marks.ts'

/** What a source returned, as it is kept. */
export interface RawItem {
  /** Row in its file; null for a posting of a source. */
  row: number | null
  contentHash: Uint8Array
  mediaType: string
  /** Text, or bytes as they came. */
  payload: string | Uint8Array
}

/** What the pure steps of the pipeline make of an item. */
export interface ReadPosting extends PostingMarks {
  sourceKey: string
  posting: ImportedPosting
  detection: Detection
  rankings: RankingRecord[]
  /** The fit to the profile; null without one. */
  match: Match | null
  /** The version of that profile. */
  profileVersion: number
}

/** One posting after the pure steps of the pipeline; writing it needs no further thought. */
export interface PreparedPosting extends RawItem, ReadPosting {}

/** What the writing of a batch changed. */
export interface StoredBatch {
  raw: number
  unchanged: number
  postings: number
  jobs: number
  merged: number
  ranked: number
  newJobIds: number[]
  /** Rows that repeat the id of an earlier row of the same run with other content; the later one counts. */
  repeated: { row: number | null; earlierRow: number | null }[]
  /** Jobs whose words the search index gets at the end of the transaction. */
  toIndex: { jobId: number; prepared: ReadPosting; fresh: boolean }[]
  changedJobIds: number[]
}
