import type { Campaign } from '../campaigns/service.ts'
import { JobId } from '../contract/ids.ts'
import { databaseFault } from '../platform/db/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { isLost } from '../platform/threads/compute-pool.ts'
import { linkListed, listedKeys, markGone } from '../postings/service.ts'
import { believesMissing, pauseAfterFailure, qualityOf, reasonToWait } from '../sources/rules/health.ts'
import {
  type Collected,
  collectFrom,
  noTally,
  qualitySums,
  recordFailure,
  recordRun,
  recordSuccess,
  remembered,
  type SourceItem,
  type SourceTally,
  type StoredSource,
  searchWishes,
  setQuality,
  type UnreadItem,
} from '../sources/service.ts'
import { BATCH, contentHash, isStored, outcomesOf, type ReadItem } from './batches.ts'
import { rankingPlan, withOwn } from './plan.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import type { Run } from './store.ts'
import { writeOutcomes } from './write.ts'

/** One source of a run: asked to its end, stored as it comes, its health and numbers kept. */

/** An item that the adapter could not read. */
const UNREAD = 'unread'
/** Jobs linked, and postings marked as gone, in one transaction. */
const AT_ONCE = 500
/** Unread items are searched for the keys of missing postings up to this number. */
const SEARCHED_UNREAD = 20
/** A text of at least so many characters tells what the job is about. */
const TELLING_TEXT = 200

/** What became of a source in a run; `waits`: it was not asked, and why, in words. */
export type SourceOutcome =
  | { kind: 'read'; postings: number; tally: SourceTally }
  | {
      kind: 'failed'
      message: string
      tally: SourceTally
      /** It could not be reached and had worked the last time: it is worth another try. */
      again: boolean
      /** Writes the failure down; called when it is not tried again. */
      keep(): void
    }
  | { kind: 'waits'; message: string }

/** What a source listed in this run. */
interface Seen {
  keys: Set<string>
  /** Items that could not be read, as they came: which postings they are is not known. */
  unread: string[]
  /** Some were read and could not be stored: a later version may, so the whole answer is asked for again. */
  refused: boolean
}

interface Work {
  context: RunContext
  run: Run
  campaign: Campaign
  progress: Progress
  signal: AbortSignal
}

/** Sources that a run asks at the moment, by database: another run waits for the end and finds the answer stored. */
const underWay = new WeakMap<object, Map<number, Promise<unknown>>>()

/**
 * Collects one source, after every other run that asks it. What was stored before a failure stays. `earlier`: what a try
 * before this one in the same run has counted.
 */
export async function collectSource(
  work: Work,
  stored: StoredSource,
  earlier: SourceTally = noTally(),
): Promise<SourceOutcome> {
  const asked = underWay.get(work.context.db) ?? new Map<number, Promise<unknown>>()
  underWay.set(work.context.db, asked)
  const before = asked.get(stored.id)
  const own = (async () => {
    await Promise.race([before?.catch(() => undefined), aborted(work.signal)])
    try {
      return await collectAlone(work, stored, earlier)
    } catch (error) {
      // The database and the threads are everybody's; anything else is a matter of this source alone.
      if (work.signal.aborted || databaseFault(error) || isLost(error)) throw error
      work.context.log.error('A source could not be read', {
        source: stored.id,
        kind: stored.kind,
        reason: String(error),
      })
      return failed(work, stored, `${stored.label} could not be read: ${wordsOf(error)}`)
    }
  })()
  asked.set(stored.id, own)
  try {
    return await own
  } finally {
    if (asked.get(stored.id) === own) asked.delete(stored.id)
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Resolves when the signal aborts. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

async function collectAlone(work: Work, stored: StoredSource, earlier: SourceTally): Promise<SourceOutcome> {
  const { context, run, signal } = work
  const source = context.sources.of(stored.kind)
  if (!source) return failed(work, stored, `This version does not know sources of the kind "${stored.kind}".`)
  const config = source.check(stored.config)
  if (!config.success)
    return failed(work, stored, config.error.issues[0]?.message ?? 'Its settings are not complete.')
  const before = remembered(context.db, stored.id)
  const readiness = { ...before, restMinutes: source.pace.restMinutes ?? 0 }
  const byPerson = run.trigger === 'you' || run.trigger === 'retry'
  const wait = reasonToWait(readiness, byPerson, context.clock.now())
  if (wait) {
    // What it listed lately counts for this campaign as well.
    if (source.lists !== 'search') await linkAll(work, stored)
    const message =
      wait.kind === 'resting'
        ? `${stored.label} was asked a short while ago and wants to be asked rarely.`
        : `${stored.label} is left alone for a while after it failed.`
    return { kind: 'waits', message }
  }

  const begun = performance.now()
  const tally = { ...noTally(), calls: earlier.calls, errors: earlier.errors }
  const seen: Seen = { keys: new Set(), unread: [], refused: false }
  const collector = context.newCollector()
  let answer: Collected
  try {
    answer = await collectFrom(
      source,
      {
        config: config.data,
        wishes: searchWishes(work.campaign.draft),
        now: run.startedAt ?? context.clock.now(),
      },
      collector,
      {
        signal,
        validators: source.lists === 'search' ? null : before.validators,
        isKnown: item => isStored(context.db, stored.id, contentHash(toReadItem(item), '')),
        onPage: page => storePage(work, stored, page, tally, seen),
      },
    )
  } finally {
    const { calls, errors } = collector.http.counters()
    tally.calls += calls
    tally.errors += errors
    work.progress.counts.api_calls += calls
    work.progress.counts.api_errors += errors
    tally.milliseconds = Math.round(performance.now() - begun)
    await collector.close()
  }
  if (signal.aborted) return { kind: 'read', postings: tally.postings, tally }
  if (!answer.ok)
    return failed(work, stored, answer.error.message, tally, {
      again: answer.error.retryable && answer.retryAfter === undefined && before.failuresInARow === 0,
      ...(answer.retryAfter === undefined ? {} : { retryAfter: answer.retryAfter }),
    })
  let shrunk = false
  if (answer.notModified) {
    // Nothing was sent because all is as it was; the run's numbers say so.
    tally.postings = tally.unchanged = before.lastPostings ?? 0
    await linkAll(work, stored)
  } else if (answer.complete) shrunk = await closeMissing(work, stored, seen, before.shrunkAt, tally)
  else await reopenSeen(work, stored, seen)
  // Stopped in the midst of it: the next run asks for everything again.
  if (signal.aborted) return { kind: 'read', postings: tally.postings, tally }
  context.unit(tx => {
    recordSuccess(
      tx.db,
      stored.id,
      // An answer that was not believed is asked for again in full.
      {
        postings: answer.notModified ? null : tally.postings,
        validators: shrunk || seen.refused ? null : answer.validators,
        shrunk,
      },
      tx.now,
    )
    keepTally(tx, work, stored, null, tally)
    if (before.failuresInARow > 0) tx.emit('source.recovered', { sourceId: stored.id, runId: run.id })
  })
  return { kind: 'read', postings: tally.postings, tally }
}

function keepTally(
  tx: Tx,
  { run }: Work,
  stored: StoredSource,
  error: string | null,
  tally: SourceTally,
): void {
  recordRun(tx.db, { runId: run.id, sourceId: stored.id, error, tally }, tx.now)
  setQuality(tx.db, stored.id, qualityOf(qualitySums(tx.db, stored.id)))
  tx.emit('source.changed', { sourceId: stored.id })
}

function failed(
  work: Work,
  stored: StoredSource,
  message: string,
  tally: SourceTally = noTally(),
  { again = false, retryAfter }: { again?: boolean; retryAfter?: number } = {},
): SourceOutcome {
  const { context, run } = work
  return {
    kind: 'failed',
    message,
    tally,
    again,
    keep: () =>
      context.unit(tx => {
        const { failuresInARow } = remembered(tx.db, stored.id)
        const pause = pauseAfterFailure(failuresInARow + 1, retryAfter, context.clock.millis())
        recordFailure(tx.db, stored.id, message, pause, tx.now)
        keepTally(tx, work, stored, message, tally)
        if (failuresInARow === 0) tx.emit('source.failed', { sourceId: stored.id, runId: run.id, message })
      }),
  }
}

const toReadItem = (item: SourceItem): Extract<ReadItem, { ok: true }> => ({
  ok: true,
  row: null,
  payload: item.raw,
  mark: item.mark ?? item.raw,
  mediaType: item.mediaType ?? 'application/json',
  read: { sourceKey: item.sourceKey, posting: item.posting },
})

/** Stores one page in batches and adds it to the tally. */
async function storePage(
  work: Work,
  stored: StoredSource,
  page: { items: SourceItem[]; unread: UnreadItem[]; listed: string[] },
  tally: SourceTally,
  seen: Seen,
): Promise<void> {
  const { context, run, campaign, progress, signal } = work
  const settings = {
    sourceId: stored.id,
    mapping: null,
    plan: withOwn(context.db, rankingPlan(context.db), campaign),
    now: run.startedAt ?? context.clock.now(),
  }
  const origin = { sourceId: stored.id, campaignId: run.campaignId, runId: run.id }
  const items: ReadItem[] = page.items.map(toReadItem)
  for (const { index, reason, raw, mediaType = 'application/json' } of page.unread)
    items.push({
      ok: false,
      row: null,
      issue: {
        row: null,
        code: UNREAD,
        message: `${stored.label}, posting ${index + 1}: ${reason} It is kept as it came.`,
      },
      unread: { payload: raw, mediaType },
    })
  for (const key of page.listed) seen.keys.add(key)
  seen.unread.push(...page.unread.map(({ raw }) => raw))
  tally.postings += page.items.length
  progress.read += items.length
  for (let at = 0; at < items.length && !signal.aborted; at += BATCH) {
    const outcomes = await outcomesOf(context.db, context.compute, items.slice(at, at + BATCH), settings)
    const stored = await writeOutcomes(context, run, origin, outcomes, progress, () => signal.aborted)
    tally.unchanged += stored.unchanged
    tally.merged += stored.merged
    tally.fresh += stored.postings
    for (const outcome of outcomes)
      if (outcome.kind === 'store') judge(outcome.prepared.posting, tally)
      else if (outcome.kind === 'refused') {
        tally.unread += 1
        if (outcome.issue.code !== UNREAD) seen.refused = true
      }
  }
}

/** Counts how complete a new posting is. */
function judge(
  posting: { description: string; location_text: string; posted_at: string | null; url: string | null },
  tally: SourceTally,
): void {
  if (posting.description.length >= TELLING_TEXT) tally.with_text += 1
  if (posting.location_text !== '') tally.with_place += 1
  if (posting.posted_at !== null) tally.with_date += 1
  if (posting.url !== null) tally.with_url += 1
}

/** Links what a source lists to this campaign too, in short transactions. */
async function linkAll({ context, run, signal }: Work, stored: StoredSource): Promise<void> {
  while (!signal.aborted) {
    const linked = context.unit(tx => linkListed(tx, stored.id, run.campaignId, run.id, AT_ONCE))
    if (linked < AT_ONCE) return
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Marks postings in short transactions. */
async function mark({ context, signal }: Work, stored: StoredSource, keys: readonly string[], gone: boolean) {
  for (let at = 0; at < keys.length && !signal.aborted; at += AT_ONCE) {
    context.unit(tx => {
      const jobIds = markGone(tx, stored.id, keys.slice(at, at + AT_ONCE), gone ? tx.now : null)
      tx.emit('jobs.changed', { jobIds: jobIds.map(id => JobId.parse(id)) })
    })
    await new Promise(resolve => setImmediate(resolve))
  }
}

/** Postings that were gone and are listed again are open again. */
async function reopenSeen(work: Work, stored: StoredSource, seen: Seen): Promise<void> {
  const { gone } = listedKeys(work.context.db, stored.id)
  await mark(
    work,
    stored,
    [...gone].filter(key => seen.keys.has(key)),
    false,
  )
}

/** A posting that is listed in a form that cannot be read is still there; of many such forms nobody can say which. */
const isAmongUnread = (key: string, { unread }: Seen): boolean =>
  unread.length > SEARCHED_UNREAD || unread.some(raw => raw.includes(key))

/**
 * After a whole listing: what it lacks has closed, what it names again is open. True when so much is missing at once
 * that it is not believed yet.
 */
async function closeMissing(
  work: Work,
  stored: StoredSource,
  seen: Seen,
  shrunkAt: string | null,
  tally: SourceTally,
): Promise<boolean> {
  await reopenSeen(work, stored, seen)
  const { open } = listedKeys(work.context.db, stored.id)
  const missing = [...open].filter(key => !seen.keys.has(key) && !isAmongUnread(key, seen))
  if (missing.length === 0) return false
  if (!believesMissing(open.size, missing.length, shrunkAt, work.context.clock.now())) {
    work.progress.remark({
      row: null,
      code: 'suddenly_gone',
      message: `${stored.label} suddenly lists ${open.size - missing.length} of ${open.size} postings. They are kept open unless it still does some hours later.`,
    })
    return true
  }
  await mark(work, stored, missing, true)
  tally.closed = missing.length
  work.progress.counts.closed += missing.length
  return false
}
