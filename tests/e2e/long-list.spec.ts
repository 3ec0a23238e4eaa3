import { newFolder, removeFolder } from './kit/folders.ts'
import { MANY_POSTINGS, type ManyJobs, manyJobs } from './kit/many-jobs.ts'
import { expectFocusKept, goTo, jobsList } from './kit/page.ts'
import { test as base, expect } from './kit/test.ts'

const test = base.extend<object, { many: ManyJobs }>({
  many: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing else is needed
    async ({}, use, { project }) => use(await manyJobs(project.outputDir)),
    { scope: 'worker', timeout: 300_000 },
  ],
  dataDir: async ({ many }, use) => {
    const dataDir = newFolder()
    many.copyTo(dataDir)
    await use(dataDir)
    removeFolder(dataDir)
  },
})
test.use({ viewport: { width: 1440, height: 900 } })

test('ten thousand jobs: few rows in the page, the end is reached, keys keep their place', async ({
  home,
}) => {
  await goTo(home, '/jobs')
  const list = jobsList(home)
  const rows = list.getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const all = Number(await rows.first().getAttribute('aria-setsize'))
  expect(all).toBeGreaterThan(MANY_POSTINGS * 0.8)
  const most = await home.evaluate(() => {
    const state = { most: 0 }
    const count = () => {
      state.most = Math.max(state.most, document.querySelectorAll('#main [role="listitem"]').length)
    }
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
    Object.assign(window, { countedRows: state })
    count()
    return state.most
  })
  expect(most).toBeLessThanOrEqual(200)

  // Keys: the focus is on the row that they reached, and stays while rows are loaded and drawn anew.
  await rows.first().focus()
  for (let press = 0; press < 60; press++) await home.keyboard.press('j')
  const reached = list.locator('[data-index="60"]')
  await expect(reached).toBeFocused()
  await expect(reached).toBeInViewport()
  await home.keyboard.press('k')
  await expect(list.locator('[data-index="59"]')).toBeFocused()

  // A jump to the end of what is loaded loads more, again and again, until the very last.
  const last = list.locator(`[data-index="${all - 1}"]`)
  for (let press = 0; press < all / 20 && (await last.count()) === 0; press++) {
    const before = await list.evaluate(element => element.clientHeight)
    await home.keyboard.press('End')
    const grown = async () =>
      (await last.count()) > 0 || (await list.evaluate(element => element.clientHeight)) > before
    await expect.poll(grown, { intervals: [40] }).toBe(true)
  }
  await home.keyboard.press('End')
  await expect(last).toBeFocused()
  await expectFocusKept(home)
  const counted = await home.evaluate(() => Reflect.get(window, 'countedRows').most as number)
  expect(counted).toBeLessThanOrEqual(200)

  await home.keyboard.press('Home')
  await expect(list.locator('[data-index="0"]')).toBeFocused()
})
