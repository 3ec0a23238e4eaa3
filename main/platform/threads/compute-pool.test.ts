import { afterEach, expect, it, vi } from 'vitest'
import { type ComputePool, createComputePool, isDeadly } from './compute-pool.ts'

/** Doubles numbers; other tasks are its illnesses. */
const DOUBLER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads'
    const deaths = new Int32Array(workerData.deaths)
    parentPort.on('message', ({ id, task }) => {
      if (task === 'die' || (task === 'die once' && Atomics.add(deaths, 0, 1) === 0)) process.exit(7)
      if (task === 'hang') for (;;) {}
      if (task === 'throw') parentPort.postMessage({ id, ok: false, message: 'cannot be doubled' })
      else parentPort.postMessage({ id, ok: true, value: task === 'die once' ? 'alive' : task * 2 })
    })`)}`,
)

let pool: ComputePool
let downs = 0
function open(size: number): ComputePool {
  downs = 0
  pool = createComputePool(DOUBLER, size, { deaths: new SharedArrayBuffer(4) }, () => {
    downs += 1
  })
  return pool
}
afterEach(() => pool.stop())

const outcome = (task: unknown, deadlineMs?: number) =>
  pool.run(task, deadlineMs).then(
    value => ({ value }),
    (error: unknown) => ({ message: error instanceof Error ? error.message : '', deadly: isDeadly(error) }),
  )

it('ends threads that have nothing to do, and starts them again for the next task', async () => {
  const entry = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort, threadId } from 'node:worker_threads'
      parentPort.on('message', ({ id }) => parentPort.postMessage({ id, ok: true, value: threadId }))`)}`,
  )
  downs = 0
  const onDown = () => {
    downs += 1
  }
  pool = createComputePool(entry, 1, null, onDown, 20)
  const first = await pool.run('who?')
  expect(await pool.run('who?')).toBe(first)
  await vi.waitFor(async () => expect(await pool.run('who?')).not.toBe(first), { interval: 60 })
  expect(downs).toBe(0)
})

it('works on more tasks than it has threads, each answered with its own result', async () => {
  open(2)
  const tasks = Array.from({ length: 20 }, (_, index) => index)
  expect(await Promise.all(tasks.map(task => pool.run(task)))).toEqual(tasks.map(task => task * 2))
})

it('tries a task once more whose thread died', async () => {
  open(1)
  expect(await Promise.all([pool.run('die once'), pool.run(4)])).toEqual(['alive', 8])
  expect(downs).toBe(1)
})

it('sets a task aside that ends two threads, and does the others', async () => {
  open(2)
  const answers = await Promise.all([outcome(1), outcome('die'), outcome(2), outcome(3)])
  expect(answers[1]).toMatchObject({ deadly: true, message: expect.stringContaining('ended its thread') })
  expect([answers[0], answers[2], answers[3]]).toEqual([{ value: 2 }, { value: 4 }, { value: 6 }])
  expect(downs).toBe(2)
})

it('takes a thread for dead that works past the deadline', async () => {
  open(1)
  const answers = await Promise.all([outcome('hang', 50), outcome(5)])
  expect(answers).toEqual([expect.objectContaining({ deadly: true }), { value: 10 }])
})

it('does not blame the task that waited in a thread behind a deadly one', async () => {
  open(1)
  const answers = await Promise.all([outcome('die', 5_000), outcome(6, 5_000), outcome(7, 5_000)])
  expect(answers).toEqual([expect.objectContaining({ deadly: true }), { value: 12 }, { value: 14 }])
  expect(downs).toBe(2)
})

it('lets no short task wait in a thread behind a long one', async () => {
  open(2)
  const long = outcome('hang')
  expect(await Promise.all([outcome(1, 5_000), outcome(2, 5_000), outcome(3, 5_000)])).toEqual([
    { value: 2 },
    { value: 4 },
    { value: 6 },
  ])
  await pool.stop()
  await long
})

it('does not blame the task for what it only cannot do', async () => {
  open(1)
  expect(await outcome('throw')).toEqual({ message: 'cannot be doubled', deadly: false })
  expect(downs).toBe(0)
})

it('works on after many deadly tasks in a row', async () => {
  open(1)
  const answers = await Promise.all(Array.from({ length: 6 }, () => outcome('die')))
  expect(answers.some(answer => 'value' in answer)).toBe(false)
  expect(await outcome(21)).toEqual({ value: 42 })
})

it('answers every task when it is stopped, and none after', async () => {
  open(1)
  const answers = [outcome('hang'), outcome(1)]
  await pool.stop()
  for (const answer of [...(await Promise.all(answers)), await outcome(2)])
    expect(answer).toEqual({ message: 'Rolecall is closing', deadly: false })
})
