import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createChromiumSide } from './chromium-side.ts'
import type { DoubleConfig } from './electron/values.ts'

const root = join(import.meta.dirname, '..', '..')

export interface StartOptions {
  dataDir: string
  /** Another main module than the app's, for comparison. */
  main?: string
  args?: string[]
  config?: Partial<DoubleConfig>
  env?: Record<string, string>
}

/** One entry of a menu as a person sees it. */
export interface Entry {
  id: string
  label: string
  accelerator?: string
  enabled: boolean
  visible: boolean
  checked: boolean
  items: Entry[]
}

/** The window around the page. */
export interface WindowView {
  id: number
  visible: boolean
  focused: boolean
  maximised: boolean
  bounds: { x: number; y: number; width: number; height: number }
  webPreferences: Record<string, unknown>
}

/** A dialog of the system, waiting for its button. */
export interface ShownDialog {
  message: string
  detail: string
  buttons: string[]
  press(button: string): void
}

export type Desktop = Awaited<ReturnType<Desktops['start']>>
interface Desktops {
  start: ReturnType<typeof createStart>
}

const display = { x: 0, y: 0, width: 1600, height: 1000 }
const usual: DoubleConfig = {
  appPath: root,
  displays: [display],
  secretsBackend: 'gnome_libsecret',
  systemIsDark: false,
  hasTray: true,
  launchInfo: null,
}

function createStart(browser: import('@playwright/test').Browser, running: Set<() => Promise<void>>) {
  return async ({ dataDir, main, args = [], config = {}, env = {} }: StartOptions) => {
    const begun = Date.now()
    const child: ChildProcess = fork(
      main ?? join(root, 'out', 'main', 'desktop.js'),
      ['--data-dir', dataDir, ...args],
      {
        execArgv: ['--import', join(import.meta.dirname, 'electron', 'register.ts'), '--enable-source-maps'],
        serialization: 'advanced',
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        env: { ...process.env, ...env, ELECTRON_DOUBLE: JSON.stringify({ ...usual, ...config }) },
      },
    )
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', text => {
        output += text
      })
    const ended: Promise<{ code: number | null; milliseconds: number }> = once(child, 'exit').then(
      ([code]) => ({
        code,
        milliseconds: Date.now() - begun,
      }),
    )

    let lastId = 0
    const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
    const ask = (method: string, params: unknown = null): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (!child.connected) return reject(new Error(`The app has ended\n${output}`))
        lastId += 1
        asked.set(lastId, { resolve, reject })
        child.send({ ask: method, id: lastId, params }, error => error && reject(error))
      })
    child.once('exit', () => {
      for (const { reject } of asked.values()) reject(new Error(`The app has ended\n${output}`))
      asked.clear()
    })

    const chromium = createChromiumSide(browser, ask)
    const external: string[] = []
    const openedPaths: string[] = []
    const dialogs: ShownDialog[] = []
    const said = { badge: 0, about: 0, relaunched: 0 }

    type Answering = Record<string, (params: never) => unknown>
    const answers: Answering = {
      hello: () => null,
      'page.create': chromium.create,
      'page.goto': chromium.goto,
      'page.reload': chromium.reload,
      'page.send': chromium.send,
      'page.resize': chromium.resize,
      'page.close': chromium.close,
      theme: chromium.theme,
      'shell.openExternal': (url: string) => external.push(url),
      'shell.openPath': (path: string) => openedPaths.push(path),
      'app.badge': (count: number) => {
        said.badge = count
      },
      'app.about': () => {
        said.about += 1
      },
      'app.relaunch': () => {
        said.relaunched += 1
      },
      'dialog.error': () => null,
      dialog: ({ message, detail, buttons }: { message: string; detail: string; buttons: string[] }) =>
        new Promise(resolve => {
          const press = (button: string) => {
            if (!buttons.includes(button)) throw new Error(`There is no button "${button}"`)
            dialogs.splice(dialogs.indexOf(shownDialog), 1)
            resolve(buttons.indexOf(button))
          }
          const shownDialog: ShownDialog = { message, detail, buttons, press }
          dialogs.push(shownDialog)
        }),
    }
    child.on('message', async (message: Record<string, unknown>) => {
      if (typeof message.answer === 'number') {
        const waiting = asked.get(message.answer)
        asked.delete(message.answer)
        if (typeof message.error === 'string') waiting?.reject(new Error(message.error))
        else waiting?.resolve(message.value)
        return
      }
      if (typeof message.ask !== 'string') return
      const reply = (rest: object) => child.connected && child.send({ answer: message.id, ...rest }, () => {})
      try {
        const by = answers[message.ask]
        if (!by) throw new Error(`The test's side of the double cannot ${message.ask}`)
        reply({ value: await by(message.params as never) })
      } catch (error) {
        reply({ error: String(error) })
      }
    })

    const stop = async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
      await chromium.closeAll()
    }
    running.add(stop)

    const window = async () => (await ask('window')) as WindowView | null
    return {
      pid: child.pid,
      ended,
      external,
      openedPaths,
      dialogs,
      said,
      problems: chromium.problems,
      downloads: chromium.downloads,
      web: chromium.web,
      output: () => output,
      /** Asks the double to do what a person or Chromium does; see electron/hands.ts. */
      act: ask,
      window,
      kill: (signal: NodeJS.Signals) => child.kill(signal),
      /** The page in the window, once there is one. */
      async page(): Promise<Page> {
        let found: Page | undefined
        await expect
          .poll(async () => {
            const current = await window()
            found = current ? chromium.page(current.id) : undefined
            return found !== undefined
          }, 'a window with a page')
          .toBe(true)
        if (!found) throw new Error('There is no page')
        await found.waitForURL(url => url.hostname.endsWith('.double.test'))
        await found.waitForFunction(() => 'rolecall' in window)
        return found
      },
      menu: async (where: 'tray' | 'app') => (await ask('menu', where)) as Entry[] | null,
      choose: (where: 'tray' | 'app', id: string) => ask('menu.click', { where, id }),
      tray: async () => (await ask('tray')) as { toolTip: string; title: string; image: string } | null,
      notifications: async () =>
        (await ask('notifications')) as { id: string; title: string; body: string }[],
    }
  }
}

/** Tests of the desktop shell: `start` runs the built app on the double; whatever still runs is ended afterwards. */
export const test = base.extend<{ start: ReturnType<typeof createStart>; dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-double-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ browser, dataDir: _removedAfterwards }, use) => {
    const running = new Set<() => Promise<void>>()
    await use(createStart(browser, running))
    for (const stop of running) await stop()
  },
})
export { expect }
