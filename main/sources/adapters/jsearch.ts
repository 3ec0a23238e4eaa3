import { z } from 'zod'
import { cleanText } from '../../postings/rules/clean-text.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readAmount, readCurrency, readFlag, readJobType, readPeriod, readUrl } from '../rules/values.ts'
import type {
  Ask,
  SearchWishes,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { alternatives, known, listedAsRemote, NoConfig } from './board.ts'
import {
  idText,
  isRecord,
  listAt,
  type Naming,
  optionalTexts,
  postingOf,
  readElements,
  readJson,
  requiredText,
  optionalText as text,
} from './reading.ts'
import { type Search, type Step, searchesOf, stepAfter, withQuery } from './searches.ts'

/**
 * Postings of LinkedIn, Indeed, Glassdoor, ZipRecruiter and others as Google for Jobs lists them, by JSearch at
 * RapidAPI with the person's key.
 */

export const JSEARCH_URL = 'https://jsearch.p.rapidapi.com'
const HOST = 'jsearch.p.rapidapi.com'

/** Ten postings a page; every page is paid for by the plan. */
const MOST_PAGES = 5
/** Pages are of ten or a few more; what is far longer is everything there is. */
const LONGEST_PAGE = 50

const NAMING: Naming = {
  label: 'JSearch',
  notFound: 'JSearch no longer answers at this address.',
  key: 'RapidAPI key',
}

const amount = z.union([z.number(), z.string()]).nullish().catch(null)

const Job = z.object({
  job_id: idText,
  job_title: requiredText,
  employer_name: requiredText,
  employer_website: text,
  employer_company_type: text,
  job_naics_name: text,
  /** The board that the posting stands on. */
  job_publisher: text,
  job_employment_type: text,
  job_employment_types: optionalTexts,
  job_apply_link: text,
  apply_options: z
    .array(z.object({ apply_link: text, is_direct: z.boolean().nullish().catch(null) }))
    .nullish()
    .catch(null),
  job_description: text,
  job_is_remote: z.unknown(),
  job_posted_at_datetime_utc: text,
  job_posted_at_timestamp: z.number().nullish().catch(null),
  job_offer_expiration_datetime_utc: text,
  job_location: text,
  job_city: text,
  job_state: text,
  job_country: text,
  job_required_skills: optionalTexts,
  job_min_salary: amount,
  job_max_salary: amount,
  job_salary_currency: text,
  job_salary_period: text,
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createJSearch(baseUrl: string = JSEARCH_URL): SourceAdapter<NoConfig> {
  const requestOf = (wishes: SearchWishes, step: Step): SourceRequest => ({
    url: withQuery(`${baseUrl}/search`, {
      query: queryOf(step.search, wishes.remoteOnly),
      page: String(step.page),
      num_pages: '1',
      country: wishes.country?.toLowerCase() ?? null,
      date_posted: windowOf(wishes.dateWindowDays),
      // The older and the newer name of the same filter.
      remote_jobs_only: wishes.remoteOnly ? 'true' : null,
      work_from_home: wishes.remoteOnly ? 'true' : null,
    }),
    headers: { accept: 'application/json', 'x-rapidapi-host': HOST },
  })
  return {
    kind: 'jsearch',
    label: 'JSearch',
    family: 'keyed',
    lists: 'search',
    about:
      'Postings of LinkedIn, Indeed, Glassdoor, ZipRecruiter and other boards that fit the campaign, as Google for Jobs lists them. Needs your own key of RapidAPI; your plan there counts every page of ten postings.',
    site: 'https://rapidapi.com/letscrape-6bRBa3QguO5/api/jsearch',
    pace: { requests: 1, seconds: 1 },
    needs: NoConfig,
    fields: [],
    keys: [
      {
        name: 'rapidapi_key',
        label: 'RapidAPI key',
        hint: 'Subscribe to JSearch at rapidapi.com, then copy the X-RapidAPI-Key from its page.',
        host: HOST,
        secret: true,
      },
    ],
    authorise: (request, keys) => ({
      ...request,
      headers: { ...request.headers, 'x-rapidapi-key': keys.rapidapi_key ?? '' },
    }),
    name: () => '',
    firstRequest: ({ wishes }) => requestOf(wishes, { search: firstOf(wishes), page: 1 }),
    read: (response, ask) => readPage(response, ask, step => requestOf(ask.wishes, step)),
  }
}

/** The alternatives go into one search, because every search is paid for; places are searched one by one. */
function searchesFor(wishes: SearchWishes): { searches: Search[]; cut: boolean } {
  const joined = alternatives(wishes.query).join(' OR ')
  const { searches, cut } = searchesOf({ ...wishes, query: '' })
  return { searches: searches.map(({ where }) => ({ what: joined, where })), cut }
}

const firstOf = (wishes: SearchWishes): Search => searchesFor(wishes).searches[0] ?? { what: '', where: '' }

function queryOf({ what, where }: Search, remoteOnly: boolean): string {
  const words = what === '' ? (remoteOnly ? 'remote jobs' : 'jobs') : what
  return where === '' ? words : `${words} in ${where}`
}

/** The smallest of JSearch's windows that holds the campaign's. */
function windowOf(days: number | null): string {
  if (days === null || days > 31) return 'all'
  if (days <= 1) return 'today'
  if (days <= 3) return '3days'
  return days <= 7 ? 'week' : 'month'
}

function readPage(
  response: SourceResponse,
  { wishes }: Ask<NoConfig>,
  requestOf: (step: Step) => SourceRequest,
): SourceReading {
  const json = readJson(response, NAMING)
  if (!json.ok) return json
  // Newer answers wrap the list once more.
  const data = isRecord(json.value) ? json.value.data : undefined
  const path = isRecord(data) ? ['data', 'jobs'] : ['data']
  const list = listAt(json.text, json.value, path, NAMING)
  if (!list.ok) return list
  const { searches, cut } = searchesFor(wishes)
  const parameters = URL.parse(response.url)?.searchParams
  const query = parameters?.get('query') ?? ''
  const search = searches.find(one => queryOf(one, wishes.remoteOnly) === query)
  const page = Number(parameters?.get('page') ?? 1)
  const more = list.elements.length > 0 && list.elements.length <= LONGEST_PAGE
  const step = stepAfter(
    { search: search ?? firstOf(wishes), page },
    searches,
    { more, most: MOST_PAGES },
    requestOf,
  )
  return {
    ok: true,
    ...readElements(list.elements, Job, toItem),
    ...step,
    ...(cut && step.next === undefined ? { cut } : {}),
  }
}

function toItem(job: Job, raw: string): SourceItem {
  const title = cleanText(job.job_title)
  const content = cleanDescription(job.job_description ?? '')
  const url = readUrl(job.job_apply_link)
  const direct = (job.apply_options ?? []).find(option => option.is_direct === true)
  const place = [job.job_city, job.job_state, job.job_country].map(part => cleanText(part ?? ''))
  const posting = postingOf({
    id: job.job_id,
    title,
    company: cleanText(job.employer_name),
    location_text: cleanText(job.job_location ?? '') || place.filter(part => part !== '').join(', '),
    description: content.text,
    description_html: content.html,
    structured: {
      ...known({
        office_city: place[0] || null,
        office_province: place[1] || null,
        office_country: readCountry(job.job_country ?? ''),
        job_type: typeOf(job, title, content.text),
      }),
      ...(readFlag(job.job_is_remote ?? '') === true ? listedAsRemote(title, content.text) : {}),
      ...payOf(job),
      ...skillsOf(job),
    },
    url,
    apply_url: readUrl(direct?.apply_link) ?? url,
    posted_at: readDate(job.job_posted_at_datetime_utc, null) ?? readDate(job.job_posted_at_timestamp, null),
    closed_at: readDate(job.job_offer_expiration_datetime_utc, null),
    source: cleanText(job.job_publisher ?? '') || null,
    industry: cleanText(job.job_naics_name ?? '') || cleanText(job.employer_company_type ?? '') || null,
    company_website: readUrl(job.employer_website),
  })
  // "3 days ago", links, scores and the day on which Google drops it change although the posting does not.
  const { apply_url: _apply, url: _url, posted_at: _posted, closed_at: _closed, ...lasting } = posting
  return { sourceKey: job.job_id, raw, mark: JSON.stringify(lasting), posting }
}

const NOT_PERMANENT =
  /(?<!\bno |\bnot |\bnot a )(?:\bcontract(?:or)?s?(?: to hire| position| role| opportunity| job| basis|[- ]based)\b|\b(?:\d+\+? ?months?|long[- ]term|short[- ]term|w-?2|1099) contract\b|\bcontract length\b|\bc2c\b|\bcorp[- ]?(?:to|2)[- ]?corp\b|\bfreelanc|\bpart[- ]time\b|\binternship\b|\bfixed[- ]term\b|\btemporary (?:position|role|assignment)\b|\bduration ?:)/i
const NOT_PERMANENT_TITLE =
  /\b(?:contract(?:or)?|c2c|corp to corp|freelance|intern(?:ship)?|part[- ]time|temp(?:orary)?|fixed[- ]term)\b/i

/** FULLTIME is what Google writes where it knows nothing: against the posting's own words it does not count. */
function typeOf(job: Job, title: string, description: string) {
  const written =
    job.job_employment_types.length > 0 ? job.job_employment_types : [job.job_employment_type ?? '']
  const type = readJobType(written)
  if (type !== 'full-time') return type
  return NOT_PERMANENT_TITLE.test(title) || NOT_PERMANENT.test(description) ? null : type
}

/** Pay is only a fact with its currency and its period; Google guesses either where a posting names none. */
function payOf(job: Job) {
  const low = readAmount(job.job_min_salary)
  const high = readAmount(job.job_max_salary)
  const currency = readCurrency(job.job_salary_currency ?? '')
  const period = readPeriod(job.job_salary_period ?? '')
  if ((low === null && high === null) || currency === null || period === null) return {}
  return known({
    salary_low: low,
    salary_high: high,
    compensation_currency: currency,
    salary_period: period,
  })
}

function skillsOf(job: Job): { skills?: string[] } {
  const skills = job.job_required_skills
    .map(skill => cleanText(skill))
    .filter(skill => /^.{1,60}$/.test(skill))
  return skills.length > 0 ? { skills: [...new Set(skills)] } : {}
}
