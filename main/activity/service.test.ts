import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { EVENTS } from '../contract/events.ts'
import { JobId } from '../contract/ids.ts'
import { trimEvents } from '../platform/events/trim.ts'

let backend: TestBackend
beforeEach(() => {
  backend = openBackend({ now: '2026-03-02T09:00:00.000Z' })
})
afterEach(() => backend.close())

const campaign = async (name = 'Backend Berlin') =>
  (await backend.call('campaigns.create', { name, query: 'engineer' })).campaignId
const texts = async (input: Parameters<typeof backend.call<'activity.list'>>[1] = {}) =>
  (await backend.call('activity.list', input)).rows.map(each => each.text)
const emit = (n: number, day?: string) => {
  if (day) backend.clock.set(day)
  for (let left = n; left > 0; left -= 500)
    backend.context.unit(tx => {
      for (let index = 0; index < Math.min(left, 500); index++) tx.emit('profile.changed', {})
    })
}
/** Bites until nothing is left to bite. */
const trim = () => {
  let bites = 0
  while (backend.context.unit(trimEvents)) bites += 1
  return bites
}
const monitor = () => backend.call('events.monitor', {})

describe('activity.list', () => {
  it('tells what happened in sentences, the newest first', async () => {
    const campaignId = await campaign()
    const { run } = await backend.importText(
      jsonl([row(), row({ id: 'b', title: 'Nurse', company: 'Care' })]),
      campaignId,
    )
    await backend.call('applications.setStatus', { jobIds: [JobId.parse(2)], status: 'approved' })
    expect(await texts({ groups: ['applications', 'runs', 'jobs', 'campaigns'] })).toEqual([
      'Nurse at Care moved from Waiting to Approved',
      'Run of Backend Berlin finished: 2 new jobs',
      '2 jobs found by Backend Berlin',
      'Campaign Backend Berlin created',
    ])
    const { rows } = await backend.call('activity.list', { groups: ['jobs', 'applications'] })
    expect(await texts({ groups: ['notifications'] })).toEqual([
      expect.stringContaining('New match for Backend Berlin'),
    ])
    expect(rows).toMatchObject([
      { group: 'applications', target: '/jobs/2' },
      { group: 'jobs', target: `/runs/${run.id}` },
    ])
  })

  it('says of a new ranking what it did, and of a run that brought nothing that it did not', async () => {
    await campaign()
    await backend.importText(jsonl([row()]), 1)
    const { runId } = await backend.call('runs.start', { campaignId: 1 as never, kind: 'rank' })
    await backend.engine.ended(runId)
    const { runId: checked } = await backend.call('runs.start', { campaignId: 1 as never, kind: 'check' })
    await backend.engine.ended(checked)
    const { runId: collected } = await backend.call('runs.start', { campaignId: 1 as never })
    await backend.engine.ended(collected)
    expect(await texts({ groups: ['runs', 'campaigns'] })).toEqual([
      'Run of Backend Berlin failed',
      'Reading the sources failed in a run of Backend Berlin',
      '1 job ranked for Backend Berlin',
      'Run of Backend Berlin finished: 1 new job',
      'Campaign Backend Berlin created',
    ])
  })

  it('pages by the number of the last event, without a gap or a repeat', async () => {
    for (let n = 1; n <= 25; n++) await campaign(`Campaign ${n}`)
    const all: string[] = []
    let before: number | null = null
    do {
      const page: { rows: { text: string }[]; next: number | null } = await backend.call('activity.list', {
        before,
        limit: 10,
      })
      all.push(...page.rows.map(each => each.text))
      before = page.next
    } while (before !== null)
    expect(all).toEqual(Array.from({ length: 25 }, (_, index) => `Campaign Campaign ${25 - index} created`))
  })

  it('shows names as plain text, and says when a thing is gone', async () => {
    const hostile = '<img src=x onerror=alert(1)>\u202e'
    const campaignId = await campaign()
    await backend.importText(jsonl([row({ title: hostile, company: 'Care' })]), campaignId)
    expect((await texts({ groups: ['jobs'] }))[0]).toMatch(/^[^\p{C}]+ at Care found by Backend Berlin$/u)
    backend.db.sql('UPDATE events SET payload = replace(payload, ?, ?)').run('"jobIds":[1]', '"jobIds":[99]')
    expect(await texts({ groups: ['jobs'] })).toEqual(['A job that is gone found by Backend Berlin'])
  })

  it('passes over what another version stored', async () => {
    await campaign()
    const store = backend.db.sql('INSERT INTO events (type, payload, at) VALUES (?, ?, ?)')
    store.run('campaign.created', '{}', backend.clock.now())
    store.run('unknown.type', '{"a":1}', backend.clock.now())
    expect(await texts()).toEqual(['Campaign Backend Berlin created'])
    expect(await backend.call('events.list', { limit: 1 })).toMatchObject([{ type: 'unknown.type' }])
  })
})

describe('events.list', () => {
  it('pages by number and keeps to the types asked for', async () => {
    emit(3)
    await campaign()
    const all = await backend.call('events.list', {})
    expect(all.map(event => event.type)).toEqual(['campaign.created', ...Array(3).fill('profile.changed')])
    expect(await backend.call('events.list', { before: all[1]?.seq ?? 0, limit: 1 })).toEqual([all[2]])
    expect(await backend.call('events.list', { types: ['campaign.created'] })).toEqual([all[0]])
  })
})

describe('events.monitor', () => {
  it('counts by hour and type, whether the counts are written yet or not', async () => {
    emit(2, '2026-03-02T07:30:00.000Z')
    emit(3, '2026-03-02T09:05:00.000Z')
    const expected = {
      newest: 5,
      kept: 5,
      oldestAt: '2026-03-02T07:30:00.000Z',
      types: [{ type: 'profile.changed', lastHour: 3, lastDay: 5, lastAt: '2026-03-02T09:05:00.000Z' }],
    }
    const before = await monitor()
    expect(before).toMatchObject(expected)
    expect(before.hours).toHaveLength(24)
    expect(before.hours.filter(({ n }) => n > 0)).toEqual([
      { hour: '2026-03-02T07:00:00.000Z', n: 2 },
      { hour: '2026-03-02T09:00:00.000Z', n: 3 },
    ])
    trim()
    expect(await monitor()).toEqual(before)
    backend.clock.set('2026-03-04T09:05:00.000Z')
    expect(await monitor()).toMatchObject({
      types: [{ type: 'profile.changed', lastHour: 0, lastDay: 0, lastAt: '2026-03-02T09:05:00.000Z' }],
    })
  })
})

describe('retention', () => {
  it('keeps the newest 20,000, in small bites from the oldest on', async () => {
    emit(23_500)
    expect(trim()).toBe(2)
    expect(await monitor()).toMatchObject({ newest: 23_500, kept: 20_000 })
    expect(trim()).toBe(0)
  })

  it('keeps 90 days, and the newest event however old', async () => {
    emit(2, '2026-03-02T09:00:00.000Z')
    emit(1, '2026-03-03T09:00:00.000Z')
    backend.clock.set('2026-06-01T00:00:00.000Z')
    trim()
    expect(await monitor()).toMatchObject({ kept: 1, oldestAt: '2026-03-03T09:00:00.000Z' })
    backend.clock.set('2027-06-01T00:00:00.000Z')
    trim()
    expect(await monitor()).toMatchObject({ newest: 3, kept: 1 })
  })
})

describe('the types of events', () => {
  it('are each emitted somewhere', () => {
    const sources = readdirSync('main', { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && !/\.test\.ts$|^(?:contract|activity|app)\b/.test(file))
      .map(file => readFileSync(join('main', file), 'utf8'))
      .filter(text => text.includes('emit('))
    const silent = Object.keys(EVENTS).filter(type => !sources.some(text => text.includes(`'${type}'`)))
    expect(silent).toEqual([])
  })
})
