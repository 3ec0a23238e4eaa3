import type { InterviewKind } from '../../contract/applications.ts'
import type { PlainContent } from './content.ts'
import { count, line } from './messages/texts.ts'

/** What is said when the time of something comes. Local times are YYYY-MM-DDTHH:MM. */

export const INTERVIEW_WORDS: Record<InterviewKind, string> = {
  phone: 'Phone call',
  video: 'Video call',
  onsite: 'On site',
  technical: 'Technical interview',
  task: 'Task',
  panel: 'Panel',
  other: 'Interview',
}

interface DueSaid {
  title: string
  body: string
  target: string
  content: PlainContent
}

const DAY = 10

/** "14:30", or with the day when it is not the present one. */
function moment(at: string, now: string): string {
  return at.slice(0, DAY) === now.slice(0, DAY) ? at.slice(DAY + 1) : at.replace('T', ' ')
}

const plain = (facts: PlainContent['facts']): PlainContent => ({
  kind: 'plain',
  facts: facts.filter(({ value }) => value !== ''),
  url: null,
})

export function reminderSays(
  reminder: { text: string; jobId: number | null; title: string | null; company: string | null },
  due: string,
  now: string,
): DueSaid {
  const { jobId, title, company } = reminder
  const job = title === null ? '' : `${line(title, 120)} at ${line(company ?? '', 80)}`
  // Told within the minute it needs no time.
  const late = due.slice(0, 16) < now.slice(0, 16) ? `Was due ${moment(due, now)}` : ''
  return {
    title: `Reminder: ${line(reminder.text, 140)}`,
    body: [job, late].filter(Boolean).join('. '),
    target: jobId === null ? '/reminders' : `/applications?job=${jobId}`,
    content: plain([
      { label: 'Due', value: due.replace('T', ' ') },
      { label: 'Job', value: job },
    ]),
  }
}

export function interviewSays(
  interview: {
    jobId: number
    kind: InterviewKind
    minutes: number
    place: string
    people: string
    title: string
    company: string
  },
  at: string,
  now: string,
): DueSaid {
  const { kind, place, people } = interview
  const begun = at <= now
  const job = `${line(interview.title, 100)} at ${line(interview.company, 80)}`
  return {
    title: `${begun ? 'Interview since' : 'Interview at'} ${moment(at, now)}: ${line(interview.company, 80)}`,
    body: [job, INTERVIEW_WORDS[kind], line(place, 120), people === '' ? '' : `with ${line(people, 120)}`]
      .filter(Boolean)
      .join(', '),
    target: `/applications?job=${interview.jobId}`,
    content: plain([
      { label: 'When', value: `${at.replace('T', ' ')}, ${count(interview.minutes, 'minute')}` },
      { label: 'Kind', value: INTERVIEW_WORDS[kind] },
      { label: 'Where', value: place },
      { label: 'With', value: people },
      { label: 'Job', value: job },
    ]),
  }
}

export function followUpsSay(total: number, first: readonly { title: string; company: string }[]): DueSaid {
  const names = first.map(({ title, company }) => `${line(title, 80)} at ${line(company, 60)}`)
  const left = total - names.length
  return {
    title: total === 1 ? 'A follow-up is due' : `${count(total, 'follow-up')} are due`,
    body: [...names, ...(left > 0 ? [`and ${count(left, 'other')}`] : [])].join(', '),
    target: '/applications/follow-ups',
    content: plain(names.map((value, index) => ({ label: index === 0 ? 'Ask again' : '', value }))),
  }
}
