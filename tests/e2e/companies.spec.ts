import type { Page } from '@playwright/test'
import { GLASSDOOR_KEY } from '../support/replay/glassdoor.ts'
import { expectAccessible } from './kit/axe.ts'
import {
  expectFocusKept,
  giveFile,
  goTo,
  jobRow,
  jobsList,
  openJob,
  tabTo,
  twoPostingsCsv,
} from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const companies = (page: Page) => page.getByRole('list', { name: 'Companies', exact: true })
const companyRow = (page: Page, name: RegExp) => companies(page).getByRole('listitem', { name })

test('the list: search, favourites, blocking with Undo, and what an address brings back', async ({
  home,
}) => {
  await home.getByRole('link', { name: 'Companies', exact: true }).click()
  await expect(companyRow(home, /^Quillhaven, 3 jobs/)).toBeVisible()
  await home.getByRole('searchbox', { name: 'Search companies' }).fill('greywater')
  await expect(companies(home).getByRole('listitem')).toHaveCount(1)
  await expect(home).toHaveURL(/companies\?q=greywater/)
  await home.reload()
  await expect(companies(home).getByRole('listitem')).toHaveCount(1)
  await companyRow(home, /^Greywater/)
    .getByRole('button', { name: /^Add to favourites/ })
    .click()
  await expect(companyRow(home, /^Greywater.*, favourite/)).toBeVisible()
  await home.getByRole('searchbox', { name: 'Search companies' }).fill('zzqqxx')
  await expect(home.getByRole('heading', { name: 'No company matches' })).toBeVisible()
  await home.getByRole('button', { name: /^Clear the search “/ }).click()
  await home.getByLabel('Which companies').selectOption('favourites')
  await expect(companies(home).getByRole('listitem')).toHaveCount(1)
  await home.getByLabel('Which companies').selectOption('blocked')
  await expect(home.getByRole('heading', { name: 'No company is blocked' })).toBeVisible()
  await home.getByRole('button', { name: 'Show all companies' }).click()

  await companyRow(home, /^Quillhaven/)
    .getByRole('button', { name: 'Block Quillhaven' })
    .click()
  await expect(companyRow(home, /^Quillhaven.*, blocked/)).toBeVisible()
  await expectFocusKept(home)
  await goTo(home, '/jobs?q=quillhaven')
  await expect(home.getByRole('heading', { name: 'No job matches' })).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(jobRow(home, /Quillhaven/).first()).toBeVisible()
})

test('a company: facts by hand win, other names join, its jobs, and the way back', async ({ home }) => {
  await goTo(home, '/companies?q=harrowgate')
  await companyRow(home, /^Harrowgate Ledger/).click()
  await expect(home.getByRole('heading', { name: 'Harrowgate Ledger', level: 1 })).toBeVisible()
  const facts = home
    .getByRole('region', { name: 'Facts' })
    .or(home.locator('section', { hasText: 'Facts' }))
    .first()
  await expect(facts).toContainText('From a posting')
  await home.getByRole('button', { name: 'Edit facts' }).click()
  await home.getByLabel('Website').fill('not an address')
  await home.getByRole('button', { name: 'Save facts' }).click()
  await expect(home.getByLabel('Website')).toBeFocused()
  await expect(home.getByLabel('Website')).toHaveAccessibleDescription(/written like/)
  await home.getByLabel('Website').fill('harrowgate.example')
  await home.getByLabel('Head office').fill('Leeds')
  await home.getByRole('button', { name: 'Save facts' }).click()
  await expect(home.getByRole('link', { name: 'harrowgate.example' })).toBeVisible()
  await expect(facts).toContainText('Entered by you')
  await expectFocusKept(home)

  const jobs = home.getByRole('list', { name: 'Jobs of Harrowgate Ledger' }).getByRole('listitem')
  await expect(jobs).toHaveCount(3)
  await home.getByLabel('Another name').fill('Quillhaven Ltd')
  await home.keyboard.press('Enter')
  await expect(home.getByText('Joined Quillhaven into Harrowgate Ledger', { exact: true })).toBeVisible()
  await expect(jobs).toHaveCount(6)
  await home.getByLabel('Another name').fill('quillhaven')
  await home.keyboard.press('Enter')
  await expect(home.getByText('This name is there already.')).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(jobs).toHaveCount(3)

  await home.getByRole('button', { name: 'Show its jobs' }).click()
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(3)
  await home.getByRole('button', { name: 'Remove the filter “Harrowgate Ledger”' }).click()
  await expect(jobsList(home).getByRole('listitem').nth(5)).toBeVisible()
  await goTo(home, '/companies/987654')
  await expect(home.getByRole('alert')).toContainText('no longer there')
})

test('blocking from the jobs: by key, by several, and from a job', async ({ home }) => {
  await goTo(home, '/jobs')
  const row = jobRow(home, /Data Engineer, Nettlestone Data/)
  await row.focus()
  await home.keyboard.press('b')
  await expect(jobRow(home, /Nettlestone Data/)).toHaveCount(0)
  await expect(home.getByText('Blocked Nettlestone Data', { exact: true })).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row).toBeVisible()

  await row.getByRole('checkbox').check({ force: true })
  await jobRow(home, /Copperline Freight/)
    .first()
    .getByRole('checkbox')
    .check({ force: true })
  await home.getByRole('button', { name: 'Block 2 companies' }).click()
  await expect(jobRow(home, /Nettlestone Data|Copperline Freight/)).toHaveCount(0)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(row).toBeVisible()

  await row.click()
  const job = openJob(home)
  await job.getByRole('button', { name: 'Block company Nettlestone Data' }).click()
  await expect(job.getByText('Company blocked')).toBeVisible()
  await expect(row).toHaveCount(0)
  await job.getByRole('button', { name: 'Unblock company Nettlestone Data' }).click()
  await expect(job.getByText('Company blocked')).toHaveCount(0)
  await expect(row).toBeVisible()
  await job.getByRole('link', { name: 'Nettlestone Data' }).last().click()
  await expect(home.getByRole('heading', { name: 'Nettlestone Data', level: 1 })).toBeVisible()
})

test('looking up: off at first, a refused key is named, then facts and a rating', async ({ home }) => {
  await home.keyboard.press('i')
  const posting = {
    id: 'T-9',
    title: 'Harbour Engineer',
    company: 'Tidemark',
    location: 'Rotterdam',
    text: 'Python',
  }
  await giveFile(home, 'one.jsonl', JSON.stringify(posting))
  await home.getByRole('button', { name: 'Start the import' }).click()
  await expect(home.getByText('Nothing was refused.')).toBeVisible()
  await home.keyboard.press('Escape')
  await goTo(home, '/companies?q=tidemark')
  await companyRow(home, /^Tidemark/).click()
  await expect(home.getByText('Looking companies up is switched off.')).toBeVisible()
  await expect(home.getByRole('button', { name: 'Look up now' })).toHaveCount(0)
  await home.getByRole('button', { name: 'Favourite' }).click()

  await home.getByRole('link', { name: 'Switch it on in Settings' }).click()
  const on = home.getByRole('switch', { name: 'Look companies up' })
  await expect(on).not.toBeChecked()
  await expect(on).toHaveAccessibleDescription(/Sends the name of each company to api\.openwebninja\.com/)
  await on.click()
  await expect(home.getByText('Waits for your key.')).toBeVisible()
  await home.getByLabel('Glassdoor API key').fill('a-wrong-key')
  await home.keyboard.press('Enter')
  await expect(home.getByText(/refused your API key/)).toBeVisible()
  await home.getByRole('button', { name: 'Replace the Glassdoor API key' }).click()
  await home.getByLabel('Glassdoor API key', { exact: true }).fill(GLASSDOOR_KEY)
  await home.keyboard.press('Enter')
  await expect(home.getByText(/refused your API key/)).toHaveCount(0)
  await expect(home.getByText(/^1 found, /)).toBeVisible()
  await home.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(home.getByText('Paused.')).toBeVisible()

  await goTo(home, '/companies?q=tidemark')
  await expect(companyRow(home, /^Tidemark, 1 job, .*3\.9 of 5, 214 reviews, favourite/)).toBeVisible()
  await companyRow(home, /^Tidemark/).click()
  await expect(home.getByText('Found at Glassdoor.')).toBeVisible()
  await expect(home.getByText('Rotterdam, Netherlands')).toBeVisible()
  await expect(home.getByText('From Glassdoor').first()).toBeVisible()
  await home.getByRole('button', { name: 'Look up now' }).click()
  await expect(home.getByText('Found at Glassdoor.')).toBeVisible()
  await expectFocusKept(home)
})

test('by keyboard alone: find a company, keep it, block it, take it back, open its best job', async ({
  home,
}) => {
  await home.keyboard.press('g')
  await home.keyboard.press('o')
  await tabTo(home, companies(home).getByRole('listitem').first())
  const first = companies(home).getByRole('listitem').first()
  await home.keyboard.press('f')
  await expect(first).toHaveAccessibleName(/, favourite$/)
  await home.keyboard.press('b')
  await expect(first).toHaveAccessibleName(/, blocked$/)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(first).not.toHaveAccessibleName(/, blocked$/)
  await expect(first).toBeFocused()
  await home.keyboard.press('j')
  await expect(companies(home).getByRole('listitem').nth(1)).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Facts' })).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('e')
  await expect(home.getByLabel('Website')).toBeFocused()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('dialog')).toHaveCount(0)
  await tabTo(
    home,
    home
      .getByRole('list', { name: /^Jobs of/ })
      .getByRole('link')
      .first(),
  )
  await home.keyboard.press('Enter')
  await expect(openJob(home).getByRole('heading', { name: /^Why/ })).toBeVisible()
})

test.describe('without the sample', () => {
  test.use({ sample: false })

  test('when all companies are blocked, the jobs say so and lead there', async ({ home }) => {
    await home.keyboard.press('i')
    await giveFile(home, 'two.csv', twoPostingsCsv())
    await home.getByRole('button', { name: 'Start the import' }).click()
    await expect(home.getByText('Nothing was refused.')).toBeVisible()
    await home.keyboard.press('Escape')
    await goTo(home, '/jobs')
    await jobRow(home, /Mossbank/).focus()
    await home.keyboard.press('b')
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
    await jobRow(home, /Northlight/).focus()
    await home.keyboard.press('b')
    await expect(home.getByRole('heading', { name: 'All jobs are hidden' })).toBeVisible()
    await expect(home.getByText('2 jobs are of blocked companies.')).toBeVisible()
    await expect(home.getByText('No jobs yet')).toHaveCount(0)
    await expectAccessible(home, 'jobs, all of blocked companies')
    await home.getByRole('link', { name: 'Show the blocked companies' }).click()
    await expect(home.getByLabel('Which companies')).toHaveValue('blocked')
    await expect(companies(home).getByRole('listitem')).toHaveCount(2)
  })
})
