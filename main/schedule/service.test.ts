import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCampaign } from '../campaigns/service.ts'
import { setCampaignState } from '../campaigns/store.ts'
import { Refusal } from '../contract/errors.ts'
import { CampaignDraft } from '../contract/shapes.ts'
import { nextRuns, previewSchedule, viewSchedule } from './service.ts'
import { listSlots } from './store.ts'
import { openWorld, type World } from './test-support/world.ts'

let world: World
beforeEach(() => {
  world = openWorld({ now: '2026-03-02T12:00:00.000Z', zone: 'Europe/Berlin' })
  world.pass(0)
})
afterEach(() => world.close())

const view = () => viewSchedule(world.db, world.context.clock, world.zone)

describe('the schedule', () => {
  it('says what comes, when, in words, and what comes first', () => {
    const own = world.campaign({ name: 'Own', schedule: '30 18 * * 1-5' })
    world.campaign({ name: 'Standard', schedule: 'standard' })
    world.campaign({ name: 'By hand', schedule: null })
    expect(view()).toMatchObject({
      paused: false,
      zone: 'Europe/Berlin',
      entries: [
        {
          kind: 'ingestion',
          campaignName: 'Own',
          standard: false,
          words: 'Monday to Friday at 18:30',
          nextAt: '2026-03-02T17:30:00.000Z',
        },
        {
          kind: 'ingestion',
          campaignName: 'Standard',
          schedule: '04:00',
          standard: true,
          nextAt: '2026-03-03T03:00:00.000Z',
        },
        { kind: 'briefing', campaignId: null, schedule: '08:00', nextAt: '2026-03-03T07:00:00.000Z' },
        { kind: 'summary', campaignId: null, nextAt: '2026-03-02T19:00:00.000Z', last: null },
      ],
      next: { kind: 'ingestion', campaignId: own, campaignName: 'Own', at: '2026-03-02T17:30:00.000Z' },
    })
    expect(nextRuns(world.db, world.context.clock, world.zone).get(own)).toBe('2026-03-02T17:30:00.000Z')
  })

  it('says why something rests', () => {
    const campaignId = world.campaign({ name: 'A' })
    world.campaign({ name: 'B' }, { sources: false })
    world.unit(tx => setCampaignState(tx.db, campaignId, 'paused', tx.now))
    world.settings({ scheduleSummary: null })
    expect(view().entries.map(({ resting, nextAt }) => [resting, nextAt !== null])).toEqual([
      ['campaign_paused', false],
      ['no_sources', false],
      [null, true],
    ])
    world.settings({ schedulePaused: true })
    expect(view()).toMatchObject({ paused: true, next: null })
    expect(new Set(view().entries.map(({ resting }) => resting))).toEqual(new Set(['all_paused']))
    expect(nextRuns(world.db, world.context.clock, world.zone).size).toBe(0)
  })

  it('knows what was handled last, and tells all of it in pages', () => {
    const campaignId = world.campaign({ name: 'A' })
    for (let day = 3; day < 7; day += 1) {
      world.at(`2026-03-0${day}T03:00:00.000Z`)
      world.endRuns()
    }
    expect(view().entries[0]?.last).toMatchObject({ slot: '2026-03-06T04:00', outcome: 'started', runId: 4 })
    const all = { kind: null, campaignId: null }
    const first = listSlots(world.db, all, null, 3)
    const rest = listSlots(world.db, all, first.at(-1)?.id ?? null, 200)
    expect([...first, ...rest].map(({ id }) => id)).toEqual(
      world
        .slots()
        .map(({ id }) => id)
        .reverse(),
    )
    expect(listSlots(world.db, { kind: 'ingestion', campaignId }, null, 50)).toHaveLength(4)
    expect(listSlots(world.db, { kind: null, campaignId }, null, 50)[0]).toMatchObject({ campaignName: 'A' })
    expect(listSlots(world.db, { kind: 'briefing', campaignId: null }, null, 50)).not.toEqual([])
    expect(listSlots(world.db, { kind: 'briefing', campaignId }, null, 50)).toEqual([])
  })
})

describe('a preview', () => {
  const preview = (text: string) => previewSchedule(text, world.context.clock, world.zone)
  it('tells the next five times, over a change of daylight too', () => {
    world.now = Date.parse('2026-03-27T12:00:00.000Z')
    expect(preview(' 02:30 ')).toEqual({
      problem: null,
      words: 'every day at 02:30',
      next: [
        '2026-03-28T01:30:00.000Z',
        '2026-03-29T01:00:00.000Z',
        '2026-03-30T00:30:00.000Z',
        '2026-03-31T00:30:00.000Z',
        '2026-04-01T00:30:00.000Z',
      ],
    })
  })
  it('of nonsense says what is wrong', () => {
    expect(preview('0 0 31 2 *')).toEqual({
      problem: 'This never comes: no such day is in those months.',
      words: '',
      next: [],
    })
    expect(preview('').problem).toMatch(/^Write a time/)
  })
})

it('times without a meaning are refused where they are written', () => {
  const refusalOf = (work: () => void) => {
    try {
      work()
      return null
    } catch (error) {
      return error instanceof Refusal ? error.error : null
    }
  }
  const draft = CampaignDraft.parse({ name: 'A', schedule: '0 0 30 2 *' })
  expect(refusalOf(() => world.unit(tx => createCampaign(tx, draft)))).toMatchObject({
    code: 'bad_input',
    field: 'schedule',
  })
  expect(refusalOf(() => world.settings({ scheduleBriefing: '61 8 * * *' }))).toMatchObject({
    code: 'bad_input',
    field: 'scheduleBriefing',
  })
  expect(view().entries.map(({ schedule }) => schedule)).toEqual(['08:00', '20:00'])
})
