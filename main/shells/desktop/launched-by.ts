import type { NotificationResponse } from 'electron'

/** The name under which the system knows a notification, from which a click after a restart finds its page. */
export function notificationName(notificationId: number): string {
  return `rolecall-${notificationId}`
}

/** The number in what the system hands over for a click; null when it is none of ours. */
export function notificationNumber(text: string): number | null {
  const found = /rolecall-(\d+)/.exec(text)
  return found ? Number(found[1]) : null
}

/** The number of the notification whose click started the app on a Mac, from the `ready` event; else null. */
export function launchedBy(
  launchInfo: Record<string, unknown> | NotificationResponse | undefined,
): number | null {
  return launchInfo && 'identifier' in launchInfo ? notificationNumber(String(launchInfo.identifier)) : null
}
