import { expect, type Page } from '@playwright/test'
import { ask, until } from './ask.ts'

/** What holds in the double and in the real Electron alike. Each check expects a page that has loaded. */

/** Ranked jobs of the sample stand in the list. */
export async function checkSample(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Jobs', exact: true }).first().click()
  await expect(page.getByText('Python Developer').first()).toBeVisible({ timeout: 20_000 })
  const { jobs } = await ask<{ jobs: number }>(page, 'system.info')
  expect(jobs).toBeGreaterThan(40)
}

/** Calls and live events go through the bridge; a stream that was ended hears nothing more. */
export async function checkBridge(page: Page): Promise<void> {
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
  await page.evaluate(() => Reflect.get(window, 'stopHearing')())
  const before = (await heard()).length
  await ask(page, 'campaigns.create', { name: 'Data' })
  await ask(page, 'campaigns.list')
  expect((await heard()).length).toBe(before)
}

/** The page has the bridge, which it cannot change, and nothing of Node or Electron. */
export async function checkSurface(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.rolecall ?? {}).sort(),
    others: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter(name => name in window),
    replaced: Reflect.set(window, 'rolecall', null),
  }))
  expect(seen).toEqual({ bridge: ['call', 'subscribe'], others: [], replaced: false })
}

/** What is wrong is answered, not thrown. */
export async function checkAnswers(page: Page): Promise<void> {
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
}

/** The policy stands in the header, and nothing from outside of the pages is served. */
export async function checkScheme(page: Page): Promise<void> {
  const policy = await page.evaluate(async () =>
    (await fetch('/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self';/)
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
  expect(statuses.filter(status => status !== 404 && status !== 0)).toEqual([])
}

/** No permission but writing to the clipboard. */
export async function checkPermissions(page: Page): Promise<void> {
  const asked = await page.evaluate(async () => {
    const name = (promise: Promise<unknown>) => promise.then(() => 'granted').catch(error => error.name)
    return {
      notifications: await Notification.requestPermission(),
      position: await new Promise(resolve =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          error => resolve(error.code),
        ),
      ),
      microphone: await name(navigator.mediaDevices.getUserMedia({ audio: true })),
      read: await name(navigator.clipboard.readText()),
      write: await name(navigator.clipboard.writeText('copied')),
      query: (await navigator.permissions.query({ name: 'geolocation' })).state,
    }
  })
  expect(asked).toEqual({
    notifications: 'denied',
    position: 1,
    microphone: 'NotAllowedError',
    read: 'NotAllowedError',
    write: 'granted',
    query: 'denied',
  })
}

/** The page stays where it is, whatever leads away from it. */
export async function checkStays(page: Page, foreign: string): Promise<void> {
  const home = page.url()
  for (const go of [
    `location.href = '${foreign}'`,
    `location.replace('${foreign}')`,
    `document.body.insertAdjacentHTML('beforeend', '<a id="out" href="${foreign}">out</a>'); document.getElementById('out').click()`,
  ]) {
    await page.evaluate(go)
    // Nothing tells of a step that was not taken; one that is taken needs less than this.
    await page.waitForTimeout(200)
    expect(page.url()).toBe(home)
  }
}
