import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readRemote, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceRequest, SourceResponse } from './adapter.ts'
import {
  addressIn,
  companyField,
  companyName,
  listOf,
  oneLine,
  optionalAmount,
  paragraphs,
  pathParts,
  placesOf,
  readPayRanges,
  section,
  sections,
  statedFacts,
  withFront,
} from './company-boards.ts'
import {
  idText,
  type Naming,
  optionalTexts,
  originOf,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of one company's Lever site, by the public Postings API (no key; `skip` and `limit`). */

const HOSTS = { global: 'https://api.lever.co', eu: 'https://api.eu.lever.co' } as const
const PAGE_SIZE = 100

type Region = keyof typeof HOSTS

const SITE = /^[a-z0-9][a-z0-9._-]{0,99}$/i

interface Site {
  site: string
  region: Region
}

/** Site and region out of a pasted careers or API address; null when it is no Lever address. */
function siteOf(url: URL): Site | null {
  const host = /^(?:jobs|api)\.(eu\.)?lever\.co$/i.exec(url.hostname)
  if (host === null) return null
  const parts = pathParts(url)
  const api = parts[0] === 'v0' || parts[0] === 'v1'
  const site = api ? (parts[1] === 'postings' ? parts[2] : undefined) : parts[0]
  return site !== undefined && SITE.test(site) ? { site, region: host[1] ? 'eu' : 'global' } : null
}

function siteIn(typed: string): Site | null {
  const plain = typed.trim()
  // Lever tells upper case from lower case in the names of sites.
  if (SITE.test(plain) && !/(?:^|\.)lever\.co$/i.test(plain)) return { site: plain, region: 'global' }
  const url = addressIn(plain)
  return url === null ? null : siteOf(url)
}

/** `site`: its name or any address of it; `region`: where the company's data lies, known from an address. */
export const LeverConfig = z
  .object({
    site: z.string().max(500),
    region: z.enum(['global', 'eu']).optional().catch(undefined),
    company: companyName,
  })
  .transform(({ site: typed, region, company }, context) => {
    const found = siteIn(typed)
    if (found === null) {
      const message = 'Enter the name of the site, or paste an address such as https://jobs.lever.co/company.'
      context.addIssue({ code: 'custom', path: ['site'], message })
      return z.NEVER
    }
    const eu = region === 'eu' || found.region === 'eu'
    return { site: found.site, region: eu ? ('eu' as const) : ('global' as const), company }
  })
export type LeverConfig = z.infer<typeof LeverConfig>

/** A posting as the site gives it; all but id and title may be missing, and new fields do no harm. */
const Job = z.object({
  id: idText,
  text: requiredText,
  categories: z
    .object({ location: text, commitment: text, allLocations: optionalTexts })
    .nullish()
    .catch(null),
  country: text,
  workplaceType: text,
  createdAt: optionalAmount,
  opening: text,
  openingPlain: text,
  description: text,
  descriptionBody: text,
  descriptionPlain: text,
  lists: listOf(z.object({ text: text, content: text })),
  additional: text,
  additionalPlain: text,
  salaryRange: z
    .object({ min: optionalAmount, max: optionalAmount, currency: text, interval: text })
    .nullish()
    .catch(null),
  salaryDescription: text,
  salaryDescriptionPlain: text,
  hostedUrl: text,
  applyUrl: text,
})
type Job = z.infer<typeof Job>

/** The adapter; `replay` is the address of a test server. */
export function createLever(replay?: string): SourceAdapter<LeverConfig> {
  return {
    kind: 'lever',
    label: 'Lever',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Lever.',
    site: 'https://www.lever.co',
    pace: { requests: 5, seconds: 1 },
    needs: LeverConfig,
    fields: [
      {
        name: 'site',
        label: 'Site',
        hint: 'The last part of jobs.lever.co/…, or the whole address.',
        placeholder: 'acme',
        required: true,
      },
      {
        name: 'region',
        label: 'Region',
        hint: 'Europe if the address begins with jobs.eu.lever.co.',
        placeholder: '',
        required: false,
        options: [
          { value: 'global', label: 'Worldwide' },
          { value: 'eu', label: 'Europe' },
        ],
      },
      companyField,
    ],
    recognise: siteOf,
    name: ({ site, region }) => (region === 'eu' ? `${site} (Europe)` : site),
    firstRequest: ({ config }) => pageFrom(0, config, replay),
    read: (response, { config }) => readPage(response, config, replay),
  }
}

function pageFrom(skip: number, { site, region }: LeverConfig, replay: string | undefined): SourceRequest {
  const origin = originOf(HOSTS[region], replay)
  return {
    url: `${origin}/v0/postings/${encodeURIComponent(site)}?mode=json&skip=${skip}&limit=${PAGE_SIZE}`,
    headers: { accept: 'application/json' },
  }
}

function readPage(response: SourceResponse, config: LeverConfig, replay: string | undefined): SourceReading {
  const naming: Naming = {
    label: 'Lever',
    notFound: `Lever knows no company named "${config.site}"${config.region === 'eu' ? ' in Europe' : ''}.`,
  }
  const list = readList(response, [], naming)
  if (!list.ok) return list
  const read = readElements(list.elements, Job, (job, raw) => toItem(job, raw, config))
  // A full page may have another one behind it; more than was asked for is everything at once.
  if (list.elements.length !== PAGE_SIZE) return { ok: true, ...read }
  const skip = Number(URL.parse(response.url)?.searchParams.get('skip') ?? 0)
  return { ok: true, ...read, next: pageFrom(skip + PAGE_SIZE, config, replay) }
}

function toItem(job: Job, raw: string, config: LeverConfig): SourceItem {
  const { categories, salaryRange } = job
  const content = cleanDescription(fullText(job))
  const pay = readPayRanges(
    salaryRange
      ? [
          {
            low: salaryRange.min,
            high: salaryRange.max,
            currency: salaryRange.currency,
            period: salaryRange.interval,
          },
        ]
      : [],
  )
  const words = cleanDescription(job.salaryDescription ?? job.salaryDescriptionPlain ?? '').text
  const posting = postingOf({
    id: job.id,
    title: oneLine(job.text),
    company: config.company || config.site,
    location_text: placesOf([categories?.location, ...(categories?.allLocations ?? [])]),
    description: withFront(words === '' ? pay.lines : [...pay.lines, words], content.text),
    description_html: content.html,
    structured: statedFacts({
      ...pay.facts,
      office_country: readCountry(job.country),
      remote_options: job.workplaceType ? readRemote(job.workplaceType, 'workplaceType') : null,
      job_type: categories?.commitment ? readJobType([categories.commitment]) : null,
    }),
    url: readUrl(job.hostedUrl),
    apply_url: readUrl(job.applyUrl) ?? readUrl(job.hostedUrl),
    posted_at: readDate(job.createdAt, null),
  })
  return { sourceKey: job.id, raw, posting }
}

/** The whole text in the order of the page; `description` alone leaves out the lists and the closing words. */
function fullText(job: Job): string {
  const opening = job.opening?.trim() || paragraphs(job.openingPlain)
  const body = job.description?.trim() || job.descriptionBody?.trim() || paragraphs(job.descriptionPlain)
  // `description` usually begins with the opening already.
  const parts = [
    body.includes(opening) ? '' : opening,
    body,
    ...job.lists.map(list => section(list.text, list.content)),
    job.additional?.trim() || paragraphs(job.additionalPlain),
  ]
  return sections(parts.map(part => (part === '' ? '' : `<div>${part}</div>`)))
}
