import { readlinkSync } from 'node:fs'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'

/** Reports the priority of its own thread after it has stepped back. */
const WORKER = `
  import { readlinkSync } from 'node:fs'
  import { getPriority } from 'node:os'
  import { parentPort } from 'node:worker_threads'
  import { stepBack } from ${JSON.stringify(new URL('priority.ts', import.meta.url).href)}
  stepBack('computing')
  parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))))`

it.skipIf(process.platform !== 'linux')('puts its own thread behind the others, and no other', async () => {
  const here = () => getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)))
  const before = here()
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`))
  const priority = await new Promise<number>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await worker.terminate()
  expect(priority).toBeGreaterThan(before)
  expect(here()).toBe(before)
})
