import type { ApplicationCard } from '../../../../main/contract/applications.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import { RESPONSE_LABELS } from './application-words.ts'
import { ageText, clockText, daysFromTo, localDay, shortDayText } from './moment-text.ts'

/** What a card says beside its title: what comes next, and what has waited too long. */
export interface CardNote {
  kind: 'interview' | 'deadline' | 'stale' | 'next'
  text: string
  /** `warn`: soon or too long; `bad`: too late. */
  tone: 'plain' | 'warn' | 'bad'
}

/** So many days before its end an offer's deadline is urgent. */
const URGENT_DAYS = 3

const daysText = (days: number) => (days === 1 ? '1 day' : `${days.toLocaleString('en')} days`)
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
/** "today", "tomorrow", "Fri, 27 Nov": a day in the middle of a sentence. */
const dayWithin = (day: string, today: string) =>
  Math.abs(daysFromTo(today, day)) <= 1 ? lower(shortDayText(day, today)) : shortDayText(day, today)

/** The notes of a card, the most pressing first. */
export function cardNotes(card: ApplicationCard, now: Date): CardNote[] {
  const today = localDay(now)
  const notes: CardNote[] = []
  if (card.offerDeadline !== null && (card.job.status === 'offer' || card.job.status === 'interview')) {
    const left = daysFromTo(today, card.offerDeadline)
    notes.push({
      kind: 'deadline',
      text: `${left < 0 ? 'Deadline was' : 'Answer by'} ${dayWithin(card.offerDeadline, today)}`,
      tone: left < 0 ? 'bad' : left <= URGENT_DAYS ? 'warn' : 'plain',
    })
  }
  if (card.interviewAt !== null) {
    const day = localDay(new Date(card.interviewAt))
    notes.push({
      kind: 'interview',
      text: `Interview ${dayWithin(day, today)}, ${clockText(card.interviewAt)}`,
      tone: daysFromTo(today, day) <= 1 ? 'warn' : 'plain',
    })
  }
  if (card.staleDays !== null)
    notes.push({ kind: 'stale', text: `No answer for ${daysText(card.staleDays)}`, tone: 'warn' })
  if (card.nextStep !== '' || card.nextStepAt !== null) {
    const day = card.nextStepAt === null ? null : localDay(new Date(card.nextStepAt))
    const late = day !== null && day < today
    const step = card.nextStep === '' ? 'Next step' : card.nextStep
    notes.push({
      kind: 'next',
      text: day === null ? step : `${step}, ${dayWithin(day, today)}`,
      tone: late ? 'warn' : 'plain',
    })
  }
  return notes
}

/** How long a card has been in its status: "6 days", "since today". */
export const ageInStatus = (card: ApplicationCard, now: Date): string => ageText(card.movedAt, now)

/** What a screen reader says of a card: first what tells cards apart. */
export function cardName(card: ApplicationCard, now: Date): string {
  const { job } = card
  const age = ageInStatus(card, now)
  return [
    job.title,
    job.company,
    age === 'today' ? `${STATUS_LABELS[job.status]} since today` : `${STATUS_LABELS[job.status]} for ${age}`,
    ...cardNotes(card, now).map(note => note.text),
    card.response && card.response.kind !== 'none' ? `answer: ${RESPONSE_LABELS[card.response.kind]}` : '',
    job.score === null ? '' : `score ${Math.round(job.score)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
