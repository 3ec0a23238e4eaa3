import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { ask, until } from './ask.ts'
import { type Desktop, expect, test } from './desktop.ts'

interface Settings {
  schedulePaused: boolean
}

async function entry(app: Desktop, id: string) {
  return (await app.menu('tray'))?.find(one => one.id === id)
}

/** Sets the choice and waits until the shell follows it; the theme goes the same way and can be seen. */
async function keepRunning(page: Page, keepRunningInTray: boolean) {
  await ask(page, 'settings.update', { keepRunningInTray, theme: keepRunningInTray ? 'dark' : 'light' })
  await until(
    () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
    dark => dark === keepRunningInTray,
  )
}

test('a click on a notification opens what it tells of, and counts all of it as read', async ({
  start,
  dataDir,
}) => {
  const app = await start({ dataDir })
  const page = await app.page()
  // Both come due in one moment, so that the system shows one notification for both.
  const dueAt = new Date(Date.now() + 5_000).toISOString()
  for (const text of ['Call', 'Write'])
    await ask(page, 'reminders.save', { reminderId: null, reminder: { text, dueAt } })
  const [first] = await until(app.notifications, all => all.length > 0)
  expect(first).toMatchObject({ id: 'rolecall-0', title: '2 reminders are due' })
  await until(
    async () => (await app.tray())?.toolTip,
    text => text === 'Rolecall: 2 unread',
  )
  expect(app.said.badge).toBe(2)
  await app.act('window.minimize')

  await app.act('notifications.click', first?.id)
  await page.waitForURL(url => url.hash === '#/reminders')
  expect((await app.window())?.focused).toBe(true)
  await until(
    async () => app.said.badge,
    badge => badge === 0,
  )
})

test('a click that started the app opens what it tells of', async ({ start, dataDir }) => {
  const before = await start({ dataDir })
  const reminder = { text: 'Call', dueAt: new Date().toISOString() }
  await ask(await before.page(), 'reminders.save', { reminderId: null, reminder })
  const [first] = await until(before.notifications, all => all.length > 0)
  expect(first?.title).toBe('Reminder: Call')
  await before.act('app.quit')
  await before.ended

  const app = await start({ dataDir, config: { launchInfo: { identifier: first?.id } } })
  const page = await app.page()
  await page.waitForURL(url => url.hash === '#/reminders')
})

test('the tray pauses the schedule, says the next run and starts all campaigns', async ({
  start,
  dataDir,
}) => {
  const app = await start({ dataDir })
  const page = await app.page()
  expect((await app.tray())?.toolTip).toBe('Rolecall')
  await until(
    () => entry(app, 'next-run'),
    one => /^Next: (morning briefing|evening summary) (today|tomorrow) \d\d:00$/.test(one?.label ?? ''),
  )
  await ask(page, 'settings.update', { scheduleBriefing: null, scheduleSummary: null })
  await until(
    () => entry(app, 'next-run'),
    one => one?.label === 'Nothing is scheduled',
  )
  expect((await entry(app, 'run-all'))?.enabled).toBe(false)
  const { campaignId } = await ask<{ campaignId: number }>(page, 'campaigns.create', {
    name: 'Backend',
    schedule: '04:00',
  })
  await ask(page, 'sources.add', { kind: 'greenhouse', config: { board: 'example' }, campaignId })
  // As a source that asks nobody.
  const db = new Database(join(dataDir, 'rolecall.db'))
  db.exec("UPDATE sources SET kind = 'unknown'")
  db.close()
  await until(
    () => entry(app, 'next-run'),
    one => /^Next: Backend (today|tomorrow) 04:00$/.test(one?.label ?? ''),
  )

  await app.choose('tray', 'pause')
  await until(
    () => ask<Settings>(page, 'settings.get'),
    ({ schedulePaused }) => schedulePaused,
  )
  await until(
    () => entry(app, 'next-run'),
    one => one?.label === 'Schedule is paused',
  )
  expect((await entry(app, 'pause'))?.checked).toBe(true)
  await app.choose('tray', 'pause')
  await until(
    () => ask<Settings>(page, 'settings.get'),
    ({ schedulePaused }) => !schedulePaused,
  )

  await app.choose('tray', 'run-all')
  await until(
    () => ask<{ campaignId: number }[]>(page, 'runs.list'),
    runs => runs.some(run => run.campaignId === campaignId),
  )
})

test('the window stays in the tray when the person wants it, and closing it quits when not', async ({
  start,
  dataDir,
}) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await keepRunning(page, true)
  await app.act('window.close')
  expect((await app.window())?.visible).toBe(false)
  await app.act('tray.click')
  expect(await app.window()).toMatchObject({ visible: true, focused: true })
  await app.act('window.close')
  await app.choose('tray', 'open')
  expect((await app.window())?.visible).toBe(true)

  await keepRunning(page, false)
  await app.act('window.close').catch(() => {})
  expect((await app.ended).code).toBe(0)
})

test('quits from the tray although the window would stay', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await keepRunning(page, true)
  await app.choose('tray', 'quit')
  expect((await app.ended).code).toBe(0)
})

test('starts hidden in the tray, and with a window where there is no tray', async ({ start, dataDir }) => {
  const app = await start({ dataDir, args: ['--hidden'] })
  await until(app.tray, tray => tray !== null)
  expect(await app.window()).toBeNull()
  await app.choose('tray', 'open')
  await expect((await app.page()).getByRole('navigation').first()).toBeVisible()
  await app.act('app.quit')
  await app.ended

  const bare = await start({ dataDir, args: ['--hidden'], config: { hasTray: false } })
  const page = await bare.page()
  expect(await ask(page, 'shell.info')).toMatchObject({ kind: 'desktop', tray: false })
})

test('the application menu leads to the pages by keys', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const all = (await app.menu('app'))?.flatMap(menu => menu.items) ?? []
  const keys = Object.fromEntries(all.filter(one => one.id).map(one => [one.id, one.accelerator]))
  expect(keys).toMatchObject({ settings: 'CmdOrCtrl+,', 'new-campaign': 'CmdOrCtrl+N', quit: 'CmdOrCtrl+Q' })
  for (const [id, hash] of [
    ['settings', '#/settings'],
    ['new-campaign', '#/campaigns/new'],
    ['go-jobs', '#/jobs'],
  ] as const) {
    await app.choose('app', id)
    await page.waitForURL(url => url.hash === hash)
  }
  await app.choose('app', 'data-folder')
  expect(app.openedPaths).toEqual([dataDir])
})
