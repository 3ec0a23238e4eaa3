import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ask, until } from './ask.ts'
import { type Desktop, expect, test } from './desktop.ts'

async function quit(app: Desktop) {
  await app.act('app.quit').catch(() => {})
  return app.ended
}

test('a second start raises the first and ends within a second', async ({ start, dataDir }) => {
  const first = await start({ dataDir })
  await (await first.page()).getByRole('navigation').first().waitFor()
  await first.act('window.minimize')
  // The quickest of three, beside an app that does nothing: the computer may be busy with something else.
  const took: number[] = []
  const bare: number[] = []
  for (let time = 0; time < 3; time += 1) {
    const nothing = await start({ dataDir, main: join(import.meta.dirname, 'electron', 'empty-app.ts') })
    bare.push((await nothing.ended).milliseconds)
    const second = await start({ dataDir })
    const { code, milliseconds } = await second.ended
    expect({ code, output: second.output() }).toEqual({ code: 0, output: '' })
    took.push(milliseconds)
  }
  console.log(`A second start ends after ${Math.min(...took)} ms, an empty app after ${Math.min(...bare)} ms`)
  expect(Math.min(...took)).toBeLessThan(Math.max(1_000, 2 * Math.min(...bare)))
  await until(first.window, window => window?.focused === true)
})

test('the window opens where it stood, unless that display is gone', async ({ start, dataDir }) => {
  const displays = [
    { x: 0, y: 0, width: 1600, height: 1000 },
    { x: 1600, y: 0, width: 1200, height: 900 },
  ]
  const first = await start({ dataDir, config: { displays } })
  await first.page()
  const bounds = { x: 1700, y: 50, width: 900, height: 700 }
  await first.act('window.setBounds', bounds)
  await quit(first)

  const second = await start({ dataDir, config: { displays } })
  await second.page()
  expect(await second.window()).toMatchObject({ bounds, maximised: false })
  await second.act('window.maximize')
  await quit(second)

  const third = await start({ dataDir, config: { displays } })
  await third.page()
  expect((await third.window())?.maximised).toBe(true)
  await quit(third)

  const fourth = await start({ dataDir, config: { displays: displays.slice(0, 1) } })
  await fourth.page()
  expect((await fourth.window())?.bounds.x).toBeLessThan(1600)
})

test('waking up makes the schedule look for what was missed', async ({ start, dataDir }) => {
  // Sources on this computer: the schedule waits for no network, which a test machine may not have.
  const env = { ROLECALL_SOURCE_BASE_URLS: JSON.stringify({ greenhouse: 'http://127.0.0.1:9' }) }
  const app = await start({ dataDir, env })
  const page = await app.page()
  const { campaignId } = await ask<{ campaignId: number }>(page, 'campaigns.create', {
    name: 'Backend',
    schedule: '00:00',
  })
  await ask(page, 'sources.add', { kind: 'greenhouse', config: { board: 'example' }, campaignId })
  // As if it had been made yesterday, with a source that asks nobody.
  const db = new Database(join(dataDir, 'rolecall.db'))
  db.exec(`UPDATE schedule_since SET since = '2020-01-01T00:00:00.000Z'; UPDATE sources SET kind = 'unknown'`)
  db.close()
  const runs = () => ask<{ trigger: string }[]>(page, 'runs.list')
  expect(await runs()).toEqual([])
  await app.act('power', 'suspend')
  await app.act('power', 'resume')
  const [run] = await until(runs, all => all.length > 0)
  expect(['catch_up', 'schedule']).toContain(run?.trigger)
})

test('the end of the session ends the app in order', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  await app.page()
  await app.act('power', 'shutdown').catch(() => {})
  expect((await app.ended).code).toBe(0)
  expect(readFileSync(join(dataDir, 'rolecall.state.json'), 'utf8')).toContain('"clean":true')
})

for (const way of ['app.quit', 'SIGTERM'] as const)
  test(`ends in order by ${way}: nothing runs on, the database is closed`, async ({ start, dataDir }) => {
    const app = await start({ dataDir })
    const page = await app.page()
    await ask(page, 'campaigns.create', { name: 'Backend' })
    if (way === 'SIGTERM') app.kill(way)
    else await app.act(way)
    expect(await app.ended).toMatchObject({ code: 0 })
    expect(readFileSync(join(dataDir, 'rolecall.state.json'), 'utf8')).toContain('"clean":true')
    expect(existsSync(join(dataDir, 'rolecall.db-wal'))).toBe(false)
    const children = existsSync(`/proc/${app.pid}`)
    expect(children).toBe(false)
    // The folder is free for the next start, which finds what was saved.
    const next = await start({ dataDir })
    const campaigns = await ask<{ draft: { name: string } }[]>(await next.page(), 'campaigns.list')
    expect(campaigns.map(({ draft }) => draft.name)).toEqual(['Backend'])
  })

test('says in plain words why it cannot start, and what to do', async ({ start, dataDir }) => {
  const db = new Database(join(dataDir, 'rolecall.db'))
  db.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO recipes VALUES (1, 1)')
  db.close()
  const app = await start({ dataDir })
  const [shown] = await until(
    async () => app.dialogs,
    all => all.length > 0,
  )
  expect(shown?.message).toMatch(/^Rolecall cannot start: /)
  expect(shown?.detail).toContain('not touched')
  expect(shown?.buttons).toEqual(['Try again', 'Open the data folder', 'Quit'])
  shown?.press('Open the data folder')
  const [again] = await until(
    async () => app.dialogs,
    all => all.length > 0,
  )
  expect(app.openedPaths).toEqual([dataDir])
  again?.press('Try again')
  await app.ended
  expect(app.said.relaunched).toBe(1)
})

test('says so when the data folder cannot be used', async ({ start, dataDir }) => {
  const file = join(dataDir, 'a-file')
  writeFileSync(file, '')
  const app = await start({ dataDir: join(file, 'data') })
  const [shown] = await until(
    async () => app.dialogs,
    all => all.length > 0,
  )
  expect(shown?.message).toContain('Rolecall cannot')
  expect(shown?.detail).toContain('--data-dir')
  shown?.press('Quit')
  expect((await app.ended).code).toBe(1)
})

for (const [secretsBackend, words] of [
  ['gnome_libsecret', null],
  ['basic_text', /no keystore/],
  ['unavailable', /none can be saved/],
] as const)
  test(`secrets with ${secretsBackend}`, async ({ start, dataDir }) => {
    const app = await start({ dataDir, config: { secretsBackend } })
    const page = await app.page()
    const { secretsWarning } = await ask<{ secretsWarning: string | null }>(page, 'shell.info')
    if (words === null) expect(secretsWarning).toBeNull()
    else {
      expect(secretsWarning).toMatch(words)
      await app.choose('app', 'settings')
      await expect(page.getByText(words)).toBeVisible()
    }
  })

test('starts with the system when asked', async ({ start, dataDir }) => {
  const config = join(dataDir, 'config')
  mkdirSync(config)
  const app = await start({ dataDir, env: { XDG_CONFIG_HOME: config } })
  const page = await app.page()
  const file = join(config, 'autostart', 'rolecall.desktop')
  expect(await ask(page, 'shell.info')).toMatchObject({ autostart: false })
  await ask(page, 'shell.setAutostart', { enabled: true })
  expect(await ask(page, 'shell.info')).toMatchObject({ autostart: true })
  const text = readFileSync(file, 'utf8')
  expect(text).toContain(`"--hidden" "--data-dir" "${dataDir}"`)
  await ask(page, 'shell.setAutostart', { enabled: false })
  expect(existsSync(file)).toBe(false)
  if (process.getuid?.() === 0) return
  chmodSync(config, 0o500)
  await expect(ask(page, 'shell.setAutostart', { enabled: true })).rejects.toThrow('unsupported')
})

test('a page that died is loaded again, and the second time the person is asked', async ({
  start,
  dataDir,
}) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.evaluate(() => Object.assign(window, { before: true }))
  await app.act('page.crash')
  await until(
    () => page.evaluate(() => 'before' in window).catch(() => true),
    still => !still,
  )
  await expect(page.getByRole('navigation').first()).toBeVisible()

  await app.act('page.crash')
  const [shown] = await until(
    async () => app.dialogs,
    all => all.length > 0,
  )
  expect(shown?.message).toContain('stopped again')
  await page.evaluate(() => Object.assign(window, { before: true }))
  shown?.press('Load again')
  await until(
    () => page.evaluate(() => 'before' in window).catch(() => true),
    still => !still,
  )
})

test('follows the theme of the settings', async ({ start, dataDir }) => {
  const app = await start({ dataDir, config: { systemIsDark: false } })
  const page = await app.page()
  await ask(page, 'settings.update', { theme: 'dark' })
  await until(
    () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches),
    dark => dark,
  )
  await quit(app)
  const next = await start({ dataDir })
  const dark = await (await next.page()).evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  expect(dark).toBe(true)
})
