import type { PDFPageProxy } from 'pdfjs-dist'
import { safeTarget } from '../links.ts'
import { type Matrix, type Rect, rectOf } from './matrix.ts'
import type { Word } from './words.ts'

export interface PageLink extends Rect {
  url: string
}

/** Links are taken from pages up to this number; a page with more is no résumé. */
const MOST_LINKS = 300

/**
 * The links of a page that lead to a page, a mailbox or a telephone; what runs something or opens a file is left out.
 * Places in points from the page's top left.
 */
export async function linksOf(page: PDFPageProxy, viewport: Matrix): Promise<PageLink[]> {
  const annotations: unknown[] = await page.getAnnotations()
  return annotations.slice(0, MOST_LINKS).flatMap(annotation => {
    if (!isLink(annotation)) return []
    const url = safeTarget(annotation.url ?? annotation.unsafeUrl)
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = annotation.rect
    return url === null ? [] : [{ url, ...rectOf(viewport, x0, y0, x1, y1) }]
  })
}

interface LinkAnnotation {
  subtype: 'Link'
  rect: number[]
  url?: string
  unsafeUrl?: string
}
const isLink = (value: unknown): value is LinkAnnotation =>
  value !== null &&
  typeof value === 'object' &&
  'subtype' in value &&
  value.subtype === 'Link' &&
  'rect' in value &&
  Array.isArray(value.rect)

/** Sets links on the words they lie over; answers those that lie over none. */
export function setLinks(words: readonly Word[], links: readonly PageLink[]): PageLink[] {
  return links.filter(link => {
    let found = false
    for (const word of words) {
      const middle = (word.x0 + word.x1) / 2
      const y = word.y - word.size * 0.3
      if (middle < link.x0 || middle > link.x1 || y < link.y0 - 1 || y > link.y1 + 1) continue
      word.link = link.url
      found = true
    }
    return !found
  })
}
