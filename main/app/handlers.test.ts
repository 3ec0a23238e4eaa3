import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { lookAtWaiting, notify } from '../notifications/service.ts'
import { registerHandlers } from './handlers.ts'

const nothing = { wake: () => {} }
let backend: TestBackend
beforeEach(() => {
  backend = openBackend({ now: '2026-03-02T12:00:00.000Z' })
  registerHandlers(backend.bus, {
    ai: nothing,
    delivery: backend.delivery,
    due: null,
    enrichment: nothing,
    mailChanged: () => {},
    quietChanged() {
      backend.context.unit(lookAtWaiting)
      backend.delivery.wake()
    },
    matchAll: nothing,
    rankChanged: nothing,
    reading: nothing,
    scheduler: null,
  })
  backend.bus.start()
})
afterEach(() => backend.close())

async function settled(): Promise<void> {
  await backend.bus.settled()
  await backend.delivery.settled()
}

it('shows what the quiet hours held back as soon as they are switched off', async () => {
  await backend.call('settings.update', { quietHours: { from: '00:00', to: '23:59' } })
  backend.context.unit(tx =>
    notify(tx, {
      kind: 'check',
      title: 'Held',
      body: '',
      target: '/checks',
      campaignId: null,
      runId: null,
      dedupeKey: 'held',
    }),
  )
  await settled()
  expect(backend.shown).toEqual([])
  // Others than before, and it is quiet still.
  await backend.call('settings.update', { quietHours: { from: '00:00', to: '23:58' } })
  await settled()
  expect(backend.shown).toEqual([])
  await backend.call('settings.update', { quietHours: null })
  await settled()
  expect(backend.shown).toMatchObject([{ title: 'Held' }])
})
