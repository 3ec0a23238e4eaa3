import { cleanHtml } from '../../postings/rules/html.ts'
import { findContent } from './page-content.ts'
import { readPageFacts } from './page-facts.ts'
import { readTitle } from './page-title.ts'
import { elementsOf, lineOf, type PageElement, readTree } from './page-tree.ts'

/** The readable part of a page. */
export interface ReadablePage {
  title: string
  /** null unless the page says it clearly. */
  company: string | null
  location: string | null
  /** The page's own address, where it names one. */
  canonical: string | null
  /** Sanitised. */
  html: string
  text: string
}

export type Readable = { ok: true; page: ReadablePage } | { ok: false; reason: string }

/** Less text than this is no posting. */
const SHORTEST = 200
/** What looks like a wall is one as long as the page says little else. */
const WALL = 1500
const BARE_WALL = 400

/** The title, company and text of a page without structured data, or why it holds no posting. */
export function readReadable(html: string, url: string | null, tree: PageElement = readTree(html)): Readable {
  const content = findContent(tree)
  const clean = cleanHtml(content.html)
  const facts = readPageFacts(tree, html, url)
  const { title, company } = readTitle(facts, url)
  const wall = wallOf(tree, [facts.title, facts.ogTitle, ...facts.headings].join('\n'), clean.text)
  if (wall !== null) return refused(wall)
  if (clean.text.length < SHORTEST) return refused(tooShort(tree, content.linkLength, clean.text.length))
  if (title === '') return refused('The page has no title, so it is not clear what the job is called.')
  const location = locationOf(tree, clean.text)
  const { canonical } = facts
  return { ok: true, page: { title, company, location, canonical, html: clean.html, text: clean.text } }
}

const refused = (reason: string): Readable => ({ ok: false, reason: `No posting found: ${reason}` })

interface Wall {
  words: RegExp
  /** Whether the words tell in a short text too, not only in titles: postings speak of maintenance. */
  inText: boolean
  reason: string
}

const SIGN_IN = 'The page asks to sign in first; open it in a browser and clip or save it there.'
const WALLS: readonly Wall[] = [
  {
    words:
      /just a moment|attention required|verify (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|captcha|security check|checking your browser|pardon our interruption|unusual traffic|ddos protection/i,
    inText: true,
    reason:
      'The site asks to prove that a person is looking; open the page in a browser and clip or save it there.',
  },
  {
    words:
      /\b404\b|\b410\b|page (?:was )?not found|(?:page|job|posting|vacancy) (?:you .{0,40})?(?:does not|doesn['’]t|no longer) exists?|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada/i,
    inText: false,
    reason: 'The site says that the page does not exist.',
  },
  {
    words: /access denied|\b403\b|forbidden|not authori[sz]ed|\b401\b|zugriff verweigert/i,
    inText: false,
    reason: 'The site refuses to show the page.',
  },
  {
    words:
      /\b50[0234]\b|internal server error|service unavailable|bad gateway|something went wrong|temporarily unavailable|under maintenance|an error (?:has )?occurred/i,
    inText: false,
    reason: 'The site answered with an error page.',
  },
  {
    words:
      /no longer (?:available|accepting|active|open)|(?:position|job|role|vacancy) (?:has been|is|was) (?:filled|closed|removed)|(?:job|posting|vacancy) (?:has )?expired|nicht mehr (?:verfügbar|online)|n['’]est plus disponible/i,
    inText: true,
    reason: 'The posting seems to be closed.',
  },
  {
    words:
      /^\s*(?:please )?(?:sign|log) ?in\b|\b(?:sign|log) ?in to (?:view|see|continue|apply|your)|join (?:now )?to (?:view|see)|create (?:an|your) account|^\s*anmelden|^\s*connexion\b|^\s*iniciar sesión/im,
    inText: true,
    reason: SIGN_IN,
  },
  {
    words:
      /before you continue|we (?:value|care about|respect) your privacy|cookie (?:settings|consent|preferences)|your privacy choices/i,
    inText: true,
    reason: 'The page shows nothing but a question about cookies.',
  },
]

function wallOf(tree: PageElement, titles: string, text: string): string | null {
  if (text.length >= WALL) return null
  const told = WALLS.find(({ words }) => words.test(titles))
  if (told !== undefined) return told.reason
  // Without a telling title, only a page with next to nothing else is a wall.
  if (text.length >= BARE_WALL) return null
  const asksPassword = elementsOf(tree, one => one.tag === 'input' && one.attributes.type === 'password')
  if (asksPassword.length > 0) return SIGN_IN
  const all = `${text}\n${lineOf(tree).slice(0, 2000)}`
  return WALLS.find(({ words, inText }) => inText && words.test(all))?.reason ?? null
}

function tooShort(tree: PageElement, linkLength: number, textLength: number): string {
  if (linkLength > 400 && linkLength > textLength * 3)
    return 'The page is a list of links rather than one posting; open one of them.'
  const scripts = elementsOf(tree, one => one.tag === 'script').length
  const needsScript = /enable javascript|javascript (?:is )?(?:required|disabled)/i.test(scriptNotes(tree))
  if (needsScript || (textLength < 40 && scripts > 0))
    return 'The page builds itself by scripts, so its text is not in it; open it in a browser and clip or save it there.'
  return 'The page holds too little text to be a posting.'
}

const scriptNotes = (tree: PageElement): string =>
  elementsOf(tree, one => one.tag === 'noscript' || one.tag === 'body')
    .map(one => one.children.map(child => (typeof child === 'string' ? child : lineOf(child))).join(' '))
    .join(' ')
    .slice(0, 20_000)

const LABELLED =
  /^(?:[-•*]\s*)?(?:job )?(?:location|standort|arbeitsort|einsatzort|lieu(?: de travail)?|ubicación|sede|place of work)s?\s*[:|]\s*(\S.{1,79})$/im
const PLACE_NAMES = /(?:^|[\s_-])(?:job-?)?(?:location|standort|workplace-location)s?(?:$|[\s_-])/i

/** A place that the page marks as the job's: a line "Location: …" or one short element called so. */
function locationOf(tree: PageElement, text: string): string | null {
  const labelled = LABELLED.exec(text)?.[1]?.trim()
  if (labelled !== undefined) return labelled
  const marked = elementsOf(tree, ({ attributes }) =>
    PLACE_NAMES.test(`${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''}`),
  )
    .map(lineOf)
    .map(line => line.replace(/^(?:location|standort|ort)s?\s*:?\s*/i, ''))
    .filter(line => line.length >= 2 && line.length <= 80 && /\p{L}/u.test(line))
  const different = new Set(marked.map(line => line.toLowerCase()))
  // A search field and a list of other jobs have places too: one place is clear, several are not.
  return different.size === 1 ? (marked[0] ?? null) : null
}
