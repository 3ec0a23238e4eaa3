import type { Locator, Page } from '@playwright/test'
import { jobsList, openJob, tabTo } from '../kit/page.ts'
import { expect, test } from './task.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const numberIn = (words: string | null) => Number((words ?? '').replace(/\D/g, ''))

/** How many jobs the page says that it shows. */
const shownJobs = async (home: Page): Promise<number> =>
  numberIn(
    await home
      .getByText(/^[\d,]+ jobs?$/)
      .first()
      .textContent(),
  )

/** The number beside a choice of the filter panel: how many jobs it would leave. */
async function countBeside(box: Locator): Promise<number> {
  await expect(box).toHaveAccessibleDescription(/^[\d,]+ jobs?$/)
  const id = await box.getAttribute('aria-describedby')
  return numberIn(await box.page().locator(`[id="${id}"]`).textContent())
}

test.describe('1: find a job by words with a slip, and open it', () => {
  test('by mouse', async ({ home, act }) => {
    await act('to the jobs', () => home.getByRole('link', { name: 'Jobs', exact: true }).click())
    const search = home.getByRole('searchbox', { name: 'Search jobs' })
    await act('type', async () => {
      await search.click()
      await search.pressSequentially('data enginer')
    })
    const first = jobsList(home).getByRole('listitem').first()
    await expect(first).toHaveAccessibleName(/Data Engineer/)
    await act('open', () => first.click())
    await expect(openJob(home).getByRole('heading', { name: /Data Engineer/ })).toBeVisible()
  })

  test('by keyboard', async ({ home, act }) => {
    await act('to the search', () => home.keyboard.press('/'))
    await act('type', () => home.keyboard.type('data enginer'))
    await act('search', () => home.keyboard.press('Enter'))
    const first = jobsList(home).getByRole('listitem').first()
    await expect(first).toHaveAccessibleName(/Data Engineer/)
    await act('to the list', () => tabTo(home, first))
    await act('open', () => home.keyboard.press('Enter'))
    await expect(openJob(home).getByRole('heading', { name: /Data Engineer/ })).toBeVisible()
  })
})

test.describe('2: only remote jobs above a pay, then one filter less', () => {
  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    await act('open the filters', () => home.getByRole('button', { name: /^Filters/ }).click())
    const remote = home
      .getByRole('group', { name: 'Remote or on site' })
      .getByRole('checkbox', { name: 'Remote', exact: true })
    const expected = await countBeside(remote)
    await act('choose remote', () => remote.click())
    await expect.poll(() => shownJobs(home)).toBe(expected)
    await act('at least 80,000', async () => {
      await home.getByLabel('From', { exact: true }).fill('80000')
      await home.getByLabel('To', { exact: true }).click()
    })
    const chips = home.getByRole('list', { name: 'Chosen filters' })
    await expect(chips.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(2)
    await expect.poll(() => shownJobs(home)).toBeLessThan(expected)
    const both = await shownJobs(home)
    await act('no longer remote', () =>
      chips.getByRole('button', { name: /^Remove the filter “Remote”/ }).click(),
    )
    await expect(chips.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(1)
    await expect.poll(() => shownJobs(home)).toBeGreaterThan(both)
  })

  test('by keyboard', async ({ home, act }) => {
    await home.keyboard.press('g')
    await home.keyboard.press('j')
    await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
    await act('open the filters', () => home.keyboard.press('Shift+F'))
    const remote = home
      .getByRole('group', { name: 'Remote or on site' })
      .getByRole('checkbox', { name: 'Remote', exact: true })
    const expected = await countBeside(remote)
    await act('choose remote', async () => {
      await tabTo(home, remote)
      await home.keyboard.press('Space')
    })
    await expect.poll(() => shownJobs(home)).toBe(expected)
    await act('at least 80,000', async () => {
      await tabTo(home, home.getByLabel('From', { exact: true }))
      await home.keyboard.type('80000')
      await home.keyboard.press('Enter')
    })
    const chips = home.getByRole('list', { name: 'Chosen filters' })
    const chip = chips.getByRole('button', { name: /^Remove the filter “Remote”/ })
    await expect(chips.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(2)
    await expect.poll(() => shownJobs(home)).toBeLessThan(expected)
    const both = await shownJobs(home)
    await act('no longer remote', async () => {
      await tabTo(home, chip, { most: 200 })
      await home.keyboard.press('Delete')
    })
    await expect(chips.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(1)
    await expect.poll(() => shownJobs(home)).toBeGreaterThan(both)
  })
})
