import type { Locator, Page } from '@playwright/test'
import { askCore } from '../kit/ask.ts'
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

/** A job some way down the list, and its company written with two letters changed over. */
async function sought(home: Page): Promise<{ company: string; typed: string }> {
  const { rows } = await askCore(home, 'jobs.list', { filter: {}, limit: 120 })
  const company = rows
    .map(row => row.company.split(' ')[0] ?? '')
    .find((word, at) => at > 60 && word.length > 7)
  if (!company) throw new Error('No company has a long name')
  return { company, typed: company.toLowerCase().replace(/^(...)(.)(.)/, '$1$3$2') }
}

test.describe('1: find a job by words with a slip, and open it', () => {
  test('by mouse', async ({ home, act }) => {
    const { company, typed } = await sought(home)
    await act('to the jobs', () => home.getByRole('link', { name: 'Jobs', exact: true }).click())
    const search = home.getByRole('combobox', { name: 'Search jobs' })
    await act('type', async () => {
      await search.click()
      await search.pressSequentially(typed)
    })
    await expect(home.getByText(/^Showing results for/)).toContainText(company.toLowerCase())
    const first = jobsList(home).getByRole('listitem').first()
    await expect(first).toHaveAccessibleName(new RegExp(company))
    await act('open', () => first.click())
    await expect(
      openJob(home)
        .getByRole('link', { name: new RegExp(`^${company}`) })
        .first(),
    ).toBeVisible()
  })

  test('by keyboard', async ({ home, act }) => {
    const { company, typed } = await sought(home)
    await act('to the search', () => home.keyboard.press('/'))
    await act('type', () => home.keyboard.type(typed))
    await act('search', () => home.keyboard.press('Enter'))
    const first = jobsList(home).getByRole('listitem').first()
    await expect(first).toHaveAccessibleName(new RegExp(company))
    await act('to the list', () => home.keyboard.press('ArrowDown'))
    await expect(first).toBeFocused()
    await act('open', () => home.keyboard.press('Enter'))
    await expect(
      openJob(home)
        .getByRole('link', { name: new RegExp(`^${company}`) })
        .first(),
    ).toBeVisible()
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

test.describe('3: save a view, and come back to it by its shortcut', () => {
  const saved = (home: Page) => home.getByRole('button', { name: 'Views: My favourites' })

  test('by mouse', async ({ home, act }) => {
    await home.getByRole('link', { name: 'Jobs', exact: true }).click()
    const row = jobsList(home).locator('[data-index="2"]')
    await act('favourite', () => row.getByRole('button', { name: 'Add to favourites' }).click())
    await act('narrow', () => home.getByRole('button', { name: 'Favourites', exact: true }).click())
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
    await act('save', async () => {
      await home.getByRole('button', { name: 'Views', exact: true }).click()
      await home.getByRole('menuitem', { name: 'Save this view…' }).click()
      await home.getByLabel('Name', { exact: true }).fill('My favourites')
      await home.getByRole('button', { name: 'Save the view' }).click()
    })
    await expect(saved(home)).toBeVisible()
    await act('all again', () => home.getByRole('button', { name: 'Favourites', exact: true }).click())
    await expect(saved(home)).toHaveCount(0)
    await act('open', async () => {
      await home.getByRole('button', { name: 'Views', exact: true }).click()
      await home.getByRole('menuitemcheckbox', { name: /^My favourites/ }).click()
    })
    await expect(saved(home)).toBeVisible()
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
  })

  test('by keyboard', async ({ home, act }) => {
    await home.keyboard.press('g')
    await home.keyboard.press('j')
    const row = jobsList(home).locator('[data-index="0"]')
    await expect(row).toBeVisible()
    await act('favourite', async () => {
      await tabTo(home, row)
      await home.keyboard.press('f')
    })
    await act('narrow', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Favourites', exact: true }), { back: true })
      await home.keyboard.press('Enter')
    })
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
    await act('save', async () => {
      await home.keyboard.press('ControlOrMeta+k')
      await home.keyboard.type('save this view')
      await home.keyboard.press('Enter')
      await expect(home.getByLabel('Name', { exact: true })).toBeFocused()
      await home.keyboard.type('My favourites')
      await home.keyboard.press('Enter')
    })
    await expect(saved(home)).toBeVisible()
    await act('all again', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Favourites', exact: true }), { most: 100 })
      await home.keyboard.press('Enter')
    })
    await expect(saved(home)).toHaveCount(0)
    await act('open', () => home.keyboard.press('Alt+1'))
    await expect(saved(home)).toBeVisible()
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
  })
})
