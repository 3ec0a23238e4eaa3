import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Ai, type AiQuestion, aiQueries, createAi } from '../../../main/ai/service.ts'
import type { AiStatus } from '../../../main/contract/ai.ts'
import type { StoredEvent } from '../../../main/contract/events.ts'
import type { SettingsChange } from '../../../main/contract/shapes.ts'
import type { CommandContext } from '../../../main/platform/context.ts'
import { createDb, type Db } from '../../../main/platform/db/connection.ts'
import { loadMigrations } from '../../../main/platform/db/migrations.ts'
import { openWriter } from '../../../main/platform/db/pragmas.ts'
import { prepareDatabase } from '../../../main/platform/db/prepare.ts'
import { createUnit } from '../../../main/platform/events/outbox.ts'
import { createLog } from '../../../main/platform/log.ts'
import { migrationsDir } from '../../../main/platform/paths.ts'
import { settingsCommands } from '../../../main/settings/service.ts'

/** The language model's desk on a real database file, with a clock, keys and waits that the test sets. */
export interface Desk {
  ai: Ai
  db: Db
  context: CommandContext
  clock: { now(): string; millis(): number; set(iso: string): void; advance(ms: number): void }
  events: StoredEvent[]
  /** Lines of the log. */
  log: string[]
  /** Waits inside of questions, ms; none is really waited. */
  waits: number[]
  /** Keys of the person by host. */
  keys: Map<string, string>
  set(change: z.input<typeof SettingsChange>): void
  status(): AiStatus
  /** Ends the desk and starts another one on the same file, as after a restart. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface DeskOptions {
  dataDir?: string
  now?: string
  /** Milliseconds for one request. */
  timeout?: number
  settings?: z.input<typeof SettingsChange>
}

/** Opens a desk with a model named tiny that is switched on. */
export function openDesk(options: DeskOptions = {}): Desk {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rolecall-ai-'))
  const prepared = prepareDatabase(dataDir, {
    migrations: loadMigrations(migrationsDir()),
    appVersion: 'test',
    reserveBytes: 0,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const db = createDb(openWriter(prepared.file))
  let millis = Date.parse(options.now ?? '2026-03-10T12:00:00.000Z')
  const clock = {
    now: () => new Date(millis).toISOString(),
    millis: () => millis,
    set: (iso: string) => {
      millis = Date.parse(iso)
    },
    advance: (ms: number) => {
      millis += ms
    },
  }
  const events: StoredEvent[] = []
  const log: string[] = []
  const waits: number[] = []
  const keys = new Map<string, string>()
  const context: CommandContext = {
    db,
    clock,
    dataDir,
    version: 'test',
    unit: createUnit(db, clock, published => events.push(...published)),
    log: createLog('test', line => log.push(JSON.stringify(line))),
  }
  const start = () =>
    createAi(context, {
      secret: async (kind, name, host) =>
        kind === 'ai' && name === 'api_key' ? (keys.get(host) ?? null) : null,
      delay: async ms => {
        waits.push(ms)
      },
      random: () => 1,
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    })
  const set: Desk['set'] = change => void settingsCommands['settings.update'](context, change)
  set({ aiEnabled: true, aiModel: 'tiny', ...options.settings })
  const desk: Desk = {
    ai: start(),
    db,
    context,
    clock,
    events,
    log,
    waits,
    keys,
    set,
    status: () => aiQueries['ai.status'](context),
    async restart() {
      await desk.ai.stop()
      desk.ai = start()
    },
    async close() {
      await desk.ai.stop()
      db.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return desk
}

export const Wanted = z.object({ colour: z.string().max(40), number: z.number().int() })

/** A question for a colour and a number. */
export const question = (
  change: Partial<AiQuestion<z.output<typeof Wanted>>> = {},
): AiQuestion<z.output<typeof Wanted>> => ({
  purpose: 'A colour and a number',
  system: 'You read texts.',
  user: 'The blue house has the number 7.',
  schemaName: 'colours',
  schema: Wanted,
  maxOutputTokens: 100,
  ...change,
})
