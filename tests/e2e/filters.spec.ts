import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, jobsList, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const rows = (page: Page) => jobsList(page).getByRole('listitem')
const panel = (page: Page) => page.getByRole('region', { name: 'Filters' })
const box = (page: Page, group: string, name: string) =>
  panel(page).getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name, exact: true })
const chip = (page: Page, words: string) => page.getByRole('button', { name: `Remove the filter “${words}”` })

/** How many jobs the list says that it holds. */
async function shown(page: Page): Promise<number> {
  await expect(rows(page).first()).toBeVisible()
  return Number(await rows(page).first().getAttribute('aria-setsize'))
}

/** The number beside a box of the panel. */
async function countOf(page: Page, group: string, name: string): Promise<number> {
  const id = await box(page, group, name).getAttribute('aria-describedby')
  const text = (await page.locator(`[id="${id}"]`).textContent()) ?? ''
  return Number.parseInt(text.replaceAll(',', ''), 10)
}

/** Drags one place to another as a hand does, over the places between. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover()
  await page.mouse.down()
  const goal = await to.boundingBox()
  if (!goal) throw new Error('There is no place to drag to')
  await page.mouse.move(goal.x + 30, goal.y + goal.height / 2, { steps: 8 })
  await page.mouse.up()
}

test('by mouse: filters narrow together, their counts come true, and chips take them away', async ({
  home,
}) => {
  await goTo(home, '/jobs')
  const all = await shown(home)
  await home.getByRole('button', { name: 'Filters', exact: true }).click()
  await expect(panel(home)).toBeVisible()
  await expect(box(home, 'Remote or on site', 'Remote')).toHaveAccessibleDescription(/\d+ jobs?/)
  const remote = await countOf(home, 'Remote or on site', 'Remote')
  expect(remote).toBeGreaterThan(0)
  expect(remote).toBeLessThan(all)
  await box(home, 'Remote or on site', 'Remote').click()
  await expect(rows(home).first()).toHaveAttribute('aria-setsize', String(remote))

  // A second value of the same part adds, another part narrows.
  await box(home, 'Remote or on site', 'Not stated').click()
  await expect.poll(() => shown(home)).toBeGreaterThan(remote)
  const unpaid = await shown(home)
  await panel(home).getByRole('textbox', { name: 'From' }).first().fill('60k')
  await panel(home).getByRole('textbox', { name: 'To' }).first().focus()
  await expect(home).toHaveURL(/pay=60000\.\./)
  await expect.poll(() => shown(home)).toBeLessThan(unpaid)
  const paid = await shown(home)
  await panel(home).getByRole('checkbox', { name: 'Include jobs that state no pay' }).click()
  await expect.poll(() => shown(home)).toBeGreaterThan(paid)
  await expect(home.getByRole('list', { name: 'Chosen filters' }).getByRole('listitem')).toHaveCount(4)

  // What stands in the address comes back.
  const before = await shown(home)
  await home.reload()
  await expect.poll(() => shown(home)).toBe(before)

  await chip(home, 'Remote').click()
  await expect(chip(home, 'Remote')).toHaveCount(0)
  await expectFocusKept(home)
  await expect(box(home, 'Remote or on site', 'Remote')).not.toBeChecked()
  await home.getByRole('button', { name: 'Clear all' }).click()
  await expect.poll(() => shown(home)).toBe(all)
  await expectFocusKept(home)
  await home.goBack()
  await expect(chip(home, 'Remote not stated')).toBeVisible()
  await expectAccessible(home, 'jobs with filters')
})

test('by keyboard: the panel, the slider of pay, a city that is searched, and chips', async ({ home }) => {
  await goTo(home, '/jobs')
  const all = await shown(home)
  await home.keyboard.press('Shift+F')
  await expect(box(home, 'Status', 'Waiting')).toBeFocused()
  const lowest = panel(home).getByRole('slider', { name: 'Lowest pay' })
  await tabTo(home, lowest)
  await home.keyboard.press('ArrowRight')
  await home.keyboard.press('ArrowRight')
  await expect(lowest).toHaveAttribute('aria-valuetext', /\d.* a year$/)
  await expect(home).toHaveURL(/pay=\d+\.\./)
  await expect(lowest).toBeFocused()
  await expect.poll(() => shown(home)).toBeLessThan(all)

  await tabTo(home, panel(home).getByRole('searchbox', { name: 'Find a city' }))
  await home.keyboard.type('lond')
  const london = box(home, 'City', 'London')
  await tabTo(home, london)
  await home.keyboard.press('Space')
  await expect(chip(home, 'London')).toBeVisible()
  await expect(london).toBeFocused()
  await expect(rows(home).first()).toHaveAccessibleName(/London/)

  await tabTo(home, chip(home, 'London'))
  await home.keyboard.press('Delete')
  await expect(chip(home, 'London')).toHaveCount(0)
  await expectFocusKept(home)
  await home.keyboard.press('Delete')
  await expect.poll(() => shown(home)).toBe(all)
  await expect(home.getByRole('button', { name: 'Filters', exact: true })).toBeFocused()
  await home.keyboard.press('Shift+F')
  await expect(panel(home)).toHaveCount(0)
  await expectFocusKept(home)
})

test('when nothing matches, the filters that help are named with their numbers', async ({ home }) => {
  await goTo(home, '/jobs?city=London&level=intern&since=2020-01-01')
  await expect(home.getByRole('heading', { name: 'No job matches' })).toBeVisible()
  const way = home.getByRole('button', { name: /^Show all levels \(\d+ jobs?\)$/ })
  await expect(way).toBeVisible()
  const n = Number(/\((\d+)/.exec((await way.textContent()) ?? '')?.[1])
  // The day narrows nothing, so that nothing is said of it.
  await expect(home.getByRole('button', { name: /found earlier/ })).toHaveCount(0)
  await expectAccessible(home, 'jobs, nothing matches')
  await way.click()
  await expect(rows(home).first()).toHaveAttribute('aria-setsize', String(n))
  await expectFocusKept(home)
})

test('the table: heads order it, columns are chosen and moved by keys and by mouse', async ({ home }) => {
  await goTo(home, '/jobs')
  const head = home.getByRole('table', { name: 'Order of the jobs' })
  const heads = head.getByRole('columnheader')
  await expect(heads).toHaveText(['Score', 'Title', 'Company', 'Place', 'Pay', 'Status', 'Found'])
  await expect(head.getByRole('columnheader', { name: 'Score' })).toHaveAttribute('aria-sort', 'descending')
  const company = head.getByRole('button', { name: 'Company' })
  await company.click()
  await expect(head.getByRole('columnheader', { name: 'Company' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(company).toBeFocused()
  const first = await rows(home).first().getAttribute('aria-label')
  await home.keyboard.press('Enter')
  await expect(head.getByRole('columnheader', { name: 'Company' })).toHaveAttribute('aria-sort', 'descending')
  await expect(rows(home).first()).not.toHaveAccessibleName(first ?? '')
  await expect(company).toBeFocused()

  await home.getByRole('button', { name: 'Columns' }).click()
  const columns = home.getByRole('dialog', { name: 'Columns' })
  await columns.getByRole('checkbox', { name: 'Level' }).click()
  await columns.getByRole('checkbox', { name: 'Place' }).click()
  await expect(heads).toHaveText(['Score', 'Title', 'Company', 'Pay', 'Status', 'Found', 'Level'])
  const up = columns.getByRole('button', { name: 'Move Level up' })
  await up.click()
  await expect(heads).toHaveText(['Score', 'Title', 'Company', 'Pay', 'Status', 'Level', 'Found'])
  await expect(up).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(heads).toHaveText(['Score', 'Title', 'Company', 'Pay', 'Level', 'Status', 'Found'])
  await expect(up).toBeFocused()
  await expectAccessible(home, 'columns of the jobs')
  await drag(
    home,
    columns.getByRole('listitem').filter({ hasText: 'Found' }).locator('svg').first(),
    columns.getByRole('listitem').filter({ hasText: 'Company' }),
  )
  await expect(heads).toHaveText(['Score', 'Title', 'Found', 'Company', 'Pay', 'Level', 'Status'])
  await home.reload()
  await expect(heads).toHaveText(['Score', 'Title', 'Found', 'Company', 'Pay', 'Level', 'Status'])
})

test('many at once: ranges by keys and clicks, all that a filter shows, a file, and one undo', async ({
  home,
}) => {
  await goTo(home, '/jobs')
  const all = await shown(home)
  await rows(home).first().focus()
  await home.keyboard.press('x')
  await home.keyboard.press('Shift+J')
  await home.keyboard.press('Shift+J')
  const bar = home.getByRole('toolbar', { name: 'Selected jobs' })
  await expect(bar).toContainText('3 selected')
  await expect(rows(home).nth(2)).toBeFocused()
  await home.keyboard.press('Shift+K')
  await expect(bar).toContainText('2 selected')
  await rows(home)
    .nth(6)
    .click({ modifiers: ['Shift'] })
  await expect(bar).toContainText('7 selected')
  await expect(openJob(home)).toHaveCount(0)

  await bar.getByRole('button', { name: `Select all ${all}` }).click()
  await expect(bar).toContainText(`${all} selected`)
  const download = home.waitForEvent('download')
  await bar.getByRole('button', { name: 'Export' }).click()
  await home.getByRole('menuitem', { name: /CSV/ }).click()
  const file = readFileSync((await (await download).path()) ?? '', 'utf8')
  expect(file.split('\n').length).toBeGreaterThan(all)

  await bar.getByRole('button', { name: 'Set status' }).click()
  await home.getByRole('menuitemcheckbox', { name: /^Archived/ }).click()
  await expect(rows(home)).toHaveCount(0)
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => shown(home)).toBe(all)
})

test('one key approves, another archives; the row that takes the place has the focus', async ({ home }) => {
  await goTo(home, '/jobs?status=waiting')
  const all = await shown(home)
  await rows(home).nth(1).focus()
  const second = await rows(home).nth(2).getAttribute('aria-label')
  await home.keyboard.press('a')
  await expect.poll(() => shown(home)).toBe(all - 1)
  await expect(rows(home).nth(1)).toHaveAccessibleName(second ?? '')
  await expect(rows(home).nth(1)).toBeFocused()
  await home.keyboard.press('Delete')
  await expect.poll(() => shown(home)).toBe(all - 2)
  await expect(rows(home).nth(1)).toBeFocused()
  await home.keyboard.press('ControlOrMeta+z')
  await home.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => shown(home)).toBe(all)
  await home.keyboard.press('e')
  await expect(openJob(home).locator('[data-edit]').first()).toBeFocused()
})

test('in a narrow window the filters lie over the list and say how many are left', async ({ home }) => {
  await home.setViewportSize({ width: 375, height: 760 })
  await goTo(home, '/jobs')
  await shown(home)
  await home.getByRole('button', { name: 'Filters', exact: true }).click()
  const sheet = home.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('checkbox', { name: 'Favourites' }).click()
  await expect(sheet.getByRole('button', { name: 'Show 2 jobs' })).toBeVisible()
  await expectAccessible(home, 'filters over the jobs')
  await sheet.getByRole('button', { name: 'Show 2 jobs' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(rows(home)).toHaveCount(2)
  await expectFocusKept(home)
  const width = await home.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
})
