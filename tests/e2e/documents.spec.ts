import type { Page } from '@playwright/test'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import {
  documentList,
  documentRow,
  docxOf,
  dropFiles,
  giveDocuments,
  keepFile,
  pdfOf,
  RESUME,
} from './kit/documents.ts'
import { expectFocusKept, goTo, runCommand, TWO_POSTINGS, tabTo, twoPostingsCsv } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

/** What a second version says that the first does not. */
const NEWER = [...RESUME, 'Speaker at the conference of gardeners']
const LETTER = [
  'Dear Ms Harrow,',
  'I would like to look after the floods of Riverbend.',
  'Yours sincerely',
  'Robin Hale',
]

/** A passing message with these words. */
const said = (home: Page, words: string | RegExp) =>
  home.locator('[data-toast]').filter({ hasText: words }).last()
const panel = (home: Page) => home.getByRole('region', { name: 'Adding documents' })
const search = (home: Page) => home.getByLabel('Search the documents')

const openDocuments = async (home: Page): Promise<void> => {
  await goTo(home, '/documents')
  await expect(home.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible()
}

test('by mouse: dropped on any page, read, looked at, replaced, restored, found, deleted and back', async ({
  home,
}) => {
  test.slow()
  await home.setViewportSize({ width: 1440, height: 900 })
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await openDocuments(home)
  await expect(home.getByText('nothing leaves it')).toBeVisible()
  await expectAccessible(home, 'documents, empty')

  // Anywhere in the window, with a word of what will happen.
  await goTo(home, '/')
  const resume = { name: 'Robin Hale.pdf', type: 'application/pdf', bytes: await pdfOf(RESUME) }
  await dropFiles(home, [resume], ['dragenter', 'dragover'])
  await expect(home.getByText('Drop the file to keep it as a document')).toBeVisible()
  await dropFiles(home, [resume], ['drop'])
  await expect(panel(home)).toContainText('Reads like a résumé')
  await expect(panel(home)).toContainText('1 document added.')
  await expectAccessible(home, 'a document added')
  await expect(home.getByRole('link', { name: 'Review it for your profile' })).toBeVisible()
  await panel(home).getByRole('link', { name: 'Open Robin Hale.pdf' }).click()

  await expect(home.getByRole('heading', { name: 'Robin Hale', level: 1 })).toBeVisible()
  await expect(home.getByRole('img', { name: 'Page 1 of Robin Hale' })).toBeVisible()
  await expect(home.getByText('Page 1 of 2')).toBeVisible()
  await home.getByRole('button', { name: 'Zoom in' }).click()
  await expect(home.getByText('125 %')).toBeVisible()
  await home.getByRole('radio', { name: 'Text' }).click()
  await expect(home.getByRole('region', { name: 'Text of Robin Hale' })).toContainText(
    'Built the flood model',
  )
  await expectAccessible(home, 'a document, its text')

  // A new version; the one before is looked at and restored.
  await home.getByRole('button', { name: 'More for Robin Hale' }).click()
  await home.getByRole('menuitem', { name: 'Replace by a new version' }).click()
  await expect(home.getByRole('dialog', { name: 'Replace by a new version' })).toBeVisible()
  await giveDocuments(home, [{ name: 'robin-2.docx', bytes: await docxOf(NEWER) }])
  await expect(home.getByRole('region', { name: 'Text of Robin Hale' })).toContainText(
    'conference of gardeners',
  )
  const versions = home.getByRole('list', { name: 'Versions' })
  await expect(versions.getByRole('listitem').first()).toContainText('robin-2.docx')
  await home.getByRole('button', { name: 'More for version 1' }).click()
  await home.getByRole('menuitem', { name: 'Look at it' }).click()
  await expect(home.getByText('This is version 1; version 2 is in use.')).toBeVisible()
  await expectAccessible(home, 'an older version')
  await home.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(versions.getByRole('listitem')).toHaveCount(3)
  await expect(versions.getByRole('listitem').first()).toContainText('Robin Hale.pdf')

  // The same bytes are kept once, and texts are asked about.
  await dropFiles(home, [resume])
  await expect(panel(home)).toContainText('1 was here already')
  await goTo(home, '/jobs')
  await expect(home.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible()
  await dropFiles(home, [{ name: 'letter.txt', type: 'text/plain', bytes: LETTER.join('\n\n') }])
  const question = home.getByRole('dialog', { name: 'What is this text?' })
  await expectAccessible(home, 'a document or a posting')
  await question.getByRole('button', { name: 'Keep as a document' }).click()
  await expect(panel(home)).toContainText('1 document added.')
  await panel(home).getByRole('button', { name: 'Close' }).click()

  await openDocuments(home)
  await expect(documentList(home).getByRole('listitem')).toHaveCount(2)
  await search(home).fill('floods riverbend')
  await expect(documentList(home).getByRole('listitem')).toHaveCount(1)
  await expect(documentList(home).locator('mark').first()).toHaveText(/floods|Riverbend/i)
  await expectAccessible(home, 'documents, searched')

  // What was found is shown where it stands; from place to place by key.
  await documentRow(home, /^letter/).click()
  const find = home.getByRole('searchbox', { name: 'Find in the text' })
  await expect(find).toHaveValue('floods riverbend')
  const text = home.getByRole('region', { name: 'Text of letter' })
  await expect(text.locator('mark').first()).toBeInViewport()
  await find.fill('riv')
  await expect(text.locator('mark').first()).toHaveText(/^Riv/)
  await expect(home.getByRole('status').filter({ hasText: /^1 of \d+$/ })).toBeVisible()
  await expectAccessible(home, 'words found in a document')
  await find.fill('zeppelin')
  await expect(home.getByText('Not in it')).toBeVisible()
  await find.press('Escape')
  await expect(find).toHaveValue('')
  await expect(text.locator('mark')).toHaveCount(0)
  await home.goBack()
  await search(home).fill('nothing like it')
  await expect(home.getByRole('heading', { name: 'No document matches' })).toBeVisible()
  await home.getByRole('button', { name: 'Show all documents' }).click()

  await home.getByLabel('Select letter').check()
  await home.getByLabel('Select Robin Hale').check()
  await expectAccessible(home, 'documents, two selected')
  await home.getByRole('button', { name: 'Delete 2 documents' }).click()
  await expect(home.getByRole('heading', { name: 'No documents yet' })).toBeVisible()
  await said(home, /2 documents/)
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(documentList(home).getByRole('listitem')).toHaveCount(2)
})

test('by keyboard alone: added, renamed, used for a job, taken over as a text, deleted and back', async ({
  home,
}) => {
  test.slow()
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  const [posting] = TWO_POSTINGS
  if (!posting) throw new Error('No posting')
  await askCore(home, 'postings.addText', {
    title: posting.title,
    company: posting.company,
    location: posting.location,
    text: posting.description,
    url: null,
    campaignId: null,
  })
  await home.keyboard.press('g')
  await home.keyboard.press('f')
  await expect(home.getByRole('heading', { name: 'No documents yet' })).toBeVisible()

  // A text is pasted into the form.
  await runCommand(home, 'add a doc', /^Add a document/)
  const dialog = home.getByRole('dialog')
  await expect(dialog).toHaveAccessibleName('Add documents')
  await expectAccessible(home, 'add documents')
  await tabTo(home, dialog.getByRole('button', { name: 'Paste a text' }))
  await home.keyboard.press('Enter')
  await tabTo(home, dialog.getByRole('button', { name: 'Keep the text' }))
  await home.keyboard.press('Enter')
  await expect(dialog.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true')
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await expectAccessible(home, 'paste a text, with errors')
  await home.keyboard.type('Robin, short')
  await tabTo(home, dialog.getByLabel('Text', { exact: true }))
  await home.keyboard.insertText(RESUME.map(line => line.replace(/^# /, '')).join('\n'))
  await tabTo(home, dialog.getByRole('button', { name: 'Keep the text' }))
  await home.keyboard.press('Enter')
  const row = documentList(home).getByRole('listitem').first()
  await expect(row).toHaveAccessibleName(/^Robin, short, Résumé, Text/)
  await expectFocusKept(home)

  await home.keyboard.press('j')
  await expect(row).toBeFocused()
  await home.keyboard.press('e')
  await expect(home.getByLabel('New name of Robin, short')).toBeFocused()
  await home.keyboard.type('Robin for gardens')
  await home.keyboard.press('Enter')
  await expect(row).toHaveAccessibleName(/^Robin for gardens/)
  await expect(row).toBeFocused()
  await home.keyboard.press('F2')
  await home.keyboard.type('Nothing of it')
  await home.keyboard.press('Escape')
  await expect(row).toHaveAccessibleName(/^Robin for gardens/)
  await expect(row).toBeFocused()

  await home.keyboard.press('m')
  await expect(dialog).toHaveAccessibleName('Use for which job?')
  await home.keyboard.type('rust')
  await expect(dialog.getByRole('option', { name: /Senior Rust Engineer/ })).toBeVisible()
  await home.keyboard.press('Enter')
  await expect(row).toHaveAccessibleName(/for Senior Rust Engineer at Northlight Instruments/)
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row).not.toHaveAccessibleName(/Northlight/)

  // What is deleted comes back, and its page opens.
  await row.focus()
  await home.keyboard.press('x')
  await expect(home.getByRole('toolbar', { name: 'Selected documents' })).toBeVisible()
  await home.keyboard.press('Delete')
  await expect(home.getByRole('heading', { name: 'No documents yet' })).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row).toHaveAccessibleName(/^Robin for gardens/)
  await home.keyboard.press('j')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Robin for gardens', level: 1 })).toBeVisible()
  await expect(home.getByRole('region', { name: 'Text of Robin for gardens' })).toContainText('Northlight')
  await home.keyboard.press('Delete')
  await expect(home.getByRole('heading', { name: 'Documents', level: 1 })).toBeVisible()
  await expectFocusKept(home)
})

test('what cannot be read says why and what to do: locked, a scan, damaged, empty, of another kind', async ({
  home,
}) => {
  test.slow()
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await openDocuments(home)
  // Tables of postings go their own way from here too.
  await dropFiles(home, [{ name: 'jobs.csv', type: 'text/csv', bytes: twoPostingsCsv() }])
  await expect(home.getByRole('dialog', { name: 'Check before importing' })).toBeVisible()
  await home.keyboard.press('Escape')
  await expect(home.getByRole('dialog')).toHaveCount(0)
  const whole = await pdfOf(RESUME)
  await dropFiles(home, [
    { name: 'locked.pdf', type: 'application/pdf', bytes: await pdfOf(RESUME, { password: 'roses' }) },
    { name: 'scan.pdf', type: 'application/pdf', bytes: await pdfOf(RESUME, { picture: true }) },
    { name: 'torn.pdf', type: 'application/pdf', bytes: whole.subarray(0, 400) },
    { name: 'nothing.pdf', type: 'application/pdf', bytes: '' },
    { name: 'notes.odt', type: 'application/vnd.oasis.opendocument.text', bytes: 'PK' },
    { name: 'face.png', type: 'image/png', bytes: '\u0089PNG\u0000' },
    { name: 'ok.pdf', type: 'application/pdf', bytes: whole },
  ])
  await expect(panel(home)).toContainText('4 documents added, 3 were not added.')
  const files = panel(home).getByRole('list', { name: 'Files that are added' }).getByRole('listitem')
  await expect(files.filter({ hasText: 'nothing.pdf' })).toContainText('The file is empty')
  await expect(files.filter({ hasText: 'notes.odt' })).toContainText('Save it as DOCX or PDF')
  await expect(files.filter({ hasText: 'face.png' })).toContainText('has no text')
  await expect(files.filter({ hasText: 'ok.pdf' })).toContainText('Reads like a résumé')
  await expectAccessible(home, 'documents added, some not')
  await expect(documentRow(home, /^locked, .*, Locked/)).toBeVisible()
  await expect(documentRow(home, /^torn, .*, Damaged/)).toBeVisible()

  await documentRow(home, /^scan, .*, Only pictures, no text/).click()
  await expect(home.getByRole('alert')).toContainText('Only pictures, no text.')
  await expect(home.getByRole('img', { name: 'Page 1 of scan' })).toBeVisible()
  await expectAccessible(home, 'a scan')

  await openDocuments(home)
  await documentRow(home, /^locked/).click()
  await expectAccessible(home, 'a locked document')
  await home.getByLabel('Password of the file').fill('tulips')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('alert')).toContainText('This is not the password')
  await home.getByLabel('Password of the file').fill('roses')
  await home.getByRole('button', { name: 'Unlock and read' }).click()
  await expect(home.getByRole('region', { name: 'Text of locked' })).toContainText('Northlight')
  await expect(home.getByRole('alert')).toHaveCount(0)
  await expectFocusKept(home)
})

test('fifty files go in while the page answers, and the rest can be cancelled', async ({ home }) => {
  test.slow()
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  const files = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => ({
      name: `resume-${index}.pdf`,
      type: 'application/pdf',
      bytes: await pdfOf([...RESUME, `Copy ${index}`]),
    })),
  )
  await dropFiles(home, files)
  const bar = panel(home).getByRole('progressbar')
  await expect(bar).toBeVisible()
  // The page goes on meanwhile.
  await goTo(home, '/settings')
  await expect(home.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await panel(home).getByRole('button', { name: 'Show the files' }).click()
  await expect(panel(home).getByRole('listitem')).toHaveCount(50)
  await panel(home)
    .getByRole('button', { name: /^Cancel: (?:Adding|Reading) (?:the )?documents$/ })
    .click()
  await expect(panel(home).getByText(/documents? added/)).toBeVisible({ timeout: 30_000 })
  await panel(home).getByRole('button', { name: 'Close' }).click()
  await expect(panel(home)).toHaveCount(0)
  await expectFocusKept(home)
})

test.describe('at 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('nothing of the list, a document or the dialog is lost', async ({ home }) => {
    await home.getByRole('button', { name: 'Begin with nothing' }).click()
    await keepFile(
      home,
      'A résumé with a name that is longer than the window is wide.pdf',
      await pdfOf(RESUME),
    )
    await openDocuments(home)
    const tooWide = () => home.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    await expect(documentRow(home, /^A résumé/)).toBeVisible()
    expect(await tooWide()).toBeLessThanOrEqual(0)
    await expect(home.getByRole('button', { name: 'Add documents' })).toBeInViewport({ ratio: 1 })
    await home.getByRole('button', { name: /^More for A résumé/ }).click()
    await expect(home.getByRole('menuitem', { name: 'Delete' })).toBeVisible()
    await home.keyboard.press('Escape')
    // Beside the words of the button, which stand over the row while it has the focus.
    await documentRow(home, /^A résumé/).click({ position: { x: 60, y: 16 } })
    await expect(home.getByRole('img', { name: /^Page 1 of/ })).toBeVisible()
    expect(await tooWide()).toBeLessThanOrEqual(0)
    await home.keyboard.press('Shift+D')
    await expect(home.getByRole('button', { name: 'Choose files' })).toBeInViewport({ ratio: 1 })
    expect(await tooWide()).toBeLessThanOrEqual(0)
  })
})
