import { Worker } from 'node:worker_threads'

/** What the pool sends a compute thread, and what comes back. */
export type ToCompute = { id: number; task: unknown }
export type FromCompute =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; message: string }

/** Compute threads behind one queue. */
export interface ComputePool {
  /**
   * Rejects when the task throws, when its thread dies twice over it (see `isDeadly`), or when the pool stops. Past
   * `deadlineMs`, the thread is ended as if it had died.
   */
  run(task: unknown, deadlineMs?: number): Promise<unknown>
  readonly size: number
  stop(): Promise<void>
  /** For tests: ends a thread as a crash would. */
  crash(): Promise<void>
}

interface Job {
  id: number
  task: unknown
  deadlineMs: number | undefined
  tries: number
  resolve(value: unknown): void
  reject(error: Error): void
}

interface Slot {
  worker: Worker | undefined
  /** What was sent and not answered; the thread works on the first. */
  jobs: Job[]
  failuresInARow: number
  deadline: ReturnType<typeof setTimeout> | undefined
}

const MOST_FAILURES = 5
/**
 * A short task waits in the thread itself behind another short one, so that the thread goes on at once while the asking
 * thread is busy; otherwise compute threads stood idle for a quarter of an import.
 */
const MOST_SHORT = 2
/** Threads without work for so long are ended: each holds its vocabularies, some ten megabytes. */
const IDLE_MS = 30_000

/** True for the rejection of a task that ended its thread twice: the task is to blame, not the pool. */
export function isDeadly(error: unknown): boolean {
  return error instanceof Error && 'deadly' in error
}

/** True for the rejection of a task that no thread was left for: the next one may be. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && 'lost' in error
}

/**
 * Up to `size` threads from `entry`, started with the first task for each and ended when there was nothing to do for
 * `idleMs`. Each works on one task at a time, in the order of asking; tasks with a deadline count as short. A thread that
 * dies is started again for the next task and its own is tried once more; a task that ends two threads is refused, the
 * others go on. When all threads were given up, the next task gives one of them another chance.
 */
export function createComputePool(
  entry: URL,
  size: number,
  data: unknown,
  onDown: (reason: string) => void,
  idleMs = IDLE_MS,
): ComputePool {
  const queue: Job[] = []
  let lastId = 0
  let stopping = false
  let idle: ReturnType<typeof setTimeout> | undefined

  const slots: Slot[] = Array.from({ length: size }, () => ({
    worker: undefined,
    jobs: [],
    failuresInARow: 0,
    deadline: undefined,
  }))

  const start = (slot: Slot): Worker => {
    const worker = new Worker(entry, { workerData: data, name: 'compute' })
    slot.worker = worker
    let reason = 'ended'
    worker.on('message', (message: FromCompute) => {
      const [job] = slot.jobs
      if (slot.worker !== worker || !job || job.id !== message.id) return
      slot.jobs.shift()
      slot.failuresInARow = 0
      watch(slot)
      if (message.ok) job.resolve(message.value)
      else job.reject(new Error(message.message))
      feed()
    })
    worker.on('error', error => {
      reason = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', () => {
      if (slot.worker !== worker) return
      clearTimeout(slot.deadline)
      slot.worker = undefined
      const [job, ...behind] = slot.jobs
      slot.jobs = []
      if (stopping) return
      onDown(reason)
      slot.failuresInARow += 1
      // Those behind were not begun: they are not to blame.
      queue.unshift(...behind)
      if (job && job.tries < 1) queue.unshift({ ...job, tries: job.tries + 1 })
      else
        job?.reject(Object.assign(new Error(`The computation ended its thread: ${reason}`), { deadly: true }))
      if (slots.every(givenUp))
        for (const waiting of queue.splice(0))
          waiting.reject(Object.assign(new Error(`No compute thread is left: ${reason}`), { lost: true }))
      feed()
    })
    return worker
  }
  const givenUp = (slot: Slot) => slot.worker === undefined && slot.failuresInARow > MOST_FAILURES

  /** Sets the deadline of the task that the thread works on now. */
  const watch = (slot: Slot) => {
    clearTimeout(slot.deadline)
    const { worker } = slot
    const [job] = slot.jobs
    if (worker && job?.deadlineMs !== undefined)
      slot.deadline = setTimeout(() => void worker.terminate(), job.deadlineMs)
  }

  const give = (slot: Slot, worker: Worker, job: Job) => {
    slot.jobs.push(job)
    if (slot.jobs.length === 1) watch(slot)
    worker.postMessage({ id: job.id, task: job.task } satisfies ToCompute)
  }

  const rest = () => {
    for (const slot of slots) {
      const { worker } = slot
      slot.worker = undefined
      void worker?.terminate()
    }
  }

  const feed = () => {
    clearTimeout(idle)
    // An answer may still come while the threads are being ended.
    if (stopping) return
    if (queue.length === 0 && slots.every(slot => slot.jobs.length === 0)) idle = setTimeout(rest, idleMs)
    for (let room = 1; room <= MOST_SHORT; room += 1)
      for (const slot of slots) {
        const [job] = queue
        if (!job) return
        if (givenUp(slot) || slot.jobs.length >= room) continue
        const short = [job, ...slot.jobs].every(other => other.deadlineMs !== undefined)
        if (slot.jobs.length > 0 && !short) continue
        queue.shift()
        give(slot, slot.worker ?? start(slot), job)
      }
  }

  return {
    size,
    run(task, deadlineMs) {
      if (stopping) return Promise.reject(new Error('Rolecall is closing'))
      const [first] = slots
      if (first && slots.every(givenUp)) start(first)
      return new Promise((resolve, reject) => {
        lastId += 1
        queue.push({ id: lastId, task, deadlineMs, tries: 0, resolve, reject })
        feed()
      })
    },
    async stop() {
      stopping = true
      clearTimeout(idle)
      for (const waiting of queue.splice(0)) waiting.reject(new Error('Rolecall is closing'))
      await Promise.all(
        slots.map(async slot => {
          clearTimeout(slot.deadline)
          for (const job of slot.jobs) job.reject(new Error('Rolecall is closing'))
          await slot.worker?.terminate()
        }),
      )
    },
    async crash() {
      await slots.find(slot => slot.worker)?.worker?.terminate()
    },
  }
}
