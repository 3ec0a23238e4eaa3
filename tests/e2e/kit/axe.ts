import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The rules that a change of colours can break; structure and names are the same in both themes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** No violation of WCAG 2.2 A and AA as the page stands now, in light and in dark. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    // A colour on its way from one theme to the other is neither.
    await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map(one => one.finished.catch(() => {})))
    })
    // The posting's frame runs no scripts, so axe cannot look inside; what it shows is sanitised text.
    const builder = new AxeBuilder({ page }).exclude('iframe')
    const { violations } = await (theme === 'light'
      ? builder.withTags(TAGS)
      : builder.withRules(COLOUR_RULES)
    ).analyze()
    const said = violations.flatMap(({ id, nodes }) =>
      nodes.map(
        node => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`,
      ),
    )
    expect.soft(said, `${what}, ${theme}`).toEqual([])
  }
}
