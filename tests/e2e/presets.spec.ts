import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, jobsList, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const views = (page: Page) => page.getByRole('button', { name: /^Views/ })
const item = (page: Page, name: RegExp | string) =>
  page.getByRole('menu').locator('[role^="menuitem"]').filter({ hasText: name })

test('by mouse: a view is suggested, saved, changed, kept, renamed, deleted and brought back', async ({
  home,
}) => {
  await goTo(home, '/jobs')
  await views(home).click()
  await item(home, 'Under way').click()
  await expect(home).toHaveURL(/status=preparing_to_apply,applied,interview,offer/)
  const rows = jobsList(home).getByRole('listitem')
  await expect(rows).toHaveCount(4)

  await views(home).click()
  await item(home, 'Save this view').click()
  const dialog = home.getByRole('dialog', { name: 'Save this view' })
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByRole('button', { name: 'Save the view' }).click()
  await expect(dialog).toContainText('Give the view a name')
  await dialog.getByLabel('Name').fill('Under way now')
  await expect(dialog.getByLabel('Shortcut')).toHaveValue('1')
  await expectAccessible(home, 'save a view')
  await dialog.getByRole('button', { name: 'Save the view' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(views(home)).toHaveAccessibleName('Views: Under way now')

  // Narrowed further, it is another view until it is kept.
  await home.getByRole('button', { name: 'Favourites', exact: true }).click()
  await expect(views(home)).toHaveAccessibleName('Views')
  await views(home).click()
  await expect(item(home, 'Remote, $100k+')).toHaveCount(0)
  await item(home, 'Keep the changes in Under way now').click()
  await expect(views(home)).toHaveAccessibleName('Views: Under way now')
  await home.keyboard.press('ControlOrMeta+z')
  await expect(views(home)).toHaveAccessibleName('Views')
  await goTo(home, '/jobs')
  await views(home).click()
  await home.getByRole('menuitemcheckbox', { name: /^Under way now/ }).click()
  await expect(rows).toHaveCount(4)

  await views(home).click()
  await item(home, 'Manage the views').click()
  const manage = home.getByRole('dialog', { name: 'Saved views' })
  await manage.getByLabel('Name of Under way now').fill('In the works')
  await manage.getByLabel('Name of Under way now').press('Enter')
  await expect(manage.getByLabel('Name of In the works')).toBeVisible()
  await expectAccessible(home, 'manage views')
  await manage.getByRole('button', { name: 'Delete In the works' }).click()
  await expect(manage).toContainText('No view is saved')
  await expectFocusKept(home)
  await manage.getByRole('button', { name: 'Close' }).click()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(views(home)).toHaveAccessibleName('Views: In the works')
})

/** Chooses an entry of the open menu by the letters that it begins with. */
async function chooseByLetters(page: Page, letters: string): Promise<void> {
  const focused = page.getByRole('menu').locator(':focus')
  await expect(focused).toHaveCount(1)
  await page.keyboard.type(letters)
  await expect(focused).toHaveText(new RegExp(`^${letters}`, 'i'))
  await page.keyboard.press('Enter')
}

test('by keyboard: two views are saved, opened by their digits, put in order and kept over a reload', async ({
  home,
}) => {
  const save = async (path: string, name: string) => {
    await goTo(home, path)
    await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
    await tabTo(home, views(home))
    await home.keyboard.press('Enter')
    await chooseByLetters(home, 'save')
    await expect(home.getByRole('dialog').getByLabel('Name')).toBeFocused()
    await home.keyboard.type(name)
    await home.keyboard.press('Enter')
    await expect(home.getByRole('dialog')).toHaveCount(0)
    await expect(views(home)).toHaveAccessibleName(`Views: ${name}`)
    await expectFocusKept(home)
  }
  await save('/jobs?remote=remote', 'From home')
  await save('/jobs?level=senior&sort=salary', 'Senior by pay')
  await home.keyboard.press('Alt+1')
  await expect(home).toHaveURL(/remote=remote/)
  await home.keyboard.press('Alt+2')
  await expect(home).toHaveURL(/level=senior&sort=salary/)

  await tabTo(home, views(home), { back: true })
  await home.keyboard.press('Enter')
  await chooseByLetters(home, 'manage')
  const lines = home.getByRole('list', { name: 'Saved views' }).getByRole('listitem')
  await expect(lines).toHaveCount(2)
  const down = home.getByRole('button', { name: 'Move From home down' })
  await tabTo(home, down)
  await home.keyboard.press('Enter')
  await expect(lines.first().getByRole('textbox')).toHaveValue('Senior by pay')
  await expect(home.getByRole('button', { name: 'Move From home up' })).toBeFocused()
  await home.keyboard.press('Escape')
  await home.reload()
  await views(home).click()
  await expect(home.getByRole('menuitemcheckbox').first()).toContainText('Senior by pay')
})

test('a filter goes as text and comes back from it; what is not understood is said', async ({
  home,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(home, '/jobs?remote=remote&pay=50000..GBP')
  const rows = jobsList(home).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const all = (await rows.first().getAttribute('aria-setsize')) ?? ''
  await views(home).click()
  await item(home, 'Copy as text').click()
  await expect(home.getByText('The filter is in the clipboard', { exact: true })).toBeVisible()
  const text = await home.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('remote')

  await goTo(home, '/jobs')
  await views(home).click()
  await item(home, 'Paste filter from text').click()
  const dialog = home.getByRole('dialog', { name: 'Paste a filter' })
  await dialog.getByLabel('Filter as text').fill(`${text} campaign:atlantis`)
  await expect(dialog.getByRole('status')).toContainText('Understood: Remote, Pay from £50,000')
  await expect(dialog.getByRole('status')).toContainText('Not understood and left out: campaign:atlantis')
  await dialog.getByRole('button', { name: 'Use the filter' }).click()
  await expect(home).toHaveURL(/remote=remote&pay=50000\.\.GBP/)
  await expect(rows.first()).toHaveAttribute('aria-setsize', all)
  await expectFocusKept(home)
})
