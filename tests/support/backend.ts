import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ai, createAi } from '../../main/ai/service.ts'
import { createCommands, createQueries } from '../../main/app/procedures.ts'
import { lookFor } from '../../main/checks/piece.ts'
import { type Checks, createChecks } from '../../main/checks/service.ts'
import { createEnrichment, type Enrichment } from '../../main/companies/enrichment.ts'
import type { Contract } from '../../main/contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../main/contract/define.ts'
import type { Result, RolecallError } from '../../main/contract/errors.ts'
import type { Signal, StoredEvent } from '../../main/contract/events.ts'
import type { Ground } from '../../main/detection/ai-reader.ts'
import { createDetector } from '../../main/detection/rules/detect.ts'
import { createPlaceFinder } from '../../main/detection/rules/place/place.ts'
import { createSkillFinder } from '../../main/detection/rules/skills/skills.ts'
import { createDetectionRuns, type DetectionRuns } from '../../main/detection/runs.ts'
import { createReadingQueue, type DocumentTask, type ReadingQueue } from '../../main/documents/service.ts'
import { makeLetter } from '../../main/letters/make.ts'
import { createMailer, type Mailer } from '../../main/mail/service.ts'
import { createDelivery, type Delivery } from '../../main/notifications/service.ts'
import { createCollector } from '../../main/pipeline/collector.ts'
import { createEngine, type Engine } from '../../main/pipeline/engine.ts'
import { createMatchAll, type MatchAll } from '../../main/pipeline/match-all.ts'
import { createPreparer } from '../../main/pipeline/prepare.ts'
import { createRankChanged, type RankChanged } from '../../main/pipeline/rank-changed.ts'
import { createChunkRanker } from '../../main/pipeline/rank-chunk.ts'
import type { RunContext } from '../../main/pipeline/stages.ts'
import type { Compute, ComputeTask } from '../../main/pipeline/tasks.ts'
import type { Clock } from '../../main/platform/clock.ts'
import { createDb, type Db } from '../../main/platform/db/connection.ts'
import { loadMigrations } from '../../main/platform/db/migrations.ts'
import { openReader, openWriter } from '../../main/platform/db/pragmas.ts'
import { prepareDatabase } from '../../main/platform/db/prepare.ts'
import { dispatch } from '../../main/platform/dispatch.ts'
import { type Bus, createBus } from '../../main/platform/events/bus.ts'
import { createUnit } from '../../main/platform/events/outbox.ts'
import { createHttpClient } from '../../main/platform/http/client.ts'
import { createLog } from '../../main/platform/log.ts'
import { migrationsDir, resourcePath } from '../../main/platform/paths.ts'
import type { OsNotification, OsOutcome } from '../../main/platform/threads/protocol.ts'
import { createRates } from '../../main/ranking/rates-service.ts'
import { createSources } from '../../main/sources/adapters/index.ts'
import { lookAtFile } from '../../main/sources/files/look-at-file.ts'
import { previewFile } from '../../main/sources/files/preview.ts'
import { type PageInput, readPage } from '../../main/sources/files/read-page.ts'
import { readPastedText } from '../../main/sources/rules/pasted-text.ts'
import { plainReader } from './plain-reader.ts'

type Name = ProcedureName<Contract>

/** The backend without its threads: real files, real SQL, the same procedures, a clock that the test sets. */
export interface TestBackend {
  dataDir: string
  db: Db
  context: RunContext
  engine: Engine
  enrichment: Enrichment
  ai: Ai
  /** Without handlers until a test registers some and starts it. */
  bus: Bus
  /** Woken by the test, not by events. */
  delivery: Delivery
  mailer: Mailer
  /** What the system was given to show. */
  shown: OsNotification[]
  rankChanged: RankChanged
  /** Woken by the test, not by events. */
  reading: ReadingQueue
  matchAll: MatchAll
  detectionRuns: DetectionRuns
  checks: Checks
  clock: Clock & { set(iso: string): void; advance(milliseconds: number): void }
  events: StoredEvent[]
  signals: Signal[]
  /** Calls a procedure through `dispatch`; an error answer throws its value. */
  call<N extends Name>(
    name: N,
    input: InputOf<ProcedureAt<Contract, N>>,
  ): Promise<OutputOf<ProcedureAt<Contract, N>>>
  /** The error value that a procedure answers; fails the test when it succeeds. */
  refusal<N extends Name>(name: N, input: unknown): Promise<RolecallError>
  /** Uploads text as a file, imports it for a campaign and waits for the end; answers the run. */
  importText(
    text: string,
    campaignId: number,
    name?: string,
  ): Promise<OutputOf<ProcedureAt<Contract, 'runs.get'>>>
  close(): Promise<void>
}

const vocabulary = (name: string): string => readFileSync(resourcePath(`vocabularies/${name}`), 'utf8')

interface Shared {
  preparer: ReturnType<typeof createPreparer>
  rankChunk: ReturnType<typeof createChunkRanker>
}
let shared: Shared | undefined
/** The pure steps with the shipped vocabularies, loaded once for a test file. */
function testSteps(): Shared {
  if (!shared) {
    const places = createPlaceFinder(vocabulary('places.tsv'))
    const finders = { places, skills: createSkillFinder(vocabulary('skills.tsv')) }
    const help = { locate: places.locate, resolvePlace: places.resolve }
    shared = {
      preparer: createPreparer({ detect: createDetector(finders), places: help, finders }),
      rankChunk: createChunkRanker(help),
    }
  }
  return shared
}

export const testPreparer = (): Shared['preparer'] => testSteps().preparer

export interface TestBackendOptions {
  now?: string
  dataDir?: string
  sourceBaseUrls?: Record<string, string>
  /** Keys of the person by `kind.name`; the model's by `ai.api_key@host`. */
  secrets?: Record<string, string>
  /** Takes the place of the rest before a step is tried again; by itself there is none. */
  pause?: RunContext['pause'] & {}
  /** What becomes of a notification of the system; by itself each is shown. */
  show?: (notification: OsNotification) => OsOutcome
  /** Reads documents; by itself each one is its own text. */
  readDocument?: (task: DocumentTask) => Promise<Result<unknown>>
  /** Wraps the computing, to watch or disturb it. */
  compute?: (real: Compute) => Compute
}

/** Opens a fresh (or given) data folder and starts the engine on it. */
export function openBackend(options: TestBackendOptions = {}): TestBackend {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'rolecall-'))
  let millis = Date.parse(options.now ?? '2026-03-02T09:00:00.000Z')
  const clock = {
    now: () => new Date(millis).toISOString(),
    millis: () => millis,
    set: (iso: string) => {
      millis = Date.parse(iso)
    },
    advance: (by: number) => {
      millis += by
    },
  }
  const prepared = prepareDatabase(dataDir, {
    migrations: loadMigrations(migrationsDir()),
    appVersion: 'test',
    reserveBytes: 0,
  })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const db = createDb(openWriter(prepared.file))
  const reader = createDb(openReader(prepared.file))
  const events: StoredEvent[] = []
  const signals: Signal[] = []
  const listeners = new Set<(event: StoredEvent) => void>()
  const unit = createUnit(db, clock, published => {
    for (const event of published) {
      events.push(event)
      for (const listener of listeners) listener(event)
    }
    bus.publish(published)
  })
  const bus = createBus({ db, clock, log: createLog('test', () => {}), unit, busy: () => false })
  const sources = createSources(options.sourceBaseUrls)
  const queries = createQueries(sources)
  const real: Compute = {
    async run(task: ComputeTask) {
      const preparer = testPreparer()
      if (task.kind === 'prepare') return preparer.prepare(task) as never
      if (task.kind === 'rank') return testSteps().rankChunk(task) as never
      if (task.kind === 'detect') return preparer.detect(task) as never
      if (task.kind === 'ground') return preparer.ground(task) as never
      const source = sources.of(task.source)
      if (!source) throw new Error(`No source of kind ${task.source}`)
      if (task.kind === 'detail') return source.readDetail(task.item, task.response, task.ask) as never
      return source.read(task.response, task.ask) as never
    },
  }
  const compute = options.compute?.(real) ?? real
  const newCollector = () =>
    createCollector({
      http: createHttpClient({
        userAgent: 'Rolecall/test',
        delay: async () => {},
        pages: options.sourceBaseUrls?.page,
      }),
      compute,
      secret: async (kind, name) => options.secrets?.[`${kind}.${name}`] ?? null,
      replay: options.sourceBaseUrls,
    })
  const context: RunContext = {
    db,
    clock,
    dataDir,
    version: 'test',
    unit,
    log: createLog('test', () => {}),
    compute,
    parser: {
      async run(task) {
        const { kind, path, name, text } = task as { kind: string; path: string; name: string; text: string }
        if (kind === 'document') return (options.readDocument ?? plainReader)(task as DocumentTask)
        if (kind === 'page') return { ok: true, value: await readPage(task as PageInput) }
        if (kind === 'look') return { ok: true, value: await lookAtFile(path, name) }
        if (kind === 'ready') return { ok: true, value: null }
        if (kind === 'text') return { ok: true, value: readPastedText(text) }
        return { ok: true, value: await previewFile(createReadStream(path), name) }
      },
      stop: async () => {},
      crash: () => {},
    },
    sources,
    newCollector,
    sent: () => 0,
    leaveRoom: () => {},
    signal: signal => signals.push(signal),
    handOver: { companies: () => enrichment.wake(), enrich: () => detectionRuns.afterRun() },
    pause: options.pause ?? (async () => {}),
    random: () => 0,
  }
  const engine = createEngine(context)
  const enrichment = createEnrichment(context, {
    baseUrl: options.sourceBaseUrls?.glassdoor,
    newHttp: () => createHttpClient({ userAgent: 'Rolecall/test', delay: async () => {} }),
    secret: async (kind, name) => options.secrets?.[`${kind}.${name}`] ?? null,
    rankAgain: engine.rankAgain,
  })
  const rates = createRates(context, {
    newHttp: () =>
      createHttpClient({
        userAgent: 'Rolecall/test',
        delay: async () => {},
        pages: options.sourceBaseUrls?.page,
      }),
    rankAgain: engine.rankAgain,
  })
  const ai = createAi(context, {
    secret: async (kind, name, host) => options.secrets?.[`${kind}.${name}@${host}`] ?? null,
    delay: async () => {},
  })
  const rankChanged = createRankChanged(context)
  const matchAll = createMatchAll(context)
  const ground: Ground = items => compute.run({ kind: 'ground', items })
  const detectionRuns = createDetectionRuns(context, {
    ai,
    ground,
    readAll: engine.readAll,
    signal: context.signal,
    sent: context.sent,
    leaveRoom: context.leaveRoom,
    rankChanged: rankChanged.wake,
  })
  // A piece of its own in each round, as the compute threads give it.
  const reading = createReadingQueue(context)
  const checks = createChecks(context, async task => {
    await new Promise(resolve => setImmediate(resolve))
    return lookFor(task)
  })
  const mailer = createMailer({
    secret: async (kind, name, host) => options.secrets?.[`${kind}.${name}@${host}`] ?? null,
    timeouts: { connection: 2_000, greeting: 1_000, socket: 1_000, total: 4_000 },
  })
  const shown: OsNotification[] = []
  const show = async (notification: OsNotification) => {
    const outcome = options.show?.(notification) ?? { state: 'shown' as const, message: null }
    if (outcome.state === 'shown') shown.push(notification)
    return outcome
  }
  const delivery = createDelivery(context, {
    mailer,
    show,
    // What gathers for a moment is told at once; later tries are the test's to wake.
    later: (work, milliseconds) => {
      if (milliseconds >= 1_000) return () => {}
      const soon = setImmediate(work)
      return () => clearImmediate(soon)
    },
  })
  const commands = createCommands({
    ai,
    checks,
    bus,
    notifications: { delivery, mailer, show },
    ground,
    detectionRuns,
    readAll: engine.readAll,
    engine,
    rates,
    reading,
    enrichment,
    compute,
    parser: context.parser,
    backup: async () => ({}),
    letter: makeLetter,
    rankAgain: engine.rankAgain,
    sources,
    newCollector,
  })
  const run = (name: string, input: unknown) => {
    const frame = { id: 1, procedure: name, input }
    const onUnexpected = (error: unknown) => {
      throw error
    }
    return Object.hasOwn(queries, name)
      ? dispatch(frame, {
          handlers: queries,
          context: { ...context, db: reader },
          onUnexpected,
          checkOutput: true,
        })
      : dispatch(frame, { handlers: commands, context, onUnexpected, checkOutput: true })
  }
  const backend: TestBackend = {
    dataDir,
    db,
    context,
    engine,
    enrichment,
    ai,
    bus,
    delivery,
    mailer,
    shown,
    rankChanged,
    reading,
    matchAll,
    detectionRuns,
    checks,
    clock,
    events,
    signals,
    async call(name, input) {
      const answer = await run(name, input)
      if (!answer.ok) throw Object.assign(new Error(answer.error.message), answer.error)
      // dispatch has just parsed the answer with the output schema of this name.
      return answer.value as never
    },
    async refusal(name, input) {
      const answer = await run(name, input)
      if (answer.ok) throw new Error(`${name} was expected to be refused`)
      return answer.error
    },
    async importText(text, campaignId, name = 'postings.jsonl') {
      const data = Buffer.from(text)
      const { uploadId } = await backend.call('uploads.begin', { name, size: data.length })
      for (let at = 0; at < data.length; at += 500_000)
        await backend.call('uploads.append', {
          uploadId,
          offset: at,
          data: data.subarray(at, at + 500_000).toString('base64'),
        })
      const { runId } = await backend.call('imports.start', { uploadId, campaignId: campaignId as never })
      await engine.ended(runId)
      return backend.call('runs.get', { runId })
    },
    async close() {
      await Promise.all([
        engine.stop(),
        delivery.stop(),
        enrichment.stop(),
        ai.stop(),
        rates.stop(),
        detectionRuns.stop(),
        rankChanged.stop(),
        reading.stop(),
        matchAll.stop(),
        checks.stop(),
      ])
      reader.close()
      db.close()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return backend
}

/** A plain posting as a file row; `change` sets what the test is about. */
export function row(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'p-1',
    title: 'Backend Engineer',
    company: 'Ardent Systems Ltd',
    location_text: 'London, UK',
    description:
      'We build payment software. You know Python and PostgreSQL. Salary: £60,000 - £75,000 a year.',
    ...change,
  }
}

/** Rows as a file of JSON lines. */
export const jsonl = (rows: readonly Record<string, unknown>[]): string =>
  rows.map(each => JSON.stringify(each)).join('\n')
