import { isBoard, type PageFacts, siteLabel, squeezedName } from './page-facts.ts'
import { hasLegalForm, namesRole } from './role-words.ts'

/** Title and company of a posting out of a page's titles. */
export interface TitleReading {
  /** '' when the page has none. */
  title: string
  /** null unless clear. */
  company: string | null
}

const SEPARATOR = /\s+[|–—·•»:]{1,2}\s+|\s+-\s+|\s*\|\s*|(?<=\p{L}):\s+/u
const OF_THE_SITE =
  /^(?:jobs?|careers?|career page|vacanc(?:y|ies)|job (?:board|details?|description|openings?|posting)|open(?:ings| positions?| roles?)|join us|work with us|home|apply(?: now)?|stellenangebote?|karriere|stellenanzeige|emplois?|carrières?|offre d['’]emploi|empleo|hiring)$/i
const AT_COMPANY = /^(.{3,150}?)\s+(?:at|@|bei|chez)\s+(\p{Lu}.{1,60}|\p{N}.{1,60})$/u
/** Greenhouse titles its pages so. */
const BEFORE_TITLE = /^(?:job application for|apply for|apply to|now hiring:?|job:)\s+/i
/** LinkedIn titles its pages so: "Acme hiring Pilot in Cork". */
const HIRING = /^(.{2,60}?) (?:is )?hiring (.{3,120}?)(?: in (.{2,80}))?$/
const AROUND_NAME =
  /^(?:jobs?|careers?|karriere|stellen|work|working) (?:at|bei|with|chez) |(?:['’]s)? (?:careers?|jobs?|karriere|job board|hiring|recruitment|careers? (?:page|site|portal))$/i

/** Reads the titles of a page; `url` is its address. */
export function readTitle(facts: PageFacts, url: string | null): TitleReading {
  const site = createSite(facts, url)
  const documentTitle = withoutSite(facts.ogTitle || facts.title, site).replace(BEFORE_TITLE, '')
  const written = [facts.ogTitle, facts.title].filter(title => title !== '').map(squeezedName)
  const heading = facts.headings.find(
    one =>
      !site.isName(one) && !OF_THE_SITE.test(one) && written.some(title => title.includes(squeezedName(one))),
  )
  if (heading !== undefined) {
    const split = splitAt(heading)
    const title = split?.title ?? heading
    return { title, company: split?.company ?? companyBeside(title, facts, site) }
  }
  if (documentTitle === '') return { title: facts.headings[0] ?? '', company: site.company }
  const split = splitHiring(documentTitle) ?? splitAt(documentTitle) ?? splitParts(documentTitle, site)
  return { title: split?.title ?? documentTitle, company: split?.company ?? site.company }
}

interface Site {
  isName(text: string): boolean
  /** Whether a name occurs in the address: acme.com, jobs.lever.co/acme. */
  isInAddress(text: string): boolean
  /** The company whose own site this is; null unless clear. */
  company: string | null
}

function createSite({ siteName }: PageFacts, url: string | null): Site {
  const label = siteLabel(url)
  const path = url === null ? [] : (URL.parse(url)?.pathname.split('/') ?? [])
  const marks = new Set([label, ...path.map(squeezedName), ...hostParts(url)].filter(mark => mark.length > 1))
  const name = siteName.replace(AROUND_NAME, '').trim()
  const isInAddress = (text: string): boolean => marks.has(squeezedName(text))
  const own = name !== '' && !isBoard(name) && (label === '' || (isInAddress(name) && !isBoard(label)))
  return {
    isName: text =>
      squeezedName(text) === squeezedName(siteName) ||
      (label !== '' && squeezedName(text).replace(/(?:com|io|net|org)$/, '') === label),
    isInAddress: text => isInAddress(text) && !isBoard(text),
    company: own && label !== '' ? name : null,
  }
}

const hostParts = (url: string | null): string[] =>
  (url === null ? '' : (URL.parse(url)?.hostname ?? '')).split('.').slice(0, -1).map(squeezedName)

/** The title without what names the site behind it. */
function withoutSite(title: string, site: Site): string {
  const parts = title.split(SEPARATOR)
  while (parts.length > 1) {
    const last = parts.at(-1)?.trim() ?? ''
    const bare = last.replace(AROUND_NAME, '')
    // A company's own name stays for now: it may be all that names the company.
    if (last !== '' && !OF_THE_SITE.test(last) && !(site.isName(last) && isBoard(last)) && bare === last)
      break
    parts.pop()
    if (bare !== last && bare !== '' && !isBoard(bare)) return `${rejoin(title, parts)} | ${bare}`
  }
  return rejoin(title, parts)
}

/** The beginning of a title that holds these parts, with its own separators. */
function rejoin(title: string, parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return title.slice(0, title.lastIndexOf(last, title.length) + last.length).trim()
}

function splitHiring(text: string): TitleReading | null {
  const [, company, title] = HIRING.exec(text) ?? []
  return company === undefined || title === undefined || !namesRole(title) ? null : { title, company }
}

function splitAt(text: string): TitleReading | null {
  const [, title = '', company = ''] = AT_COMPANY.exec(text) ?? []
  // "Head of Engineering at Scale" is a title; a company is a name, and what stands before it a role.
  if (title === '' || !namesRole(title) || company.split(/\s+/).length > 6) return null
  return { title, company: company.split(SEPARATOR)[0]?.trim() ?? company }
}

/** "Company – Role", "Role | Company": only where one part is a role and the other surely a company. */
function splitParts(text: string, site: Site): TitleReading | null {
  const parts = text.split(SEPARATOR).map(part => part.trim())
  for (const [at, company] of [[parts.length - 1, parts.at(-1)] as const, [0, parts[0]] as const]) {
    if (company === undefined || parts.length < 2 || !isCompany(company, site)) continue
    const rest = parts.filter((_, index) => index !== at)
    const title =
      at === 0 ? text.slice(text.indexOf(rest[0] ?? '', company.length)).trim() : rejoin(text, rest)
    if (title !== '') return { title, company }
  }
  return null
}

function isCompany(text: string, site: Site): boolean {
  if (text === '' || text.split(/\s+/).length > 6 || isBoard(text)) return false
  return (
    hasLegalForm(text) || site.isInAddress(text) || squeezedName(text) === squeezedName(site.company ?? '-')
  )
}

/** The company that the document's title names beside the heading: "Role – Company" with the heading "Role". */
function companyBeside(heading: string, facts: PageFacts, site: Site): string | null {
  for (const title of [facts.ogTitle, facts.title]) {
    const at = title.toLowerCase().indexOf(heading.toLowerCase())
    if (at === -1) continue
    const hiring = /^(.{2,60}?) (?:is )?hiring\s*$/.exec(title.slice(0, at))?.[1]
    if (hiring !== undefined) return hiring
    const behind = title.slice(at + heading.length)
    const [, named] = /^\s*(?:at|@|bei|chez)\s+(.{2,60})$/.exec(withoutSite(behind, site) || behind) ?? []
    const others = [...title.slice(0, at).split(SEPARATOR), ...behind.split(SEPARATOR)]
    const company =
      named?.split(SEPARATOR)[0] ?? others.map(part => part.trim()).find(part => isCompany(part, site))
    if (company !== undefined && company.trim() !== '' && !isBoard(company)) return company.trim()
  }
  return site.company
}
