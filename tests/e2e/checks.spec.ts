import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expectAccessible } from './kit/axe.ts'
import { goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

/** Writes a fault as a foreign tool would, while nothing runs: without what holds it off. */
test.beforeEach(({ dataDir }) => {
  const db = new Database(join(dataDir, 'rolecall.db'))
  db.pragma('foreign_keys = OFF')
  db.exec(
    "INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, shares, place, ranked_on) VALUES (1, 8801, 'waiting', 50, 0, 'AAAAAAAAAAAAAAAAAA', '', '2026-03-01')",
  )
  db.close()
})

test('a fault is found, its row shown, mended after a dry run, and written into the book', async ({
  home,
}) => {
  await goTo(home, '/checks')
  await expect(home.getByRole('heading', { name: 'Nothing was checked yet' })).toBeVisible()
  await expectAccessible(home, 'data quality before the first check')
  await home.getByRole('main').getByRole('button', { name: 'Check all now' }).first().click()
  const checks = home.getByRole('list', { name: 'Checks' })
  const orphans = checks.getByRole('listitem').filter({ hasText: 'Orphaned scores' })
  await expect(orphans.getByRole('heading')).toContainText('Fails')
  await expect(home.getByText(/of 10 fails?, /)).toBeVisible()
  await orphans.getByRole('button', { name: /^Show the rows/ }).click()
  const rows = home.getByRole('table', { name: 'Rows that break: Orphaned scores' })
  await expect(rows.getByRole('row', { name: /8801/ })).toBeVisible()
  await expectAccessible(home, 'a check that fails, with its rows')

  await orphans.getByRole('button', { name: 'Repair: Orphaned scores' }).click()
  const dialog = home.getByRole('dialog', { name: 'Repair: Orphaned scores' })
  await expect(dialog).toContainText('1 row would be mended. Nothing has been changed yet.')
  await expectAccessible(home, 'a dry run of a repair')
  await dialog.getByRole('button', { name: 'Repair 1 row' }).click()
  await expect(dialog).toHaveCount(0)
  const book = home.getByRole('table', { name: 'Repairs' })
  await expect(book.getByRole('row', { name: /Orphaned scores/ })).toContainText('1')

  await home.getByRole('button', { name: 'Check all now' }).click()
  await expect(orphans.getByRole('heading')).toContainText('Holds')
  await expect(
    orphans.getByRole('img', { name: /^Orphaned scores: 0 rows failing now, at most 1/ }),
  ).toBeVisible()
})
