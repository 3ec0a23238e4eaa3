import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ScheduleView } from '../../main/contract/schedule.ts'
import { openPlace, type Place } from './kit.ts'

// Each command is a process that starts the whole core: a second here, many where other tests have the processors.
vi.setConfig({ testTimeout: 120_000 })

let place: Place
beforeAll(() => {
  place = openPlace({ env: { TZ: 'Asia/Kathmandu' } })
})
afterAll(() => place.remove())

it('shows what comes by itself, pauses it and goes on', async () => {
  const paused = await place.rolecall('schedule', 'pause')
  expect(paused.stdout).toMatch(/^Paused\./)
  const resumed = await place.json<ScheduleView & { handled: unknown[] }>('schedule', 'resume')
  expect(resumed).toMatchObject({ paused: false, zone: expect.stringMatching(/^Asia\/Kat[hm]/), handled: [] })
  expect(resumed.next?.kind).toMatch(/^(briefing|summary)$/)
  expect(resumed.entries.map(({ kind, words }) => [kind, words])).toEqual([
    ['briefing', 'every day at 08:00'],
    ['summary', 'every day at 20:00'],
  ])
})
