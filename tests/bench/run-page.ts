import { existsSync, readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import playwright from '../../playwright.config.ts'
import { askCore } from '../e2e/kit/ask.ts'
import { giveFile, goTo, runCommand } from '../e2e/kit/page.ts'
import { startShell } from '../e2e/kit/shell.ts'
import { freshFolder, postingsFile } from './data.ts'
import { atLeast, atMost, type Figure } from './figures.ts'
import { framesInTime, untilText, watchFrames } from './frames.ts'

/** Postings of the run that is watched: some ten seconds of work. */
const WATCHED = 4_000
/** Changes of one update are painted within this time. */
const ONE_UPDATE_MS = 60

declare global {
  interface Window {
    changes: number[]
  }
}

/** Notes when the steps of the run changed. */
function watchSteps(): void {
  window.changes = []
  const steps = document.querySelector('[aria-label="Steps of the run"]')
  if (!steps) throw new Error('The page shows no steps')
  new MutationObserver(() => window.changes.push(performance.now())).observe(steps, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
}

/** The most updates within any second; changes that are painted together are one. */
function mostInASecond(changes: readonly number[]): number {
  const updates = changes.filter((at, index) => at - (changes[index - 1] ?? -1e9) > ONE_UPDATE_MS)
  return Math.max(0, ...updates.map(from => updates.filter(at => at >= from && at < from + 1000).length))
}

/** Imports a file and answers once its run `runId` is there; `campaign` names a new one, null: the one there is. */
async function startImport(page: Page, seed: number, runId: number, campaign: string | null): Promise<void> {
  await giveFile(page, `${runId}.jsonl`, readFileSync(await postingsFile(WATCHED, seed)))
  if (campaign !== null) await page.getByLabel('Name of the new campaign').fill(campaign)
  await page.getByRole('button', { name: 'Start the import' }).click()
  // The run begins once the whole file has arrived.
  for (;;) {
    const [newest] = await askCore(page, 'runs.list', { limit: 1 })
    if (newest?.id === runId) break
  }
  await page.keyboard.press('Escape')
  await goTo(page, `/runs/${runId}`)
  await page.getByRole('list', { name: 'Steps of the run' }).waitFor()
}

/** A run as its page shows it while it goes, and how soon it stops when it is told to. */
export async function runPage(): Promise<Figure[]> {
  const { launchOptions } = playwright.use ?? {}
  const program = launchOptions?.executablePath
  if (!launchOptions || !program || !existsSync(program)) {
    console.error('The page of a run was left out: there is no Chromium (npm test installs it).')
    return []
  }
  const shell = await startShell({ dataDir: freshFolder('run-page') })
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(shell.address)
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await startImport(page, 21, 1, 'Watched')
    await watchFrames(page)
    await page.evaluate(watchSteps)
    await page.getByText('Finished', { exact: true }).first().waitFor({ timeout: 120_000 })
    const inTime = await framesInTime(page)
    const changes = await page.evaluate(() => window.changes)

    await goTo(page, '/')
    await runCommand(page, 'import jobs', /Import jobs from a file/)
    await startImport(page, 22, 2, null)
    const begun = performance.now()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await untilText(page, 'Cancelled')
    const cancelled = performance.now() - begun
    return [
      atMost('run_page.updates_in_a_second', mostInASecond(changes), 'updates', 4),
      atLeast('run_page.frames_in_time', inTime, 'share', 0.95),
      atMost('run_page.cancel', cancelled, 'ms', 500),
    ]
  } finally {
    await browser.close()
    await shell.stop()
  }
}
