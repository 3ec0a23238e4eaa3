import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { liveIn } from './kit/life.ts'
import { flawsOf, standsStill } from './kit/looks.ts'
import { goTo } from './kit/page.ts'
import { type KnownPage, PAGES } from './kit/pages.ts'
import { expect, test } from './kit/test.ts'

// Every page at three widths, light and dark, with nothing and with much to show. What can be told by measuring is
// asserted; the pictures in test-results/looks are for people, who see more. They are not compared with earlier ones,
// since letters are drawn differently from machine to machine.

const pictures = join(import.meta.dirname, '../../test-results/looks')
const SIZES = [
  { width: 375, height: 812 },
  { width: 1024, height: 768 },
  { width: 1920, height: 1080 },
]

test.describe.configure({ mode: 'parallel' })

test('the table of pages holds every route', () => {
  const router = readFileSync(join(import.meta.dirname, '../../renderer/src/app/router.tsx'), 'utf8')
  const routes = [...router.matchAll(/path: '([^']*)'/g)].flatMap(([, path]) => (path === '/' ? [] : [path]))
  const known = new Set(PAGES.map(({ route }) => route).filter(route => route !== ''))
  expect([...known].sort()).toEqual([...new Set(routes)].sort())
})

test('nothing to show', async ({ home }) => {
  test.setTimeout(420_000)
  await home.getByRole('button', { name: 'Begin with nothing' }).click()
  await lookAtAll(home, 'empty')
})

test.describe('with the sample', () => {
  test.use({ sample: true })

  test('much to show', async ({ home }) => {
    test.setTimeout(420_000)
    await liveIn(home)
    await lookAtAll(home, 'full')
  })
})

/** Opens every page at every width, in both themes; what is wrong is told with its page and width. */
async function lookAtAll(home: Page, fill: 'empty' | 'full'): Promise<void> {
  const flaws: string[] = []
  for (const size of SIZES) {
    await home.setViewportSize(size)
    for (const page of PAGES) {
      await open(home, page, fill)
      for (const flaw of await flawsOf(home)) flaws.push(`${page.name}, ${size.width} wide: ${flaw}`)
      for (const theme of ['light', 'dark'] as const) {
        await home.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await expect(home.locator('html')).toHaveAttribute('data-theme', theme)
        await home.screenshot({ path: join(pictures, `${page.name}-${fill}-${size.width}-${theme}.png`) })
      }
    }
  }
  expect(flaws).toEqual([])
}

async function open(home: Page, page: KnownPage, fill: 'empty' | 'full'): Promise<void> {
  await goTo(home, (fill === 'empty' && page.empty) || page.full)
  // Where something is missing, the page may say so instead of having a heading; that is told as a flaw.
  const heading = home.getByRole('heading', { level: 1, name: page.heading })
  await expect(heading.or(home.getByRole('main').getByRole('alert')).first()).toBeVisible()
  await standsStill(home)
}
