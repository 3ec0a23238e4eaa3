import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ActivityRow } from '../../contract/activity.ts'
import { EVENTS, type EventType, type StoredEvent } from '../../contract/events.ts'
import { type Names, plain } from './plain.ts'
import { type Gathered, gather, keyOf, mentioned, sentence } from './sentences.ts'
import { typesFor, WORDS } from './words.ts'

const TYPES = Object.keys(EVENTS) as EventType[]

interface Shape {
  type?: string
  enum?: string[]
  anyOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
}
/** Values of a payload's schema, as far as the schemas of events go. */
function valuesOf(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(valuesOf))
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.type === 'object')
    return fc.record(
      Object.fromEntries(Object.entries(shape.properties ?? {}).map(([k, v]) => [k, valuesOf(v)])),
    )
  if (shape.type === 'array') return fc.array(valuesOf(shape.items ?? {}), { maxLength: 5 })
  if (shape.type === 'integer') return fc.integer({ min: 1, max: 30 })
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'null') return fc.constant(null)
  return hostile
}
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '\u202egnp.exe',
    'a\nb\tc',
    '__proto__',
    'constructor',
    ' ',
    '\ud800',
  ),
)
const eventOf = (type: EventType): fc.Arbitrary<StoredEvent> =>
  valuesOf(z.toJSONSchema(EVENTS[type]) as Shape).map(
    payload => ({ seq: 1, at: '2026-03-02T09:00:00.000Z', type, payload }) as StoredEvent,
  )
const names = (name: string): Names => ({
  job: () => plain(name) || 'a job',
  campaign: () => plain(name) || 'a campaign',
  source: () => plain(name) || 'a source',
  company: () => plain(name) || 'a company',
  notification: () => ({ kind: 'match', title: plain(name) || 'Told', target: '/jobs/1' }),
  reminder: () => plain(name) || 'A reminder',
  change: () => plain(name) || 'A change',
})
const gathered = (...events: StoredEvent[]): Gathered[] => {
  const all: Gathered[] = []
  events.forEach((event, index) => {
    gather(all, { ...event, seq: 1_000 - index } as StoredEvent, 100)
  })
  return all
}
const of = <T extends EventType>(type: T, payload: Extract<StoredEvent, { type: T }>['payload'], seq = 1) =>
  ({ seq, type, payload, at: '2026-03-02T09:00:00.000Z' }) as StoredEvent
const say = (...events: StoredEvent[]) =>
  gathered(...events).map(
    each => sentence(each, { ...names('Backend Berlin'), job: id => `Nurse ${id} at Care` })?.text,
  )

describe('sentences of events', () => {
  it.each(TYPES)('%s is told in plain words on one line, or is not for people', type => {
    fc.assert(
      fc.property(eventOf(type), hostile, (event, name) => {
        expect(EVENTS[type].safeParse(event.payload).success).toBe(true)
        const row = gathered(event).map(each => sentence(each, names(name)))[0]
        if (keyOf(event) === null) {
          expect(row).toBeUndefined()
          return
        }
        expect(ActivityRow.parse(row)).toEqual(row)
        expect(row?.text).toMatch(/^[^\p{C}\n]{1,400}$/u)
        expect(row?.target ?? '/').toMatch(/^\/[a-z0-9/]*$/)
      }),
      { numRuns: 60 },
    )
  })

  it('stand in exactly one group each, and groups together are all', () => {
    const groups = [
      'jobs',
      'applications',
      'campaigns',
      'runs',
      'documents',
      'notifications',
      'settings',
      'system',
    ] as const
    const each = groups.flatMap(group => typesFor([group]))
    expect([...each].sort()).toEqual([...typesFor([])].sort())
    expect(new Set(each).size).toBe(each.length)
    expect(each.length).toBeGreaterThanOrEqual(30)
    expect(TYPES.filter(type => WORDS[type] === null).sort()).toEqual(
      TYPES.filter(type => !each.includes(type)).sort(),
    )
  })

  it('lose no event and keep the order of the newest', () => {
    const some = fc.array(
      fc
        .constantFrom<EventType>('jobs.added', 'job.status_changed', 'ai.changed', 'run.finished')
        .chain(eventOf),
      {
        maxLength: 40,
      },
    )
    fc.assert(
      fc.property(some, events => {
        const numbered = events.map((event, index) => ({ ...event, seq: 1_000 - index }) as StoredEvent)
        const all = gathered(...numbered)
        const told = all.flatMap(each => each.events.map(event => event.seq)).sort((a, b) => b - a)
        expect(told).toEqual(numbered.filter(event => keyOf(event) !== null).map(event => event.seq))
        const newest = all.map(each => each.events[0].seq)
        expect(newest).toEqual([...newest].sort((a, b) => b - a))
      }),
    )
  })

  it('tell of jobs of one run as one, also when two campaigns take turns', () => {
    const found = (campaignId: number, ids: number[]) =>
      of('jobs.added', { runId: campaignId, campaignId, jobIds: ids } as never)
    expect(say(found(1, [1, 2]), found(2, [9]), found(1, [3]), found(2, [8]), found(1, [4]))).toEqual([
      '4 jobs found by Backend Berlin',
      '2 jobs found by Backend Berlin',
    ])
    expect(say(found(1, [7]))).toEqual(['Nurse 7 at Care found by Backend Berlin'])
    expect(say(of('jobs.added', { runId: null, campaignId: null, jobIds: [7] } as never))).toEqual([
      'Nurse 7 at Care added by hand',
    ])
  })

  it('name one job and count several', () => {
    const moved = (jobId: number, to: string) =>
      of('job.status_changed', { jobId, from: 'waiting', to } as never)
    expect(say(moved(1, 'approved'), moved(2, 'approved'), moved(3, 'archived'))).toEqual([
      '2 jobs moved from Waiting to Approved',
      'Nurse 3 at Care moved from Waiting to Archived',
    ])
  })

  it('say how a run ended', () => {
    const end = (state: string, newJobs: number, kind = 'collect') =>
      of('run.finished', { runId: 4, campaignId: 1, state, newJobs, kind } as never)
    expect(say(end('succeeded', 0), end('succeeded', 1), end('failed', 1204), end('cancelled', 0))).toEqual([
      'Run of Backend Berlin finished: no new jobs',
      'Run of Backend Berlin finished: 1 new job',
      'Run of Backend Berlin failed after 1,204 jobs',
      'Run of Backend Berlin was cancelled',
    ])
    expect(say(end('succeeded', 0, 'rank'), end('failed', 0, 'rank'))).toEqual([
      'Ranking for Backend Berlin failed',
    ])
  })

  it('name settings and checks in words', () => {
    expect(say(of('settings.changed', { keys: ['quietHours', 'dashboard', 'aiEnabled'] }))).toEqual([
      'Settings changed: quiet hours and AI enabled',
    ])
    expect(say(of('settings.changed', { keys: ['dashboard'] }))).toEqual([])
    expect(
      say(of('checks.finished', { runId: null, failing: ['salary_order', 'counts'], critical: true })),
    ).toEqual(['Critical checks of the data failed: salary order and counts'])
    expect(say(of('checks.finished', { runId: null, failing: [], critical: false }))).toEqual([])
  })

  it('tell of times that were caught up', () => {
    const slot = (outcome: 'caught_up' | 'missed' | 'started', day: string) =>
      of('schedule.slot_handled', {
        kind: 'briefing',
        campaignId: null,
        slot: `2026-03-${day}T08:00`,
        outcome,
      })
    expect(
      say(slot('caught_up', '03'), slot('missed', '02'), slot('missed', '01'), slot('started', '01')),
    ).toEqual([
      'Morning briefing for 3 Mar, 08:00 caught up',
      '2 older times of the morning briefing passed over for a later one',
    ])
  })

  it('ask for the names of what they speak of and no more', () => {
    const jobIds = Array.from({ length: 1_000 }, (_, index) => index + 1)
    const ids = mentioned(
      gathered(
        of('jobs.added', { runId: 1, campaignId: 2, jobIds } as never),
        of('change.undone', { changeId: 5 }),
      ),
    )
    expect([...ids.jobs]).toEqual([1, 2])
    expect([...ids.campaigns]).toEqual([2])
    expect([...ids.changes]).toEqual([5])
  })
})
