import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, giveFile, goTo, jobRow, jobsList, openJob } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const DESCRIPTION =
  'You look after the ledgers that customers close their months with, in PostgreSQL and Python. We write small changes, review them the same day and talk to the accountants who use what we build. The team shares the telephone for one week in six, for which it is paid, and mentors two apprentices a year.'

/** One opening as a job board posted it. */
const posting = (source: string, id: string) => ({
  id,
  source,
  title: 'Ledger Engineer',
  company: 'Northlight Instruments',
  location: 'Leeds, UK',
  description: DESCRIPTION,
  url: `https://${source.toLowerCase()}.example/jobs/${id}`,
})

async function importFile(home: Page, name: string, postings: readonly object[]): Promise<void> {
  await home.keyboard.press('i')
  await giveFile(home, name, postings.map(one => JSON.stringify(one)).join('\n'))
  await home.getByRole('button', { name: 'Start the import' }).click()
  await expect(home.getByText('Nothing was refused.')).toBeVisible()
  await home.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(home.getByRole('dialog')).toHaveCount(0)
}

test('a job of two postings is taken apart and joined again', async ({ home }) => {
  await importFile(home, 'copies.jsonl', [posting('Harbourboard', 'H-1'), posting('Tidelist', 'T-7')])
  await goTo(home, '/jobs')
  const rows = jobsList(home).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  const job = openJob(home)
  const joined = job.getByRole('heading', { name: 'Joined from 2 postings' })
  await expect(joined).toBeVisible()
  await expect(job.getByText('same company, title and place')).toBeVisible()
  await expectAccessible(home, 'a job of two postings')

  // What happened, the newest first, under the names of the boards.
  const timeline = job.locator('section').filter({ has: home.getByRole('heading', { name: 'Timeline' }) })
  await expect(timeline.getByRole('listitem').first()).toContainText('Also posted at Tidelist')
  await expect(timeline.getByRole('listitem').last()).toContainText('Found at Harbourboard')

  await job.getByRole('button', { name: /^Another job: .* at Tidelist/ }).click()
  await expect(rows).toHaveCount(2)
  await expect(joined).toHaveCount(0)
  await expect(job.getByRole('button', { name: /^Another job/ })).toHaveCount(0)
  await expectFocusKept(home)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(rows).toHaveCount(1)
  await expect(joined).toBeVisible()
  await expectFocusKept(home)
})

test('a job that was applied to says that it was posted again', async ({ home }) => {
  await importFile(home, 'first.jsonl', [posting('Harbourboard', 'H-1')])
  await goTo(home, '/jobs')
  await jobRow(home, /Ledger Engineer/).click()
  const job = openJob(home)
  await job.getByRole('button', { name: /^Status: / }).click()
  await home.getByRole('menuitemcheckbox', { name: /^Applied/ }).click()
  await expect(job.getByRole('button', { name: 'Status: Applied' })).toBeVisible()
  const before = job.getByRole('complementary', { name: 'Applied before' })
  await expect(before).toHaveCount(0)

  await importFile(home, 'again.jsonl', [posting('Tidelist', 'T-7')])
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(1)
  await expect(before).toContainText('You already applied to this. It was posted again')
  await expectAccessible(home, 'a job that was posted again')
})

test('the posting changes its colours with those of the system', async ({ home }) => {
  await importFile(home, 'one.jsonl', [posting('Harbourboard', 'H-1')])
  await goTo(home, '/jobs')
  await jobRow(home, /Ledger Engineer/).click()
  const frame = openJob(home).getByTitle(/^Posting as published/)
  for (const colorScheme of ['dark', 'light', 'dark'] as const) {
    await home.emulateMedia({ colorScheme })
    await expect(frame).toHaveAttribute('srcdoc', new RegExp(`color-scheme:${colorScheme}`))
  }
})
