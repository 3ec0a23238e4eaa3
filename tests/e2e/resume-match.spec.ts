import type { Page } from '@playwright/test'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { keepFile, pdfOf, RESUME } from './kit/documents.ts'
import { expectFocusKept, goTo, runCommand } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const GARDENER = [
  '# Ash Moor',
  'ash.moor@mail.example · Bath, United Kingdom',
  '# Experience',
  'Gardener, Mossbank Estate Ltd',
  '2015-01 – 2024-06',
  '• Looked after the roses and the lawns.',
  '# Skills',
  'Landscaping, Pruning',
]

const panel = (page: Page) => page.getByRole('list', { name: 'Résumés for this job' })
const match = (page: Page) => page.getByRole('dialog')
const words = (page: Page, state: string) =>
  match(page)
    .getByRole('list', { name: `${state} words` })
    .getByRole('listitem')

/** A job that a data engineer fits, but for one word. */
async function fittingJob(page: Page) {
  const { jobs } = await askCore(page, 'postings.addText', {
    title: 'Senior Data Engineer',
    company: 'Riverbend Gauges',
    location: 'Leeds, UK',
    text: 'You bring 5+ years of experience with Python, PostgreSQL, Airflow and Terraform. Terraform is used every day. Docker is nice to have. We ask for fluent English and German.',
    url: null,
    campaignId: null,
  })
  const jobId = jobs[0]?.jobId
  if (jobId === undefined) throw new Error('The job was not stored')
  return jobId
}

test('a job shows the résumé that fits it best, why, and takes it along', async ({ home }) => {
  test.slow()
  const jobId = await fittingJob(home)
  await goTo(home, `/jobs/${jobId}`)
  await expect(home.getByText('There is no résumé yet')).toBeVisible()

  await keepFile(home, 'Ash Moor.pdf', await pdfOf(GARDENER))
  await keepFile(home, 'Robin Hale.pdf', await pdfOf(RESUME))
  const rows = panel(home).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Robin Hale')
  await expect(rows.first()).toContainText('Best fit')
  await expectAccessible(home, 'the résumés of a job')

  // By keyboard: the best one opens, word by word.
  await runCommand(home, 'best résumé', /Show how the best résumé fits this job/)
  await expect(match(home)).toContainText('Robin Hale')
  await expect(words(home, 'Missing').first()).toContainText('Terraform')
  await expect(words(home, 'Missing').first()).toContainText('posting 2× · résumé 0×')
  await expect(words(home, 'Covered').filter({ hasText: 'PostgreSQL' })).toContainText('Northlight')
  await expect(words(home, 'Weak').filter({ hasText: 'Docker' })).toContainText('Only in the list of skills')
  await expect(match(home)).toContainText('of which the résumé says nothing')
  await expectAccessible(home, 'a match')
  await match(home).getByRole('button', { name: 'Attach to the application' }).press('Enter')
  await expect(match(home).getByText('Attached to the application')).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('Escape')
  await expect(match(home)).toBeHidden()
  await expectFocusKept(home)
  expect(await askCore(home, 'documents.attached', { jobId })).toMatchObject([{ title: 'Robin Hale' }])
})

test('a résumé shows the jobs that it fits best, also on a phone', async ({ home }) => {
  test.slow()
  const jobId = await fittingJob(home)
  const { documentId } = await keepFile(home, 'Robin Hale.pdf', await pdfOf(RESUME))
  await goTo(home, `/documents/${documentId}`)
  const jobs = home.getByRole('list', { name: 'Jobs that it fits best' }).getByRole('listitem')
  await expect(jobs.first()).toContainText('Senior Data Engineer')
  await expectAccessible(home, 'the jobs of a résumé')
  await jobs
    .first()
    .getByRole('button', { name: /show why for Senior Data Engineer/ })
    .press('Enter')
  await expect(match(home)).toContainText('Held against Robin Hale')
  await expect(words(home, 'Missing').first()).toContainText('Terraform')
  await home.keyboard.press('Escape')
  await expectFocusKept(home)

  // What is put away is no longer there.
  await askCore(home, 'applications.setStatus', { jobIds: [jobId], status: 'archived' })
  await expect(jobs.filter({ hasText: 'Riverbend Gauges' })).toHaveCount(0)

  await home.setViewportSize({ width: 320, height: 700 })
  await jobs.first().getByRole('button').click()
  await expect(match(home)).toContainText('Words of the posting')
  await expect
    .poll(() => match(home).evaluate(layer => layer.scrollWidth - layer.clientWidth))
    .toBeLessThanOrEqual(0)
})
