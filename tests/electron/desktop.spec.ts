import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect } from '@playwright/test'
import { ask } from '../electron-double/ask.ts'
import {
  checkAnswers,
  checkBridge,
  checkPermissions,
  checkSample,
  checkScheme,
  checkStays,
  checkSurface,
} from '../electron-double/checks.ts'

/** The same checks as on the double, in the real Electron. This project runs only where its program is. */

const root = join(import.meta.dirname, '..', '..')
const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0

type Start = (...args: string[]) => Promise<ElectronApplication>

const test = base.extend<{ dataDir: string; start: Start }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  dataDir: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'rolecall-electron-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ dataDir }, use) => {
    const running: ElectronApplication[] = []
    await use(async (...args) => {
      const app = await electron.launch({
        executablePath: process.env.ELECTRON_BINARY ?? '',
        args: [...(needsNoSandbox ? ['--no-sandbox'] : []), root, '--data-dir', dataDir, ...args],
      })
      running.push(app)
      return app
    })
    for (const app of running) await app.close().catch(() => {})
  },
})

test('starts with the sample and shows ranked jobs', async ({ start }) => {
  const app = await start('--sample')
  const page = await app.firstWindow()
  expect(page.url()).toMatch(/^rolecall:\/\/app\//)
  await checkSample(page)
})

test('carries frames, and gives the page nothing else', async ({ start }) => {
  const page = await (await start()).firstWindow()
  await page.getByRole('navigation').first().waitFor()
  await checkSurface(page)
  await checkAnswers(page)
  await checkBridge(page)
  await checkScheme(page)
})

test('stays on its page and grants nothing', async ({ start }) => {
  const app = await start()
  const page = await app.firstWindow()
  await page.getByRole('navigation').first().waitFor()
  await checkStays(page, 'https://example.org/')
  await checkPermissions(page)
  const opened = await page.evaluate(() => window.open('about:blank') === null)
  expect(opened).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test('ends in order and keeps what was saved', async ({ start, dataDir }) => {
  const app = await start()
  const page = await app.firstWindow()
  await ask(page, 'campaigns.create', { name: 'Backend' })
  await app.close()
  expect(readFileSync(join(dataDir, 'rolecall.state.json'), 'utf8')).toContain('"clean":true')
  const next = await (await start()).firstWindow()
  const campaigns = await ask<{ draft: { name: string } }[]>(next, 'campaigns.list')
  expect(campaigns.map(({ draft }) => draft.name)).toEqual(['Backend'])
})
