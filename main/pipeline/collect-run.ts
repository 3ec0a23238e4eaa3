import type { Campaign } from '../campaigns/service.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import type { HttpClient } from '../platform/http/client.ts'
import {
  recordFailure,
  recordSuccess,
  type SourceRequest,
  type StoredSource,
  sourcesOfCampaign,
} from '../sources/service.ts'
import { BATCH, outcomesOf, type ReadItem } from './batches.ts'
import type { Progress } from './progress.ts'
import { finish, type RunContext, rankingCampaigns, withOwn } from './stages.ts'
import type { Run } from './store.ts'
import type { ReadAnswer } from './tasks.ts'
import { writeOutcomes } from './write.ts'

/** A source that answers page after page without end is left here. */
const MOST_PAGES = 200

/** Asks the next page of a source; the answer's items, or the reason in plain words. */
async function ask(
  context: RunContext,
  http: HttpClient,
  source: StoredSource,
  request: SourceRequest,
  signal: AbortSignal,
): Promise<ReadAnswer | { ok: false; message: string }> {
  const result = await http.send({ ...request, signal })
  if (!result.ok && !result.response) return { ok: false, message: result.error.message }
  const response = result.ok ? result.response : result.response
  if (!response) return { ok: false, message: 'The source did not answer.' }
  const answer = await context.compute.run({
    kind: 'read',
    source: source.kind,
    config: source.config,
    response,
  })
  return answer.ok ? answer : { ok: false, message: answer.error.message }
}

/** Reads one source to its end; answers how many postings it gave, or why it failed. What was read stays. */
async function collectSource(
  context: RunContext,
  http: HttpClient,
  run: Run,
  campaign: Campaign,
  source: StoredSource,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ ok: true; postings: number } | { ok: false; message: string }> {
  const adapter = context.sourceOf(source.kind)
  if (!adapter)
    return { ok: false, message: `This version does not know sources of the kind "${source.kind}".` }
  const config = adapter.check(source.config)
  if (!config.success)
    return { ok: false, message: config.error.issues[0]?.message ?? 'Its settings are not complete.' }
  const settings = {
    sourceId: source.id,
    mapping: null,
    campaigns: withOwn(rankingCampaigns(context), campaign),
    now: run.startedAt ?? context.clock.now(),
  }
  const origin = { sourceId: source.id, campaignId: run.campaignId, runId: run.id }
  let postings = 0
  let request: SourceRequest | undefined = adapter.firstRequest(config.data)
  for (let page = 0; request && page < MOST_PAGES && !signal.aborted; page += 1) {
    const answer = await ask(context, http, source, request, signal)
    if (signal.aborted) break
    if (!answer.ok) return answer
    for (const { index, reason } of answer.unread)
      progress.setAside({
        row: null,
        code: 'unread',
        message: `${source.label}, posting ${index + 1}: ${reason}`,
      })
    const items = answer.items.map(
      (item): ReadItem => ({
        ok: true,
        row: null,
        payload: item.raw,
        mediaType: 'application/json',
        read: { sourceKey: item.sourceKey, posting: item.posting },
      }),
    )
    postings += items.length
    progress.read += items.length
    for (let at = 0; at < items.length && !signal.aborted; at += BATCH) {
      const outcomes = await outcomesOf(context.db, context.compute, items.slice(at, at + BATCH), settings)
      await writeOutcomes(context, run, origin, outcomes, progress, () => signal.aborted)
    }
    request = answer.next
  }
  return { ok: true, postings }
}

/**
 * Asks every enabled source of a campaign. One that fails is noted at its health and stops nothing; only when all
 * fail, the run has failed.
 */
export async function runCollect(
  context: RunContext,
  run: Run,
  campaign: Campaign,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  const sources = sourcesOfCampaign(context.db, campaign.id)
  if (sources.length === 0)
    return rolecallError(
      'source_not_found',
      'This campaign has no source that is switched on. Follow a company’s board or import a file.',
    )
  const http = context.newHttp()
  const failures: string[] = []
  try {
    for (const [position, source] of sources.entries()) {
      if (signal.aborted) break
      const result = await collectSource(context, http, run, campaign, source, progress, signal)
      if (signal.aborted) break
      context.unit(tx => {
        if (result.ok) recordSuccess(tx.db, source.id, result.postings, tx.now)
        else recordFailure(tx.db, source.id, result.message, tx.now)
        tx.emit('source.changed', { sourceId: source.id })
      })
      if (!result.ok) {
        failures.push(`${source.label}: ${result.message}`)
        progress.remark({ row: null, code: 'source_failed', message: `${source.label}: ${result.message}` })
      }
      const { calls, errors } = http.counters()
      progress.counts.api_calls = calls
      progress.counts.api_errors = errors
      progress.share = (position + 1) / sources.length
      progress.show()
    }
  } finally {
    await http.close()
  }
  if (signal.aborted) return null
  finish(context, run, progress)
  return failures.length === sources.length
    ? rolecallError('source_unreachable', failures.join(' '), { retryable: true })
    : null
}
