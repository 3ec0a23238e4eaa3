import { existsSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import playwright from '../../playwright.config.ts'
import { askCore } from '../e2e/kit/ask.ts'
import { dropFiles } from '../e2e/kit/documents.ts'
import { goTo } from '../e2e/kit/page.ts'
import { startShell } from '../e2e/kit/shell.ts'
import { twoPageResume } from '../fixtures/resume-pdf.ts'
import { freshFolder } from './data.ts'
import { atLeast, atMost, type Figure, percentile, reading } from './figures.ts'
import { framesInTime, untilText, watchFrames } from './frames.ts'

/** From the edge of the window to the drop: quicker than most hands. */
const HAND_MS = 400
/** Files that are dropped together. */
const FILES = 50

/** Two-page résumés that are all different. */
const resumes = (count: number, of: string) =>
  Promise.all(
    Array.from({ length: count }, async (_, at) => ({
      name: `${of}-${at}.pdf`,
      type: 'application/pdf',
      bytes: await twoPageResume(`${of} ${at}`),
    })),
  )

const PANEL = 'Adding documents'
const panel = (page: Page) => page.getByRole('region', { name: PANEL })

/** How many documents the core has, of them read. */
async function kept(page: Page): Promise<{ all: number; read: number }> {
  const { rows } = await askCore(page, 'documents.list', { limit: 200 })
  const read = rows.filter(({ current }) => !['waiting', 'reading'].includes(current.reading.state))
  return { all: rows.length, read: read.length }
}

/** One résumé and then many dropped onto the page in Chromium: until they are understood, and the page meanwhile. */
export async function documentsDrop(): Promise<Figure[]> {
  const { launchOptions } = playwright.use ?? {}
  const program = launchOptions?.executablePath
  if (!launchOptions || !program || !existsSync(program)) {
    console.error('Dropping documents was left out: there is no Chromium (npm test installs it).')
    return []
  }
  const shell = await startShell({ dataDir: freshFolder('documents-drop'), args: ['--sample'] })
  const browser = await chromium.launch(launchOptions)
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(shell.address)
    await goTo(page, '/documents')
    await page.getByRole('heading', { name: 'Documents', level: 1 }).waitFor()

    // The first of a start begins the reader; later ones find it running.
    const single: number[] = []
    for (let round = 0; round < 4; round += 1) {
      const files = await resumes(1, `Single ${round}`)
      // A hand takes a while from the edge of the window to the drop.
      await dropFiles(page, files, ['dragenter', 'dragover'])
      await page.waitForTimeout(HAND_MS)
      const dropped = performance.now()
      await dropFiles(page, files, ['drop'])
      await untilText(page, 'Reads like a résumé', true, PANEL)
      single.push(performance.now() - dropped)
      await panel(page).getByRole('button', { name: 'Close' }).click()
    }

    const before = await kept(page)
    const many = await resumes(FILES, 'Many')
    await watchFrames(page)
    const dropped = performance.now()
    await dropFiles(page, many)
    await untilText(page, ` of ${FILES}`, true, PANEL)
    const shown = performance.now() - dropped
    const answers: number[] = []
    for (;;) {
      const asked = performance.now()
      const { all, read } = await kept(page)
      answers.push(performance.now() - asked)
      if (all === before.all + FILES && read === all) break
      // As often as a page would ask, at most.
      await page.waitForTimeout(100)
    }
    const done = performance.now() - dropped
    const inTime = await framesInTime(page)

    await panel(page).getByRole('button', { name: 'Close' }).click()
    await dropFiles(page, await resumes(FILES, 'Cancelled'))
    const cancel = panel(page).getByRole('button', { name: /^Cancel: (?:Adding|Reading)/ })
    await cancel.waitFor()
    const pressed = performance.now()
    await cancel.click()
    await untilText(page, 'added', true, PANEL)
    const cancelled = performance.now() - pressed
    return [
      atMost('documents_drop.proposal', Math.max(...single), 'ms', 1000),
      atMost('documents_drop.progress_shown', shown, 'ms', 1000),
      atLeast('documents_drop.frames_in_time', inTime, 'share', 0.95),
      reading('documents_drop.answers', percentile(answers, 95), 'ms'),
      reading('documents_drop.all_50', done, 'ms'),
      atMost('documents_drop.cancel', cancelled, 'ms', 500),
    ]
  } finally {
    await browser.close()
    await shell.stop()
  }
}
