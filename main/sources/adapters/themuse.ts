import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readSeniority, readUrl } from '../rules/values.ts'
import type {
  Ask,
  SearchWishes,
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
  listAt,
  type Naming,
  optionalNumber,
  postingOf,
  readElements,
  readJson,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of The Muse, by its public API: the newest first, 20 a page, at places of its own spelling. */

export const THEMUSE_URL = 'https://www.themuse.com'
const MOST_PAGES = 25
/** The Muse's word for remote work among its places. */
const REMOTE = 'Flexible / Remote'

const NAMING: Naming = { label: 'The Muse', notFound: 'The Muse no longer answers at this address.' }

const named = z
  .array(z.object({ name: text }).catch({ name: null }))
  .nullish()
  .catch(null)
  .transform(list => (list ?? []).map(one => oneLine(one.name)).filter(name => name !== ''))

const Job = z.object({
  id: idText,
  name: requiredText,
  contents: text,
  publication_date: text,
  locations: named,
  levels: named,
  refs: z.object({ landing_page: text }).nullish().catch(null),
  company: z.object({ name: text }).nullish().catch(null),
})
type Job = z.infer<typeof Job>

const Paging = z.object({ page: optionalNumber, page_count: optionalNumber })

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createTheMuse(baseUrl: string = THEMUSE_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'themuse',
    label: 'The Muse',
    family: 'board',
    lists: 'search',
    about:
      'Jobs of all fields, most of them in the United States. The Muse asks to be named and linked back to.',
    site: 'https://www.themuse.com',
    // Without a key 500 requests an hour.
    pace: { requests: 1, seconds: 2 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: ({ wishes }) => page(baseUrl, wishes, 0),
    read: (response, ask) => readPage(response, ask, baseUrl),
  }
}

function page(baseUrl: string, wishes: SearchWishes, number: number): SourceRequest {
  const asked = new URLSearchParams({ page: String(number), descending: 'true' })
  for (const place of placesOf(wishes)) asked.append('location', place)
  return { url: `${baseUrl}/api/public/jobs?${asked}`, headers: { accept: 'application/json' } }
}

/**
 * The places to ask for, where they are certain to be The Muse's own spelling: remote alone, or American cities with
 * their state. A place that The Muse does not know would silently bring nothing, so all others take the whole feed.
 */
function placesOf({ remoteOnly, locations, country }: SearchWishes): string[] {
  if (remoteOnly) return [REMOTE]
  const cities = locations.map(place => place.trim()).filter(place => place !== '')
  const certain = (country === null || country === 'US') && cities.every(city => AMERICAN.test(city))
  return certain && cities.length > 0 ? [...cities, REMOTE] : []
}

const STATES =
  'A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]'
const AMERICAN = new RegExp(`^[A-Z][\\p{L} .'’-]+, (?:${STATES})$`, 'u')

function readPage(response: SourceResponse, ask: Ask<NoConfig>, baseUrl: string): SourceReading {
  // The Muse answers 403 when it was asked too often in an hour.
  const busy = response.status === 403 ? { ...response, status: 429 } : response
  const json = readJson(busy, NAMING)
  if (!json.ok) return json
  const list = listAt(json.text, json.value, ['results'], NAMING)
  if (!list.ok) return list
  const { items, unread } = readElements(list.elements, Job, toItem)
  const paging = Paging.parse(isRecord(json.value) ? json.value : {})
  const asked = Number(URL.parse(response.url)?.searchParams.get('page') ?? 0)
  const number = paging.page ?? asked
  const last = list.elements.length === 0 || number + 1 >= (paging.page_count ?? 0)
  if (last || allOlder(items, windowStart(ask))) return { ok: true, items, unread }
  if (!(number + 1 < MOST_PAGES)) return { ok: true, items, unread, cut: true }
  return { ok: true, items, unread, next: page(baseUrl, ask.wishes, number + 1) }
}

function toItem(job: Job, raw: string): SourceItem {
  const content = cleanDescription(job.contents ?? '')
  const url = readUrl(job.refs?.landing_page)
  const posting = postingOf({
    id: job.id,
    title: oneLine(job.name),
    company: oneLine(job.company?.name),
    location_text: [...new Set(job.locations)].join('; '),
    description: content.text,
    description_html: content.html,
    structured: known({
      // Next to a city the word leaves open whether one may stay away altogether.
      remote_options: job.locations.length === 1 && job.locations[0] === REMOTE ? 'remote' : null,
      seniority_level: job.levels.length === 1 ? levelOf(job.levels[0] ?? '') : null,
    }),
    url,
    apply_url: url,
    posted_at: readDate(job.publication_date, null),
  })
  return { sourceKey: job.id, raw, posting }
}

/** "Senior Level", "Entry Level", "Internship"; "management" covers managers and directors alike. */
function levelOf(level: string): ReturnType<typeof readSeniority> {
  return /^management$/i.test(level) ? null : readSeniority(level)
}
