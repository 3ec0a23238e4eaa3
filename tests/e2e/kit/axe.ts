import { createRequire } from 'node:module'
import type AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules that a change of colours can break; structure and names are the same in both themes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** No violation of WCAG 2.2 A and AA as the page stands now, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await coloursStand(page)
    const violations = await violationsOf(
      page,
      theme === 'light' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES },
    )
    const said = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        node => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
      ),
    )
    expect.soft(said, `${what}, ${theme}`).toEqual([])
  }
}

/** More than elements stand in each other that take colours from one another. */
const MOST_ROUNDS = 30

/**
 * A colour on its way from one theme to the other is neither. All movements are brought to their end; what takes its
 * colour from an element around it sets out only then, so that once is not enough.
 */
async function coloursStand(page: Page): Promise<void> {
  await page.evaluate(async most => {
    const ends = (one: Animation) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    for (let round = 0; round < most; round++) {
      const moving = document.getAnimations().filter(one => one.playState !== 'finished' && ends(one))
      if (moving.length === 0) return
      for (const one of moving) one.finish()
      await new Promise(resolve => requestAnimationFrame(resolve))
    }
  }, MOST_ROUNDS)
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>
interface Axe {
  run(context: object, options: object): Promise<Results>
}

const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))(
  'axe-core',
) as { source: string }

/**
 * Runs axe in the page itself. Its builder for Playwright reads axe anew for each look, and joins the results in a new
 * window, which takes longer than looking and takes the focus as well; that is for frames, of which none is looked into.
 */
async function violationsOf(
  page: Page,
  runOnly: { type: 'tag' | 'rule'; values: string[] },
): Promise<Results['violations']> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  return await page.evaluate(async runOnly => {
    const { axe } = window as unknown as { axe: Axe }
    // The posting's frame runs no scripts, so axe cannot look inside; what it shows is sanitised text.
    const { violations } = await axe.run(
      { exclude: [['iframe']] },
      { runOnly, iframes: false, resultTypes: ['violations'] },
    )
    return violations
  }, runOnly)
}
