import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import playwright from '../../playwright.config.ts'
import { startShell } from '../e2e/kit/shell.ts'
import { appliedFolder } from './applied.ts'
import { atLeast, atMost, type Figure, percentile } from './figures.ts'

/** A frame that comes later than this missed its turn: at 60 a second the next one is due after 16.7 ms. */
const ONE_FRAME_MS = 20
/** Event Timing reports nothing shorter. */
const SHORTEST_MS = 16
const MOST_MS = 100
const MOST_ROWS = 200

declare global {
  interface Window {
    measured: { slow: Map<number, number>; mostRows: number; frames: number[] }
  }
}

/** Notes in the page how long each interaction took until its frame was painted, and how many rows stand in it. */
function watch(): void {
  window.measured = { slow: new Map(), mostRows: 0, frames: [] }
  new PerformanceObserver(list => {
    const { slow } = window.measured
    // The events of one press or key belong together; the longest of them is what the person waited.
    for (const entry of list.getEntries())
      if ('interactionId' in entry && typeof entry.interactionId === 'number' && entry.interactionId > 0)
        slow.set(entry.interactionId, Math.max(entry.duration, slow.get(entry.interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  new MutationObserver(() => {
    window.measured.mostRows = Math.max(
      window.measured.mostRows,
      document.querySelectorAll('#main [role="listitem"]').length,
    )
  }).observe(document.body, { childList: true, subtree: true })
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))

const jobs = (page: Page) => page.getByRole('list', { name: 'Jobs', exact: true }).getByRole('listitem')
const cards = (page: Page, status: string) => page.locator(`[data-column="${status}"]`).getByRole('listitem')

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, path)
}

/** Does one thing and waits until its frame was painted; counted as one interaction. */
type Act = (work: () => Promise<unknown>) => Promise<void>

/** What a person does all day, by name; each begins on the page that it names itself. */
const ACTS: Record<string, (page: Page, act: Act) => Promise<void>> = {
  async open_job(page, act) {
    await goTo(page, '/jobs')
    await jobs(page).nth(12).waitFor()
    for (let row = 0; row < 12; row += 1) await act(() => jobs(page).nth(row).click())
    for (let step = 0; step < 20; step += 1)
      await act(() => page.keyboard.press(step % 10 === 9 ? 'PageDown' : 'j'))
    for (let step = 0; step < 6; step += 1) await act(() => page.keyboard.press('f'))
    await page.keyboard.press('Escape')
  },
  async type_search(page, act) {
    await goTo(page, '/jobs')
    await jobs(page).first().waitFor()
    await page.keyboard.press('/')
    for (const letter of 'python developer')
      await act(() => page.keyboard.press(letter === ' ' ? 'Space' : letter))
    for (let step = 0; step < 16; step += 1) await act(() => page.keyboard.press('Backspace'))
    await page.keyboard.press('Escape')
  },
  async open_filter(page, act) {
    await goTo(page, '/jobs')
    await jobs(page).first().waitFor()
    const button = page.getByRole('button', { name: /^Filters/ })
    for (let step = 0; step < 10; step += 1) await act(() => button.click())
  },
  async choose_filter(page, act) {
    await goTo(page, '/jobs')
    await page.getByRole('button', { name: /^Filters/ }).click()
    const boxes = page.getByRole('group', { name: 'Remote or on site' }).getByRole('checkbox')
    await boxes.first().waitFor()
    for (let step = 0; step < 12; step += 1) await act(() => boxes.nth(step % 3).click())
    await page.getByRole('button', { name: /^Filters/ }).click()
  },
  async move_card(page, act) {
    await goTo(page, '/applications')
    for (let step = 0; step < 20; step += 1) {
      const card = cards(page, step % 2 === 0 ? 'applied' : 'interview').first()
      await card.waitFor()
      await card.focus()
      await act(() => page.keyboard.press(step % 2 === 0 ? 'Shift+ArrowRight' : 'Shift+ArrowLeft'))
    }
  },
  async switch_page(page, act) {
    const names = ['Jobs', 'Applications', 'Dashboard', 'Campaigns', 'Companies']
    for (let step = 0; step < 20; step += 1) {
      const name = names[step % names.length] ?? 'Jobs'
      await act(() => page.getByRole('link', { name, exact: true }).first().click())
      await page.getByRole('heading', { name, level: 1 }).waitFor()
    }
  },
}

/** Milliseconds of the interactions of one act; those that Event Timing does not report were shorter than it tells. */
async function measure(page: Page, work: (page: Page, act: Act) => Promise<void>): Promise<number[]> {
  let done = 0
  await page.evaluate(() => window.measured.slow.clear())
  await work(page, async one => {
    await one()
    await painted(page)
    done += 1
  })
  const slow = await page.evaluate(() => [...window.measured.slow.values()])
  return [...slow, ...Array.from({ length: Math.max(0, done - slow.length) }, () => SHORTEST_MS)]
}

/** Share of frames in time while what stands at a place is scrolled by 12,000 pixels, as by a finger. */
async function scroll(page: Page, at: { x: number; y: number }): Promise<number> {
  await page.evaluate(() => {
    window.measured.frames = []
    let last = performance.now()
    const end = last + 5_000
    const frame = (now: number) => {
      window.measured.frames.push(now - last)
      last = now
      if (now < end) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  const session = await page.context().newCDPSession(page)
  await session.send('Input.synthesizeScrollGesture', {
    ...at,
    yDistance: -12_000,
    speed: 2_400,
    gestureSourceType: 'touch',
  })
  const frames = await page.evaluate(() => window.measured.frames.slice(2))
  return frames.filter(frame => frame <= ONE_FRAME_MS).length / frames.length
}

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`The page has no ${selector}`)
  return { x: box.x + box.width / 3, y: Math.min(box.y + box.height / 2, 600) }
}

/** Interaction and scrolling in a real Chromium, at each size. */
export async function interaction(sizes: readonly number[]): Promise<Figure[]> {
  const { launchOptions } = playwright.use ?? {}
  const program = launchOptions?.executablePath
  if (!launchOptions || !program || !existsSync(program)) {
    console.error('Interaction was left out: there is no Chromium (npm test installs it).')
    return []
  }
  const figures: Figure[] = []
  const browser = await chromium.launch(launchOptions)
  try {
    for (const count of sizes) figures.push(...(await atSize(browser, count)))
  } finally {
    await browser.close()
  }
  return figures
}

async function atSize(browser: Browser, count: number): Promise<Figure[]> {
  const size = `${count / 1000}k`
  const { folder, remove } = await appliedFolder(count)
  const shell = await startShell({ dataDir: folder })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(shell.address)
    await page.getByRole('main').waitFor()
    await page.evaluate(watch)
    const figures: Figure[] = []
    const all: number[] = []
    for (const [name, work] of Object.entries(ACTS)) {
      const taken = await measure(page, work)
      all.push(...taken)
      figures.push(atMost(`interaction.${name}.p95.${size}`, percentile(taken, 95), 'ms', MOST_MS))
    }
    figures.push(atMost(`interaction.p95.${size}`, percentile(all, 95), 'ms', MOST_MS))
    await goTo(page, '/jobs')
    await jobs(page).first().waitFor()
    const overJobs = await scroll(page, await middleOf(page, '#main [role="list"]'))
    await goTo(page, '/applications')
    await cards(page, 'applied').first().waitFor()
    const overBoard = await scroll(page, await middleOf(page, '[data-column="applied"]'))
    const mostRows = await page.evaluate(() => window.measured.mostRows)
    await page.close()
    return [
      ...figures,
      atMost(`interaction.rows_in_page.${size}`, mostRows, 'rows', MOST_ROWS),
      atLeast(`interaction.frames_in_time.${size}`, overJobs, 'share', 0.95),
      atLeast(`interaction.board_frames_in_time.${size}`, overBoard, 'share', 0.95),
    ]
  } finally {
    await shell.stop()
    remove()
  }
}
