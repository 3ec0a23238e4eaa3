import type { Page } from '@playwright/test'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, jobsList, openJob } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ sample: true, viewport: { width: 1440, height: 900 } })

const field = (home: Page) => home.getByRole('combobox', { name: 'Search jobs' })
const option = (home: Page, name: string | RegExp) => home.getByRole('option', { name })
const active = async (home: Page) => {
  const id = await home.locator(':focus').getAttribute('aria-activedescendant')
  return home.locator(`[id="${id}"]`)
}

test('suggestions as somebody types, by keyboard: to a title, to a job, and out again', async ({ home }) => {
  await home.keyboard.press('/')
  await expect(field(home)).toBeFocused()
  await home.keyboard.type('data eng')
  await expect(option(home, /^Data Engineer, \d+ job/)).toBeVisible()
  await expect(option(home, /^Data Engineer, Nettlestone Data/).locator('mark')).toHaveText(['Data', 'Eng'])
  await expect(field(home)).toHaveAttribute('aria-expanded', 'true')
  await home.keyboard.press('ArrowDown')
  await expect(await active(home)).toHaveAttribute('aria-selected', 'true')
  await home.keyboard.press('Enter')
  await expect(home).toHaveURL(/jobs\?q=title/)
  await expect(jobsList(home).getByRole('listitem').first()).toHaveAccessibleName(/Data Engineer/)
  await expect(home.getByRole('listbox', { name: 'Suggestions' })).toHaveCount(0)

  await home.keyboard.press('g')
  await field(home).press('Escape')
  await expect(field(home)).toHaveValue('')
  await home.getByRole('link', { name: 'Dashboard', exact: true }).click()
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await field(home).fill('turbines')
  // Where it stands in the posting.
  await expect(
    option(home, /Marram Quay/)
      .locator('mark')
      .first(),
  ).toHaveText('turbines')
  await option(home, /Marram Quay/)
    .first()
    .click()
  await expect(openJob(home).getByText('Marram Quay').first()).toBeVisible()
})

test('a mistyped word is put right, and said, under the field and over the list', async ({ home }) => {
  await field(home).fill('enginere')
  await expect(
    home.getByText(/Showing results for engineer\. No job has the word “enginere”\./),
  ).toBeVisible()
  await field(home).press('Enter')
  await expect(jobsList(home).getByRole('listitem').first()).toHaveAccessibleName(/Engineer/)
  await expect(home.getByRole('main').getByText(/Showing results for engineer/)).toBeVisible()
  await expectFocusKept(home)
})

test('scopes become filters, names that nothing has are told', async ({ home }) => {
  await field(home).fill('remote:yes salary:>50k gbp campaign:nothing engineer')
  await field(home).press('Enter')
  await expect(home).toHaveURL(/q=engineer/)
  await expect(home).toHaveURL(/remote=remote/)
  await expect(home).toHaveURL(/pay=50000\.\.GBP/)
  await expect(field(home)).toHaveValue('engineer')
  await expect(home.getByText('Nothing is called campaign:nothing', { exact: true })).toBeVisible()
  // A further one joins those that stand.
  await field(home).fill('engineer @waiting')
  await field(home).press('Enter')
  await expect(home).toHaveURL(/status=waiting/)
  await expect(home).toHaveURL(/remote=remote/)
})

test('whether somebody applied at a company already is answered while they type', async ({ home }) => {
  const { rows } = await askCore(home, 'search.jobs', { text: 'company:nettlestone' })
  const jobIds = rows.map(({ job }) => job.id)
  await askCore(home, 'applications.setStatus', { jobIds, status: 'applied' })
  await field(home).fill('nettle')
  await expect(option(home, /^Nettlestone Data, applied 2×, last on \d+ \w+, 2 jobs$/)).toBeVisible()
  await option(home, /^Nettlestone Data, applied/).click()
  await expect(jobsList(home).getByRole('listitem')).toHaveCount(2)
})

test('the palette: last searches, saved views, commands first, help, and nothing found', async ({ home }) => {
  await askCore(home, 'presets.save', {
    presetId: null,
    preset: { name: 'Remote only', filter: { remote: ['remote'] } },
  })
  await field(home).fill('nurse')
  await field(home).press('Enter')
  await expect(home).toHaveURL(/q=nurse/)
  await home.keyboard.press('ControlOrMeta+k')
  const palette = home.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('option').first()).toHaveAccessibleName('nurse')
  await home.keyboard.type('remote on')
  await expect(palette.getByRole('option', { name: /Remote only/ })).toBeVisible()
  await palette.getByRole('option', { name: /Remote only/ }).click()
  await expect(home).toHaveURL(/jobs\?remote=remote/)

  await home.keyboard.press('ControlOrMeta+k')
  await home.keyboard.type('settings')
  await expect(await active(home)).toHaveAccessibleName('Go to Settings')
  await palette.getByRole('combobox').fill('?')
  await expect(palette.getByText('Words that narrow a search')).toBeVisible()
  await palette.getByRole('combobox').fill('zzqqxx')
  await expect(palette.getByText('No job has these words.')).toBeVisible()
  await expect(await active(home)).toHaveAccessibleName('Search jobs for “zzqqxx”')
  await palette.getByRole('combobox').fill('')
  await palette.getByRole('button', { name: 'Forget searches' }).click()
  await expect(palette.getByRole('option', { name: 'nurse' })).toHaveCount(0)
  await home.keyboard.press('Escape')
  await expectFocusKept(home)
})

test('quotes, operators, emoji, right-to-left text and very long text are text', async ({ home }) => {
  for (const text of ['"((NEARxq', '* xqOR -', '🙂🙂', 'مهندس "', 'x'.repeat(10_000), '"'.repeat(500)]) {
    await field(home).fill(text)
    await expect(home.getByText('No job has these words.')).toBeVisible()
    await field(home).fill('')
    await expect(home.getByText('No job has these words.')).toHaveCount(0)
  }
  await expect(home.getByText('The search failed')).toHaveCount(0)
})

test('field and palette are accessible with what they found', async ({ home }) => {
  test.slow()
  await home.getByRole('link', { name: 'Reminders', exact: true }).click()
  await field(home).fill('data eng')
  await expect(option(home, /^Data Engineer, Nettlestone Data/)).toBeVisible()
  await field(home).press('ArrowDown')
  await expectAccessible(home, 'the suggestions')
  await field(home).fill('?')
  await expect(home.getByText('Words that narrow a search')).toBeVisible()
  await expectAccessible(home, 'the help')
  await home.keyboard.press('ControlOrMeta+k')
  await home.keyboard.type('data')
  await expect(option(home, /^Data Engineer, Nettlestone Data/)).toBeVisible()
  await expectAccessible(home, 'the palette')
})
