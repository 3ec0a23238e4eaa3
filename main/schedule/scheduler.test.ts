import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findCampaign } from '../campaigns/service.ts'
import { setCampaignState, updateCampaign } from '../campaigns/store.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { createScheduler } from './scheduler.ts'
import { openWorld, type World } from './test-support/world.ts'

const DAY = 24 * 60 * 60_000
let world: World
beforeEach(() => {
  world = openWorld({ now: '2026-03-02T12:00:00.000Z' })
  // Messages have tests of their own below.
  world.settings({ scheduleBriefing: null, scheduleSummary: null })
  world.pass(0)
})
afterEach(() => {
  expect(world.failures).toEqual([])
  world.close()
})

const handled = () => world.slots().map(({ slot, outcome, stands_for }) => [slot, outcome, stands_for])

describe('campaigns', () => {
  it('run at their time, once, and the ledger says which run it was', () => {
    const campaignId = world.campaign()
    world.at('2026-03-03T03:59:30.000Z')
    expect(world.runs()).toEqual([])
    world.at('2026-03-03T04:00:10.000Z')
    world.pass(30_000)
    world.scheduler.look()
    const [run] = world.runs()
    expect(run).toMatchObject({ campaign_id: campaignId, trigger: 'schedule', state: 'queued' })
    expect(world.slots()).toMatchObject([
      {
        kind: 'ingestion',
        campaign_id: campaignId,
        slot: '2026-03-03T04:00',
        outcome: 'started',
        run_id: run?.id,
        note: null,
      },
    ])
    expect(world.events).toContain('schedule.slot_handled')
  })

  it('that slept for nine days are caught up once', () => {
    world.campaign()
    world.at('2026-03-03T04:00:00.000Z')
    world.endRuns()
    world.at('2026-03-12T09:00:00.000Z')
    world.startAgain()
    expect(handled()).toEqual([
      ['2026-03-03T04:00', 'started', 1],
      ['2026-03-11T04:00', 'missed', 8],
      ['2026-03-12T04:00', 'caught_up', 1],
    ])
    expect(world.slots()[1]?.note).toContain('8 times')
    expect(world.runs().map(run => run.trigger)).toEqual(['schedule', 'catch_up'])
  })

  it('join a run that is under way', () => {
    world.campaign()
    world.at('2026-03-03T04:00:00.000Z')
    world.at('2026-03-04T04:00:00.000Z')
    expect(world.slots().map(slot => [slot.outcome, slot.run_id])).toEqual([
      ['started', 1],
      ['joined', 1],
    ])
    expect(world.runs()).toHaveLength(1)
  })

  it('wait for a network, and are caught up once when there is one', () => {
    world.campaign()
    world.settings({ scheduleBriefing: '04:00' })
    world.pass(0)
    world.online = false
    world.at('2026-03-05T08:00:00.000Z')
    world.startAgain()
    expect(world.runs()).toEqual([])
    // Messages need none.
    expect(world.slots().map(({ kind, slot }) => [kind, slot])).toContainEqual([
      'briefing',
      '2026-03-05T04:00',
    ])
    world.online = true
    world.pass(30_000)
    world.pass(30_000)
    expect(world.runs()).toHaveLength(1)
    expect(
      world
        .slots()
        .filter(({ kind }) => kind === 'ingestion')
        .map(({ slot, outcome, stands_for }) => [slot, outcome, stands_for]),
    ).toEqual([
      ['2026-03-04T04:00', 'missed', 2],
      ['2026-03-05T04:00', 'caught_up', 1],
    ])
  })

  it('do not join a run that makes one step of an earlier one again', () => {
    const campaignId = world.campaign()
    world.unit(({ db, now }) => {
      const { lastId } = db
        .sql(
          `INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at)
           VALUES (?, 'collect', 'retry', '', '{}', 'queued', ?)`,
        )
        .run(campaignId, now)
      db.sql(
        "INSERT INTO run_steps (run_id, position, step, state) VALUES (?, 3, 'companies', 'waiting')",
      ).run(lastId)
    })
    world.at('2026-03-03T04:00:00.000Z')
    expect(world.slots().map(slot => [slot.outcome, slot.run_id])).toEqual([['started', 2]])
  })

  it('that were made or changed after their time wait for the next', () => {
    const campaignId = world.campaign()
    world.pass(60_000)
    world.at('2026-03-03T04:00:00.000Z')
    world.endRuns()
    world.at('2026-03-03T10:00:00.000Z')
    const draft = findCampaign(world.db, campaignId)?.draft
    if (!draft) throw new Error('campaign')
    world.unit(tx => updateCampaign(tx.db, campaignId, { ...draft, schedule: '09:00' }, tx.now))
    world.pass(0)
    expect(world.slots()).toHaveLength(1)
    // What has nothing to do with the times leaves them alone.
    world.at('2026-03-04T09:00:05.000Z')
    world.unit(tx => updateCampaign(tx.db, campaignId, { ...draft, schedule: '09:00', query: 'x' }, tx.now))
    world.pass(0)
    expect(handled().at(-1)).toEqual(['2026-03-04T09:00', 'started', 1])
  })

  it('follow the time of the settings when they have none of their own', () => {
    world.campaign({ schedule: 'standard' })
    world.campaign({ schedule: null })
    world.at('2026-03-03T05:00:00.000Z')
    world.endRuns()
    world.settings({ scheduleIngestion: '0 6 * * 1-5' })
    world.at('2026-03-03T06:00:00.000Z')
    world.endRuns()
    world.settings({ scheduleIngestion: null })
    world.at('2026-03-04T12:00:00.000Z')
    expect(handled()).toEqual([
      ['2026-03-03T04:00', 'caught_up', 1],
      ['2026-03-03T06:00', 'started', 1],
    ])
  })

  it('without a source let their time pass', () => {
    const campaignId = world.campaign({}, { sources: false })
    world.at('2026-03-03T04:00:00.000Z')
    world.at('2026-03-04T10:00:00.000Z')
    world.follow(campaignId)
    world.pass(0)
    expect(world.slots()).toEqual([])
    world.at('2026-03-05T04:00:00.000Z')
    expect(handled()).toEqual([['2026-03-05T04:00', 'started', 1]])
  })

  it('that are paused rest, and wait for the next time when they are resumed', () => {
    const campaignId = world.campaign()
    const set = (state: 'active' | 'paused') =>
      world.unit(tx => setCampaignState(tx.db, campaignId, state, tx.now))
    set('paused')
    world.at('2026-03-05T10:00:00.000Z')
    set('active')
    world.pass(0)
    expect(world.slots()).toEqual([])
    world.at('2026-03-06T04:00:00.000Z')
    expect(handled()).toEqual([['2026-03-06T04:00', 'started', 1]])
  })
})

describe('a pause of all', () => {
  it('starts nothing, and resuming brings no flood', () => {
    world.campaign()
    world.at('2026-03-03T04:00:00.000Z')
    world.endRuns()
    world.settings({ schedulePaused: true })
    for (let day = 4; day < 10; day += 1) world.at(`2026-03-0${day}T04:00:00.000Z`)
    expect(world.slots()).toHaveLength(1)
    world.at('2026-03-09T12:00:00.000Z')
    world.settings({ schedulePaused: false })
    world.pass(0)
    expect(handled().slice(1)).toEqual([['2026-03-09T04:00', 'skipped', 6]])
    expect(world.slots()[1]?.note).toContain('paused: 6 times')
    expect(world.runs()).toHaveLength(1)
    world.at('2026-03-10T04:00:00.000Z')
    expect(handled().at(-1)).toEqual(['2026-03-10T04:00', 'started', 1])
  })

  it('that is saved again as it was changes nothing', () => {
    world.settings({ schedulePaused: false })
    world.campaign()
    world.now = Date.parse('2026-03-03T04:00:05.000Z')
    world.settings({ schedulePaused: false, scheduleIngestion: '04:00' })
    world.pass(0)
    expect(handled()).toEqual([['2026-03-03T04:00', 'started', 1]])
  })
})

describe('the clock', () => {
  it('set back leaves handled what was handled', () => {
    world.campaign({ schedule: '0 * * * *' })
    for (let hour = 13; hour < 18; hour += 1) {
      world.at(`2026-03-02T${hour}:00:00.000Z`)
      world.endRuns()
    }
    for (let minutes = 0; minutes < 180; minutes += 30) {
      world.at(new Date(Date.parse('2026-03-02T14:10:00.000Z') + minutes * 60_000).toISOString())
      world.endRuns()
    }
    expect(world.runs()).toHaveLength(5)
    world.at('2026-03-02T18:00:00.000Z')
    expect(handled().at(-1)).toEqual(['2026-03-02T18:00', 'started', 1])
  })

  it('set forward by years and back again holds nothing up', () => {
    world.campaign()
    world.at('2026-03-03T04:00:00.000Z')
    world.endRuns()
    world.at('2031-07-01T12:00:00.000Z')
    world.endRuns()
    expect(handled().slice(1)).toEqual([
      ['2031-06-30T04:00', 'missed', 1945],
      ['2031-07-01T04:00', 'caught_up', 1],
    ])
    // Made while the clock was wrong.
    world.campaign({ name: 'Later', schedule: '05:00' })
    world.at('2026-03-03T12:00:00.000Z')
    world.endRuns()
    const before = world.slots().length
    world.at('2026-03-04T04:00:00.000Z')
    world.endRuns()
    world.at('2026-03-04T05:00:00.000Z')
    expect(handled().slice(before)).toEqual([
      ['2026-03-04T04:00', 'started', 1],
      ['2026-03-04T05:00', 'started', 1],
    ])
  })

  it('of another zone is followed at the next look', () => {
    world.zone = 'Europe/Berlin'
    world.campaign({ schedule: '20:00' })
    world.at('2026-03-02T19:00:00.000Z')
    world.endRuns()
    expect(handled()).toEqual([['2026-03-02T20:00', 'started', 1]])
    // The evening of the same day comes again in New York, and is not told a second time.
    world.zone = 'America/New_York'
    world.at('2026-03-03T01:00:00.000Z')
    expect(world.slots()).toHaveLength(1)
    expect(world.events).toContain('schedule.changed')
    world.at('2026-03-04T01:00:00.000Z')
    expect(handled().at(-1)).toEqual(['2026-03-03T20:00', 'started', 1])
  })
})

describe('messages of the day', () => {
  const sent: string[] = []
  beforeEach(() => {
    sent.length = 0
    world.sendDaily = (context, kind, slot) => {
      context.unit(tx => tx.emit('presets.changed', {}))
      sent.push(`${kind} ${slot}`)
      return 1
    }
    world.settings({ scheduleBriefing: '08:00', scheduleSummary: '20:00' })
    world.pass(0)
  })

  it('come in the morning and in the evening', () => {
    world.at('2026-03-02T20:00:00.000Z')
    world.at('2026-03-03T08:00:00.000Z')
    world.pass(30_000)
    expect(sent).toEqual(['summary 2026-03-02T20:00', 'briefing 2026-03-03T08:00'])
    expect(handled()).toEqual([
      ['2026-03-02T20:00', 'started', 1],
      ['2026-03-03T08:00', 'started', 1],
    ])
  })

  it('that are too late are skipped, and say why', () => {
    world.at('2026-03-05T15:00:00.000Z')
    expect(sent).toEqual([])
    expect(world.slots().map(({ kind, slot, outcome, note }) => [kind, slot, outcome, note])).toEqual([
      ['briefing', '2026-03-04T08:00', 'missed', expect.stringContaining('2 times')],
      ['briefing', '2026-03-05T08:00', 'skipped', 'It was more than six hours late.'],
      ['summary', '2026-03-03T20:00', 'missed', expect.stringContaining('2 times')],
      ['summary', '2026-03-04T20:00', 'skipped', 'Its day was over.'],
    ])
  })

  it('with nothing to tell are skipped', () => {
    world.sendDaily = () => null
    world.at('2026-03-02T20:00:00.000Z')
    expect(world.slots()).toMatchObject([{ outcome: 'skipped', note: 'There was nothing to tell.' }])
  })

  it('that fail are tried again whole, and hold nothing else up', () => {
    world.campaign({ schedule: '20:00' })
    const works = world.sendDaily
    world.sendDaily = (context, kind, slot) => {
      works(context, kind, slot)
      throw new Error('no ink')
    }
    world.at('2026-03-02T20:00:00.000Z')
    world.pass(30_000)
    expect(world.slots().map(slot => slot.kind)).toEqual(['ingestion'])
    expect(world.events).not.toContain('presets.changed')
    expect(world.failures.splice(0)).toHaveLength(1)
    world.sendDaily = works
    world.pass(30_000)
    expect(world.slots().at(-1)).toMatchObject({ kind: 'summary', outcome: 'started' })
  })

  it('are not sent for a time before the first start', () => {
    const first = openWorld({ now: '2026-03-02T21:00:00.000Z' })
    let calls = 0
    first.sendDaily = () => {
      calls += 1
      return 1
    }
    first.startAgain()
    first.pass(60_000)
    expect([first.slots(), calls]).toEqual([[], 0])
    first.at('2026-03-03T08:00:00.000Z')
    expect(calls).toBe(1)
    first.close()
  })
})

it('two schedulers over one file start one run', () => {
  world.campaign()
  const other = createScheduler(world.context, {
    engine: { queue: () => 7 as never, wake: () => {} },
    sendDaily: () => 1,
    zone: () => 'UTC',
    timer: () => () => {},
  })
  world.now = Date.parse('2026-03-03T04:00:00.000Z')
  world.scheduler.look()
  other.look()
  expect(world.runs()).toHaveLength(1)
  expect(world.slots()).toHaveLength(1)
})

it('what is older than a year is put away, but for the newest of each', () => {
  const yearly = world.campaign({ schedule: '0 4 29 2 *' })
  const daily = world.campaign()
  const handle = (tx: Tx, campaignId: number, millis: number) => {
    const at = new Date(millis).toISOString()
    tx.db
      .sql(
        "INSERT INTO schedule_slots (kind, campaign_id, slot, at, outcome) VALUES ('ingestion', ?, ?, ?, 'started')",
      )
      .run(campaignId, at.slice(0, 16), at)
  }
  const last = Date.parse('2026-03-03T04:00:00.000Z')
  world.unit(tx => {
    handle(tx, yearly, Date.parse('2024-02-29T04:00:00.000Z'))
    for (let day = 400; day >= 0; day -= 1) handle(tx, daily, last - day * DAY)
  })
  const slotsOf = (campaignId: number) => world.slots().filter(slot => slot.campaign_id === campaignId)
  world.at('2026-03-03T12:00:00.000Z')
  expect(slotsOf(daily)[0]?.slot).toBe('2025-03-04T04:00')
  expect(slotsOf(yearly)).toMatchObject([{ slot: '2024-02-29T04:00' }])
  // A clock that jumps ahead puts nothing away.
  const before = world.slots().length
  world.at('2040-01-01T00:00:00.000Z')
  expect(world.slots().length).toBeGreaterThan(before)
})

it('says when something comes at other times than before', () => {
  const changes = () => world.events.filter(type => type === 'schedule.changed').length
  const before = changes()
  const campaignId: CampaignId = world.campaign()
  world.pass(30_000)
  world.pass(30_000)
  expect(changes()).toBe(before + 1)
  world.unit(tx => setCampaignState(tx.db, campaignId, 'paused', tx.now))
  world.pass(30_000)
  expect(changes()).toBe(before + 2)
})
