import { z } from 'zod'
import { cleanText } from '../../postings/rules/clean-text.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readAmount, readFlag, readJobType, readUrl } from '../rules/values.ts'
import type {
  Ask,
  SearchWishes,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { known } from './board.ts'
import {
  idText,
  type Naming,
  optionalNumber,
  optionalTexts,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'
import { type Step, searchesOf, stepAfter, withQuery } from './searches.ts'

/** Postings of Adzuna by its search API with the person's own id and key; texts are snippets of 500 letters. */

export const ADZUNA_URL = 'https://api.adzuna.com'
const HOST = 'api.adzuna.com'

const PER_PAGE = 50
const MOST_PAGES = 4

/** The countries that Adzuna covers, with the currency in which it gives pay. */
const CURRENCIES: Readonly<Record<string, string>> = {
  AT: 'EUR',
  AU: 'AUD',
  BE: 'EUR',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  DE: 'EUR',
  ES: 'EUR',
  FR: 'EUR',
  GB: 'GBP',
  IN: 'INR',
  IT: 'EUR',
  MX: 'MXN',
  NL: 'EUR',
  NZ: 'NZD',
  PL: 'PLN',
  SG: 'SGD',
  US: 'USD',
  ZA: 'ZAR',
}
const english = new Intl.DisplayNames(['en'], { type: 'region' })
const nameOf = (code: string): string => english.of(code) ?? code
const COUNTRIES = Object.keys(CURRENCIES).map(code => ({ value: code, label: nameOf(code) }))

const NAMING: Naming = {
  label: 'Adzuna',
  notFound: 'Adzuna no longer answers at this address.',
  key: 'application id and key',
}

export const AdzunaConfig = z.object({
  /** ISO 3166-1 alpha-2: searched when the campaign names no country. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine(code => code in CURRENCIES, 'Choose one of the countries that Adzuna covers.'),
})
export type AdzunaConfig = z.infer<typeof AdzunaConfig>

const Job = z.object({
  id: idText,
  title: requiredText,
  description: text,
  created: text,
  redirect_url: text,
  company: z.object({ display_name: requiredText }),
  location: z.object({ display_name: text, area: optionalTexts }).nullish().catch(null),
  category: z.object({ label: text }).nullish().catch(null),
  contract_time: text,
  contract_type: text,
  salary_min: optionalNumber,
  salary_max: optionalNumber,
  /** "1" where Adzuna guessed. */
  salary_is_predicted: z.unknown(),
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createAdzuna(baseUrl: string = ADZUNA_URL): SourceAdapter<AdzunaConfig> {
  const requestOf = ({ wishes, config }: Ask<AdzunaConfig>, { search, page }: Step): SourceRequest => ({
    url: withQuery(`${baseUrl}/v1/api/jobs/${countryOf(wishes, config).toLowerCase()}/search/${page}`, {
      results_per_page: String(PER_PAGE),
      what: wordsOf(search.what, wishes),
      where: search.where,
      max_days_old: wishes.dateWindowDays === null ? null : String(wishes.dateWindowDays),
      sort_by: 'date',
      'content-type': 'application/json',
    }),
    headers: { accept: 'application/json' },
  })
  return {
    kind: 'adzuna',
    label: 'Adzuna',
    family: 'keyed',
    lists: 'search',
    about:
      'Jobs by Adzuna: postings that fit the campaign in one of nineteen countries. Needs your own free id and key; gives the beginning of each text and asks to be named and linked to.',
    site: 'https://www.adzuna.com',
    // 25 a minute and 250 a day are allowed.
    pace: { requests: 1, seconds: 3 },
    needs: AdzunaConfig,
    fields: [
      {
        name: 'country',
        label: 'Country',
        hint: 'Searched when a campaign names no country.',
        placeholder: '',
        required: true,
        options: COUNTRIES,
      },
    ],
    keys: [
      {
        name: 'app_id',
        label: 'Adzuna application id',
        hint: 'Register at developer.adzuna.com; the id stands beside the key.',
        host: HOST,
        secret: false,
      },
      {
        name: 'app_key',
        label: 'Adzuna application key',
        hint: 'From the same page of developer.adzuna.com.',
        host: HOST,
        secret: true,
      },
    ],
    authorise(request, keys) {
      const url = new URL(request.url)
      url.searchParams.set('app_id', keys.app_id ?? '')
      url.searchParams.set('app_key', keys.app_key ?? '')
      return { ...request, url: url.href }
    },
    // One source for all countries: campaigns choose them.
    name: () => '',
    firstRequest: ask =>
      requestOf(ask, { search: searchesOf(ask.wishes).searches[0] ?? { what: '', where: '' }, page: 1 }),
    read: (response, ask) => readPage(response, ask, step => requestOf(ask, step)),
  }
}

const countryOf = (wishes: SearchWishes, config: AdzunaConfig): string => wishes.country ?? config.country

/** Adzuna knows no remote work: the word has to stand in the posting. */
function wordsOf(what: string, { remoteOnly }: SearchWishes): string {
  return remoteOnly && !/\bremote\b/i.test(what) ? `${what} remote`.trim() : what
}

function readPage(
  response: SourceResponse,
  { wishes, config }: Ask<AdzunaConfig>,
  requestOf: (step: Step) => SourceRequest,
): SourceReading {
  const country = countryOf(wishes, config)
  if (!(country in CURRENCIES)) {
    const covered = COUNTRIES.map(one => one.label).join(', ')
    const message = `Adzuna has no jobs in ${nameOf(country)}. It covers ${covered}.`
    return { ok: false, error: { code: 'not_found', message, retryable: false } }
  }
  const list = readList(response, ['results'], NAMING)
  if (!list.ok) return list
  const { searches, cut } = searchesOf(wishes)
  const url = URL.parse(response.url)
  const page = Number(/\/search\/(\d+)/.exec(url?.pathname ?? '')?.[1] ?? 1)
  const what = url?.searchParams.get('what') ?? ''
  const where = url?.searchParams.get('where') ?? ''
  const search = searches.find(one => wordsOf(one.what, wishes) === what && one.where === where)
  const more = list.elements.length === PER_PAGE
  const step = stepAfter(
    { search: search ?? { what, where }, page },
    searches,
    { more, most: MOST_PAGES },
    requestOf,
  )
  return {
    ok: true,
    ...readElements(list.elements, Job, (job, raw) => toItem(job, raw, country)),
    ...step,
    ...(cut && step.next === undefined ? { cut } : {}),
  }
}

function toItem(job: Job, raw: string, country: string): SourceItem {
  const content = cleanDescription(job.description ?? '')
  const types = [job.contract_time ?? '', job.contract_type ?? ''].map(type => type.replace(/_/g, ' '))
  const link = readUrl(job.redirect_url)
  const posting = postingOf({
    id: job.id,
    title: cleanText(job.title),
    company: cleanText(job.company.display_name),
    location_text: cleanText(job.location?.display_name ?? ''),
    description: content.text,
    description_html: content.html,
    structured: known({ office_country: country, job_type: readJobType(types), ...payOf(job, country) }),
    board_country: country,
    url: link === null ? null : pageOf(link),
    apply_url: link,
    posted_at: readDate(job.created, null),
    industry: cleanText(job.category?.label ?? '') || null,
  })
  // The link is made anew for every answer.
  const { apply_url: _link, ...lasting } = posting
  return { sourceKey: job.id, raw, mark: JSON.stringify(lasting), posting }
}

/** The posting's page at Adzuna, without the marks of the asking and the asker. */
function pageOf(link: string): string {
  const url = new URL(link)
  const [, before, number] = /^(.*)\/land\/ad\/(\d+)/.exec(url.pathname) ?? []
  return `${url.origin}${number === undefined ? url.pathname : `${before}/details/${number}`}`
}

/** No year is paid less than this in any of the countries: a rate slipped in. */
const SMALLEST_YEAR = 1000

/** Pay is for a year in the country's currency; what Adzuna predicted is not pay that the posting states. */
function payOf(job: Job, country: string) {
  if (readFlag(job.salary_is_predicted ?? '') === true) return {}
  const low = readAmount(job.salary_min)
  const high = readAmount(job.salary_max)
  if ((high ?? low ?? 0) < SMALLEST_YEAR) return {}
  return {
    salary_low: low,
    salary_high: high,
    compensation_currency: CURRENCIES[country] ?? null,
    salary_period: 'year' as const,
  }
}
