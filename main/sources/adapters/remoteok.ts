import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { mendMojibake } from '../rules/mojibake.ts'
import { readAmount, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import { listedAsRemote, NoConfig, oneLine } from './board.ts'
import {
  idText,
  isRecord,
  type Naming,
  postingOf,
  type RawElement,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of Remote OK, by its public feed: the newest ones in one answer, behind a legal notice. */

export const REMOTEOK_URL = 'https://remoteok.com'

const NAMING: Naming = { label: 'Remote OK', notFound: 'Remote OK no longer answers at this address.' }

const amount = z.union([z.number(), z.string()]).nullish().catch(null)

const Job = z.object({
  id: idText,
  position: requiredText,
  company: text,
  description: text,
  location: text,
  date: text,
  epoch: amount,
  /** US dollars a year; 0 means unknown. */
  salary_min: amount,
  salary_max: amount,
  url: text,
  apply_url: text,
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createRemoteOk(baseUrl: string = REMOTEOK_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'remoteok',
    label: 'Remote OK',
    family: 'board',
    lists: 'recent',
    about: 'The newest remote jobs on Remote OK, which asks to be named and linked back to.',
    site: 'https://remoteok.com',
    pace: { requests: 2, seconds: 20, restMinutes: 60 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => ({ url: `${baseUrl}/api`, headers: { accept: 'application/json' } }),
    read: readFeed,
  }
}

function readFeed(response: SourceResponse): SourceReading {
  const list = readList(response, [], NAMING)
  if (!list.ok) return list
  const { items, unread } = readElements(
    list.elements.map(element => (isNotice(element) ? { value: NOTICE, raw: element.raw } : element)),
    z.union([z.literal(NOTICE), Job]),
    (job, raw) => (job === NOTICE ? [] : toItem(job, raw)),
  )
  return { ok: true, items, unread }
}

const NOTICE = 'notice'

/** The first element says what Remote OK asks for and when the feed was made; it is no posting. */
function isNotice({ value }: RawElement): boolean {
  return isRecord(value) && 'legal' in value && !('position' in value)
}

function toItem(job: Job, raw: string): SourceItem {
  const content = cleanDescription(mendMojibake(job.description ?? ''))
  // Damage written as entities shows only after they were decoded.
  const words = mendMojibake(content.text)
  const title = mendMojibake(oneLine(job.position))
  const url = readUrl(job.url)
  const posting = postingOf({
    id: job.id,
    title,
    company: mendMojibake(oneLine(job.company)),
    location_text: mendMojibake(oneLine(job.location)),
    description: words,
    description_html: content.html === null ? null : mendMojibake(content.html),
    structured: { ...listedAsRemote(title, words), ...payOf(job) },
    url,
    apply_url: readUrl(job.apply_url) ?? url,
    posted_at: readDate(job.date, null) ?? readDate(job.epoch, null),
  })
  return { sourceKey: job.id, raw, posting }
}

function payOf(job: Job): NonNullable<ImportedPosting['structured']> {
  const low = readAmount(job.salary_min)
  const high = readAmount(job.salary_max)
  if (low === null && high === null) return {}
  return {
    ...(low === null ? {} : { salary_low: low }),
    ...(high === null ? {} : { salary_high: high }),
    compensation_currency: 'USD',
    salary_period: 'year',
  }
}
