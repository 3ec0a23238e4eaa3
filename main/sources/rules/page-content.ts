import { innerHtml, type PageElement, WITHOUT_TEXT } from './page-tree.ts'

/** The main content of a page by the density of its text against its links. */
export interface PageContent {
  /** HTML as the page has it, without what surrounds the content; to be cleaned before it is kept. */
  html: string
  /** How many letters of links the whole page holds. */
  linkLength: number
}

const SURROUNDING_TAGS = new Set([
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'dialog',
  'button',
  'label',
  'menu',
])
const SURROUNDING_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|alert|menu|menubar|toolbar)$/
const SURROUNDING_NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|banner|newsletter|subscribe|subscription|share|sharing|social|related|similar|recommend(?:ed|ations?)?|breadcrumbs?|sidebar|side-bar|footer|navbar|navigation|topbar|menu|modal|popup|overlay|toast|signup|sign-up|login|log-in|signin|sign-in|promo|advert|ads?|comments?|pagination|job-alerts?|onetrust|cookiebot|usercentrics|skip-link|visually-hidden|sr-only)(?=$|[\s_-])/i
const BLOCKS = new Set(
  'body main article section div table tbody tr td ul ol li dl dd p pre blockquote center details'.split(' '),
)
/** A block stays the choice while a part of it holds this share of its text. */
const SHARE = 0.75
/** What surrounds the content by its name is content after all when it holds this share of the page. */
const TOO_MUCH = 0.5

interface Weight {
  text: number
  link: number
  /** Text counted block by block against links: a block of links counts nothing. */
  score: number
  /** Text outside blocks, which counts with the block around it. */
  loose: number
  looseLink: number
}

/** Finds the content of a page; the HTML is '' when there is none. */
export function findContent(page: PageElement): PageContent {
  const gross = new Map<PageElement, Weight>()
  const total = weigh(page, gross)
  const isDropped = (element: PageElement): boolean =>
    isHidden(element) || (isSurrounding(element) && (gross.get(element)?.score ?? 0) < total.score * TOO_MUCH)
  const weights = new Map<PageElement, Weight>()
  const bare = weigh(page, weights, isDropped)
  let chosen = page
  for (;;) {
    const score = weights.get(chosen)?.score ?? 0
    const inner = chosen.children.find(
      (child): child is PageElement =>
        typeof child !== 'string' && !isDropped(child) && (weights.get(child)?.score ?? 0) >= score * SHARE,
    )
    // A paragraph that happens to be long is not the whole posting.
    if (score === 0 || inner === undefined || /^(?:p|li|pre|td|ul|ol|tr|tbody|table|dl)$/.test(inner.tag))
      break
    chosen = inner
  }
  const isLinkList = (element: PageElement): boolean => {
    const weight = weights.get(element)
    return (
      weight !== undefined && BLOCKS.has(element.tag) && weight.link > 40 && weight.link > weight.text * 0.6
    )
  }
  const html = bare.score === 0 ? '' : innerHtml(chosen, one => isDropped(one) || isLinkList(one))
  return { html, linkLength: total.link }
}

function isHidden({ attributes }: PageElement): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? '')
  )
}

function isSurrounding({ tag, attributes }: PageElement): boolean {
  if (tag === 'body' || tag === 'main' || tag === 'html') return false
  if (SURROUNDING_TAGS.has(tag) || SURROUNDING_ROLES.test(attributes.role ?? '')) return true
  return SURROUNDING_NAMES.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`)
}

/** Weighs every element with all that it holds. */
function weigh(
  page: PageElement,
  weights: Map<PageElement, Weight>,
  isDropped: (element: PageElement) => boolean = () => false,
): Weight {
  const visit = (element: PageElement, inLink: boolean): Weight => {
    const weight: Weight = { text: 0, link: 0, score: 0, loose: 0, looseLink: 0 }
    for (const child of element.children) {
      if (typeof child === 'string') {
        const length = child.replace(/\s+/g, ' ').trim().length
        weight.text += length
        weight.loose += length
        if (inLink) weight.link += length
        if (inLink) weight.looseLink += length
      } else if (!WITHOUT_TEXT.has(child.tag) && !isDropped(child)) {
        const inner = visit(child, inLink || child.tag === 'a')
        weight.text += inner.text
        weight.link += inner.link
        weight.score += inner.score
        weight.loose += inner.loose
        weight.looseLink += inner.looseLink
      }
    }
    if (BLOCKS.has(element.tag)) {
      weight.score += Math.max(0, weight.loose - 2 * weight.looseLink)
      weight.loose = 0
      weight.looseLink = 0
    }
    weights.set(element, weight)
    return weight
  }
  return visit(page, false)
}
