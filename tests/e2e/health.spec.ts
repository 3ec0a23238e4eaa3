import { expectAccessible } from './kit/axe.ts'
import { goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, start: { debug: true }, viewport: { width: 1440, height: 900 } })

test('each part says how it stands; a thread that ended is counted, logged, and in the diagnostics', async ({
  home,
  shell,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(home, '/health')
  const parts = home.getByRole('list', { name: 'Parts of Rolecall' })
  await expect(parts.getByRole('listitem')).toHaveCount(11)
  await expect(parts.getByRole('heading', { name: 'Database Works' })).toBeVisible()
  await expectAccessible(home, 'health')

  await shell.crash('reader-1')
  const threads = home.getByRole('table', { name: 'Threads' })
  await expect(async () => {
    await home.getByRole('button', { name: 'Check again' }).click()
    await expect(threads.getByRole('row', { name: /reader-1/ })).toContainText('Ready1×', { timeout: 1000 })
  }).toPass({ timeout: 40_000 })
  const log = home.getByRole('region', { name: 'Lines of the log' })
  await home.getByLabel('Level').selectOption('Everything')
  await home.getByRole('searchbox', { name: 'Search the log' }).fill('reader-1')
  await expect(log.getByRole('listitem').first()).toContainText('reader-1')
  await home.getByRole('searchbox', { name: 'Search the log' }).fill('a word that stands nowhere')
  await expect(home.getByText('No line has these words.')).toBeVisible()
  await home.getByRole('button', { name: 'Show everything' }).click()
  await expect(log).toBeVisible()

  await home.getByRole('button', { name: 'Copy diagnostics' }).click()
  const dialog = home.getByRole('dialog', { name: 'Copy diagnostics' })
  await expect(dialog).toContainText('reader-1: ready, started again 1 time')
  await expectAccessible(home, 'diagnostics before they are copied')
  const shown = await dialog.locator('pre').textContent()
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  expect((await home.evaluate(() => navigator.clipboard.readText())).trim()).toBe(shown?.trim())

  await parts.getByRole('link', { name: /^Open settings\s+for Backups$/ }).click()
  await expect(home.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
})
