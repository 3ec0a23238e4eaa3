import type { Page } from '@playwright/test'
import { askCore } from '../kit/ask.ts'
import { goTo, openJob, tabTo } from '../kit/page.ts'
import { expect, takeUp, test } from './task.ts'

test.use({ viewport: { width: 1440, height: 900 } })

/** The person is away in another window and comes back. */
async function comeBack(home: Page): Promise<void> {
  await home.evaluate(() => window.dispatchEvent(new Event('blur')))
  await home.evaluate(() => window.dispatchEvent(new Event('focus')))
}

async function openFirst(home: Page): Promise<{ id: number; title: string }> {
  const [job] = await takeUp(home, 1, 'approved')
  if (!job) throw new Error('There is no job')
  await goTo(home, `/jobs/${job.id}`)
  // Whoever has just come has the focus on its title, and its keys work.
  await expect(openJob(home).getByRole('heading', { name: job.title, exact: true })).toBeFocused()
  return job
}

const status = (home: Page) => openJob(home).getByRole('button', { name: /^Status: / })

test.describe('8: apply, and say on return that it was sent', () => {
  test('by mouse', async ({ home, act, opener }) => {
    const { id } = await openFirst(home)
    await act('apply', () => openJob(home).getByRole('button', { name: 'Apply', exact: true }).click())
    await expect(status(home)).toHaveAccessibleName('Status: Preparing to apply')
    const { applyUrl } = await askCore(home, 'jobs.get', { jobId: id })
    await expect.poll(() => opener.opened()).toEqual([applyUrl])
    await comeBack(home)
    const question = home.getByRole('region', { name: 'Was the application sent?' })
    await act('yes', () => question.getByRole('button', { name: 'Yes, sent' }).click())
    await expect(status(home)).toHaveAccessibleName('Status: Applied')
    const recipient = home.getByRole('region', { name: 'Who received the application?' })
    await act('to whom', async () => {
      await recipient.getByRole('textbox', { name: 'Recipient' }).fill('careers@example.org')
      await recipient.getByRole('button', { name: 'Save' }).click()
    })
    await expect(recipient).toHaveCount(0)
    await expect(openJob(home).getByText('careers@example.org').first()).toBeVisible()
  })

  test('by keyboard', async ({ home, act, opener }) => {
    await openFirst(home)
    await act('apply', () => home.keyboard.press('o'))
    await expect(status(home)).toHaveAccessibleName('Status: Preparing to apply')
    await expect.poll(() => opener.opened().length).toBe(1)
    await comeBack(home)
    await expect(home.getByRole('region', { name: 'Was the application sent?' })).toBeVisible()
    await act('yes', () => home.keyboard.press('y'))
    await expect(status(home)).toHaveAccessibleName('Status: Applied')
    await expect(home.getByRole('textbox', { name: 'Recipient' })).toBeFocused()
    await act('to whom', async () => {
      await home.keyboard.type('careers@example.org')
      await home.keyboard.press('Enter')
    })
    await expect(home.getByRole('region', { name: 'Who received the application?' })).toHaveCount(0)
    await expect(openJob(home).getByText('careers@example.org').first()).toBeVisible()
  })
})

test.describe('9: write a note in Markdown, and read it', () => {
  const note = '**Ask Ines** about:\n- the on-call week\n'

  test('by mouse', async ({ home, act }) => {
    await openFirst(home)
    const area = home.getByLabel('Notes on this job')
    await act('write', async () => {
      await area.click()
      await area.pressSequentially(note)
    })
    await act('read', () => openJob(home).getByRole('button', { name: 'Read', exact: true }).click())
    await expect(openJob(home).locator('strong', { hasText: 'Ask Ines' })).toBeVisible()
    await expect(openJob(home).getByRole('listitem').filter({ hasText: 'the on-call week' })).toBeVisible()
    await expect(openJob(home).getByText('Saved', { exact: true })).toBeVisible()
  })

  test('by keyboard', async ({ home, act }) => {
    const { id } = await openFirst(home)
    await act('to the notes', () => home.keyboard.press('n'))
    await expect(home.getByLabel('Notes on this job')).toBeFocused()
    await act('write', () => home.keyboard.type('**Ask Ines**'))
    await act('read', () => home.keyboard.press('Escape'))
    await expect(openJob(home).locator('strong', { hasText: 'Ask Ines' })).toBeVisible()
    await expect.poll(async () => (await askCore(home, 'jobs.get', { jobId: id })).notes).toBe('**Ask Ines**')
  })
})

test.describe('10: set a reminder, and tick it on the dashboard', () => {
  test('by mouse', async ({ home, act }) => {
    await openFirst(home)
    await act('set', async () => {
      await openJob(home).getByLabel('What to remember').first().fill('Call Ines')
      await openJob(home).getByRole('button', { name: 'Tomorrow 9:00' }).click()
    })
    await expect(openJob(home).getByRole('checkbox', { name: 'Done: Call Ines' })).toBeVisible()
    await act('to the dashboard', () => home.getByRole('link', { name: 'Dashboard' }).click())
    const box = home.getByRole('checkbox', { name: 'Done: Call Ines' })
    await act('tick', () => box.click())
    await expect(box).toHaveCount(0)
  })

  test('by keyboard', async ({ home, act }) => {
    await openFirst(home)
    await act('to the reminders', () => home.keyboard.press('r'))
    await expect(openJob(home).getByLabel('What to remember').first()).toBeFocused()
    await act('set', async () => {
      await home.keyboard.type('Call Ines')
      await home.keyboard.press('Enter')
      await expect(openJob(home).getByRole('button', { name: 'Tomorrow 9:00' }).first()).toBeFocused()
      await home.keyboard.press('Enter')
    })
    await expect(openJob(home).getByRole('checkbox', { name: 'Done: Call Ines' })).toBeVisible()
    await act('to the dashboard', async () => {
      // Out of the field, in which letters are text.
      await home.keyboard.press('Escape')
      await home.keyboard.press('ControlOrMeta+k')
      await home.keyboard.type('dashboard')
      await home.keyboard.press('Enter')
    })
    const box = home.getByRole('checkbox', { name: 'Done: Call Ines' })
    await act('tick', async () => {
      await tabTo(home, box, { most: 150 })
      await home.keyboard.press('Space')
    })
    await expect(box).toHaveCount(0)
  })
})
