import type { FollowUp, ResponseKind } from '../../contract/applications.ts'
import type { JobStatus } from '../../contract/values.ts'
import { addDays, daysBetween, latest, workday } from './days.ts'

/** When to ask again: after an application, after an interview, before an offer lapses, or when the person wants to. */

const AFTER_APPLICATION = 7
const AFTER_INTERVIEW = 2
const BEFORE_DEADLINE = 2

/** What decides it; every day is a local one. */
export interface FollowUpFacts {
  status: JobStatus
  /** When the application was sent. */
  appliedOn: string | null
  /** The person's last call, mail, message or follow-up. */
  contactOn: string | null
  response: { kind: ResponseKind; on: string } | null
  /** The last interview, past or to come. */
  interviewOn: string | null
  /** By when an offer has to be answered. */
  deadline: string | null
  /** The day that the person chose. */
  chosen: string | null
}

export type Reason = Pick<FollowUp, 'on' | 'kind'>

const ENDED: readonly JobStatus[] = ['accepted', 'rejected', 'archived']

/** The day to ask again; null when there is nothing to ask. Does not depend on the present day. */
export function askAgain(facts: FollowUpFacts): Reason | null {
  const { status, contactOn, chosen } = facts
  if (ENDED.includes(status)) return null
  // A chosen day is done with once the person was in touch on it or after.
  if (chosen !== null && !(contactOn !== null && contactOn >= chosen)) return { on: chosen, kind: 'chosen' }
  if (status === 'offer') return beforeDeadline(facts)
  if (status !== 'applied' && status !== 'interview') return null
  if (facts.interviewOn !== null) return afterInterview(facts.interviewOn, contactOn)
  return status === 'applied' ? afterApplication(facts) : null
}

function beforeDeadline({ deadline, contactOn }: FollowUpFacts): Reason | null {
  if (deadline === null) return null
  const on = workday(addDays(deadline, -BEFORE_DEADLINE))
  return contactOn !== null && contactOn >= on ? null : { on, kind: 'offer' }
}

function afterInterview(interviewOn: string, contactOn: string | null): Reason {
  const on =
    contactOn !== null && contactOn > interviewOn
      ? addDays(contactOn, AFTER_APPLICATION)
      : addDays(interviewOn, AFTER_INTERVIEW)
  return { on: workday(on), kind: 'interview' }
}

function afterApplication({ appliedOn, contactOn, response }: FollowUpFacts): Reason | null {
  // Another answer, such as "we have it", still leaves the person waiting.
  if (response !== null && response.kind !== 'other') return null
  const last = latest(appliedOn, contactOn, response?.on ?? null)
  return last === null ? null : { on: workday(addDays(last, AFTER_APPLICATION)), kind: 'application' }
}

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

/** Why to ask then, as a sentence without a full stop: "9 days since the application, no answer yet". */
export function whyThen(facts: FollowUpFacts, { kind }: Reason, today: string): string {
  const { appliedOn, contactOn, interviewOn, deadline, response } = facts
  const contact = { on: contactOn, since: 'you were last in touch, no answer yet' }
  switch (kind) {
    case 'chosen':
      return 'The day you chose'
    case 'offer':
      return lapse(daysBetween(today, deadline ?? today))
    case 'interview':
      return interviewOn !== null && interviewOn > today
        ? `The interview is in ${days(daysBetween(today, interviewOn))}`
        : passed(today, [{ on: interviewOn, since: 'the interview, no answer yet' }, contact])
    case 'application':
      return passed(today, [
        { on: appliedOn, since: 'the application, no answer yet' },
        contact,
        { on: response?.on ?? null, since: 'their last answer' },
      ])
  }
}

function lapse(left: number): string {
  if (left === 0) return 'The offer lapses today'
  return left > 0 ? `The offer lapses in ${days(left)}` : `The offer lapsed ${days(-left)} ago`
}

/** How long ago the last of some events was; of two on one day the later in the list. */
function passed(today: string, events: readonly { on: string | null; since: string }[]): string {
  const on = latest(...events.map(event => event.on))
  const n = on === null ? 0 : daysBetween(on, today)
  const last = events.findLast(event => event.on === on)
  return n > 0 && last ? `${days(n)} since ${last.since}` : 'No answer yet'
}

/** When two are due on the same day, what is nearer to a contract comes first. */
export const FOLLOW_UP_STAGES: readonly JobStatus[] = [
  'offer',
  'interview',
  'applied',
  'preparing_to_apply',
  'approved',
  'waiting',
]

/** Days past a day to ask again; negative while it is still to come. */
export const overdueDays = (on: string, today: string): number => daysBetween(on, today)
