import { z } from 'zod'
import type { JobType } from '../../contract/values.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readRemote, readSeniority, readUrl } from '../rules/values.ts'
import type {
  DetailReading,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import {
  companyField,
  companyName,
  detailNaming,
  listOf,
  oneLine,
  placeOf,
  placesOf,
  provinceName,
  readableText,
  section,
  sections,
  statedFacts,
} from './company-boards.ts'
import {
  optionalFlag as flag,
  isRecord,
  listAt,
  type Naming,
  optionalText,
  originOf,
  postingOf,
  readElements,
  readJson,
  requiredText,
  optionalText as text,
  withDetail,
} from './reading.ts'
import { accountOf, workableAccount } from './workable-address.ts'

/**
 * Postings of one company's Workable account. The careers page's own list (version 3, page by page) says most about
 * each posting but holds no texts, which come one by one; where that list has another form, the widget for websites
 * brings all postings with their texts in one answer.
 */

/** `account`: its name or any address of its careers page; parsed to the name. */
export const WorkableConfig = z.object({
  account: readableText(
    workableAccount,
    'Enter the name of the account, or paste an address such as https://apply.workable.com/company.',
  ),
  company: companyName,
})
export type WorkableConfig = z.infer<typeof WorkableConfig>

const Place = z.object({ country: text, countryCode: text, city: text, region: text, hidden: flag })

/** A posting of either list; all but shortcode and title may be missing, and new fields do no harm. */
const Job = z.object({
  shortcode: requiredText,
  title: requiredText,
  location: Place.nullish().catch(null),
  locations: listOf(Place),
  state: text,
  isInternal: flag,
  published: text,
  type: text,
  workplace: text,
  remote: flag,
  // The widget's own names.
  url: text,
  city: text,
  country: text,
  telecommuting: flag,
  employment_type: text,
  experience: text,
  industry: text,
  published_on: text,
  description: text,
})
type Job = z.infer<typeof Job>

const Detail = z.object({
  description: text,
  requirements: text,
  benefits: text,
  workplace: text,
  type: text,
})

const ACCEPT = { accept: 'application/json' }

/** The adapter; `replay` is the address of a test server. */
export function createWorkable(replay?: string): SourceAdapter<WorkableConfig> {
  const origin = originOf('https://apply.workable.com', replay)
  return {
    kind: 'workable',
    label: 'Workable',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Workable.',
    site: 'https://www.workable.com',
    // Workable soon asks to slow down.
    pace: { requests: 1, seconds: 1 },
    needs: WorkableConfig,
    fields: [
      {
        name: 'account',
        label: 'Account',
        hint: 'The part after apply.workable.com/, or the whole address.',
        placeholder: 'acme',
        required: true,
      },
      companyField,
    ],
    recognise: url => {
      const account = accountOf(url)
      return account === null ? null : { account }
    },
    name: config => config.account,
    firstRequest: ({ config }) => listPage(config, origin),
    read: (response, { config }) => readPage(response, config, origin),
    readDetail: (item, response) => readDetail(item, response),
  }
}

function listPage({ account }: WorkableConfig, origin: string, token?: string): SourceRequest {
  const all = { query: '', location: [], department: [], worktype: [], remote: [] }
  return {
    url: `${origin}/api/v3/accounts/${encodeURIComponent(account)}/jobs`,
    method: 'POST',
    headers: { ...ACCEPT, 'content-type': 'application/json' },
    body: JSON.stringify(token === undefined ? all : { ...all, token }),
  }
}

function widget({ account }: WorkableConfig, origin: string): SourceRequest {
  const path = `/api/v1/widget/accounts/${encodeURIComponent(account)}?details=true`
  return { url: `${origin}${path}`, headers: ACCEPT }
}

const CHANGED = 'The answer of Workable holds no list of jobs; its form may have changed.'

function readPage(response: SourceResponse, config: WorkableConfig, origin: string): SourceReading {
  const naming: Naming = {
    label: 'Workable',
    notFound: `Workable knows no company named "${config.account}".`,
  }
  const fromWidget = URL.parse(response.url)?.pathname.includes('/widget/') ?? false
  const otherWay = (error: SourceReading): SourceReading =>
    fromWidget || response.status !== 200
      ? error
      : { ok: true, items: [], unread: [], next: widget(config, origin) }
  const json = readJson(response, naming)
  // The list has answered before the widget is asked, so the account is there.
  if (!json.ok && json.error.code === 'not_found' && fromWidget)
    return { ok: false, error: { code: 'changed', message: CHANGED, retryable: false } }
  if (!json.ok) return otherWay(json)
  const top = isRecord(json.value) ? json.value : {}
  const isWidget = Array.isArray(top.jobs)
  const list = listAt(json.text, json.value, [isWidget ? 'jobs' : 'results'], naming)
  if (!list.ok) return otherWay(list)
  const company = config.company || oneLine(optionalText.parse(top.name)) || config.account
  const read = readElements(list.elements, Job, (job, raw) => {
    if (isWidget) return toItem(fromWidgetJob(job), raw, company, config, origin)
    const open = job.isInternal !== true && (!job.state || job.state === 'published')
    return open ? toItem(job, raw, company, config, origin) : []
  })
  const items = withoutRepeats(read.items)
  const token = optionalText.parse(top.nextPage) || optionalText.parse(top.token)
  if (!token || list.elements.length === 0) return { ok: true, items, unread: read.unread }
  return { ok: true, items, unread: read.unread, next: listPage(config, origin, token) }
}

/** The widget writes the place beside the rest; its `state` is a part of a country, not whether a posting is open. */
function fromWidgetJob(job: Job): Job {
  const { city, state: region, country } = job
  return { ...job, location: { city, region, country, countryCode: null, hidden: false } }
}

function toItem(
  job: Job,
  raw: string,
  company: string,
  { account }: WorkableConfig,
  origin: string,
): SourceItem {
  const place = job.location ?? job.locations[0]
  const url =
    readUrl(job.url) ?? `https://apply.workable.com/${encodeURIComponent(account)}/j/${job.shortcode}/`
  const content = cleanDescription(job.description ?? '')
  const code = encodeURIComponent(job.shortcode)
  const detail = {
    url: `${origin}/api/v2/accounts/${encodeURIComponent(account)}/jobs/${code}`,
    headers: ACCEPT,
  }
  return {
    sourceKey: job.shortcode,
    raw,
    posting: postingOf({
      id: job.shortcode,
      title: oneLine(job.title),
      company,
      location_text: placesOf([
        placeOf(place?.city, place?.region, place?.country),
        ...job.locations
          .filter(one => one.hidden !== true)
          .map(one => placeOf(one.city, one.region, one.country)),
      ]),
      description: content.text,
      description_html: content.html,
      structured: statedFacts({
        office_city: oneLine(place?.city) || null,
        office_province: provinceName(place?.region),
        office_country: readCountry(place?.countryCode) ?? readCountry(place?.country),
        remote_options: remoteOf(job),
        job_type: typeOf(job.type ?? job.employment_type),
        seniority_level: job.experience ? readSeniority(job.experience) : null,
      }),
      url,
      apply_url: url,
      posted_at: readDate(job.published, null) ?? readDate(job.published_on, null),
      industry: oneLine(job.industry) || null,
    }),
    // The widget has brought the text already.
    ...(content.text === '' ? { detail } : {}),
  }
}

function remoteOf({ workplace, remote, telecommuting }: Pick<Job, 'workplace' | 'remote' | 'telecommuting'>) {
  if (workplace) return readRemote(workplace, 'workplace')
  return remote === true || telecommuting === true ? 'remote' : null
}

/** Version 3 writes "full" and "part" for what the widget calls "Full-time" and "Part-time". */
function typeOf(type: string | null | undefined): JobType | null {
  if (!type) return null
  return readJobType([/^(?:full|part)$/i.test(type) ? `${type}-time` : type])
}

/** The widget writes a posting once for each of its places. */
function withoutRepeats(items: readonly SourceItem[]): SourceItem[] {
  const byKey = new Map<string, SourceItem>()
  for (const item of items) {
    const known = byKey.get(item.sourceKey)
    if (known === undefined) byKey.set(item.sourceKey, item)
    else
      byKey.set(item.sourceKey, {
        ...known,
        mark: `${known.mark ?? known.raw}\n${item.raw}`,
        posting: {
          ...known.posting,
          location_text: placesOf([known.posting.location_text, item.posting.location_text]),
        },
      })
  }
  return [...byKey.values()]
}

function readDetail(item: SourceItem, response: SourceResponse): DetailReading {
  const json = readJson(response, detailNaming('Workable', item))
  if (!json.ok) return json
  const read = Detail.safeParse(json.value)
  if (!read.success || !(read.data.description?.trim() || read.data.requirements?.trim())) {
    const message = `The text of "${item.posting.title}" at Workable could not be read.`
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  const { description, requirements, benefits, workplace, type } = read.data
  const content = cleanDescription(
    sections([
      section(null, description),
      section('Requirements', requirements),
      section('Benefits', benefits),
    ]),
  )
  const stated = statedFacts({
    remote_options: workplace ? readRemote(workplace, 'workplace') : null,
    job_type: typeOf(type),
  })
  const posting = {
    ...item.posting,
    description: content.text,
    description_html: content.html,
    structured: { ...item.posting.structured, ...stated },
  }
  return { ok: true, item: { ...item, raw: withDetail(item.raw, json.text), posting } }
}
