import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCampaign } from '../../campaigns/service.ts'
import { type CampaignId, RunId } from '../../contract/ids.ts'
import type { SlotKind, SlotOutcome } from '../../contract/schedule.ts'
import { CampaignDraft, type CampaignDraftInput } from '../../contract/shapes.ts'
import type { CommandContext } from '../../platform/context.ts'
import { createDb, type Db } from '../../platform/db/connection.ts'
import { loadMigrations } from '../../platform/db/migrations.ts'
import { openWriter } from '../../platform/db/pragmas.ts'
import { prepareDatabase } from '../../platform/db/prepare.ts'
import { createUnit, type Tx } from '../../platform/events/outbox.ts'
import { createLog } from '../../platform/log.ts'
import { migrationsDir } from '../../platform/paths.ts'
import { saveSettings } from '../../settings/service.ts'
import { createScheduler, type Scheduler, type SchedulerOptions } from '../scheduler.ts'

/** The world that a scheduler knows: a real database file, a clock and a zone that the test sets, runs that only wait. */
export interface World {
  readonly db: Db
  readonly context: CommandContext
  scheduler: Scheduler
  /** Instant of the clock in milliseconds; set it as you like. */
  now: number
  zone: string
  online: boolean
  sendDaily: SchedulerOptions['sendDaily']
  /** What was logged as an error. */
  failures: string[]
  events: string[]
  /** Lets the clock go on by milliseconds, and the half minute pass. */
  pass(milliseconds: number): void
  /** As if by a clock on the wall: sets the clock to an ISO instant and lets the half minute pass. */
  at(iso: string): void
  unit<T>(work: (tx: Tx) => T): T
  settings(changes: Parameters<typeof saveSettings>[1]): void
  /** A campaign with a source, unless it is to have none. */
  campaign(draft?: Partial<CampaignDraftInput>, options?: { sources?: boolean }): CampaignId
  follow(campaignId: CampaignId): void
  slots(): SlotRow[]
  runs(): { id: number; campaign_id: number; trigger: string; state: string; queued_at: string }[]
  endRuns(): void
  /** Another start on the same file, as after a crash. */
  startAgain(): void
  /** Ends as a closed app or a killed one does; `startAgain` goes on. */
  end(): void
  close(): void
}

export interface SlotRow {
  id: number
  kind: SlotKind
  campaign_id: number | null
  slot: string
  at: string
  outcome: SlotOutcome
  run_id: number | null
  note: string | null
  stands_for: number
}

export interface WorldOptions {
  now: string
  zone?: string
  /** A folder to go on with; it is left in place. */
  dataDir?: string
  /** Wraps each transaction. */
  around?<T>(work: () => T): T
}

export function openWorld({ now, zone = 'UTC', dataDir, around = work => work() }: WorldOptions): World {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'rolecall-schedule-'))
  const prepared = prepareDatabase(folder, {
    migrations: loadMigrations(migrationsDir()),
    appVersion: 'test',
    reserveBytes: 0,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  let look = () => {}
  let named = 0
  const open = () => {
    const db = createDb(openWriter(prepared.file))
    const clock = { now: () => new Date(world.now).toISOString(), millis: () => world.now }
    const unit = createUnit(db, clock, events => world.events.push(...events.map(event => event.type)))
    const context: CommandContext = {
      db,
      clock,
      dataDir: folder,
      version: 'test',
      unit: work => around(() => unit(work)),
      log: createLog('test', line => {
        if (line.level === 'error') world.failures.push(`${line.message}: ${line.details?.reason}`)
      }),
    }
    const scheduler = createScheduler(context, {
      engine: {
        queue: (tx, run) =>
          RunId.parse(
            tx.db
              .sql(
                `INSERT INTO runs (campaign_id, kind, trigger, label, input, state, queued_at)
                 VALUES (?, ?, ?, ?, '{}', 'queued', ?)`,
              )
              .run(run.campaignId, run.kind, run.trigger, run.label, tx.now).lastId,
          ),
        wake: () => {},
      },
      sendDaily: (inner, kind, slot) => world.sendDaily(inner, kind, slot),
      online: () => world.online,
      zone: () => world.zone,
      timer: work => {
        look = work
        return () => {
          look = () => {}
        }
      },
    })
    return { db, context, scheduler }
  }
  const world: World = {
    now: Date.parse(now),
    zone,
    online: true,
    events: [],
    failures: [],
    sendDaily: () => 1,
    pass(milliseconds) {
      world.now += milliseconds
      look()
    },
    at(iso) {
      world.now = Date.parse(iso)
      look()
    },
    unit: work => opened.context.unit(work),
    settings: changes => opened.context.unit(tx => saveSettings(tx, changes)),
    campaign(draft = {}, { sources = true } = {}) {
      named += 1
      const name = `Campaign ${named}`
      const campaignId = opened.context.unit(tx =>
        createCampaign(tx, CampaignDraft.parse({ name, schedule: '04:00', ...draft })),
      )
      if (sources) world.follow(campaignId)
      return campaignId
    },
    follow(campaignId) {
      opened.context.unit(tx => {
        const { lastId } = tx.db
          .sql(
            `INSERT INTO sources (kind, key, label, config, created_at) VALUES ('test', ?, 'Test', '{}', ?)`,
          )
          .run(`test ${campaignId}`, tx.now)
        tx.db
          .sql('INSERT INTO campaign_sources (campaign_id, source_id) VALUES (?, ?)')
          .run(campaignId, lastId)
      })
    },
    slots: () =>
      opened.db.sql<SlotRow & Record<string, never>>('SELECT * FROM schedule_slots ORDER BY id').all(),
    runs: () =>
      opened.db
        .sql<ReturnType<World['runs']>[number]>(
          'SELECT id, campaign_id, trigger, state, queued_at FROM runs ORDER BY id',
        )
        .all(),
    endRuns: () =>
      void opened.context.unit(tx =>
        tx.db.sql("UPDATE runs SET state = 'succeeded', finished_at = ? WHERE state = 'queued'").run(tx.now),
      ),
    end() {
      opened.scheduler.stop()
      if (opened.db.raw.open) opened.db.close()
    },
    startAgain() {
      world.end()
      opened = open()
      opened.scheduler.look()
    },
    close() {
      world.end()
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
    },
    get db() {
      return opened.db
    },
    get context() {
      return opened.context
    },
    get scheduler() {
      return opened.scheduler
    },
  }
  let opened = open()
  return world
}
