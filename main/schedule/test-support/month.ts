import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findCampaign } from '../../campaigns/service.ts'
import { setCampaignState, updateCampaign } from '../../campaigns/store.ts'
import type { CampaignId } from '../../contract/ids.ts'
import { DEFAULT_NOTIFICATION_RULES } from '../../contract/notifications.ts'
import { createDelivery, type Delivery } from '../../notifications/delivery.ts'
import { sendDaily } from '../../notifications/service.ts'
import { databasePaths } from '../../platform/db/database-paths.ts'
import { slotOf, wallOf } from '../rules/wall.ts'
import { wallTable } from './wall-table.ts'
import { openWorld, type SlotRow, type World } from './world.ts'

/**
 * A month of a person's computer: it sleeps, is closed, crashes between any two transactions, its clock is set and it
 * travels; campaigns are changed, paused and resumed. After each look the ledger is held against a model that counts
 * minutes. Everything follows from one number.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LENGTH = 31 * DAY

/** Months with both changes of daylight, and the end of a leap February. */
const MONTHS = ['2026-03-06', '2026-10-12', '2028-02-10', '2026-03-20', '2026-10-25'] as const
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
] as const

/** Schedules with what the model makes of them: minutes of the day, and days of the week (all if there are none). */
const SCHEDULES = {
  '04:00': { minutes: [240], days: [] },
  '02:30': { minutes: [150], days: [] },
  '0 6 * * 1-5': { minutes: [360], days: [1, 2, 3, 4, 5] },
  '15 */6 * * *': { minutes: [15, 375, 735, 1095], days: [] },
  '08:00': { minutes: [480], days: [] },
  '20:00': { minutes: [1200], days: [] },
} as const
type Schedule = keyof typeof SCHEDULES
const OF_CAMPAIGNS = ['04:00', '02:30', '0 6 * * 1-5', '15 */6 * * *'] as const

/** What a process that was killed would not live to see. */
class Crash extends Error {
  override name = 'Crash'
}

/** A small generator of numbers in [0, 1): mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One entry as the model follows it. */
interface Followed {
  kind: 'ingestion' | 'briefing' | 'summary'
  campaignId: CampaignId | null
  schedule: Schedule
  since: number
  floor: string
  active: boolean
}

export interface Figures {
  looks: number
  slots: number
  started: number
  caughtUp: number
  joined: number
  missed: number
  skipped: number
  told: number
  shown: number
  shownAgain: number
  tooLate: number
  crashes: number
  sleeps: number
  closed: number
  jumps: number
  journeys: number
  /** What the model had counted and the ledger had not, and the other way round. */
  lost: number
  twice: number
}

const NOTHING: Figures = {
  looks: 0,
  slots: 0,
  started: 0,
  caughtUp: 0,
  joined: 0,
  missed: 0,
  skipped: 0,
  told: 0,
  shown: 0,
  shownAgain: 0,
  tooLate: 0,
  crashes: 0,
  sleeps: 0,
  closed: 0,
  jumps: 0,
  journeys: 0,
  lost: 0,
  twice: 0,
}

/** Figures of several months together. */
export const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([key, value]) => [key, value + one[key as keyof Figures]]),
      ) as unknown as Figures,
    NOTHING,
  )

/** A database with one job that is worth telling of, made once; months begin with a copy. */
export function makeTemplate(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-month-'))
  openWorld({ now: '2026-01-01T00:00:00.000Z', dataDir: folder }).close()
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

const tables = new Map<string, (wall: number) => number>()

/** Lives through the month of a number; answers what happened. `complain` hears of everything that is not as it should be. */
export async function liveThrough(
  seed: number,
  template: string,
  complain: (what: string) => void,
): Promise<Figures> {
  const random = randomOf(seed)
  const chance = (share: number) => random() < share
  const below = (most: number) => Math.floor(random() * most)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T

  const month = MONTHS[seed % MONTHS.length] ?? MONTHS[0]
  const begin = Date.parse(`${month}T00:00:00.000Z`) + below(24) * HOUR
  const firstOf = (zone: string) => {
    const key = `${month} ${zone}`
    const known = tables.get(key) ?? wallTable(zone, begin - 3 * DAY, begin + LENGTH + 12 * DAY)
    tables.set(key, known)
    return known
  }

  const figures = { ...NOTHING }
  /** Transactions until the next crash; null: none is near. `after`: it is committed, and nobody hears of it. */
  let fuse: { transactions: number; after: boolean } | null = null
  const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-month-'))
  copyFileSync(databasePaths(template).file, databasePaths(dataDir).file)
  const world = openWorld({
    now: new Date(begin).toISOString(),
    zone: pick(ZONES),
    dataDir,
    around(work) {
      if (crashed) throw new Crash('gone')
      if (!fuse) return work()
      fuse.transactions -= 1
      if (fuse.transactions > 0) return work()
      const { after } = fuse
      fuse = null
      if (after) work()
      crash()
      throw new Crash('now')
    },
  })
  // Crashes of programs, not of the power: nothing has to reach the disk.
  const hurry = () => world.db.raw.pragma('synchronous = OFF')
  hurry()
  world.sendDaily = sendDaily
  const crash = () => {
    figures.crashes += 1
    crashed = true
  }
  let crashed = false

  // Time goes on; the clock shows something near it.
  let truth = begin
  let skew = 0
  const setClock = () => {
    world.now = truth + skew
  }

  const shown = new Map<number, number>()
  /** Shown while nobody could note it down any more. */
  const unsure = new Set<number>()
  let delivery = null as Delivery | null
  const startDelivery = () => {
    delivery = createDelivery(world.context, {
      mailer: { send: () => Promise.reject(new Error('No mail is set up')) } as never,
      async show({ ids }) {
        for (const id of ids) {
          if (shown.has(id)) {
            figures.shownAgain += 1
            if (!unsure.delete(id)) complain(`notification ${id} was shown twice`)
          }
          shown.set(id, (shown.get(id) ?? 0) + 1)
          // Until it is noted down.
          unsure.add(id)
        }
        return { state: 'shown', message: null }
      },
      later: (work, milliseconds) => {
        if (milliseconds <= 250) queueMicrotask(work)
        return () => {}
      },
    })
  }

  // The person sets it up.
  world.settings({
    notify: {
      ...DEFAULT_NOTIFICATION_RULES,
      summary: { in_app: true, os: true, email: false },
      briefing: { in_app: true, os: true, email: false },
    },
  })
  const followed: Followed[] = []
  let paused = false
  let resumedAt: number | null = null
  const addCampaign = () => {
    const schedule = pick(OF_CAMPAIGNS)
    const campaignId = world.campaign({ schedule })
    followed.push({ kind: 'ingestion', campaignId, schedule, since: world.now, floor: '', active: true })
    return campaignId
  }
  makeJob(world, addCampaign())
  addCampaign()
  for (const [kind, schedule] of [
    ['briefing', '08:00'],
    ['summary', '20:00'],
  ] as const)
    followed.push({ kind, campaignId: null, schedule, since: world.now, floor: '', active: true })
  world.scheduler.look()
  startDelivery()

  const rowsOf = ({ kind, campaignId, floor }: Followed) =>
    world.db
      .sql<SlotRow>(
        'SELECT * FROM schedule_slots WHERE kind = ? AND campaign_id IS ? AND slot > ? ORDER BY slot',
      )
      .all(kind, campaignId, floor)

  /** The slots that have come since the last one, by going through the days. */
  const come = ({ schedule, since, floor }: Followed): { slot: string; first: number }[] => {
    const { minutes, days } = SCHEDULES[schedule]
    const firstAt = firstOf(world.zone)
    const slots: { slot: string; first: number }[] = []
    for (let day = begin - (begin % DAY) - 3 * DAY; day < world.now + 2 * DAY; day += DAY) {
      const weekday = new Date(day).getUTCDay()
      if (days.length > 0 && !days.some(one => one === weekday)) continue
      for (const minute of minutes) {
        const slot = slotOf(day + minute * MINUTE)
        const first = firstAt(day + minute * MINUTE)
        if (slot > floor && first > since && first <= world.now) slots.push({ slot, first })
      }
    }
    return slots
  }

  /** Holds the ledger against the model after a look. */
  const compare = () => {
    figures.looks += 1
    for (const entry of followed) {
      const rows = rowsOf(entry)
      const name = `${entry.kind} ${entry.campaignId ?? ''}`
      if (paused || !entry.active) {
        if (rows.length > 0) complain(`${name} was handled while it was paused`)
        continue
      }
      const slots = come(entry)
      const counted = rows.reduce((sum, row) => sum + row.stands_for, 0)
      if (counted < slots.length) figures.lost += slots.length - counted
      if (counted > slots.length) figures.twice += counted - slots.length
      if (counted !== slots.length)
        complain(
          `${name}: ${counted} handled, ${slots.length} have come at ${slotOf(wallOf(world.now, world.zone))}`,
        )
      const newest = slots.at(-1)
      const last = rows.at(-1)
      if (!newest || !last) continue
      if (last.slot !== newest.slot) complain(`${name}: ${last.slot} instead of ${newest.slot}`)
      const duringPause = slots.filter(({ first }) => resumedAt !== null && first <= resumedAt).length
      const skipped = rows.filter(row => row.note?.startsWith('The schedule was paused'))
      if (skipped.reduce((sum, row) => sum + row.stands_for, 0) !== duringPause)
        complain(`${name}: ${duringPause} came during the pause`)
      const late = world.now - newest.first
      const day = slotOf(wallOf(world.now, world.zone)).slice(0, 10)
      const tooLate =
        entry.kind !== 'ingestion' &&
        (newest.slot.slice(0, 10) !== day || (entry.kind === 'briefing' && late > 6 * HOUR))
      const expected =
        duringPause === slots.length || tooLate ? 'skipped' : late > 5 * MINUTE ? 'caught_up' : 'started'
      const nothingToTell = last.note === 'There was nothing to tell.' && expected !== 'skipped'
      if (last.outcome !== expected && last.outcome !== 'joined' && !nothingToTell)
        complain(`${name} ${newest.slot}: ${last.outcome} instead of ${expected}`)
      entry.floor = newest.slot
    }
  }

  const begins = async () => {
    // Nothing of the killed process writes any more; what it had under way only has to end.
    await delivery?.stop()
    world.end()
    crashed = false
    world.startAgain()
    if (crashed) return
    hurry()
    startDelivery()
  }
  /** The scheduler looks and messages are handed over, however many starts it takes. */
  const look = async () => {
    setClock()
    if (world.db.raw.open) world.pass(0)
    else await begins()
    for (;;) {
      while (crashed) await begins()
      delivery?.wake()
      await delivery?.settled()
      if (!crashed) break
    }
    for (const failure of world.failures.splice(0)) if (!failure.includes('Crash')) complain(failure)
    const settled = world.db
      .sql<{ id: number }>(
        "SELECT notification_id AS id FROM notification_deliveries WHERE channel = 'os' AND state = 'delivered'",
      )
      .all()
    for (const { id } of settled) unsure.delete(id)
    compare()
  }
  const change = (work: () => void) => {
    if (!world.db.raw.open) return
    // The person's own acts are not what is tried here.
    const kept = fuse
    fuse = null
    setClock()
    work()
    fuse = kept
  }

  const sleep = () => {
    figures.sleeps += 1
    truth += chance(0.1) ? 1 + below(9 * DAY) : below(10 * HOUR)
  }
  const closeForAWhile = async () => {
    figures.closed += 1
    await delivery?.stop()
    world.end()
    truth += below(DAY)
  }
  const setTheClock = () => {
    figures.jumps += 1
    skew = Math.round((random() * 2 - 1) * 3 * HOUR)
  }
  const travel = () => {
    figures.journeys += 1
    world.zone = pick(ZONES)
  }
  const pauseOrResume = () => {
    paused = !paused
    world.settings({ schedulePaused: paused })
    if (!paused) resumedAt = world.now
  }
  const editCampaign = () => {
    const entry = pick(followed.filter(({ campaignId }) => campaignId !== null))
    const campaign = entry.campaignId === null ? undefined : findCampaign(world.db, entry.campaignId)
    if (!campaign) return
    if (!entry.active || chance(0.3)) {
      entry.active = !entry.active
      world.unit(tx => setCampaignState(tx.db, campaign.id, entry.active ? 'active' : 'paused', tx.now))
      if (entry.active) entry.since = world.now
      return
    }
    const schedule = pick(OF_CAMPAIGNS)
    if (schedule !== entry.schedule) entry.since = world.now
    entry.schedule = schedule
    world.unit(tx => updateCampaign(tx.db, campaign.id, { ...campaign.draft, schedule }, tx.now))
  }

  const wait = () => {
    truth += pick([30_000, 3 * MINUTE, 20 * MINUTE, 2 * HOUR])
  }
  /** To the next half hour, when things come. */
  const waitForWork = () => {
    truth += HOUR / 2 - ((truth + skew) % (HOUR / 2)) + below(2) * MINUTE
  }
  const comeToGrief = () => {
    fuse ??= { transactions: 1 + below(4), after: chance(0.5) }
  }

  const acts = [
    ...Array<() => void>(28).fill(wait),
    ...Array<() => void>(38).fill(waitForWork),
    ...[sleep, sleep, sleep, closeForAWhile, closeForAWhile, travel],
    ...[setTheClock, setTheClock, setTheClock, setTheClock],
    ...Array<() => void>(6).fill(comeToGrief),
    ...Array<() => void>(12).fill(() => change(world.endRuns)),
    ...Array<() => void>(3).fill(() => change(editCampaign)),
    ...Array<() => void>(3).fill(() => {
      if (paused || chance(0.15)) change(pauseOrResume)
    }),
  ]
  while (truth < begin + LENGTH) {
    await pick<() => void | Promise<void>>(acts)()
    await look()
  }
  fuse = null
  truth += HOUR
  await look()

  checkTheEnd(world, shown, figures, complain)
  await delivery?.stop()
  world.close()
  rmSync(dataDir, { recursive: true, force: true })
  return figures
}

/** What has become of all slots: each run and each message once. */
function checkTheEnd(
  world: World,
  shown: ReadonlyMap<number, number>,
  figures: Figures,
  complain: (what: string) => void,
): void {
  const slots = world.slots()
  for (const { outcome, stands_for } of slots) {
    figures.slots += stands_for
    if (outcome === 'started') figures.started += 1
    if (outcome === 'caught_up') figures.caughtUp += 1
    if (outcome === 'joined') figures.joined += 1
    if (outcome === 'missed') figures.missed += stands_for
    if (outcome === 'skipped') figures.skipped += stands_for
  }
  const runs = world.runs().filter(run => run.trigger === 'schedule' || run.trigger === 'catch_up')
  const carriedOut = slots.filter(({ outcome }) => outcome === 'started' || outcome === 'caught_up')
  const collected = carriedOut.filter(({ kind }) => kind === 'ingestion')
  if (new Set(collected.map(slot => slot.run_id)).size !== collected.length) complain('two slots share a run')
  if (collected.length !== runs.length) complain(`${runs.length} runs for ${collected.length} slots`)
  const told = world.db
    .sql<{ id: number; dedupe_key: string }>(
      "SELECT id, dedupe_key FROM notifications WHERE kind IN ('briefing', 'summary')",
    )
    .all()
  const wanted = carriedOut
    .filter(({ kind }) => kind !== 'ingestion')
    .map(({ kind, slot }) => `${kind}:${slot}`)
  if (
    told
      .map(one => one.dedupe_key)
      .sort()
      .join() !== wanted.sort().join()
  )
    complain(`${told.length} messages for ${wanted.length} slots`)
  figures.told = told.length
  const deliveries = world.db
    .sql<{ notification_id: number; state: string }>(
      "SELECT notification_id, state FROM notification_deliveries WHERE channel = 'os'",
    )
    .all()
  if (deliveries.length !== told.length)
    complain(`${deliveries.length} deliveries of ${told.length} messages`)
  for (const { notification_id: id, state } of deliveries) {
    if (state === 'delivered') figures.shown += 1
    if (state === 'delivered' && !shown.has(id)) complain(`message ${id} is lost`)
    if (state === 'skipped') figures.tooLate += 1
    if (state === 'pending' || state === 'failed') complain(`message ${id} is ${state}`)
  }
}

/** A waiting job, so that there is something to tell each morning. */
function makeJob(world: World, campaignId: CampaignId): void {
  world.unit(tx => {
    tx.db.raw.exec(`
      INSERT INTO companies (id, name, normalised_name, created_at) VALUES (1, 'Alder', 'alder', '${tx.now}');
      INSERT INTO jobs (id, opening_key, company_id, title, company, location_text, found_at, detector_version)
        VALUES (1, 'k', 1, 'Engineer', 'Alder', 'Leeds', '${tx.now}', 2);
      INSERT INTO best_rankings (job_id, status, score, campaign_id, ineligible, found_hour)
        VALUES (1, 'waiting', 80, ${campaignId}, 0, '${tx.now.slice(0, 13)}');`)
  })
}
