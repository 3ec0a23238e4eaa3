import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { askCore } from '../kit/ask.ts'
import { daysFromNow } from '../kit/life.ts'
import { goTo, tabTo } from '../kit/page.ts'
import { expect, takeUp, test } from './task.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const column = (home: Page, name: string) => home.getByRole('region', { name: new RegExp(`^${name}`) })
const cards = (home: Page, name: string) => column(home, name).getByRole('listitem')
const said = (home: Page, words: RegExp) => home.getByRole('status').filter({ hasText: words })

test.describe('11: move an application on the board, and hear it', () => {
  test('by mouse', async ({ home, act }) => {
    await takeUp(home, 3, 'applied')
    await act('to the board', () => home.getByRole('link', { name: 'Applications', exact: true }).click())
    await expect(cards(home, 'Applied')).toHaveCount(3)
    await act('drag', () => cards(home, 'Applied').first().dragTo(column(home, 'Interview')))
    await expect(cards(home, 'Interview')).toHaveCount(1)
    await expect(cards(home, 'Applied')).toHaveCount(2)
    await expect(said(home, /^Moved .* to Interview/)).toHaveCount(1)
  })

  test('by keyboard', async ({ home, act }) => {
    await takeUp(home, 3, 'applied')
    await goTo(home, '/applications')
    const first = cards(home, 'Applied').first()
    await expect(first).toBeVisible()
    await act('to the card', () => tabTo(home, first))
    await act('move', () => home.keyboard.press('Shift+ArrowRight'))
    await expect(cards(home, 'Interview')).toHaveCount(1)
    await expect(said(home, /^Moved .* to Interview/)).toHaveCount(1)
    await expect(cards(home, 'Interview').first()).toBeFocused()
  })
})

test.describe('12: write an interview down, and take it to the calendar', () => {
  const at = `${new Date().getFullYear() + 1}-12-12`

  test('by mouse', async ({ home, act }) => {
    await takeUp(home, 1, 'applied')
    await home.getByRole('link', { name: 'Applications', exact: true }).click()
    await act('open', () => cards(home, 'Applied').first().click())
    const panel = home.getByRole('region', { name: 'Application', exact: true })
    await act('a new interview', () => panel.getByRole('button', { name: 'Add an interview' }).click())
    await act('save', async () => {
      await panel.getByLabel('Date and time').fill(`${at}T10:30`)
      await panel.getByLabel('People').fill('Ines Harrow')
      await panel.getByRole('button', { name: 'Save interview' }).click()
    })
    await expect(panel.getByText('With Ines Harrow')).toBeVisible()
    const saved = home.waitForEvent('download')
    await act('to the calendar', () => panel.getByRole('button', { name: /^Save for a calendar/ }).click())
    expectCalendar(await (await saved).path(), at)
  })

  test('by keyboard', async ({ home, act }) => {
    await takeUp(home, 1, 'applied')
    await goTo(home, '/applications')
    const card = cards(home, 'Applied').first()
    await expect(card).toBeVisible()
    await act('to the card', () => tabTo(home, card))
    await act('open', () => home.keyboard.press('Enter'))
    const panel = home.getByRole('region', { name: 'Application', exact: true })
    await act('a new interview', async () => {
      await tabTo(home, panel.getByRole('button', { name: 'Add an interview' }))
      await home.keyboard.press('Enter')
    })
    await act('save', async () => {
      await tabTo(home, panel.getByLabel('Date and time'))
      // The order of day and month is the browser's own, and so is whether the morning is said.
      await home.keyboard.type(`1212${at.slice(0, 4)}1030a`)
      await home.keyboard.press('Enter')
    })
    const save = panel.getByRole('button', { name: /^Save for a calendar/ })
    await expect(save).toBeVisible()
    const saved = home.waitForEvent('download')
    await act('to the calendar', async () => {
      await tabTo(home, save)
      await home.keyboard.press('Enter')
    })
    expectCalendar(await (await saved).path(), at)
  })
})

/** 10:30 in Berlin on that day, which is an hour or two earlier in UTC. */
function expectCalendar(path: string, day: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('BEGIN:VCALENDAR')
  expect(text).toMatch(new RegExp(`DTSTART[^\\r\\n]*:${day.replaceAll('-', '')}T(?:0[89]|10)30`))
}

test.describe('13: give up waiting for old applications, and take it back', () => {
  async function begin(home: Page): Promise<void> {
    for (const { id } of await takeUp(home, 3, 'applied'))
      await askCore(home, 'applications.edit', { jobId: id, facts: { appliedAt: daysFromNow(-20) } })
  }
  const banner = (home: Page) => home.getByText('3 applications have had no answer for 14 days or more')

  test('by mouse', async ({ home, act }) => {
    await begin(home)
    await home.getByRole('link', { name: 'Applications', exact: true }).click()
    await expect(banner(home)).toBeVisible()
    await act('look through', () => home.getByRole('button', { name: 'Look through them' }).click())
    await act('mark', () => home.getByRole('button', { name: 'Mark 3 as no response' }).click())
    await expect(banner(home)).toHaveCount(0)
    await expect(cards(home, 'Applied')).toHaveCount(0)
    await act('take it back', () => home.getByRole('button', { name: 'Undo' }).last().click())
    await expect(cards(home, 'Applied')).toHaveCount(3)
    await expect(banner(home)).toBeVisible()
  })

  test('by keyboard', async ({ home, act }) => {
    await begin(home)
    await goTo(home, '/applications')
    await expect(banner(home)).toBeVisible()
    await act('look through', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Look through them' }))
      await home.keyboard.press('Enter')
    })
    await act('mark', async () => {
      await tabTo(home, home.getByRole('button', { name: 'Mark 3 as no response' }))
      await home.keyboard.press('Enter')
    })
    await expect(banner(home)).toHaveCount(0)
    await expect(cards(home, 'Applied')).toHaveCount(0)
    await act('take it back', () => home.keyboard.press('ControlOrMeta+z'))
    await expect(cards(home, 'Applied')).toHaveCount(3)
  })
})
