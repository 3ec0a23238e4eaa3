import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'

const entry = join(import.meta.dirname, '../../out/main/browser.js')
const PAGE = 4096

interface Started {
  address: URL
  milliseconds: number
  pid: number
  call(procedure: string, input: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts the built browser shell and signs in; the time is from the spawn to the answered first list. */
async function start(folder: string): Promise<Started> {
  const begun = performance.now()
  const child = spawn(process.execPath, [entry, '--data-dir', folder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', text => {
      const found = /https?:\/\/\S+/.exec(text)?.[0]
      if (found) resolve(found)
    })
    child.on('exit', () => reject(new Error('The browser shell ended')))
  })
  const address = new URL(printed)
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = (entered.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const page = await (await fetch(new URL('/', address), { headers: { cookie } })).text()
  const token = /name="rolecall-token" content="([^"]+)"/.exec(page)?.[1] ?? ''
  const call = async (procedure: string, input: unknown) => {
    const response = await fetch(new URL('/api/call', address), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie,
        'x-rolecall-token': token,
        origin: address.origin,
      },
      body: JSON.stringify({ id: 1, procedure, input }),
    })
    const answer = (await response.json()) as { ok: boolean; value: unknown; error?: unknown }
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value
  }
  await call('jobs.list', { filter: {}, limit: 100 })
  const milliseconds = performance.now() - begun
  return {
    address,
    milliseconds,
    pid: child.pid ?? 0,
    call,
    stop: () =>
      new Promise(resolve => {
        child.removeAllListeners('exit')
        child.on('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Resident megabytes of a process; NaN where /proc is not there. */
function residentMb(pid: number): number {
  if (!existsSync(`/proc/${pid}/statm`)) return Number.NaN
  return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / 1024 / 1024
}

/** Processor milliseconds that all threads of a process have used. */
function cpuMs(pid: number): number {
  const ticks = readdirSync(`/proc/${pid}/task`).map(task => {
    const fields = readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[11]) + Number(fields[12])
  })
  return ticks.reduce((sum, each) => sum + each, 0) * 10
}

/** Start to a usable list, and the memory of the core after the usual questions. */
export async function starts(sizes: readonly number[]): Promise<Figure[]> {
  if (!existsSync(entry)) throw new Error('Build first: the start is measured on the built shell')
  const figures: Figure[] = []
  const p95s = new Map<number, number>()
  for (const count of sizes) {
    const folder = await folderWith(count)
    const taken: number[] = []
    for (let i = 0; i < 7; i += 1) {
      const running = await start(folder)
      taken.push(running.milliseconds)
      if (i === 6) {
        for (let n = 0; n < 40; n += 1) {
          await running.call('search.jobs', { text: n % 2 === 0 ? 'team ' : 'de', limit: 50 })
          await running.call('jobs.list', { filter: {}, sort: n % 2 === 0 ? 'newest' : 'salary', limit: 200 })
          await running.call('dashboard.overview', {})
        }
        const memory = residentMb(running.pid)
        const size = `${count / 1000}k`
        figures.push(
          count === 100_000
            ? atMost(`memory.core.${size}`, memory, 'MB', 250)
            : reading(`memory.core.${size}`, memory, 'MB'),
        )
        if (count === Math.max(...sizes)) {
          const from = cpuMs(running.pid)
          await new Promise(resolve => setTimeout(resolve, 4000))
          figures.push(atMost('idle.cpu', (cpuMs(running.pid) - from) / 40, '% of a core', 0.5))
        }
      }
      await running.stop()
    }
    const p95 = percentile(taken, 95)
    p95s.set(count, percentile(taken, 50))
    figures.push(atMost(`start.p95.${count / 1000}k`, p95, 'ms', 1500))
  }
  const small = p95s.get(1000)
  const large = p95s.get(100_000)
  if (small && large) figures.push(atMost('start.growth_1k_100k', large / small, 'ratio', 1.3))
  return figures
}
