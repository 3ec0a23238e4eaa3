import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { cleanDescription, decodeEntities } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import {
  idText,
  type Naming,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of one company's Greenhouse job board, by the public Job Board API (no key, whole board in one answer). */

export const GREENHOUSE_URL = 'https://boards-api.greenhouse.io'

const TOKEN = /^[a-z0-9][a-z0-9_-]{0,99}$/i

/** Board token out of a token or a pasted careers address; null when there is none in it. */
export function boardToken(text: string): string | null {
  const plain = text.trim()
  if (TOKEN.test(plain)) return plain.toLowerCase()
  const url = URL.parse(/^https?:\/\//i.test(plain) ? plain : `https://${plain}`)
  return url === null ? null : tokenOf(url)
}

function tokenOf(url: URL): string | null {
  const host = url.hostname.toLowerCase()
  const asked = url.searchParams.get('for')
  if (asked !== null && (host === 'greenhouse.io' || host.endsWith('.greenhouse.io')))
    return checkedToken(asked)
  const parts = url.pathname.split('/').filter(part => part !== '')
  if (/^(?:job-)?boards(?:\.[a-z]{2})?\.greenhouse\.io$/.test(host)) {
    return parts[0] === 'embed' ? null : checkedToken(parts[0])
  }
  if (/^(?:boards-)?api(?:\.[a-z]{2})?\.greenhouse\.io$/.test(host)) {
    const at = parts.indexOf('boards')
    return at === -1 ? null : checkedToken(parts[at + 1])
  }
  return null
}

function checkedToken(text: string | undefined): string | null {
  return text !== undefined && TOKEN.test(text) ? text.toLowerCase() : null
}

/** `board`: a token or any address of the board; parsed to the token. */
export const GreenhouseConfig = z.object({
  board: z
    .string()
    .max(500)
    .transform((text, context) => {
      const token = boardToken(text)
      if (token !== null) return token
      context.addIssue({
        code: 'custom',
        message:
          'Enter the name of the board, or paste an address such as https://boards.greenhouse.io/company.',
      })
      return z.NEVER
    }),
  /** The company's name, for boards whose postings do not carry it. */
  company: z.string().trim().max(200).optional(),
})
export type GreenhouseConfig = z.infer<typeof GreenhouseConfig>

const PayRange = z.object({
  min_cents: z.number().nullish().catch(null),
  max_cents: z.number().nullish().catch(null),
  currency_type: text,
  title: text,
  blurb: text,
})
type PayRange = z.infer<typeof PayRange>

/** A posting as the board gives it; all but id and title may be missing, and new fields do no harm. */
const Job = z.object({
  id: idText,
  title: requiredText,
  absolute_url: text,
  location: z.object({ name: text }).nullish().catch(null),
  offices: z
    .array(z.object({ name: text, location: text }))
    .nullish()
    .catch(null),
  content: text,
  company_name: text,
  first_published: text,
  updated_at: text,
  application_deadline: text,
  pay_input_ranges: z.array(PayRange).nullish().catch(null),
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createGreenhouse(baseUrl: string = GREENHOUSE_URL): SourceAdapter<GreenhouseConfig> {
  return {
    kind: 'greenhouse',
    label: 'Greenhouse',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Greenhouse.',
    site: 'https://www.greenhouse.com',
    pace: { requests: 5, seconds: 1 },
    needs: GreenhouseConfig,
    fields: [
      {
        name: 'board',
        label: 'Board',
        hint: 'The last part of boards.greenhouse.io/…, or the whole address.',
        placeholder: 'acme',
        required: true,
      },
    ],
    recognise: url => {
      const board = tokenOf(url)
      return board === null ? null : { board }
    },
    name: config => config.board,
    firstRequest: ({ config }) => ({
      url: `${baseUrl}/v1/boards/${encodeURIComponent(config.board)}/jobs?content=true`,
      headers: { accept: 'application/json' },
    }),
    read: (response, { config }) => readBoard(response, config),
  }
}

function readBoard(response: SourceResponse, config: GreenhouseConfig): SourceReading {
  const naming: Naming = {
    label: 'Greenhouse',
    notFound: `Greenhouse has no public board named "${config.board}".`,
  }
  const list = readList(response, ['jobs'], naming)
  if (!list.ok) return list
  return { ok: true, ...readElements(list.elements, Job, (job, raw) => toItem(job, raw, config)) }
}

function toItem(job: Job, raw: string, config: GreenhouseConfig): SourceItem {
  const content = cleanDescription(job.content ?? '')
  const pay = readPay(job.pay_input_ranges ?? [])
  const front = pay.lines.join('\n')
  const posting = postingOf({
    id: job.id,
    title: decodeEntities(job.title).replace(/\s+/g, ' ').trim(),
    company: job.company_name?.trim() || config.company || config.board,
    location_text: locationOf(job),
    description: front === '' ? content.text : `${front}\n\n${content.text}`,
    description_html: content.html,
    structured: pay.facts,
    url: readUrl(job.absolute_url),
    apply_url: readUrl(job.absolute_url),
    posted_at: readDate(job.first_published, null) ?? readDate(job.updated_at, null),
    closed_at: readDate(job.application_deadline, null),
  })
  return { sourceKey: job.id, raw, posting }
}

/** The posting's own place; offices only where it has none. */
function locationOf(job: Job): string {
  const own = job.location?.name?.trim() ?? ''
  if (own !== '') return own
  const offices = (job.offices ?? []).map(office => office.location?.trim() || office.name?.trim() || '')
  return [...new Set(offices.filter(office => office !== ''))].join('; ')
}

/**
 * Pay ranges come in cents and without a period; the title of a range may name one. One range is a structured fact,
 * several (by place or level) go into the text for the patterns to read.
 */
function readPay(ranges: PayRange[]): { facts: NonNullable<ImportedPosting['structured']>; lines: string[] } {
  const facts: NonNullable<ImportedPosting['structured']> = {}
  const given = ranges.filter(range => (range.min_cents ?? 0) > 0 || (range.max_cents ?? 0) > 0)
  const [first] = given
  if (first === undefined) return { facts, lines: [] }
  const currencies = new Set(given.map(range => range.currency_type?.trim().toUpperCase() ?? ''))
  const [currency = ''] = currencies
  const lows = given.flatMap(range => ((range.min_cents ?? 0) > 0 ? [(range.min_cents ?? 0) / 100] : []))
  const highs = given.flatMap(range => ((range.max_cents ?? 0) > 0 ? [(range.max_cents ?? 0) / 100] : []))
  if (currencies.size === 1) {
    if (lows.length > 0) facts.salary_low = Math.min(...lows)
    if (highs.length > 0) facts.salary_high = Math.max(...highs)
    if (/^[A-Z]{3}$/.test(currency)) facts.compensation_currency = currency
    const words = given.map(range => `${range.title ?? ''} ${range.blurb ?? ''}`).join(' ')
    if (/\b(?:per hour|hourly|an hour)\b/i.test(words)) facts.salary_period = 'hour'
    else if (/\b(?:annual|annually|per year|yearly|base salary|salary range)\b/i.test(words))
      facts.salary_period = 'year'
  }
  return { facts, lines: given.map(payLine) }
}

function payLine(range: PayRange): string {
  const amounts = [range.min_cents, range.max_cents].flatMap(cents =>
    (cents ?? 0) > 0 ? [(cents ?? 0) / 100] : [],
  )
  const title = range.title?.trim() || 'Salary'
  return `${title}: ${amounts.map(amount => amount.toLocaleString('en-US')).join(' - ')} ${range.currency_type ?? ''}`.trim()
}
