import { describe, expect, it } from 'vitest'
import type { DeliveryView } from '../../../../main/contract/notifications.ts'
import { NotificationKind } from '../../../../main/contract/notifications.ts'
import { deliveriesWorthSaying, deliveryText, KINDS } from './notification-words.ts'

const delivery = (change: Partial<DeliveryView>): DeliveryView => ({
  channel: 'email',
  state: 'delivered',
  attempts: 1,
  at: null,
  nextAt: null,
  error: null,
  ...change,
})

it('lists every kind once', () => {
  expect(KINDS.toSorted()).toEqual(NotificationKind.options.toSorted())
})

describe('a delivery', () => {
  it('says how far it is', () => {
    expect(deliveryText(delivery({}))).toBe('Sent by email')
    expect(deliveryText(delivery({ channel: 'os' }))).toBe('Shown by the system')
    expect(deliveryText(delivery({ state: 'failed', attempts: 1200 }))).toBe(
      'Could not be sent by email after 1,200 tries',
    )
    expect(deliveryText(delivery({ state: 'failed' }))).toBe('Could not be sent by email')
    expect(deliveryText(delivery({ state: 'pending', attempts: 0 }))).toBe('Waits to be sent by email')
    expect(deliveryText(delivery({ state: 'pending' }))).toBe('Is tried again by email')
  })

  it('in the app is told only when it failed', () => {
    const shown = delivery({ channel: 'in_app' })
    const failed = delivery({ channel: 'in_app', state: 'failed' })
    const mailed = delivery({})
    const unused = delivery({ channel: 'os', state: 'skipped' })
    expect(deliveriesWorthSaying([shown, failed, unused, mailed])).toEqual([failed, mailed])
  })
})
