import { Notification, type NotificationResponse } from 'electron'
import type { OsNotification } from '../../platform/threads/protocol.ts'
import type { AskCore } from './core-client.ts'

/** Shown at most this many at a time; older ones stay in the system's list but lead nowhere. */
const MOST_HELD = 50
/** The name under which the system knows a notification, from which a click after a restart finds its page. */
const NAME = /rolecall-(\d+)/

export interface OsNotifications {
  show(notification: OsNotification): void
  /** Whether a click on it comes back to this run. */
  holds(notificationId: number): boolean
}

/** Shows notifications of the operating system; a click calls `clicked`. */
export function createNotifications(clicked: (notification: OsNotification) => void): OsNotifications {
  // Held, because Electron forgets the click of a notification that was collected as garbage.
  const held = new Map<number, Notification>()
  return {
    show(of) {
      if (!Notification.isSupported()) return
      const shown = new Notification({
        id: `rolecall-${of.notificationId}`,
        title: of.title,
        body: of.body,
      })
      const forget = () => held.delete(of.notificationId)
      shown.on('click', () => {
        forget()
        clicked(of)
      })
      shown.on('close', forget)
      shown.on('failed', forget)
      held.set(of.notificationId, shown)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      shown.show()
    },
    holds: id => held.has(id),
  }
}

/** The number in what the system hands over when it starts the app for a click; null when it is none of ours. */
export function notificationNumber(text: string): number | null {
  const found = NAME.exec(text)
  return found ? Number(found[1]) : null
}

/** The number of the notification whose click started the app on a Mac, from the `ready` event; else null. */
export function launchedBy(
  launchInfo: Record<string, unknown> | NotificationResponse | undefined,
): number | null {
  return launchInfo && 'identifier' in launchInfo ? notificationNumber(String(launchInfo.identifier)) : null
}

/**
 * Calls `clicked` with the number of every notification that is clicked on Windows, also of those that an earlier run
 * left in the system's list; a click that started the app is told at once. To call when the app is ready.
 */
export function onActivation(clicked: (notificationId: number) => void): void {
  if (process.platform !== 'win32') return
  Notification.handleActivation(details => {
    const id = details.type === 'click' ? notificationNumber(details.arguments) : null
    if (id !== null) clicked(id)
  })
}

/** The page of a stored notification; null when it is gone. */
export async function targetOf(ask: AskCore, notificationId: number): Promise<OsNotification | null> {
  const answer = await ask('notifications.list', { limit: 200 })
  const found = answer.ok ? answer.value.rows.find(({ id }) => id === notificationId) : undefined
  return found ? { notificationId, title: found.title, body: found.body, target: found.target } : null
}
