import { z } from 'zod'
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
  addressIn,
  detailNaming,
  listOf,
  oneLine,
  pathParts,
  placeOf,
  provinceName,
  readableText,
  section,
  sections,
  statedFacts,
} from './company-boards.ts'
import {
  optionalFlag as flag,
  idText,
  isRecord,
  type Naming,
  optionalNumber,
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

/** Postings of one company at SmartRecruiters, by the public Posting API (no key; the texts come one by one). */

const PAGE_SIZE = 100

/** SmartRecruiters tells upper case from lower case in it. */
const COMPANY = /^[a-z0-9][a-z0-9_-]{0,99}$/i

/** Parts of addresses that stand where a company usually does. */
const NO_COMPANY = new Set([
  'ni',
  'oneclick-ui',
  'company',
  'careers',
  'jobs',
  'my-applications',
  'v1',
  'account',
])

function companyOf(url: URL): string | null {
  const parts = pathParts(url)
  if (/^(?:careers|jobs)\.smartrecruiters\.com$/i.test(url.hostname)) {
    const at = parts[0] === 'oneclick-ui' && parts[1] === 'company' ? 2 : parts[0] === 'ni' ? 1 : 0
    return checkedCompany(parts[at])
  }
  if (/^api\.smartrecruiters\.com$/i.test(url.hostname) && parts[1] === 'companies')
    return checkedCompany(parts[2])
  return null
}

function checkedCompany(company: string | undefined): string | null {
  const usable = company !== undefined && COMPANY.test(company) && !NO_COMPANY.has(company.toLowerCase())
  return usable ? company : null
}

/** Company identifier out of an identifier or a pasted careers address; null when there is none in it. */
export function smartRecruitersCompany(typed: string): string | null {
  const plain = typed.trim()
  if (COMPANY.test(plain)) return plain
  const url = addressIn(plain)
  return url === null ? null : companyOf(url)
}

/** `company`: its identifier or any address of its postings; parsed to the identifier. */
export const SmartRecruitersConfig = z.object({
  company: readableText(
    smartRecruitersCompany,
    'Enter the company as in the address, or paste one such as https://careers.smartrecruiters.com/Company.',
  ),
})
export type SmartRecruitersConfig = z.infer<typeof SmartRecruitersConfig>

const Label = z.object({ id: text, label: text }).nullish().catch(null)

/** A posting as the list gives it; all but id and name may be missing, and new fields do no harm. */
const Posting = z.object({
  id: idText,
  name: requiredText,
  company: z.object({ name: text }).nullish().catch(null),
  releasedDate: text,
  location: z
    .object({ city: text, region: text, country: text, remote: flag, hybrid: flag, fullLocation: text })
    .nullish()
    .catch(null),
  industry: Label,
  typeOfEmployment: Label,
  experienceLevel: Label,
  customField: listOf(z.object({ fieldLabel: text, valueLabel: text })),
  visibility: text,
})
type Posting = z.infer<typeof Posting>

const Section = z.object({ title: text, text: text }).nullish().catch(null)

const Detail = z.object({
  postingUrl: text,
  applyUrl: text,
  jobAd: z.object({
    sections: z.object({
      companyDescription: Section,
      jobDescription: Section,
      qualifications: Section,
      additionalInformation: Section,
    }),
  }),
})

/** The adapter; `replay` is the address of a test server. */
export function createSmartRecruiters(replay?: string): SourceAdapter<SmartRecruitersConfig> {
  const origin = originOf('https://api.smartrecruiters.com', replay)
  return {
    kind: 'smartrecruiters',
    label: 'SmartRecruiters',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through SmartRecruiters.',
    site: 'https://www.smartrecruiters.com',
    pace: { requests: 5, seconds: 1 },
    needs: SmartRecruitersConfig,
    fields: [
      {
        name: 'company',
        label: 'Company',
        hint: 'The part after careers.smartrecruiters.com/ with its capital letters, or the whole address.',
        placeholder: 'Acme',
        required: true,
      },
    ],
    recognise: url => {
      const company = companyOf(url)
      return company === null ? null : { company }
    },
    name: config => config.company,
    firstRequest: ({ config }) => pageFrom(0, config, origin),
    read: (response, { config }) => readPage(response, config, origin),
    readDetail: (item, response) => readDetail(item, response),
  }
}

const postingsUrl = (origin: string, { company }: SmartRecruitersConfig): string =>
  `${origin}/v1/companies/${encodeURIComponent(company)}/postings`

const ACCEPT = { accept: 'application/json' }

function pageFrom(offset: number, config: SmartRecruitersConfig, origin: string): SourceRequest {
  return { url: `${postingsUrl(origin, config)}?limit=${PAGE_SIZE}&offset=${offset}`, headers: ACCEPT }
}

function readPage(response: SourceResponse, config: SmartRecruitersConfig, origin: string): SourceReading {
  const naming: Naming = {
    label: 'SmartRecruiters',
    notFound: `SmartRecruiters knows no company named "${config.company}".`,
  }
  const list = readList(response, ['content'], naming)
  if (!list.ok) return list
  const toItems = (posting: Posting, raw: string) =>
    // Internal postings are no offers to the person.
    /^internal$/i.test(posting.visibility ?? '') ? [] : toItem(posting, raw, config, origin)
  const read = readElements(list.elements, Posting, toItems)
  const total = isRecord(list.value) ? optionalNumber.parse(list.value.totalFound) : null
  const seen = Number(URL.parse(response.url)?.searchParams.get('offset') ?? 0) + list.elements.length
  const more = list.elements.length > 0 && seen < (total ?? 0)
  if (more) return { ok: true, ...read, next: pageFrom(seen, config, origin) }
  // A listing that breaks off before its end says nothing of what it lacks.
  return { ok: true, ...read, ...(seen < (total ?? 0) ? { cut: true } : {}) }
}

function toItem(posting: Posting, raw: string, config: SmartRecruitersConfig, origin: string): SourceItem {
  const { location, typeOfEmployment, experienceLevel } = posting
  const page = `https://jobs.smartrecruiters.com/${encodeURIComponent(config.company)}/${encodeURIComponent(posting.id)}`
  const types = [typeOfEmployment?.label, typeOfEmployment?.id].flatMap(word => word ?? [])
  return {
    sourceKey: posting.id,
    raw,
    posting: postingOf({
      id: posting.id,
      title: oneLine(posting.name),
      company: oneLine(posting.company?.name) || config.company,
      location_text:
        oneLine(location?.fullLocation) || placeOf(location?.city, location?.region, location?.country),
      structured: statedFacts({
        office_city: oneLine(location?.city) || null,
        office_province: provinceName(location?.region),
        office_country: readCountry(location?.country),
        remote_options: remoteOf(posting),
        job_type: types.length === 0 ? null : readJobType(types),
        seniority_level: experienceLevel?.label ? readSeniority(experienceLevel.label) : null,
      }),
      url: page,
      apply_url: page,
      posted_at: readDate(posting.releasedDate, null),
      industry: oneLine(posting.industry?.label) || null,
    }),
    detail: { url: `${postingsUrl(origin, config)}/${encodeURIComponent(posting.id)}`, headers: ACCEPT },
  }
}

const WORKPLACE_FIELD =
  /\b(?:remote|hybrid|work(?:place|ing)?[ -]?(?:flexibility|model|arrangement|type|mode))\b/i

/** The flags of the place; where both are false, a field of the company's own that is about nothing else. */
function remoteOf({ location, customField }: Posting) {
  if (location?.hybrid === true) return 'hybrid'
  if (location?.remote === true) return 'remote'
  const field = customField.find(one => WORKPLACE_FIELD.test(one.fieldLabel ?? ''))
  return field?.valueLabel ? readRemote(field.valueLabel, field.fieldLabel ?? '') : null
}

function readDetail(item: SourceItem, response: SourceResponse): DetailReading {
  const naming = detailNaming('SmartRecruiters', item)
  const json = readJson(response, naming)
  if (!json.ok) return json
  const read = Detail.safeParse(json.value)
  if (!read.success) {
    const message = `The text of "${item.posting.title}" at SmartRecruiters could not be read. ${reasonOf(read.error)}`
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  const ad = read.data.jobAd.sections
  // The company's words about itself come first on the page too.
  const parts = [ad.companyDescription, ad.jobDescription, ad.qualifications, ad.additionalInformation]
  const content = cleanDescription(sections(parts.map(part => section(part?.title, part?.text))))
  const url = readUrl(read.data.postingUrl) ?? item.posting.url
  const posting = {
    ...item.posting,
    description: content.text,
    description_html: content.html,
    url,
    apply_url: readUrl(read.data.applyUrl) ?? url,
  }
  return { ok: true, item: { ...item, raw: withDetail(item.raw, json.text), posting } }
}
