import ical from 'ical-generator'
import type { InterviewKind } from '../contract/applications.ts'
import type { InterviewRow } from './store.ts'

/** An interview as a file for calendars. */

const MINUTE_MS = 60_000

const SUMMARIES: Record<InterviewKind, string> = {
  phone: 'Phone interview',
  video: 'Video interview',
  onsite: 'Interview on site',
  technical: 'Technical interview',
  task: 'Task for an interview',
  panel: 'Panel interview',
  other: 'Interview',
}

/** An address that opens; other places are rooms or streets. */
const isAddress = (place: string): boolean => /^https?:\/\/\S+$/i.test(place)

/** The text of an .ics file and a name for it; times are in UTC and the UID stays the same at every export. */
export function interviewCalendar(
  interview: InterviewRow,
  job: { title: string; company: string },
  now: string,
): { fileName: string; text: string } {
  const start = new Date(interview.at)
  const summary = `${SUMMARIES[interview.kind]}: ${job.title}, ${job.company}`
  const lines = [
    interview.people === '' ? '' : `With ${interview.people}`,
    isAddress(interview.place) ? interview.place : '',
    interview.notes,
  ]
  const calendar = ical({ prodId: { company: 'Rolecall', product: 'Rolecall', language: 'EN' } })
  calendar.createEvent({
    id: `interview-${interview.id}-${interview.created_at.replace(/\D/g, '')}@rolecall`,
    stamp: new Date(now),
    start,
    end: new Date(start.getTime() + interview.minutes * MINUTE_MS),
    summary,
    description: lines.filter(line => line !== '').join('\n\n') || null,
    location: interview.place || null,
    url: isAddress(interview.place) ? interview.place : null,
  })
  return { fileName: fileName(job.company, interview.at), text: calendar.toString() }
}

/** "interview-ardent-systems-2026-03-12.ics": letters and digits that every system takes. */
function fileName(company: string, at: string): string {
  const name = company
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${['interview', name, at.slice(0, 10)].filter(part => part !== '').join('-')}.ics`
}
