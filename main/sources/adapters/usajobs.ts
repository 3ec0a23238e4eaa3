import type {
  Ask,
  SearchWishes,
  SourceAdapter,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { NoConfig } from './board.ts'
import { isRecord, type Naming, readElements, readList } from './reading.ts'
import { type Search, type Step, searchesOf, stepAfter, withQuery } from './searches.ts'
import { Announcement, readAnnouncement } from './usajobs-announcement.ts'

/** Postings of the United States' federal agencies by the USAJOBS search API with the person's own key. */

export const USAJOBS_URL = 'https://data.usajobs.gov'
const HOST = 'data.usajobs.gov'

const PER_PAGE = 250
const MOST_PAGES = 8
/** The longest window that the API takes, days. */
const LONGEST_WINDOW = 60

const NAMING: Naming = {
  label: 'USAJOBS',
  notFound: 'USAJOBS no longer answers at this address.',
  key: 'API key with its e-mail address',
}

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createUsaJobs(baseUrl: string = USAJOBS_URL): SourceAdapter<NoConfig> {
  const requestOf = (wishes: SearchWishes, { search, page }: Step): SourceRequest => ({
    url: withQuery(`${baseUrl}/api/search`, {
      Keyword: search.what,
      LocationName: search.where,
      DatePosted:
        wishes.dateWindowDays === null ? null : String(Math.min(LONGEST_WINDOW, wishes.dateWindowDays)),
      RemoteIndicator: wishes.remoteOnly ? 'True' : null,
      ResultsPerPage: String(PER_PAGE),
      Page: String(page),
      Fields: 'Full',
    }),
    headers: { accept: 'application/json' },
  })
  return {
    kind: 'usajobs',
    label: 'USAJOBS',
    family: 'keyed',
    lists: 'search',
    about:
      'Postings of the United States government that fit the campaign. Needs your own free key, which USAJOBS ties to your e-mail address.',
    site: 'https://www.usajobs.gov',
    pace: { requests: 1, seconds: 2 },
    needs: NoConfig,
    fields: [],
    keys: [
      {
        name: 'email',
        label: 'E-mail address of the USAJOBS key',
        hint: 'The address with which you asked for the key; USAJOBS wants it in every request.',
        host: HOST,
        secret: false,
      },
      {
        name: 'authorization_key',
        label: 'USAJOBS API key',
        hint: 'Ask for one at developer.usajobs.gov; it comes by e-mail.',
        host: HOST,
        secret: true,
      },
    ],
    // The third header that the API asks for, Host, goes with every request anyway.
    authorise: (request, keys) => ({
      ...request,
      headers: {
        ...request.headers,
        'user-agent': keys.email ?? '',
        'authorization-key': keys.authorization_key ?? '',
      },
    }),
    name: () => '',
    firstRequest: ({ wishes }) =>
      requestOf(wishes, { search: searchesFor(wishes).searches[0] ?? { what: '', where: '' }, page: 1 }),
    read: (response, ask) => readPage(response, ask, step => requestOf(ask.wishes, step)),
  }
}

/** The API takes several places in one search, but only one keyword. Abroad, the country is the place. */
function searchesFor(wishes: SearchWishes): { searches: Search[]; cut: boolean } {
  const { country, locations } = wishes
  const abroad =
    country === null || country === 'US'
      ? null
      : new Intl.DisplayNames(['en'], { type: 'region' }).of(country)
  const places = locations.length > 0 ? locations : abroad ? [abroad] : []
  return searchesOf({
    ...wishes,
    locations: places.length > 0 ? [places.map(place => place.replace(/;/g, ' ')).join(';')] : [],
  })
}

function readPage(
  response: SourceResponse,
  { wishes }: Ask<NoConfig>,
  requestOf: (step: Step) => SourceRequest,
): SourceReading {
  const list = readList(response, ['SearchResult', 'SearchResultItems'], NAMING)
  if (!list.ok) return list
  const { searches, cut } = searchesFor(wishes)
  const parameters = URL.parse(response.url)?.searchParams
  const page = Number(parameters?.get('Page') ?? 1)
  const search = { what: parameters?.get('Keyword') ?? '', where: parameters?.get('LocationName') ?? '' }
  const more = list.elements.length === PER_PAGE && page * PER_PAGE < countOf(list.value)
  const step = stepAfter({ search, page }, searches, { more, most: MOST_PAGES }, requestOf)
  return {
    ok: true,
    ...readElements(list.elements, Announcement, readAnnouncement),
    ...step,
    ...(cut && step.next === undefined ? { cut } : {}),
  }
}

/** How many announcements the search found on all pages. */
function countOf(value: unknown): number {
  const result = isRecord(value) ? value.SearchResult : undefined
  const count = isRecord(result) ? Number(result.SearchResultCountAll) : Number.NaN
  return Number.isFinite(count) ? count : 0
}
