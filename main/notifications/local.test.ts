import { afterEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { previewDaily } from './daily.ts'
import { localMoment, midnight, nextTime } from './local.ts'
import { quietUntil } from './quiet.ts'

// What the clocks around the person show counts, wherever Rolecall was started.

const at = (iso: string) => Date.parse(iso)
const show = (instant: number) => new Date(instant).toISOString()
const NEW_YORK = 'America/New_York'
const BERLIN = 'Europe/Berlin'

describe('days and times of a zone', () => {
  it('are those of its clocks', () => {
    expect(localMoment(at('2026-03-03T01:30:00Z'), NEW_YORK)).toBe('2026-03-02T20:30')
    expect(show(midnight(at('2026-03-03T01:30:00Z'), 0, NEW_YORK))).toBe('2026-03-02T05:00:00.000Z')
    expect(show(midnight(at('2026-03-29T12:00:00Z'), 1, BERLIN))).toBe('2026-03-29T22:00:00.000Z')
    expect(show(nextTime('09:00', at('2026-03-02T08:00:00Z'), BERLIN))).toBe('2026-03-03T08:00:00.000Z')
    // Clocks skip it in that night: it is taken where they jump.
    expect(show(nextTime('02:30', at('2026-03-28T22:00:00Z'), BERLIN))).toBe('2026-03-29T01:00:00.000Z')
  })
})

describe('quiet hours', () => {
  const until = (now: string, zone: string) =>
    quietUntil({ quietHours: { from: '22:00', to: '07:00' } }, { millis: () => at(now) }, zone)
  it('pass midnight and end by the clocks of the place', () => {
    expect(until('2026-03-02T22:30:00Z', BERLIN)).toBe('2026-03-03T06:00:00.000Z')
    expect(until('2026-03-02T22:30:00Z', NEW_YORK)).toBeNull()
    expect(until('2026-03-03T04:00:00Z', NEW_YORK)).toBe('2026-03-03T12:00:00.000Z')
  })
  it('end an hour of sleep earlier in the night when clocks are put forward', () => {
    expect(until('2026-03-28T23:00:00Z', BERLIN)).toBe('2026-03-29T05:00:00.000Z')
  })
})

describe('the evening summary of somebody who travelled', () => {
  let backend: TestBackend
  afterEach(() => backend.close())
  it('is of the day that is ending there', async () => {
    backend = openBackend({ now: '2026-03-02T15:00:00.000Z' })
    const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
    await backend.importText(jsonl([row()]), campaignId)
    backend.clock.set('2026-03-03T01:00:00.000Z')
    const { text } = previewDaily(backend.context, 'summary', NEW_YORK)
    expect(text).toContain('Monday, 2 March')
    expect(text).toContain('New jobs: 1')
  })
})
