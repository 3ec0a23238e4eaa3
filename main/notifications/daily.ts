import { followUpCount } from '../applications/service.ts'
import { refuse } from '../contract/errors.ts'
import type { NotificationId } from '../contract/ids.ts'
import type { MessagePreview } from '../contract/notifications.ts'
import type { CommandContext, QueryContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import { machineZone } from '../platform/zone.ts'
import {
  appliedSince,
  bestSince,
  bestWaiting,
  foundSince,
  interviewsBetween,
  lastOfKind,
  matchesSince,
  movedSince,
  runsSince,
} from './daily-store.ts'
import { jobLines } from './job-lines.ts'
import { localDate, localTime, midnight } from './local.ts'
import { notify } from './notify.ts'
import type { BriefingContent, SummaryContent } from './rules/content.ts'
import { briefingSays, summarySays } from './rules/daily-words.ts'
import { messageOf } from './rules/messages/message.ts'
import { type NewNotification, notificationOf } from './store.ts'

/** The messages of the morning and of the evening. */

export type DailyKind = 'briefing' | 'summary'

const BEST = 5
const DAY_MS = 24 * 60 * 60_000
/** A briefing that did not come for long does not call a month new. */
const LONGEST_NEW_MS = 3 * DAY_MS

const iso = (instant: number): string => new Date(instant).toISOString()

/** The best jobs for the morning: those found since the last one, and where they are too few the best that wait still. */
function briefingOf(db: Db, millis: number, zone: string): BriefingContent {
  const now = iso(millis)
  const last = lastOfKind(db, 'briefing')
  const lastMillis = last === null ? millis : Date.parse(last)
  const since = iso(Math.max(Math.min(lastMillis, millis - DAY_MS), millis - LONGEST_NEW_MS))
  const fresh = bestSince(db, since, BEST)
  const known = new Set(fresh.map(({ jobId }) => jobId))
  const older = bestWaiting(db, BEST * 2).filter(({ jobId }) => !known.has(jobId))
  const picks = [...fresh, ...older.slice(0, BEST - fresh.length)].map(pick => ({
    ...pick,
    campaignId: null,
  }))
  return {
    kind: 'briefing',
    day: localDate(millis, zone),
    jobs: jobLines(db, picks, now, since),
    matches: matchesSince(db, since),
    interviews: interviewsBetween(db, now, iso(midnight(millis, 1, zone))).map(
      ({ at, title, company }) => `${localTime(Date.parse(at), zone)} interview: ${title} at ${company}`,
    ),
    followUps: followUpCount(db, now),
  }
}

function summaryOf(db: Db, millis: number, zone: string): SummaryContent {
  const now = iso(millis)
  const since = iso(midnight(millis, 0, zone))
  const { runs, failed } = runsSince(db, since)
  const picks = bestSince(db, since, 1).map(pick => ({ ...pick, campaignId: null }))
  return {
    kind: 'summary',
    day: localDate(millis, zone),
    found: foundSince(db, since),
    matches: matchesSince(db, since),
    moved: movedSince(db, since),
    applied: appliedSince(db, since),
    interviews: interviewsBetween(db, since, iso(midnight(millis, 1, zone))).length,
    followUps: followUpCount(db, now),
    runs,
    failedRuns: failed,
    best: jobLines(db, picks, now, null)[0] ?? null,
  }
}

/** The message as a notification with the facts of its mail. `empty`: there is nothing to say. */
function daily({ db, clock }: Pick<QueryContext, 'db' | 'clock'>, kind: DailyKind, zone = machineZone()) {
  const of = kind === 'briefing' ? briefingOf : summaryOf
  const content: BriefingContent | SummaryContent = of(db, clock.millis(), zone)
  const said = content.kind === 'briefing' ? briefingSays(content) : summarySays(content)
  return { content, ...said }
}

function queued(
  context: CommandContext,
  kind: DailyKind,
  slot: string,
  always: boolean,
): NotificationId | null {
  return context.unit(tx => {
    const dedupeKey = `${kind}:${slot}`
    const told = notificationOf(tx.db, dedupeKey)
    if (told !== undefined) return told
    const { empty, content, ...said } = daily({ db: tx.db, clock: context.clock }, kind)
    if (empty && !always) return null
    const notification: NewNotification = {
      kind,
      ...said,
      campaignId: null,
      runId: null,
      dedupeKey,
      // The next one says what is true by then.
      expiresAt: new Date(context.clock.millis() + DAY_MS).toISOString(),
      content,
    }
    notify(tx, notification)
    return notificationOf(tx.db, dedupeKey) ?? null
  })
}

/**
 * Makes the message of a slot and queues it; answers the notification, the one of before when the slot was told already,
 * or null when there is nothing to say. `slot`: the local date and time that it stands for, YYYY-MM-DDTHH:MM. May be
 * called within a transaction, by a context whose `unit` is that one.
 */
export function sendDaily(context: CommandContext, kind: DailyKind, slot: string): NotificationId | null {
  return queued(context, kind, slot, false)
}

/** Makes a message now because the person asks, also when it says that there is nothing. Refuses one that is wanted nowhere. */
export function sendNow(context: CommandContext, kind: DailyKind): NotificationId {
  const id = queued(context, kind, `now:${context.clock.now()}`, true)
  if (id !== null) return id
  return refuse(
    'conflict',
    `The ${kind === 'briefing' ? 'morning briefing' : 'evening summary'} is switched off for every channel. Switch one on in Settings, under Notifications.`,
  )
}

/** The message as it would be sent now, where clocks show the time of `zone`. */
export function previewDaily(
  context: Pick<QueryContext, 'db' | 'clock'>,
  kind: DailyKind,
  zone = machineZone(),
): MessagePreview {
  const { content, title, body, target } = daily(context, kind, zone)
  return messageOf({ title, body, target }, content)
}
