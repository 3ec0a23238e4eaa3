import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { acquireLock } from '../../main/platform/files/lock.ts'

vi.setConfig({ testTimeout: 120_000 })

const entry = fileURLToPath(new URL('../../main/shells/browser/main.ts', import.meta.url))
const children: ChildProcess[] = []
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rolecall-start-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  rmSync(dataDir, { recursive: true, force: true })
})

/** Starts the browser shell on the folder; nothing is opened. */
function start(...args: string[]) {
  const begun = performance.now()
  const child = spawn(process.execPath, [entry, '--no-open', '--data-dir', dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    output.stderr += text
  })
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...output,
    milliseconds: performance.now() - begun,
  }))
  const address = new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = /^Rolecall is running at (http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43})$/m.exec(
        output.stdout,
      )
      if (found?.[1]) resolve(found[1])
    }
    child.stdout?.on('data', look)
    void ended.then(end => reject(new Error(`It ended: ${JSON.stringify(end)}`)))
  })
  // Not every start is asked for its address.
  address.catch(() => {})
  return { child, ended, address }
}

const opens = async (address: string) => (await fetch(address, { redirect: 'manual' })).status

it('prints its address on one line; a second start prints another one that opens the same, and ends', async () => {
  const first = start()
  const address = await first.address
  expect(await opens(address)).toBe(303)
  const second = await start().ended
  expect(second).toMatchObject({ code: 0, stderr: '' })
  const again = /^Rolecall is running at (\S+)\n$/.exec(second.stdout)?.[1] ?? ''
  expect(new URL(again).origin).toBe(new URL(address).origin)
  expect(again).not.toBe(address)
  expect(await opens(address)).toBe(401)
  expect(await opens(again)).toBe(303)
  console.log(`a second start ends after ${second.milliseconds.toFixed(0)} ms`)

  first.child.kill('SIGTERM')
  // A terminal and npm may both pass a signal on.
  first.child.kill('SIGINT')
  expect(await first.ended).toMatchObject({ code: 0, stderr: '' })
  expect(readdirSync(dataDir)).not.toContain('rolecall.lock.json')
  const lock = await acquireLock(dataDir)
  expect(lock.ok).toBe(true)
  if (lock.ok) lock.release()
})

it('says that Rolecall is open as a window, or that a command is at work', async () => {
  const lock = await acquireLock(dataDir)
  if (!lock.ok) throw new Error('not held')
  let raised = 0
  lock.onSecondStart(() => {
    raised += 1
  })
  expect(await start().ended).toMatchObject({ code: 0, stdout: expect.stringContaining('open already') })
  expect(raised).toBe(1)
  lock.announce(() => 'terminal:import')
  expect(await start().ended).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('A rolecall command is at work'),
  })
  lock.release()
})

it('takes the port that it is given, and says when another program has it', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, stdout, stderr } = await start('--port', String(port)).ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toBe(
    `Port ${port} is taken by another program. Choose another with --port, or leave it out for a free one.\n`,
  )
  other.close()
  await once(other, 'close')
  const second = start('--port', String(port))
  expect(new URL(await second.address).port).toBe(String(port))
})

it('says in words why it cannot start, and what to do', async () => {
  rmSync(dataDir, { recursive: true })
  writeFileSync(dataDir, 'a file in the way')
  const { code, stdout, stderr } = await start().ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(`Rolecall cannot start: Rolecall cannot write in its data folder: ${dataDir}`)
  expect(stderr).toContain('choose another one with --data-dir')
})

it('explains its options, and refuses those that it does not know', async () => {
  expect(await start('--help').ended).toMatchObject({ code: 0, stdout: expect.stringContaining('--no-open') })
  for (const args of [['--colour'], ['--port', 'x'], ['--port', '70000'], ['extra']]) {
    const { code, stderr } = await start(...args).ended
    expect(code).toBe(1)
    expect(stderr).toContain('--data-dir DIR')
  }
})
