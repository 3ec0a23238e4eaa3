import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import playwright from '../../playwright.config.ts'
import { startShell } from '../e2e/kit/shell.ts'
import { folderWith } from './data.ts'
import { atLeast, atMost, type Figure, percentile } from './figures.ts'

/** A frame that comes later than this missed its turn: at 60 a second the next one is due after 16.7 ms. */
const ONE_FRAME_MS = 20
/** Event Timing reports nothing shorter. */
const SHORTEST_MS = 16

declare global {
  interface Window {
    measured: { slow: number[]; mostRows: number; frames: number[] }
  }
}

/** Notes in the page how long each interaction took until its frame was painted, and how many rows stand in it. */
function watch(): void {
  window.measured = { slow: [], mostRows: 0, frames: [] }
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if ('interactionId' in entry && entry.interactionId) window.measured.slow.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  new MutationObserver(() => {
    window.measured.mostRows = Math.max(
      window.measured.mostRows,
      document.querySelectorAll('[role="listitem"]').length,
    )
  }).observe(document.body, { childList: true, subtree: true })
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** What a person does in the list; answers how many interactions that were. */
async function act(page: Page): Promise<number> {
  const rows = page.getByRole('list', { name: 'Jobs', exact: true }).getByRole('listitem')
  let count = 0
  const key = async (name: string) => {
    await page.keyboard.press(name)
    await painted(page)
    count += 1
  }
  await rows.first().click()
  for (let row = 0; row < 12; row += 1) {
    await rows.nth(row).click()
    await painted(page)
    count += 1
  }
  for (let step = 0; step < 30; step += 1) await key(step % 10 === 9 ? 'PageDown' : 'j')
  for (let step = 0; step < 6; step += 1) await key('f')
  await page.keyboard.press('/')
  for (const letter of 'python developer') await key(letter === ' ' ? 'Space' : letter)
  return count
}

/** Shares of frames in time while the list is scrolled by 12,000 pixels, as by a finger. */
async function scroll(page: Page): Promise<number> {
  await page.goto(`${page.url().split('#')[0]}#/jobs`)
  const list = page.getByRole('list', { name: 'Jobs', exact: true })
  await list.getByRole('listitem').first().waitFor()
  const box = await page.getByRole('main').boundingBox()
  if (!box) throw new Error('The page has no main region')
  await page.evaluate(() => {
    let last = performance.now()
    const frame = (now: number) => {
      window.measured.frames.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 3,
    y: box.y + box.height / 2,
    yDistance: -12_000,
    speed: 2_400,
    gestureSourceType: 'touch',
  })
  const frames = await page.evaluate(() => window.measured.frames.slice(2))
  return frames.filter(frame => frame <= ONE_FRAME_MS).length / frames.length
}

/** Interaction and scrolling in a real Chromium over the largest folder. */
export async function interaction(sizes: readonly number[]): Promise<Figure[]> {
  const { launchOptions } = playwright.use ?? {}
  const program = launchOptions?.executablePath
  if (!launchOptions || !program || !existsSync(program)) {
    console.error('Interaction was left out: there is no Chromium (npm test installs it).')
    return []
  }
  const count = Math.max(...sizes)
  const shell = await startShell({ dataDir: await folderWith(count) })
  let browser: Browser | undefined
  try {
    browser = await chromium.launch(launchOptions)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(shell.address)
    await page.goto(`${page.url().split('#')[0]}#/jobs`)
    await page.getByRole('list', { name: 'Jobs', exact: true }).getByRole('listitem').first().waitFor()
    await page.evaluate(watch)
    const done = await act(page)
    const { slow, mostRows } = await page.evaluate(() => window.measured)
    const all = [...slow, ...Array.from({ length: Math.max(0, done - slow.length) }, () => SHORTEST_MS)]
    const size = `${count / 1000}k`
    return [
      atMost(`interaction.p95.${size}`, percentile(all, 95), 'ms', 100),
      atMost(`interaction.rows_in_page.${size}`, mostRows, 'rows', 200),
      atLeast(`interaction.frames_in_time.${size}`, await scroll(page), 'share', 0.95),
    ]
  } finally {
    await browser?.close()
    await shell.stop()
  }
}
