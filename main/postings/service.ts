import { DETECTOR_VERSION } from '../detection/rules/detect.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { insertRankings } from '../ranking/service.ts'
import { type Candidate, duplicateCandidates, insertMarks, replaceMarks } from './duplicate-store.ts'
import { insertDetected } from './fields-store.ts'
import { openAgain } from './gone.ts'
import { insertJob } from './job-store.ts'
import { writeMatch } from './match-store.ts'
import type { PreparedPosting, StoredBatch } from './prepared.ts'
import { decideDuplicate } from './rules/deduplicate.ts'
import { identityOf } from './rules/marks.ts'
import { leads } from './rules/primary.ts'
import { showPosting } from './show.ts'
import {
  clearPrimary,
  companyIdOf,
  findRaw,
  insertPosting,
  insertRaw,
  linkCampaign,
  shownPosting,
  updatePosting,
  versionOf,
} from './store.ts'

export { addedUndoers, recordAdded } from './added.ts'
export { type AddedPosting, postingBySourceKey } from './added-store.ts'
export {
  type FactsSnapshot,
  factsSnapshot,
  fieldsOf,
  queueRanking,
  removeFields,
  restoreFacts,
  setFields,
  shownFields,
} from './fields-store.ts'
export { linkListed, listedKeys, markGone } from './gone.ts'
export { markKnown } from './job-store.ts'
export type { PreparedPosting, RawItem, ReadPosting } from './prepared.ts'
export { renewFacts, type ShownPosting, shownPostings, stillShown } from './renew.ts'
export { forgetWords, indexAgain, mergeSearchIndex, rebuildSearchIndex } from './search-store.ts'
export { indexStored } from './show.ts'
export { carryOutSplit, planSplit, postingUndoers } from './split.ts'
export { findRaw, linkCampaign } from './store.ts'

/** Where a batch comes from. */
export interface BatchOrigin {
  sourceId: number
  /** null: the person brought it without a campaign. */
  campaignId: number | null
  runId: number | null
}

/** Keeps what a source wrote and could not be read; once, however often it comes. */
export function keepRaw(
  { db, now }: Tx,
  origin: BatchOrigin,
  raw: { payload: string | Uint8Array; mediaType: string; contentHash: Uint8Array },
): void {
  insertRaw(db, { ...origin, ...raw, sourceKey: '', row: null, at: now })
}

/** An empty tally. */
export const nothingStored = (): StoredBatch => ({
  raw: 0,
  unchanged: 0,
  postings: 0,
  jobs: 0,
  merged: 0,
  ranked: 0,
  newJobIds: [],
  repeated: [],
  toIndex: [],
  changedJobIds: [],
})

/**
 * Writes one prepared posting with everything that follows from it (raw, posting, job, proofs, company, search,
 * rankings) inside the caller's transaction, so that no kill leaves half of it. Adds to `tally`; the caller ends the
 * transaction with `indexStored`.
 */
export function storePosting(
  tx: Tx,
  origin: BatchOrigin,
  prepared: PreparedPosting,
  tally: StoredBatch,
): void {
  const { db, now } = tx
  let rawId = insertRaw(db, { ...origin, ...rawPart(prepared), at: now })
  if (rawId === null) {
    const known = findRaw(db, origin.sourceId, prepared.contentHash)
    if (!known) throw new Error('A raw posting is known and not there')
    if (known.job_id !== null) {
      tally.unchanged += 1
      linkCampaign(db, origin.campaignId, known.job_id, origin.runId, now)
      return
    }
    // An older version is back: its raw posting is there already.
    rawId = known.id
  } else tally.raw += 1

  const candidates = duplicateCandidates(db, origin.sourceId, prepared)
  const decision = decideDuplicate<number>(
    identityOf(prepared, prepared.detection, {
      source: origin.sourceId,
      source_key: prepared.sourceKey,
      publisher: prepared.posting.source,
      content_hash: Buffer.from(prepared.contentHash).toString('hex'),
      posted_at: prepared.posting.posted_at,
    }),
    candidates,
  )
  tally.postings += 1
  switch (decision.kind) {
    case 'new_job':
      storeNewJob(tx, origin, prepared, rawId, tally)
      return
    case 'same_job':
      storeInJob(tx, origin, prepared, rawId, decision.jobId, decision.reasons, tally)
      return
    default:
      storeNewVersion(tx, origin, prepared, rawId, decision.jobId, candidates, tally)
  }
}

const rawPart = ({ sourceKey, row, contentHash, mediaType, payload }: PreparedPosting) => ({
  sourceKey,
  row,
  contentHash,
  mediaType,
  payload,
})

function storeNewJob(
  tx: Tx,
  origin: BatchOrigin,
  prepared: PreparedPosting,
  rawId: number,
  tally: StoredBatch,
): void {
  const { db, now } = tx
  const companyId = companyIdOf(db, prepared, now)
  const jobId = insertJob(db, prepared, { companyId, detectorVersion: DETECTOR_VERSION, at: now })
  const { sourceId } = origin
  const postingId = insertPosting(db, prepared, {
    rawId,
    sourceId,
    jobId,
    isPrimary: true,
    reasons: [],
    at: now,
  })
  insertMarks(db, postingId, prepared)
  insertDetected(db, jobId, prepared.detection)
  tally.toIndex.push({ jobId, prepared, fresh: true })
  linkCampaign(db, origin.campaignId, jobId, origin.runId, now)
  insertRankings(db, jobId, 'waiting', prepared.rankings, { at: now, foundAt: now })
  writeMatch(db, jobId, prepared)
  tally.jobs += 1
  tally.ranked += prepared.rankings.length
  tally.newJobIds.push(jobId)
}

/** Another posting of a known job: the job shows it when its source is better and it says about as much. */
function storeInJob(
  tx: Tx,
  origin: BatchOrigin,
  prepared: PreparedPosting,
  rawId: number,
  jobId: number,
  reasons: string[],
  tally: StoredBatch,
): void {
  const { db, now } = tx
  const { sourceId } = origin
  const shown = shownPosting(db, jobId, sourceId)
  const isPrimary =
    shown !== undefined &&
    leads(
      { priority: shown.new_priority, length: prepared.posting.description.length },
      { priority: shown.priority, length: shown.length },
    )
  if (isPrimary) clearPrimary(db, jobId)
  const postingId = insertPosting(db, prepared, { rawId, sourceId, jobId, isPrimary, reasons, at: now })
  insertMarks(db, postingId, prepared)
  linkCampaign(db, origin.campaignId, jobId, origin.runId, now)
  if (isPrimary) showPosting(tx, jobId, prepared, tally)
  openAgain(tx, jobId)
  tally.merged += 1
  tally.changedJobIds.push(jobId)
}

/** The same posting came back with other words: the posting follows; the job follows when it shows this posting. */
function storeNewVersion(
  tx: Tx,
  origin: BatchOrigin,
  prepared: PreparedPosting,
  rawId: number,
  jobId: number,
  candidates: readonly Candidate[],
  tally: StoredBatch,
): void {
  const { db, now } = tx
  const before = candidates.find(
    candidate => candidate.source === origin.sourceId && candidate.source_key === prepared.sourceKey,
  )
  if (!before) return
  const version = versionOf(db, before.posting_id)
  if (version && version.run_id !== null && version.run_id === origin.runId)
    tally.repeated.push({ row: prepared.row, earlierRow: version.row })
  updatePosting(db, before.posting_id, prepared, rawId)
  replaceMarks(db, before.posting_id, prepared)
  linkCampaign(db, origin.campaignId, jobId, origin.runId, now)
  tally.changedJobIds.push(jobId)
  if (before.is_primary === 1) showPosting(tx, jobId, prepared, tally)
}
