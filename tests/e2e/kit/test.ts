import { cpSync } from 'node:fs'
import {
  type BrowserContext,
  test as base,
  type ConsoleMessage,
  type Page,
  type Request,
  type WebError,
} from '@playwright/test'
import { type PageServer, startPageServer } from '../../support/page-server.ts'
import { type ReplayServer, startReplayServer } from '../../support/replay/server.ts'
import { type Board, startBoard } from './board.ts'
import { newFolder, removeFolder } from './folders.ts'
import { type CompanySearchServer, startCompanySearch } from './glassdoor.ts'
import { sampleData } from './sample.ts'
import { type Shell, type ShellOptions, startShell } from './shell.ts'
import { createWindows, freePort, type Windows } from './windows.ts'

interface WorkerFixtures {
  /** A Greenhouse of our own on loopback; no test ever asks the real one. */
  board: Board
  /** A web of our own on loopback: pages whose addresses are pasted are asked there. */
  web: PageServer
  /** All sources of our own on loopback, for tests that set `replayed`. */
  replays: ReplayServer
  /** A company search of our own on loopback. */
  companySearch: CompanySearchServer
  /** The port at which every shell of this worker listens, one after the other. */
  port: number
  /** The browser profiles of this worker, emptied between two tests. */
  windows: Windows
}

interface Fixtures {
  /** The data folder starts as a copy of the sample; by itself it is empty. */
  sample: boolean
  /** Every kind of source is replayed, and its failures are at hand in `replays`. */
  replayed: boolean
  /** Further options of the start. */
  start: Partial<ShellOptions>
  dataDir: string
  shell: Shell
  /** Complaints that a test causes on purpose. */
  expected: RegExp | null
  /** A page of the shell, signed in, on the dashboard or the welcome. */
  home: Page
}

/** A test with a Rolecall of its own: a temporary folder, the built browser shell, a page that misses nothing bad. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  board: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use) => {
      const board = await startBoard()
      await use(board)
      await board.stop()
    },
    { scope: 'worker' },
  ],
  replays: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use) => {
      const server = await startReplayServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  companySearch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use) => {
      const server = await startCompanySearch()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  web: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use) => {
      const web = await startPageServer()
      await use(web)
      await web.stop()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
  port: [async ({}, use) => use(await freePort()), { scope: 'worker' }],
  windows: [
    async ({ browser }, use) => {
      const windows = createWindows(browser)
      await use(windows)
      await windows.close()
    },
    { scope: 'worker' },
  ],
  // Options that are not named here are given as `contextOptions`.
  context: async ({ windows, viewport, colorScheme, hasTouch, locale, timezoneId, contextOptions }, use) => {
    const place = { ...(locale && { locale }), ...(timezoneId && { timezoneId }) }
    const context = await windows.take({ viewport, colorScheme, hasTouch, ...place, ...contextOptions })
    await use(context)
    await windows.leave(context)
  },
  sample: [false, { option: true }],
  replayed: [false, { option: true }],
  start: [{}, { option: true }],
  dataDir: async ({ sample }, use, { project }) => {
    const dataDir = newFolder()
    if (sample) cpSync(await sampleData(project.outputDir), dataDir, { recursive: true })
    await use(dataDir)
    removeFolder(dataDir)
  },
  shell: async ({ dataDir, start, port, replayed, board, replays, companySearch, web }, use) => {
    replays.reset()
    const addresses = {
      ...(replayed ? replays.addresses : { greenhouse: board.address }),
      glassdoor: companySearch.address,
      page: web.address,
    }
    const env = { ...start.env, ROLECALL_SOURCE_BASE_URLS: JSON.stringify(addresses) }
    const args = ['--port', String(port), ...(start.args ?? [])]
    const shell = await startShell({ dataDir, ...start, args, env })
    await use(shell)
    await shell.stop()
  },
  expected: [null, { option: true }],
  home: async ({ page, context, shell, expected }, use) => {
    const complaints = watch(context, shell.origin)
    await page.goto(shell.address)
    await page.getByRole('main').waitFor()
    await use(page)
    const bad = complaints.end().filter(complaint => !expected?.test(complaint))
    if (bad.length > 0) throw new Error(`The page complained:\n${bad.join('\n')}`)
  },
})

export { expect } from '@playwright/test'

/**
 * Collects what must never happen in any test: a request to anywhere but the shell, an error of a script, an error in
 * the console (a refused style or script speaks there too).
 */
function watch(context: BrowserContext, origin: string): { end(): string[] } {
  const complaints: string[] = []
  const onRequest = (request: Request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) complaints.push(`request to ${url}`)
  }
  const onError = (error: WebError) => complaints.push(error.error().stack ?? error.error().message)
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  }
  context.on('request', onRequest)
  context.on('weberror', onError)
  context.on('console', onConsole)
  return {
    end() {
      // The next test of this worker may have the same profile.
      context.off('request', onRequest)
      context.off('weberror', onError)
      context.off('console', onConsole)
      return complaints
    },
  }
}
