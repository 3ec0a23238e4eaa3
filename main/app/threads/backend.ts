import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createAi } from '../../ai/service.ts'
import { createChecks } from '../../checks/service.ts'
import { createEnrichment } from '../../companies/enrichment.ts'
import { type RolecallError, rolecallError } from '../../contract/errors.ts'
import type { Ground } from '../../detection/ai-reader.ts'
import { createDetectionRuns } from '../../detection/runs.ts'
import { createReadingQueue, settleFiles } from '../../documents/service.ts'
import type { LetterFile } from '../../letters/service.ts'
import { createMailer } from '../../mail/service.ts'
import {
  createDelivery,
  createDue,
  forgetMailTrouble,
  lookAtWaiting,
  notify,
  sendDaily,
} from '../../notifications/service.ts'
import { createCollector } from '../../pipeline/collector.ts'
import { createEngine } from '../../pipeline/engine.ts'
import { createMatchAll } from '../../pipeline/match-all.ts'
import { createRankChanged } from '../../pipeline/rank-changed.ts'
import { rankForToday } from '../../pipeline/rank-for-today.ts'
import type { RunContext } from '../../pipeline/stages.ts'
import type { Compute } from '../../pipeline/tasks.ts'
import { systemClock } from '../../platform/clock.ts'
import type { CommandContext } from '../../platform/context.ts'
import { createDb } from '../../platform/db/connection.ts'
import { databaseFault, isCorrupt, isDiskFull } from '../../platform/db/errors.ts'
import { loadMigrations } from '../../platform/db/migrations.ts'
import { checkpoint, openWriter } from '../../platform/db/pragmas.ts'
import { prepareDatabase, type StartNotice } from '../../platform/db/prepare.ts'
import { leaveReserve, withReserve } from '../../platform/db/reserve.ts'
import { markCleanShutdown, markSuspect } from '../../platform/db/start-state.ts'
import { dispatch } from '../../platform/dispatch.ts'
import { createBus } from '../../platform/events/bus.ts'
import { createUnit, eventsAfter, newestSeq } from '../../platform/events/outbox.ts'
import { createHttpClient } from '../../platform/http/client.ts'
import { createLanes } from '../../platform/http/lanes.ts'
import { createLog } from '../../platform/log.ts'
import { hasNetwork } from '../../platform/network.ts'
import { migrationsDir } from '../../platform/paths.ts'
import { createComputePool } from '../../platform/threads/compute-pool.ts'
import { threadEntry } from '../../platform/threads/entries.ts'
import { createParserProcess } from '../../platform/threads/parser-process.ts'
import { stepBack } from '../../platform/threads/priority.ts'
import type { FromThread, ThreadData, ToThread } from '../../platform/threads/protocol.ts'
import { countRestart } from '../../platform/threads/thread-board.ts'
import { rebuildSearchIndex } from '../../postings/service.ts'
import { createRates } from '../../ranking/rates-service.ts'
import { sniffDocument } from '../../resumes/files/sniff.ts'
import { createScheduler } from '../../schedule/scheduler.ts'
import { readSettings } from '../../settings/service.ts'
import { createSources } from '../../sources/adapters/index.ts'
import { registerHandlers } from '../handlers.ts'
import { createCommands } from '../procedures.ts'
import { startUpkeep } from '../upkeep.ts'
import { createOsQuestions } from './os-questions.ts'
import { createSecretQuestions } from './secret-questions.ts'

/** The backend thread: the only writer. Commands, the pipeline, the schedule and the network live here. */

const port = parentPort
if (!port) throw new Error('The backend thread is started by the host')
const data = workerData as ThreadData
const { dataDir, version } = data
stepBack('writing')
const send = (message: FromThread) => port.postMessage(message)
const log = createLog('backend', line => send({ kind: 'log', line }))
/** More missed events than this are not replayed; the page asks everything anew. */
const MOST_REPLAYED = 500
/** A batch takes some hundredths of a second; past this it hangs. Backups and checks may take as long as they need. */
const TASK_DEADLINE_MS = 30_000
/** A large board comes slowly over a slow line; a server that says nothing is noticed much sooner. */
const LONGEST_ANSWER_MS = 60_000
const TICK_MS = 1_000
/** Notices of a start that put a damaged file aside. */
const REPLACED: ReadonlySet<string> = new Set(['database_restored', 'database_started_empty'])

const prepared = prepareDatabase(dataDir, {
  migrations: loadMigrations(migrationsDir()),
  appVersion: version,
  rebuild: rebuildSearchIndex,
})
if (prepared.ok) start(prepared)
else {
  const { code, message, retryable, details } = prepared.error
  send({ kind: 'failed', error: rolecallError(code, message, { retryable, details }) })
}

function start({ file, backups, notices, checkDue }: Extract<typeof prepared, { ok: true }>) {
  const db = createDb(openWriter(file))
  const pool = createComputePool(threadEntry('compute'), data.computeThreads, data, reason => {
    countRestart(data.board, 'compute')
    log.error('A compute thread ended', { reason })
  })
  const parser = createParserProcess(threadEntry('parser'))
  const unit = createUnit(db, systemClock, events => {
    send({ kind: 'events', events })
    bus.publish(events)
  })
  const bus = createBus({ db, clock: systemClock, log, unit, busy: () => engine.busy || detectionRuns.busy })
  const sent = new Int32Array(data.sent)
  const sources = createSources(data.sourceBaseUrls)
  const lanes = createLanes()
  const secrets = createSecretQuestions((id, name, host) => send({ kind: 'secret', id, name, host }))
  const newHttp = () =>
    createHttpClient({
      userAgent: `Rolecall/${version}`,
      lanes,
      proxy: readSettings(db).proxy,
      pages: data.sourceBaseUrls?.page,
      timeouts: { total: LONGEST_ANSWER_MS },
    })
  // The tasks' own types are held by the Compute interface; the pool only carries them.
  const compute: Compute = { run: task => pool.run(task, TASK_DEADLINE_MS) as never }
  const newCollector = () =>
    createCollector({ http: newHttp(), compute, secret: secrets.ask, replay: data.sourceBaseUrls })
  const context: RunContext = {
    db,
    sent: () => Atomics.load(sent, 0),
    leaveRoom: () => leaveReserve(dataDir),
    clock: systemClock,
    dataDir,
    version,
    unit,
    log,
    compute,
    parser,
    sources,
    newCollector,
    signal: signal => send({ kind: 'signal', signal }),
    handOver: { companies: () => enrichment.wake(), enrich: () => detectionRuns.afterRun() },
    ...(data.lingerMs === undefined ? {} : { lingerMs: data.lingerMs }),
  }
  // A full disk must leave the person able to delete, undo and change settings; runs may not eat that room.
  const commandContext: CommandContext = { ...context, unit: work => withReserve(dataDir, () => unit(work)) }
  const system = createOsQuestions((id, notification) => send({ kind: 'notify', id, notification }))
  // A command in the terminal shows nothing and is over soon: what waits for the system waits for the app.
  const show = data.schedule ? system.show : null
  const mailer = createMailer({ secret: secrets.ask })
  const delivery = createDelivery(context, { mailer, show })
  const due = data.schedule ? createDue(context) : null
  const mailChanged = () => {
    unit(forgetMailTrouble)
    delivery.wake()
  }
  const quietChanged = () => {
    unit(lookAtWaiting)
    delivery.wake()
  }

  const engine = createEngine(context)
  const enrichment = createEnrichment(context, {
    baseUrl: data.sourceBaseUrls?.glassdoor,
    newHttp,
    secret: secrets.ask,
    rankAgain: engine.rankAgain,
  })
  const rates = createRates(commandContext, {
    newHttp,
    rankAgain: engine.rankAgain,
  })
  const ai = createAi(commandContext, { secret: secrets.ask })
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
  try {
    const { recovered } = settleFiles(context, sniffDocument)
    if (recovered > 0) log.warn('Files that no document named became documents', { recovered })
  } catch (error) {
    log.error('The files of documents could not be looked through', { reason: String(error) })
  }
  const reading = createReadingQueue(context)
  const checks = createChecks({ ...context, unit: commandContext.unit }, task => pool.run(task))
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
    parser,
    backup: task => pool.run(task),
    // The compute thread answers this task with such a file.
    letter: task => pool.run(task, TASK_DEADLINE_MS) as Promise<LetterFile>,
    rankAgain: engine.rankAgain,
    sources,
    newCollector,
  })
  // Recorded answers need no network.
  const online = () => data.sourceBaseUrls !== undefined || hasNetwork()
  const scheduler = data.schedule ? createScheduler(context, { engine, sendDaily, online }) : null
  const upkeep = startUpkeep({
    context,
    file,
    backups,
    checkDue,
    busy: () => engine.busy || detectionRuns.busy,
    run: task => pool.run(task),
    rankForToday: () => rankForToday(context, engine),
    checkData: checks.daily,
  })

  registerHandlers(bus, {
    ai,
    delivery,
    due,
    enrichment,
    mailChanged,
    quietChanged,
    matchAll,
    rankChanged,
    reading,
    scheduler,
  })
  bus.start()
  const ticks = setInterval(bus.tick, TICK_MS)
  unit(tx => {
    for (const notice of notices) notify(tx, noticeOf(notice, tx.now))
  })
  engine.wake()
  scheduler?.look()
  enrichment.wake()
  ai.wake()
  rankChanged.wake()
  matchAll.wake()
  reading.wake()
  detectionRuns.wake()
  delivery.wake()
  due?.wake()

  const onUnexpected = (error: unknown, procedure: string): RolecallError => {
    const id = randomUUID().slice(0, 8)
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
    log.error('A command failed', { id, procedure, reason })
    if (isDiskFull(error))
      return rolecallError('disk_full', 'The disk is full. What was saved before is kept.', {
        retryable: true,
      })
    if (isCorrupt(error)) {
      markSuspect(dataDir)
      // The supervisor starts this thread again, and the start repairs.
      setImmediate(() => process.exit(1))
      return rolecallError('database_corrupt', 'The database is damaged; Rolecall repairs it now.', {
        retryable: true,
      })
    }
    const fault = databaseFault(error)
    if (fault) return rolecallError(fault.code, fault.message, { retryable: fault.retryable })
    return rolecallError('internal', `Something unexpected happened (${id}). Nothing was changed.`, {
      details: { id },
    })
  }

  const stop = async () => {
    upkeep.stop()
    due?.stop()
    clearInterval(ticks)
    scheduler?.stop()
    // The engine first tells its runs; then nothing may keep them waiting for an answer that nobody needs any more.
    const runs = [
      delivery.stop(),
      engine.stop(),
      detectionRuns.stop(),
      rankChanged.stop(),
      matchAll.stop(),
      reading.stop(),
    ]
    await Promise.all([
      ...runs,
      enrichment.stop(),
      ai.stop(),
      rates.stop(),
      checks.stop(),
      pool.stop(),
      parser.stop(),
    ])
    await bus.stop()
    checkpoint(db.raw, { idle: true, truncateOver: 0 })
    db.close()
    markCleanShutdown(dataDir)
    send({ kind: 'stopped' })
    port?.close()
  }

  port?.on('message', async (message: ToThread) => {
    switch (message.kind) {
      case 'call': {
        const answer = await dispatch(message.frame, {
          handlers: commands,
          context: commandContext,
          onUnexpected,
        })
        send({ kind: 'answer', answer })
        return
      }
      case 'replay': {
        const newest = newestSeq(db)
        const missed = message.since === null ? [] : eventsAfter(db, message.since, MOST_REPLAYED + 1)
        // A number from the future belongs to another database, one far back to news that is gone.
        const gap =
          message.since !== null &&
          (message.since > newest ||
            missed.length > MOST_REPLAYED ||
            (missed[0]?.seq ?? message.since + 1) > message.since + 1)
        send({ kind: 'replayed', id: message.id, newest, events: gap ? [] : missed, gap })
        return
      }
      case 'key_entered':
        try {
          mailChanged()
        } catch (error) {
          log.warn('Mail could not be tried with the new key', { reason: String(error) })
        }
        return
      case 'secret':
        secrets.answer(message.id, message.value)
        return
      case 'shown':
        system.answer(message.id, message.outcome)
        return
      case 'power':
        if (message.state === 'resume') {
          delivery.wake()
          due?.wake()
        }
        if (message.state === 'resume') scheduler?.look()
        return
      case 'stop':
        await stop()
        return
    }
  })
  send({ kind: 'ready', replaced: notices.some(notice => REPLACED.has(notice.code)) })
}

function noticeOf(notice: StartNotice, at: string) {
  return {
    kind: 'notice' as const,
    title: 'At the start',
    body: notice.message,
    target: '/settings',
    campaignId: null,
    runId: null,
    dedupeKey: `notice:${notice.code}:${at}`,
  }
}
