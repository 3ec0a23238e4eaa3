import { readFileSync } from 'node:fs'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { JobId } from '../../main/contract/ids.ts'
import type { JobStatus } from '../../main/contract/values.ts'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1600, height: 900 } })

const column = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: new RegExp(`^${name}, \\d`) })
const cards = (page: Page, name: string): Locator => column(page, name).getByRole('listitem')
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Application', exact: true })
const said = (page: Page, words: RegExp): Locator => page.getByRole('status').filter({ hasText: words })
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** Takes waiting jobs of the sample up as applications of a status; answers their ids. */
async function takeUp(page: Page, count: number, status: JobStatus): Promise<JobId[]> {
  const { rows } = await askCore(page, 'jobs.list', { filter: { statuses: ['waiting'] }, limit: count })
  const jobIds = rows.map(row => row.id)
  await askCore(page, 'applications.setStatus', { jobIds, status })
  return jobIds
}

/** Answers in place of the system what pages ask it to open; the addresses, in their order. */
async function openedOutside(context: BrowserContext): Promise<string[]> {
  const opened: string[] = []
  await context.route('**/api/call', async (route, request) => {
    const { id, procedure, input } = request.postDataJSON() as {
      id: number
      procedure: string
      input: { url: string }
    }
    if (procedure !== 'shell.openExternal') return route.fallback()
    opened.push(input.url)
    await route.fulfill({ json: { id, ok: true, value: {} } })
  })
  return opened
}

test('the board: columns with counts, a card is dragged on, and Undo brings it back', async ({ home }) => {
  await home.keyboard.press('g')
  await home.keyboard.press('a')
  await expect(home.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible()
  await expect(cards(home, 'Applied')).toHaveCount(2)
  await expect(column(home, 'Offer')).toContainText('Offers that wait for your decision')
  const card = cards(home, 'Applied').filter({ hasText: 'Analytics Engineer' })
  await card.dragTo(column(home, 'Offer'))
  await expect(cards(home, 'Offer')).toHaveCount(1)
  await expect(home.getByRole('region', { name: 'Offer, 1' })).toBeVisible()
  await expect(home.getByRole('region', { name: 'Applied, 1' })).toBeVisible()
  await expect(said(home, /^Moved Analytics Engineer to Offer, 1 of 1$/)).toHaveCount(1)
  await expect(cards(home, 'Offer')).toBeFocused()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(cards(home, 'Applied')).toHaveCount(2)
  await expectFocusKept(home)

  // Rejected and archived stand closed at the right: they take cards, and open.
  await card.dragTo(home.getByRole('button', { name: /^Open Rejected/ }))
  await expect(cards(home, 'Applied')).toHaveCount(1)
  await home.getByRole('button', { name: /^Open Rejected/ }).click()
  await expect(cards(home, 'Rejected').filter({ hasText: 'Analytics Engineer' })).toBeVisible()
  await home.getByRole('button', { name: 'Close Rejected' }).click()
  await expect(home.getByRole('button', { name: /^Open Rejected/ })).toBeVisible()
})

test('the board by keyboard: moves are said, the focus stays on the card', async ({ home }) => {
  await goTo(home, '/applications')
  for (const [name, count] of [
    ['Approved', 1],
    ['Preparing to apply', 1],
    ['Applied', 2],
    ['Interview', 1],
  ] as const)
    await expect(cards(home, name)).toHaveCount(count)
  await home.keyboard.press('j')
  await expect(cards(home, 'Approved')).toBeFocused()
  await home.keyboard.press('ArrowRight')
  await home.keyboard.press('ArrowRight')
  await expect(cards(home, 'Applied').first()).toBeFocused()
  await home.keyboard.press('ArrowDown')
  const backend = (name: string) => cards(home, name).filter({ hasText: 'Backend Engineer' })
  await expect(backend('Applied')).toBeFocused()
  await home.keyboard.press(']')
  await expect(backend('Interview')).toBeFocused()
  await expect(said(home, /^Moved Backend Engineer \(Python\) to Interview, 1 of 2$/)).toHaveCount(1)
  await home.keyboard.press('Shift+ArrowRight')
  await expect(backend('Offer')).toBeFocused()
  await home.keyboard.press('[')
  await expect(backend('Interview')).toBeFocused()
  await home.keyboard.press('s')
  await home.keyboard.press('c')
  await expect(backend('Accepted')).toBeFocused()
  // A message that comes after the menu would take the first Esc for itself.
  await expect(home.getByText('Moved Backend Engineer (Python) to Accepted', { exact: true })).toBeVisible()
  await home.keyboard.press('m')
  await expect(home.getByRole('menuitemcheckbox', { name: /^Accepted/ })).toBeVisible()
  // It takes keys once it has the focus.
  await expect(home.locator('[role="menu"]:focus-within')).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(backend('Accepted')).toBeFocused()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(backend('Interview')).toBeFocused()
  // What leaves the board gives the focus to its neighbour.
  await home.keyboard.press('s')
  await home.keyboard.press('r')
  await expect(cards(home, 'Interview')).toHaveCount(1)
  await expect(cards(home, 'Interview')).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(panel(home)).toBeFocused()
  await home.keyboard.press('Escape')
  await expect(panel(home)).toHaveCount(0)
  await expect(cards(home, 'Interview')).toBeFocused()
})

test('a move that the core refuses goes back and says so', async ({ home, context }) => {
  await goTo(home, '/applications')
  await expect(cards(home, 'Approved')).toHaveCount(1)
  await context.route('**/api/call', async (route, request) => {
    const { id, procedure } = request.postDataJSON() as { id: number; procedure: string }
    if (procedure !== 'applications.setStatus') return route.fallback()
    const error = { code: 'disk_full', message: 'The disk is full.', retryable: false }
    await route.fulfill({ json: { id, ok: false, error } })
  })
  await cards(home, 'Approved').focus()
  await home.keyboard.press(']')
  await expect(home.getByText('The disk is full.', { exact: true })).toBeVisible()
  await expect(cards(home, 'Approved')).toHaveCount(1)
  await expect(cards(home, 'Preparing to apply')).toHaveCount(1)
})

test('applications without an answer: some are marked, and come back', async ({ home }) => {
  test.slow()
  for (const jobId of await takeUp(home, 3, 'applied'))
    await askCore(home, 'applications.edit', { jobId, facts: { appliedAt: daysAgo(20) } })
  await goTo(home, '/applications')
  await expect(cards(home, 'Applied').getByText('No answer for 20 days')).toHaveCount(3)
  await expect(home.getByText('3 applications have had no answer for 14 days or more')).toBeVisible()
  await home.getByRole('button', { name: 'Look through them' }).click()
  const dialog = home.getByRole('dialog', { name: 'No answer for a long time' })
  const lines = dialog.getByRole('listitem')
  await expect(lines).toHaveCount(3)
  await expectAccessible(home, 'applications without an answer')
  await lines.first().getByRole('checkbox').click()
  await expect(dialog.getByText('2 of 3 are chosen')).toBeVisible()
  await dialog.getByRole('button', { name: 'Mark 2 as no response' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(cards(home, 'Applied')).toHaveCount(3)
  await expect(home.getByText('1 application has had no answer for 14 days or more')).toBeVisible()
  await expectFocusKept(home)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(cards(home, 'Applied')).toHaveCount(5)
})

test('one application: facts in place, an interview with its calendar file, an offer', async ({ home }) => {
  test.slow()
  await goTo(home, '/applications')
  await cards(home, 'Applied').filter({ hasText: 'Backend Engineer' }).click()
  const it = panel(home)
  await expect(it.getByRole('heading', { name: 'Backend Engineer (Python)' })).toBeVisible()
  await expect(home).toHaveURL(/applications\?job=\d+/)

  await it.getByRole('button', { name: /^To: change/ }).click()
  await expect(it.getByLabel('Recipient')).toBeFocused()
  await home.keyboard.type('jobs@marram.example')
  await home.keyboard.press('Enter')
  await expect(it.getByRole('button', { name: /^To: change/ })).toBeFocused()
  await expect(it.getByRole('button', { name: /^To: change/ })).toContainText('jobs@marram.example')
  await it.getByRole('button', { name: /^Next step: change/ }).click()
  await it.getByLabel('What comes next').fill('Send the portfolio')
  await home.keyboard.press('Escape')
  await expect(it.getByRole('button', { name: /^Next step: change/ })).toContainText('Nothing planned')
  await expect(it).toBeVisible()

  await it.getByRole('button', { name: 'Add an interview' }).click()
  await it.getByRole('button', { name: 'Save interview' }).click()
  await expect(it.getByLabel('Date and time')).toBeFocused()
  await expect(it.getByLabel('Date and time')).toHaveAccessibleDescription(/Choose the date/)
  expect(await home.locator('#main').evaluate(main => main.scrollTop)).toBe(0)
  await it.getByLabel('Date and time').fill('2027-03-09T14:30')
  await it.getByLabel('People').fill('Ines Park')
  await it.getByRole('button', { name: 'Save interview' }).click()
  await expect(it.getByText('With Ines Park')).toBeVisible()
  await expect(it.getByRole('button', { name: 'Add an interview' })).toBeFocused()
  await expect(cards(home, 'Applied').filter({ hasText: 'Interview Tue, 9 Mar 2027, 14:30' })).toBeVisible()
  const download = home.waitForEvent('download')
  await it.getByRole('button', { name: /^Save for a calendar: Video call/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/BEGIN:VEVENT[\s\S]*Backend Engineer/)

  await it.getByRole('button', { name: 'Write down an offer' }).click()
  await it.getByLabel('Pay').fill('72k')
  await it.getByLabel('Currency').fill('gb')
  await it.getByRole('button', { name: 'Save offer' }).click()
  await expect(it.getByLabel('Currency')).toHaveAccessibleDescription(/three capital letters/)
  await it.getByLabel('Currency').fill('gbp')
  await it.getByRole('button', { name: 'Save offer' }).click()
  await expect(it.getByText('£72,000 a year')).toBeVisible()
  await expectAccessible(home, 'an application beside the board')

  await it.getByRole('button', { name: 'Remove the offer' }).click()
  await expect(it.getByRole('button', { name: 'Write down an offer' })).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(it.getByText('£72,000 a year')).toBeVisible()
  // A notice stays while the pointer is over it, and covers what is below.
  await home.mouse.move(5, 5)
  await it.getByRole('button', { name: 'Log a call or message' }).click()
  await it.getByLabel('In your words').fill('Asked for the salary range')
  await it.getByRole('button', { name: 'Log it' }).click()
  await expect(it.getByText('Call Asked for the salary range')).toBeVisible()
})

test('follow-ups: a mail is begun, one is logged as done, another waits for its day', async ({
  home,
  context,
}) => {
  test.slow()
  const [first, second] = await takeUp(home, 2, 'applied')
  for (const jobId of [first, second])
    if (jobId) await askCore(home, 'applications.edit', { jobId, facts: { appliedAt: daysAgo(12) } })
  if (first)
    await askCore(home, 'applications.edit', { jobId: first, facts: { recipient: 'hr@acme.example' } })
  const opened = await openedOutside(context)
  await goTo(home, '/applications/follow-ups')
  const overdue = home.getByRole('list', { name: /^Overdue/ }).getByRole('listitem')
  await expect(overdue).toHaveCount(2)
  await expect(overdue.first()).toContainText(/1[23] days since the application, no answer yet/)
  await expectAccessible(home, 'follow-ups')

  const toAcme = overdue.first().getByRole('button', { name: /^Write a mail/ })
  await overdue
    .nth(1)
    .getByRole('button', { name: /^Write a mail/ })
    .click()
  await toAcme.click()
  await expect.poll(() => opened.length).toBe(2)
  for (const address of opened) expect(address).toMatch(/^mailto:[^?]*\?subject=.+&body=.+/)
  expect(opened.some(address => address.startsWith('mailto:hr@acme.example?'))).toBe(true)

  await overdue
    .first()
    .getByRole('button', { name: /^Log as done/ })
    .click()
  await expect(overdue).toHaveCount(1)
  await expectFocusKept(home)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(overdue).toHaveCount(2)
  await overdue
    .first()
    .getByRole('button', { name: /^Another day/ })
    .click()
  await home.getByRole('button', { name: 'In a week' }).click()
  await expect(overdue).toHaveCount(1)
  const week = home.getByRole('list', { name: /^This week/ }).getByRole('listitem')
  await expect(week.filter({ hasText: 'as you chose' })).toHaveCount(1)
  await expectFocusKept(home)
})

test('the timeline and the list: by status, by date, by company; addresses bring them back', async ({
  home,
}) => {
  test.slow()
  await goTo(home, '/applications')
  await home.getByRole('link', { name: 'Timeline', exact: true }).click()
  const lines = home.getByRole('list', { name: 'Timeline' }).getByRole('listitem')
  await expect(home.getByRole('heading', { name: 'Today' })).toBeVisible()
  const all = await lines.count()
  await expectAccessible(home, 'the timeline')

  await home.getByRole('button', { name: /^Status filter/ }).click()
  const statuses = home.getByRole('dialog', { name: 'Statuses' })
  for (const name of [
    'Approved',
    'Preparing to apply',
    'Applied',
    'Offer',
    'Accepted',
    'Rejected',
    'Archived',
  ])
    await statuses.getByRole('checkbox', { name }).click()
  await home.keyboard.press('Escape')
  await expect(home).toHaveURL(/timeline\?status=interview/)
  await expect(lines.first()).toContainText('Site Reliability Engineer')
  await expect.poll(() => lines.count()).toBeLessThan(all)
  await home.reload()
  await expect(home.getByRole('button', { name: 'Status filter: Interview' })).toBeVisible()
  await home.getByRole('button', { name: /^Date filter/ }).click()
  await home.getByRole('radio', { name: 'Custom' }).click()
  await home.getByLabel('To', { exact: true }).fill('2020-01-01')
  await expect(home.getByRole('heading', { name: 'No application matches' })).toBeVisible()
  await home.keyboard.press('Escape')
  await home.getByRole('button', { name: 'Show any date' }).click()
  await expect(lines.first()).toContainText('Site Reliability Engineer')
  await home.getByRole('button', { name: 'Clear filters' }).click()
  await home.getByRole('button', { name: 'Company', exact: true }).click()
  await home.keyboard.type('marram')
  await expect(home.getByRole('option', { name: 'Marram Quay' })).toBeVisible()
  await expect(home.getByRole('option')).toHaveCount(1)
  await home.keyboard.press('Enter')
  await expect(lines.first()).toContainText('Marram Quay')
  await expectFocusKept(home)

  await home.getByRole('link', { name: 'List', exact: true }).click()
  const rows = home.getByRole('list', { name: 'Applications', exact: true }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await home.getByRole('button', { name: 'Marram Quay: show all companies' }).click()
  await expect(rows).toHaveCount(5)
  await home.getByLabel('Order', { exact: true }).selectOption('company')
  await expect(rows.first()).toContainText('Copperline Freight')
  await expectAccessible(home, 'the list of applications')
  await rows.first().focus()
  await home.keyboard.press('s')
  await home.keyboard.press('p')
  await expect(rows.first()).toContainText('Preparing to apply')
  await expect(rows.first()).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(panel(home)).toBeFocused()
  await panel(home).getByRole('link', { name: 'Open the job' }).click()
  await expect(home).toHaveURL(/\/jobs\/\d+/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('one column with a switch, and the application instead of it', async ({ home }) => {
    await goTo(home, '/applications')
    await home.getByLabel('Column', { exact: true }).selectOption('applied')
    await expect(cards(home, 'Applied')).toHaveCount(2)
    await expect(home).toHaveURL(/column=applied/)
    await expectAccessible(home, 'one column')
    await cards(home, 'Applied').first().focus()
    await home.keyboard.press('ArrowRight')
    await expect(cards(home, 'Interview')).toHaveCount(1)
    await cards(home, 'Interview').click()
    await expect(panel(home).getByRole('heading', { name: 'Site Reliability Engineer' })).toBeVisible()
    await expect(cards(home, 'Interview')).toHaveCount(0)
    expect(await home.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await panel(home).getByRole('button', { name: 'Applications' }).click()
    await expect(cards(home, 'Interview')).toBeFocused()
  })
})

test.describe('with nothing', () => {
  test.use({ sample: false })

  test('the first page says what will stand here', async ({ home }) => {
    await goTo(home, '/applications')
    await expect(home.getByRole('heading', { name: 'No applications yet' })).toBeVisible()
    await goTo(home, '/applications/follow-ups')
    await expect(home.getByRole('heading', { name: 'Nobody to ask again' })).toBeVisible()
    await expectAccessible(home, 'no follow-ups')
    await goTo(home, '/applications/nothing')
    await expect(home.getByRole('heading', { name: 'Applications', level: 1 })).toHaveCount(0)
  })
})
