import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const bars = (page: Page) => page.getByRole('list', { name: 'Skills by how many jobs ask for them' })
const tile = (page: Page, label: string) => page.locator('dl > div', { hasText: label })
/** The list of what to learn first. */
const learn = (page: Page) => page.getByRole('list', { name: 'Worth learning first' })

test.describe('with the sample', () => {
  test.use({ sample: true, viewport: { width: 1440, height: 900 } })

  test('what is asked, tried and learned, by keyboard and with the way back', async ({ home }) => {
    await home.keyboard.press('g')
    await home.keyboard.press('k')
    await expect(home.getByRole('heading', { name: 'Skill gap', level: 1 })).toBeVisible()
    await expect(bars(home).getByRole('listitem').first()).toBeVisible()
    await expect(home.getByText(/is asked for most, by \d+ % of \d+ jobs\..*n = \d+/)).toBeVisible()
    await expect(home.getByText(/at least 60 % of the skills that it requires/)).toBeVisible()
    await expectAccessible(home, 'skill gap')

    const first = learn(home).getByRole('checkbox').first()
    const addButton = learn(home)
      .getByRole('button', { name: /^Add to profile: / })
      .first()
    const name = (await addButton.getAttribute('aria-label'))?.replace('Add to profile: ', '') ?? ''
    const before = (await tile(home, 'Jobs open to you').textContent()) ?? ''
    await first.focus()
    await home.keyboard.press('Space')
    await expect(home).toHaveURL(/skills\?jobs=campaign&try=/)
    await expect(home.getByText(`You try ${name}.`)).toBeVisible()
    await expect(tile(home, 'Coverage')).toContainText('with what you try')
    await expect(tile(home, 'Jobs open to you')).not.toHaveText(before)
    await expectFocusKept(home)
    await expectAccessible(home, 'a tried skill')
    await home.reload()
    await expect(home.getByText(`You try ${name}.`)).toBeVisible()
    await home.getByRole('button', { name: 'Stop trying' }).click()
    await expect(tile(home, 'Jobs open to you')).toHaveText(before)
    await expectFocusKept(home)

    await learn(home)
      .getByRole('button', { name: `Add to profile: ${name}` })
      .click()
    await expect(
      bars(home).getByRole('listitem').filter({ hasText: name }).getByLabel('In your profile').first(),
    ).toBeVisible()
    await expect(learn(home).getByRole('button', { name: `Add to profile: ${name}` })).toHaveCount(0)
    await expectFocusKept(home)
    await home.getByRole('button', { name: 'Undo' }).last().click()
    await expect(learn(home).getByRole('button', { name: `Add to profile: ${name}` })).toBeVisible()
  })

  test('which jobs and skills count, the table, and what an address brings back', async ({ home }) => {
    await goTo(home, '/skills')
    const asked = async () => (await bars(home).getByRole('listitem').allInnerTexts()).join()
    await expect(bars(home).getByRole('listitem').first()).toBeVisible()
    const all = await asked()
    await home.getByLabel('Skills counted').selectOption('soft')
    await expect(home).toHaveURL(/kind=soft/)
    await expect.poll(asked).not.toBe(all)
    await home.getByLabel('Skills counted').selectOption('technical')
    await home.getByLabel('Part of its required skills').selectOption('100')
    await expect(home.getByText(/at least 100 % of the skills/)).toBeVisible()
    await home.getByRole('checkbox', { name: 'Rejected and archived too' }).click()
    await expect(home.getByText(/rejected and archived ones too/)).toBeVisible()
    await home.getByLabel('Jobs counted').selectOption({ label: 'Matches of Backend in Britain' })
    await expect(home.getByText(/for Backend in Britain, the threshold of its alerts/)).toBeVisible()
    await home.reload()
    await expect(home.getByText(/for Backend in Britain, the threshold of its alerts/)).toBeVisible()
    await home.getByText('Show as a table').click()
    const table = home.getByRole('table', { name: 'Skills, the most asked first' })
    await expect(table.getByRole('row').nth(2)).toBeVisible()
    await expect(table.getByRole('columnheader', { name: /^\w{3,4} 20\d\d$/ })).toHaveCount(12)
    await expectAccessible(home, 'skills as a table')
  })
})

test.describe('without anything', () => {
  test('says what comes here and where to begin', async ({ home }) => {
    await goTo(home, '/skills')
    await expect(home.getByRole('heading', { name: 'No jobs to count yet' })).toBeVisible()
    await expectAccessible(home, 'no jobs to count')
    await home.getByLabel('Jobs counted').selectOption('campaign')
    await expect(home.getByRole('heading', { name: 'No match to count' })).toBeVisible()
    await home.getByLabel('Jobs counted').selectOption('favourites')
    await expect(home.getByRole('heading', { name: 'No favourite to count' })).toBeVisible()
    await home.getByLabel('Jobs counted').selectOption('applied')
    await expect(home.getByRole('heading', { name: 'No application to count' })).toBeVisible()
    await home.getByRole('button', { name: 'Count all jobs' }).click()
    await home.getByRole('main').getByRole('button', { name: 'Import jobs' }).click()
    await expect(home.getByRole('dialog')).toBeVisible()
  })
})
