import { giveFile, jobRow, jobsList } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.beforeEach(async ({ home }) => {
  await home.keyboard.press('i')
  await expect(home.getByRole('dialog', { name: 'Import jobs' })).toBeVisible()
})

test('a file that is not JSON is answered with the reason, and nothing is imported', async ({ home }) => {
  await giveFile(home, 'broken.json', '{"title": "Engineer", "company": ')
  const dialog = home.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText(/Nothing was imported/)
  await expect(dialog.getByRole('button', { name: 'Start the import' })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Choose another file' })).toBeVisible()
})

test('rows without a title or a company are named with their reason; the good ones are kept', async ({
  home,
}) => {
  await giveFile(
    home,
    'mixed.csv',
    [
      'title,company,location',
      'Baker,Good Bread,Leeds',
      ',Nameless Ltd,Leeds',
      'Welder,,York',
      'Miller,Mill,Bath',
    ].join('\n'),
  )
  await home.getByRole('button', { name: 'Start the import' }).click()
  const dialog = home.getByRole('dialog', { name: 'Import', exact: true })
  const summary = dialog.getByRole('region', { name: 'Summary' })
  await expect(summary).toContainText('New jobs2')
  await expect(summary).toContainText('Refused2')
  const refused = dialog.getByRole('table', { name: /Refused rows/ })
  await expect(refused.getByRole('row', { name: /^\d+ .*title/i })).toHaveCount(1)
  await expect(refused.getByRole('row', { name: /^\d+ .*company/i })).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Show the jobs' }).click()
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(2)
})

test('a file in an old encoding keeps its letters', async ({ home }) => {
  await giveFile(
    home,
    'alt.csv',
    Buffer.from('title;company;location\nKöchin;Größter Gasthof;Würzburg\n', 'latin1'),
  )
  await expect(home.getByRole('dialog')).toContainText('Windows-1252')
  await home.getByRole('button', { name: 'Start the import' }).click()
  await home.getByRole('button', { name: 'Show the jobs' }).click()
  await expect(jobRow(home, /Köchin, Größter Gasthof, Würzburg/)).toBeVisible()
})

test('a file of noise is refused in words', async ({ home }) => {
  await giveFile(
    home,
    'noise.json',
    Buffer.from(Uint8Array.from({ length: 4096 }, (_, at) => (at * 197) % 256)),
  )
  await expect(home.getByRole('dialog').getByRole('alert')).toContainText(/Nothing was imported/)
})

test('an empty file is refused in words', async ({ home }) => {
  await giveFile(home, 'empty.csv', '')
  await expect(home.getByRole('dialog').getByRole('alert')).toContainText(/Nothing was imported/)
})
