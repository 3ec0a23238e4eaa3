import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readUrl } from '../rules/values.ts'
import type {
  Ask,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { allOlder, known, NoConfig, oneLine, windowStart } from './board.ts'
import {
  idText,
  isRecord,
  type Naming,
  optionalFlag,
  optionalTexts,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of Arbeitnow, by its public API: the newest first, page by page. */

export const ARBEITNOW_URL = 'https://www.arbeitnow.com'
/** About 100 postings a page. */
const MOST_PAGES = 10

const NAMING: Naming = { label: 'Arbeitnow', notFound: 'Arbeitnow no longer answers at this address.' }

const Job = z.object({
  slug: idText,
  title: requiredText,
  company_name: text,
  description: text,
  remote: optionalFlag,
  url: text,
  job_types: optionalTexts,
  location: text,
  /** Seconds, or a date in words. */
  created_at: z.union([z.number(), z.string()]).nullish().catch(null),
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createArbeitnow(baseUrl: string = ARBEITNOW_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'arbeitnow',
    label: 'Arbeitnow',
    family: 'board',
    lists: 'recent',
    about:
      'New jobs in Europe, most of them in Germany. Arbeitnow asks for a link back to its page of each job.',
    site: 'https://www.arbeitnow.com',
    pace: { requests: 1, seconds: 2 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => page(baseUrl, 1),
    read: (response, ask) => readPage(response, ask, baseUrl),
  }
}

function page(baseUrl: string, number: number): SourceRequest {
  return {
    url: `${baseUrl}/api/job-board-api?page=${number}`,
    headers: { accept: 'application/json' },
  }
}

function readPage(response: SourceResponse, ask: Ask<NoConfig>, baseUrl: string): SourceReading {
  const list = readList(response, ['data'], NAMING)
  if (!list.ok) return list
  const { items, unread } = readElements(list.elements, Job, toItem)
  const number = Number(URL.parse(response.url)?.searchParams.get('page') ?? 1)
  const links = isRecord(list.value) ? list.value.links : null
  // The link only says whether there is a further page: where it leads is not for the answer to decide.
  const more = isRecord(links) && typeof links.next === 'string' && list.elements.length > 0
  if (!more || allOlder(items, windowStart(ask))) return { ok: true, items, unread }
  if (!(number < MOST_PAGES)) return { ok: true, items, unread, cut: true }
  return { ok: true, items, unread, next: page(baseUrl, number + 1) }
}

function toItem(job: Job, raw: string): SourceItem {
  const content = cleanDescription(job.description ?? '')
  const url = readUrl(job.url)
  const posting = postingOf({
    id: job.slug,
    title: oneLine(job.title),
    company: oneLine(job.company_name),
    location_text: oneLine(job.location),
    description: content.text,
    description_html: content.html,
    structured: known({
      // False only means that nobody ticked it: the text may still say hybrid.
      remote_options: job.remote === true ? 'remote' : null,
      job_type: readJobType(job.job_types),
    }),
    url,
    apply_url: url,
    posted_at: readDate(job.created_at, null),
  })
  return { sourceKey: job.slug, raw, posting }
}
