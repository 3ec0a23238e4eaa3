import { expectFocusKept, giveFile, jobRow, TWO_POSTINGS, tabTo, twoPostingsCsv } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test('a file goes in by mouse: columns are shown, one is corrected, its jobs are ranked', async ({
  home,
}) => {
  await home.getByRole('button', { name: 'Choose a file' }).click()
  const dialog = home.getByRole('dialog', { name: 'Import jobs' })
  await expect(dialog).toBeVisible()
  await giveFile(home, 'from-a-friend.csv', twoPostingsCsv())

  const check = home.getByRole('dialog', { name: 'Check before importing' })
  await expect(check.getByLabel('What Position fills')).toHaveValue('title')
  await expect(check.getByLabel('What Employer fills')).toHaveValue('company')
  // Without a company no row can become a job, and the dialog says so instead of starting.
  await check.getByLabel('What Employer fills').selectOption('Leave out')
  await check.getByRole('button', { name: 'Start the import' }).click()
  await expect(check.getByRole('alert')).toContainText('company')
  await check.getByLabel('What Employer fills').selectOption('Company')
  await expect(check.getByLabel('Name of the new campaign')).toHaveValue('from-a-friend')
  await check.getByRole('button', { name: 'Start the import' }).click()

  const done = home.getByRole('dialog', { name: 'Import', exact: true })
  await expect(done.getByRole('region', { name: 'Summary' })).toContainText('New jobs2')
  await expect(done.getByText('Nothing was refused.')).toBeVisible()
  await done.getByRole('button', { name: 'Show the jobs' }).click()
  await expect(jobRow(home, /Senior Rust Engineer, Northlight Instruments, Leeds.*score \d+/)).toBeVisible()
  await expect(jobRow(home, /Junior Gardener, Mossbank Estate/)).toBeVisible()
})

test('the same by keyboard alone', async ({ home }) => {
  // Asked for long before it opens: the browser must know by then that a test answers it.
  const chooser = home.waitForEvent('filechooser')
  await home.keyboard.press('i')
  const dialog = home.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Import jobs')
  // The dialog takes the focus when it has opened; whoever presses Tab earlier is overtaken by it.
  await expect(home.locator('[role=dialog]:focus, [role=dialog] :focus')).toHaveCount(1)
  const choose = dialog.getByRole('button', { name: 'Choose a file' })
  await tabTo(home, choose)
  await expect(choose).toBeFocused()
  await home.keyboard.press('Enter')
  await (await chooser).setFiles({
    name: 'postings.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(TWO_POSTINGS)),
  })
  await expect(dialog).toHaveAccessibleName('Check before importing')
  await expectFocusKept(home)
  await tabTo(home, dialog.getByLabel('Name of the new campaign'))
  await home.keyboard.press('ControlOrMeta+a')
  await home.keyboard.type('Rust in Leeds')
  await home.keyboard.press('Enter')
  await expect(dialog).toHaveAccessibleName('Import')
  await expectFocusKept(home)
  await expect(dialog.getByRole('region', { name: 'Summary' })).toContainText('New jobs2')
  await tabTo(home, dialog.getByRole('button', { name: 'Show the jobs' }))
  await home.keyboard.press('Enter')
  await expect(jobRow(home, /Senior Rust Engineer/)).toBeVisible()
  await expectFocusKept(home)
})

test('an import can be cancelled midway: it stops at once and says what was kept', async ({ home }) => {
  const postings = Array.from({ length: 6_000 }, (_, index) => ({
    id: `M-${index}`,
    title: `Engineer number ${index}`,
    company: `Company ${index % 700}`,
    location: 'Leeds, UK',
    description: `Line ${index}. ${'You build and run services in Python and Go with a small team. '.repeat(20)}`,
  }))
  await home.getByRole('button', { name: 'Choose a file' }).click()
  await giveFile(home, 'many.jsonl', postings.map(posting => JSON.stringify(posting)).join('\n'))
  await home.getByRole('button', { name: 'Start the import' }).click()
  const dialog = home.getByRole('dialog', { name: 'Import', exact: true })
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  const asked = Date.now()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('region', { name: 'Summary' })).toContainText('Cancelled')
  expect(Date.now() - asked).toBeLessThan(5_000)
  await dialog.getByRole('button', { name: 'Close' }).first().click()
  await home.getByRole('link', { name: 'Campaigns', exact: true }).click()
  await expect(home.getByRole('list', { name: 'Campaigns' }).getByRole('listitem')).toContainText('Cancelled')
})
