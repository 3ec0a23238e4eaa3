import type { CampaignId, RunId } from '../contract/ids.ts'
import type { SlotOutcome } from '../contract/schedule.ts'
import type { Clock } from '../platform/clock.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { machineZone } from '../platform/zone.ts'
import { type Due, type DueSlot, dueOf, judge, type Standing } from './rules/due.ts'
import { noteOf } from './rules/notes.ts'
import { type Entry, floorOf, type Plan, readPlan } from './service.ts'
import { claimSlot, openCollect, setRunOfSlot, setSince, skipSlot, trimSlots } from './store.ts'

/** Carries out what comes by itself: each slot once, kept in a ledger. */
export interface Scheduler {
  /** Looks for what has come: at the start, after sleep, after changes, and every half minute. Never throws. */
  look(): void
  stop(): void
}

export interface SchedulerOptions {
  engine: {
    queue(
      tx: Tx,
      run: {
        campaignId: CampaignId
        kind: 'collect'
        trigger: 'schedule' | 'catch_up'
        label: string
        input: object
      },
    ): RunId
    wake(): void
  }
  /**
   * Tells the news of the day, in the transaction of the context that it gets; once for a slot. null: there is nothing
   * to tell.
   */
  sendDaily(context: CommandContext, kind: 'briefing' | 'summary', slot: string): number | null
  /** False: there is no network; runs wait for it, and count as caught up when it comes late. */
  online?(): boolean
  clock?: Clock
  /** The time zone of the wall clock, asked at each look. */
  zone?(): string
  /** Calls again and again; answers the end of it. */
  timer?(work: () => void, milliseconds: number): () => void
}

const LOOK_EVERY_MS = 30_000
const DAY_MS = 24 * 60 * 60_000
const KEPT_MS = 365 * DAY_MS

const everyNowAndThen = (work: () => void, milliseconds: number) => {
  const timer = setInterval(work, milliseconds)
  return () => clearInterval(timer)
}

/** Starts looking every half minute; the first look is the caller's. */
export function createScheduler(context: CommandContext, options: SchedulerOptions): Scheduler {
  const { db, log } = context
  const { engine, sendDaily, online = () => true } = options
  const { clock = context.clock, zone = machineZone, timer = everyNowAndThen } = options
  /** What has failed before is said once. */
  const failed = new Set<string>()
  let seen: string | null = null
  let trimmedAt: number | null = null

  const claim = (tx: Tx, entry: Entry, due: DueSlot, outcome: SlotOutcome, note: string | null = null) =>
    claimSlot(
      tx.db,
      {
        kind: entry.kind,
        campaignId: entry.campaignId,
        slot: due.slot,
        outcome,
        note,
        standsFor: due.standsFor,
      },
      tx.now,
    )

  const tell = (tx: Tx, { kind, campaignId }: Entry, { slot }: DueSlot, outcome: SlotOutcome) =>
    tx.emit('schedule.slot_handled', { kind, campaignId, slot, outcome })

  /** Notes a slot of which nothing is made. */
  const pass = (tx: Tx, entry: Entry, due: DueSlot, outcome: 'skipped' | 'missed', note: string) => {
    if (claim(tx, entry, due, outcome, note) !== null) tell(tx, entry, due, outcome)
  }

  const collect = (tx: Tx, entry: Entry, campaignId: CampaignId, due: DueSlot, late: boolean) => {
    const open = openCollect(tx.db, campaignId)
    const outcome = open !== null ? 'joined' : late ? 'caught_up' : 'started'
    const id = claim(tx, entry, due, outcome)
    if (id === null) return
    const run = {
      campaignId,
      kind: 'collect',
      trigger: late ? 'catch_up' : 'schedule',
      label: entry.campaignName ?? '',
      input: {},
    } as const
    setRunOfSlot(tx.db, id, open ?? engine.queue(tx, run))
    tell(tx, entry, due, outcome)
  }

  const sendMessage = (
    tx: Tx,
    entry: Entry,
    kind: 'briefing' | 'summary',
    due: DueSlot,
    outcome: SlotOutcome,
  ) => {
    const id = claim(tx, entry, due, outcome)
    if (id === null) return
    const sent = sendDaily({ ...context, unit: work => work(tx) }, kind, due.slot) !== null
    if (!sent) skipSlot(tx.db, id, 'There was nothing to tell.')
    tell(tx, entry, due, sent ? outcome : 'skipped')
  }

  const carryOut = (tx: Tx, entry: Entry, standing: Standing, due: DueSlot) => {
    const { kind, campaignId } = entry
    const verdict = judge(standing, due)
    if (verdict.outcome === 'skipped') return pass(tx, entry, due, 'skipped', verdict.note)
    if (kind !== 'ingestion') return sendMessage(tx, entry, kind, due, verdict.outcome)
    if (campaignId !== null) collect(tx, entry, campaignId, due, verdict.outcome === 'caught_up')
  }

  const handle = (entry: Entry, plan: Plan, now: number, where: string) => {
    const passOver = () => context.unit(tx => setSince(tx.db, entry, new Date(now).toISOString()))
    if (entry.since === null) return passOver()
    if (entry.resting === 'campaign_paused') return
    const { kind, schedule, since } = entry
    const { resumedAt } = plan
    const standing = { kind, schedule, zone: where, now, since, resumedAt, floor: floorOf(db, entry, now) }
    const { paused, missed, newest }: Due = dueOf(standing)
    if (!paused && !newest) return
    // Nobody has to be asked: the time passes, and is not caught up when a source comes.
    if (entry.resting === 'no_sources') return passOver()
    // A laptop that has just woken would only fail; the slot stays due until there is somebody to ask.
    if (kind === 'ingestion' && !online()) return
    context.unit(tx => {
      if (paused) pass(tx, entry, paused, 'skipped', noteOf(paused, 'paused'))
      if (missed) pass(tx, entry, missed, 'missed', noteOf(missed, 'missed'))
      if (newest) carryOut(tx, entry, standing, newest)
    })
  }

  const attempt = (what: string, work: () => void) => {
    try {
      work()
      failed.delete(what)
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
      if (!failed.has(what))
        log.error('The schedule could not be followed; it is tried again', { what, reason })
      failed.add(what)
    }
  }

  /** Tells pages that something comes at other times than before. */
  const tellChanges = (plan: Plan, where: string) => {
    const entries = plan.entries.map(({ since: _since, ...shown }) => shown)
    const now = JSON.stringify([plan.paused, where, entries])
    if (seen !== null && seen !== now) context.unit(tx => tx.emit('schedule.changed', {}))
    seen = now
  }

  const trim = (now: number) => {
    if (trimmedAt !== null && Math.abs(now - trimmedAt) < DAY_MS) return
    context.unit(tx => trimSlots(tx.db, new Date(now - KEPT_MS).toISOString()))
    trimmedAt = now
  }

  const look = () =>
    attempt('look', () => {
      const now = clock.millis()
      const where = zone()
      const plan = readPlan(db, now)
      if (!plan.paused)
        for (const entry of plan.entries)
          attempt(`${entry.kind} ${entry.campaignId ?? ''}`, () => handle(entry, plan, now, where))
      tellChanges(plan, where)
      trim(now)
      engine.wake()
    })
  const stop = timer(look, LOOK_EVERY_MS)
  return { look, stop }
}
