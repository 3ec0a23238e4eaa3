import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const text = (page: Page): Locator => page.getByLabel('Text of the letter')
const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' })
const saved = (page: Page): Locator => page.getByText(/^Saved just now$/)
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Application', exact: true })
const attached = (page: Page): Locator =>
  panel(page).getByRole('list', { name: 'Attached documents' }).getByRole('listitem')

/** A job of the sample that is being applied to. */
async function preparedJob(page: Page) {
  const { rows } = await askCore(page, 'jobs.list', { filter: { statuses: ['waiting'] }, limit: 1 })
  const [job] = rows
  if (!job) throw new Error('The sample has no waiting job')
  await askCore(page, 'applications.setStatus', { jobIds: [job.id], status: 'preparing_to_apply' })
  return job
}

/** Saves the letter in a format by the menu; answers its bytes. */
async function exported(page: Page, format: string): Promise<{ download: Download; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return { download, bytes: await readFile(await download.path()) }
}

test('by mouse: written for a job, saved, exported, attached, sent with the application, and undone', async ({
  home,
}) => {
  test.slow()
  const job = await preparedJob(home)
  await goTo(home, `/applications?job=${job.id}`)
  await expect(panel(home)).toContainText('Nothing is attached')
  await panel(home).getByRole('link', { name: 'Write a letter' }).click()

  // It is named after its job, and saves itself after a pause.
  await expect(home.getByLabel('Title')).toHaveValue(`Letter to ${job.company}`)
  await expectAccessible(home, 'a new letter')
  await text(home).fill(
    '# Application\n\nDear **Ms Łukasiewicz**,\n\n- PostgreSQL\n- [My page](https://example.org)',
  )
  await expect(preview(home).getByRole('heading', { name: 'Application' })).toBeVisible()
  await expect(preview(home).getByRole('listitem')).toHaveCount(2)
  await expect(saved(home)).toBeVisible()
  await expect(home).toHaveURL(/#\/letters\/\d+$/)
  await expect(home.getByText('7 words')).toBeVisible()
  await expectAccessible(home, 'a letter')

  const pdf = await exported(home, 'PDF')
  expect(pdf.download.suggestedFilename()).toBe(`Letter to ${job.company}.pdf`)
  const parser = new PDFParse({ data: Uint8Array.from(pdf.bytes) })
  expect((await parser.getText()).text).toContain('Dear Ms Łukasiewicz,')
  await parser.destroy()
  const word = await exported(home, 'Word document')
  expect((await mammoth.convertToHtml({ buffer: word.bytes })).value).toContain('<h1>Application</h1>')
  expect((await exported(home, 'Markdown')).bytes.toString()).toContain('**Ms Łukasiewicz**')

  // The next version on request; the first can be looked at and brought back.
  await home.getByRole('button', { name: 'Attach to the application' }).click()
  await expect(home.getByText('Attached to the application')).toBeVisible()
  await home.getByRole('button', { name: 'Version 1', exact: true }).click()
  await home.getByRole('menuitem', { name: 'Begin a new version' }).click()
  await text(home).fill('Dear Sam,\n\nsomething else.')
  await expect(home.getByRole('button', { name: 'Version 2', exact: true })).toBeVisible()
  await home.getByRole('button', { name: 'Version 2', exact: true }).click()
  await home.getByRole('menuitem', { name: /^Version 1,/ }).click()
  const look = home.getByRole('dialog', { name: 'Version 1' })
  await expect(look).toContainText('PostgreSQL')
  await expectAccessible(home, 'a version of a letter')
  await look.getByRole('button', { name: 'Restore this version' }).click()
  await expect(text(home)).toHaveValue(/Ms Łukasiewicz/)
  await expect(home.getByRole('button', { name: 'Version 3', exact: true })).toBeVisible()

  // The application holds version 1 until the newer one is taken; moving it to Applied locks it.
  await goTo(home, `/applications?job=${job.id}`)
  await expect(attached(home)).toContainText('version 1')
  await attached(home).getByRole('button', { name: 'Use version 3' }).click()
  await expect(attached(home)).toContainText('version 3')
  await expect(attached(home)).toContainText('Not sent yet')
  await expectAccessible(home, 'an application with a document')
  await panel(home)
    .getByRole('button', { name: /Preparing to apply/ })
    .click()
  await home.getByRole('menuitemcheckbox', { name: /^Applied/ }).click()
  await expect(attached(home)).toContainText('Sent just now, kept as it was')
  await expect(attached(home).getByRole('button')).toHaveCount(1)
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(attached(home)).toContainText('Not sent yet')
  await attached(home)
    .getByRole('button', { name: /^Take off/ })
    .click()
  await expect(panel(home)).toContainText('Nothing is attached')
  await expectFocusKept(home)
})

test('by keyboard, in a narrow window: marks, lists, another job, begun from another letter', async ({
  home,
}) => {
  test.slow()
  const job = await preparedJob(home)
  await askCore(home, 'letters.save', {
    documentId: null,
    base: null,
    title: 'A letter of before',
    markdown: 'Dear team, as before.',
  })
  await home.setViewportSize({ width: 320, height: 720 })
  await goTo(home, '/letters/new')
  await expect(home.getByRole('button', { name: 'Begin from another letter' })).toBeVisible()
  await tabTo(home, home.getByRole('button', { name: 'Begin from another letter' }))
  await home.keyboard.press('Enter')
  await expect(home.getByLabel('Search in letters')).toBeFocused()
  await tabTo(home, home.getByRole('button', { name: /A letter of before/ }))
  await home.keyboard.press('Enter')
  await expect(text(home)).toHaveValue('Dear team, as before.')
  await expect(text(home)).toBeFocused()

  await home.keyboard.press('ControlOrMeta+End')
  await home.keyboard.type('\n\n- one')
  await home.keyboard.press('Enter')
  await home.keyboard.type('two')
  await home.keyboard.press('Enter')
  await home.keyboard.press('Enter')
  await home.keyboard.press('ControlOrMeta+b')
  await home.keyboard.type('strong')
  await home.keyboard.press('ControlOrMeta+b')
  await expect(text(home)).toHaveValue('Dear team, as before.\n\n- one\n- two\n**strong**')
  await expect(saved(home)).toBeVisible()
  await expectAccessible(home, 'a letter, narrow')
  expect(await home.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)

  await tabTo(home, home.getByRole('button', { name: 'Preview' }), { back: true })
  await home.keyboard.press('Enter')
  await expect(preview(home).getByText('strong')).toBeVisible()
  await expectAccessible(home, 'the preview of a letter, narrow')

  // For a job: found by its words.
  await tabTo(home, home.getByRole('button', { name: 'In the library' }), { back: true })
  await home.keyboard.press('Enter')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('combobox')).toBeFocused()
  await home.keyboard.type(job.title)
  await expect(home.getByRole('option').filter({ hasText: job.company }).first()).toBeVisible()
  await home.keyboard.press('Enter')
  await expect(home.getByRole('button', { name: /^For / })).toBeVisible()
  await expectFocusKept(home)
  await expect(home.getByRole('button', { name: 'Attach to the application' })).toBeVisible()
})

test('two windows write one letter: the page follows, and two texts are both kept', async ({ home }) => {
  const letter = { documentId: null, base: null, title: 'Shared', markdown: 'Together' }
  const first = await askCore(home, 'letters.save', letter)
  await goTo(home, `/letters/${first.documentId}`)
  await expect(text(home)).toHaveValue('Together')
  const elsewhere = (markdown: string, basedOn: string) =>
    askCore(home, 'letters.save', {
      documentId: first.documentId,
      base: first.versionId,
      basedOn,
      title: 'Shared',
      markdown,
    })
  const second = await elsewhere('Together, elsewhere', first.hash)
  await expect(text(home)).toHaveValue('Together, elsewhere')

  // What is saved here waits until the other window has saved.
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  const asked = new Promise<void>(resolve => {
    void home.route('**/api/call', async (route, request) => {
      if (request.postData()?.includes('"Mine"')) {
        resolve()
        await released
      }
      await route.fallback()
    })
  })
  await text(home).fill('Mine')
  await asked
  await elsewhere('Theirs', second.hash)
  release()
  const alert = home.getByRole('alert').filter({ hasText: 'changed in another window' })
  await expect(alert).toBeVisible()
  await expect(text(home)).toHaveValue('Mine')
  await expectAccessible(home, 'two texts of a letter')
  await alert.getByRole('button', { name: 'Keep mine as a new version' }).click()
  await expect(home.getByRole('button', { name: 'Version 2', exact: true })).toBeVisible()
  await expect(text(home)).toBeFocused()
  const { history } = await askCore(home, 'documents.get', { documentId: first.documentId })
  const texts = await Promise.all(
    history.map(async ({ versionId }) => (await askCore(home, 'letters.read', { versionId })).markdown),
  )
  expect(texts).toEqual(['Mine', 'Theirs'])
})
