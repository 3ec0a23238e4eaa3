import type { ImportedPosting } from '../../../contract/imports.ts'
import type { JobType } from '../../../contract/values.ts'
import { cleanText } from '../../../postings/rules/clean-text.ts'
import { readDate } from '../dates.ts'
import { readCompanySize, readJobType, readRemote, readSeniority, readUrl } from '../values.ts'
import { readDescription } from './description.ts'
import { isNode, type LdNode, listOf, textOf, textsOf } from './nodes.ts'
import { readPay } from './pay.ts'
import { readPlaces } from './places.ts'

const MAX_LINE = 300
const MAX_SKILLS = 100
const MAX_SKILL_LENGTH = 60

/**
 * A posting out of a schema.org `JobPosting`; null without a title. The company is '' when the node names none.
 * `pageUrl` is the address of the page that holds it, for relative addresses.
 */
export function readJobPosting(node: LdNode, pageUrl: string | null): ImportedPosting | null {
  const title = line(textOf(node.title) || textOf(node.name))
  if (title === '') return null
  const organization = listOf(node.hiringOrganization ?? node.employer)[0]
  const company = line(companyName(organization))
  const website = websiteOf(organization)
  const remote = remoteOf(node)
  const places = readPlaces(node, company, remote === 'remote')
  const pay = readPay(node)
  const jobTypes = jobTypesOf(node)
  const type = jobTypeOf(jobTypes)
  const front = [
    pay.text === null ? '' : `Salary: ${pay.text}`,
    type === null && jobTypes.length > 0 ? `Employment type: ${jobTypes.join(', ')}` : '',
  ]
  const back = places.applicants.length > 0 ? `Open to applicants in: ${places.applicants.join(', ')}` : ''
  const described = readDescription(node, front, back)
  const structured: NonNullable<ImportedPosting['structured']> = { ...pay.facts, ...places.facts }
  if (remote !== null) structured.remote_options = remote
  if (type !== null) structured.job_type = type
  const level = readSeniority(textOf(node.experienceRequirements))
  if (level !== null) structured.seniority_level = level
  const skills = skillsOf(node)
  if (skills.length > 0) structured.skills = skills
  return {
    id: line(identifierOf(node)) || null,
    title,
    company,
    location_text: line(places.text),
    description: described.text,
    description_html: described.html,
    structured,
    ...addressesOf(node, pageUrl, website),
    posted_at: readDate(textOf(node.datePosted), null),
    closed_at: readDate(textOf(node.validThrough), null),
    source: null,
    company_size: sizeOf(organization),
    industry: line(textsOf(node.industry).slice(0, 5).join(', ')) || null,
    company_website: website,
  }
}

function line(text: string): string {
  const clean = cleanText(text.slice(0, MAX_LINE * 4))
  return clean.length > MAX_LINE ? `${clean.slice(0, MAX_LINE - 1)}…` : clean
}

function companyName(organization: unknown): string {
  if (!isNode(organization)) return textOf(organization)
  return textOf(organization.name) || textOf(organization.legalName) || textOf(organization.alternateName)
}

/** Pages about a company that are not its own. */
const NOT_ITS_OWN =
  /(?:^|\.)(?:linkedin|facebook|twitter|x|instagram|youtube|xing|glassdoor|indeed|crunchbase|wikipedia|tiktok|github|kununu)\.\w+$/

function websiteOf(organization: unknown): string | null {
  if (!isNode(organization)) return null
  for (const text of [...textsOf(organization.sameAs), ...textsOf(organization.url)]) {
    const url = readUrl(text)
    if (url !== null && !NOT_ITS_OWN.test(new URL(url).hostname.toLowerCase())) return url
  }
  return null
}

function sizeOf(organization: unknown): ImportedPosting['company_size'] {
  const given = isNode(organization) ? organization.numberOfEmployees : undefined
  if (!isNode(given)) return given === undefined || given === null ? null : readCompanySize(textOf(given))
  const ends = [textOf(given.minValue), textOf(given.maxValue)].filter(end => end !== '')
  return readCompanySize(ends.length > 0 ? ends.join('-') : textOf(given.value))
}

/** TELECOMMUTE is the only word that the vocabulary has; some sites write others. */
function remoteOf(node: LdNode): 'remote' | 'hybrid' | 'onsite' | null {
  const options = new Set(textsOf(node.jobLocationType).map(text => readRemote(text, 'jobLocationType')))
  options.delete(null)
  if (options.has('hybrid')) return 'hybrid'
  return options.size === 1 ? ([...options][0] ?? null) : null
}

const jobTypesOf = (node: LdNode): string[] =>
  textsOf(node.employmentType)
    .slice(0, 10)
    .map(text => line(text.replace(/^https?:\/\/schema\.org\//i, '').replace(/_/g, ' ')))

/** Full-time and part-time together mean that either will do, which is neither. */
function jobTypeOf(written: readonly string[]): JobType | null {
  const each = new Set(written.map(text => readJobType([text])))
  if (each.has('full-time') && each.has('part-time')) return null
  return readJobType([...written])
}

function identifierOf(node: LdNode): string {
  const [first] = listOf(node.identifier)
  return isNode(first) ? textOf(first.value) : textOf(first)
}

/** Skills as a list, or as one text with separators; whole sentences stay in the text. */
function skillsOf(node: LdNode): string[] {
  const texts = textsOf(node.skills)
  const items = texts.length === 1 ? (texts[0] ?? '').split(/[,;|\n•·]/) : texts
  const skills = items.map(item => cleanText(item.slice(0, 400)).replace(/^[-\s]+|[.\s]+$/g, ''))
  const short = skills.filter(
    skill => skill !== '' && skill.length <= MAX_SKILL_LENGTH && !/[<>]/.test(skill),
  )
  // A text in which most "items" are long was prose.
  if (short.length < skills.filter(skill => skill !== '').length / 2) return []
  return [...new Set(short)].slice(0, MAX_SKILLS)
}

/** The posting's own address and where to apply; the company's front page is neither. */
function addressesOf(
  node: LdNode,
  pageUrl: string | null,
  website: string | null,
): Pick<ImportedPosting, 'url' | 'apply_url'> {
  const address = (value: unknown): string | null => {
    const text = textOf(value)
    if (text === '') return null
    const complete = readUrl(text)
    if (complete !== null || pageUrl === null || /\s/.test(text)) return complete
    return readUrl(URL.parse(text, pageUrl)?.href)
  }
  const given = address(node.url)
  const own = given !== null && !isFrontPage(given, website) ? given : null
  const action = listOf(node.potentialAction).find(isNode)
  const target = isNode(action?.target) ? (action.target.urlTemplate ?? action.target.url) : action?.target
  const contact = isNode(node.applicationContact) ? node.applicationContact.url : undefined
  return { url: own ?? pageUrl, apply_url: address(target) ?? address(contact) ?? own ?? pageUrl }
}

function isFrontPage(url: string, website: string | null): boolean {
  const { hostname, pathname, search } = new URL(url)
  const front = pathname === '/' && search === ''
  return front || (website !== null && URL.parse(website)?.hostname === hostname && url === website)
}
