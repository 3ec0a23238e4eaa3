import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, jobsList, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

test('a row says why it has its score, by keyboard alone', async ({ home }) => {
  test.slow()
  await home.keyboard.press('g')
  await home.keyboard.press('j')
  const row = jobsList(home).getByRole('listitem').first()
  await tabTo(home, row)
  const badge = row.getByRole('button', { name: /^Score \d+ of 100/ })
  const score = /\d+/.exec((await badge.getAttribute('aria-label')) ?? '')?.[0]

  // By the key of the list: what was looked at has the focus again.
  await home.keyboard.press('w')
  const why = home.getByRole('dialog', { name: /^Why this score: / })
  await expect(why.getByRole('heading', { name: new RegExp(`^${score} of 100`) })).toBeVisible()
  await expect(why.getByText(/^(Sure|Less sure): /)).toBeVisible()
  await expectAccessible(home, 'why a score, over the list')
  await home.keyboard.press('Escape')
  await expect(why).toHaveCount(0)
  await expect(row).toBeFocused()

  // By its own button, and a factor within.
  await tabTo(home, badge)
  await home.keyboard.press('Enter')
  const factor = why
    .getByRole('group', { name: /by factor$/ })
    .getByRole('button')
    .first()
  await tabTo(home, factor)
  await home.keyboard.press('Enter')
  await expect(factor).toHaveAttribute('aria-expanded', 'true')
  await why.getByText('All factors as a table').click()
  await expect(why.getByRole('table', { name: 'Points by factor' }).getByRole('row')).toHaveCount(10)
  await home.keyboard.press('Escape')
  await expect(badge).toBeFocused()
  await expectFocusKept(home)

  // The same wherever else a job is shown.
  for (const path of ['/', '/companies/1', '/missing', '/jobs/1']) {
    await goTo(home, path)
    const last = home
      .getByRole('main')
      .getByRole('button', { name: /^Score \d+ of 100/ })
      .last()
    // While a page still comes, another badge may become the last one.
    await expect(async () => {
      if ((await why.count()) === 0) await last.click()
      await expect(why.getByText(/^(Sure|Less sure): /)).toBeVisible({ timeout: 3_000 })
    }).toPass({ timeout: 30_000 })
    await home.keyboard.press('Escape')
    await expect(why).toHaveCount(0)
  }
})

test('two jobs side by side: from the list, from a job, by a search', async ({ home }) => {
  test.slow()
  await goTo(home, '/jobs?campaign=1')
  const rows = jobsList(home).getByRole('listitem')
  await rows.first().focus()
  await home.keyboard.press('x')
  await home.keyboard.press('j')
  await home.keyboard.press('j')
  await home.keyboard.press('x')
  await expect(home.getByRole('toolbar', { name: 'Selected jobs' }).getByText('2 selected')).toBeVisible()
  await home.keyboard.press('c')
  await expect(home).toHaveURL(/#\/compare\?jobs=\d+,\d+&campaign=1$/)
  const [first, second] = [
    home.getByRole('region', { name: 'First job' }),
    home.getByRole('region', { name: 'Second job' }),
  ]
  await expect(first.getByRole('heading')).toBeVisible()
  await expect(second.getByRole('heading')).toBeVisible()
  const sentence = home.locator('[data-decides]')
  await expect(sentence).toContainText(/(stands \d+ points? above|stand level at)/)
  const factors = home.getByRole('list', { name: 'Factors side by side' }).getByRole('listitem')
  await expect(factors).toHaveCount(9)
  await expect(home.getByRole('list', { name: 'Facts side by side' })).toContainText('Salary')
  await expectAccessible(home, 'two jobs side by side')
  await expectFocusKept(home)

  // Another way round it says the same.
  const said = await sentence.textContent()
  const title = await first.getByRole('heading').textContent()
  await home.keyboard.press('x')
  await expect(second.getByRole('heading')).toHaveText(title ?? '')
  await expect(sentence).toHaveText(said ?? '')

  // Another job by its words.
  await home.keyboard.press('2')
  const choice = home.getByRole('dialog', { name: 'Choose the second job' })
  await choice.getByRole('combobox', { name: 'Search for a job' }).fill('nettlestone')
  await expect(choice.getByRole('option').first()).toContainText('Nettlestone Data')
  await expectAccessible(home, 'choosing a job to compare with')
  await home.keyboard.press('Enter')
  await expect(second).toContainText('Nettlestone Data')
  const another = second.getByRole('button', { name: 'Choose another second job' })
  await expect(another).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(choice).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(another).toBeFocused()

  // From a job: its neighbours in the list stand ready.
  await goTo(home, '/jobs/1?campaign=1')
  await openJob(home).getByRole('button', { name: 'Compare with…' }).click()
  const near = home.getByRole('dialog', { name: 'Compare with another job' })
  await expect(near.getByText('Near it in the list')).toBeVisible()
  await home.keyboard.press('ArrowDown')
  await home.keyboard.press('Enter')
  await expect(home).toHaveURL(/#\/compare\?jobs=1,\d+&campaign=1$/)
  await expect(sentence).toBeVisible()

  // On a phone the two stand one below the other.
  await home.setViewportSize({ width: 375, height: 760 })
  await expect(factors.first()).toBeVisible()
  const wide = await home.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
  await expectAccessible(home, 'two jobs on a phone')
  await goTo(home, '/compare')
  await expect(home.getByRole('heading', { name: 'No jobs to compare yet' })).toBeVisible()
  const begin = home.getByRole('button', { name: 'Choose the first job' })
  await begin.click()
  const firstChoice = home.getByRole('dialog', { name: 'Choose the first job' })
  await expect(firstChoice).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(begin).toBeFocused()
  await home.keyboard.press('Enter')
  await firstChoice.getByRole('combobox', { name: 'Search for a job' }).fill('nettlestone')
  await expect(firstChoice.getByRole('option').first()).toContainText('Nettlestone Data')
  await home.keyboard.press('Enter')
  await expect(first.getByRole('button', { name: 'Choose another first job' })).toBeFocused()
  await expect(home.getByRole('button', { name: 'Swap' })).toBeDisabled()
  await goTo(home, '/compare?jobs=1,987654')
  await expect(second.getByRole('alert')).toContainText('no longer there')
  await expectAccessible(home, 'a comparison with a job that is not there')
})

test('what rules hide is counted, shown on demand and explained', async ({ home }) => {
  test.slow()
  await goTo(home, '/campaigns/1/edit')
  await home.getByRole('checkbox', { name: /^Remote work: on-site and hybrid jobs are hidden/ }).click()
  await home.getByRole('button', { name: 'Save' }).first().click()
  await expect(home.getByRole('heading', { name: 'Backend in Britain', level: 1, exact: true })).toBeVisible()
  await goTo(home, '/jobs?campaign=1')
  const rows = jobsList(home).getByRole('listitem')
  const hidden = rows.filter({ has: home.locator('[title^="Hidden: "]:visible') })
  const show = home.getByRole('button', { name: /^Show hidden \(\d+\)$/ })
  await expect(show).toBeVisible()
  await expect(jobsList(home).getByRole('listitem', { name: /hidden by rules, / })).toHaveCount(0)
  await show.click()
  await expect(show).toHaveAttribute('aria-pressed', 'true')
  await expect(home).toHaveURL(/hidden=1/)
  await expect(hidden.first()).toBeVisible()
  await expect(hidden.first()).toHaveAccessibleName(/hidden by rules/)
  await expectAccessible(home, 'jobs with hidden ones')

  await hidden
    .first()
    .getByRole('button', { name: /^Score/ })
    .click()
  const why = home.getByRole('dialog', { name: /^Why this score: / })
  await expect(why.getByText('The campaign’s rules speak against it')).toBeVisible()
  await expectAccessible(home, 'why a job is hidden')
  await home.keyboard.press('Escape')

  await hidden.first().click()
  const banner = openJob(home).getByRole('region', { name: 'Hidden by rules' })
  await expect(banner).toContainText('Backend in Britain')
  await banner.getByRole('link', { name: 'Change the rules of Backend in Britain' }).click()
  await expect(home.getByRole('heading', { name: 'Edit Backend in Britain' })).toBeVisible()
})

test('recommended jobs: why, thumbs, the whole list, and the way to the profile', async ({ home }) => {
  test.slow()
  const few = home.getByRole('list', { name: 'Recommended jobs' })
  const first = few.getByRole('listitem').first()
  await expect(first).toBeVisible()
  await expect(few.getByRole('listitem')).toHaveCount(5)
  await first.getByRole('button', { name: /^Match \d+ of 100.*: show why$/ }).click()
  const why = home.getByRole('dialog', { name: /^Why this match: / })
  await expect(
    why.getByRole('list', { name: /^Match \d+ of 100 by part$/ }).getByRole('listitem'),
  ).toHaveCount(3)
  await expectAccessible(home, 'why a match, over the dashboard')
  await home.keyboard.press('Escape')
  await first.getByRole('button', { name: /^Like / }).click()
  await expect(first.getByRole('button', { name: /^Like / })).toHaveAttribute('aria-pressed', 'true')
  await home.keyboard.press('Escape')

  await home.getByRole('link', { name: 'Recommended for you: view all' }).click()
  const rows = home.getByRole('list', { name: 'Recommended jobs' }).getByRole('listitem')
  await expect(home.getByRole('heading', { name: 'Recommended for you', level: 1 })).toBeVisible()
  await expect(rows.nth(8)).toBeVisible()
  await expectAccessible(home, 'recommendations')
  await rows.first().focus()
  await home.keyboard.press('w')
  await expect(why).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(rows.first()).toBeFocused()
  await home.keyboard.press('j')
  await home.keyboard.press('Enter')
  await expect(openJob(home).getByRole('heading', { name: /^Match \d+ of 100$/ })).toBeVisible()
})

test.describe('without a profile', () => {
  test.use({ sample: false })

  test('the pages lead to it', async ({ home }) => {
    test.slow()
    await home.getByRole('button', { name: 'Begin with nothing' }).click()
    await expect(home.getByRole('link', { name: 'Fill in your profile' })).toBeVisible()
    await goTo(home, '/recommendations')
    await expect(home.getByRole('heading', { name: 'Nothing is known of you yet' })).toBeVisible()
    await expectAccessible(home, 'recommendations, no profile')
    await home.getByRole('button', { name: 'Fill in the profile' }).click()
    await expect(home).toHaveURL(/#\/profile$/)
    await expectFocusKept(home)
  })
})
