import { ask, until } from './ask.ts'
import { checkAnswers, checkBridge, checkSample, checkScheme, checkSurface } from './checks.ts'
import { expect, test } from './desktop.ts'

test('starts with the sample and shows ranked jobs', async ({ start, dataDir }) => {
  const app = await start({ dataDir, args: ['--sample'] })
  const page = await app.page()
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await checkSample(page)
  expect((await app.window())?.visible).toBe(true)
  expect(app.problems).toEqual([])
})

test('carries calls and live events through the bridge', async ({ start, dataDir }) => {
  await checkBridge(await (await start({ dataDir })).page())
})

test('answers what is wrong instead of throwing', async ({ start, dataDir }) => {
  await checkAnswers(await (await start({ dataDir })).page())
})

test('gives the page the bridge and nothing else', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  await checkSurface(await app.page())
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

test('no page breaks the policy', async ({ start, dataDir }) => {
  const app = await start({ dataDir, args: ['--sample'] })
  const page = await app.page()
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

test('serves the pages by its own scheme, with a policy, and nothing else', async ({ start, dataDir }) => {
  await checkScheme(await (await start({ dataDir })).page())
})
