import { describe, expect, it } from 'vitest'
import {
  EVERYTHING,
  isNarrowed,
  notificationDays,
  readNotificationsView,
  writeNotificationsView,
} from './notifications-view.ts'

describe('the address', () => {
  it('holds a view and gives it back', () => {
    const view = { text: 'rust leeds', kinds: ['match', 'interview'], unread: true } as const
    expect(readNotificationsView(new URLSearchParams(writeNotificationsView(view)))).toEqual(view)
    expect(writeNotificationsView(EVERYTHING)).toEqual({})
  })

  it('leaves out what it does not know', () => {
    const view = readNotificationsView(new URLSearchParams('kinds=match,spam&unread=yes'))
    expect(view).toEqual({ text: '', kinds: ['match'], unread: false })
    expect(isNarrowed(view)).toBe(true)
    expect(isNarrowed({ ...EVERYTHING, text: '  ' })).toBe(false)
  })
})

it('groups by the local day and keeps the order', () => {
  const rows = [
    [3, new Date(2026, 10, 22, 9, 0)],
    [2, new Date(2026, 10, 21, 23, 59)],
    [1, new Date(2026, 10, 21, 0, 1)],
  ] as const
  const days = notificationDays(
    rows.map(([id, at]) => ({ id, at: at.toISOString() })),
    '2026-11-22',
  )
  expect(days.map(({ title, rows: ofDay }) => [title, ofDay.map(({ id }) => id)])).toEqual([
    ['Today', [3]],
    ['Yesterday', [2, 1]],
  ])
})
