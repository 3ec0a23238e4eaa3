import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_NOTIFICATION_RULES, NotificationKind } from '../../contract/notifications.ts'
import { channelsOf } from './channels.ts'
import { type OsItem, type OsMoment, planOs } from './digest.ts'
import { pauseAfter, restAfter } from './retry.ts'

const NOW = '2026-03-02T12:00:00.000Z'
const before = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString()

const item: fc.Arbitrary<Omit<OsItem, 'id'>> = fc.record({
  kind: fc.constantFrom(...NotificationKind.options),
  title: fc.string({ maxLength: 8 }),
  body: fc.string({ maxLength: 8 }),
  target: fc.constantFrom('/jobs/1', '/checks'),
  campaignId: fc.constantFrom(null, 1, 2),
  campaign: fc.constantFrom(null, 'A', 'B'),
  runId: fc.constantFrom(null, 1, 2, 3),
  createdAt: fc.integer({ min: 0, max: 2_000 }).map(before),
  expiresAt: fc.option(fc.integer({ min: -60, max: 60 }).map(before)),
  n: fc.integer({ min: 1, max: 40 }),
  best: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
})
const items = fc
  .array(item, { maxLength: 20 })
  .map(all => all.map((one, index): OsItem => ({ ...one, id: index + 1 })))
const moment: fc.Arbitrary<OsMoment> = fc.record({
  now: fc.constant(NOW),
  quietUntil: fc.constantFrom(null, null, before(-90)),
  runsHeldUntil: fc.constantFrom(null, null, before(-1)),
  shownRuns: fc.constantFrom(new Set<string>(), new Set(['1:1', '2:null'])),
})
const RUNS: readonly string[] = ['match', 'run_failed', 'run_finished']

describe('what the system shows', () => {
  it('deals with each exactly once, and is never a flood', () => {
    fc.assert(
      fc.property(items, moment, (due, when) => {
        const plan = planOs(due, when)
        const dealt = [...plan.show, ...plan.hold, ...plan.skip].flatMap(({ ids }) => ids)
        expect(dealt.toSorted((a, b) => a - b)).toEqual(due.map(({ id }) => id))
        // One for what is late, and one each for runs, interviews, what is due, and the rest.
        expect(plan.show.length).toBeLessThanOrEqual(5)
        for (const { ids, title, notificationId } of plan.show) {
          expect(notificationId === 0 || ids.includes(notificationId)).toBe(true)
          if (ids.length > 1 && notificationId === 0) expect(title).not.toBe('')
        }
      }),
    )
  })

  it('shows nothing in quiet hours, nothing that is over, and no run and campaign twice', () => {
    fc.assert(
      fc.property(items, moment, (due, when) => {
        const plan = planOs(due, when)
        if (when.quietUntil !== null) expect(plan.show).toEqual([])
        const byId = new Map(due.map(one => [one.id, one]))
        const keys: string[] = []
        for (const { ids } of plan.show) {
          for (const id of ids) {
            const { expiresAt } = byId.get(id) ?? { expiresAt: null }
            expect(expiresAt === null || expiresAt > NOW).toBe(true)
          }
          const told = ids.flatMap(id => byId.get(id) ?? [])
          const recent = told.filter(({ createdAt }) => createdAt >= before(720))
          const ofRuns = recent.filter(({ kind, runId }) => RUNS.includes(kind) && runId !== null)
          for (const key of new Set(ofRuns.map(({ runId, campaignId }) => `${runId}:${campaignId}`)))
            keys.push(key)
        }
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.filter(key => when.shownRuns.has(key))).toEqual([])
        if (when.runsHeldUntil !== null) expect(keys).toEqual([])
      }),
    )
  })

  it('says of one what it says itself', () => {
    const [only] = fc.sample(item, { numRuns: 1, seed: 1 })
    if (!only) throw new Error('no sample')
    const one = { ...only, id: 7, createdAt: NOW, expiresAt: null }
    const calm = { now: NOW, quietUntil: null, runsHeldUntil: null, shownRuns: new Set<string>() }
    expect(planOs([one], calm).show).toEqual([
      { ids: [7], notificationId: 7, title: one.title, body: one.body, target: one.target },
    ])
  })
})

it('channels follow the choices, floors bound matches only, and mail needs a server', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NotificationKind.options),
      fc.record({ in_app: fc.boolean(), os: fc.boolean(), email: fc.boolean() }),
      fc.option(fc.integer({ min: 0, max: 100 })),
      fc.option(fc.integer({ min: 0, max: 100 })),
      fc.option(fc.integer({ min: 0, max: 100 })),
      fc.boolean(),
      (kind, wanted, matchFloorOs, matchFloorEmail, best, mailReady) => {
        const settings = {
          notify: { ...DEFAULT_NOTIFICATION_RULES, [kind]: wanted },
          matchFloorOs,
          matchFloorEmail,
        }
        const channels = channelsOf(kind, settings, best, mailReady)
        const above = (floor: number | null) =>
          kind !== 'match' || floor === null || best === null || best >= floor
        expect(channels.includes('in_app')).toBe(wanted.in_app)
        expect(channels.includes('os')).toBe(wanted.os && above(matchFloorOs))
        expect(channels.includes('email')).toBe(wanted.email && mailReady && above(matchFloorEmail))
      },
    ),
  )
})

it('tries after 1, 5, 15 and 60 minutes, then every hour, for about a day', () => {
  const pauses = []
  for (let tries = 1; ; tries += 1) {
    const pause = pauseAfter(tries)
    if (pause === null) break
    pauses.push(pause / 60_000)
  }
  expect(pauses.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60])
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 60
  expect(hours).toBeGreaterThan(22)
  expect(hours).toBeLessThan(25)
  expect(restAfter(1, true)).toBe(3_600_000)
})
