import { expect, test } from 'vitest'
import type { HandlerView } from '../../../../main/contract/activity.ts'
import { handlerState, hoursSentence, millisText, payloadText } from './event-words.ts'

const handler: HandlerView = {
  name: 'Rank changed jobs',
  types: ['jobs.changed'],
  handled: 3,
  failed: 0,
  lastAt: '2026-03-02T09:00:00.000Z',
  meanMs: 2,
  lastError: null,
  lastErrorAt: null,
  waiting: 0,
}

test('a handler works, tries again, failed or was never called', () => {
  expect(handlerState(handler).word).toBe('Works')
  expect(handlerState({ ...handler, waiting: 1 }).word).toBe('Tries again')
  expect(handlerState({ ...handler, lastErrorAt: handler.lastAt }).word).toBe('Failed')
  expect(handlerState({ ...handler, lastErrorAt: '2026-03-01T09:00:00.000Z' }).word).toBe('Works')
  expect(handlerState({ ...handler, lastAt: null }).word).toBe('Not called yet')
})

test('a sentence says what the bars say', () => {
  const hour = (day: number, hours: number, n: number) => ({
    hour: new Date(2026, 2, day, hours).toISOString(),
    n,
  })
  expect(hoursSentence([hour(1, 23, 4), hour(2, 0, 1_200)])).toBe(
    '1,204 events in 24 hours, most of them from 00:00 to 01:00 (1,200).',
  )
  expect(hoursSentence([hour(1, 23, 0)])).toBe('No event in the last 24 hours.')
})

test('times have the places that matter, and payloads stand on lines', () => {
  expect([millisText(0.24), millisText(1_204.4), millisText(null)]).toEqual(['0.2 ms', '1,204 ms', '–'])
  expect(payloadText('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(payloadText('no json')).toBe('no json')
})
