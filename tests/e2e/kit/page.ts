import { expect, type Locator, type Page } from '@playwright/test'

/** The jobs list; its rows are list items. */
export const jobsList = (page: Page): Locator => page.getByRole('list', { name: 'Jobs', exact: true })

export const jobRow = (page: Page, name: RegExp | string): Locator =>
  jobsList(page).getByRole('listitem', { name })

/** The job beside the list or instead of it. */
export const openJob = (page: Page): Locator => page.getByRole('region', { name: 'Job', exact: true })

/** Goes to an address of the app as a link in it would: without loading the page anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, path)
}

/** Presses Tab until the place has the focus, as somebody without a mouse does. Fails after `most` presses. */
export async function tabTo(page: Page, place: Locator, { most = 60, back = false } = {}): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    if (await place.evaluate(element => element === document.activeElement)) return
  }
  throw new Error(`${most} presses of Tab did not reach ${place}`)
}

/** The focus is somewhere: a keyboard user is not thrown back to the start of the page. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.tagName), {
      message: 'the focus fell to the body',
    })
    .not.toBe('BODY')
}

/** A dialog's file field takes a file made of text. */
export async function giveFile(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page
    .getByLabel('File to import')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })
}

/** Two postings for a file, one of them well stated. */
export const TWO_POSTINGS = [
  {
    id: 'T-1',
    title: 'Senior Rust Engineer',
    company: 'Northlight Instruments',
    location: 'Leeds, UK',
    description: 'Full-time, hybrid. Salary: £70,000 - £85,000 per year. You bring Rust and PostgreSQL.',
    url: 'https://northlight.example/jobs/1',
  },
  {
    id: 'T-2',
    title: 'Junior Gardener',
    company: 'Mossbank Estate',
    location: 'Bath, UK',
    description: 'Part-time, on site. You look after the roses.',
    url: 'https://mossbank.example/jobs/2',
  },
]

/** The postings as the text of a CSV file with column names of another maker. */
export const twoPostingsCsv = (): string =>
  [
    'ref,Position,Employer,Where,Text,Link',
    ...TWO_POSTINGS.map(one =>
      [one.id, one.title, one.company, one.location, one.description, one.url]
        .map(cell => `"${cell.replaceAll('"', '""')}"`)
        .join(','),
    ),
  ].join('\n')

/** Runs a command of the palette: types into it and takes the line that stands first, once that is the one named. */
export async function runCommand(page: Page, letters: string, name: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(letters)
  await expect(palette.getByRole('option', { name, selected: true })).toBeVisible()
  await page.keyboard.press('Enter')
}
