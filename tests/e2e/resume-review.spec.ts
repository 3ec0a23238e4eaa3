import type { Locator, Page } from '@playwright/test'
import { startAiServer } from '../support/ai/server.ts'
import { askCore } from './kit/ask.ts'
import { expectAccessible } from './kit/axe.ts'
import { keepFile, pdfOf, RESUME } from './kit/documents.ts'
import { expectFocusKept, goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const group = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
const thing = (page: Page, name: RegExp | string): Locator => page.getByRole('checkbox', { name })
const save = (page: Page): Locator => page.getByRole('button', { name: /^Save \d+ changes?$/ })

/** Keeps a résumé and opens its review. */
async function openReview(page: Page, bytes: Buffer, name = 'robin.pdf'): Promise<number> {
  await page.getByRole('button', { name: 'Begin with nothing' }).click()
  const { documentId } = await keepFile(page, name, bytes)
  await goTo(page, `/documents/${documentId}/review`)
  await expect(page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible()
  return documentId
}

test('a résumé is looked at beside its page, taken, edited and refused by keys, saved and taken back', async ({
  home,
}) => {
  await openReview(home, await pdfOf(RESUME))
  const pages = home.getByRole('region', { name: 'Pages of robin' })
  await expect(pages.getByRole('img', { name: 'Page 1 of robin' })).toBeVisible()
  await expect(thing(home, /^Name Robin Hale$/)).toBeChecked()
  await expect(group(home, 'Skills').getByRole('checkbox')).toHaveCount(5)
  await expectAccessible(home, 'review')

  // Keys go from thing to thing, and the page shows where each one stands.
  await home.keyboard.press('j')
  await expect(thing(home, /^Name /)).toBeFocused()
  await home.keyboard.press('Enter')
  await expect(thing(home, /^Name /)).not.toBeChecked()
  await home.keyboard.press('Space')
  await expect(thing(home, /^Name /)).toBeChecked()
  await home.keyboard.press('e')
  await expect(home.getByLabel('Name', { exact: true })).toBeFocused()
  await home.keyboard.type('Robin J. Hale')
  await home.keyboard.press('Enter')
  await expect(thing(home, /^Name Robin J. Hale$/)).toBeFocused()
  await home.keyboard.press('ArrowDown')
  await home.keyboard.press('x')
  await expect(thing(home, /^Email /)).not.toBeChecked()
  await expectFocusKept(home)

  // What stands on the second page comes into sight, and its place leads back to it.
  const docker = thing(home, 'Docker')
  await docker.focus()
  await expect(pages.getByRole('img', { name: 'Page 2 of robin' })).toBeInViewport()
  await group(home, 'Skills').getByRole('button', { name: 'Take none: Skills' }).click()
  await expect(docker).not.toBeChecked()
  await pages.locator('[data-page="2"] [data-marks]').last().click()
  await expect(
    group(home, 'Skills').or(group(home, 'Languages')).getByRole('checkbox').and(home.locator(':focus')),
  ).toBeVisible()
  await docker.check()

  // A position is refused at its part until it is right.
  await group(home, 'Positions')
    .getByRole('button', { name: /^Edit position Senior Data Engineer/ })
    .click()
  const form = home.getByRole('form', { name: 'Edit position' })
  await form.getByLabel('From').fill('March')
  await form.getByRole('button', { name: 'Use this' }).click()
  await expect(form.getByText(/Write a year or a month/)).toBeVisible()
  await expect(form.getByLabel('From')).toBeFocused()
  await expectAccessible(home, 'review with a form')
  await form.getByLabel('From').fill('2021-04')
  await form.getByLabel('Place').fill('Leeds')
  await form.getByRole('button', { name: 'Use this' }).click()
  await expect(group(home, 'Positions').getByText('Apr 2021 – now · Leeds')).toBeVisible()

  await save(home).click()
  await expect(home.getByText(/^Saved \d+ changes from robin$/)).toBeVisible()
  await expect(home.getByRole('heading', { name: 'Saved from résumés' })).toBeVisible()
  await expectFocusKept(home)
  await goTo(home, '/profile')
  await expect(home.getByLabel('Name', { exact: true })).toHaveValue('Robin J. Hale')
  await expect(home.getByLabel('Email')).toHaveValue('')
  await expect(home.getByRole('list', { name: 'Your skills' }).getByRole('listitem')).toHaveText([/Docker/])
  const positions = home.getByRole('list', { name: 'Your positions' })
  await expect(positions.getByRole('listitem').first()).toContainText('Apr 2021 – now · Leeds')
  await expectAccessible(home, 'profile with positions')

  await home.getByRole('button', { name: 'Undo what was saved from robin' }).click()
  await expect(home.getByText('Undone', { exact: true })).toBeVisible()
  await expect(home.getByText('Nothing is known of you yet')).toBeVisible()
})

test('a locked file asks for its password, and a narrow window shows the document on demand', async ({
  home,
}) => {
  await home.setViewportSize({ width: 320, height: 720 })
  await openReview(home, await pdfOf(RESUME, { password: 'rose' }))
  await home.getByLabel('Password of the file').fill('rose')
  await home.getByRole('button', { name: 'Unlock and read' }).click()
  await expect(thing(home, /^Name Robin Hale$/)).toBeChecked()
  await home.getByRole('button', { name: 'Show the document' }).click()
  await expect(home.getByRole('region', { name: 'Pages of robin' })).toBeVisible()
  await expectAccessible(home, 'narrow review')
  const wider = await home.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
})

test('the model is asked only when it is switched on, and what it says is marked', async ({ home }) => {
  const said = {
    ...{ name: null, headline: 'Chief of everything', location: null, summary: null },
    ...{ experience: [], education: [], certificates: [], languages: [] },
    skills: ['flood model', 'Haskell'],
  }
  const server = await startAiServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        choices: [
          { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: JSON.stringify(said) } },
        ],
        usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
      }),
    )
  })
  try {
    const documentId = await openReview(home, await pdfOf(RESUME))
    await expect(save(home)).toBeVisible()
    await expect(home.getByRole('button', { name: 'Refine with the model' })).toHaveCount(0)
    await askCore(home, 'settings.update', {
      aiEnabled: true,
      aiBaseUrl: `${server.origin}/v1`,
      aiModel: 'tiny',
      aiPriceIn: 1,
      aiPriceOut: 1,
    })
    await goTo(home, `/documents/${documentId}/review`)
    await home.getByRole('button', { name: 'Refine with the model' }).click()
    await expect(home.getByText('The model read 1 thing', { exact: true })).toBeVisible()
    const row = group(home, 'Skills').getByRole('listitem').filter({ hasText: 'flood model' })
    await expect(row).toContainText('by the model')
    await expect(home.getByText('Haskell')).toHaveCount(0)
    await expect(home.getByText('Chief of everything')).toHaveCount(0)
  } finally {
    await server.stop()
  }
})
