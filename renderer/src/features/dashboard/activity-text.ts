import type { ActivityDay, DashboardView } from '../../../../main/contract/shapes.ts'
import { whenText } from '../../ui/when-text.ts'

const number = (n: number) => n.toLocaleString('en')
const jobs = (n: number) => `${number(n)} ${n === 1 ? 'job' : 'jobs'}`

/**
 * What the chart says, in words: how much was found, when most, and what was decided. `within` names the range: "in the
 * last 30 days".
 */
export function activitySentence(
  days: readonly ActivityDay[],
  totals: DashboardView['inRange'],
  within: string,
  now: Date,
): string {
  const { found, approved, rejected, applied, interview, offer } = totals
  const decided = approved + rejected + applied
  if (found + decided + interview + offer === 0) return `Nothing happened ${within}.`
  const busiest = days.reduce<ActivityDay | null>(
    (most, day) => (day.found > (most?.found ?? 0) ? day : most),
    null,
  )
  const findings =
    busiest === null
      ? `No job was found ${within}.`
      : busiest.found === found
        ? `${jobs(found)} found, all ${onDay(busiest.day, now)}.`
        : `${jobs(found)} found ${within}, most ${onDay(busiest.day, now)} (${number(busiest.found)}).`
  const decisions =
    decided === 0
      ? 'Nothing was decided yet.'
      : `${number(approved)} approved, ${number(rejected)} rejected, ${number(applied)} applied for.`
  const answers =
    interview + offer === 0
      ? ''
      : ` ${number(interview)} ${interview === 1 ? 'interview' : 'interviews'}, ${number(offer)} ${offer === 1 ? 'offer' : 'offers'}.`
  return `${findings} ${decisions}${answers}`
}

function onDay(day: string, now: Date): string {
  const words = whenText(day, now)
  return /^\d+ [A-Z]/.test(words) ? `on ${words}` : words
}
