import { Notification } from 'electron'
import type { OsNotification } from '../../platform/threads/protocol.ts'
import type { AskCore } from './core-client.ts'
import { notificationName, notificationNumber } from './launched-by.ts'

/** Shown at most this many at a time; older ones stay in the system's list but lead nowhere. */
const MOST_HELD = 50

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
        id: notificationName(of.notificationId),
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
