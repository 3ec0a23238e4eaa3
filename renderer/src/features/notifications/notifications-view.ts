import { NotificationKind } from '../../../../main/contract/notifications.ts'
import { dayText, localDay } from '../applications/moment-text.ts'

/** What narrows the history, as it stands in the address. */
export interface NotificationsView {
  text: string
  kinds: readonly NotificationKind[]
  unread: boolean
}

export const EVERYTHING: NotificationsView = { text: '', kinds: [], unread: false }

/** The view that an address names; what it does not know is left out. */
export function readNotificationsView(params: URLSearchParams): NotificationsView {
  const named = params.get('kinds')?.split(',') ?? []
  return {
    text: params.get('q') ?? '',
    kinds: NotificationKind.options.filter(kind => named.includes(kind)),
    unread: params.get('unread') === '1',
  }
}

/** The address of a view, without what is as usual. */
export function writeNotificationsView({ text, kinds, unread }: NotificationsView): Record<string, string> {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(kinds.length === 0 ? {} : { kinds: kinds.join(',') }),
    ...(unread ? { unread: '1' } : {}),
  }
}

/** Whether a view leaves anything out. */
export const isNarrowed = ({ text, kinds, unread }: NotificationsView): boolean =>
  text.trim() !== '' || kinds.length > 0 || unread

/** Notifications of one local day, in the order in which they came. */
interface Day<T> {
  day: string
  /** "Today", "Monday, 2 November". */
  title: string
  rows: T[]
}

/** Notifications by local day, the newest first as they came. `today`: the person's local day. */
export function notificationDays<T extends { at: string }>(rows: readonly T[], today: string): Day<T>[] {
  const days = new Map<string, T[]>()
  for (const row of rows) {
    const day = localDay(new Date(row.at))
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days].map(([day, ofDay]) => ({ day, title: dayText(day, today), rows: ofDay }))
}
