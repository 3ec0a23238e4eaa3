import { cleanText, folded } from '../../postings/rules/clean-text.ts'
import { elementsOf, lineOf, type PageElement } from './page-tree.ts'
import { readUrl } from './values.ts'

/** What a page says of itself outside its text. */
export interface PageFacts {
  /** Of the document, '' without one. */
  title: string
  ogTitle: string
  siteName: string
  /** The page's own address: canonical link, og:url, or where a browser saved it from. */
  canonical: string | null
  headings: string[]
}

const MAX_LINE = 300
const SAVED_FROM = /<!--\s*saved from url=\(\d{4}\)(https?:\/\/[^\s<>"']{1,2000}?)\s*-->/i

/** Reads the head of a page; `url` is where it came from, `html` its source. */
export function readPageFacts(page: PageElement, html: string, url: string | null): PageFacts {
  const meta = new Map<string, string>()
  let title = ''
  let link: string | undefined
  const headings: string[] = []
  for (const element of elementsOf(page, ({ tag }) => /^(?:meta|title|link|h1)$/.test(tag))) {
    const { name, property, content, rel, href } = element.attributes
    if (element.tag === 'meta') {
      const key = (property ?? name ?? '').toLowerCase()
      if (content !== undefined && !meta.has(key)) meta.set(key, content)
    } else if (element.tag === 'title') title ||= textLine(element)
    else if (element.tag === 'link') link ??= /^canonical$/i.test(rel?.trim() ?? '') ? href : undefined
    else headings.push(textLine(element))
  }
  const addresses = [link, meta.get('og:url'), SAVED_FROM.exec(html.slice(0, 5000))?.[1]]
  return {
    title,
    ogTitle: short(meta.get('og:title') ?? meta.get('twitter:title') ?? ''),
    siteName: short(meta.get('og:site_name') ?? meta.get('application-name') ?? ''),
    canonical: addresses.map(one => addressOf(one, url)).find(one => one !== null) ?? null,
    headings: headings.filter(heading => heading !== ''),
  }
}

const short = (text: string): string => cleanText(text.slice(0, MAX_LINE * 4)).slice(0, MAX_LINE)
const textLine = (element: PageElement): string => short(lineOf(element))

function addressOf(address: string | undefined, url: string | null): string | null {
  if (address === undefined || address.trim() === '') return null
  const complete = url === null ? readUrl(address) : readUrl(URL.parse(address.trim(), url)?.href)
  if (complete === null) return null
  // A canonical link to the front page is a mistake of the site's template.
  const { pathname, search } = new URL(complete)
  return pathname === '/' && search === '' ? null : complete
}

/** Letters and digits only, for comparing names. */
export const squeezedName = (text: string): string => folded(text).replace(/[^\p{L}\p{N}]+/gu, '')

const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu)$/

/** The name in a host: "acme" of careers.acme.co.uk; '' without an address. */
export function siteLabel(url: string | null): string {
  const parts = (url === null ? '' : (URL.parse(url)?.hostname ?? '')).toLowerCase().split('.')
  if (parts.length < 2) return ''
  const at = parts.length > 2 && SECOND_LEVEL.test(parts.at(-2) ?? '') ? -3 : -2
  return (parts.at(at) ?? '').replace(/[^a-z0-9]+/g, '')
}

const BOARDS = new Set(
  `linkedin indeed glassdoor ziprecruiter monster stepstone xing reed totaljobs seek jobscz dice wellfound angel angellist
  naukri adzuna jooble talent simplyhired careerbuilder weworkremotely remoteok remotive himalayas jobicy themuse
  arbeitnow startupjobs welcometothejungle otta builtin ycombinator workatastartup google greenhouse lever ashby
  ashbyhq workable smartrecruiters recruitee personio teamtailor breezy bamboohr jobvite icims workday
  myworkdayjobs taleo successfactors paylocity rippling pinpoint hibob kununu ticjob infojobs pracuj nofluffjobs
  justjoin landingjobs stackoverflow usajobs crunchboard dailyremote flexjobs facebook x twitter`.split(
    /\s+/,
  ),
)
const BOARD_WORD = /job|career|work|hiring|recruit|talent|vacanc|stellen|karriere|empleo|emploi|praca|prace/

/** Whether a site lists the openings of many companies, as far as its name tells. */
export function isBoard(name: string): boolean {
  const bare = squeezedName(name)
  return BOARDS.has(bare) || BOARD_WORD.test(bare)
}
