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
  if (kind === 'chosen') return 'The day you chose'
  if (kind === 'offer') {
    const left = deadline === null ? 0 : daysBetween(today, deadline)
    if (left === 0) return 'The offer lapses today'
    return left > 0 ? `The offer lapses in ${days(left)}` : `The offer lapsed ${days(-left)} ago`
  }
  if (kind === 'interview' && interviewOn !== null && interviewOn > today)
    return `The interview is in ${days(daysBetween(today, interviewOn))}`
  const answered = response?.on ?? null
  const begun = kind === 'interview' ? interviewOn : appliedOn
  const last = latest(begun, contactOn, kind === 'application' ? answered : null) ?? today
  const since =
    last === begun
      ? kind === 'interview'
        ? 'the interview'
        : 'the application'
      : last === contactOn
        ? 'you were last in touch'
        : 'their answer'
  const passed = daysBetween(last, today)
  if (passed <= 0) return `Today: ${since}`
  return last === answered && kind === 'application' && since === 'their answer'
    ? `${days(passed)} since their answer`
    : `${days(passed)} since ${since}, no answer yet`
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
