import type { Settings } from '../contract/shapes.ts'
import type { Clock } from '../platform/clock.ts'
import { localTime, nextLocalTime } from '../platform/schedule.ts'
import { isQuiet } from './rules.ts'

/** The end of the quiet hours as an instant; null: it is not quiet now. */
export function quietUntil({ quietHours }: Pick<Settings, 'quietHours'>, clock: Clock): string | null {
  const local = new Date(clock.millis())
  if (quietHours === null || !isQuiet(quietHours, localTime(local))) return null
  return nextLocalTime(quietHours.to, local).toISOString()
}
