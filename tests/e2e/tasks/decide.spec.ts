import type { Page } from '@playwright/test'
import { goTo, jobsList, openJob, tabTo } from '../kit/page.ts'
import { expect, test } from './task.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const row = (home: Page, index: number) => jobsList(home).locator(`[data-index="${index}"]`)
const undo = (home: Page) => home.getByRole('button', { name: 'Undo' }).last()

test.describe('4: select three jobs, approve them, take it back', () => {
  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    for (const index of [0, 1, 2])
      await act('select', async () => {
        await row(home, index).hover()
        await row(home, index).getByRole('checkbox').click()
      })
    const bar = home.getByRole('toolbar', { name: 'Selected jobs' })
    await expect(bar).toContainText('3 selected')
    await act('approve', async () => {
      await bar.getByRole('button', { name: 'Set status' }).click()
      await home.getByRole('menuitemcheckbox', { name: /^Approved/ }).click()
    })
    for (const index of [0, 1, 2]) await expect(row(home, index)).toHaveAccessibleName(/, Approved/)
    await act('take it back', () => undo(home).click())
    for (const index of [0, 1, 2]) await expect(row(home, index)).toHaveAccessibleName(/, Waiting/)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/jobs')
    await act('to the list', () => tabTo(home, row(home, 0)))
    for (const index of [0, 1, 2])
      await act('select', async () => {
        if (index > 0) await home.keyboard.press('j')
        await home.keyboard.press('x')
        await expect(row(home, index).getByRole('checkbox')).toBeChecked()
      })
    await act('approve', async () => {
      await home.keyboard.press('s')
      await expect(home.getByRole('menu')).toBeVisible()
      await home.keyboard.press('a')
    })
    for (const index of [0, 1, 2]) await expect(row(home, index)).toHaveAccessibleName(/, Approved/)
    await act('take it back', () => home.keyboard.press('ControlOrMeta+z'))
    for (const index of [0, 1, 2]) await expect(row(home, index)).toHaveAccessibleName(/, Waiting/)
  })
})

test.describe('5: keep a job as favourite, and mark it as read and unread', () => {
  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    await expect(row(home, 1)).toHaveAccessibleName(/^Unread: /)
    await act('favourite', () => row(home, 1).getByRole('button', { name: 'Add to favourites' }).click())
    await expect(row(home, 1)).toHaveAccessibleName(/, favourite/)
    await act('open', () => row(home, 1).click())
    await expect(row(home, 1)).not.toHaveAccessibleName(/^Unread: /)
    await act('unread again', () => openJob(home).getByRole('button', { name: 'Mark as unread' }).click())
    await expect(row(home, 1)).toHaveAccessibleName(/^Unread: /)
    await act('only favourites', () => home.getByRole('button', { name: 'Favourites', exact: true }).click())
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/jobs')
    await act('to the list', () => tabTo(home, row(home, 0)))
    await act('favourite', () => home.keyboard.press('f'))
    await expect(row(home, 0)).toHaveAccessibleName(/, favourite/)
    await act('read', () => home.keyboard.press('u'))
    await expect(row(home, 0)).not.toHaveAccessibleName(/^Unread: /)
    await act('unread', () => home.keyboard.press('u'))
    await expect(row(home, 0)).toHaveAccessibleName(/^Unread: /)
    await act('no favourite', () => home.keyboard.press('f'))
    await expect(row(home, 0)).not.toHaveAccessibleName(/, favourite/)
    await expect(row(home, 0)).toBeFocused()
  })
})

test.describe('6: block a company, and take it back', () => {
  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    const name = (await row(home, 0).getAttribute('aria-label')) ?? ''
    await act('select', async () => {
      await row(home, 0).hover()
      await row(home, 0).getByRole('checkbox').click()
    })
    await act('block', () => home.getByRole('button', { name: 'Block the company' }).click())
    await expect(row(home, 0)).not.toHaveAccessibleName(name)
    await act('take it back', () => undo(home).click())
    await expect(row(home, 0)).toHaveAccessibleName(name)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/jobs')
    await act('to the list', () => tabTo(home, row(home, 0)))
    const name = (await row(home, 0).getAttribute('aria-label')) ?? ''
    await act('block', () => home.keyboard.press('b'))
    await expect(row(home, 0)).not.toHaveAccessibleName(name)
    await act('take it back', () => home.keyboard.press('ControlOrMeta+z'))
    await expect(row(home, 0)).toHaveAccessibleName(name)
  })
})

test.describe('7: leaf through the jobs beside the list', () => {
  const place = (home: Page, position: number) => openJob(home).getByText(new RegExp(`^${position} (of|in) `))

  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    await act('open', () => row(home, 0).click())
    await expect(place(home, 1)).toBeVisible()
    const title = openJob(home).locator('#job-title')
    const first = (await title.textContent()) ?? ''
    await act('next', () =>
      openJob(home)
        .getByRole('button', { name: /^Next job: / })
        .click(),
    )
    await expect(place(home, 2)).toBeVisible()
    await expect(row(home, 1)).toHaveAttribute('aria-current', 'true')
    await act('before', () =>
      openJob(home)
        .getByRole('button', { name: /^Job before: / })
        .click(),
    )
    await expect(place(home, 1)).toBeVisible()
    await expect(title).toHaveText(first)
  })

  test('by keyboard', async ({ home, act }) => {
    await goTo(home, '/jobs')
    await act('to the list', () => tabTo(home, row(home, 0)))
    await act('open', () => home.keyboard.press('Enter'))
    await expect(place(home, 1)).toBeVisible()
    await act('next', () => home.keyboard.press(']'))
    await expect(place(home, 2)).toBeVisible()
    await act('before', () => home.keyboard.press('['))
    await expect(place(home, 1)).toBeVisible()
    await act('back to the list', () => home.keyboard.press('Escape'))
    await expect(openJob(home)).toHaveCount(0)
    await expect(row(home, 0)).toBeFocused()
  })
})
