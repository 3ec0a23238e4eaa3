import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const built = join(import.meta.dirname, '..', '..', '..', 'out', 'main')

/** A running browser shell. */
export interface Shell {
  dataDir: string
  pid: number
  /** The one-time address that it printed. */
  address: string
  /** `http://127.0.0.1:PORT`. */
  origin: string
  /** Ends it as Ctrl+C would, and waits for the end. */
  stop(): Promise<void>
  /** Ends it as a crash would. */
  kill(): Promise<void>
}

export interface ShellOptions {
  dataDir: string
  /** Arguments beside the folder. */
  args?: readonly string[]
  env?: Record<string, string>
  /** Options of Node itself. */
  nodeOptions?: readonly string[]
}

/** Starts the built browser shell on a data folder; answers when it has printed its address. */
export async function startShell({
  dataDir,
  args = [],
  env = {},
  nodeOptions = [],
}: ShellOptions): Promise<Shell> {
  const entry = join(built, 'browser.js')
  if (!existsSync(entry)) throw new Error('Nothing is built: npm test builds, or npx electron-vite build')
  const child = spawn(
    process.execPath,
    [...nodeOptions, entry, '--data-dir', dataDir, '--no-open', ...args],
    {
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const address = await printedAddress(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return {
    dataDir,
    pid: child.pid ?? 0,
    address,
    origin: new URL(address).origin,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: string) => {
      said += text
      const address = /running at (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    child.stdout?.setEncoding('utf8').on('data', listen)
    child.stderr?.setEncoding('utf8').on('data', listen)
    child.once('exit', code =>
      reject(new Error(`The shell ended with ${code} before it was ready:\n${said}`)),
    )
  })
}

/** Runs one command of the built terminal shell; answers its JSON value. Fails with what it said. */
export async function rolecall(dataDir: string, ...args: string[]): Promise<unknown> {
  const child = spawn(
    process.execPath,
    [join(built, 'terminal.js'), ...args, '--data-dir', dataDir, '--json'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', text => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    err += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`rolecall ${args.join(' ')} ended with ${code}:\n${err}`)
  return JSON.parse(out)
}
