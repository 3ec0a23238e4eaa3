import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { openDesk, question } from '../support/ai/desk.ts'
import { RIGHT, slow, strict } from '../support/ai/personalities.ts'
import { completion, type Personality, sendJson, startAiServer } from '../support/ai/server.ts'

const script = fileURLToPath(new URL('../support/ai/asking.ts', import.meta.url))
const CAP = 0.05

/** Lets a process ask until the endpoint has seen so many questions, and ends it as a power cut would. */
async function killAfter(
  questions: number,
  dataDir: string,
  server: Awaited<ReturnType<typeof startAiServer>>,
) {
  const child = spawn(process.execPath, [script, dataDir, server.origin], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', piece => {
    said += String(piece)
  })
  const ended = once(child, 'exit')
  const before = server.seen.length
  await expect
    .poll(() => server.seen.length - before >= questions || child.exitCode !== null, {
      timeout: 20_000,
      interval: 2,
    })
    .toBe(true)
  child.kill('SIGKILL')
  const [code, signal] = await ended
  expect({ code, signal, said }).toMatchObject({ code: null, signal: 'SIGKILL' })
}

const folder = () => mkdtempSync(join(tmpdir(), 'rolecall-ai-kill-'))

it('calls that were open when the process was killed count as spent after the next start', async () => {
  const server = await startAiServer(slow('hangs'))
  const dataDir = folder()
  await killAfter(4, dataDir, server)
  const desk = openDesk({ dataDir, settings: { aiBaseUrl: server.origin } })
  const worst = server.seen.reduce((sum, { bytes }) => sum + bytes + 100 * 10, 0)
  expect(desk.status()).toMatchObject({ spentDay: worst / 1e6, spentMonth: worst / 1e6, callsDay: 4 })
  for (const call of desk.status().calls)
    expect(call).toMatchObject({ state: 'unknown', message: expect.stringContaining('ended') })
  desk.set({ aiCapDay: worst / 1e6 })
  expect(await desk.ai.ask(question())).toMatchObject({ ok: false, reason: 'cap' })
  desk.set({ aiCapDay: 1 })
  server.become(strict)
  expect(await desk.ai.ask(question())).toMatchObject({ ok: true })
  await desk.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

it('whenever it is killed, what the endpoint billed never exceeds what is counted, nor that the cap', async () => {
  let billed = 0
  /** Bills what it reads; answers some questions at once and some later. */
  const billing: Personality = ({ bytes, number }, response) => {
    const tokens = { prompt_tokens: Math.ceil(bytes / 4), completion_tokens: 1 + ((number * 37) % 100) }
    billed += tokens.prompt_tokens + tokens.completion_tokens * 10
    const answer = () =>
      sendJson(response, 200, completion({ content: JSON.stringify(RIGHT), usage: tokens }))
    setTimeout(answer, number % 3 === 0 ? 30 : 0)
  }
  const server = await startAiServer(billing)
  const dataDir = folder()
  let open = 0
  for (const questions of [1, 6, 3, 9, 2]) {
    await killAfter(questions, dataDir, server)
    const desk = openDesk({ dataDir, settings: { aiBaseUrl: server.origin } })
    const { spentDay, calls } = desk.status()
    expect(billed / 1e6).toBeLessThanOrEqual(spentDay)
    expect(spentDay).toBeLessThanOrEqual(CAP)
    expect(calls.filter(({ state }) => state === 'open')).toEqual([])
    open += calls.filter(({ state }) => state === 'unknown').length
    await desk.close()
  }
  expect(open).toBeGreaterThan(0)
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
