import { expectFocusKept, goTo, jobsList, openJob } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ viewport: { width: 320, height: 640 } })

test.describe('at 320 pixels', () => {
  test.use({ sample: true })

  test('nothing scrolls sideways and every main action can be reached', async ({ home }) => {
    const pages: [path: string, heading: string, act: RegExp | null][] = [
      ['/', 'Dashboard', null],
      ['/jobs', 'Jobs', /^Import jobs/],
      ['/campaigns', 'Campaigns', /^New campaign/],
      ['/campaigns/1', 'Backend in Britain', /^Run now/],
      ['/campaigns/new', 'New campaign', /^Create campaign/],
      ['/companies', 'Companies', null],
      ['/companies/1', 'Harrowgate Ledger', /^Show its jobs/],
      ['/skills', 'Skill gap', null],
      ['/missing', 'Missing facts', /^Detect again/],
      ['/sources', 'Sources', /^Add source/],
      ['/settings', 'Settings', null],
    ]
    for (const [path, heading, act] of pages) {
      await goTo(home, path)
      await expect(home.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      if (act) await expect(home.getByRole('button', { name: act }).first()).toBeInViewport({ ratio: 1 })
      await expect.poll(() => tooWide(home), { message: path }).toEqual([])
    }
    // A job stands instead of the list, and its acts are there.
    await goTo(home, '/jobs')
    await jobsList(home).getByRole('listitem').first().click()
    await expect(openJob(home).getByRole('button', { name: /^Status: / })).toBeInViewport({ ratio: 1 })
    await expect(openJob(home).getByRole('heading', { name: 'Facts' })).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await openJob(home).getByRole('button', { name: 'Correct: Salary' }).click()
    await expect(home.getByLabel('From', { exact: true })).toBeFocused()
    expect(await tooWide(home)).toEqual([])
    await home.getByLabel('From', { exact: true }).fill('12345')
    await home.getByLabel('To', { exact: true }).fill('23456')
    await home.keyboard.press('Enter')
    await openJob(home).getByRole('button', { name: 'Detect again' }).click()
    await expect(home.getByRole('list', { name: 'Facts that differ' })).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await home.keyboard.press('Escape')
    await openJob(home).getByRole('button', { name: 'Jobs' }).click()
    await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
    await home.getByRole('button', { name: /^Notifications/ }).click()
    await expect(home.getByRole('dialog', { name: 'Notifications' })).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await home.keyboard.press('Escape')
    await expect(home.getByRole('dialog')).toHaveCount(0)
    await expectFocusKept(home)
    await home.keyboard.press('i')
    await expect(home.getByRole('button', { name: 'Choose a file' })).toBeInViewport({ ratio: 1 })
    expect(await tooWide(home)).toEqual([])
  })
})

test.describe('sources at 320 pixels', () => {
  test.use({ replayed: true })

  test('nothing is lost: the list, a source, adding one, and the way there', async ({ home }) => {
    await home.getByRole('button', { name: 'Begin with nothing' }).click()
    await home.getByRole('button', { name: 'More', exact: true }).click()
    await home.getByRole('menuitem', { name: 'Sources' }).click()
    await home.getByRole('button', { name: 'Add the first source' }).click()
    await home
      .getByLabel('Careers addresses')
      .fill(
        'https://boards.greenhouse.io/tidemark\nhttps://boards.greenhouse.io/a-board-with-a-rather-long-name',
      )
    await expect(home.getByText('Greenhouse board of a-board-with-a-rather-long-name')).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await home.getByRole('button', { name: 'Add 2 sources' }).click()
    await expect(home.getByText(/13 postings/).first()).toBeVisible()
    await expect(home.getByText(/no public board named/).first()).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await home.getByRole('button', { name: 'Add more' }).click()
    await home.getByRole('tab', { name: 'Catalogue' }).click()
    await home.getByRole('button', { name: /^Adzuna/ }).click()
    await expect(home.getByLabel('Adzuna application key')).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await home.keyboard.press('Escape')
    const list = home.getByRole('list', { name: 'Sources by priority' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    for (const label of ['Quality', 'Duplicates', 'Used by', 'Priority'])
      await expect(list.getByText(label, { exact: true }).first()).toBeVisible()
    expect(await tooWide(home)).toEqual([])
    await list.getByRole('link', { name: 'Greenhouse: tidemark' }).click()
    await expect(home.getByRole('heading', { name: 'What its runs brought' })).toBeVisible()
    expect(await tooWide(home)).toEqual([])
  })
})

test('the welcome fits as well', async ({ home }) => {
  for (const name of ['Choose a file', 'Follow a board', 'Load the sample', 'Begin with nothing'])
    await expect(home.getByRole('button', { name })).toBeVisible()
  expect(await tooWide(home)).toEqual([])
})

/** What could be scrolled sideways, tables in frames of their own aside. */
async function tooWide(page: import('@playwright/test').Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('html, body, main, [role="dialog"], #main *')]
      .filter(element => {
        if (element.scrollWidth <= element.clientWidth + 1) return false
        const style = getComputedStyle(element)
        const scrolls = ['auto', 'scroll'].includes(style.overflowX)
        return (scrolls && element.querySelector('table') === null) || element.matches('html, body')
      })
      .map(element => `${element.tagName} ${element.className} ${element.scrollWidth}`),
  )
}
