import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, runCommand } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

// Page and core keep the time of one computer.
test.use({ sample: true, start: { env: { TZ: 'Europe/Berlin' } } })

const timesOf = (page: Page, name: string) => page.getByRole('form', { name: `Times of ${name}` })

test('times are changed in place with a preview, nonsense is explained, everything can be paused', async ({
  home,
}) => {
  test.slow()
  await goTo(home, '/schedule')
  await expect(home.getByText(/Europe\/Berlin/)).toBeVisible()
  await expect(home.getByText(/^Next:/).first()).toBeVisible()
  await expect(home.getByText('Nothing came by itself yet.', { exact: false })).toBeVisible()

  const briefing = home.getByRole('listitem').filter({ hasText: 'Morning briefing' })
  await expect(briefing).toContainText('every day at 08:00')
  await home.getByRole('button', { name: 'Change the times of Morning briefing' }).click()
  const form = timesOf(home, 'Morning briefing')
  await expect(form.getByRole('radio', { name: 'Every day' })).toBeFocused()
  await form.getByRole('radio', { name: 'By an expression' }).click()
  const expression = form.getByLabel('Expression')
  await expect(expression).toHaveValue('0 8 * * *')
  await expression.fill('99 8 * * *')
  await expect(expression).toHaveAttribute('aria-invalid', 'true')
  await expect(expression).toHaveAccessibleDescription(/minute/i)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeVisible()
  await expectAccessible(home, 'the schedule with nonsense')
  await expression.fill('30 7 * * 1-5')
  await expect(form.getByText('Monday to Friday at 07:30')).toBeVisible()
  await expect(form.getByText(/^Next:.*07:30 · .*07:30 · .*07:30 · .*07:30 · .*07:30$/)).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(briefing).toContainText('Monday to Friday at 07:30')
  await expect(home.getByRole('button', { name: 'Change the times of Morning briefing' })).toBeFocused()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(briefing).toContainText('every day at 08:00')

  // Esc leaves everything as it was.
  await home.getByRole('button', { name: 'Change the times of Evening summary' }).click()
  await timesOf(home, 'Evening summary').getByRole('radio', { name: 'Off' }).click()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('listitem').filter({ hasText: 'Evening summary' })).toContainText('at 20:00')
  await expectFocusKept(home)

  await home.getByRole('button', { name: 'Pause the schedule' }).click()
  await expect(home.getByText(/^The schedule is paused: nothing/)).toBeVisible()
  await expect(briefing).toContainText('waits until the schedule is resumed')
  await expectAccessible(home, 'the schedule, paused')
  await runCommand(home, 'resume the sch', /Resume the schedule/)
  await expect(home.getByRole('button', { name: 'Pause the schedule' })).toBeVisible()
  await expect(briefing).toContainText(/Next (today|tomorrow) at 08:00/)
})

test('a campaign has times of its own, here and in its form', async ({ home }) => {
  test.slow()
  await goTo(home, '/schedule')
  const campaigns = home.getByRole('list', { name: 'Times of campaigns' })
  const first = campaigns.getByRole('listitem').first()
  const name = (await first.getByRole('link').first().textContent()) ?? ''
  await first.getByRole('button', { name: /^Change the times of/ }).click()
  const form = timesOf(home, name)
  await form.getByRole('radio', { name: 'At a time of its own' }).click()
  await form.getByLabel('Every day at').fill('06:15')
  await expect(form.getByText('every day at 06:15')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(first).toContainText('every day at 06:15')

  await first.getByRole('link').first().click()
  await home.getByRole('button', { name: 'Edit' }).click()
  await expect(home.getByLabel('Every day at')).toHaveValue('06:15')
  await home.getByRole('radio', { name: 'By an expression' }).click()
  await home.getByLabel('Expression').fill('0 4 32 * *')
  await expect(home.getByLabel('Expression')).toHaveAttribute('aria-invalid', 'true')
  await home.getByRole('radio', { name: /^As in the schedule/ }).click()
  await home.getByRole('button', { name: 'Save changes' }).click()
  await expect(home.getByRole('heading', { name, level: 1, exact: true })).toBeVisible()
  await goTo(home, '/schedule')
  await expect(first).toContainText('as all campaigns')
})
