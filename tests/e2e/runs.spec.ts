import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, runCommand } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const step = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Steps of the run' }).getByRole('listitem').filter({ hasText: name })

async function followBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Follow a board' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Careers address').fill('https://boards.greenhouse.io/tidemark')
  await dialog.getByLabel('Which jobs (optional)').fill('senior backend engineer')
  await dialog.getByRole('button', { name: 'Follow and collect now' }).click()
  await expect(page.getByRole('heading', { name: 'Tidemark', level: 1 })).toBeVisible({ timeout: 30_000 })
}

test.describe('against a source of our own', () => {
  test.use({ replayed: true })

  test('a run is followed, cancelled, retried and read; its log is searched and copied', async ({
    home,
    replays,
    context,
  }) => {
    test.slow()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await goTo(home, '/runs')
    await expect(home.getByRole('heading', { name: 'Nothing ran yet' })).toBeVisible()
    await expectAccessible(home, 'no runs')
    await goTo(home, '/')
    replays.fail('greenhouse', 'hang')
    await followBoard(home)

    // It waits for its source: the page of runs says so, and the graph says where.
    await home.keyboard.press('g')
    await home.keyboard.press('e')
    const now = home.getByRole('list', { name: 'Running now' })
    await expect(now.getByRole('listitem')).toHaveCount(1)
    await now.getByRole('link', { name: 'Tidemark' }).click()
    await expect(home.getByRole('heading', { name: 'Collection for Tidemark', level: 1 })).toBeVisible()
    await expect(step(home, 'Read the postings')).toHaveAttribute('data-state', 'running')
    await expect(step(home, 'Notify')).toHaveAttribute('data-state', 'waiting')
    await expectAccessible(home, 'a run that goes')
    await home.getByRole('button', { name: 'Cancel' }).click()
    await expect(home.getByText('Cancelled', { exact: true })).toBeVisible()
    await expectFocusKept(home)

    replays.fail('greenhouse', null)
    await home.getByRole('button', { name: 'Retry' }).click()
    await expect(home).toHaveURL(/#\/runs\/2$/)
    await expect(home.getByText('Finished', { exact: true })).toBeVisible()
    await expect(home.getByText(/^Began again/)).toBeVisible()
    await expect(step(home, 'Read the postings')).toHaveAttribute('data-state', 'done')
    // Steps that are switched off say so, and fail nothing.
    await expect(step(home, 'Add what is missing')).toHaveAttribute('data-state', 'skipped')
    await expect(step(home, 'Add what is missing')).toContainText('switched off')
    const layers = home.getByRole('list', { name: 'Rows per layer' })
    await expect(layers.getByRole('listitem').filter({ hasText: /^Jobs/ })).toContainText('13 new jobs')
    await expect(home.getByRole('table', { name: 'Sources of this run' })).toContainText(
      'Greenhouse: tidemark',
    )
    await expect(home.getByText(/^All \d+ checks passed\.$/)).toBeVisible()
    await expect(home.getByText('3 postings were set aside', { exact: false })).toBeVisible()

    const log = home.getByRole('region', { name: 'Log of the run' })
    const lines = await log.getByRole('listitem').count()
    expect(lines).toBeGreaterThan(3)
    await home.getByLabel('Search in the log').fill('greenhouse')
    await expect(log.locator('mark').first()).toHaveText(/greenhouse/i)
    expect(await log.getByRole('listitem').count()).toBeLessThan(lines)
    await home.getByRole('button', { name: 'Copy all' }).click()
    await expect(home.getByText('The log is in the clipboard', { exact: true })).toBeVisible()
    const copied = await home.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')).toHaveLength(lines + 1)
    expect(copied).toMatch(/^Run 2: Collection, again, Tidemark\n/)
    await expectAccessible(home, 'a run that ended')

    // One step alone is a run of its own.
    await home.getByRole('button', { name: 'More for this run' }).click()
    await home.getByRole('menuitem', { name: 'Check the data' }).click()
    await expect(home).toHaveURL(/#\/runs\/3$/)
    await expect(home.getByRole('list', { name: 'Steps of the run' }).getByRole('listitem')).toHaveCount(1)
    await expect(home.getByText('Finished', { exact: true })).toBeVisible()

    // The jobs of the run are one press away.
    await goTo(home, '/runs/2')
    await home.getByRole('button', { name: 'Show its new jobs' }).click()
    await expect(home).toHaveURL(/#\/jobs.*since=/)
    await expect(home.getByText(/^13 jobs/).first()).toBeVisible()
  })
})

test('the history is filtered, drawn and written out; what is gone says so', async ({ home }) => {
  test.slow()
  await followBoard(home)
  const ofCampaign = home.getByRole('table', { name: 'Runs of this campaign' })
  await expect(ofCampaign.getByRole('row').nth(1)).toContainText('Finished')
  await goTo(home, '/runs')
  await home.getByRole('button', { name: 'Run all campaigns now' }).click()
  const history = home.getByRole('table', { name: 'Runs, newest first', exact: true })
  await expect(history.getByRole('row').filter({ hasText: 'Finished' })).toHaveCount(2)
  await expect(home.getByText(/All of the last 2 runs succeeded/)).toBeVisible()
  await home.getByText('Show as a table').click()
  await expect(home.getByRole('table', { name: 'The last runs, newest first' }).getByRole('row')).toHaveCount(
    3,
  )
  await expectAccessible(home, 'runs')

  await home.getByLabel('State').selectOption('failed')
  await expect(home.getByText('No run is like this.')).toBeVisible()
  await expect(home).toHaveURL(/state=failed/)
  await home.getByRole('button', { name: 'Show all runs' }).click()
  await expect(history.getByRole('row')).toHaveCount(3)
  await expectFocusKept(home)

  // Its campaign goes; the run stays, and says what it can.
  await runCommand(home, 'run all camp', /Run all campaigns now/)
  await expect(history.getByRole('row').filter({ hasText: 'Finished' })).toHaveCount(3)
  await goTo(home, '/campaigns/1')
  await home.getByRole('button', { name: 'More for Tidemark' }).click()
  await home.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(home).toHaveURL(/#\/campaigns$/)
  await goTo(home, '/runs/1')
  await expect(home.getByText('Tidemark was deleted; what this run brought is kept')).toBeVisible()
  await expect(home.getByRole('button', { name: 'More for this run' })).toHaveCount(0)
  await goTo(home, '/runs/999')
  await expect(home.getByRole('heading', { name: 'This run is not there' })).toBeVisible()
  await home.getByRole('button', { name: 'Show all runs' }).click()
  await expect(history.getByText('Tidemark (deleted)').first()).toBeVisible()
})
