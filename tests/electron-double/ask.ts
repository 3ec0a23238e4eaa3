import type { Page } from '@playwright/test'

/** Sends one frame through the bridge of the page, as the app's own client does. */
export async function ask<T = unknown>(page: Page, procedure: string, input: object = {}): Promise<T> {
  const answer = await page.evaluate(frame => window.rolecall?.call(frame), { id: 1, procedure, input })
  if (!answer?.ok) throw new Error(`${procedure}: ${JSON.stringify(answer)}`)
  return answer.value as T
}

/** Asks until the answer fits. */
export async function until<T>(what: () => Promise<T>, fits: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 15_000
  for (;;) {
    const value = await what()
    if (fits(value)) return value
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(value)}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
