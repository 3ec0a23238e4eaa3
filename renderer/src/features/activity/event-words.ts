import type { EventMonitor, FailureView, HandlerView } from '../../../../main/contract/activity.ts'

const two = (n: number) => String(n).padStart(2, '0')
const number = (n: number) => n.toLocaleString('en')
/** "1 event", "1,204 events". */
export const eventsText = (n: number): string => (n === 1 ? '1 event' : `${number(n)} events`)

/** The hour on the clock of the wall, "14" for 14:00 to 15:00. */
export const hourLabel = (hour: string): string => two(new Date(hour).getHours())

/** What the bars say: "1,204 events in 24 hours, most of them from 14:00 to 15:00 (300)." */
export function hoursSentence(hours: EventMonitor['hours']): string {
  const all = hours.reduce((sum, { n }) => sum + n, 0)
  const most = hours.reduce<EventMonitor['hours'][number] | undefined>(
    (best, hour) => (best === undefined || hour.n > best.n ? hour : best),
    undefined,
  )
  if (all === 0 || !most) return 'No event in the last 24 hours.'
  const from = new Date(most.hour)
  const clock = (date: Date) => `${two(date.getHours())}:${two(date.getMinutes())}`
  const until = new Date(from.getTime() + 3_600_000)
  return `${eventsText(all)} in 24 hours, most of them from ${clock(from)} to ${clock(until)} (${number(most.n)}).`
}

/** How a handler stands, in two words and a tone. */
export function handlerState(handler: HandlerView): {
  word: string
  tone: 'good' | 'warn' | 'bad' | 'neutral'
} {
  if (handler.waiting > 0) return { word: 'Tries again', tone: 'warn' }
  if (handler.lastAt === null) return { word: 'Not called yet', tone: 'neutral' }
  const failedLast = handler.lastErrorAt !== null && handler.lastErrorAt >= handler.lastAt
  return failedLast ? { word: 'Failed', tone: 'bad' } : { word: 'Works', tone: 'good' }
}

/** "Tried once", "Tried 5 times". */
export const attemptsText = ({ attempts }: FailureView): string =>
  attempts === 1 ? 'Tried once' : `Tried ${attempts} times`

/** Milliseconds with one place below ten. */
export const millisText = (ms: number | null): string =>
  ms === null ? '–' : `${ms < 10 ? ms.toFixed(1) : number(Math.round(ms))} ms`

/** The payload of an event as lines that people can read. */
export function payloadText(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2)
  } catch {
    return payload
  }
}
