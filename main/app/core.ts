import { availableParallelism } from 'node:os'
import { AI_KEY } from '../ai/service.ts'
import { GLASSDOOR } from '../companies/glassdoor.ts'
import { contract } from '../contract/api.ts'
import { procedureNamed } from '../contract/define.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import type { StoredEvent } from '../contract/events.ts'
import { type AnswerFrame, type PushFrame, RequestFrame } from '../contract/frames.ts'
import { MAIL_PASSWORD } from '../mail/service.ts'
import { dispatch } from '../platform/dispatch.ts'
import { createLog, type LogLine } from '../platform/log.ts'
import type { Secrets } from '../platform/secrets/secrets.ts'
import { threadEntry } from '../platform/threads/entries.ts'
import type {
  FromThread,
  OsNotification,
  OsOutcome,
  ThreadData,
  ToThread,
} from '../platform/threads/protocol.ts'
import { type Supervised, supervise } from '../platform/threads/supervised.ts'
import { countRestart, createBoard, markThread, readBoard } from '../platform/threads/thread-board.ts'
import { createSources } from '../sources/adapters/index.ts'
import { answerWithoutClip, createClip } from './clip/clip.ts'
import { type KnownKey, openSecrets, secretHandlers } from './secrets.ts'

/** What a shell must be able to do for the core, and what it answers itself. */
export interface ShellPort {
  /** Answers `shell.*` procedures; the frame's name is of kind `host`. Never throws. */
  answer(frame: RequestFrame): Promise<AnswerFrame>
  /** Shows an operating-system notification and says what became of it; absent where the shell has none. Never throws. */
  notify?(notification: OsNotification): Promise<OsOutcome>
  /** Takes the lines of the log, for a file or the terminal. */
  log(line: LogLine): void
}

export interface CoreOptions {
  dataDir: string
  version: string
  shell: ShellPort
  /** Base addresses of sources by kind; for tests that replay recorded answers on loopback. */
  sourceBaseUrls?: Record<string, string>
  /** False: campaigns run only when asked, not at their times. By itself true. */
  schedule?: boolean
  /** Where the person's keys are kept; by itself in the data folder, for shells without a keystore of the system. */
  secrets?: Secrets
  /** True: pages can be clipped from the browser, when the person has switched it on. By itself false. */
  clip?: boolean
  readers?: number
  computeThreads?: number
  /** For trials: milliseconds that each step of a run lasts longer. */
  lingerMs?: number
}

/** The running core as a shell sees it. */
export interface Core {
  /** One frame from a page, whose sender the shell has already checked. Never throws. */
  call(frame: unknown): Promise<AnswerFrame>
  /** Live events after `since` (null: from now on); first a `hello`. Returns a function that ends it. */
  subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void
  /** Tells the schedule that the machine slept or woke. */
  power(state: 'suspend' | 'resume' | 'shutdown'): void
  /** Finishes the open transaction, keeps runs resumable, closes the database. Asked twice, it stops once. */
  stop(): Promise<void>
  /** For tests: ends a thread as a crash would. */
  crash(thread: 'backend' | 'reader'): Promise<void>
}

interface Pending {
  pageId: number
  frame: RequestFrame
  resolve(answer: AnswerFrame): void
  thread: Supervised<ToThread, FromThread>
  /** Queries are asked once more after a crash of their reader; commands never. */
  tries: number
}

const STOP_PATIENCE = 8_000
const NO_NOTIFICATIONS: OsOutcome = {
  state: 'none',
  message: 'Rolecall shows notifications of the system in its desktop app only.',
}

/** Every key that a source of postings, of company facts, a language model or a mail server can take. */
const knownKeys = (): KnownKey[] => [
  ...createSources().all.flatMap(({ kind, keys }) => keys.map(({ name, host }) => ({ kind, name, host }))),
  { kind: GLASSDOOR.kind, name: GLASSDOOR.key, host: GLASSDOOR.host },
  { ...AI_KEY, host: null },
  { ...MAIL_PASSWORD, host: null },
]

/**
 * Starts the threads and answers when the database is open. Fails with the error value of the start
 * (`database_newer`, `data_folder_read_only`, …).
 */
export async function startCore(
  options: CoreOptions,
): Promise<{ ok: true; core: Core } | { ok: false; error: RolecallError }> {
  const { shell } = options
  const secrets = options.secrets ?? openSecrets(options.dataDir)
  const log = createLog('host', shell.log)
  const sent = new Int32Array(new SharedArrayBuffer(4))
  const readerNames = Array.from({ length: options.readers ?? 2 }, (_, at) => `reader-${at + 1}`)
  const board = createBoard(['backend', ...readerNames, 'compute'])
  markThread(board, 'compute', 'ready')
  const data: ThreadData = {
    sent: sent.buffer,
    board,
    dataDir: options.dataDir,
    version: options.version,
    schedule: options.schedule ?? true,
    computeThreads: options.computeThreads ?? Math.max(2, Math.min(4, availableParallelism() - 1)),
    ...(options.lingerMs === undefined ? {} : { lingerMs: options.lingerMs }),
    ...(options.sourceBaseUrls ? { sourceBaseUrls: options.sourceBaseUrls } : {}),
  }
  const pending = new Map<number, Pending>()
  /** Questions for missed events that the backend has not answered; asked again when it was started again. */
  const replays = new Map<
    number,
    { since: number | null; answer(message: Extract<FromThread, { kind: 'replayed' }>): void }
  >()
  const listeners = new Set<(frame: PushFrame) => void>()
  let lastId = 0
  let stopped = false
  let settleStart: (result: RolecallError | null) => void = () => {}
  const started = new Promise<RolecallError | null>(resolve => {
    settleStart = resolve
  })

  const push = (frame: PushFrame) => {
    for (const listener of listeners) listener(frame)
  }

  /** Threads that ended and are not ready again. */
  const down = new Set<string>()
  const onReady = (name: string, message: Extract<FromThread, { kind: 'ready' }>) => {
    markThread(board, name, 'ready')
    if (name === 'backend') {
      settleStart(null)
      for (const [id, { since }] of replays) backend.post({ kind: 'replay', id, since })
      // The readers still have the file open that was put aside.
      if (message.replaced) for (const reader of readers) void reader.crash()
    }
    if (!down.delete(name) || down.size > 0) return
    push({
      kind: 'signal',
      signal: { type: 'core.state', payload: { state: 'ready', message: 'Ready' } },
    })
  }

  const onMessage = (name: string) => (message: FromThread) => {
    switch (message.kind) {
      case 'answer': {
        const waiting = pending.get(message.answer.id)
        pending.delete(message.answer.id)
        waiting?.resolve({ ...message.answer, id: waiting.pageId })
        return
      }
      case 'events':
        for (const event of message.events) push({ kind: 'event', event })
        return
      case 'signal':
        push({ kind: 'signal', signal: message.signal })
        return
      case 'replayed':
        replays.get(message.id)?.answer(message)
        replays.delete(message.id)
        return
      case 'notify':
        void (shell.notify?.(message.notification) ?? Promise.resolve(NO_NOTIFICATIONS)).then(outcome =>
          backend.post({ kind: 'shown', id: message.id, outcome }),
        )
        return
      case 'secret':
        void secrets.get(message.name, message.host).then(value => {
          backend.post({ kind: 'secret', id: message.id, value })
        })
        return
      case 'log':
        shell.log(message.line)
        return
      case 'failed':
        log.error('The backend cannot start', { code: message.error.code, reason: message.error.message })
        settleStart(message.error)
        return
      case 'ready':
        onReady(name, message)
        return
      case 'stopped':
        return
    }
  }

  const send = (id: number, waiting: Pending) => {
    pending.set(id, waiting)
    waiting.thread.post({ kind: 'call', frame: { ...waiting.frame, id } })
  }

  const onDown =
    (name: string, thread: () => Supervised<ToThread, FromThread> | undefined) =>
    (reason: string, again: boolean) => {
      log.error('A thread ended', { thread: name, reason, again })
      down.add(name)
      markThread(board, name, again ? 'starting' : 'down')
      if (again) countRestart(board, name)
      settleStart(rolecallError('internal', `The ${name} thread could not start: ${reason}`))
      push({
        kind: 'signal',
        signal: {
          type: 'core.state',
          payload: again
            ? {
                state: 'restarting',
                message: 'Part of Rolecall stopped and is starting again. Everything saved is kept.',
              }
            : {
                state: 'failed',
                message: 'Part of Rolecall keeps stopping. Everything saved is kept; restart Rolecall.',
              },
        },
      })
      const gone = thread()
      for (const [id, waiting] of pending) {
        if (waiting.thread !== gone) continue
        pending.delete(id)
        const other = readers.find(reader => reader !== gone && reader.alive)
        if (name !== 'backend' && other && waiting.tries === 0)
          send(id, { ...waiting, thread: other, tries: 1 })
        else
          waiting.resolve({
            id: waiting.pageId,
            ok: false,
            error: rolecallError(
              'backend_gone',
              'Rolecall was interrupted before it could answer. What was saved is kept.',
              {
                retryable: true,
              },
            ),
          })
      }
    }

  const readers: Supervised<ToThread, FromThread>[] = []
  const thread: Supervised<ToThread, FromThread> = supervise<ToThread, FromThread>({
    entry: threadEntry('backend'),
    name: 'backend',
    data,
    onMessage: onMessage('backend'),
    onDown: onDown('backend', () => backend),
  })
  /** The backend; a run that is writing sees by the count that somebody waits, and ends its transaction. */
  const backend: typeof thread = {
    ...thread,
    get alive() {
      return thread.alive
    },
    post(message) {
      Atomics.add(sent, 0, 1)
      thread.post(message)
    },
    stop(farewell, patience) {
      Atomics.add(sent, 0, 1)
      return thread.stop(farewell, patience)
    },
  }
  const startError = await started
  if (startError) {
    await backend.stop(null, 0)
    return { ok: false, error: startError }
  }

  for (const name of readerNames) {
    const reader: Supervised<ToThread, FromThread> = supervise<ToThread, FromThread>({
      entry: threadEntry('reader'),
      name,
      data,
      onMessage: onMessage(name),
      onDown: onDown(name, () => reader),
    })
    readers.push(reader)
  }

  /** The reader with the fewest open questions. */
  const freeReader = () => {
    const load = new Map(readers.map(reader => [reader, reader.alive ? 0 : 1000]))
    for (const { thread } of pending.values()) load.set(thread, (load.get(thread) ?? 0) + 1)
    return readers.reduce((best, reader) => ((load.get(reader) ?? 0) < (load.get(best) ?? 0) ? reader : best))
  }

  /** Keys are entered and forgotten here, where the keystore is; no thread but the backend is ever told one. */
  const answerSecrets = async (frame: RequestFrame): Promise<AnswerFrame> => {
    const answer = await dispatch(frame, {
      handlers: secretHandlers,
      context: { secrets, keys: knownKeys() },
      onUnexpected(error, procedure) {
        log.error('A key could not be handled', { procedure, reason: String(error) })
        return rolecallError('internal', 'The keystore of this computer could not be asked.')
      },
    })
    if (answer.ok && frame.procedure === 'secrets.set') backend.post({ kind: 'key_entered' })
    return answer
  }

  /** How the threads fare; nobody else can say of a thread that it is gone. */
  const answerThreads = (frame: RequestFrame): Promise<AnswerFrame> =>
    dispatch(frame, {
      handlers: { 'system.threads': () => ({ threads: readBoard(board) }) },
      context: {},
      onUnexpected: error => rolecallError('internal', String(error)),
    })

  const answerHost = (frame: RequestFrame): Promise<AnswerFrame> => {
    const [area] = frame.procedure.split('.')
    if (area === 'secrets') return answerSecrets(frame)
    if (area === 'system') return answerThreads(frame)
    if (area === 'clip') return clip ? clip.answer(frame) : answerWithoutClip(frame)
    return shell.answer(frame)
  }

  const call = (frame: unknown): Promise<AnswerFrame> => {
    const parsed = RequestFrame.safeParse(frame)
    const refusal = (error: RolecallError): Promise<AnswerFrame> =>
      Promise.resolve({ id: parsed.success ? parsed.data.id : 0, ok: false, error })
    if (!parsed.success) return refusal(rolecallError('bad_input', 'This is not a request frame.'))
    if (stopped) return refusal(rolecallError('backend_gone', 'Rolecall is closing.', { retryable: false }))
    const procedure = procedureNamed(contract, parsed.data.procedure)
    if (!procedure)
      return refusal(rolecallError('unknown_procedure', `There is no procedure "${parsed.data.procedure}".`))
    if (procedure.kind === 'host') return answerHost(parsed.data)
    const thread = procedure.kind === 'query' ? freeReader() : backend
    if (!thread.alive)
      return refusal(
        rolecallError('backend_gone', 'Part of Rolecall is starting again. Try once more in a moment.', {
          retryable: true,
        }),
      )
    return new Promise(resolve => {
      lastId += 1
      send(lastId, { pageId: parsed.data.id, frame: parsed.data, resolve, thread, tries: 0 })
    })
  }

  const subscribe = (since: number | null, listener: (frame: PushFrame) => void) => {
    // Live events that arrive before the missed ones are held back, so that a page sees one rising sequence.
    let held: StoredEvent[] | null = []
    let last = since ?? 0
    const live = (frame: PushFrame) => {
      if (frame.kind !== 'event') return listener(frame)
      if (held) held.push(frame.event)
      else if (frame.event.seq > last) {
        last = frame.event.seq
        listener(frame)
      }
    }
    listeners.add(live)
    lastId += 1
    const id = lastId
    replays.set(id, {
      since,
      answer({ newest, events, gap }) {
        last = gap || since === null ? newest : since
        listener({ kind: 'hello', seq: last, gap })
        const waiting = held ?? []
        held = null
        for (const event of gap ? [] : events) live({ kind: 'event', event })
        for (const event of waiting) live({ kind: 'event', event })
      },
    })
    // Asked of the backend: it alone knows what it has published.
    backend.post({ kind: 'replay', id, since })
    return () => {
      listeners.delete(live)
      replays.delete(id)
    }
  }

  const clip = options.clip ? createClip({ call, subscribe, secrets, log }) : null

  const end = async () => {
    await clip?.stop()
    stopped = true
    await Promise.all(readers.map(reader => reader.stop({ kind: 'stop' }, STOP_PATIENCE)))
    await backend.stop({ kind: 'stop' }, STOP_PATIENCE)
    for (const waiting of pending.values())
      waiting.resolve({
        id: waiting.pageId,
        ok: false,
        error: rolecallError('backend_gone', 'Rolecall is closing.'),
      })
    pending.clear()
  }
  let ending: Promise<void> | undefined

  return {
    ok: true,
    core: {
      call,
      subscribe,
      power: state => backend.post({ kind: 'power', state }),
      stop() {
        ending ??= end()
        return ending
      },
      crash: name => (name === 'backend' ? backend : (readers[0] ?? backend)).crash(),
    },
  }
}
