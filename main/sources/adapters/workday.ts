import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readRemote, readUrl } from '../rules/values.ts'
import type {
  Ask,
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
  oneLine,
  placesOf,
  readableText,
  statedFacts,
} from './company-boards.ts'
import {
  isRecord,
  type Naming,
  optionalNumber,
  optionalTexts,
  originOf,
  postingOf,
  readElements,
  readJson,
  readList,
  reasonOf,
  requiredText,
  optionalText as text,
  withDetail,
} from './reading.ts'
import { siteOf, type WorkdaySite, workdayAddress } from './workday-address.ts'

/**
 * Postings of one company's Workday careers site, by the calls that the site itself makes (no key, undocumented): a
 * list of 20 at a time without texts, and one call for each text.
 */

const PAGE_SIZE = 20
/** Workday counts no further. */
const MOST = 2000

/** `address`: any address of the careers site; parsed to that of its first page. */
export const WorkdayConfig = z.object({
  address: readableText(
    workdayAddress,
    'Paste an address of the careers site, such as https://company.wd3.myworkdayjobs.com/Careers.',
  ),
  company: companyName,
})
export type WorkdayConfig = z.infer<typeof WorkdayConfig>

function configured({ address }: WorkdayConfig): WorkdaySite {
  const site = siteOf(new URL(address))
  if (site === null) throw new Error('The address was not checked before it was used')
  return site
}

/** A posting as the list gives it; which words stand in `bulletFields` is the company's choice. */
const Posting = z.object({
  title: requiredText,
  externalPath: z.string().regex(/^\/[^/\s]/),
  locationsText: text,
  postedOn: text,
  bulletFields: optionalTexts,
  remoteType: text,
  timeType: text,
})
type Posting = z.infer<typeof Posting>

const Country = z.object({ descriptor: text, alpha2Code: text }).nullish().catch(null)

const Detail = z.object({
  jobPostingInfo: z.object({
    title: text,
    jobDescription: requiredText,
    location: text,
    additionalLocations: optionalTexts,
    startDate: text,
    endDate: text,
    timeType: text,
    remoteType: text,
    externalUrl: text,
    country: Country,
    jobRequisitionLocation: z.object({ country: Country }).nullish().catch(null),
  }),
})

/** The adapter; `replay` is the address of a test server. */
export function createWorkday(replay?: string): SourceAdapter<WorkdayConfig> {
  return {
    kind: 'workday',
    label: 'Workday',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Workday, up to 2,000.',
    site: 'https://www.workday.com',
    pace: { requests: 4, seconds: 1 },
    needs: WorkdayConfig,
    fields: [
      {
        name: 'address',
        label: 'Address',
        hint: 'The address of the company’s careers site at myworkdayjobs.com or myworkdaysite.com.',
        placeholder: 'https://acme.wd3.myworkdayjobs.com/Careers',
        required: true,
      },
      companyField,
    ],
    recognise: url => {
      const site = siteOf(url)
      return site === null ? null : { address: site.page }
    },
    name(config) {
      const { tenant, site } = configured(config)
      return `${tenant} (${site})`
    },
    firstRequest: ({ config }) => pageFrom({ offset: 0, total: 0 }, configured(config), replay),
    read: (response, ask) => readPage(response, ask, replay),
    readDetail: (item, response) => readDetail(item, response),
  }
}

const callsOf = ({ host, tenant, site }: WorkdaySite, replay: string | undefined): string =>
  `${originOf(`https://${host}`, replay)}/wday/cxs/${encodeURIComponent(tenant)}/${encodeURIComponent(site)}`

const HEADERS = { accept: 'application/json', 'accept-language': 'en-US' }

/** How far the reading is; `total` as the first page gave it, since later ones may say 0. */
interface Progress {
  offset: number
  total: number
}

/** The progress stands in the part of the address that is never sent, so that the answer is known by it. */
function pageFrom({ offset, total }: Progress, site: WorkdaySite, replay: string | undefined): SourceRequest {
  return {
    url: `${callsOf(site, replay)}/jobs${offset === 0 ? '' : `#${offset}/${total}`}`,
    method: 'POST',
    headers: { ...HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify({ appliedFacets: {}, limit: PAGE_SIZE, offset, searchText: '' }),
  }
}

function progressOf(url: string): Progress {
  const [, offset = '0', total = '0'] = /#(\d+)\/(\d+)$/.exec(url) ?? []
  return { offset: Number(offset), total: Number(total) }
}

function readPage(
  response: SourceResponse,
  ask: Ask<WorkdayConfig>,
  replay: string | undefined,
): SourceReading {
  const site = configured(ask.config)
  const naming: Naming = { label: 'Workday', notFound: `Workday has no careers site at ${site.page}.` }
  const list = readList(response, ['jobPostings'], naming)
  if (!list.ok) return list
  const read = readElements(list.elements, Posting, (posting, raw) => toItem(posting, raw, ask, site, replay))
  const before = progressOf(response.url)
  const stated = isRecord(list.value) ? (optionalNumber.parse(list.value.total) ?? 0) : 0
  const total = Math.max(stated, before.total)
  const offset = before.offset + list.elements.length
  const more = list.elements.length > 0 && (total === 0 ? list.elements.length >= PAGE_SIZE : offset < total)
  return {
    ok: true,
    ...read,
    ...(more ? { next: pageFrom({ offset, total }, site, replay) } : {}),
    // The total is never told beyond this number; a listing that breaks off before its end says nothing of the rest.
    ...(total >= MOST || (!more && offset < total) ? { cut: true } : {}),
  }
}

function toItem(
  posting: Posting,
  raw: string,
  { config, now }: Ask<WorkdayConfig>,
  site: WorkdaySite,
  replay: string | undefined,
): SourceItem {
  const { title, externalPath, locationsText, postedOn, bulletFields, remoteType, timeType } = posting
  const sourceKey = keyOf(externalPath)
  const page = readUrl(`${site.page}${externalPath}`)
  return {
    sourceKey,
    raw,
    // "Posted 3 Days Ago" is another text every day.
    mark: JSON.stringify([title, externalPath, locationsText, bulletFields, remoteType, timeType]),
    posting: postingOf({
      id: sourceKey,
      title: oneLine(title),
      company: config.company || site.tenant,
      location_text: locationOf(locationsText, externalPath),
      structured: statedFacts({
        remote_options: remoteType ? readRemote(remoteType, 'remoteType') : null,
        job_type: timeType ? readJobType([timeType]) : null,
      }),
      url: page,
      apply_url: page,
      posted_at: postedDay(postedOn, now),
    }),
    detail: { url: new URL(`${callsOf(site, replay)}${externalPath}`).href, headers: HEADERS },
  }
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The requisition at the end of the path stays when title and place change; some sites put none there. */
function keyOf(externalPath: string): string {
  return /_([a-z0-9-]*\d[a-z0-9-]*)$/i.exec(externalPath)?.[1] ?? externalPath
}

/** "5 Locations" is no place; the path then still holds the first one. */
function locationOf(locationsText: string | null | undefined, externalPath: string): string {
  const stated = oneLine(locationsText)
  if (stated !== '' && !/^\d+\s+Locations?$/i.test(stated)) return stated
  const slug = /^\/job\/([^/]+)\/[^/]+$/.exec(decodedPath(externalPath))?.[1] ?? ''
  return oneLine(slug.replace(/-{2,}/g, ', ').replaceAll('-', ' '))
}

const DAY = 86_400_000

/** The day that "Posted 3 Days Ago" means when it is read at `now`; "30+ Days Ago" means none. */
export function postedDay(words: string | null | undefined, now: string): string | null {
  const plain = (words ?? '').trim().replace(/^posted\s+/i, '')
  const days = /^today$/i.test(plain)
    ? 0
    : /^yesterday$/i.test(plain)
      ? 1
      : Number(/^(\d{1,3}) days? ago$/i.exec(plain)?.[1] ?? Number.NaN)
  const today = Date.parse(now.slice(0, 10))
  return Number.isNaN(days) || Number.isNaN(today) ? null : new Date(today - days * DAY).toISOString()
}

function readDetail(item: SourceItem, response: SourceResponse): DetailReading {
  const json = readJson(response, detailNaming('Workday', item))
  if (!json.ok) return json
  const read = Detail.safeParse(json.value)
  if (!read.success) {
    const message = `The text of "${item.posting.title}" at Workday could not be read. ${reasonOf(read.error)}`
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  const info = read.data.jobPostingInfo
  const content = cleanDescription(info.jobDescription)
  const country = info.country ?? info.jobRequisitionLocation?.country
  const stated = statedFacts({
    office_country: readCountry(country?.alpha2Code) ?? readCountry(country?.descriptor),
    remote_options: info.remoteType ? readRemote(info.remoteType, 'remoteType') : null,
    job_type: info.timeType ? readJobType([info.timeType]) : null,
  })
  const url = readUrl(info.externalUrl) ?? item.posting.url
  const posting = {
    ...item.posting,
    title: oneLine(info.title) || item.posting.title,
    location_text: placesOf([info.location, ...info.additionalLocations]) || item.posting.location_text,
    description: content.text,
    description_html: content.html,
    structured: { ...item.posting.structured, ...stated },
    url,
    apply_url: url,
    posted_at: readDate(info.startDate, null) ?? item.posting.posted_at,
    closed_at: readDate(info.endDate, null),
  }
  return { ok: true, item: { ...item, raw: withDetail(item.raw, json.text), posting } }
}
