import { Notification } from 'electron'
import { NotificationId } from '../../contract/ids.ts'
import type { OsNotification, OsOutcome } from '../../platform/threads/protocol.ts'
import type { AskCore } from './core-client.ts'
import { notificationName, notificationNumber } from './launched-by.ts'

/** Shown at most this many at a time; older ones stay in the system's list but lead nowhere. */
const MOST_HELD = 50
/** A system that says neither that it shows one nor that it cannot has taken it: Linux says nothing of refusals. */
const PATIENCE_MS = 5_000
/** How systems word that the person, or the system for them, forbids it. */
const FORBIDDEN = /denied|not allowed|prevent|disabled|permission|UNErrorCodeNotificationsNotAllowed/i

/** Several in one notification are known to the system under this number, and lead to all notifications. */
const SEVERAL = { ids: [], target: '/notifications' }

export interface OsNotifications {
  /** Shows one and says what became of it. Never rejects. */
  show(notification: OsNotification): Promise<OsOutcome>
  /** Whether a click on it comes back to this run. */
  holds(notificationId: number): boolean
  /** What is known of the system's permission: it is asked with the first notification. */
  allowed(): 'granted' | 'denied' | 'none'
}

/** Shows notifications of the operating system; a click calls `clicked`. */
export function createNotifications(clicked: (notification: OsNotification) => void): OsNotifications {
  // Held, because Electron forgets the click of a notification that was collected as garbage.
  const held = new Map<number, Notification>()
  let denied = false

  const show = (of: OsNotification): Promise<OsOutcome> => {
    if (!Notification.isSupported())
      return Promise.resolve({ state: 'none', message: 'This system has nothing that shows notifications.' })
    return new Promise(resolve => {
      const shown = new Notification({
        id: notificationName(of.notificationId),
        title: of.title,
        body: of.body,
      })
      const timer = setTimeout(() => resolve({ state: 'shown', message: null }), PATIENCE_MS)
      const forget = () => {
        if (held.get(of.notificationId) === shown) held.delete(of.notificationId)
      }
      shown.on('show', () => {
        clearTimeout(timer)
        denied = false
        resolve({ state: 'shown', message: null })
      })
      shown.on('click', () => {
        forget()
        clicked(of)
      })
      shown.on('close', forget)
      shown.on('failed', (_event, error) => {
        forget()
        clearTimeout(timer)
        denied = FORBIDDEN.test(error)
        resolve(
          denied
            ? {
                state: 'denied',
                message: 'The system does not let Rolecall show notifications. Allow them in its settings.',
              }
            : { state: 'failed', message: 'The system could not show the notification.' },
        )
      })
      held.set(of.notificationId, shown)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      shown.show()
    })
  }
  return {
    show,
    holds: id => held.has(id),
    allowed: () => (!Notification.isSupported() ? 'none' : denied ? 'denied' : 'granted'),
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

/** What a notification of an earlier run opens; null when it is gone. */
export async function targetOf(
  ask: AskCore,
  notificationId: number,
): Promise<Pick<OsNotification, 'ids' | 'target'> | null> {
  if (notificationId === 0) return SEVERAL
  const answer = await ask('notifications.list', { before: following(notificationId), limit: 1 })
  const found = answer.ok ? answer.value.rows.find(({ id }) => id === notificationId) : undefined
  return found ? { ids: [found.id], target: found.target } : null
}

/** Lists show what comes before a number. */
const following = (id: number) => NotificationId.parse(id + 1)
