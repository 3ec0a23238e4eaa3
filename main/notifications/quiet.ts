import type { Settings } from '../contract/shapes.ts'
import type { Clock } from '../platform/clock.ts'
import { machineZone } from '../platform/zone.ts'
import { localTime, nextTime } from './local.ts'
import { isQuiet } from './rules.ts'

/** The end of the quiet hours as an instant; null: it is not quiet now. */
export function quietUntil(
  { quietHours }: Pick<Settings, 'quietHours'>,
  clock: Pick<Clock, 'millis'>,
  zone = machineZone(),
): string | null {
  const now = clock.millis()
  if (quietHours === null || !isQuiet(quietHours, localTime(now, zone))) return null
  return new Date(nextTime(quietHours.to, now, zone)).toISOString()
}
