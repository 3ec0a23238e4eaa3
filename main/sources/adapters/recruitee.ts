import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readSeniority, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import {
  addressIn,
  listOf,
  oneLine,
  optionalAmount,
  pathParts,
  placeOf,
  placesOf,
  provinceName,
  readableText,
  readPayRanges,
  section,
  sections,
  statedFacts,
  withFront,
} from './company-boards.ts'
import {
  optionalFlag as flag,
  idText,
  type Naming,
  originOf,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of one company's Recruitee careers site, by its public offers (no key, all in one answer). */

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
/** A name in the public system of names; no numbers of networks, no names of the house. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i
/** Names under recruitee.com that are no company. */
const NO_COMPANY = /^(?:www|app|api|auth|blog|careers-analytics|docs|help|support|status|developers?)$/i

/** The host of a careers site out of a slug, a domain or a pasted address; null when there is none in it. */
export function recruiteeHost(typed: string): string | null {
  const plain = typed.trim().toLowerCase()
  if (SLUG.test(plain)) return NO_COMPANY.test(plain) ? null : `${plain}.recruitee.com`
  const host = addressIn(plain)?.hostname ?? ''
  const slug = /^(.+)\.recruitee\.com$/.exec(host)?.[1]
  if (slug !== undefined) return SLUG.test(slug) && !NO_COMPANY.test(slug) ? host : null
  return DOMAIN.test(host) && host !== 'recruitee.com' ? host : null
}

/** An address tells by itself that it is Recruitee's: by its host, or by a path that only its sites have. */
function hostOf(url: URL): string | null {
  const parts = pathParts(url)
  const offers = parts[0] === 'api' && parts[1] === 'offers'
  const form = /(?:^|\/)o\/[^/]+\/c\/new\/?$/.test(url.pathname)
  const known = /\.recruitee\.com$/i.test(url.hostname) || offers || form
  return known && url.hostname.includes('.') ? recruiteeHost(url.hostname) : null
}

/** `site`: a slug, a domain or any address of the careers site; parsed to its host. */
export const RecruiteeConfig = z.object({
  site: readableText(
    recruiteeHost,
    'Enter the name in company.recruitee.com, or paste the address of the careers site.',
  ),
})
export type RecruiteeConfig = z.infer<typeof RecruiteeConfig>

/** An offer as the site gives it; all but id and title may be missing, and new fields do no harm. */
const Offer = z.object({
  id: idText,
  title: requiredText,
  company_name: text,
  description: text,
  requirements: text,
  location: text,
  locations: listOf(z.object({ name: text, city: text, state: text, country: text })),
  city: text,
  state_name: text,
  country: text,
  country_code: text,
  remote: flag,
  hybrid: flag,
  on_site: flag,
  salary: z
    .object({ min: optionalAmount, max: optionalAmount, period: text, currency: text })
    .nullish()
    .catch(null),
  employment_type_code: text,
  experience_code: text,
  published_at: text,
  created_at: text,
  close_at: text,
  careers_url: text,
  careers_apply_url: text,
  status: text,
})
type Offer = z.infer<typeof Offer>

/** The adapter; `replay` is the address of a test server. */
export function createRecruitee(replay?: string): SourceAdapter<RecruiteeConfig> {
  return {
    kind: 'recruitee',
    label: 'Recruitee',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Recruitee.',
    site: 'https://recruitee.com',
    pace: { requests: 2, seconds: 1 },
    needs: RecruiteeConfig,
    fields: [
      {
        name: 'site',
        label: 'Careers site',
        hint: 'The name before .recruitee.com, or the address of the careers site.',
        placeholder: 'acme.recruitee.com',
        required: true,
      },
    ],
    recognise: url => {
      const site = hostOf(url)
      return site === null ? null : { site }
    },
    name: config => companyOf(config),
    firstRequest: ({ config }) => ({
      url: `${originOf(`https://${config.site}`, replay)}/api/offers/`,
      headers: { accept: 'application/json' },
    }),
    read: (response, { config }) => readOffers(response, config),
  }
}

/** The slug, or the domain of a site under another name. */
const companyOf = ({ site }: RecruiteeConfig): string => site.replace(/\.recruitee\.com$/, '')

function readOffers(response: SourceResponse, config: RecruiteeConfig): SourceReading {
  const naming: Naming = {
    label: 'Recruitee',
    notFound: `Recruitee knows no careers site at "${config.site}".`,
  }
  const list = readList(response, ['offers'], naming)
  if (!list.ok) return list
  const toItems = (offer: Offer, raw: string) =>
    // Drafts, internal and closed offers are told by their status.
    offer.status && offer.status !== 'published' ? [] : toItem(offer, raw, config)
  return { ok: true, ...readElements(list.elements, Offer, toItems) }
}

function toItem(offer: Offer, raw: string, config: RecruiteeConfig): SourceItem {
  const { salary } = offer
  const content = cleanDescription(
    sections([section(null, offer.description), section(null, offer.requirements)]),
  )
  const pay = readPayRanges(
    salary ? [{ low: salary.min, high: salary.max, currency: salary.currency, period: salary.period }] : [],
  )
  const url = readUrl(offer.careers_url)
  const posting = postingOf({
    id: offer.id,
    title: oneLine(offer.title),
    company: oneLine(offer.company_name) || companyOf(config),
    location_text: locationOf(offer),
    description: withFront(pay.lines, content.text),
    description_html: content.html,
    structured: statedFacts({
      ...pay.facts,
      office_city: oneLine(offer.city) || null,
      office_province: provinceName(offer.state_name),
      office_country: readCountry(offer.country_code) ?? readCountry(offer.country),
      remote_options: remoteOf(offer),
      job_type: offer.employment_type_code ? readJobType([offer.employment_type_code]) : null,
      seniority_level: offer.experience_code ? readSeniority(offer.experience_code) : null,
    }),
    url,
    apply_url: readUrl(offer.careers_apply_url) ?? url,
    posted_at: readDate(offer.published_at, null) ?? readDate(offer.created_at, null),
    closed_at: readDate(offer.close_at, null),
  })
  return { sourceKey: offer.id, raw, posting }
}

function locationOf(offer: Offer): string {
  const main = placeOf(offer.city, offer.state_name, offer.country) || oneLine(offer.location)
  const places = offer.locations.map(
    ({ city, state, country, name }) => placeOf(city, state, country) || oneLine(name),
  )
  return placesOf([main, ...places])
}

/** Several flags mean a choice, which none of our values says. */
function remoteOf({ remote, hybrid, on_site }: Offer) {
  const offered = [
    remote === true ? ('remote' as const) : null,
    hybrid === true ? ('hybrid' as const) : null,
    on_site === true ? ('onsite' as const) : null,
  ].filter(one => one !== null)
  return offered.length === 1 ? (offered[0] ?? null) : null
}
