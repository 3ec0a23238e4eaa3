import type { NotificationId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'

/** The messages of the morning and of the evening. */

/**
 * Makes the message of a slot and queues it; answers the notification, the one of before when the slot was told already,
 * or null when there is nothing to say. `slot`: the local date and time that it stands for, YYYY-MM-DDTHH:MM.
 */
export function sendDaily(
  _context: CommandContext,
  _kind: 'briefing' | 'summary',
  _slot: string,
): NotificationId | null {
  return null
}
