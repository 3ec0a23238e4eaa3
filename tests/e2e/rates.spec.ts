import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './kit/axe.ts'
import { expectFocusKept, goTo } from './kit/page.ts'
import { expect, test } from './kit/test.ts'

const BANK = 'www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'
const TODAY = new Date().toISOString().slice(0, 10)
const DAILY = readFileSync(new URL('../fixtures/ecb/daily.xml', import.meta.url), 'utf8').replace(
  '2026-02-27',
  TODAY,
)

const rates = (page: Page) => page.getByRole('region', { name: 'Exchange rates', exact: true })

test('exchange rates: those that came along, a refresh that fails, one that is cancelled, one that brings newer ones', async ({
  home,
  web,
}) => {
  web.pages.set(BANK, { status: 404 })
  await goTo(home, '/settings')
  const part = rates(home)
  const refresh = part.getByRole('button', { name: 'Refresh rates' })
  await expect(part).toContainText('which came with Rolecall')
  expect(web.asked.filter(path => path === BANK)).toEqual([])

  await refresh.click()
  await expect(part.getByRole('status')).toContainText('European Central Bank: The server knows no such page')
  await expect(part.getByRole('status')).toContainText('stay in use')
  await expectAccessible(home, 'settings, rates not refreshed')

  web.pages.set(BANK, () => {})
  await refresh.focus()
  await home.keyboard.press('Enter')
  await expect(part.getByRole('status')).toContainText('Asking www.ecb.europa.eu')
  await part.getByRole('button', { name: 'Cancel' }).click()
  await expect(part.getByRole('status')).toContainText('Stopped.')
  await expectFocusKept(home)

  web.pages.set(BANK, { type: 'text/xml', body: DAILY })
  await refresh.click()
  await expect(part.getByRole('status')).toContainText('Campaigns that name a salary are ranked again')
  await expect(part).toContainText('(European Central Bank), fetched just now')
  await part.getByText(/^All \d+ rates$/).click()
  await expect(part.getByRole('row', { name: /^USD 1\.1523/ })).toBeVisible()
  await expect(part).toContainText(/The newest list does not name AED, ARS/)
  await expectAccessible(home, 'settings, all rates')
  await refresh.click()
  await expect(part.getByRole('status')).toContainText('are the newest there are')
})
