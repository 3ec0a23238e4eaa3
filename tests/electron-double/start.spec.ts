import { ask, until } from './ask.ts'
import { expect, test } from './desktop.ts'

test('starts with the sample and shows ranked jobs', async ({ start, dataDir }) => {
  const app = await start({ dataDir, args: ['--sample'] })
  const page = await app.page()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await page.getByRole('link', { name: 'Jobs', exact: true }).first().click()
  await expect(page.getByText('Python Developer').first()).toBeVisible()
  const { jobs } = await ask<{ jobs: number }>(page, 'system.info')
  expect(jobs).toBeGreaterThan(40)
  expect((await app.window())?.visible).toBe(true)
  expect(app.problems).toEqual([])
})

test('carries calls and live events through the bridge', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, {
      heard,
      stopHearing: window.rolecall?.subscribe(null, frame => heard.push(frame)),
    })
  })
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as { kind: string }[])
  await until(heard, frames => frames.some(({ kind }) => kind === 'hello'))
  const { campaignId } = await ask<{ campaignId: number }>(page, 'campaigns.create', { name: 'Backend' })
  const frames = await until(heard, all => all.some(({ kind }) => kind === 'event'))
  expect(frames).toContainEqual({
    kind: 'event',
    event: expect.objectContaining({
      type: 'campaign.created',
      payload: { campaignId, name: 'Backend' },
    }),
  })
  // A stream that was ended hears nothing more.
  await page.evaluate(() => Reflect.get(window, 'stopHearing')())
  const before = (await heard()).length
  await ask(page, 'campaigns.create', { name: 'Data' })
  await ask(page, 'campaigns.list')
  expect((await heard()).length).toBe(before)
})

test('answers what is wrong instead of throwing', async ({ start, dataDir }) => {
  const page = await (await start({ dataDir })).page()
  const answers = await page.evaluate(() =>
    Promise.all([
      window.rolecall?.call({ id: 7, procedure: 'jobs.nothing', input: {} }),
      window.rolecall?.call({ id: 8, procedure: 'jobs.list', input: { limit: 'many' } }),
    ]),
  )
  expect(answers).toMatchObject([
    { id: 7, ok: false, error: { code: 'unknown_procedure' } },
    { id: 8, ok: false, error: { code: 'bad_input' } },
  ])
})

test('gives the page the bridge and nothing else', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.rolecall ?? {}).sort(),
    others: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter(name => name in window),
    frozen: Object.isFrozen(window.rolecall),
  }))
  expect(seen).toEqual({ bridge: ['call', 'subscribe'], others: [], frozen: true })
  expect((await app.window())?.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('loads the page anew without hearing anything twice', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.reload()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.rolecall?.subscribe(null, frame => heard.push(frame))
  })
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard') as { kind: string }[])
  await until(heard, frames => frames.some(({ kind }) => kind === 'hello'))
  await ask(page, 'campaigns.create', { name: 'Backend' })
  const frames = await until(heard, all => all.some(({ kind }) => kind === 'event'))
  expect(frames.filter(({ kind }) => kind === 'event')).toHaveLength(1)
})

test('serves the pages with a policy that no page breaks', async ({ start, dataDir }) => {
  const app = await start({ dataDir, args: ['--sample'] })
  const page = await app.page()
  const policy = await page.evaluate(async () =>
    (await fetch('/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self';/)
  for (const path of ['/jobs', '/campaigns', '/campaigns/new', '/settings', '/']) {
    await page.evaluate(to => {
      location.hash = to
    }, path)
    await expect(page.locator('main h1').first()).toBeVisible()
  }
  await page.getByText('Python Developer').first().click()
  await expect(page.locator('iframe').first()).toBeAttached()
  expect(app.problems).toEqual([])
})

test('serves nothing from outside of the pages', async ({ start, dataDir }) => {
  const page = await (await start({ dataDir })).page()
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        '/../package.json',
        '/%2e%2e/package.json',
        '/..%2fpackage.json',
        '/.stamp',
        '/assets/none.js',
        '//etc/passwd',
      ].map(async path => (await fetch(path).catch(() => ({ status: 0 }))).status),
    ),
  )
  expect(statuses.every(status => status === 404 || status === 0)).toBe(true)
})
