import { findCampaign, listCampaigns } from '../campaigns/service.ts'
import type { MessagePreview } from '../contract/notifications.ts'
import { mailReady } from '../mail/rules/mail-settings.ts'
import type { QueryContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import { bestWaiting } from './daily-store.ts'
import { jobLines } from './job-lines.ts'
import { notify } from './notify.ts'
import { channelsOf } from './rules/channels.ts'
import type { MatchContent } from './rules/content.ts'
import { messageOf } from './rules/messages/message.ts'
import { type Match, matchMessage } from './rules.ts'

/** Jobs that a mail of matches shows; of the others it gives the number. */
const SHOWN = 10

/**
 * Tells of the new matches of one run: one notification, however many there are. `matches`: the best of them, in any
 * order; `count`: how many there are in all. True when it is new.
 */
export function notifyMatches(
  tx: Tx,
  campaign: { id: number; name: string },
  runId: number,
  matches: readonly Match[],
  count = matches.length,
): boolean {
  const message = matchMessage(campaign, matches, count)
  if (!message) return false
  const sorted = matches.toSorted((a, b) => b.score - a.score)
  const best = sorted[0]?.score ?? null
  const settings = readSettings(tx.db)
  // What only a mail says is read only when there is one.
  const mailed = channelsOf('match', settings, best, mailReady(settings)).includes('email')
  return notify(tx, {
    kind: 'match',
    ...message,
    campaignId: campaign.id,
    runId,
    dedupeKey: `match:${campaign.id}:${runId}`,
    n: count,
    best,
    ...(mailed ? { content: contentOf(tx, campaign, sorted, count) } : {}),
  })
}

function contentOf(
  { db, now }: Pick<Tx, 'db' | 'now'>,
  campaign: { id: number; name: string },
  sorted: readonly Match[],
  count: number,
): MatchContent {
  const picks = sorted.slice(0, SHOWN).map(({ jobId, score }) => ({
    jobId,
    score,
    campaignId: findCampaign(db, campaign.id) ? campaign.id : null,
  }))
  return {
    kind: 'match',
    campaign: campaign.name,
    count,
    jobs: jobLines(db, picks, now, null),
  }
}

/** The mail of matches as it would look with the best jobs that wait now. */
export function previewMatches({ db, clock }: QueryContext): MessagePreview {
  const now = clock.now()
  const picks = bestWaiting(db, 3).map(pick => ({ ...pick, campaignId: null }))
  const jobs = jobLines(db, picks, now, null)
  const [campaign] = listCampaigns(db)
  const name = jobs[0]?.campaign || campaign?.draft.name || 'your campaign'
  const found = picks.flatMap(({ jobId, score }, index) => {
    const job = jobs[index]
    return job ? [{ jobId, score, title: job.title, company: job.company }] : []
  })
  const said = matchMessage({ id: 0, name }, found) ?? {
    title: `New match for ${name}: 0`,
    body: 'No job waits at present, so there is nothing to show here yet.',
    target: '/jobs',
  }
  if (found.length === 0) return messageOf(said, { kind: 'plain', facts: [], url: null })
  return messageOf(said, { kind: 'match', campaign: name, count: found.length, jobs })
}
