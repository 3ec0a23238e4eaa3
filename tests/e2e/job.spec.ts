import type { BrowserContext, Page } from '@playwright/test'
import { JobId } from '../../main/contract/ids.ts'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, giveFile, goTo, jobRow, jobsList, openJob, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

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

/** Leaves the window for another program and comes back, as far as a page can tell. */
const comeBack = (page: Page) =>
  page.evaluate(() => {
    window.dispatchEvent(new Event('blur'))
    window.dispatchEvent(new Event('focus'))
  })

/** Opens a waiting job of the sample; answers its id. */
async function openWaiting(home: Page, name: RegExp = /Data Engineer, Nettlestone Data/): Promise<JobId> {
  await goTo(home, '/jobs')
  await jobRow(home, name).click()
  await expect(openJob(home).getByRole('heading', { name: /^Why \d+ of 100/ })).toBeVisible()
  return JobId.parse(Number(/jobs\/(\d+)/.exec(home.url())?.[1]))
}

const question = (page: Page) => page.getByRole('region', { name: 'Was the application sent?' })
const part = (page: Page, name: string) =>
  openJob(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })

test('applying: opened outside, asked on return, kept over a reload, answered once', async ({
  home,
  context,
}) => {
  const opened = await openedOutside(context)
  await openWaiting(home)
  const status = openJob(home).getByRole('button', { name: /^Status: / })
  await openJob(home).getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(status).toHaveAccessibleName('Status: Preparing to apply')
  expect(opened).toHaveLength(1)
  expect(opened[0]).toMatch(/^https:\/\//)
  await expect(question(home)).toHaveCount(0)

  await comeBack(home)
  await expect(question(home)).toContainText(
    'Did you send the application to Data Engineer at Nettlestone Data?',
  )
  await expectFocusKept(home)
  await expectAccessible(home, 'the question whether an application was sent')
  await home.reload()
  await expect(question(home)).toBeVisible()
  // Whatever page the person is on.
  await goTo(home, '/companies')
  await expect(question(home)).toBeVisible()

  await question(home).getByRole('button', { name: 'Yes, sent' }).click()
  await expect(question(home)).toHaveCount(0)
  const recipient = home.getByRole('textbox', { name: 'Recipient' })
  await expect(recipient).toBeFocused()
  await recipient.fill('careers@nettlestone.example')
  await home.keyboard.press('Enter')
  await expect(recipient).toHaveCount(0)
  await expectFocusKept(home)

  await openWaiting(home)
  await expect(status).toHaveAccessibleName('Status: Applied')
  await expect(part(home, 'Application')).toContainText('careers@nettlestone.example')
  await expect(part(home, 'Timeline')).toContainText('Applied')
  await home.reload()
  await comeBack(home)
  await expect(status).toHaveAccessibleName('Status: Applied')
  await expect(question(home)).toHaveCount(0)
})

test('applying by keys: not yet is an answer, later is not, and the move is taken back', async ({
  home,
  context,
}) => {
  await openedOutside(context)
  await openWaiting(home)
  const status = openJob(home).getByRole('button', { name: /^Status: / })
  await home.keyboard.press('o')
  await expect(status).toHaveAccessibleName('Status: Preparing to apply')
  await home.keyboard.press('ControlOrMeta+z')
  await expect(status).toHaveAccessibleName('Status: Waiting')
  await comeBack(home)
  await expect(question(home)).toBeVisible()
  const later = question(home).getByRole('button', { name: 'Ask later' })
  await tabTo(home, later, { back: true, most: 120 })
  await home.keyboard.press('Enter')
  await expect(question(home)).toHaveCount(0)
  await expectFocusKept(home)
  await comeBack(home)
  await expect(question(home)).toHaveCount(0)

  // Opened once more, it is asked once more.
  await home.keyboard.press('o')
  await expect(status).toHaveAccessibleName('Status: Preparing to apply')
  await comeBack(home)
  const notYet = question(home).getByRole('button', { name: 'Not yet' })
  await tabTo(home, notYet, { back: true, most: 120 })
  await home.keyboard.press('Enter')
  await expect(question(home)).toHaveCount(0)
  await home.reload()
  await expect(status).toHaveAccessibleName('Status: Preparing to apply')
  await expect(question(home)).toHaveCount(0)

  // A page that was just loaded takes keys once it is drawn.
  await expect(async () => {
    await home.keyboard.press('o')
    expect(await home.evaluate(() => localStorage.getItem('rolecall-applications-begun'))).toContain('Data')
  }).toPass()
  await comeBack(home)
  await expect(question(home)).toBeVisible()
  await home.keyboard.press('y')
  await expect(status).toHaveAccessibleName('Status: Applied')
  await expect(home.getByRole('textbox', { name: 'Recipient' })).toBeFocused()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('textbox', { name: 'Recipient' })).toHaveCount(0)
  await expectFocusKept(home)
})

test('notes are written in Markdown with keys, read, ticked, and saved', async ({ home, context }) => {
  const opened = await openedOutside(context)
  await openWaiting(home)
  await home.keyboard.press('n')
  const notes = home.getByLabel('Notes on this job')
  await expect(notes).toBeFocused()
  await home.keyboard.type('# Talk with Ines\n\n')
  await home.keyboard.press('ControlOrMeta+Shift+K')
  await home.keyboard.type('Ask about the on-call week')
  await home.keyboard.press('Enter')
  await home.keyboard.type('Send the portfolio')
  await home.keyboard.press('Enter')
  await home.keyboard.press('Enter')
  await home.keyboard.press('ControlOrMeta+B')
  await home.keyboard.type('two')
  await home.keyboard.press('ControlOrMeta+B')
  await expect(notes).toHaveValue(
    '# Talk with Ines\n\n- [ ] Ask about the on-call week\n- [ ] Send the portfolio\n**two**',
  )
  // The field's own undo takes a mark back.
  await home
    .getByRole('toolbar', { name: 'Marks of the notes' })
    .getByRole('button', { name: 'Link' })
    .click()
  await expect(notes).toHaveValue(/\[words\]\(https:\/\/\)/)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(notes).not.toHaveValue(/words/)
  await notes.fill(
    '# Talk with Ines\n\n- [ ] Ask about the on-call week\n- [x] Send the portfolio\n\n**Two** rounds, see https://nettlestone.example/rounds',
  )
  await expect(part(home, 'Notes').getByText('Saved', { exact: true })).toBeVisible()

  await home.keyboard.press('Escape')
  const edit = part(home, 'Notes').getByRole('button', { name: 'Edit', exact: true })
  await expect(edit).toBeFocused()
  await expect(part(home, 'Notes').getByRole('heading', { name: 'Talk with Ines' })).toBeVisible()
  const box = home.getByRole('checkbox', { name: 'Ask about the on-call week' })
  await expect(box).not.toBeChecked()
  await box.check()
  await expect(box).toBeFocused()
  await expect(part(home, 'Notes').getByText('Saved', { exact: true })).toBeVisible()
  await expectAccessible(home, 'notes that are read')
  await part(home, 'Notes').getByRole('link', { name: 'https://nettlestone.example/rounds' }).click()
  await expect.poll(() => opened).toEqual(['https://nettlestone.example/rounds'])

  await home.reload()
  await expect(box).toBeChecked()
  await home.keyboard.press('n')
  await expect(notes).toBeFocused()
  await expect(notes).toHaveValue(/- \[x\] Ask about the on-call week/)
})

test('a hostile note runs nothing, loads nothing and leads nowhere by itself', async ({ home, context }) => {
  const opened = await openedOutside(context)
  const jobId = await openWaiting(home)
  const { notesVersion } = await askCore(home, 'jobs.get', { jobId })
  await askCore(home, 'applications.saveNotes', {
    jobId,
    basedOn: notesVersion,
    notes: [
      '<script>window.hacked = 1</script>',
      '<img src="https://evil.example/a.png" onerror="window.hacked = 1">',
      '![A map](https://evil.example/map.png)',
      '[press](javascript:window.hacked=1)',
      '[inside](#/settings)',
      '[out](https://evil.example/out)',
      '<style>body { display: none }</style>',
    ].join('\n\n'),
  })
  await home.reload()
  const notes = part(home, 'Notes')
  await expect(notes.getByText('<script>')).toBeVisible()
  await expect(notes.getByText('press')).toBeVisible()
  await notes.getByText('press').click()
  await notes.getByText('inside').click()
  await expect(home).toHaveURL(/#\/jobs\//)
  await expect(notes.getByRole('link')).toHaveText(['Picture: A map', 'out'])
  await notes.getByRole('link', { name: 'out' }).click()
  await expect.poll(() => opened).toEqual(['https://evil.example/out'])
  expect(await home.evaluate(() => 'hacked' in window)).toBe(false)
  await expect(notes.locator('img, script, style, iframe')).toHaveCount(0)
})

test('two windows that edit one note lose neither text', async ({ home, context, shell }) => {
  const jobId = await openWaiting(home)
  const other = await context.newPage()
  await other.goto(`${shell.origin}/#/jobs/${jobId}`)
  const mine = home.getByLabel('Notes on this job')
  const theirs = other.getByLabel('Notes on this job')
  await expect(theirs).toBeVisible()
  // The other window's line is slow: what it saves is based on what it saw.
  const gate = Promise.withResolvers<void>()
  await other.route('**/api/call', async (route, request) => {
    if (request.postData()?.includes('saveNotes')) await gate.promise
    await route.fallback()
  })
  await theirs.fill('Written in the other window.')
  await mine.fill('Written here.')
  await expect(part(home, 'Notes').getByText('Saved', { exact: true })).toBeVisible()
  gate.resolve()
  const both = part(other, 'Notes').getByRole('alert')
  await expect(both).toContainText('changed elsewhere as well')
  await expect(other.getByLabel('The other notes')).toHaveValue('Written here.')
  await expect(theirs).toHaveValue('Written in the other window.')
  await both.getByRole('button', { name: 'Keep both' }).click()
  await expect(theirs).toBeFocused()
  await expect(theirs).toHaveValue('Written here.\n\nWritten in the other window.')
  await expect(mine).toHaveValue('Written here.\n\nWritten in the other window.')
})

test('reminders of a job: with a press, at another time, corrected, ticked, taken back', async ({ home }) => {
  const jobId = await openWaiting(home)
  await askCore(home, 'reminders.save', {
    reminderId: null,
    reminder: { jobId, text: 'Long ago', dueAt: '2020-01-02T09:00:00.000Z' },
  })
  const reminders = part(home, 'Reminders')
  const open = reminders.getByRole('list', { name: 'Open reminders' })
  await expect(open.getByRole('listitem').filter({ hasText: 'Long ago' })).toContainText('Overdue')

  await home.keyboard.press('r')
  await expect(reminders.getByRole('textbox', { name: 'What to remember' })).toBeFocused()
  await home.keyboard.type('Call Ines back')
  await home.keyboard.press('Enter')
  await expect(reminders.getByRole('button', { name: 'Tomorrow 9:00' })).toBeFocused()
  await home.keyboard.press('Enter')
  const call = open.getByRole('listitem').filter({ hasText: 'Call Ines back' })
  await expect(call).toContainText('Tomorrow, 09:00')
  await expectFocusKept(home)

  await reminders.getByRole('button', { name: 'Other time' }).click()
  await reminders.getByLabel('Day and time').fill('2020-01-01T10:00')
  await reminders.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(reminders.getByText('Choose a time that is still to come')).toBeVisible()
  await reminders.getByLabel('Day and time').fill('2099-05-04T10:30')
  await home.keyboard.press('Enter')
  // Without words it says what comes next with a waiting job.
  await expect(open.getByRole('listitem').filter({ hasText: 'Decide on this job' })).toContainText(
    '4 May 2099, 10:30',
  )

  await call.getByRole('button', { name: 'Change: Call Ines back' }).click()
  await reminders.getByRole('form', { name: 'Reminder' }).getByLabel('What to remember').fill('Write to Ines')
  await home.keyboard.press('Enter')
  await expect(open.getByText('Write to Ines', { exact: true })).toBeVisible()
  await expectFocusKept(home)

  await open.getByRole('checkbox', { name: 'Done: Long ago' }).click()
  await expect(open.getByText('Long ago', { exact: true })).toHaveCount(0)
  await expectFocusKept(home)
  await reminders.getByText('1 done').click()
  await expect(reminders.getByRole('checkbox', { name: 'Done: Long ago' })).toBeChecked()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(open.getByText('Long ago', { exact: true })).toBeVisible()

  await goTo(home, '/reminders')
  await expect(home.getByRole('heading', { name: 'Overdue' })).toBeVisible()
  await expect(home.getByRole('list', { name: 'Overdue' })).toContainText('Long ago')
  await expect(home.getByRole('list', { name: 'Next 7 days' })).toContainText('Write to Ines')
  await expect(home.getByRole('list', { name: 'Later' })).toContainText('Decide on this job')
  await expectAccessible(home, 'the reminders')
  await home.getByRole('button', { name: 'In a week' }).click()
  await expect(home.getByText('Write what to remember', { exact: true })).toBeVisible()
  await home.keyboard.type('Renew the certificate')
  await home.getByRole('button', { name: 'In a week' }).click()
  await expect(home.getByRole('checkbox', { name: 'Done: Renew the certificate' })).toBeVisible()
  await home.getByRole('checkbox', { name: 'Done: Long ago' }).focus()
  await home.keyboard.press('Space')
  await expect(home.getByRole('list', { name: 'Overdue' })).toHaveCount(0)
  await expectFocusKept(home)
  await home.getByRole('radio', { name: 'Done' }).click()
  await expect(home.getByRole('list', { name: 'Done' })).toContainText('Long ago')
  await home
    .getByRole('link', { name: /^Data Engineer/ })
    .first()
    .click()
  await expect(openJob(home).getByRole('heading', { name: 'Data Engineer' })).toBeVisible()
})

test('people of a job: new, known from another job, written to, taken off; all of them on a page', async ({
  home,
  context,
}) => {
  const opened = await openedOutside(context)
  await openWaiting(home)
  const people = part(home, 'People')
  await people.getByRole('button', { name: 'Add a person' }).click()
  const dialog = home.getByRole('dialog')
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
  await home.keyboard.type('Ines Vale')
  await dialog.getByLabel('Email').fill('no address')
  await home.keyboard.press('Enter')
  await expect(dialog.getByText('An email address is written like name@example.org')).toBeVisible()
  await expect(dialog.getByLabel('Email')).toBeFocused()
  // Left by Esc, what was typed is there again.
  await home.keyboard.press('Escape')
  await people.getByRole('button', { name: 'Add a person' }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Ines Vale')
  await dialog.getByLabel('Email').fill('ines@nettlestone.example')
  await dialog.getByLabel('Role').fill('Recruiter')
  await expectAccessible(home, 'adding a person')
  await home.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(people.getByText('Ines Vale')).toBeVisible()
  await expectFocusKept(home)
  await people.getByRole('button', { name: 'Write to ines@nettlestone.example' }).click()
  await expect.poll(() => opened[0]).toMatch(/^mailto:ines@nettlestone\.example\?subject=.*Data%20Engineer/)

  // Another job: the name is offered while it is written.
  await openWaiting(home, /Python Developer, Greywater Analytics/)
  await expect(people).toContainText('Nobody yet')
  await people.getByRole('button', { name: 'Add a person' }).click()
  await home.keyboard.type('ines')
  await dialog.getByRole('button', { name: 'Choose Ines Vale, Recruiter' }).click()
  await expect(people.getByText('Ines Vale')).toBeVisible()
  await expect(dialog).toHaveCount(0)

  await goTo(home, '/contacts')
  const list = home.getByRole('list', { name: 'Contacts' })
  const row = list.getByRole('listitem', { name: /^Ines Vale, Recruiter/ })
  await expect(row).toHaveAccessibleName(/and 1 more$/)
  await expectAccessible(home, 'the contacts')
  await home.getByRole('searchbox', { name: 'Search contacts' }).fill('nobody of that name')
  await expect(home.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
  await home.getByRole('main').getByRole('button', { name: 'Clear the search' }).last().click()
  await row.focus()
  await home.keyboard.press('Enter')
  await dialog.getByLabel('Phone').fill('+44 20 7946 0000')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('+44 20 7946 0000')
  await expectFocusKept(home)

  await openWaiting(home)
  await people.getByRole('button', { name: 'More for Ines Vale' }).click()
  await home.getByRole('menuitem', { name: 'Take off this job' }).click()
  await expect(people).toContainText('Nobody yet')
  await expectFocusKept(home)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(people.getByText('Ines Vale')).toBeVisible()
})

test('a job on paper is whole: facts, notes, posting and addresses, black on white', async ({ home }) => {
  const jobId = await openWaiting(home)
  const { notesVersion, applyUrl } = await askCore(home, 'jobs.get', { jobId })
  await askCore(home, 'applications.saveNotes', {
    jobId,
    basedOn: notesVersion,
    notes: `Ask about the rounds.\n${'A long line of notes.\n'.repeat(80)}The last line.`,
  })
  const { text } = await askCore(home, 'jobs.posting', { jobId })
  await expect(part(home, 'Notes')).toContainText('The last line.')
  await home.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const paper = home.getByRole('article')
  await expect(paper.getByRole('heading', { name: 'Data Engineer', level: 1 })).toBeVisible()
  await expect(home.getByRole('navigation')).toHaveCount(0)
  await expect(paper).toContainText(applyUrl ?? 'no address')
  await expect(paper).toContainText('The last line.')
  await expect(paper).toContainText(text.trim().slice(-60))
  await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(home.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  // Nothing is cut: the sheet is as long as its words, and no frame scrolls.
  const cut = await paper.evaluate(one =>
    [one, ...one.querySelectorAll('*')].some(
      ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) =>
        clientHeight > 0 && (scrollHeight > clientHeight + 4 || scrollWidth > clientWidth + 4),
    ),
  )
  expect(cut).toBe(false)
  expect((await home.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(2)

  await home.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await expect(paper).toHaveCount(1)
  await home.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  await home.getByRole('heading', { name: 'Data Engineer' }).first().focus()
  await home.keyboard.press('p')
  await expect(home.locator('body')).toHaveAttribute('data-printed', '')
})

test('similar jobs say why, and open', async ({ home }) => {
  await openWaiting(home, /Senior Backend Engineer, Harrowgate Ledger/)
  const similar = openJob(home).getByRole('list', { name: 'Similar jobs' })
  const first = similar.getByRole('listitem').first()
  await expect(first).toBeVisible()
  const title = await first.getByRole('link').locator('span span').first().textContent()
  await first.getByRole('link').click()
  await expect(openJob(home).getByRole('heading', { name: title ?? '', exact: true })).toBeVisible()
  await expectFocusKept(home)
})

test('the parts of a long page are reached from its head', async ({ home }) => {
  await openWaiting(home)
  await openJob(home).getByRole('button', { name: 'Parts' }).click()
  await home.getByRole('menuitemcheckbox', { name: 'Timeline' }).click()
  await expect(openJob(home).getByRole('heading', { name: 'Timeline' })).toBeInViewport()
  await expectFocusKept(home)
  await home.setViewportSize({ width: 1200, height: 900 })
  const parts = home.getByRole('navigation', { name: 'Parts of this job' })
  await parts.getByRole('button', { name: 'Notes' }).click()
  await expect(openJob(home).getByRole('heading', { name: 'Notes' })).toBeInViewport()
  await parts.getByRole('button', { name: 'Overview' }).click()
  await expect(openJob(home).getByRole('heading', { level: 1 })).toBeInViewport()
})

test.describe('in an empty Rolecall', () => {
  test.use({ sample: false })

  test('a job that is joined away while it is open says where it went', async ({ home }) => {
    const posting = (source: string) => ({
      id: `${source}-1`,
      source,
      title: 'Ledger Engineer',
      company: 'Northlight Instruments',
      location: 'Leeds, UK',
      description: 'You look after the ledgers that customers close their months with, in PostgreSQL.',
      url: `https://${source.toLowerCase()}.example/jobs/1`,
    })
    await home.keyboard.press('i')
    await giveFile(
      home,
      'two.jsonl',
      ['Harbourboard', 'Tidelist'].map(one => JSON.stringify(posting(one))).join('\n'),
    )
    await home.getByRole('button', { name: 'Start the import' }).click()
    await expect(home.getByText('Nothing was refused.')).toBeVisible()
    await home.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await goTo(home, '/jobs')
    await jobsList(home).getByRole('listitem').first().click()
    const joined = openJob(home).getByRole('heading', { name: 'Joined from 2 postings' })
    await expect(joined).toBeVisible()
    await openJob(home)
      .getByRole('button', { name: /^Another job: .* at Tidelist/ })
      .click()
    await expect(jobsList(home).getByRole('listitem')).toHaveCount(2)
    const first = home.url()
    for (const row of await jobsList(home).getByRole('listitem').all()) {
      await row.click()
      if (home.url() !== first) break
    }
    await expect(openJob(home).getByRole('heading', { name: 'Where it was found' })).toBeVisible()
    await home.keyboard.press('ControlOrMeta+z')
    const gone = openJob(home).getByRole('alert')
    await expect(gone).toContainText('“Ledger Engineer” is not a job of its own any more')
    await expectFocusKept(home)
    await expectAccessible(home, 'a job that is gone')
    await gone.getByRole('link', { name: 'Ledger Engineer' }).click()
    await expect(joined).toBeVisible()
  })
})
