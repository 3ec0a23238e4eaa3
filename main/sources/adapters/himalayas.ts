import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readAmount, readCurrency, readJobType, readPeriod, readSeniority, readUrl } from '../rules/values.ts'
import type {
  Ask,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { allOlder, alternatives, known, listedAsRemote, NoConfig, oneLine, windowStart } from './board.ts'
import {
  isRecord,
  type Naming,
  optionalTexts,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/**
 * Postings of Himalayas, by its public API. With a query it is searched, newest first and each alternative by itself;
 * without one its feed of about 100,000 postings is read from the newest on, as far as the date window or the most
 * pages reach.
 */

export const HIMALAYAS_URL = 'https://himalayas.app'
/** A page holds 20 postings, however many are asked for. */
const PAGE = 20
const MOST_FEED_PAGES = 25
const MOST_SEARCH_PAGES = 10
const MOST_ALTERNATIVES = 5

const NAMING: Naming = { label: 'Himalayas', notFound: 'Himalayas no longer answers at this address.' }

const amount = z.union([z.number(), z.string()]).nullish().catch(null)
const stamp = z.union([z.number(), z.string()]).nullish().catch(null)

/** Countries by name; objects with a name in some answers. */
const places = z
  .array(z.union([z.string(), z.object({ name: z.string() }).transform(place => place.name)]).catch(''))
  .nullish()
  .catch(null)

const Job = z
  .object({
    title: requiredText,
    guid: text,
    applicationLink: text,
    companyName: text,
    employmentType: text,
    minSalary: amount,
    maxSalary: amount,
    salaryPeriod: text,
    currency: text,
    seniority: optionalTexts,
    locationRestrictions: places,
    description: text,
    excerpt: text,
    pubDate: stamp,
    expiryDate: stamp,
  })
  .refine(job => keyOf(job) !== '', { path: ['guid'] })
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createHimalayas(baseUrl: string = HIMALAYAS_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'himalayas',
    label: 'Himalayas',
    family: 'board',
    lists: 'search',
    about: 'Remote jobs that fit the campaign. Himalayas asks to be named and linked back to.',
    site: 'https://himalayas.app',
    pace: { requests: 1, seconds: 2 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: ({ wishes }) => {
      const [first] = searched(wishes.query)
      return first === undefined ? feedPage(baseUrl, null, 1) : searchPage(baseUrl, first, 1)
    },
    read: (response, ask) => readPage(response, ask, baseUrl),
  }
}

const searched = (query: string): string[] => alternatives(query).slice(0, MOST_ALTERNATIVES)

/** The fragment is never sent: it counts the pages of a feed whose own cursor does not say how far it got. */
function feedPage(baseUrl: string, cursor: string | null, number: number): SourceRequest {
  const at = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  return {
    url: `${baseUrl}/jobs/api?limit=${PAGE}${at}#${number}`,
    headers: { accept: 'application/json' },
  }
}

function searchPage(baseUrl: string, words: string, number: number): SourceRequest {
  const asked = new URLSearchParams({ q: words, sort: 'recent', page: String(number) })
  return { url: `${baseUrl}/jobs/api/search?${asked}`, headers: { accept: 'application/json' } }
}

function readPage(response: SourceResponse, ask: Ask<NoConfig>, baseUrl: string): SourceReading {
  const list = readList(response, ['jobs'], NAMING)
  if (!list.ok) return list
  const { items, unread } = readElements(list.elements, Job, toItem)
  const asked = URL.parse(response.url)
  const words = asked?.searchParams.get('q') ?? null
  const done = list.elements.length === 0 || allOlder(items, windowStart(ask))
  const follow =
    words === null
      ? nextOfFeed(baseUrl, asked, list.value, done)
      : nextOfSearch(baseUrl, words, asked, list.value, done, ask)
  return { ok: true, items, unread, ...follow }
}

interface Follow {
  next?: SourceRequest
  cut?: boolean
}

function nextOfFeed(baseUrl: string, asked: URL | null, value: unknown, done: boolean): Follow {
  const cursor = isRecord(value) && typeof value.nextCursor === 'string' ? value.nextCursor : ''
  if (done || cursor === '' || cursor === asked?.searchParams.get('cursor')) return {}
  const number = Number(asked?.hash.slice(1)) || 1
  return number < MOST_FEED_PAGES ? { next: feedPage(baseUrl, cursor, number + 1) } : { cut: true }
}

/** The next page of these words, then the first page of the next alternative. */
function nextOfSearch(
  baseUrl: string,
  words: string,
  asked: URL | null,
  value: unknown,
  done: boolean,
  ask: Ask<NoConfig>,
): Follow {
  const number = Number(asked?.searchParams.get('page') ?? 1) || 1
  // A page may hold fewer than 20 without being the last one.
  const total = isRecord(value) && typeof value.totalCount === 'number' ? value.totalCount : null
  const last = done || (total !== null && number * PAGE >= total)
  if (!last && number < MOST_SEARCH_PAGES) return { next: searchPage(baseUrl, words, number + 1) }
  const all = searched(ask.wishes.query)
  const at = all.indexOf(words)
  const other = at === -1 ? undefined : all[at + 1]
  return {
    ...(other === undefined ? {} : { next: searchPage(baseUrl, other, 1) }),
    ...(last ? {} : { cut: true }),
  }
}

function toItem(job: Job, raw: string): SourceItem {
  const content = cleanDescription(job.description || job.excerpt || '')
  const title = oneLine(job.title)
  const url = readUrl(job.guid) ?? readUrl(job.applicationLink)
  const posting = postingOf({
    id: keyOf(job),
    title,
    company: oneLine(job.companyName),
    location_text: placeOf(job.locationRestrictions),
    description: content.text,
    description_html: content.html,
    structured: known({
      ...listedAsRemote(title, content.text),
      ...payOf(job),
      job_type: readJobType([job.employmentType ?? '']),
      seniority_level: job.seniority.length === 1 ? readSeniority(job.seniority[0] ?? '') : null,
    }),
    url,
    apply_url: readUrl(job.applicationLink) ?? url,
    posted_at: readDate(job.pubDate, null),
    closed_at: readDate(job.expiryDate, null),
  })
  return { sourceKey: keyOf(job), raw, posting }
}

/** Company and job out of the page's address: there is no other id. */
function keyOf({
  guid,
  applicationLink,
}: {
  guid?: string | null | undefined
  applicationLink?: string | null | undefined
}): string {
  const address = (guid?.trim() || applicationLink?.trim()) ?? ''
  const parts = /\/companies\/([^/?#]+)\/jobs\/([^/?#]+)/.exec(address)
  return parts === null ? address : `${parts[1]}/${parts[2]}`
}

/** Countries from where one may work; an empty list means from anywhere. */
function placeOf(list: string[] | null | undefined): string {
  if (list === null || list === undefined) return ''
  if (list.length === 0) return 'Worldwide'
  return [...new Set(list.map(oneLine).filter(place => place !== ''))].join('; ')
}

function payOf(job: Job): NonNullable<ImportedPosting['structured']> {
  const low = readAmount(job.minSalary)
  const high = readAmount(job.maxSalary)
  if (low === null && high === null) return {}
  return {
    salary_low: low,
    salary_high: high,
    compensation_currency: readCurrency(job.currency ?? ''),
    salary_period: readPeriod(job.salaryPeriod ?? ''),
  }
}
