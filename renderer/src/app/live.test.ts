import type { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventPayload, EventType } from '../../../main/contract/events.ts'
import type { PushFrame } from '../../../main/contract/frames.ts'
import { JobId } from '../../../main/contract/ids.ts'

const page = vi.hoisted(() => ({
  push: (_frame: PushFrame): void => undefined,
  queryClient: undefined as QueryClient | undefined,
}))
vi.mock('./core.ts', async () => {
  const { QueryClient: Client } = await import('@tanstack/react-query')
  page.queryClient = new Client()
  return {
    queryClient: page.queryClient,
    carrier: {
      subscribe: (_since: number | null, listener: (frame: PushFrame) => void) => {
        page.push = listener
        return () => undefined
      },
    },
  }
})
const { startLive } = await import('./live.ts')

const AREAS = ['jobs', 'dashboard', 'settings', 'campaigns']
const event = <T extends EventType>(type: T, payload: EventPayload<T>) =>
  ({ kind: 'event', event: { seq: 1, type, payload, at: '2026-11-21T08:00:00.000Z' } }) as PushFrame
const old = () => AREAS.filter(area => page.queryClient?.getQueryState([area])?.isInvalidated)

beforeEach(() => {
  vi.useFakeTimers()
  startLive()
  page.push({ kind: 'hello', seq: 0, gap: false })
  for (const area of AREAS) page.queryClient?.setQueryData([area], 'answer')
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

test('an event makes old what it touches, at once, and nothing else', () => {
  page.push(event('job.favourite_changed', { jobId: JobId.parse(1), favourite: true }))
  expect(old()).toEqual(['jobs', 'dashboard'])
})

test('a gap in the stream makes everything old', () => {
  page.push({ kind: 'hello', seq: 90, gap: true })
  expect(old()).toEqual(AREAS)
})

test('a storm of events is taken in at most four times a second', () => {
  const invalidate = vi.spyOn(page.queryClient as QueryClient, 'invalidateQueries')
  for (let n = 0; n < 100; n += 1) {
    page.push(event('settings.changed', { keys: ['theme'] }))
    vi.advanceTimersByTime(10)
  }
  // One event may touch several areas.
  const settings = invalidate.mock.calls.filter(([filters]) => filters?.queryKey?.[0] === 'settings')
  expect(settings.length).toBeGreaterThan(0)
  expect(settings.length).toBeLessThanOrEqual(5)
  invalidate.mockRestore()
})

test('what was asked while the core was away is asked again', () => {
  page.push({ kind: 'signal', signal: { type: 'core.state', payload: { state: 'restarting', message: '' } } })
  expect(old()).toEqual([])
  page.push({ kind: 'signal', signal: { type: 'core.state', payload: { state: 'ready', message: '' } } })
  expect(old()).toEqual(AREAS)
})
