import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask, flushed, tell } from './link.ts'
import { config, isRecord, preventable } from './values.ts'

/** What the app double needs of the windows; they register themselves, as windows need the app too. */
interface WindowLike {
  close(): void
  destroy(): void
  isDestroyed(): boolean
}

let ready = false
let quitting = false
let exiting = false
/** What a second instance still has to tell the first. */
let heldBack: Promise<void> = Promise.resolve()
const windows = new Set<WindowLike>()
const loginItems = new Map<string, boolean>()

const about: { name: string; version: string } = (() => {
  const found: unknown = JSON.parse(readFileSync(join(config.appPath, 'package.json'), 'utf8'))
  if (!isRecord(found)) return { name: 'Electron', version: '45.4.1' }
  return { name: String(found.productName ?? found.name), version: String(found.version) }
})()
const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
])

function exit(code = 0): void {
  if (exiting) return
  exiting = true
  for (const window of [...windows]) window.destroy()
  app.emit('quit', {}, code)
  void Promise.all([flushed(), heldBack]).then(() => process.exit(code))
}

function quit(): void {
  if (!ready) {
    exit(0)
    return
  }
  const before = preventable()
  app.emit('before-quit', before)
  if (before.defaultPrevented) return
  quitting = true
  for (const window of [...windows]) window.close()
  if (windows.size > 0) {
    // A window refused to close.
    quitting = false
    return
  }
  willQuit()
}

function willQuit(): void {
  const will = preventable()
  app.emit('will-quit', will)
  if (will.defaultPrevented) quitting = false
  else exit(0)
}

const members = {
  isPackaged: false,
  name: about.name,
  whenReady: (): Promise<void> =>
    ready ? Promise.resolve() : new Promise(resolve => app.once('ready', () => resolve())),
  isReady: () => ready,
  quit,
  exit,
  relaunch: (options?: { args?: string[] }) => tell('app.relaunch', options ?? null),
  getAppPath: () => config.appPath,
  getVersion: () => about.version,
  getName: () => members.name,
  setName(name: string) {
    members.name = name
  },
  getLocale: () => 'en-GB',
  getPath(name: string) {
    const path = paths.get(name)
    if (path === undefined && (name === 'userData' || name === 'sessionData')) {
      const folder = join(paths.get('home') ?? '', '.config', members.name)
      mkdirSync(folder, { recursive: true })
      return folder
    }
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  },
  setPath(name: string, path: string) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`Path does not exist: ${path}`)
    paths.set(name, path)
  },
  setAboutPanelOptions: () => {},
  showAboutPanel: () => tell('app.about', null),
  setAppUserModelId: () => {},
  enableSandbox() {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  },
  setBadgeCount(count = 0) {
    tell('app.badge', count)
    return true
  },
  setLoginItemSettings({ path = process.execPath, openAtLogin }: { path?: string; openAtLogin: boolean }) {
    loginItems.set(path, openAtLogin)
  },
  getLoginItemSettings: ({ path = process.execPath }: { path?: string } = {}) => ({
    openAtLogin: loginItems.get(path) ?? false,
  }),
  requestSingleInstanceLock,
  releaseSingleInstanceLock: () => {},
}

/**
 * Electron answers at once whether another process has the same user data; so does a socket file that nobody else
 * could make. A socket file whose process was killed is taken over, as Electron takes over a stale lock.
 */
function requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
  const folder = join(members.getPath('userData'), 'single-instance')
  const socket = join(folder, 'socket')
  const owner = join(folder, 'pid')
  mkdirSync(folder, { recursive: true })
  const pid = readPid(owner)
  if (pid !== null && isAlive(pid)) {
    const line = JSON.stringify({ argv: process.argv, cwd: process.cwd(), additionalData })
    // Kept open until it is said: the app exits right after this answer.
    heldBack = new Promise(resolve => {
      const to = connect(socket, () => to.end(line))
      to.on('close', () => resolve())
      to.on('error', () => resolve())
    })
    return false
  }
  rmSync(socket, { force: true })
  writePid(owner)
  const server = createServer(from => {
    let text = ''
    from.setEncoding('utf8').on('data', part => {
      text += part
    })
    from.on('end', () => {
      const { argv, cwd, additionalData: data } = JSON.parse(text)
      app.emit('second-instance', {}, argv, cwd, data)
    })
  })
  server.listen(socket)
  server.unref()
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return true
}

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8')) || null
  } catch {
    return null
  }
}

function writePid(file: string): void {
  rmSync(file, { force: true })
  writeFileSync(file, String(process.pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Electron's `app`. */
export const app = Object.assign(new EventEmitter(), members)

/** Remembers a window until it is closed; the last one ends the app unless somebody listens. */
export function registerWindow(window: WindowLike): void {
  windows.add(window)
}

export function unregisterWindow(window: WindowLike): void {
  windows.delete(window)
  if (windows.size > 0 || exiting) return
  if (quitting) return
  if (app.listenerCount('window-all-closed') === 0) quit()
  else app.emit('window-all-closed')
}

/** Throws as Electron does for what works only after `ready`. */
export function requireReady(words: string): void {
  if (!ready) throw new Error(words)
}

/** Throws as Electron does for what works only before `ready`. */
export function requireNotReady(words: string): void {
  if (ready) throw new Error(words)
}

// Electron quits in order when it is told to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, quit)

// The main module has run when the first turn of the loop comes; Electron is ready some time after it.
setTimeout(async () => {
  await ask('hello', { pid: process.pid })
  ready = true
  app.emit('ready', {}, config.launchInfo ?? {})
}, 0)
