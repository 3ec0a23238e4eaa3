import { Worker } from 'node:worker_threads'

/** A worker thread that is started again when it dies. */
export interface Supervised<To, From> {
  post(message: To, transfer?: ArrayBuffer[]): void
  readonly alive: boolean
  /** Asks by `farewell`, waits for the exit at most `patience` ms, then ends the thread. */
  stop(farewell: To | null, patience: number): Promise<void>
  /** For tests: ends the thread as a crash would. */
  crash(): Promise<void>
  /** Carried by messages only; names the type of what comes back. */
  readonly receives?: From
}

export interface SuperviseOptions<From> {
  entry: URL
  name: string
  data: unknown
  onMessage(message: From): void
  /** The thread is gone; `again` says whether it will be started once more. */
  onDown(reason: string, again: boolean): void
  /** Restarts allowed within a minute before the thread is given up. */
  maxRestarts?: number
  resourceLimits?: { maxOldGenerationSizeMb?: number }
}

const MINUTE = 60_000
/**
 * Room for what lives shortly, in megabytes. By itself V8 takes up to 48 in each thread and keeps them: 57 MB in all at
 * 100,000 jobs, without answering or importing any sooner (measured with Node 24).
 */
const YOUNG_MB = 6

/** Starts a worker and keeps it running: a crash is followed by a restart after 50, 100, 200 … ms. */
export function supervise<To, From>(options: SuperviseOptions<From>): Supervised<To, From> {
  const { maxRestarts = 5 } = options
  let worker: Worker | undefined
  let stopping = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let restarts: number[] = []

  const start = () => {
    let reason = 'ended'
    const started = new Worker(options.entry, {
      name: options.name,
      workerData: options.data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, ...options.resourceLimits },
    })
    worker = started
    started.on('message', message => {
      if (worker === started) options.onMessage(message as From)
    })
    started.on('error', error => {
      reason = error instanceof Error ? error.message : String(error)
    })
    started.on('exit', code => {
      if (worker !== started) return
      worker = undefined
      if (stopping) return
      const now = Date.now()
      restarts = [...restarts.filter(at => now - at < MINUTE), now]
      const again = restarts.length <= maxRestarts
      options.onDown(`${reason} (code ${code})`, again)
      if (again) timer = setTimeout(start, 50 * 2 ** (restarts.length - 1))
    })
  }
  start()

  return {
    post(message, transfer = []) {
      worker?.postMessage(message, transfer)
    },
    get alive() {
      return worker !== undefined
    },
    async stop(farewell, patience) {
      stopping = true
      clearTimeout(timer)
      const last = worker
      if (!last) return
      const gone = new Promise<void>(resolve => last.once('exit', () => resolve()))
      if (farewell !== null) last.postMessage(farewell)
      const impatient = setTimeout(() => void last.terminate(), farewell === null ? 0 : patience)
      await gone
      clearTimeout(impatient)
    },
    async crash() {
      await worker?.terminate()
    },
  }
}
