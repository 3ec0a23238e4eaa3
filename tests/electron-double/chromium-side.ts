import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Frame, Page, Route } from '@playwright/test'

/** A question to the main process of the double. */
export type AskMain = (method: string, params: unknown) => Promise<unknown>

interface Shown {
  context: BrowserContext
  page: Page
  /** Addresses that the app itself loads: `loadURL` asks nobody. */
  loading: Set<string>
  /** What was sent to the page and is under way, in order. */
  sending: Promise<unknown>
}

interface FromPage {
  kind: 'invoke' | 'send' | 'request' | 'check' | 'violation'
  isMain: boolean
  url: string
  [more: string]: unknown
}

const ENDING = '.double.test'
const runtime = readFileSync(join(import.meta.dirname, 'page-runtime.js'), 'utf8')

/** The pages of a desktop app in Chromium, and what Chromium asks on their behalf. */
export function createChromiumSide(browser: Browser, ask: AskMain) {
  const shown = new Map<number, Shown>()
  const problems: string[] = []
  const downloads: { url: string; allowed: boolean }[] = []
  /** Pages of the web that a test plays: address → HTML. */
  const web = new Map<string, string>()
  let colorScheme: 'light' | 'dark' = 'light'
  let opened: (page: Page) => void = () => {}

  const serve = async (window: number, route: Route) => {
    const request = route.request()
    const url = request.url()
    const own = shown.get(window)
    if (request.isNavigationRequest()) {
      const frame = frameOf(route)
      const isOurs = frame !== null && frame.page() === own?.page
      // A request without a frame is the first of a window that the page opens.
      if (!isOurs) {
        await ask('page.opening', { window, url })
        return route.abort('aborted')
      }
      const isMainFrame = frame.parentFrame() === null
      const isLoaded = isMainFrame && own.loading.delete(url)
      if (!isLoaded && !(await ask('page.navigating', { window, url, isMainFrame })))
        return route.abort('aborted')
    }
    if (!new URL(url).hostname.endsWith(ENDING)) {
      const html = web.get(url)
      if (html === undefined) return route.abort('internetdisconnected')
      return route.fulfill({ contentType: 'text/html', body: html })
    }
    const { method, headers } = { method: request.method(), headers: request.headers() }
    const answer = (await ask('protocol.request', { url, method, headers })) as Served | null
    if (!answer) return route.abort('failed')
    return route.fulfill({ ...answer, body: Buffer.from(answer.body) })
  }

  const hear = async (window: number, frame: Frame, message: FromPage): Promise<unknown> => {
    const isMain = frame.parentFrame() === null
    if (message.kind === 'violation') {
      problems.push(`policy: ${message.directive} ${message.blocked}`)
      return null
    }
    if (message.kind === 'request' || message.kind === 'check')
      return ask(`session.${message.kind}`, {
        permission: message.permission,
        url: frame.url(),
        isMainFrame: isMain,
      })
    const origin = isMain ? new URL(frame.url()).origin : await frame.evaluate(() => self.origin)
    const { kind, channel, args } = message
    return ask('ipc', { window, kind, channel, args, frame: { url: frame.url(), origin, isMain } })
  }

  return {
    problems,
    downloads,
    web,
    page: (window: number): Page | undefined => shown.get(window)?.page,
    onPage(listener: (page: Page) => void) {
      opened = listener
    },

    async create({ window, width, height, preload }: Created) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        serviceWorkers: 'block',
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
      })
      // Chromium asks nobody about what the session has allowed already.
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await context.route('**/*', route => serve(window, route).catch(() => {}))
      await context.exposeBinding('__electronDouble', ({ frame }, message: FromPage) =>
        hear(window, frame, message),
      )
      const wrapped = preload === null ? 'null' : `(require, exports, module) => {\n${preload}\n}`
      await context.addInitScript({ content: runtime.replace('/*PRELOAD*/ null', () => wrapped) })
      const page = await context.newPage()
      shown.set(window, { context, page, loading: new Set(), sending: Promise.resolve() })
      page.on('console', message => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`)
      })
      page.on('pageerror', error => problems.push(`error: ${error.message}`))
      page.on('download', async download => {
        const allowed = Boolean(await ask('session.download', { url: download.url() }))
        if (!allowed) await download.cancel()
        downloads.push({ url: download.url(), allowed })
      })
      context.on('page', async popup => {
        // Windows without a request, such as about:blank, are asked for here.
        const url = popup.url()
        if (url === 'about:blank' || url === '') await ask('page.opening', { window, url: 'about:blank' })
        await popup.close().catch(() => {})
      })
      opened(page)
    },

    async goto({ window, url }: { window: number; url: string }): Promise<string | null> {
      const one = shown.get(window)
      if (!one) return 'ERR_ABORTED'
      one.loading.add(url)
      try {
        await one.page.goto(url)
        return null
      } catch (error) {
        return /net::(ERR_\w+)/.exec(String(error))?.[1] ?? 'ERR_FAILED'
      }
    },

    async reload({ window }: { window: number }) {
      const one = shown.get(window)
      if (!one) return
      one.loading.add(one.page.url().replace(/#.*$/, ''))
      await one.page.reload()
    },

    send({ window, channel, args }: { window: number; channel: string; args: unknown[] }) {
      const one = shown.get(window)
      if (!one) return
      const deliver = () =>
        one.page
          .evaluate(
            ([to, values]) => {
              const take: unknown = Reflect.get(globalThis, Symbol.for('electron-double'))
              if (typeof take === 'function') take(to, values)
            },
            [channel, args] as const,
          )
          .catch(() => {})
      one.sending = one.sending.then(deliver)
    },

    async resize({ window, width, height }: { window: number; width: number; height: number }) {
      await shown.get(window)?.page.setViewportSize({ width, height })
    },

    async theme(scheme: 'light' | 'dark') {
      colorScheme = scheme
      for (const { page } of shown.values()) await page.emulateMedia({ colorScheme })
    },

    async close({ window }: { window: number }) {
      const one = shown.get(window)
      shown.delete(window)
      await one?.context.close()
    },

    async closeAll() {
      const contexts = [...shown.values()].map(({ context }) => context)
      shown.clear()
      await Promise.all(contexts.map(context => context.close()))
    },
  }
}

interface Created {
  window: number
  width: number
  height: number
  preload: string | null
}

interface Served {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

function frameOf(route: Route): Frame | null {
  try {
    return route.request().frame()
  } catch {
    return null
  }
}
