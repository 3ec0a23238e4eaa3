import type { Page } from '@playwright/test'
import { goTo, jobsList, openJob } from './kit/page.ts'
import { startShell } from './kit/shell.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

/** Whether the page ever said that the core is away, from now on. */
async function banner(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    const seen = () => document.body.textContent?.includes('core does not answer') ?? false
    document.body.dataset.away = String(seen())
    new MutationObserver(() => {
      if (seen()) document.body.dataset.away = 'true'
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => document.body.dataset.away === 'true')
}

test('a change in one page shows in another at once', async ({ home, context, shell }) => {
  await goTo(home, '/jobs')
  const other = await context.newPage()
  await other.goto(`${shell.origin}/#/jobs`)
  const row = jobsList(home).getByRole('listitem').first()
  const same = jobsList(other).getByRole('listitem').first()
  await expect(same).toHaveAccessibleName(/, Waiting/)
  await row.getByRole('button', { name: /^Status: / }).click()
  await home.getByRole('menuitemcheckbox', { name: /^Interview/ }).click()
  await expect(same).toHaveAccessibleName(/, Interview/)
  await other.getByRole('button', { name: 'Add to favourites' }).first().click()
  await expect(row).toHaveAccessibleName(/, favourite/)
})

test.describe('a core that crashes', () => {
  test.use({ start: { debug: true } })

  test('is said, is started again, and the page goes on as if nothing had been', async ({ home, shell }) => {
    await goTo(home, '/jobs')
    const row = jobsList(home).getByRole('listitem').first()
    await expect(row).toBeVisible()
    const wasAway = await banner(home)
    await shell.crash('backend')
    await expect.poll(wasAway).toBe(true)
    await expect(home.getByText(/core does not answer/)).toHaveCount(0)
    await row.getByRole('button', { name: /^Status: / }).click()
    await home.getByRole('menuitemcheckbox', { name: /^Approved/ }).click()
    await expect(home.getByRole('button', { name: 'Undo' })).toBeVisible()
    await home.reload()
    await expect(row).toHaveAccessibleName(/, Approved/)
  })
})

test.describe('a Rolecall that is killed', () => {
  // The page keeps calling while nobody answers: that is what the test is about.
  test.use({ expected: /ERR_CONNECTION|WebSocket connection|Failed to load resource/ })

  test('is said, and what was being typed is there after the next start', async ({
    home,
    context,
    shell,
    board,
  }) => {
    await goTo(home, '/jobs/1')
    const notes = home.getByLabel('Notes on this job')
    await notes.fill('Saved before.')
    await expect(home.getByText('Saved', { exact: true })).toBeVisible()
    await shell.kill()
    await expect(home.getByText(/core does not answer/)).toBeVisible()
    // What is there stays readable.
    await expect(openJob(home).getByRole('heading', { name: 'Facts' })).toBeVisible()
    await notes.fill('Saved before. Typed into the void.')
    await expect(home.getByText('Not saved yet')).toBeVisible()

    const again = await startShell({
      dataDir: shell.dataDir,
      args: ['--port', new URL(shell.origin).port],
      env: { ROLECALL_SOURCE_BASE_URLS: JSON.stringify({ greenhouse: board.address }) },
    })
    try {
      const page = await context.newPage()
      await page.goto(again.address)
      await goTo(page, '/jobs/1')
      await expect(page.getByLabel('Notes on this job')).toHaveValue('Saved before. Typed into the void.')
      await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    } finally {
      await again.stop()
    }
  })
})

test.describe('a line that breaks', () => {
  // The calls that fail while it is broken.
  test.use({ expected: /net::ERR_FAILED/ })

  test('is mended by itself: events and notes arrive later, none is lost', async ({
    home,
    context,
    shell,
  }) => {
    const page = await context.newPage()
    let cut = false
    const lines: { close(): Promise<void> }[] = []
    await page.routeWebSocket(/\/api\/live$/, line => {
      if (cut) return void line.close()
      line.connectToServer()
      lines.push(line)
    })
    await page.route('**/api/call', (route, request) =>
      cut && request.url().startsWith(shell.origin) ? route.abort() : route.continue(),
    )
    await page.goto(`${shell.origin}/#/jobs/1`)
    const notes = page.getByLabel('Notes on this job')
    await expect(notes).toBeVisible()
    cut = true
    for (const line of lines) await line.close()
    await expect(page.getByText(/core does not answer/)).toBeVisible()
    await notes.fill('Written without a line.')
    await expect(page.getByText('Not saved yet')).toBeVisible()
    await goTo(home, '/jobs/1')
    await home
      .getByRole('toolbar', { name: 'This job' })
      .getByRole('button', { name: 'Add to favourites' })
      .click()
    await expect(home.getByRole('button', { name: 'Undo' })).toBeVisible()

    cut = false
    await expect(page.getByText(/core does not answer/)).toHaveCount(0)
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
    await expect(
      page.getByRole('toolbar', { name: 'This job' }).getByRole('button', { name: 'Remove from favourites' }),
    ).toBeVisible()
    await expect(home.getByLabel('Notes on this job')).toHaveValue('Written without a line.')
  })
})
