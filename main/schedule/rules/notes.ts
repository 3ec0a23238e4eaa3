import { type DueSlot, MOST_COUNTED } from './due.ts'

const WHY = {
  paused: 'The schedule was paused',
  missed: 'Rolecall was closed, or the computer asleep',
} as const

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
})

/** Why slots were not carried out, in a sentence, and since when if they are several. */
export function noteOf({ first, standsFor }: DueSlot, why: keyof typeof WHY): string {
  if (standsFor === 1) return `${WHY[why]}.`
  const times = standsFor >= MOST_COUNTED ? `more than ${MOST_COUNTED - 1}` : `${standsFor}`
  return `${WHY[why]}: ${times} times since ${dayAndTime.format(new Date(`${first}:00Z`))}.`
}
