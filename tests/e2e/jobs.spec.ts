import { expectFocusKept, goTo, jobRow, jobsList, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

test('by mouse: open the best job, read why, see the words of a fact, move it, take it back', async ({
  home,
}) => {
  await home.getByRole('link', { name: 'Jobs', exact: true }).click()
  const best = jobsList(home).getByRole('listitem').first()
  const title =
    (await best.getByRole('button', { name: /^Score \d+ of 100/ }).getAttribute('aria-label')) ?? ''
  await best.click()
  const job = openJob(home)
  const score = /\d+/.exec(title)?.[0]
  await expect(job.getByRole('heading', { name: `Why ${score} of 100` })).toBeVisible()

  // The explanation: each factor opens its evidence, and all of it stands in a table.
  const bar = job.getByRole('group', { name: /^Score \d+ of 100 by factor/ })
  const salary = bar.getByRole('button', { name: /^Salary: / })
  await salary.click()
  await expect(salary).toHaveAttribute('aria-expanded', 'true')
  await expect(job.getByText(/^Salary, \d+/)).toBeVisible()
  await job.getByText('All factors as a table').click()
  await expect(job.getByRole('table', { name: 'Points by factor' }).getByRole('row')).toHaveCount(10)

  // A fact: its origin, its words, and where they stand in the posting.
  const quote = job.getByRole('button', { name: /^Salary.*: show “.*” in the posting$/ }).first()
  const words = /“(.*)”/.exec((await quote.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  expect(words).toMatch(/\d/)
  await quote.click()
  const mark = job.locator('mark', { hasText: words })
  await expect(mark).toBeInViewport()
  await expect(mark).toBeFocused()

  // Status, the message with Undo, and the same by Ctrl+Z.
  const status = job.getByRole('button', { name: /^Status: / })
  await status.click()
  await home.getByRole('menuitemcheckbox', { name: /^Approved/ }).click()
  await expect(status).toHaveAccessibleName('Status: Approved')
  await expect(jobsList(home).getByRole('listitem').first()).toHaveAccessibleName(/Approved/)
  await expectFocusKept(home)
  await home.getByRole('button', { name: 'Undo' }).click()
  await expect(status).toHaveAccessibleName('Status: Waiting')
  await expectFocusKept(home)
  await status.click()
  await home.getByRole('menuitemcheckbox', { name: /^Archived/ }).click()
  await expect(status).toHaveAccessibleName('Status: Archived')
  await job.getByRole('heading', { name: 'Facts' }).click()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(status).toHaveAccessibleName('Status: Waiting')
})

test('the same by keyboard alone', async ({ home }) => {
  await home.keyboard.press('g')
  await home.keyboard.press('j')
  await tabTo(home, jobsList(home).getByRole('listitem').first())
  await home.keyboard.press('Enter')
  const job = openJob(home)
  await expect(job.getByRole('heading', { name: /^Why \d+ of 100/ })).toBeVisible()
  await expectFocusKept(home)
  const salary = job.getByRole('group', { name: /by factor/ }).getByRole('button', { name: /^Salary: / })
  await tabTo(home, salary)
  await home.keyboard.press('Enter')
  await expect(job.getByText(/^Salary, \d+/)).toBeVisible()

  // Focus on the mark of a fact shows where it was read.
  const fact = job.getByRole('button', { name: /^Salary.*: (From|Read|By|Pattern|Found)/i }).first()
  await tabTo(home, fact)
  await expect(home.getByRole('tooltip')).toContainText(/\d+% sure/)
  const quote = job.getByRole('button', { name: /^Salary.*: show “.*” in the posting$/ }).first()
  await tabTo(home, quote)
  await home.keyboard.press('Enter')
  await expect(job.locator('mark:focus')).toBeInViewport()

  // Back in the list: s and a letter move the job, f keeps it, Ctrl+Z takes both back.
  const row = jobsList(home).getByRole('listitem').first()
  await tabTo(home, row, { back: true, most: 80 })
  await home.keyboard.press('s')
  await expect(home.getByRole('menu')).toBeVisible()
  await home.keyboard.press('a')
  await expect(row).toHaveAccessibleName(/, Approved/)
  await expect(row).toBeFocused()
  await home.keyboard.press('f')
  await expect(row).toHaveAccessibleName(/, favourite/)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row).not.toHaveAccessibleName(/, favourite/)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row).toHaveAccessibleName(/, Waiting/)
  await home.keyboard.press('j')
  await expect(jobsList(home).getByRole('listitem').nth(1)).toBeFocused()
  await home.keyboard.press('Escape')
  await expect(openJob(home)).toHaveCount(0)
  await expectFocusKept(home)
})

test('favourites, notes, search, status filter and what an address brings back', async ({ home }) => {
  await home.getByRole('link', { name: 'Jobs', exact: true }).click()
  const row = jobRow(home, /Data Engineer, Nettlestone Data/)
  await row.getByRole('button', { name: 'Add to favourites' }).click()
  await expect(row).toHaveAccessibleName(/favourite/)
  await row.click()
  const notes = home.getByLabel('Notes on this job')
  await notes.fill('Spoke with Ines.\nAsk about the on-call week.')
  await expect(home.getByText('Saved', { exact: true })).toBeVisible()
  await home.reload()
  await expect(openJob(home).getByText('Ask about the on-call week.')).toBeVisible()
  await home.getByRole('button', { name: 'Close the job' }).click()

  // Two jobs of the sample are favourites already.
  await home.getByRole('button', { name: 'Favourites', exact: true }).click()
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(3)
  await home.getByRole('button', { name: 'Clear all' }).click()

  await home.getByRole('combobox', { name: 'Search jobs' }).fill('nettlestone')
  await expect(jobsList(home).getByRole('listitem').first()).toHaveAccessibleName(/Nettlestone Data/)
  await expect(home).toHaveURL(/q=nettlestone/)
  await home.getByRole('combobox', { name: 'Search jobs' }).fill('zzqqxx')
  await expect(home.getByRole('heading', { name: 'No job matches' })).toBeVisible()
  await home.getByRole('button', { name: /^Clear the search/ }).click()
  await expect(row).toBeVisible()
  await expectFocusKept(home)

  await row.getByRole('button', { name: /^Status: / }).click()
  await home.getByRole('menuitemcheckbox', { name: /^Interview/ }).click()
  await home.getByRole('button', { name: /^Filters/ }).click()
  const statuses = home.getByRole('region', { name: 'Filters' }).getByRole('group', { name: 'Status' })
  for (const other of ['Waiting', 'Approved', 'Preparing to apply', 'Applied', 'Offer', 'Accepted']) {
    const box = statuses.getByRole('checkbox', { name: other, exact: true })
    await box.click()
    await expect(box).not.toBeChecked()
  }
  // So is one interview.
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(2)
  await expect(row).toHaveAccessibleName(/Interview/)
  await home.reload()
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(2)

  // What a notification leads to: a job with the campaign whose score is shown.
  await goTo(home, '/jobs/1?campaign=2')
  await expect(openJob(home).getByRole('heading', { name: /^Why/ })).toBeVisible()
  await expect(openJob(home).getByRole('combobox', { name: 'Campaign' })).toHaveValue('2')
})

test('an address of a job that is not there says so and leads back', async ({ home }) => {
  await goTo(home, '/jobs/987654')
  await expect(openJob(home).getByRole('alert')).toContainText('not there any more')
  await openJob(home).getByRole('button', { name: 'Back to the list' }).click()
  await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
  await expectFocusKept(home)
})
