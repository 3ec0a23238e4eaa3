import type { Page } from '@playwright/test'
import { PLAIN_PAGE, postingPage } from '../support/page-server.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, giveFile, goTo, jobRow, openJob, TWO_POSTINGS, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const ADDRESS = 'https://northlight.example/jobs/1'
const TEXT = 'Junior Accountant\nMossbank Estate Ltd\nLocation: Bath, UK\n\nYou keep the books of the roses.'

const field = (home: Page) => home.getByLabel('Web address or text of the posting')

/** A passing message with these words. */
const said = (home: Page, words: string) => home.locator('[data-toast]').filter({ hasText: words })

/** Pastes as a keyboard does, without the system's clipboard. */
async function paste(home: Page, text: string): Promise<void> {
  await field(home).evaluate((element, pasted) => {
    const data = new DataTransfer()
    data.setData('text/plain', pasted)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Drops something from elsewhere onto the page. */
async function drop(home: Page, types: Record<string, string>): Promise<void> {
  await home.evaluate(given => {
    const dataTransfer = new DataTransfer()
    for (const [type, text] of Object.entries(given)) dataTransfer.setData(type, text)
    const main = document.getElementById('main') ?? document.body
    for (const name of ['dragenter', 'dragover', 'drop'])
      main.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }))
  }, types)
}

test.beforeEach(({ web }) => {
  web.pages.clear()
  web.asked.length = 0
  web.pages.set('northlight.example/jobs/1', postingPage())
  web.pages.set('garden.example/job', PLAIN_PAGE)
})

test('a pasted address becomes a job, which can be opened and undone', async ({ home }) => {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await goTo(home, '/jobs')
  await home.getByRole('button', { name: 'Add a job' }).first().click()
  await expect(home.getByRole('dialog', { name: 'Add a job' })).toBeVisible()
  await paste(home, ADDRESS)
  await expect(said(home, 'Added: Senior Rust Engineer, Northlight Instruments')).toBeVisible()
  await expect(home.getByRole('dialog')).toHaveCount(0)
  await expect(jobRow(home, /Senior Rust Engineer, Northlight Instruments/)).toBeVisible()
  await home.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(openJob(home).getByRole('heading', { name: 'Senior Rust Engineer' })).toBeVisible()

  // Again, the job is known, and nothing is there to be undone.
  await home.keyboard.press('Shift+A')
  await paste(home, ADDRESS)
  await expect(said(home, 'Known already: Senior Rust Engineer, Northlight Instruments')).toBeVisible()

  await goTo(home, '/jobs')
  await expect(jobRow(home, /Senior Rust Engineer/)).toBeVisible()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(said(home, 'Undone: Added Senior Rust Engineer')).toBeVisible()
  await expect(home.getByRole('heading', { name: 'No jobs yet' })).toBeVisible()
})

test('by keyboard alone: an address with an error, its text instead, checked and saved', async ({
  home,
  web,
}) => {
  web.pages.set('walled.example/job', { status: 403 })
  await home.keyboard.press('Shift+A')
  const dialog = home.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Add a job')
  await expect(field(home)).toBeFocused()
  await home.keyboard.type('walled.example/job')
  await home.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('walled.example does not give this page to programs')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was stored')
  await expect(field(home)).toBeFocused()
  await expectAccessible(home, 'add a job: refused')
  await tabTo(home, dialog.getByRole('button', { name: 'Paste the text instead' }), { back: true })
  await home.keyboard.press('Enter')
  await expect(field(home)).toHaveValue('')
  await expectFocusKept(home)
  await field(home).focus()
  await home.keyboard.insertText(TEXT)
  await tabTo(home, dialog.getByRole('button', { name: 'Check the text' }))
  await home.keyboard.press('Enter')
  await expect(dialog).toHaveAccessibleName('Check before saving')
  await expectFocusKept(home)
  await expect(dialog.getByLabel('Title')).toHaveValue('Junior Accountant')
  await expect(dialog.getByLabel('Company')).toHaveValue('Mossbank Estate Ltd')
  await expect(dialog.getByLabel('Place')).toHaveValue('Bath, UK')
  await expect(dialog.getByLabel('Web address')).toHaveValue('https://walled.example/job')
  await expectAccessible(home, 'add a job: review')
  await tabTo(home, dialog.getByLabel('Company'))
  await home.keyboard.press('ControlOrMeta+a')
  await home.keyboard.press('Delete')
  await home.keyboard.press('Enter')
  await expect(dialog.getByLabel('Company')).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByLabel('Company')).toBeFocused()
  await home.keyboard.type('Mossbank Estate')
  await home.keyboard.press('Enter')
  await expect(said(home, 'Added: Junior Accountant, Mossbank Estate')).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(said(home, 'Undone: Added Junior Accountant')).toBeVisible()
})

test('a page that does not name the company asks for it', async ({ home }) => {
  await home.keyboard.press('Shift+A')
  await paste(home, 'https://garden.example/job')
  const dialog = home.getByRole('dialog', { name: 'Which company is it?' })
  await expect(dialog).toContainText('Junior Gardener')
  await expectAccessible(home, 'add a job: company')
  await dialog.getByRole('button', { name: 'Save the job' }).click()
  await expect(dialog.getByLabel('Company')).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByLabel('Company').fill('Mossbank Estate')
  await dialog.getByRole('button', { name: 'Save the job' }).click()
  await expect(said(home, 'Added: Junior Gardener, Mossbank Estate')).toBeVisible()
})

test('reading can be cancelled at once', async ({ home, web }) => {
  let asked = () => {}
  const waiting = new Promise<void>(resolve => {
    asked = resolve
  })
  let ended = () => {}
  const left = new Promise<void>(resolve => {
    ended = resolve
  })
  web.pages.set('slow.example/job', (request, _response) => {
    request.on('close', () => ended())
    asked()
  })
  await home.keyboard.press('Shift+A')
  await paste(home, 'https://slow.example/job')
  const dialog = home.getByRole('dialog', { name: 'Reading the page' })
  await expect(dialog.getByRole('progressbar')).toHaveAccessibleName('Reading the page at slow.example')
  await waiting
  const begun = Date.now()
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(home.getByRole('dialog', { name: 'Add a job' })).toBeVisible()
  expect(Date.now() - begun).toBeLessThan(500)
  await left
  await expect(field(home)).toHaveValue('https://slow.example/job')
  await expect(home.getByRole('alert')).toHaveCount(0)
})

test('into the campaign that is looked at, by itself', async ({ home }) => {
  await goTo(home, '/campaigns/new')
  await home.getByLabel('Name').fill('Rust')
  await home.getByRole('button', { name: 'Create campaign' }).click()
  await expect(home.getByRole('heading', { name: 'Rust', level: 1 })).toBeVisible()
  await home.keyboard.press('Shift+A')
  await expect(home.getByRole('dialog').getByLabel('Campaign')).toHaveValue('1')
  await paste(home, ADDRESS)
  await expect(said(home, 'Added: Senior Rust Engineer')).toBeVisible()
  await goTo(home, '/jobs?campaign=1')
  await expect(jobRow(home, /Senior Rust Engineer.*score \d+/)).toBeVisible()
})

test('an address, a text or a link dropped anywhere is read; a script is not', async ({ home }) => {
  await drop(home, { 'text/uri-list': ADDRESS, 'text/plain': ADDRESS })
  await expect(said(home, 'Added: Senior Rust Engineer')).toBeVisible()
  await drop(home, { 'text/plain': TEXT })
  await expect(home.getByRole('dialog', { name: 'Check before saving' })).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('dialog')).toHaveCount(0)
  await drop(home, { 'text/uri-list': 'javascript:alert(1)', 'text/plain': 'javascript:alert(1)' })
  await expect(home.getByRole('dialog')).toHaveCount(0)
})

test('files of several kinds go in one after the other, each its way', async ({ home }) => {
  await home.keyboard.press('i')
  const files = [
    ['saved.html', postingPage({ title: 'Night Assistant' })],
    ['plain.html', PLAIN_PAGE],
    ['posting.txt', TEXT],
    ['two.json', JSON.stringify(TWO_POSTINGS)],
  ] as const
  await home.getByLabel('File to import').setInputFiles(
    files.map(([name, text]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    })),
  )
  await expect(said(home, 'Added: Night Assistant, Northlight Instruments')).toBeVisible()
  const company = home.getByRole('dialog', { name: 'Which company is it?' })
  await expect(company).toContainText('plain.html · 2 more files after this one')
  await expectAccessible(home, 'import: company')
  await company.getByLabel('Company').fill('Mossbank Estate')
  await company.getByRole('button', { name: 'Save the job' }).click()
  const review = home.getByRole('dialog', { name: 'Check before saving' })
  await expect(review.getByLabel('Title')).toHaveValue('Junior Accountant')
  await review.getByRole('button', { name: 'Save the job' }).click()
  const check = home.getByRole('dialog', { name: 'Check before importing' })
  await check.getByRole('button', { name: 'Start the import' }).click()
  await home.getByRole('button', { name: 'Show the jobs' }).click()
  await expect(jobRow(home, /Senior Rust Engineer/)).toBeVisible()
  await goTo(home, '/jobs')
  for (const title of [/Night Assistant/, /Junior Gardener, Mossbank/, /Junior Accountant/])
    await expect(jobRow(home, title).first()).toBeVisible()
})

test('a page without a posting says so, and another file can be chosen', async ({ home }) => {
  await home.keyboard.press('i')
  await giveFile(home, 'empty.html', '<!doctype html><html><body><p>Nothing here.</p></body></html>')
  const dialog = home.getByRole('dialog', { name: 'Import jobs' })
  await expect(dialog.getByRole('alert')).toContainText('too little text')
  await expect(dialog.getByRole('alert')).toContainText('Nothing was stored')
  await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible()
})

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('every step fits', async ({ home }) => {
    const fits = async () =>
      expect(
        await home.evaluate(() =>
          [...document.querySelectorAll('html, body, [role="dialog"], [role="dialog"] *')]
            .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .filter(element => !element.matches('textarea, input, select, code, span, .truncate, .sr-only'))
            .map(element => `${element.tagName} ${element.className}`),
        ),
      ).toEqual([])
    await home.keyboard.press('Shift+A')
    await fits()
    await expect(home.getByRole('button', { name: 'Add the job' })).toBeInViewport({ ratio: 1 })
    await field(home).fill(TEXT)
    await home.getByRole('button', { name: 'Check the text' }).click()
    await expect(home.getByRole('button', { name: 'Save the job' })).toBeInViewport({ ratio: 1 })
    await fits()
    await home.keyboard.press('Escape')
    await home.keyboard.press('Shift+A')
    await paste(home, 'https://garden.example/job')
    await expect(home.getByRole('button', { name: 'Save the job' })).toBeInViewport({ ratio: 1 })
    await fits()
  })
})
