import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { goTo, jobsList, tabTo } from '../kit/page.ts'
import { expect, test } from './task.ts'

test.use({ viewport: { width: 1440, height: 900 } })

test.describe('14: begin a campaign with a look at what would match, and copy it', () => {
  const matches = (home: Page) => home.getByText(/^About [\d,]+ of the newest [\d,]+ jobs would match/)

  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Campaigns', exact: true }).click()
    await act('new', () => home.getByRole('button', { name: 'New campaign' }).click())
    await act('describe', async () => {
      await home.getByLabel('Name').fill('Data in Leeds')
      await home.getByLabel('Title', { exact: true }).fill('data engineer')
    })
    await expect(matches(home)).toBeVisible()
    await act('create', () => home.getByRole('button', { name: 'Create campaign' }).click())
    await expect(home.getByRole('heading', { name: 'Data in Leeds', level: 1 })).toBeVisible()
    await act('copy', async () => {
      await home.getByRole('button', { name: /^More for/ }).click()
      await home.getByRole('menuitem', { name: 'Duplicate' }).click()
    })
    await expect(home.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
    await expect(home.getByRole('link', { name: /^Data in Leeds/ })).toHaveCount(2)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/campaigns')
    await expect(home.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
    await act('new', () => home.keyboard.press('n'))
    await act('describe', async () => {
      await tabTo(home, home.getByLabel('Name'))
      await home.keyboard.type('Data in Leeds')
      await tabTo(home, home.getByLabel('Title', { exact: true }))
      await home.keyboard.type('data engineer')
    })
    await expect(matches(home)).toBeVisible()
    await act('create', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Create campaign' }), { back: true })
      await home.keyboard.press('Enter')
    })
    await expect(home.getByRole('heading', { name: 'Data in Leeds', level: 1 })).toBeVisible()
    await act('copy', async () => {
      await tabTo(home, home.getByRole('button', { name: /^More for/ }))
      await home.keyboard.press('Enter')
      await expect(home.getByRole('menuitem').first()).toBeFocused()
      await home.keyboard.type('dup')
      await expect(home.getByRole('menuitem', { name: 'Duplicate' })).toBeFocused()
      await home.keyboard.press('Enter')
    })
    await expect(home.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
    await expect(home.getByRole('link', { name: /^Data in Leeds/ })).toHaveCount(2)
  })
})

test.describe('15: take selected jobs along as a table', () => {
  const row = (home: Page, index: number) => jobsList(home).locator(`[data-index="${index}"]`)

  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    for (const index of [0, 1])
      await act('select', async () => {
        await row(home, index).hover()
        await row(home, index).getByRole('checkbox').click()
      })
    const saved = home.waitForEvent('download')
    await act('export', async () => {
      await home.getByRole('button', { name: 'Export' }).click()
      await home.getByRole('menuitem', { name: 'As a table (CSV)' }).click()
    })
    expectLines(readFileSync(await (await saved).path(), 'utf8'), 3)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/jobs')
    await act('to the list', () => tabTo(home, row(home, 0)))
    await act('select', () => home.keyboard.press('x'))
    await act('select', async () => {
      await home.keyboard.press('j')
      await home.keyboard.press('x')
    })
    const saved = home.waitForEvent('download')
    await act('export', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Export' }), { back: true })
      await home.keyboard.press('Enter')
      await expect(home.getByRole('menu')).toBeVisible()
      await home.keyboard.press('Enter')
    })
    expectLines(readFileSync(await (await saved).path(), 'utf8'), 3)
  })
})

/** Rows of the table with its head; no field of these postings holds a line break. */
function expectLines(csv: string, lines: number): void {
  expect(csv.trim().split(/\r?\n/)).toHaveLength(lines)
}
