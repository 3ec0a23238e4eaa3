import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, openJob, runCommand } from './kit/page.ts'
import { test as base, expect } from './kit/test.ts'

const OLDER = 120

/** The sample, with older events before its own and a task that was given up. */
const test = base.extend({
  dataDir: async ({ dataDir }, use) => {
    const db = new Database(join(dataDir, 'rolecall.db'))
    const store = db.prepare('INSERT INTO events (type, payload, at) VALUES (?, ?, ?)')
    const at = new Date().toISOString()
    db.transaction(() => {
      for (let id = 1; id <= OLDER; id++)
        store.run('campaign.created', JSON.stringify({ campaignId: 1, name: `<b>Plan</b> ${id}` }), at)
    })()
    const { lastInsertRowid: seq } = store.run('profile.changed', '{}', at)
    db.prepare(
      `INSERT INTO event_failures (handler, first_seq, seq, type, at, error, attempts, next_at)
       VALUES ('Match jobs with the profile', ?, ?, 'profile.changed', ?, 'The <i>disk</i> was away', 5, NULL)`,
    ).run(seq, seq, at)
    db.close()
    await use(dataDir)
  },
})
test.use({ sample: true, viewport: { width: 1280, height: 800 } })

test('what happened is told in sentences, more on demand, and what happens now joins them', async ({
  home,
}) => {
  await runCommand(home, 'go to activity', /Go to activity/)
  await expect(home.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible()
  const lines = home.getByRole('main').getByRole('listitem')
  await expect(lines).toHaveCount(50)
  await expect(lines.first()).toContainText('Your profile changed')
  await expect(lines.nth(1)).toContainText(`Campaign <b>Plan</b> ${OLDER} created`)
  await expectAccessible(home, 'the activity')

  // By keyboard: from line to line, to more of them, and to the thing itself.
  await lines.first().getByRole('link').focus()
  await home.keyboard.press('End')
  await expect(lines.last().getByRole('link')).toBeFocused()
  await home.getByRole('button', { name: 'Show more' }).focus()
  await home.keyboard.press('Enter')
  await expect(lines).toHaveCount(100)
  await expect(lines.nth(50).getByRole('link')).toBeFocused()

  await home.getByRole('button', { name: 'All activity' }).click()
  await home.getByRole('checkbox', { name: 'Applications' }).click()
  await home.keyboard.press('Escape')
  await expect(home).toHaveURL(/only=applications/)
  await expect(lines.filter({ hasText: 'Plan' })).toHaveCount(0)
  await expect(lines.filter({ hasText: /moved from/ }).first()).toBeVisible()
  await expectFocusKept(home)

  await goTo(home, '/jobs/1')
  await expect(openJob(home)).toBeVisible()
  // Taken in and out again, so that it is told apart from the favourites of the sample.
  await runCommand(home, 'favourite', /favourite/i)
  await runCommand(home, 'favourite', /favourite/i)
  await goTo(home, '/activity?only=jobs')
  await expect(lines.first()).toContainText(/(?:taken out of the favourites|marked as favourite)/)
  await lines.first().getByRole('link').click()
  await expect(home).toHaveURL(/#\/jobs\/1/)
})

test('the monitor counts events and tries a task again that was given up', async ({ home }) => {
  test.slow()
  await runCommand(home, 'go to events', /Go to events/)
  const part = (name: string) =>
    home.locator('section').filter({ has: home.getByRole('heading', { name, level: 2, exact: true }) })
  await expect(part('Events per hour')).toContainText(/\d events in 24 hours/)
  await part('Events per hour').getByText('Show as a table').click()
  await expect(part('Events per hour').getByRole('row')).toHaveCount(25)
  await expect(part('Types').getByRole('row', { name: /^campaign\.created/ })).toContainText(/12\d/)
  await expect(part('Done after events').getByRole('row', { name: /^Rank changed jobs/ })).toBeVisible()
  await expectAccessible(home, 'the monitor of events')

  const failures = part('Failures')
  await expect(failures).toContainText('The <i>disk</i> was away')
  await failures.getByRole('button', { name: 'Try again: Match jobs with the profile' }).click()
  await expect(failures).toContainText('Nothing failed')
  await expectFocusKept(home)

  const newest = part('Newest events')
  await newest.getByLabel('Type of event').selectOption('campaign.created')
  await expect(newest.getByRole('listitem')).toHaveCount(25)
  await newest.getByRole('group').first().locator('summary').press('Enter')
  await expect(newest.locator('pre').first()).toContainText(`"name": "<b>Plan</b> ${OLDER}"`)
  await newest.getByRole('button', { name: 'Show more' }).click()
  await expect(newest.getByRole('listitem')).toHaveCount(50)
  await expect(newest.getByRole('listitem').nth(25).locator('summary')).toBeFocused()
})
