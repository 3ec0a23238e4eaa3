import type { Page } from '@playwright/test'
import { expectFocusKept, giveFile, goTo, jobRow, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const POSTING = {
  id: 'D-1',
  title: 'Senior Tram Engineer',
  company: 'Northlight Instruments',
  location: 'Leeds, UK',
  description:
    'You keep the trams of the city on time, with Python and PostgreSQL. This is a hybrid role, full-time. Salary: £70,000 - £85,000 per year. You bring at least 5 years of experience with signalling.',
  url: 'https://northlight.example/jobs/1',
}

const silent = (n: number) => ({
  id: `S-${n}`,
  title: `Gardener of plot ${n}`,
  company: n % 2 === 0 ? 'Mossbank Estate' : 'Quillhaven Trust',
  location: 'Bath, UK',
  description: `You look after plot ${n} of an old garden, and after everything that grows there in season ${n}.`,
  url: `https://mossbank.example/jobs/${n}`,
})

async function importPostings(home: Page, postings: readonly object[]): Promise<void> {
  await home.keyboard.press('i')
  await giveFile(home, 'postings.jsonl', postings.map(one => JSON.stringify(one)).join('\n'))
  await home.getByRole('button', { name: 'Start the import' }).click()
  await expect(home.getByText('Nothing was refused.')).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('dialog')).toHaveCount(0)
}

/** The line of a fact on the page of the open job. */
const fact = (page: Page, label: string) =>
  openJob(page)
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })

const correct = (page: Page, label: string) =>
  openJob(page).getByRole('button', { name: `Correct: ${label}`, exact: true })

const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).last().click()

async function openTheJob(home: Page): Promise<void> {
  await goTo(home, '/jobs')
  await jobRow(home, /Senior Tram Engineer/).click()
  await expect(fact(home, 'Salary')).toContainText('£70,000–85,000 a year')
}

test('facts are corrected in place, say whose word they are, and are taken back', async ({ home }) => {
  await importPostings(home, [POSTING])
  await openTheJob(home)
  const salary = fact(home, 'Salary')

  await correct(home, 'Salary').click()
  await expect(salary.getByLabel('From')).toBeFocused()
  await salary.getByLabel('To').fill('60k')
  await salary.getByRole('button', { name: 'Save' }).click()
  await expect(salary.getByLabel('To')).toHaveAccessibleDescription(/below the lowest amount/)
  await expect(salary.getByLabel('To')).toBeFocused()
  await expect(salary.getByLabel('To')).toHaveValue('60,000')
  await salary.getByLabel('To').fill('90k')
  await home.keyboard.press('Enter')
  await expect(salary).toContainText('£70,000–90,000 a year')
  await expect(salary.getByRole('button', { name: /: Entered by you$/ })).toBeVisible()
  await expect(correct(home, 'Salary')).toBeFocused()
  await expect(jobRow(home, /£70,000–90,000 a year/)).toBeVisible()
  await undo(home)
  await expect(salary).toContainText('£70,000–85,000 a year')

  // What lost is there on demand, and can be taken.
  await correct(home, 'Remote or on site').click()
  await home.getByRole('menuitemcheckbox', { name: 'On site' }).click()
  const remote = fact(home, 'Remote or on site')
  await expect(remote).toContainText('On site')
  await expectFocusKept(home)
  await remote.getByRole('button', { name: /something else is said, too$/ }).click()
  await expect(home.getByText('The text says Hybrid.')).toBeVisible()
  await home.getByRole('button', { name: 'Show in the posting' }).click()
  await expect(openJob(home).locator('mark', { hasText: 'hybrid' })).toBeFocused()
  await expect(home.getByText('The text says Hybrid.')).toHaveCount(0)
  await correct(home, 'Remote or on site').click()
  await home.getByRole('menuitem', { name: 'Back to what was detected' }).click()
  await expect(remote).toContainText('Hybrid')

  // Not stated, as the person says, is not the same as nobody knows.
  await correct(home, 'Employment type').click()
  await home.getByRole('menuitemcheckbox', { name: 'Not stated' }).click()
  await expect(fact(home, 'Employment type')).toContainText('you said: not stated')
  await expect(openJob(home).getByText(/^Nothing said of/)).toContainText('education')
  await correct(home, 'Education').click()
  await fact(home, 'Education').getByLabel('Education', { exact: true }).selectOption('master')
  await fact(home, 'Education').getByRole('button', { name: 'Save' }).click()
  await expect(fact(home, 'Education')).toContainText('Master’s degree')
  await expect(correct(home, 'Education')).toBeFocused()

  await correct(home, 'Skills').click()
  await home.getByLabel('Add skills').fill('Rust, python')
  await home.keyboard.press('Enter')
  await home.getByRole('button', { name: 'PostgreSQL: make it nice to have' }).click()
  await expect(home.getByRole('button', { name: 'PostgreSQL: make it required' })).toBeFocused()
  await openJob(home)
    .getByRole('form', { name: 'Skills by hand' })
    .getByRole('button', { name: 'Save' })
    .click()
  await expect(openJob(home).getByRole('list', { name: 'Required skills' })).toContainText('Rust')
  await expect(openJob(home).getByRole('list', { name: 'Nice to have skills' })).toContainText('PostgreSQL')
  await expectFocusKept(home)
})

test('by keyboard alone: correct the place, and leave a form without a change', async ({ home }) => {
  await importPostings(home, [POSTING])
  await openTheJob(home)
  await openJob(home).getByRole('heading', { level: 2 }).first().focus()
  await home.keyboard.press('e')
  await expect(correct(home, 'Salary')).toBeFocused()
  await home.keyboard.press('Enter')
  await home.keyboard.press('Escape')
  await expect(correct(home, 'Salary')).toBeFocused()
  await tabTo(home, correct(home, 'Place'))
  await home.keyboard.press('Enter')
  await expect(home.getByLabel('City')).toBeFocused()
  await home.keyboard.press('ControlOrMeta+a')
  await home.keyboard.type('York')
  await home.keyboard.press('Enter')
  await expect(fact(home, 'Place')).toContainText('York')
  await expect(correct(home, 'Place')).toBeFocused()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(fact(home, 'Place')).toContainText('Leeds')
})

test('detect again: what differs is accepted, kept or edited, and taken back at once', async ({ home }) => {
  await importPostings(home, [POSTING])
  await openTheJob(home)
  await openJob(home).getByRole('button', { name: 'Detect again' }).click()
  const dialog = home.getByRole('dialog', { name: 'Detect again' })
  await expect(dialog).toContainText('Nothing new')
  await dialog.getByText(/facts are the same/).click()
  await expect(dialog.getByRole('list', { name: 'Facts that are the same' })).toContainText('£70,000–85,000')
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await correct(home, 'Salary').click()
  await home.getByLabel('From', { exact: true }).fill('10k')
  await home.keyboard.press('Enter')
  await expect(fact(home, 'Salary')).toContainText('£10,000–85,000')
  for (const [label, choice] of [
    ['Remote or on site', 'On site'],
    ['Seniority', 'Junior'],
  ] as const) {
    await correct(home, label).click()
    await home.getByRole('menuitemcheckbox', { name: choice }).click()
    await expect(fact(home, label)).toContainText(choice)
  }

  await home.keyboard.press('d')
  const lines = dialog.getByRole('list', { name: 'Facts that differ' }).getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expect(dialog.getByText('3 facts without a decision stay as they are.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save decisions' })).toBeDisabled()
  // What the person entered is overwritten only line by line.
  await dialog.getByRole('button', { name: 'Accept all' }).click()
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)

  await lines.nth(0).getByRole('radio', { name: 'Accept' }).focus()
  await home.keyboard.press('a')
  await expect(lines.nth(1).getByRole('radio', { name: 'Accept' })).toBeFocused()
  await home.keyboard.press('k')
  await expect(lines.nth(1).getByRole('radio', { name: 'Keep' })).toBeChecked()
  await expect(lines.nth(2).getByRole('radio', { name: 'Accept' })).toBeFocused()
  await home.keyboard.press('e')
  await expect(lines.nth(2).getByLabel('Seniority', { exact: true })).toBeFocused()
  await home.keyboard.press('Escape')
  await expect(lines.nth(2).getByRole('radio').first()).toBeFocused()
  await home.keyboard.press('e')
  await lines.nth(2).getByLabel('Seniority', { exact: true }).selectOption('lead')
  await lines.nth(2).getByRole('button', { name: 'Take this' }).click()
  await expect(lines.nth(2)).toContainText('You say: Lead')
  await expect(dialog.getByRole('button', { name: 'Save 3 decisions' })).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(fact(home, 'Salary')).toContainText('£70,000–85,000')
  await expect(fact(home, 'Remote or on site')).toContainText('On site')
  await expect(fact(home, 'Seniority')).toContainText('Lead')
  await expectFocusKept(home)
  await undo(home)
  await expect(fact(home, 'Salary')).toContainText('£10,000–85,000')
  await expect(fact(home, 'Seniority')).toContainText('Junior')
})

test('missing facts: counts, a filter, a selection, a run and its history', async ({ home }) => {
  await goTo(home, '/missing')
  await expect(home.getByRole('heading', { name: 'No jobs yet' })).toBeVisible()
  await importPostings(home, [POSTING, ...Array.from({ length: 12 }, (_, n) => silent(n))])
  await goTo(home, '/missing')
  const rows = home.getByRole('list', { name: 'Jobs with missing facts' }).getByRole('listitem')
  await expect(rows).toHaveCount(12)
  await expect(home.getByText('12 jobs leave something open')).toBeVisible()
  await home.getByRole('button', { name: /^Place 0$/ }).click()
  await expect(home.getByRole('heading', { name: 'Every job says this: place' })).toBeVisible()
  await home.getByRole('link', { name: 'Show all missing facts' }).click()
  await home.getByRole('button', { name: /^Salary 12$/ }).click()
  await expect(home).toHaveURL(/fact=salary/)
  await home.reload()
  await expect(rows).toHaveCount(12)
  // Without a model it is said why it cannot be asked, and where that changes.
  await expect(home.getByRole('button', { name: 'Ask AI' })).toBeDisabled()
  await expect(home.getByText(/^The language model is switched off\./)).toBeVisible()

  await rows.first().focus()
  await home.keyboard.press('x')
  await home.keyboard.press('j')
  await home.keyboard.press('x')
  await expect(home.getByText('2 selected')).toBeVisible()
  await home.getByRole('button', { name: 'Detect 2 jobs again' }).click()
  await expect(home.getByText('Detect again: 2 jobs', { exact: true })).toBeVisible()
  await expect(home.getByText(/nothing changed/)).toBeVisible()
  await expect(home.getByText('2 selected')).toHaveCount(0)
  await home.getByRole('button', { name: 'Runs that detected again' }).click()
  const runs = home.getByRole('table', { name: 'Runs, newest first' })
  await expect(runs.getByRole('row')).toHaveCount(2)
  await expect(runs).toContainText('Finished')
  await home.keyboard.press('Escape')
  await expectFocusKept(home)

  // A job that says everything now leaves the list by itself.
  await rows.first().click()
  await expect(openJob(home).getByRole('heading', { name: 'Facts' })).toBeVisible()
  await correct(home, 'Salary').click()
  await home.getByLabel('From', { exact: true }).fill('20k')
  await home.keyboard.press('Enter')
  await expect(fact(home, 'Salary')).toContainText('from 20,000')
  await goTo(home, '/missing?fact=salary')
  await expect(rows).toHaveCount(11)
})
