import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, jobsList, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const part = (page: Page, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, level: 2, exact: true }) })
const parts = (page: Page): Promise<string[]> =>
  page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
const tile = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Numbers' }).getByRole('link', { name: new RegExp(`^${name}`) })

test('every number leads to the list behind it, for all campaigns and for one', async ({ home }) => {
  await expect(tile(home, 'New today')).toContainText('64 in 30 days')
  await tile(home, 'New today').click()
  await expect(home).toHaveURL(/#\/jobs\?since=/)
  await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
  await home.goBack()
  await expect(tile(home, 'Favourites')).toContainText('2')

  await home.getByLabel('Campaign', { exact: true }).selectOption('Data, anywhere in Europe')
  await expect(home).toHaveURL(/campaign=2/)
  await expect(tile(home, 'Campaign')).toHaveAttribute('href', '#/campaigns/2')
  await expect(part(home, 'Last runs')).not.toContainText('Backend in Britain')
  await home.getByRole('radio', { name: 'A year' }).click()
  await expect(home).toHaveURL(/range=year/)
  await expect(tile(home, 'New today')).toContainText('in a year')
  // The address brings both back.
  await home.reload()
  await expect(home.getByRole('radio', { name: 'A year' })).toBeChecked()
  await expect(home.getByLabel('Campaign', { exact: true })).toHaveValue('2')
  await home.getByLabel('Campaign', { exact: true }).selectOption('Backend in Britain')
  await expect(part(home, 'Last runs')).not.toContainText('Data, anywhere')
  await tile(home, 'Average fit').click()
  await expect(home).toHaveURL(/#\/jobs\?campaign=1.*by=1/)
  await expectFocusKept(home)
})

test('every favourite is seen whole, by keyboard, and leads to its job', async ({ home }) => {
  test.slow()
  const few = part(home, 'Favourites')
  await expect(few.getByRole('listitem')).toHaveCount(2)
  await part(home, 'Last applied').scrollIntoViewIfNeeded()
  const all = few.getByRole('button', { name: 'Favourites: view all' })
  await tabTo(home, all, { most: 200 })
  await home.keyboard.press('Enter')
  const layer = home.getByRole('dialog', { name: 'Favourites' })
  await expect(layer.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(home, 'all favourites, over the dashboard')
  await home.keyboard.press('Escape')
  await expect(all).toBeFocused()
  await home.keyboard.press('Enter')
  await tabTo(home, layer.getByRole('listitem').first())
  await home.keyboard.press('j')
  await expect(layer.getByRole('listitem').nth(1)).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(openJob(home)).toBeVisible()
  await expect(layer).toHaveCount(0)
  await expectFocusKept(home)
})

test('a reminder is ticked off on the dashboard and taken back', async ({ home }) => {
  await goTo(home, '/reminders')
  await home.getByRole('textbox', { name: 'What to remember' }).fill('Call Plover Energy')
  await home.getByRole('group', { name: 'Remind at' }).getByRole('button').first().click()
  await expect(home.getByRole('checkbox', { name: 'Done: Call Plover Energy' })).toBeVisible()
  await goTo(home, '/')
  const box = part(home, 'Reminders').getByRole('checkbox', { name: 'Done: Call Plover Energy' })
  await box.click()
  await expect(part(home, 'Reminders')).toContainText('Nothing is due within seven days.')
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(box).toBeVisible()
  await expect(box).not.toBeChecked()
})

test('the parts are arranged by keys and by dragging, hidden, taken back and reset', async ({ home }) => {
  test.slow()
  await expect(part(home, 'Best matches')).toBeVisible()
  const plain = await parts(home)
  expect(plain.slice(0, 2)).toEqual(['Best matches', 'Reminders'])
  await tabTo(home, home.getByRole('button', { name: 'Arrange' }))
  await home.keyboard.press('Enter')
  const boxes = home.getByRole('list', { name: 'Widgets' }).getByRole('listitem')
  await expect(boxes).toHaveCount(10)
  await expectAccessible(home, 'the dashboard being arranged')
  const down = home.getByRole('button', { name: 'Move Best matches down' })
  await tabTo(home, down)
  await home.keyboard.press('Enter')
  await expect(boxes.nth(2)).toContainText('Best matches')
  await expect(down).toBeFocused()

  await boxes.filter({ hasText: 'Last runs' }).dragTo(boxes.filter({ hasText: 'Numbers' }))
  await expect(boxes.first()).toContainText('Last runs')
  await home.getByRole('switch', { name: 'Show Résumé' }).click()
  await home.getByRole('button', { name: 'Done' }).click()
  await expect(part(home, 'Last runs')).toBeVisible()
  const arranged = await parts(home)
  expect(arranged.slice(0, 3)).toEqual(['Last runs', 'Reminders', 'Best matches'])
  expect(arranged).not.toContain('Résumé')
  // It is kept.
  await home.reload()
  await expect(part(home, 'Last runs')).toBeVisible()
  expect(await parts(home)).toEqual(arranged)

  await home.getByRole('button', { name: 'Arrange' }).click()
  await home.getByRole('button', { name: 'Reset the order' }).click()
  await expect(boxes.nth(1)).toContainText('Best matches')
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(boxes.first()).toContainText('Last runs')
  await home.getByRole('button', { name: 'Reset the order' }).click()
  await home.getByRole('button', { name: 'Done' }).click()
  await expect(part(home, 'Résumé')).toBeVisible()
  expect(await parts(home)).toEqual(plain)
  await expectFocusKept(home)
})

test('from 320 pixels to 4K nothing is cut off sideways, and no part is missing', async ({ home }) => {
  await expect(part(home, 'Best matches')).toBeVisible()
  const all = await parts(home)
  for (const width of [320, 375, 768, 1024, 1920, 3840]) {
    await home.setViewportSize({ width, height: 900 })
    await expect
      .poll(() =>
        home.evaluate(() => (document.getElementById('main')?.scrollWidth ?? 0) <= window.innerWidth),
      )
      .toBe(true)
    expect(await parts(home)).toEqual(all)
  }
})

test('the chart has its table, and all of it can be read by everybody', async ({ home }) => {
  await part(home, 'Activity').getByText('Show as a table').click()
  await expect(home.getByRole('table', { name: 'Activity per day, newest first' })).toBeVisible()
  await expectAccessible(home, 'the dashboard with its table')
})

test('the best match opens from the dashboard', async ({ home }) => {
  await part(home, 'Best matches').getByRole('listitem').first().getByRole('link').click()
  await expect(home).toHaveURL(/#\/jobs\/\d+/)
  await expect(openJob(home)).toBeVisible()
  await expectFocusKept(home)
})
