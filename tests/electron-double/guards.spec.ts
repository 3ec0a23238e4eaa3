import { ask } from './ask.ts'
import { checkPermissions, checkStays } from './checks.ts'
import { expect, test } from './desktop.ts'

const foreign = 'https://evil.example/frame'

test('refuses messages of a foreign frame in the window', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  // A frame of our own making, as injected markup would make it: the page's own policy lets nothing else in.
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<p>inside</p>'
    frame.setAttribute('sandbox', 'allow-scripts')
    document.body.append(frame)
  })
  const frame = await page.waitForSelector('iframe').then(handle => handle.contentFrame())
  await frame?.waitForLoadState()
  const answer = await frame?.evaluate(async () => {
    const say: unknown = Reflect.get(globalThis, '__electronDouble')
    if (typeof say !== 'function') return 'no channel'
    const call = { id: 3, procedure: 'campaigns.create', input: { name: 'Stolen' } }
    await say({ kind: 'send', channel: 'rolecall:subscribe', args: [{ page: 'x', stream: 1 }, { since: 0 }] })
    return say({ kind: 'invoke', channel: 'rolecall:call', args: [call] })
  })
  expect(answer).toMatchObject({ id: 3, ok: false, error: { code: 'unauthorised' } })
  expect(await ask(page, 'campaigns.list')).toEqual([])
})

test('refuses a foreign page even in the main frame', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.getByRole('navigation').first().waitFor()
  const refused = await app.act('ipc', {
    window: 1,
    kind: 'invoke',
    channel: 'rolecall:call',
    args: [{ id: 4, procedure: 'system.info', input: {} }],
    frame: { url: foreign, origin: 'https://evil.example', isMain: true },
  })
  expect(refused).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
})

test('rejects a channel that nobody handles', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  await app.page()
  const frame = {
    url: 'https://app.rolecall.double.test/',
    origin: 'https://app.rolecall.double.test',
    isMain: true,
  }
  const asked = app.act('ipc', {
    window: 1,
    kind: 'invoke',
    channel: 'fs:read',
    args: ['/etc/passwd'],
    frame,
  })
  await expect(asked).rejects.toThrow("No handler registered for 'fs:read'")
})

test('stays on its own page', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  app.web.set(foreign, '<h1>Elsewhere</h1>')
  const page = await app.page()
  await page.getByRole('navigation').first().waitFor()
  await checkStays(page, foreign)
  await page.evaluate(address => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  }, foreign)
  await page.waitForTimeout(150)
  const frames = await Promise.all(page.frames().map(frame => frame.content().catch(() => '')))
  expect(frames.join()).not.toContain('Elsewhere')
  expect(app.external).toEqual([])
})

test('opens no windows, and hands only web and mail links to the system', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.getByRole('navigation').first().waitFor()
  for (const url of ['https://example.org/job', 'about:blank', 'file:///etc/passwd', 'javascript:1'])
    await page.evaluate(to => void window.open(to), url)
  await expect.poll(() => app.external).toEqual(['https://example.org/job'])
  await expect.poll(() => page.context().pages().length).toBe(1)

  await ask(page, 'shell.openExternal', { url: 'mailto:jobs@example.org' })
  expect(app.external).toEqual(['https://example.org/job', 'mailto:jobs@example.org'])
  for (const url of [
    'file:///etc/passwd',
    'smb://host/share',
    'rolecall://app/',
    'ms-settings:',
    'https://u:p@example.org',
  ])
    await expect(ask(page, 'shell.openExternal', { url })).rejects.toThrow('bad_input')
  expect(app.external).toHaveLength(2)
})

test('grants no permission but writing to the clipboard', async ({ start, dataDir }) => {
  const page = await (await start({ dataDir })).page()
  await page.getByRole('navigation').first().waitFor()
  await checkPermissions(page)
})

test('lets in no web view and starts no download', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  const page = await app.page()
  await page.getByRole('navigation').first().waitFor()
  expect(await app.act('page.attachWebview')).toBe(false)
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['x']))
    link.download = 'x.txt'
    link.click()
  })
  await expect.poll(() => app.downloads.map(({ allowed }) => allowed)).toEqual([false])
})

test('throws at whoever speaks to a page that is gone', async ({ start, dataDir }) => {
  const app = await start({ dataDir })
  await app.page()
  await expect(app.act('page.sendAfterClose')).rejects.toThrow('Object has been destroyed')
})
