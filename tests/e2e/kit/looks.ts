import type { Page } from '@playwright/test'

/** What is wrong with how a page stands in its window, one sentence each; empty: nothing. */
export async function flawsOf(page: Page): Promise<string[]> {
  const found = [
    await page.evaluate(frameFlaws),
    await page.evaluate(textFlaws),
    await page.evaluate(controlFlaws),
  ]
  return [...new Set(found.flat())]
}

/** Waits until nothing is on its way any more: loading, fonts, movements. */
export async function standsStill(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const loading = '[aria-busy="true"], [role="status"][aria-label^="Loading"], .animate-late'
    return document.fonts.status === 'loaded' && document.querySelector(`main :is(${loading})`) === null
  })
  await page.evaluate(async () => {
    const ends = (one: Animation) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
    const moving = document.getAnimations().filter(ends)
    await Promise.all(moving.map(one => one.finished.catch(() => {})))
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

// The functions below run in the page, so each stands alone. All lengths are CSS pixels.

/** The page never scrolls sideways, and has one main heading. */
function frameFlaws(): string[] {
  const flaws: string[] = []
  for (const element of document.querySelectorAll('html, body, #main')) {
    const over = element.scrollWidth - element.clientWidth
    if (over > 1) flaws.push(`${element.id || element.tagName.toLowerCase()} scrolls sideways by ${over}`)
  }
  const heads = [...document.querySelectorAll('h1')].filter(head => head.checkVisibility())
  if (heads.length !== 1) flaws.push(`there are ${heads.length} main headings`)
  return flaws
}

/** No line of text stands over another, and none is cut without its whole words at hand. */
function textFlaws(): string[] {
  interface Line {
    node: Node
    /** What floats is compared with what floats at the same place only. */
    layer: Element | null
    box: { left: number; top: number; right: number; bottom: number }
  }
  const flaws: string[] = []
  const lines: Line[] = []
  const short = (text: string | null) => `“${(text ?? '').replace(/\s+/g, ' ').trim().slice(0, 50)}”`
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
  const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
  const parents = (element: Element) => {
    const all: Element[] = []
    for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) all.push(up)
    return all
  }
  /** What is left of a box after all that cuts it on the way up. */
  const visiblePart = (element: Element, box: DOMRect): Line['box'] => {
    let { left, top, right, bottom } = box
    for (const up of parents(element)) {
      const { overflowX, overflowY, position } = getComputedStyle(up)
      const frame = up.getBoundingClientRect()
      if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)]
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)]
      if (position === 'fixed') break
    }
    return { left, top, right, bottom }
  }
  /** The element at whose edge a text ends before its end; what scrolls cuts nothing. */
  const cutter = (element: Element, text: DOMRect): Element | null => {
    for (const up of parents(element)) {
      const { overflowX, overflowY, position } = getComputedStyle(up)
      const frame = up.getBoundingClientRect()
      // What has no size is there for screen readers only.
      if (frame.width < 2 || frame.height < 2 || scrolls(overflowX) || scrolls(overflowY)) return null
      const own = up.childElementCount === 0 && up.scrollWidth > up.clientWidth + 1
      if (hides(overflowX) && (own || text.right > frame.right + 2)) return up
      if (hides(overflowY) && text.bottom > frame.bottom + 6) return up
      if (position === 'fixed') return null
    }
    return null
  }
  /** Whether the pointer brings the whole words, by a title or a tooltip. */
  const tells = (element: Element) => {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    return (
      element.closest('[title], [data-state="closed"]') !== null || element.querySelector('[title]') !== null
    )
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.nodeValue?.trim() || parent.closest('script, style, option, .sr-only')) continue
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const floats = ['fixed', 'sticky', 'absolute']
    const layer = parents(parent).find(up => floats.includes(getComputedStyle(up).position)) ?? null
    for (const whole of range.getClientRects()) {
      const box = visiblePart(parent, whole)
      const seen = box.right - box.left > 2 && box.bottom - box.top > 2
      if (seen && box.bottom > 0 && box.top < innerHeight) lines.push({ node, layer, box })
    }
    const cut = cutter(parent, range.getBoundingClientRect())
    if (cut && !tells(cut)) flaws.push(`${short(node.nodeValue)} is cut`)
  }
  for (const [index, { node, layer, box }] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      if (node === other.node || layer !== other.layer) continue
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
      const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
      const lower = Math.min(box.bottom - box.top, other.box.bottom - other.box.top)
      // Lines stand closer than the boxes of their letters.
      if (wide > 3 && high > 0.4 * lower)
        flaws.push(`${short(node.nodeValue)} and ${short(other.node.nodeValue)} overlap`)
    }
  return flaws
}

/** What can be clicked stands within the window, under nothing else, and is large enough to be hit. */
function controlFlaws(): string[] {
  const CONTROLS =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="tab"], [role="switch"], [role="checkbox"], [role="radio"], [role="slider"], [role="combobox"], [role="menuitem"]'
  const SMALL_FIELDS = 'input:is([type="checkbox"], [type="radio"], [type="range"]), [role="slider"]'
  const SMALLEST = 24
  const flaws: string[] = []
  const nameOf = (element: Element) => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return `${element.tagName.toLowerCase()} “${words.replace(/\s+/g, ' ').trim().slice(0, 50)}”`
  }
  const moved = [...document.querySelectorAll('main, main *')].flatMap(element => {
    const { scrollLeft: left, scrollTop: top, scrollWidth, clientWidth, scrollHeight, clientHeight } = element
    return scrollWidth > clientWidth || scrollHeight > clientHeight ? [{ element, left, top }] : []
  })
  for (const control of document.querySelectorAll<HTMLElement>(CONTROLS)) {
    const seen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    if (!seen || control.closest('[inert], [aria-hidden="true"]')) continue
    // A click on a label is one on its field.
    const target = (control.matches(SMALL_FIELDS) && control.closest('label')) || control
    const box = target.getBoundingClientRect()
    // The way past the navigation waits above the window until it has the focus; some fields are for screen readers.
    if (box.width < 2 || (box.bottom <= 0 && getComputedStyle(control).position === 'fixed')) continue
    // A link within a sentence is as high as its line.
    const inText = control.tagName === 'A' && getComputedStyle(control).display === 'inline'
    if (!inText && Math.min(box.width, box.height) < SMALLEST - 0.5)
      flaws.push(`${nameOf(control)} is only ${Math.round(box.width)} × ${Math.round(box.height)}`)
    const above = () => {
      const first = target.getClientRects()[0] ?? box
      return document.elementFromPoint(first.left + first.width / 2, first.top + first.height / 2)
    }
    const isHit = (top: Element | null) =>
      top !== null &&
      (target.contains(top) ||
        top.closest('label')?.contains(control) ||
        // A button that is off lets the pointer through to what it stands on.
        (getComputedStyle(control).pointerEvents === 'none' && top.contains(control)))
    if (isHit(above())) continue
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const top = above()
    if (!isHit(top))
      flaws.push(`${nameOf(control)} is ${top ? `covered by ${nameOf(top)}` : 'outside the window'}`)
  }
  for (const { element, left, top } of moved) element.scrollTo({ left, top, behavior: 'instant' })
  return flaws
}
