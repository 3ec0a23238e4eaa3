import type { Page } from '@playwright/test'
import { expectFocusKept, goTo, jobsList, tabTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

test.use({ replayed: true })

/** The page of sources of a Rolecall that holds nothing yet. */
async function openSources(home: Page): Promise<void> {
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await home.getByRole('link', { name: 'Sources', exact: true }).click()
  await expect(home.getByRole('heading', { name: 'No source yet' })).toBeVisible()
}

async function paste(home: Page, ...addresses: string[]): Promise<void> {
  await home
    .getByRole('button', { name: /^Add (?:the first )?source$/ })
    .first()
    .click()
  const dialog = home.getByRole('dialog', { name: 'Add a source' })
  await dialog.getByLabel('Careers addresses').fill(addresses.join('\n'))
  await dialog.getByRole('button', { name: /^Add (?:source|\d+ sources)$/ }).click()
}

const added = (home: Page) => home.getByRole('list', { name: 'What was added' }).getByRole('listitem')
const done = (home: Page) => home.getByRole('button', { name: 'Done' }).click()
const table = (home: Page) => home.getByRole('table', { name: 'Sources by priority' })
const row = (home: Page, name: string) => table(home).getByRole('row').filter({ hasText: name })

async function newCampaign(home: Page, name: string): Promise<void> {
  await goTo(home, '/campaigns/new')
  await home.getByLabel('Name').fill(name)
  await home.getByRole('button', { name: 'Create campaign' }).click()
  await expect(home.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Runs the campaign that is open and waits for its end. */
async function run(home: Page, times = 1): Promise<void> {
  const rows = home.getByRole('table', { name: 'Runs of this campaign' }).getByRole('row')
  await home.getByRole('button', { name: 'Run now' }).click()
  await expect(rows.filter({ hasText: /Finished|Failed/ })).toHaveCount(times, { timeout: 40_000 })
}

test('pasted addresses: each line is said, added, tested and answered', async ({ home }) => {
  await openSources(home)
  await paste(home, 'https://example.com/careers')
  const field = home.getByLabel('Careers addresses')
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(/not recognised\. Rolecall reads the boards of Greenhouse/)

  await field.fill(
    [
      'https://boards.greenhouse.io/tidemark',
      'https://jobs.eu.lever.co/quillfeather/some-job',
      'boards.greenhouse.io/nobody-here',
      'https://example.com/careers',
    ].join('\n'),
  )
  const looks = home.getByRole('list', { name: 'What the addresses lead to' }).getByRole('listitem')
  await expect(looks).toHaveText([
    'Greenhouse board of tidemark',
    'Lever board of quillfeather (Europe)',
    'Greenhouse board of nobody-here',
    'Not recognised: https://example.com/careers',
  ])
  await home.getByRole('button', { name: 'Add 3 sources' }).click()
  await expect(added(home)).toHaveText([
    /tidemark\s*Added.*13 postings/,
    /quillfeather.*Added.*postings/,
    /nobody-here\s*Added.*no public board named "nobody-here".*stays on the list/,
    /example\.com.*Not recognised/,
  ])
  await expectFocusKept(home)
  await done(home)
  await expect(table(home).getByRole('row')).toHaveCount(4)

  await paste(home, 'https://boards.greenhouse.io/tidemark')
  await expect(added(home)).toHaveText([/tidemark\s*Already there/])
  await done(home)
  await expect(table(home).getByRole('row')).toHaveCount(4)
})

test('the catalogue: search it, enter a key that is refused, replace it, forget it', async ({
  home,
  replays,
}) => {
  await openSources(home)
  await home.keyboard.press('n')
  await home.getByRole('tab', { name: 'Catalogue' }).click()
  await home.getByLabel('Search the catalogue').fill('zzqqxx')
  await expect(home.getByText('No kind of source fits “zzqqxx”.')).toBeVisible()
  await home.getByLabel('Search the catalogue').fill('adzuna')
  await home.getByRole('button', { name: /^Adzuna/ }).click()
  const dialog = home.getByRole('dialog', { name: 'Add Adzuna' })
  await dialog.getByRole('button', { name: 'Add source' }).click()
  const id = dialog.getByLabel('Adzuna application id')
  await expect(id).toBeFocused()
  await expect(id).toHaveAccessibleDescription(
    /Sent to api\.adzuna\.com only\..*Enter your Adzuna application id/,
  )
  await id.fill('replay-id')
  await dialog.getByLabel('Adzuna application key').fill('wrong')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(added(home)).toHaveText([/Adzuna.*Added.*Adzuna does not accept/])
  await added(home).getByRole('link').click()

  await expect(home.getByRole('heading', { name: /^Adzuna/, level: 1 })).toBeVisible()
  await expect(home.getByText('Adzuna application key: entered')).toBeVisible()
  await expect(home.getByText(/^This system offers no keystore/)).toBeVisible()
  await home.getByRole('button', { name: 'Replace the Adzuna application key' }).click()
  await home.getByLabel('Adzuna application key', { exact: true }).fill('replay-adzuna-key')
  await home.getByRole('button', { name: 'Save the new one' }).click()
  // It is tested at once, and no field holds the key any more.
  await expect(home.getByText(/^Tested .*: answers with \d+ postings/)).toBeVisible()
  await expect(home.locator('input[type=password]')).toHaveCount(0)
  await expectFocusKept(home)
  expect(await home.content()).not.toContain('replay-adzuna-key')
  expect(replays.requests.filter(one => one.kind !== 'adzuna')).toEqual([])

  await home.getByRole('button', { name: 'Forget the Adzuna application key' }).click()
  await home.getByRole('dialog').getByRole('button', { name: 'Forget it' }).click()
  await expect(home.getByText('Adzuna application key: not entered')).toBeVisible()
  await home.getByRole('button', { name: 'Test Adzuna' }).first().click()
  await expect(home.getByText(/needs your Adzuna application key/).first()).toBeVisible()
})

test('priority, off and on, remove: each can be taken back', async ({ home }) => {
  await openSources(home)
  await paste(home, 'https://boards.greenhouse.io/tidemark', 'https://jobs.ashbyhq.com/Northwick%20Ice')
  await done(home)
  const names = () => table(home).getByRole('rowheader').getByRole('link')
  await expect(names()).toHaveText(['Northwick Ice', 'tidemark'])
  const priority = home.getByLabel('Priority of Greenhouse: tidemark')
  await priority.fill('3')
  await priority.press('Enter')
  await expect(names()).toHaveText(['tidemark', 'Northwick Ice'])
  await expect(priority).toBeFocused()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(names()).toHaveText(['Northwick Ice', 'tidemark'])
  await expect(priority).toHaveValue('50')

  await home.getByRole('switch', { name: 'Ask Greenhouse: tidemark' }).click()
  await expect(row(home, 'tidemark')).toContainText('Off')
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row(home, 'tidemark')).toContainText('Not asked yet')

  await home.getByRole('button', { name: 'More for Greenhouse: tidemark' }).click()
  await home.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(names()).toHaveText(['Northwick Ice'])
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(names()).toHaveText(['Northwick Ice', 'tidemark'])
})

test('a test that waits is stopped; what runs brought is drawn, said and written out', async ({
  home,
  replays,
}) => {
  await openSources(home)
  await paste(home, 'https://boards.greenhouse.io/tidemark')
  await expect(added(home)).toHaveText([/13 postings/])
  await done(home)
  replays.fail('greenhouse', 'hang')
  await home.getByRole('button', { name: 'Test Greenhouse: tidemark' }).click()
  await home.getByRole('button', { name: 'Stop the test of Greenhouse: tidemark' }).click()
  await expect(home.getByRole('button', { name: 'Test Greenhouse: tidemark' })).toHaveText('Test')
  replays.fail('greenhouse', null)

  await newCampaign(home, 'Harbours')
  await home.getByRole('checkbox', { name: 'Greenhouse: tidemark' }).click()
  await expect(home.getByText('Asks the one source.')).toBeVisible()
  await run(home)
  replays.fail('greenhouse', 'html')
  await run(home, 2)
  await expect(home.getByText('Asks the one source, which did not answer the last time.')).toBeVisible()
  await home.getByRole('link', { name: 'History and setup of Greenhouse: tidemark' }).click()

  const state = home.getByRole('region', { name: 'State' })
  await expect(state).toContainText('Failing, asked')
  await expect(state).toContainText(
    'The last try failed. Greenhouse answered with a web page instead of data.',
  )
  await expect(state).toContainText('Jobs that it brought before stay.')
  await expect(
    home.getByText('It answered 1 of 2 runs since today. 13 postings the last time.'),
  ).toBeVisible()
  await expect(home.getByText('n = 2 runs')).toBeVisible()
  await home.getByText('Show as a table').click()
  const runs = home
    .getByRole('table', { name: 'Runs of Greenhouse: tidemark, newest first' })
    .getByRole('row')
  await expect(runs).toHaveCount(3)
  await expect(runs.nth(1)).toContainText('Failed: Greenhouse answered with a web page')
  await expect(runs.nth(2).getByRole('cell').nth(1)).toHaveText('13')

  await home.getByRole('button', { name: 'Remove' }).click()
  await expect(home.getByRole('heading', { name: 'No source yet' })).toBeVisible()
  await home.goBack()
  await expect(home.getByRole('heading', { name: 'This source is not on the list' })).toBeVisible()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(home.getByRole('heading', { name: 'Greenhouse: tidemark' })).toBeVisible()
  await expect(home.getByRole('checkbox', { name: 'Harbours' })).toBeChecked()
})

test('by keyboard alone: add a board, test it, set its priority, give it to a campaign, remove it, undo', async ({
  home,
}) => {
  await tabTo(home, home.getByRole('button', { name: 'Begin with nothing' }))
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await newCampaign(home, 'Harbours')
  await home.keyboard.press('g')
  await home.keyboard.press('u')
  await expect(home.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible()
  await home.keyboard.press('n')
  await expect(home.getByRole('dialog', { name: 'Add a source' })).toBeVisible()
  await tabTo(home, home.getByLabel('Careers addresses'))
  await home.keyboard.type('boards.greenhouse.io/tidemark')
  // The only campaign stands chosen; it is taken out to be given its source later.
  await tabTo(home, home.getByRole('checkbox', { name: 'Harbours' }))
  await expect(home.getByRole('checkbox', { name: 'Harbours' })).toBeChecked()
  await home.keyboard.press('Space')
  await tabTo(home, home.getByRole('button', { name: 'Add source' }).last())
  await home.keyboard.press('Enter')
  await expect(added(home)).toHaveText([/13 postings/])
  await tabTo(home, home.getByRole('button', { name: 'Done' }))
  await home.keyboard.press('Enter')
  await expectFocusKept(home)

  await tabTo(home, home.getByLabel('Priority of Greenhouse: tidemark'))
  await home.keyboard.press('ArrowDown')
  await home.keyboard.press('ArrowDown')
  await home.keyboard.press('Enter')
  await expect(home.getByText('Changed the priority of Greenhouse: tidemark', { exact: true })).toBeVisible()
  await expect(home.getByLabel('Priority of Greenhouse: tidemark')).toHaveValue('48')
  await tabTo(home, home.getByRole('link', { name: 'tidemark' }))
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'Greenhouse: tidemark', level: 1 })).toBeVisible()
  await home.keyboard.press('t')
  await expect(home.getByText(/^Tested .*: answers with 13 postings/)).toBeVisible()
  await tabTo(home, home.getByRole('checkbox', { name: 'Harbours' }))
  await home.keyboard.press('Space')
  await expect(home.getByRole('checkbox', { name: 'Harbours' })).toBeChecked()
  await home.keyboard.press('ControlOrMeta+k')
  await home.keyboard.type('remove greenhouse')
  await home.keyboard.press('Enter')
  await expect(home.getByRole('heading', { name: 'No source yet' })).toBeVisible()
  await expectFocusKept(home)
  await home.keyboard.press('ControlOrMeta+z')
  await expect(row(home, 'tidemark')).toContainText('Harbours')
})

test('one click uses everything without a key, and one undo takes it back', async ({ home }) => {
  await openSources(home)
  await newCampaign(home, 'Everything')
  await home.getByRole('button', { name: 'Use all without a key' }).click()
  const lines = home.getByRole('list', { name: 'Sources of this campaign' }).getByRole('listitem')
  await expect(lines.filter({ hasText: 'Remotive' }).getByRole('checkbox')).toBeChecked()
  await expect(home.getByText(/^Asks all \d+ sources\.$/)).toBeVisible()
  await home.keyboard.press('ControlOrMeta+z')
  await expect(home.getByText(/^It asks no source yet/)).toBeVisible()
})

test('twelve sources of twelve kinds, three of them broken: nine bring their jobs, and the three say why', async ({
  home,
  replays,
}) => {
  test.slow()
  await openSources(home)
  await newCampaign(home, 'All of them')
  await home.getByRole('button', { name: 'Add source' }).click()
  await home
    .getByLabel('Careers addresses')
    .fill(
      [
        'https://boards.greenhouse.io/tidemark',
        'https://jobs.eu.lever.co/quillfeather',
        'https://jobs.ashbyhq.com/Northwick%20Ice',
        'https://jobs.smartrecruiters.com/BrambleAndSons',
        'https://hazelbrug.recruitee.com',
      ].join('\n'),
    )
  await home.getByRole('button', { name: 'Add 5 sources' }).click()
  await expect(added(home).filter({ hasText: 'answers' })).toHaveCount(5)
  await done(home)
  for (const kind of [
    'Arbeitnow',
    'Himalayas',
    'Jobicy',
    'Remote OK',
    'The Muse',
    'Hacker News',
    'JSearch',
  ]) {
    await home.getByRole('button', { name: 'Add source' }).click()
    await home.getByRole('tab', { name: 'Catalogue' }).click()
    await home.getByLabel('Search the catalogue').fill(kind)
    await home.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
    const key = home.getByLabel(/^(?:RapidAPI|JSearch)/)
    if (kind === 'JSearch') await key.fill('not-the-right-key')
    await home.getByRole('button', { name: 'Add source' }).last().click()
    await expect(added(home)).toHaveCount(1)
    await done(home)
  }
  // The key that is refused was found out by the test that adding makes.
  await expect(home.getByText('Asks all 12 sources; 1 of them did not answer the last time.')).toBeVisible()

  replays.fail('ashby', '500')
  replays.fail('arbeitnow', 'html')
  await home.getByRole('button', { name: 'Run now' }).click()
  const runs = home.getByRole('table', { name: 'Runs of this campaign' })
  await expect(runs).toContainText('Finished', { timeout: 100_000 })
  await expect(home.getByText('Asks all 12 sources; 3 of them did not answer the last time.')).toBeVisible()
  const lines = home.getByRole('list', { name: 'Sources of this campaign' }).getByRole('listitem')
  await expect(lines.filter({ hasText: 'Works' })).toHaveCount(9)
  await expect(lines.filter({ hasText: 'Failing' })).toHaveCount(3)
  await expect(lines.filter({ hasText: 'Ashby: Northwick Ice' })).toContainText(
    'The last try failed. Ashby has a problem (status 500).',
  )
  await expect(lines.filter({ hasText: 'Arbeitnow' })).toContainText(
    'The last try failed. Arbeitnow answered with a web page instead of data.',
  )
  await expect(lines.filter({ hasText: 'JSearch' })).toContainText(
    /JSearch does not accept .*Check it under Sources\./,
  )

  // The nine others' postings are there, and the broken ones brought none.
  await home.getByRole('button', { name: 'Show its jobs' }).click()
  await expect(jobsList(home).getByRole('listitem').first()).toBeVisible()
  await home.getByRole('link', { name: 'Sources', exact: true }).click()
  const good = [
    'tidemark',
    'quillfeather',
    'BrambleAndSons',
    'hazelbrug',
    'Himalayas',
    'Jobicy',
    'Remote OK',
    'The Muse',
    'Hacker News',
  ]
  // Priority, state, last answer, postings, open.
  for (const name of good) await expect(row(home, name).getByRole('cell').nth(4)).not.toHaveText('0')
  for (const name of ['Northwick Ice', 'Arbeitnow', 'JSearch'])
    await expect(row(home, name).getByRole('cell').nth(4)).toHaveText('0')
})

test('the proxy of the settings is checked before it is kept, and taken back', async ({ home }) => {
  await openSources(home)
  await goTo(home, '/settings')
  const proxy = home.getByRole('textbox', { name: 'Proxy' })
  const save = home.getByRole('button', { name: 'Save the proxy' })
  await proxy.fill('proxy.example:8080')
  await save.click()
  await expect(proxy).toBeFocused()
  await expect(proxy).toHaveAccessibleDescription(
    /written like http:\/\/proxy\.example:8080\. Nothing was changed/,
  )
  await proxy.fill('http://proxy.example:8080')
  await save.click()
  await expect(home.getByText('Requests go through the proxy from now on', { exact: true })).toBeVisible()
  await home.reload()
  await expect(proxy).toHaveValue('http://proxy.example:8080')
  await proxy.fill('')
  await save.click()
  await expect(home.getByText('Requests go out as the system says', { exact: true })).toBeVisible()
  await home.getByRole('button', { name: 'Undo' }).last().click()
  await expect(proxy).toHaveValue('http://proxy.example:8080')
})
