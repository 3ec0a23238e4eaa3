import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readRemote, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import {
  addressIn,
  companyField,
  companyName,
  listOf,
  oneLine,
  optionalAmount,
  type PayRange,
  pathParts,
  placeOf,
  placesOf,
  provinceName,
  readableText,
  readPayRanges,
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

/** Postings of one company's Ashby job board, by the public Job Postings API (no key, whole board in one answer). */

/** Board names may hold spaces and dots. */
const BOARD = /^[\p{L}\p{N}][\p{L}\p{N} ._'&+-]{0,99}$/u

function boardOf(url: URL): string | null {
  const host = url.hostname.toLowerCase()
  const parts = pathParts(url)
  if (host === 'jobs.ashbyhq.com') return checkedBoard(parts[0] === 'embed' ? undefined : parts[0])
  if (host !== 'api.ashbyhq.com') return null
  return checkedBoard(parts[0] === 'posting-api' && parts[1] === 'job-board' ? parts[2] : undefined)
}

function checkedBoard(board: string | undefined): string | null {
  return board !== undefined && BOARD.test(board) ? board : null
}

/** Board name out of a name or a pasted careers address; null when there is none in it. */
export function ashbyBoard(typed: string): string | null {
  const plain = typed.trim()
  if (BOARD.test(plain) && !/(?:^|\.)ashbyhq\.com$/i.test(plain)) return plain
  const url = addressIn(plain)
  return url === null ? null : boardOf(url)
}

/** `board`: its name or any address of it; parsed to the name. */
export const AshbyConfig = z.object({
  board: readableText(
    ashbyBoard,
    'Enter the name of the board, or paste an address such as https://jobs.ashbyhq.com/company.',
  ),
  company: companyName,
})
export type AshbyConfig = z.infer<typeof AshbyConfig>

const Address = z
  .object({
    postalAddress: z
      .object({ addressLocality: text, addressRegion: text, addressCountry: text })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null)

const Component = z.object({
  compensationType: text,
  interval: text,
  currencyCode: text,
  minValue: optionalAmount,
  maxValue: optionalAmount,
})

/** A posting as the board gives it; all but id and title may be missing, and new fields do no harm. */
const Job = z.object({
  id: idText,
  title: requiredText,
  isListed: flag,
  location: text,
  secondaryLocations: listOf(
    z.union([z.string().transform(location => ({ location })), z.object({ location: text })]),
  ),
  address: Address,
  isRemote: flag,
  workplaceType: text,
  employmentType: text,
  publishedAt: text,
  applicationDeadline: text,
  descriptionHtml: text,
  descriptionPlain: text,
  jobUrl: text,
  applyUrl: text,
  compensation: z
    .object({
      compensationTierSummary: text,
      scrapeableCompensationSalarySummary: text,
      compensationTiers: listOf(z.object({ title: text, components: listOf(Component) })),
      summaryComponents: listOf(Component),
    })
    .nullish()
    .catch(null),
})
type Job = z.infer<typeof Job>

/** The adapter; `replay` is the address of a test server. */
export function createAshby(replay?: string): SourceAdapter<AshbyConfig> {
  const origin = originOf('https://api.ashbyhq.com', replay)
  return {
    kind: 'ashby',
    label: 'Ashby',
    family: 'ats',
    lists: 'all',
    about: 'Every open posting of a company that hires through Ashby.',
    site: 'https://www.ashbyhq.com',
    pace: { requests: 5, seconds: 1 },
    needs: AshbyConfig,
    fields: [
      {
        name: 'board',
        label: 'Board',
        hint: 'The last part of jobs.ashbyhq.com/…, or the whole address.',
        placeholder: 'acme',
        required: true,
      },
      companyField,
    ],
    recognise: url => {
      const board = boardOf(url)
      return board === null ? null : { board }
    },
    name: config => config.board,
    firstRequest: ({ config }) => ({
      url: `${origin}/posting-api/job-board/${encodeURIComponent(config.board)}?includeCompensation=true`,
      headers: { accept: 'application/json' },
    }),
    read: (response, { config }) => readBoard(response, config),
  }
}

function readBoard(response: SourceResponse, config: AshbyConfig): SourceReading {
  const naming: Naming = { label: 'Ashby', notFound: `Ashby has no public board named "${config.board}".` }
  const list = readList(response, ['jobs'], naming)
  if (!list.ok) return list
  // Unlisted postings are open only to whoever was sent the link.
  const toItems = (job: Job, raw: string) => (job.isListed === false ? [] : toItem(job, raw, config))
  return { ok: true, ...readElements(list.elements, Job, toItems) }
}

function toItem(job: Job, raw: string, config: AshbyConfig): SourceItem {
  const content = cleanDescription(job.descriptionHtml?.trim() || job.descriptionPlain || '')
  const pay = readPay(job)
  const place = job.address?.postalAddress
  const own = oneLine(job.location)
  const main = own === '' ? placeOf(place?.addressLocality, place?.addressRegion, place?.addressCountry) : own
  const posting = postingOf({
    id: job.id,
    title: oneLine(job.title),
    company: config.company || config.board,
    location_text: placesOf([main, ...job.secondaryLocations.map(one => one.location)]),
    description: withFront(pay.lines, content.text),
    description_html: content.html,
    structured: statedFacts({
      ...pay.facts,
      office_city: oneLine(place?.addressLocality) || null,
      office_province: provinceName(place?.addressRegion),
      office_country: readCountry(place?.addressCountry),
      remote_options: remoteOf(job),
      job_type: job.employmentType ? readJobType([job.employmentType]) : null,
    }),
    url: readUrl(job.jobUrl),
    apply_url: readUrl(job.applyUrl) ?? readUrl(job.jobUrl),
    posted_at: readDate(job.publishedAt, null),
    closed_at: readDate(job.applicationDeadline, null),
  })
  return { sourceKey: job.id, raw, posting }
}

/** `isRemote` is also true for hybrid jobs, so it counts only where there is no other word. */
function remoteOf({ workplaceType, isRemote }: Job) {
  if (workplaceType) return readRemote(workplaceType, 'workplaceType')
  return isRemote === true ? 'remote' : null
}

/** Salaries of all tiers; equity, commission and bonus are no salary. Where there is none, the summary's words. */
function readPay({ compensation }: Job): ReturnType<typeof readPayRanges> {
  const tiers = (compensation?.compensationTiers ?? []).flatMap(tier =>
    tier.components.map(component => ({ ...component, title: tier.title })),
  )
  const summary = (compensation?.summaryComponents ?? []).map(component => ({ ...component, title: null }))
  const ranges = [tiers, summary].map(components =>
    components
      .filter(({ compensationType }) => /^salary$/i.test(compensationType?.trim() ?? ''))
      .map(
        ({ minValue, maxValue, currencyCode, interval, title }): PayRange => ({
          low: minValue,
          high: maxValue,
          currency: currencyCode,
          period: periodOf(interval),
          title,
        }),
      ),
  )
  const pay = ranges.map(readPayRanges).find(one => one.lines.length + Object.keys(one.facts).length > 0)
  if (pay !== undefined) return pay
  const words = oneLine(
    compensation?.compensationTierSummary || compensation?.scrapeableCompensationSalarySummary,
  )
  return { facts: {}, lines: words === '' ? [] : [`Compensation: ${words}`] }
}

/** "1 YEAR" is a year; "NONE" says nothing. */
const periodOf = (interval: string | null | undefined): string =>
  (interval ?? '').replace(/^\s*(?:1\s+|none\s*$)/i, '')
