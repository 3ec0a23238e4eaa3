import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../../main/platform/db/test-support.ts'
import { acquireLock } from '../../main/platform/files/lock.ts'

const script = fileURLToPath(new URL('children/hold-lock.ts', import.meta.url))
const children: ChildProcessWithoutNullStreams[] = []
let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  place.remove()
})

interface Start {
  child: ChildProcessWithoutNullStreams
  /** The next thing that the process prints. */
  next: () => Promise<unknown>
}

function start(): Start {
  const child = spawn(process.execPath, [script, place.folder])
  children.push(child)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { child, next: async () => JSON.parse(String((await lines.next()).value)) }
}

it('the second start raises the first, learns its address and ends within a second', async () => {
  const first = start()
  expect(await first.next()).toMatchObject({ ok: true })
  const durations: number[] = []
  for (const count of [1, 2, 3]) {
    const begun = performance.now()
    const second = start()
    const answer = await second.next()
    await once(second.child, 'exit')
    durations.push(performance.now() - begun)
    expect(answer).toEqual({ ok: false, raised: true, address: `http://127.0.0.1:4321/?start=${count}` })
    expect(await first.next()).toEqual({ raised: true })
  }
  // The quickest, as the machine may be busy with other tests.
  expect(Math.min(...durations)).toBeLessThan(1_000)
})

it('a first start that was killed or let go is no obstacle', async () => {
  const killed = start()
  expect(await killed.next()).toMatchObject({ ok: true })
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  expect(readdirSync(place.folder)).toContain('rolecall.lock.json')

  const next = start()
  expect(await next.next()).toMatchObject({ ok: true })
  next.child.stdin.end()
  await once(next.child, 'exit')
  expect(readdirSync(place.folder)).toEqual(['rolecall.lock'])

  const last = await acquireLock(place.folder)
  expect(last.ok).toBe(true)
  if (last.ok) last.release()
})

it('a first start that does not answer keeps the folder, and the second still ends within a second', async () => {
  const hung = start()
  expect(await hung.next()).toMatchObject({ ok: true })
  hung.child.kill('SIGSTOP')
  const begun = performance.now()
  expect(await acquireLock(place.folder)).toEqual({ ok: false, raised: false })
  expect(performance.now() - begun).toBeLessThan(1_000)
})

it('believes no stranger: neither one who answers on the port nor one who asks without the secret', async () => {
  const first = await acquireLock(place.folder)
  if (!first.ok) throw new Error('not held')
  let raised = 0
  first.onSecondStart(() => {
    raised += 1
  })
  const info = join(place.folder, 'rolecall.lock.json')
  const { port } = JSON.parse(readFileSync(info, 'utf8'))
  writeFileSync(info, JSON.stringify({ port, token: 'guessed' }))
  expect(await acquireLock(place.folder)).toEqual({ ok: false, raised: false })
  expect(raised).toBe(0)
  first.release()
})

it('of ten starts at once exactly one holds the folder', async () => {
  const starts = Array.from({ length: 10 }, () => acquireLock(place.folder))
  const held = (await Promise.all(starts)).filter(lock => lock.ok)
  expect(held).toHaveLength(1)
  held[0]?.release()
})
