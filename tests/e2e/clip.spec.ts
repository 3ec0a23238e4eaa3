import { createServer } from 'node:http'
import { type AddressInfo, createServer as createProbe } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { PLAIN_PAGE, postingPage } from '../support/page-server.ts'
import { expectAccessible } from './kit/axe.ts'
import { goTo, jobRow } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const probe = createProbe()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

const section = (home: Page) =>
  home.locator('section').filter({ has: home.getByRole('heading', { name: 'Clip from the browser' }) })

/** Gives another port; its field is open when the port is the problem. */
async function choosePort(place: Locator, port: number): Promise<void> {
  const another = place.getByText('Another port')
  const field = place.getByLabel('Port', { exact: true })
  await expect(another.or(field).first()).toBeVisible()
  if (!(await field.isVisible())) await another.click()
  await field.fill(String(port))
  await place.getByRole('button', { name: 'Use this port' }).click()
}

/** Switches clipping on at a port of the test's own; answers the bookmark. */
async function setUp(home: Page, port: number): Promise<string> {
  await goTo(home, '/settings')
  const place = section(home)
  await place.getByRole('switch', { name: 'Take clipped pages' }).click()
  await choosePort(place, port)
  await expect(place.locator('code')).toContainText(String(port))
  return (await place.locator('code').textContent()) ?? ''
}

/** What the browser runs when the bookmark is chosen. */
const scriptOf = (bookmark: string) => decodeURIComponent(bookmark.replace(/^javascript:/, ''))

/** Runs the bookmark on a page of a site, as the browser does; answers the tab that opened. */
async function clip(page: Page, bookmark: string) {
  const opened = page.waitForEvent('popup')
  await page.evaluate(scriptOf(bookmark))
  const tab = await opened
  await tab.waitForLoadState()
  return tab
}

test('a page is clipped by the bookmark, and the tab says what was saved', async ({ home, web, browser }) => {
  const bookmark = await setUp(home, await freePort())
  expect(bookmark).toMatch(/^javascript:/)
  await expectAccessible(home, 'settings: clipping')
  // The link is there to be dragged; a click does nothing but say so.
  const link = section(home).getByText('Clip to Rolecall')
  await expect(link).toHaveAttribute('href', bookmark)
  await link.click()
  await expect(home.locator('[data-toast]')).toContainText('Drag it onto the bookmarks bar')

  web.pages.set(
    'northlight.example/jobs/1',
    postingPage({}, '<script>document.title = "scripted"</script><style>p{}</style>'),
  )
  const elsewhere = await browser.newContext()
  const site = await elsewhere.newPage()
  await site.goto(`${web.address}/northlight.example/jobs/1`)
  const tab = await clip(site, bookmark)
  await expect(tab.getByRole('heading', { name: 'Saved in Rolecall' })).toBeVisible()
  await expect(tab.getByRole('listitem')).toHaveText('Senior Rust Engineer, Northlight Instruments')
  await goTo(home, '/jobs')
  await expect(jobRow(home, /Senior Rust Engineer, Northlight Instruments/)).toBeVisible()

  // A page without a company asks for it in the tab.
  web.pages.set('garden.example/job', PLAIN_PAGE)
  await site.goto(`${web.address}/garden.example/job`)
  const asking = await clip(site, bookmark)
  await asking.getByLabel('Company').fill('Mossbank Estate')
  await asking.getByRole('button', { name: 'Save' }).click()
  await expect(asking.getByRole('listitem')).toHaveText('Junior Gardener, Mossbank Estate')

  // Made anew, the old bookmark stops working.
  await goTo(home, '/settings')
  await section(home).getByRole('button', { name: 'Make a new one' }).click()
  await expect(section(home).locator('code')).not.toHaveText(bookmark)
  const refused = await clip(site, bookmark)
  await expect(refused.getByRole('heading', { name: 'This bookmark does not work any more' })).toBeVisible()
  await elsewhere.close()
})

test('a page of a large site is cut and still read; one that forbids forms says so', async ({
  home,
  web,
  browser,
}) => {
  test.slow()
  const bookmark = await setUp(home, await freePort())
  const elsewhere = await browser.newContext()
  const site = await elsewhere.newPage()
  web.pages.set('large.example/job', postingPage({}, `<p hidden>${'Zürich – 東京 '.repeat(220_000)}</p>`))
  await site.goto(`${web.address}/large.example/job`)
  const tab = await clip(site, bookmark)
  await expect(tab.getByRole('heading', { name: 'Saved in Rolecall' })).toBeVisible()

  web.pages.set('strict.example/job', {
    body: postingPage(),
    headers: { 'content-security-policy': "form-action 'self'" },
  })
  await site.goto(`${web.address}/strict.example/job`)
  const said = site.waitForEvent('dialog')
  await site.evaluate(scriptOf(bookmark))
  const dialog = await said
  expect(dialog.message()).toContain('Copy the text of the posting')
  await dialog.dismiss()
  await elsewhere.close()
})

test('a taken port is said plainly, and another one helps', async ({ home }) => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  await goTo(home, '/settings')
  const place = section(home)
  await place.getByRole('switch', { name: 'Take clipped pages' }).click()
  await choosePort(place, port)
  await expect(place.getByRole('alert')).toContainText(`Port ${port} is taken by another program`)
  await expectAccessible(home, 'settings: port taken')
  await choosePort(place, await freePort())
  await expect(place.getByRole('alert')).toHaveCount(0)
  await expect(place.getByText('Clip to Rolecall')).toBeVisible()
  taken.close()
})
