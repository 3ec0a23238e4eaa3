import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const RESUME = {
  basics: {
    name: 'Robin Hale-Whitfield',
    label: 'Data engineer',
    email: 'robin@example.org',
    profiles: [{ network: 'Odd', url: 'javascript:alert(1)' }],
  },
  work: [{ name: 'Acme', position: 'Engineer', startDate: '2018-04', endDate: '2021-03' }],
  skills: [
    { name: 'Data', level: 'Master', keywords: ['Python', 'Kafka'] },
    { name: '<img src=x onerror=alert(1)>' },
  ],
}

const skills = (page: Page) => page.getByRole('list', { name: 'Your skills' }).getByRole('listitem')
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Import a resume' })

async function openProfile(page: Page): Promise<void> {
  await goTo(page, '/profile')
  await expect(page.getByRole('heading', { name: 'Profile', level: 1 })).toBeVisible()
}

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resume', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Import a JSON Resume' }).click()
  await expect(dialogOf(page)).toBeVisible()
}

test('an empty profile teaches, is filled in by keyboard, says what is wrong, and is saved with an undo', async ({
  home,
}) => {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await openProfile(home)
  await expect(home.getByText('50 points for the tech stack')).toBeVisible()
  await expectAccessible(home, 'empty profile')
  await tabTo(home, home.getByRole('button', { name: 'Fill in the profile' }))
  await home.keyboard.press('Enter')
  await expect(home.getByLabel('Add a skill', { exact: true })).toBeFocused()

  await home.keyboard.type('Python, Postgres, python')
  await home.keyboard.press('Enter')
  await expect(skills(home)).toHaveText([/Python/, /Postgres/])
  await home.keyboard.type('PYTHON')
  await home.keyboard.press('Enter')
  await expect(home.getByText('PYTHON is in the list already.')).toBeVisible()
  await home.getByLabel('Level of Python').selectOption('Advanced')
  await home.getByLabel('Years of Python').fill('90')
  await home.getByLabel('Yearly salary from').fill('60k')
  await home.getByRole('button', { name: 'Add a link' }).click()
  await home.keyboard.type('Blog')
  await home.keyboard.press('Tab')
  await home.keyboard.type('javascript:alert(1)')
  await home.keyboard.press('Control+s')
  await expect(home.getByText('Write 80 or less')).toBeVisible()
  await expect(home.getByText('A salary needs a currency')).toBeVisible()
  await expect(home.getByText('An address is written like https://example.org')).toBeVisible()
  await expect(home.getByLabel('Years of Python')).toBeFocused()
  await expectAccessible(home, 'profile with mistakes')

  await home.getByLabel('Years of Python').fill('6')
  await home.getByLabel('Currency').selectOption('GBP')
  await home.getByLabel('Address of link 1').fill('https://blog.example/')
  await home.getByLabel('Preferred places', { exact: true }).fill('Leeds, GB')
  await home.keyboard.press('Enter')
  await home.getByText('Hybrid', { exact: true }).click()
  await home.getByLabel('You may work without a sponsor in').selectOption('DE')
  await home.getByRole('button', { name: 'Add the whole European Union' }).click()
  await expect(home.getByRole('list', { name: 'Countries: chosen' }).getByRole('listitem')).toHaveCount(27)
  await home.getByLabel('Add a language').selectOption('en')
  await home.getByLabel('Level of English').selectOption('Native')
  await home.getByLabel('Level', { exact: true }).selectOption('Senior')
  await save(home).click()
  await expect(home.getByText('Saved the profile', { exact: true })).toBeVisible()
  await expect(home.getByText('postings say PostgreSQL')).toBeVisible()
  await expectFocusKept(home)

  await home.reload()
  await expect(skills(home)).toHaveText([/Python/, /Postgres/])
  await expect(home.getByLabel('Years of Python')).toHaveValue('6')
  await expect(home.getByLabel('Address of link 1')).toHaveValue('https://blog.example/')
  await expect(home.getByText('1 place · hybrid · work permit for 27 countries')).toBeVisible()

  await home.getByRole('button', { name: 'Remove Python' }).click()
  await expect(home.getByRole('button', { name: 'Remove Postgres' })).toBeFocused()
  await save(home).click()
  await expect(skills(home)).toHaveText([/Postgres/])
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(skills(home)).toHaveText([/Python/, /Postgres/])
})

test('leaving with something typed is asked about, and the way back keeps it', async ({ home }) => {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await openProfile(home)
  await home.getByRole('button', { name: 'Fill in the profile' }).click()
  await home.getByLabel('Name', { exact: true }).fill('Sam')
  await home.getByRole('link', { name: 'Jobs', exact: true }).click()
  const asked = home.getByRole('dialog', { name: 'Leave without saving?' })
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(home.getByLabel('Name', { exact: true })).toHaveValue('Sam')
})

test.describe('with the sample', () => {
  test.use({ sample: true })

  test('a resume is compared thing by thing, taken by choice, taken back, and exported without loss', async ({
    home,
  }) => {
    await openProfile(home)
    await expect(skills(home)).toHaveCount(9)
    await expectAccessible(home, 'profile')
    await openImport(home)
    const dialog = dialogOf(home)
    await dialog.getByLabel('Or paste its text').fill(JSON.stringify(RESUME))
    await dialog.getByRole('button', { name: 'Compare' }).click()
    // What the person said stays, unless they choose otherwise; what is new is proposed.
    await expect(
      dialog.getByRole('checkbox', { name: /Robin Hale becomes Robin Hale-Whitfield/ }),
    ).not.toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: /Data engineer/ })).toBeChecked()
    await expect(dialog.getByRole('checkbox', { name: 'Kafka (expert)' })).toBeChecked()
    await expect(dialog.getByText(/“Odd” has no web address/)).toBeVisible()
    await expectAccessible(home, 'review of a resume')
    await dialog.getByText(/onerror/).click()
    await dialog.getByRole('checkbox', { name: /Python becomes Python \(expert\)/ }).check()
    await dialog.getByRole('button', { name: /^Take \d+ things$/ }).click()
    await expect(dialog).toBeHidden()
    await expect(skills(home)).toHaveCount(10)
    await expect(home.getByLabel('Level of Python')).toHaveValue('expert')
    await expect(home.getByLabel('Name', { exact: true })).toHaveValue('Robin Hale')
    await expect(home.getByLabel('What you do')).toHaveValue('Data engineer')
    await expectFocusKept(home)

    await home.getByRole('button', { name: 'Resume', exact: true }).click()
    const [download] = await Promise.all([
      home.waitForEvent('download'),
      home.getByRole('menuitem', { name: 'Export as JSON Resume' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('robin-hale-resume.json')
    const exported = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(exported.work).toEqual(RESUME.work)
    expect(exported.basics).toMatchObject({ name: 'Robin Hale', label: 'Data engineer' })
    expect(exported.skills[0]).toEqual(RESUME.skills[0])
    expect(exported.meta.rolecall.preferred_locations).toContain('Leeds, GB')

    await home.getByRole('button', { name: 'Undo' }).first().click()
    await expect(skills(home)).toHaveCount(9)
    await expect(home.getByLabel('What you do')).toHaveValue('')
  })

  test('what is no resume is refused in words and changes nothing', async ({ home }) => {
    await openProfile(home)
    await openImport(home)
    const dialog = dialogOf(home)
    const file = dialog.getByLabel('Resume to import')
    const give = (name: string, content: string | Buffer) =>
      file.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
    await give('big.json', Buffer.alloc(10_000_000, '['))
    await expect(dialog.getByRole('alert')).toHaveText(
      /larger than a resume can be \(10 MB; the limit is 2 MB\)/,
    )
    await give('photo.json', Buffer.from([0xff, 0xd8, 0xff, 0x00]))
    await expect(dialog.getByRole('alert')).toHaveText(/photo.json is no text/)
    await give('empty.json', '')
    await expect(dialog.getByRole('alert')).toHaveText(/empty.json is empty/)
    await give('deep.json', '{"basics":'.repeat(40_000))
    await expect(dialog.getByRole('alert')).toHaveText(/deep/)
    await give('campaigns.json', '{"campaigns": []}')
    await expect(dialog.getByRole('alert')).toHaveText(/not a resume/)
    await expectAccessible(home, 'refused resume')
    await give('same.json', '{"basics": {"name": "Robin Hale"}, "skills": [{"name": "python"}, {"name": 7}]}')
    await expect(dialog.getByText('2 things are the same.')).toBeVisible()
    await expect(dialog.getByText('1 entry among the skills could not be read.')).toBeVisible()
    await home.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(skills(home)).toHaveCount(9)
  })

  test('a dropped file goes to the profile and not to the import of jobs', async ({ home }) => {
    await openProfile(home)
    await expect(skills(home)).toHaveCount(9)
    const files = await home.evaluateHandle(text => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'resume.json', { type: 'application/json' }))
      return transfer
    }, JSON.stringify(RESUME))
    await home.dispatchEvent('main', 'dragenter', { dataTransfer: files })
    await expect(home.getByText('Drop the resume to compare it with your profile')).toBeVisible()
    await home.dispatchEvent('main', 'drop', { dataTransfer: files })
    await expect(dialogOf(home).getByRole('checkbox', { name: /Data engineer/ })).toBeVisible()
    await expect(home.getByRole('dialog')).toHaveCount(1)
  })

  test('a change of the profile changes the recommendations', async ({ home }) => {
    await openProfile(home)
    await home.getByLabel('Add a skill', { exact: true }).fill('Boo')
    await expect(home.locator('datalist option').first()).toHaveAttribute('value', /^Boo/)
    await home.getByLabel('Add a skill', { exact: true }).fill('Welding')
    await home.keyboard.press('Enter')
    for (const name of [
      'Python',
      'PostgreSQL',
      'SQL',
      'TypeScript',
      'React',
      'Docker',
      'AWS',
      'Git',
      'FastAPI',
    ])
      await home.getByRole('button', { name: `Remove ${name}` }).click()
    await save(home).click()
    await home.getByRole('link', { name: 'See recommended jobs' }).click()
    const first = home.getByRole('list', { name: 'Recommended jobs' }).getByRole('listitem').first()
    await expect(first).not.toContainText('Python')
  })

  test('on a phone nothing stands out of the page', async ({ home }) => {
    await home.setViewportSize({ width: 375, height: 720 })
    await openProfile(home)
    await expect(skills(home)).toHaveCount(9)
    expect(await home.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await expect(save(home)).toBeInViewport()
    await openImport(home)
    await expect(dialogOf(home).getByRole('button', { name: 'Choose a file' })).toBeInViewport()
    await expectAccessible(home, 'import on a phone')
  })
})
