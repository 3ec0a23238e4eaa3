import type { Channel, NotificationKind } from '../../contract/notifications.ts'
import type { Settings } from '../../contract/shapes.ts'

type Choice = Pick<Settings, 'notify' | 'matchFloorOs' | 'matchFloorEmail'>

const reaches = (best: number | null, floor: number | null): boolean =>
  floor === null || best === null || best >= floor

/**
 * The channels by which a notification is told. `best`: the best score that it speaks of, held against the floors of
 * matches; null: none. `mailReady`: there is a server and somebody to write to.
 */
export function channelsOf(
  kind: NotificationKind,
  settings: Choice,
  best: number | null,
  mailReady: boolean,
): Channel[] {
  const wanted = settings.notify[kind]
  const match = kind === 'match'
  const channels: Channel[] = []
  if (wanted.in_app) channels.push('in_app')
  if (wanted.os && (!match || reaches(best, settings.matchFloorOs))) channels.push('os')
  if (wanted.email && mailReady && (!match || reaches(best, settings.matchFloorEmail))) channels.push('email')
  return channels
}
