import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { crashThread } from './crash.ts'

const built = join(import.meta.dirname, '..', '..', '..', 'out', 'main')

/** A running browser shell. */
export interface Shell {
  dataDir: string
  pid: number
  /** The one-time address that it printed. */
  address: string
  /** `http://127.0.0.1:PORT`. */
  origin: string
  /** Ends a thread from within, as a fault in it would. */
  crash(thread: string): Promise<void>
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
  /** Opens Node's debugger on loopback, so that `crash` can reach into the threads. */
  debug?: boolean
}

/** Starts the built browser shell on a data folder; answers when it has printed its address. */
export async function startShell({
  dataDir,
  args = [],
  env = {},
  debug = false,
}: ShellOptions): Promise<Shell> {
  const entry = join(built, 'browser.js')
  if (!existsSync(entry)) throw new Error('Nothing is built: npm test builds, or npx electron-vite build')
  const child = spawn(
    process.execPath,
    [...(debug ? ['--inspect=127.0.0.1:0'] : []), entry, '--data-dir', dataDir, '--no-open', ...args],
    {
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const [address, debuggerAddress] = await Promise.all([
    printed(child, /running at (http:\S+)/),
    debug ? printed(child, /listening on (ws:\S+)/) : '',
  ])
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
    crash: thread => crashThread(debuggerAddress, thread),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (text: string) => {
      said += text
      const found = pattern.exec(said)?.[1]
      if (found) resolve(found)
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
