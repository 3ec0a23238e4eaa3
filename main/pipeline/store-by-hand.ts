import { hash } from 'node:crypto'
import { findCampaign } from '../campaigns/service.ts'
import type { Added } from '../contract/by-hand.ts'
import { refuse } from '../contract/errors.ts'
import { type CampaignId, JobId } from '../contract/ids.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { isDeadly } from '../platform/threads/compute-pool.ts'
import { canonicalUrl } from '../postings/rules/normalise.ts'
import { workMark } from '../postings/rules/work-mark.ts'
import {
  type AddedPosting,
  findRaw,
  indexStored,
  linkCampaign,
  markKnown,
  nothingStored,
  type PreparedPosting,
  postingBySourceKey,
  type ReadPosting,
  recordAdded,
  storePosting,
} from '../postings/service.ts'
import { handSourceId } from '../sources/service.ts'
import { rankingPlan, withOwn } from './plan.ts'
import type { Compute, Prepared, PrepareItem, RankingPlan } from './tasks.ts'

/** Storing what the person brought, in one transaction: as a run does it, without being a run. */

/** A posting that was read from a page or a text, with what it was read from. */
export interface HandPosting {
  sourceKey: string
  /** Whether the key is but an address, which other postings may have too: a page of several, a route that is lost. */
  byAddress: boolean
  posting: ImportedPosting
  /** What is kept of where it came from, byte for byte. */
  payload: string | Uint8Array
  mediaType: string
}

export interface HandBatch {
  kind: Parameters<typeof handSourceId>[1]
  campaignId: CampaignId | null
  postings: readonly HandPosting[]
}

type Stored = Pick<Added, 'jobs' | 'undo'>

/** A posting as it came, and what was read from it. */
interface Ready {
  given: HandPosting
  read: ReadPosting
}

/** Reads facts, ranks for every campaign and stores. Equal content changes nothing; other words update the posting. */
export async function storeByHand(
  context: CommandContext,
  compute: Compute,
  batch: HandBatch,
  signal: AbortSignal | null = null,
): Promise<Stored> {
  const { db, clock } = context
  const plan = planFor(db, batch.campaignId)
  const items = batch.postings.map(({ sourceKey, posting }) => ({ sourceKey, posting }))
  const answers = await prepared(compute, items, plan, clock.now())
  const ready = batch.postings.map((given, index): Ready => {
    const answer = answers[index]
    if (!answer?.ok)
      return refuse('page_without_posting', answer?.message ?? 'This posting could not be read.')
    return { given, read: answer.posting }
  })
  if (signal?.aborted) refuse('cancelled', 'Reading the page was cancelled. Nothing was stored.')
  return context.unit(tx => store(tx, batch, ready))
}

/** The posting with the key that is its own. */
function keyed(db: Db, sourceId: number, { given, read }: Ready): PreparedPosting {
  const { posting, payload, mediaType } = given
  const sourceKey = given.byAddress ? ownKey(db, sourceId, given.sourceKey, read.openingKey) : given.sourceKey
  const contentHash = hash('sha256', markOf(sourceKey, posting), 'buffer')
  return { ...read, sourceKey, row: null, contentHash, mediaType, payload }
}

/** The address, unless other work stands there under it: the job of that work would get this one's words. */
function ownKey(db: Db, sourceId: number, address: string, openingKey: string): string {
  const work = workMark(openingKey)
  const own = `${address}#${work}`
  if (postingBySourceKey(db, sourceId, own)) return own
  const there = postingBySourceKey(db, sourceId, address)?.opening_key ?? null
  return there === null || workMark(there) === work ? address : own
}

/** What decides whether anything changed: a page differs each time it is fetched, what its posting says does not. */
function markOf(sourceKey: string, posting: ImportedPosting): string {
  const [url, apply] = [posting.url, posting.apply_url].map(address => canonicalUrl(address) ?? address)
  return JSON.stringify([sourceKey, { ...posting, url, apply_url: apply }])
}

async function prepared(
  compute: Compute,
  items: PrepareItem[],
  plan: RankingPlan,
  now: string,
): Promise<Prepared[]> {
  try {
    return await compute.run({ kind: 'prepare', items, mapping: null, plan, now })
  } catch (error) {
    if (!isDeadly(error)) throw error
    return refuse('parser_failed', 'This posting takes too long or too much memory to be read.')
  }
}

/** Every active campaign, and the chosen one even when it is paused. */
function planFor(db: Db, campaignId: CampaignId | null): RankingPlan {
  const plan = rankingPlan(db)
  if (campaignId === null) return plan
  const own = findCampaign(db, campaignId)
  return own ? withOwn(db, plan, own) : refuse('not_found', 'This campaign does not exist any more.')
}

function store(tx: Tx, { kind, campaignId }: HandBatch, ready: readonly Ready[]): Stored {
  const { db, now } = tx
  if (campaignId !== null && !findCampaign(db, campaignId))
    refuse('not_found', 'This campaign does not exist any more.')
  const sourceId = handSourceId(tx, kind)
  const tally = nothingStored()
  const stored: AddedPosting[] = []
  for (const one of ready) {
    const each = keyed(db, sourceId, one)
    const known = findRaw(db, sourceId, each.contentHash)
    if (known && known.job_id !== null) linkCampaign(db, campaignId, known.job_id, null, now)
    else storePosting(tx, { sourceId, campaignId, runId: null }, each, tally)
    const posting = postingBySourceKey(db, sourceId, each.sourceKey)
    if (posting) stored.push(posting)
  }
  indexStored(tx, tally)
  const ids = (jobs: readonly number[]) => jobs.map(jobId => JobId.parse(jobId))
  if (tally.newJobIds.length > 0) {
    tx.emit('jobs.added', { runId: null, campaignId, jobIds: ids(tally.newJobIds) })
    // The person knows what they just added.
    for (const jobId of tally.newJobIds) markKnown(db, jobId)
  }
  const changed = stored.map(posting => posting.job_id).filter(jobId => !tally.newJobIds.includes(jobId))
  if (changed.length > 0) tx.emit('jobs.changed', { jobIds: ids([...new Set(changed)]) })
  const jobs = new Map(stored.map(posting => [posting.job_id, posting]))
  return {
    jobs: [...jobs.values()].map(({ job_id, title, company }) => ({
      jobId: JobId.parse(job_id),
      title,
      company,
      known: !tally.newJobIds.includes(job_id),
    })),
    undo: recordAdded(tx, stored, tally.newJobIds),
  }
}
