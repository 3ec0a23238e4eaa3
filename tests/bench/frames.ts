import type { Page } from '@playwright/test'

/** A frame that comes later than this missed its turn: at 60 a second the next one is due after 16.7 ms. */
const ONE_FRAME_MS = 20

declare global {
  interface Window {
    frameTimes: number[]
  }
}

/** Notes the length of each frame of the page from now on. */
export const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.frameTimes = []
    let last = performance.now()
    const frame = (now: number) => {
      window.frameTimes.push(now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })

/** The share of frames that came in time since they are watched, 0–1. */
export async function framesInTime(page: Page): Promise<number> {
  const frames = await page.evaluate(() => window.frameTimes)
  return frames.filter(frame => frame <= ONE_FRAME_MS).length / frames.length
}

/**
 * Waits until a text stands, or no longer stands, in a region of the page or in all of it; looks at every frame, where
 * waiting for an element would look at half a second's notice.
 */
export const untilText = (page: Page, text: string, there = true, region: string | null = null) =>
  page.waitForFunction(
    ({ text, there, region }) => {
      const place = region === null ? document.body : document.querySelector(`[aria-label="${region}"]`)
      return Boolean(place?.textContent?.includes(text)) === there
    },
    { text, there, region },
    { polling: 'raf' },
  )
