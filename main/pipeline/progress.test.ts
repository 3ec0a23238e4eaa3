import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Signal } from '../contract/events.ts'
import { CampaignId, RunId } from '../contract/ids.ts'
import { systemClock } from '../platform/clock.ts'
import { createProgress } from './progress.ts'
import { NO_COUNTS } from './rules/counts.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T12:00:00.000Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

it('is shown at most four times a second, also after the clock was set back', () => {
  const signals: Signal[] = []
  const progress = createProgress(
    {
      id: RunId.parse(1),
      campaignId: CampaignId.parse(1),
      kind: 'import',
      trigger: 'you',
      label: '',
      input: {},
      state: 'running',
      counts: NO_COUNTS,
      row: 0,
      error: null,
      queuedAt: '',
      startedAt: null,
      finishedAt: null,
      campaignName: '',
      campaignExists: true,
    },
    { steps: [], lines: 0 },
    systemClock,
    signal => signals.push(signal),
  )
  const second = () => {
    signals.length = 0
    for (let tenth = 0; tenth < 10; tenth += 1) {
      progress.show()
      vi.advanceTimersByTime(100)
    }
    return signals.length
  }
  const before = second()
  vi.setSystemTime(new Date('2026-03-02T10:30:00.000Z'))
  expect(second()).toBeGreaterThanOrEqual(4)
  // The first one is told at once.
  expect(before).toBe(5)
  progress.stop()
})
