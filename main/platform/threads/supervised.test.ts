import { afterEach, expect, it } from 'vitest'
import { type Supervised, supervise } from './supervised.ts'

/** A thread that says hello with its number, repeats what it hears, and dies when told. */
const PARROT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    const life = Atomics.add(new Int32Array(workerData.lives), 0, 1) + 1
    if (workerData.stillborn) process.exit(3)
    parentPort.postMessage({ hello: life })
    parentPort.on('message', message => {
      if (message === 'throw') throw new Error('poisoned')
      if (message === 'leave') parentPort.close()
      else if (message !== 'deaf') parentPort.postMessage({ life, message })
    })`)}`,
)

interface Heard {
  hello?: number
  life?: number
  message?: unknown
}
let thread: Supervised<unknown, Heard> | undefined
afterEach(() => thread?.stop(null, 0))

function start(options: { stillborn?: boolean; maxRestarts?: number } = {}) {
  const heard: Heard[] = []
  const downs: { reason: string; again: boolean }[] = []
  const waiting = new Set<() => void>()
  const looked = () => {
    for (const look of waiting) look()
  }
  const { maxRestarts, stillborn = false } = options
  const started = supervise<unknown, Heard>({
    entry: PARROT,
    name: 'parrot',
    data: { lives: new SharedArrayBuffer(4), stillborn },
    ...(maxRestarts === undefined ? {} : { maxRestarts }),
    onMessage: message => {
      heard.push(message)
      looked()
    },
    onDown: (reason, again) => {
      downs.push({ reason, again })
      looked()
    },
  })
  thread = started
  const until = (wanted: () => boolean) =>
    new Promise<void>(resolve => {
      const look = () => {
        if (!wanted()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { thread: started, heard, downs, until }
}

it('starts a thread again that died of an error, and says why it died', async () => {
  const { thread, heard, downs, until } = start()
  await until(() => heard.length === 1)
  thread.post('throw')
  await until(() => heard.length === 2)
  expect(heard).toEqual([{ hello: 1 }, { hello: 2 }])
  expect(downs).toEqual([{ reason: expect.stringContaining('poisoned'), again: true }])
  thread.post('still there?')
  await until(() => heard.length === 3)
  expect(heard[2]).toEqual({ life: 2, message: 'still there?' })
})

it('is not alive between death and restart, and drops what is posted then', async () => {
  const { thread, heard, downs, until } = start()
  await until(() => heard.length === 1)
  await thread.crash()
  await until(() => downs.length === 1)
  expect(thread.alive).toBe(false)
  thread.post('lost')
  await until(() => heard.length === 2)
  thread.post('heard')
  await until(() => heard.length === 3)
  expect(heard[2]).toEqual({ life: 2, message: 'heard' })
})

it('waits longer before each restart and gives up after too many, saying so', async () => {
  const { thread, downs, until } = start({ stillborn: true, maxRestarts: 3 })
  const times: number[] = []
  await until(() => {
    if (downs.length > times.length) times.push(performance.now())
    return downs.at(-1)?.again === false
  })
  expect(downs.map(down => down.again)).toEqual([true, true, true, false])
  expect(downs[0]?.reason).toContain('code 3')
  expect(thread.alive).toBe(false)
  // 50, 100 and 200 ms lie between the deaths.
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(350)
})

it('lets a thread that is told to leave end by itself, and starts none again', async () => {
  const { thread, heard, downs, until } = start()
  await until(() => heard.length === 1)
  await thread.stop('leave', 60_000)
  expect(thread.alive).toBe(false)
  expect(downs).toEqual([])
  await thread.stop('leave', 60_000)
})

it('ends a thread that does not hear the farewell', async () => {
  const { thread, heard, until } = start()
  await until(() => heard.length === 1)
  await thread.stop('deaf', 50)
  expect(thread.alive).toBe(false)
})

it('starts nothing when it is stopped between death and restart', async () => {
  const { thread, heard, downs, until } = start()
  await until(() => heard.length === 1)
  await thread.crash()
  await until(() => downs.length === 1)
  await thread.stop(null, 0)
  await new Promise(resolve => setTimeout(resolve, 120))
  expect(heard).toEqual([{ hello: 1 }])
})
