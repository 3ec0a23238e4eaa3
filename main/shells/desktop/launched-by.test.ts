import { expect, it } from 'vitest'
import { launchedBy, notificationName, notificationNumber } from './launched-by.ts'

it('finds the notification that started the app', () => {
  expect(launchedBy({ identifier: notificationName(12) })).toBe(12)
  expect(launchedBy({})).toBeNull()
  expect(launchedBy(undefined)).toBeNull()
  expect(notificationNumber('type=click&tag=rolecall-7&group=')).toBe(7)
  expect(notificationNumber('type=click&tag=other-7')).toBeNull()
})
