import { followUpCount } from '../applications/service.ts'
import { InterviewId, JobId, ReminderId } from '../contract/ids.ts'
import { createAlarm, type Later } from '../platform/alarm.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { readSettings } from '../settings/service.ts'
import {
  askedAbout,
  dueReminders,
  markTold,
  nearInterviews,
  nextInterview,
  nextReminder,
  wasTold,
} from './due-store.ts'
import { localDate, localMoment, localTime, nextTime } from './local.ts'
import { notify } from './notify.ts'
import { followUpsSay, interviewSays, reminderSays } from './rules/due-words.ts'

/** Reminders, interviews and follow-ups at their time. */
export interface Due {
  /** Something changed, or the machine woke: looks anew. */
  wake(): void
  stop(): void
}

const MINUTE_MS = 60_000
/** The longest an interview can take: one that began earlier is over. */
const LONGEST_INTERVIEW_MS = 1440 * MINUTE_MS
/** When the follow-ups of a day are told: not at midnight, when they become due. */
const FOLLOW_UPS_AT = '09:00'
const FOLLOW_UPS_NAMED = 3
const AT_ONCE = 100
/** After something unexpected, such as a full disk. */
const AFTER_TROUBLE_MS = 60_000

/**
 * Tells each thing once for the time that it is set to, kept in the database: a restart, sleep or a clock that is set
 * back tells nothing twice, and what was slept over is told late. Only an interview that is over is not told any more.
 */
export function createDue(context: CommandContext, options: { later?: Later } = {}): Due {
  const { db, clock, log } = context

  const leadMs = () => readSettings(db).interviewMinutes * MINUTE_MS
  const local = (instant: string) => localMoment(Date.parse(instant))

  /** Interviews that are near and not over. */
  const near = () => {
    const millis = clock.millis()
    const from = new Date(millis - LONGEST_INTERVIEW_MS).toISOString()
    const until = new Date(millis + leadMs()).toISOString()
    return nearInterviews(db, from, until, AT_ONCE).filter(
      ({ at, minutes }) => Date.parse(at) + minutes * MINUTE_MS > millis,
    )
  }

  const followUpsDue = (): boolean => {
    const now = clock.millis()
    return (
      localTime(now) >= FOLLOW_UPS_AT &&
      !wasTold(db, 'follow_up', 0, localDate(now)) &&
      followUpCount(db, clock.now()) > 0
    )
  }

  const next = (): number | null => {
    const millis = clock.millis()
    if (near().length > 0 || followUpsDue()) return millis
    const reminder = nextReminder(db)
    const interview = nextInterview(db, new Date(millis + leadMs()).toISOString())
    const times = [
      ...(reminder === null ? [] : [Date.parse(reminder)]),
      ...(interview === null ? [] : [Date.parse(interview) - leadMs()]),
      nextTime(FOLLOW_UPS_AT, millis),
    ]
    return Math.min(...times)
  }

  const tellReminders = (tx: Tx) => {
    for (const reminder of dueReminders(tx.db, tx.now, AT_ONCE)) {
      if (!markTold(tx.db, 'reminder', reminder.id, reminder.dueAt, tx.now)) continue
      notify(tx, {
        kind: 'reminder',
        ...reminderSays(reminder, local(reminder.dueAt), local(tx.now)),
        campaignId: null,
        runId: null,
        dedupeKey: `reminder:${reminder.id}:${reminder.dueAt}`,
      })
      tx.emit('reminder.due', {
        reminderId: ReminderId.parse(reminder.id),
        jobId: reminder.jobId === null ? null : JobId.parse(reminder.jobId),
      })
    }
  }

  const tellInterviews = (tx: Tx) => {
    for (const interview of near()) {
      if (!markTold(tx.db, 'interview', interview.id, interview.at, tx.now)) continue
      notify(tx, {
        kind: 'interview',
        ...interviewSays(interview, local(interview.at), local(tx.now)),
        campaignId: null,
        runId: null,
        dedupeKey: `interview:${interview.id}:${interview.at}`,
        expiresAt: new Date(Date.parse(interview.at) + interview.minutes * MINUTE_MS).toISOString(),
      })
      tx.emit('interview.near', {
        interviewId: InterviewId.parse(interview.id),
        jobId: JobId.parse(interview.jobId),
      })
    }
  }

  const tellFollowUps = (tx: Tx) => {
    if (!followUpsDue()) return
    const today = localDate(Date.parse(tx.now))
    if (!markTold(tx.db, 'follow_up', 0, today, tx.now)) return
    const total = followUpCount(tx.db, tx.now)
    notify(tx, {
      kind: 'follow_up',
      ...followUpsSay(total, askedAbout(tx.db, today, FOLLOW_UPS_NAMED)),
      campaignId: null,
      runId: null,
      dedupeKey: `follow_up:${today}`,
    })
  }

  const look = () => {
    try {
      const at = next()
      if (at !== null && at <= clock.millis())
        context.unit(tx => {
          tellReminders(tx)
          tellInterviews(tx)
          tellFollowUps(tx)
        })
      alarm.set()
    } catch (error) {
      log.error('What is due could not be told', { reason: String(error) })
      alarm.set(AFTER_TROUBLE_MS)
    }
  }
  const alarm = createAlarm(clock.millis, next, look, options.later)
  return { wake: look, stop: alarm.stop }
}
