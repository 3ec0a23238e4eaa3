import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, type Page } from '@playwright/test'
import { type Shell, type ShellOptions, startShell } from './shell.ts'

interface Fixtures {
  /** Filled with the shipped sample; by itself the folder is empty. */
  sample: boolean
  /** Further options of the start. */
  start: Partial<ShellOptions>
  shell: Shell
  /** A page of the shell, signed in, on the dashboard or the welcome. */
  home: Page
}

/** A test with a Rolecall of its own: a temporary folder, the built browser shell, a page that misses nothing bad. */
export const test = base.extend<Fixtures>({
  sample: [false, { option: true }],
  start: [{}, { option: true }],
  shell: async ({ sample, start }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-e2e-'))
    const shell = await startShell({
      dataDir,
      ...start,
      args: [...(sample ? ['--sample'] : []), ...(start.args ?? [])],
    })
    await use(shell)
    await shell.stop()
    rmSync(dataDir, { recursive: true, force: true })
  },
  home: async ({ page, context, shell }, use) => {
    const complaints = watch(context, shell.origin)
    await page.goto(shell.address)
    await page.getByRole('main').waitFor()
    await use(page)
    const said = complaints()
    if (said.length > 0) throw new Error(`The page complained:\n${said.join('\n')}`)
  },
})

export { expect } from '@playwright/test'

/**
 * Collects what must never happen in any test: a request to anywhere but the shell, an error of a script, an error in
 * the console (a refused style or script speaks there too).
 */
function watch(context: BrowserContext, origin: string): () => string[] {
  const complaints: string[] = []
  context.on('request', request => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob|about):/.test(url)) complaints.push(`request to ${url}`)
  })
  context.on('weberror', error => complaints.push(error.error().stack ?? error.error().message))
  context.on('console', message => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
  return () => complaints
}
