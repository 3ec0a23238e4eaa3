import { startMailServer } from '../support/mail-server.ts'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, runCommand } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const PASSWORD = 'the-password-of-the-test'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

test('the history is found by the bell, narrowed, read by keys, and leads to the thing itself', async ({
  home,
}) => {
  // Whoever tests over the hour of the briefing finds that one, too; it is not what is looked at here.
  const { rows } = await askCore(home, 'notifications.list', { unread: true })
  const others = rows.filter(({ kind }) => kind !== 'match').map(({ id }) => id)
  await askCore(home, 'notifications.markRead', { notificationIds: others })
  await expect(home).toHaveTitle(/^\(2\) Dashboard/)
  await home.getByRole('button', { name: 'Notifications, 2 unread' }).click()
  const bell = home.getByRole('dialog', { name: 'Notifications' })
  await expect(bell.getByRole('link', { name: /^Unread, New matches: / })).toHaveCount(2)
  await bell.getByRole('link', { name: 'All notifications' }).click()
  await expect(home.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible()
  const links = home.getByRole('main').getByRole('link', { name: /New matches: / })
  const unread = home.getByRole('main').getByRole('link', { name: /^Unread, / })
  await expect(unread).toHaveCount(2)
  await expect(home.getByRole('heading', { name: 'Today', level: 2 })).toBeVisible()
  await expectAccessible(home, 'the notification centre')

  await home.keyboard.press('j')
  await home.keyboard.press('j')
  await home.keyboard.press('k')
  await expect(home.locator('[data-row]').first().getByRole('link')).toBeFocused()
  await links.first().focus()
  await home.keyboard.press('m')
  await expect(unread).toHaveCount(1)
  await expect(home).toHaveTitle(/^\(1\) Notifications/)
  await expectFocusKept(home)

  await home.getByRole('checkbox', { name: 'Unread only' }).click()
  await expect(links).toHaveCount(1)
  await home.getByRole('button', { name: 'Mark as read', exact: true }).click()
  await expect(home.getByRole('heading', { name: 'Nothing unread' })).toBeVisible()
  await expect(home).toHaveTitle(/^Notifications/)
  await home.getByRole('button', { name: 'Show all notifications' }).click()

  await home.getByRole('searchbox', { name: 'Search notifications' }).fill('a word that stands nowhere')
  await expect(home.getByRole('heading', { name: 'Nothing matches' })).toBeVisible()
  await home.getByRole('button', { name: 'Show all notifications' }).click()
  await home.getByRole('button', { name: 'All kinds' }).click()
  await home.getByRole('checkbox', { name: 'New matches' }).click()
  await home.keyboard.press('Escape')
  await expect(links).toHaveCount(2)
  await expect(home.locator('[data-row]')).toHaveCount(2)
  await links.first().focus()
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Notifications', level: 1 })).toHaveCount(0)

  await runCommand(home, 'send a test', /^Send a test notification/)
  await expect(home.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible()
})

test('mail: a wrong password is named, the right one sends, and a briefing arrives whole', async ({
  home,
}) => {
  const mail = await startMailServer({ auth: { user: 'sam@example.org', pass: PASSWORD } })
  await goTo(home, '/settings')
  const follow = home.getByRole('switch', { name: 'Follow-ups by email' })
  await expect(follow).not.toBeChecked()
  await follow.focus()
  await home.keyboard.press('Space')
  await expect(follow).toBeChecked()

  const provider = home.getByLabel('Provider')
  await provider.selectOption('Gmail')
  await expect(home.getByLabel('Server', { exact: true })).toHaveValue('smtp.gmail.com')
  await expect(provider).toHaveAccessibleDescription(/app password/)
  await provider.selectOption('Another server')
  const fill = async (label: string, text: string) => {
    await home.getByLabel(label, { exact: true }).fill(text)
    await home.keyboard.press('Enter')
  }
  await fill('Server', 'smtp://127.0.0.1')
  await expect(home.getByText(/^Write the name alone, .* Nothing was changed\.$/)).toBeVisible()
  await fill('Server', '127.0.0.1')
  await home.getByLabel('Encryption').selectOption('None, on this computer only')
  await fill('Port', String(mail.port))
  await fill('User', 'sam@example.org')
  await fill('To', 'sam at example')
  await expect(home.getByText(/^Write an address such as/)).toBeVisible()
  await fill('To', 'sam@example.org')
  await home.getByLabel('Password', { exact: true }).fill('wrong')
  await home.keyboard.press('Enter')
  await expect(home.getByText('Password: entered')).toBeVisible()

  await home.getByRole('button', { name: 'Send a test' }).click()
  await expect(home.getByText(/refused the user name or the password/).first()).toBeVisible()
  await expect(home.locator('q')).toContainText('not accepted')
  await home.getByRole('button', { name: 'Replace the Password' }).click()
  await home.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await home.getByRole('button', { name: 'Save the new one' }).click()
  await expect(home.getByLabel('Password', { exact: true })).toHaveCount(0)
  await home.getByRole('button', { name: 'Send a test' }).click()
  await expect.poll(() => mail.arrived.length).toBe(1)
  expect(mail.arrived[0]?.to).toEqual(['sam@example.org'])
  await expect(home.getByText(/^Ready\./)).toBeVisible()
  expect(await home.content()).not.toContain(PASSWORD)
  await expectAccessible(home, 'settings with mail')

  await home
    .getByRole('group', { name: 'Look at the messages' })
    .getByRole('button', { name: 'Morning briefing' })
    .click()
  const preview = home.getByRole('dialog', { name: 'Morning briefing' })
  await expect(preview.getByText(/^Subject: Morning briefing/)).toBeVisible()
  const frame = preview.locator('iframe')
  await expect(frame).toHaveAttribute('sandbox', '')
  await expect(
    frame.contentFrame().getByRole('link', { name: 'Senior Backend Engineer' }).first(),
  ).toBeVisible()
  await expectAccessible(home, 'a look at the briefing')
  await preview.getByRole('button', { name: 'Send it now' }).click()
  await expect.poll(() => mail.arrived.length).toBe(2)
  const email = mail.arrived[1]?.email
  expect(email?.subject).toMatch(/^Morning briefing/)
  expect(email?.text).toContain('Senior Backend Engineer')
  expect(email?.html).toContain('Senior Backend Engineer')
  await goTo(home, '/notifications')
  await expect(home.getByText(/^Sent by email/).first()).toBeVisible()
  await mail.close()
})
