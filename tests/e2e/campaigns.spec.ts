import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, jobRow, jobsList, openJob, runCommand, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test('follow a board: its postings become ranked jobs, and the bell leads to them', async ({
  home,
  board,
}) => {
  await home.getByRole('button', { name: 'Follow a board' }).click()
  const dialog = home.getByRole('dialog')
  await dialog.getByLabel('Careers address').fill('https://boards.greenhouse.io/tidemark')
  await dialog.getByLabel('Which jobs (optional)').fill('senior backend engineer')
  await dialog.getByRole('button', { name: 'Follow and collect now' }).click()
  await expect(home.getByRole('heading', { name: 'Tidemark', level: 1 })).toBeVisible()
  const runs = home.getByRole('table', { name: 'Runs of this campaign' })
  await expect(runs.getByRole('row').nth(1)).toContainText('Finished')
  await expect(home.getByText(`Answers, with ${board.postings} postings last time.`)).toBeVisible()

  // Again: nothing is new, nothing is doubled.
  await home.getByRole('button', { name: 'Run now' }).click()
  await expect(runs.getByRole('row')).toHaveCount(3)
  await expect(runs.getByRole('row').nth(1)).toContainText('Finished')
  await expect(runs.getByRole('row').nth(1).getByRole('cell').nth(2)).toHaveText('0')

  await home.getByRole('button', { name: /^Notifications, 1 unread/ }).click()
  await home.getByRole('dialog', { name: 'Notifications' }).getByRole('link').first().click()
  await expect(home).toHaveURL(/#\/jobs(?:\/\d+)?\?campaign=1/)
  await expect(jobRow(home, /Senior Backend Engineer, Tidemark/)).toBeVisible()
  await expect(home.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await expectFocusKept(home)
})

test('a board that is not there is told in words, at the source and in the run', async ({ home }) => {
  await home.getByRole('button', { name: 'Follow a board' }).click()
  await home.getByRole('dialog').getByLabel('Careers address').fill('boards.greenhouse.io/nobody-here')
  await home.getByRole('button', { name: 'Follow and collect now' }).click()
  await expect(home.getByText(/no public board named "nobody-here"/).first()).toBeVisible()
  await expect(home.getByRole('table', { name: 'Runs of this campaign' })).toContainText('Failed')
})

test('create a campaign: what is wrong is named at its field; edit, pause, delete and undo', async ({
  home,
}) => {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await home.getByRole('link', { name: 'Campaigns', exact: true }).click()
  await home.getByRole('button', { name: 'Create the first campaign' }).click()
  await home.getByRole('button', { name: 'Create campaign' }).click()
  const name = home.getByLabel('Name')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toBeFocused()
  await name.fill('Rust in Leeds')
  await home.getByLabel('Yearly salary from').fill('90k')
  await home.getByLabel('Yearly salary to').fill('60,000')
  await home.getByLabel('Currency').selectOption('GBP')
  await home.getByRole('button', { name: 'Create campaign' }).click()
  const salaries = home.getByRole('textbox', { name: /^Yearly salary/ })
  const wrong = salaries.and(home.locator('[aria-invalid="true"]'))
  await expect(wrong).toHaveCount(1)
  await expect(wrong).toHaveAccessibleDescription(/salary/i)
  await home.getByLabel('Yearly salary to').fill('110000')
  await home.getByRole('textbox', { name: 'Skills' }).fill('Rust, Tokio,')
  await home.getByRole('group', { name: 'Seniority' }).getByText('Senior', { exact: true }).click()
  await home.getByRole('button', { name: 'Create campaign' }).click()
  await expect(home.getByRole('heading', { name: 'Rust in Leeds', level: 1 })).toBeVisible()
  await expect(home.getByText('Rust, Tokio')).toBeVisible()
  await expectFocusKept(home)

  await home.getByRole('button', { name: 'Edit' }).click()
  await name.fill('Rust in the North')
  await home.getByRole('link', { name: 'Dashboard' }).click()
  // What was typed is not lost by a step aside.
  await home
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Cancel' })
    .click()
  await expect(name).toHaveValue('Rust in the North')
  // Nor by a typed address, the way back, or loading the page anew.
  const leave = home.getByRole('dialog', { name: 'Leave without saving?' })
  for (const step of [() => goTo(home, '/jobs'), () => home.evaluate(() => window.history.back())]) {
    await step()
    await leave.getByRole('button', { name: 'Cancel' }).click()
    await expect(leave).toHaveCount(0)
    await expect(home).toHaveURL(/\/campaigns\/1\/edit$/)
    await expect(name).toHaveValue('Rust in the North')
  }
  const asked = home.waitForEvent('dialog')
  const reloaded = home.reload().catch(() => null)
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  void reloaded
  await expect(name).toHaveValue('Rust in the North')
  await home.getByRole('button', { name: 'Save changes' }).click()
  await expect(home.getByRole('heading', { name: 'Rust in the North', level: 1 })).toBeVisible()

  await home.getByRole('button', { name: 'Pause' }).click()
  await expect(home.getByRole('button', { name: 'Resume' })).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(home.getByRole('button', { name: 'Pause' })).toBeVisible()
  await home.getByRole('button', { name: /^More for/ }).click()
  await home.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(home.getByRole('heading', { name: 'No campaign yet' })).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(home.getByRole('link', { name: 'Rust in the North' })).toBeVisible()
})

test('by keyboard alone: create a campaign, add a board, run it, open its best job', async ({
  home,
  board,
}) => {
  await tabTo(home, home.getByRole('button', { name: 'Begin with nothing' }))
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await home.keyboard.press('g')
  await home.keyboard.press('c')
  await expect(home.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  await home.keyboard.press('n')
  await tabTo(home, home.getByLabel('Name'))
  await home.keyboard.type('Harbours')
  await home.keyboard.press('Tab')
  await home.keyboard.type('backend engineer')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Harbours', level: 1 })).toBeVisible()
  await tabTo(home, home.getByRole('button', { name: 'Add source' }))
  await home.keyboard.press('Enter')
  await expect(home.getByLabel('Careers addresses')).toBeFocused()
  await home.keyboard.type('boards.greenhouse.io/tidemark')
  await tabTo(home, home.getByRole('dialog').getByRole('button', { name: 'Add source' }))
  await home.keyboard.press('Enter')
  await tabTo(home, home.getByRole('button', { name: 'Done' }))
  await home.keyboard.press('Enter')
  await expect(home.getByRole('checkbox', { name: /tidemark/i })).toBeChecked()
  await expectFocusKept(home)
  await runCommand(home, 'run harbours', /^Run Harbours.* now/)
  await expect(home.getByRole('table', { name: 'Runs of this campaign' })).toContainText('Finished')
  await expect(home.getByText(`Answers, with ${board.postings} postings last time.`)).toBeVisible()
  await runCommand(home, 'show the jobs of', /^Show the jobs of/)
  await expect(home).toHaveURL(/jobs\?campaign=1/)
  await tabTo(home, jobRow(home, /Tidemark/).first())
  await home.keyboard.press('Enter')
  await expect(openJob(home).getByRole('heading', { name: /^Why/ })).toBeVisible()
  await expectFocusKept(home)
})

test('the theme changes by a key, by the settings, and stays', async ({ home }) => {
  const root = home.locator('html')
  await home.emulateMedia({ colorScheme: 'light' })
  await expect(root).toHaveAttribute('data-theme', 'light')
  await runCommand(home, 'dark theme', /^Use the dark theme/)
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await home.reload()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await home.getByRole('link', { name: 'Settings' }).click()
  await home.getByRole('radio', { name: 'System' }).check({ force: true })
  await expect(root).toHaveAttribute('data-theme', 'light')
})

test.describe('the order of jobs', () => {
  test.use({ sample: true, viewport: { width: 1440, height: 900 } })

  const preview = (page: Page): Locator => page.getByRole('list', { name: 'Preview of the top ten' })
  const previewTitles = (page: Page): Promise<string[]> => preview(page).getByRole('link').allTextContents()
  const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true })
  /** What the preview says of the order, beside the sliders. */
  const order = (page: Page): Locator =>
    page.getByRole('region', { name: 'Top ten waiting jobs' }).getByRole('paragraph').first()
  const weights = (page: Page): Locator => page.getByRole('group', { name: 'Ranking weights' })

  test('by keyboard: slide, see the top ten change, save, find that order in the list, take it back', async ({
    home,
  }) => {
    test.slow()
    await goTo(home, '/campaigns/1')
    await expect(home.getByText('Weights as in Settings.')).toBeVisible()
    await home.getByRole('button', { name: 'Adjust weights' }).click()
    const own = home.getByRole('switch', { name: 'Own weights for this campaign' })
    await expect(own).toBeFocused()
    await expect(preview(home).getByRole('listitem')).toHaveCount(10)
    await expect(order(home)).toHaveText('The order is as it is now.')
    const before = await previewTitles(home)
    await home.keyboard.press('Space')
    await expect(slider(home, 'Skills')).toHaveAttribute('aria-valuetext', '15 points, 15 % of the sum')
    await expect(weights(home)).toHaveAccessibleDescription(/^Sum 100 · each counts as its part of the whole/)

    // Nothing but the date: the newest come first, whatever they are.
    await tabTo(home, slider(home, 'Location'))
    for (const name of ['Salary', 'Skills', 'Title', 'Company size', 'Seniority', 'Remote or on site']) {
      await home.keyboard.press('Home')
      await home.keyboard.press('Tab')
      await expect(slider(home, name)).toBeFocused()
    }
    await home.keyboard.press('Home')
    await expect(weights(home)).toHaveAccessibleDescription(/^Sum 10 · each counts as its part of 10/)
    await expect(slider(home, 'Posting date')).toHaveAttribute('aria-valuetext', '5 points, 50 % of the sum')
    await expect(order(home)).toHaveText(/of the top ten move/)
    await expect.poll(() => previewTitles(home)).not.toEqual(before)
    await expect(
      preview(home)
        .getByText(/^(?:up|down) \d+ places?, from \d+$/)
        .first(),
    ).toBeAttached()
    await expectAccessible(home, 'a campaign with weights of its own')

    await slider(home, 'Employment type').press('Home')
    await slider(home, 'Posting date').press('Home')
    await expect(weights(home)).toHaveAccessibleDescription(
      /^Sum 0 · all are 0, so the default weights count/,
    )
    await home.getByRole('button', { name: 'Reset to defaults' }).click()
    await expect(weights(home)).toHaveAccessibleDescription(/^Sum 100/)
    await expectFocusKept(home)
    await slider(home, 'Skills').press('End')
    await slider(home, 'Title').press('Home')
    await expect(order(home)).toHaveText(/of the top ten move/)
    const wanted = await settled(() => previewTitles(home))
    await home.getByRole('button', { name: 'Save changes' }).click()
    await expect(home.getByText('Weights of its own.')).toBeVisible()

    await goTo(home, '/jobs?campaign=1&status=waiting')
    const listed = (at: number) => jobsList(home).getByRole('listitem').nth(at)
    for (const [at, title] of wanted.slice(0, 5).entries()) await expect(listed(at)).toContainText(title)
    await home.keyboard.press('ControlOrMeta+z')
    await expect(listed(0)).toContainText(before[0] ?? '')
    await goTo(home, '/campaigns/1')
    await expect(home.getByText('Weights as in Settings.')).toBeVisible()
  })

  test('rules hide jobs: counted while they are set, said on the page, shown on demand', async ({ home }) => {
    test.slow()
    await goTo(home, '/jobs?campaign=1')
    const best = jobsList(home).getByRole('listitem').first()
    const company = /, (.+?)(?:,|$)/.exec((await best.getAttribute('aria-label')) ?? '')?.[1] ?? ''
    expect(company).not.toBe('')
    await goTo(home, '/campaigns/1/edit')
    const hides = home.getByText(/^Hides (?:none|all|\d)/)
    await expect(hides).toHaveText(/^Hides none of the \d+ jobs that wait in this campaign\.$/)
    await home.getByRole('textbox', { name: 'One of these companies' }).fill(`${company},`)
    await expect(hides).toHaveText(/^Hides \d+ of the \d+ jobs that wait/)
    await expect(preview(home)).not.toContainText(company)

    // What no job could meet is named at its field.
    await home.getByRole('textbox', { name: 'All of these words' }).fill('Python,')
    await home.getByRole('textbox', { name: 'Any of these words' }).fill('python,')
    await home.getByRole('button', { name: 'Save changes' }).click()
    const words = home.getByRole('textbox', { name: 'Any of these words' })
    await expect(words).toBeFocused()
    await expect(words).toHaveAccessibleDescription(/“Python” is also among the words that must stand there/)
    await expectAccessible(home, 'rules of a campaign, with an error')
    await home.getByRole('button', { name: 'Remove python', exact: true }).click()
    await home
      .getByRole('group', { name: 'A job must have', exact: true })
      .getByRole('button', { name: 'Remove Python' })
      .click()
    await home.getByLabel('Only languages that you speak').selectOption('English')
    await home.getByRole('button', { name: 'Remove English' }).click()
    await expectFocusKept(home)
    await home.getByRole('button', { name: 'Save changes' }).click()
    await expect(home.getByText(`Must not have: a job of ${company}`)).toBeVisible()
    await home.getByRole('button', { name: 'Show its jobs' }).click()
    await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
    await expect(jobsList(home).getByRole('listitem').first()).not.toContainText(company)
    await goTo(home, '/campaigns/1')
    await home.getByRole('link', { name: 'Show them too' }).click()
    await expect(jobsList(home).getByText(company).first()).toBeVisible()
  })

  test('the weights of all campaigns: previewed, saved, left with a question, taken back', async ({
    home,
  }) => {
    test.slow()
    await goTo(home, '/campaigns/1/edit?part=weights')
    await home.getByRole('link', { name: 'Change them for all campaigns in Settings' }).click()
    await expect(home.getByText(/These weights count for all campaigns\./)).toBeVisible()
    await expect(home.getByRole('button', { name: 'Save weights' })).toBeDisabled()
    await home.getByLabel('Preview on').selectOption('Backend in Britain')
    await expect(preview(home).getByRole('listitem')).toHaveCount(10)
    await slider(home, 'Salary').press('End')
    await expect(weights(home)).toHaveAccessibleDescription(/^Sum 135 · each counts as its part of 135/)
    await expectAccessible(home, 'settings of the ranking')
    await home.getByRole('link', { name: 'Campaigns', exact: true }).click()
    await home
      .getByRole('dialog', { name: 'Leave without saving?' })
      .getByRole('button', { name: 'Cancel' })
      .click()
    await home.getByRole('button', { name: 'Save weights' }).click()
    // While it saves, only the button that saves is busy.
    await expect(home.getByRole('button', { name: 'Discard' })).toBeDisabled()
    await goTo(home, '/campaigns/1')
    await expect(home.getByRole('list', { name: 'Weights in percent' })).toContainText('Salary 37 %')
    await home.keyboard.press('ControlOrMeta+z')
    await expect(home.getByRole('list', { name: 'Weights in percent' })).toContainText('Salary 15 %')
  })
})

test.describe('a campaign', () => {
  test.use({ sample: true, viewport: { width: 1440, height: 900 } })

  test('is duplicated as a paused copy, from its card and from its page, and the copy is taken back', async ({
    home,
  }) => {
    test.slow()
    await goTo(home, '/campaigns')
    await home.getByRole('button', { name: 'More for Backend in Britain' }).click()
    await home.getByRole('menuitem', { name: 'Duplicate' }).click()
    const copy = home
      .getByRole('list', { name: 'Campaigns' })
      .getByRole('listitem')
      .filter({ has: home.getByRole('link', { name: 'Backend in Britain (copy)' }) })
    await expect(copy).toContainText('Paused')
    await expectFocusKept(home)
    await home.keyboard.press('ControlOrMeta+z')
    await expect(copy).toHaveCount(0)

    await goTo(home, '/campaigns/1')
    await runCommand(home, 'duplicate backend', /^Duplicate Backend/)
    await expect(copy).toBeVisible()
    await copy.getByRole('link', { name: 'Backend in Britain (copy)' }).click()
    await expect(home.getByRole('button', { name: 'Resume' })).toBeVisible()
    await home.keyboard.press('ControlOrMeta+z')
    await expect(home.getByRole('heading', { name: 'This campaign is not there any more' })).toBeVisible()
    await home.getByRole('button', { name: 'Show all campaigns' }).click()
    await expect(home.getByRole('link', { name: 'Backend in Britain', exact: true })).toBeVisible()
    await expectFocusKept(home)
  })

  test('is filled in with suggestions, and says what it would find before it is made', async ({ home }) => {
    await goTo(home, '/campaigns/new')
    const found = home.getByRole('region', { name: 'What it would find' })
    await expect(found).toContainText('Say what you look for')
    await home.getByLabel('Title').fill('backend')
    await expect(found).toContainText(/^What it would find\d+ of the \d+ known jobs would match/)
    await expect(found.getByRole('listitem')).toHaveCount(5)
    const titles = home.locator('datalist').first().locator('option')
    await expect(titles.first()).toHaveAttribute('value', /backend/i)
    // The last alternative alone is suggested for; what stands before it is kept.
    await home.getByLabel('Title').fill('backend engineer OR data')
    await expect(titles.first()).toHaveAttribute('value', /^backend engineer OR .*data/i)
    await home.getByLabel('Skills').fill('Post')
    await expect(home.locator('datalist option[value="PostgreSQL"]')).toBeAttached()
    const before = await found.getByRole('paragraph').first().textContent()
    await home.getByRole('slider', { name: 'Notify from a score of' }).press('End')
    await expect(found).toContainText('with a score of 100 or more')
    await expect(found.getByRole('paragraph').first()).not.toHaveText(before ?? '')
    await expectAccessible(home, 'a new campaign with what it would find')
    await home.getByRole('button', { name: 'Cancel' }).click()
    await home.getByRole('button', { name: 'Leave without saving' }).click()
    await expect(home.getByRole('heading', { name: 'Campaigns', level: 1 })).toBeVisible()
  })

  test('shows its jobs of the chosen statuses, and what became of them in numbers', async ({ home }) => {
    await goTo(home, '/campaigns/1')
    const statuses = home.getByRole('group', { name: 'Status', exact: true }).getByRole('checkbox')
    await expect(statuses).toHaveCount(9)
    await expect(statuses.nth(0)).toHaveAccessibleName(/^Waiting \d+$/)
    for (const [at, on] of [true, true, true, true, true, true, true, false, false].entries())
      await expect(statuses.nth(at)).toBeChecked({ checked: on })
    const jobs = home.getByRole('list', { name: 'Jobs of this campaign' })
    const first = jobs.getByRole('listitem').first()
    const name = (await first.getAttribute('aria-label')) ?? ''
    await first.getByRole('button', { name: /^Status:/ }).click()
    await home.getByRole('menuitemcheckbox', { name: 'Rejected' }).click()
    await expect(jobs.getByRole('listitem', { name })).toHaveCount(0)
    await expectFocusKept(home)
    await home
      .getByRole('group', { name: 'Status', exact: true })
      .getByText(/^Rejected/)
      .click()
    await expect(statuses.nth(7)).toBeChecked()
    await expect(home).toHaveURL(/status=/)
    await expect(jobs.getByRole('listitem', { name })).toBeVisible()
    await home.reload()
    await expect(statuses.nth(7)).toBeChecked()

    await expect(home.getByRole('table', { name: 'Jobs by status' })).toContainText('Rejected')
    await expect(home.getByText(/^64 jobs ranked, \d+ of 100 on average\./)).toBeVisible()
    await home.getByText('Show as a table').nth(1).click()
    await expect(home.getByRole('table', { name: 'Jobs by score' }).getByRole('row')).toHaveCount(11)
    await home.getByRole('radio', { name: '7 days' }).click()
    await expect(home.getByText(/^64 jobs found, all today\./)).toBeVisible()
    await expectAccessible(home, 'a campaign with its numbers')
    await home.keyboard.press('ControlOrMeta+z')
    await expect(statuses.nth(7)).toHaveAccessibleName(/^Rejected 2$/)
  })
})

/** What is read once it stays the same from one look to the next. */
async function settled<T>(read: () => Promise<T>): Promise<T> {
  let last = await read()
  await expect
    .poll(async () => {
      const before = JSON.stringify(last)
      last = await read()
      return JSON.stringify(last) === before
    })
    .toBe(true)
  return last
}
