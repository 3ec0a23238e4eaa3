import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import type { JobType, SalaryPeriod } from '../../contract/values.ts'
import { cleanText } from '../../postings/rules/clean-text.ts'
import { readCountry } from '../rules/countries.ts'
import { readDate } from '../rules/dates.ts'
import { type CleanText, joinSections, sectionOf } from '../rules/sections.ts'
import { readAmount, readFlag, readJobType, readUrl } from '../rules/values.ts'
import type { SourceItem } from './adapter.ts'
import { known } from './board.ts'
import { idText, optionalTexts, postingOf, requiredText, optionalText as text } from './reading.ts'

/** One announcement of USAJOBS as a posting. */

const named = z
  .array(z.object({ Name: text, Code: text }))
  .nullish()
  .catch(null)
const textOrTexts = z
  .union([z.string().transform(one => [one]), optionalTexts])
  .nullish()
  .catch(null)
const amount = z.union([z.number(), z.string()]).nullish().catch(null)

const Remuneration = z.object({
  MinimumRange: amount,
  MaximumRange: amount,
  RateIntervalCode: text,
  Description: text,
})
type Remuneration = z.infer<typeof Remuneration>

const Descriptor = z.object({
  PositionID: text,
  PositionTitle: requiredText,
  PositionURI: text,
  ApplyURI: optionalTexts,
  OrganizationName: text,
  DepartmentName: text,
  PositionLocationDisplay: text,
  PositionLocation: z
    .array(z.object({ LocationName: text, CityName: text, CountrySubDivisionCode: text, CountryCode: text }))
    .nullish()
    .catch(null),
  PositionSchedule: named,
  PositionOfferingType: named,
  JobCategory: named,
  QualificationSummary: text,
  PositionRemuneration: z.array(Remuneration).nullish().catch(null),
  PublicationStartDate: text,
  PositionStartDate: text,
  ApplicationCloseDate: text,
  UserArea: z
    .object({
      Details: z
        .object({
          JobSummary: text,
          MajorDuties: textOrTexts,
          Education: textOrTexts,
          Requirements: textOrTexts,
          KeyRequirements: textOrTexts,
          Benefits: textOrTexts,
          OtherInformation: textOrTexts,
          WhoMayApply: z.object({ Name: text }).nullish().catch(null),
          SecurityClearance: text,
          TeleworkEligible: z.unknown(),
          RemoteIndicator: z.unknown(),
        })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
})
type Descriptor = z.infer<typeof Descriptor>

/** An element of a search's result, with the id that it goes by. */
export const Announcement = z
  .object({
    /** The control number, by which USAJOBS knows the announcement. */
    MatchedObjectId: idText.nullish().catch(null),
    MatchedObjectDescriptor: Descriptor,
  })
  .transform(({ MatchedObjectId: number, MatchedObjectDescriptor: job }) => {
    const inAddress = /\/(\d{6,})(?:[/?#]|$)/.exec(job.PositionURI ?? '')?.[1]
    return { id: number ?? inAddress ?? job.PositionID?.trim() ?? '', job }
  })
  .refine(({ id }) => id !== '', { path: ['MatchedObjectId'] })
  .refine(({ job }) => agencyOf(job) !== '', { path: ['MatchedObjectDescriptor', 'OrganizationName'] })

/** The posting of an announcement. */
export function readAnnouncement({ id, job }: z.infer<typeof Announcement>, raw: string): SourceItem {
  const url = addressOf(job.PositionURI)
  const details = job.UserArea?.Details ?? null
  const pay = payOf(job.PositionRemuneration ?? [])
  const content = textOf(job, pay.words)
  const remote = readFlag(details?.RemoteIndicator ?? '') === true
  const posting = postingOf({
    id,
    title: cleanText(job.PositionTitle),
    company: agencyOf(job),
    location_text: placesOf(job),
    description: content.text,
    description_html: content.html,
    structured: known({
      ...placeFacts(job),
      ...pay.facts,
      remote_options: remote ? 'remote' : null,
      job_type: typeOf(job),
    }),
    board_country: 'US',
    url,
    apply_url: addressOf(job.ApplyURI[0]) ?? url,
    posted_at: readDate(job.PublicationStartDate, null) ?? readDate(job.PositionStartDate, null),
    closed_at: readDate(job.ApplicationCloseDate, null),
    industry: 'Government',
  })
  // The search's own rank of an announcement stands beside it.
  return { sourceKey: id, raw, mark: JSON.stringify(posting), posting }
}

/** The agency that hires, or the department above it. */
const agencyOf = (job: Descriptor): string =>
  cleanText(job.OrganizationName ?? '') || cleanText(job.DepartmentName ?? '')

/** Addresses come with their port ("https://www.usajobs.gov:443/…"). */
function addressOf(address: string | null | undefined): string | null {
  const url = readUrl(address)
  return url === null ? null : new URL(url).href
}

const LISTED = 8

function placesOf(job: Descriptor): string {
  const names = (job.PositionLocation ?? []).map(place => cleanText(place.LocationName ?? ''))
  const places = [...new Set(names.filter(name => name !== ''))]
  const shown = cleanText(job.PositionLocationDisplay ?? '')
  if (places.length === 0) return shown
  // "Anywhere in the U.S. (remote job)" says more than the list behind it, "Multiple Locations" less.
  if (/remote|anywhere/i.test(shown)) return shown
  const listed = places.slice(0, LISTED).join('; ')
  return places.length > LISTED ? `${listed} and ${places.length - LISTED} more places` : listed
}

/** Town, state and country where there is one place; "Location Negotiable After Selection" is none. */
function placeFacts(job: Descriptor): NonNullable<ImportedPosting['structured']> {
  const places = job.PositionLocation ?? []
  const countries = new Set(places.map(place => readCountry(cleanText(place.CountryCode ?? ''))))
  const [country = null] = countries
  const facts = { office_country: countries.size === 1 ? country : null }
  const [place] = places
  if (place === undefined || places.length > 1) return facts
  const city = cleanText(place.CityName ?? '').split(',')[0] ?? ''
  const state = cleanText(place.CountrySubDivisionCode ?? '')
  return {
    ...facts,
    office_city: city === '' || /negotiable|anywhere|multiple|remote/i.test(city) ? null : city,
    office_province: /^(?:n\/?a)?$/i.test(state) ? null : state,
  }
}

const PERIODS: Readonly<Record<string, SalaryPeriod>> = {
  PA: 'year',
  PH: 'hour',
  PD: 'day',
  PW: 'week',
  PM: 'month',
}
/** The older answers write the words of the codes. */
const WORDS: readonly [RegExp, SalaryPeriod][] = [
  [/^per year$/i, 'year'],
  [/^per hour$/i, 'hour'],
  [/^per day$/i, 'day'],
  [/^per week$/i, 'week'],
  [/^per month$/i, 'month'],
]
const BIWEEKLY = /^(?:BW|bi-?weekly)$/i

interface Pay {
  facts: NonNullable<ImportedPosting['structured']>
  /** Pay that fits no period, in words; ''. */
  words: string
}

/**
 * Pay in dollars by the first rate that has a period; several rates of one period are one range. Work without
 * compensation (WC), by fee, by piece or for a stipend states no pay that could be compared.
 */
function payOf(rates: readonly Remuneration[]): Pay {
  const read = rates.map(rate => ({
    low: readAmount(rate.MinimumRange),
    high: readAmount(rate.MaximumRange),
    period: periodOf(rate),
    biweekly: BIWEEKLY.test(rate.RateIntervalCode?.trim() ?? ''),
  }))
  const paid = read.filter(rate => rate.low !== null || rate.high !== null)
  const period = paid.find(rate => rate.period !== null)?.period ?? null
  if (period === null) {
    const ends = paid
      .filter(rate => rate.biweekly)
      .flatMap(rate => [rate.low, rate.high].flatMap(end => end ?? []))
    const amounts = [...new Set(ends)].map(end => `$${end.toLocaleString('en-US')}`)
    return { facts: {}, words: amounts.length > 0 ? `Salary: ${amounts.join(' - ')} every two weeks` : '' }
  }
  const same = paid.filter(rate => rate.period === period)
  const lows = same.flatMap(rate => rate.low ?? [])
  const highs = same.flatMap(rate => rate.high ?? [])
  return {
    facts: {
      salary_low: lows.length > 0 ? Math.min(...lows) : null,
      salary_high: highs.length > 0 ? Math.max(...highs) : null,
      compensation_currency: 'USD',
      salary_period: period,
    },
    words: '',
  }
}

function periodOf({ RateIntervalCode, Description }: Remuneration): SalaryPeriod | null {
  const code = RateIntervalCode?.trim() ?? ''
  const byCode = PERIODS[code.toUpperCase()]
  if (byCode !== undefined) return byCode
  return (
    WORDS.find(
      ([words]) => words.test(code) || (code === '' && words.test(Description?.trim() ?? '')),
    )?.[1] ?? null
  )
}

/** Work for a term ("not to exceed two years") is temporary, whatever its hours are. */
function typeOf(job: Descriptor): JobType | null {
  const offered = (job.PositionOfferingType ?? []).map(one => one.Name ?? '')
  const type = readJobType(offered.filter(name => !/permanent/i.test(name)))
  if (type !== null) return type
  if (offered.some(name => /\bterm\b|not to exceed|\bNTE\b/i.test(name))) return 'temporary'
  return readJobType((job.PositionSchedule ?? []).map(one => one.Name ?? ''))
}

/** The parts of an announcement as one text. */
function textOf(job: Descriptor, pay: string): CleanText {
  const details = job.UserArea?.Details ?? null
  const telework = readFlag(details?.TeleworkEligible ?? '')
  const clearance = details?.SecurityClearance?.trim() ?? ''
  const whoMayApply = details?.WhoMayApply?.Name?.trim() ?? ''
  const lines = [
    pay,
    whoMayApply === '' ? '' : `Who may apply: ${whoMayApply}`,
    telework === null ? '' : `Telework eligible: ${telework ? 'yes' : 'no'}`,
    /^(?:|not required|none|\d+)$/i.test(clearance) ? '' : `Security clearance: ${clearance}`,
  ]
  return joinSections([
    { heading: null, text: lines.filter(line => line !== '').join('\n'), html: null },
    sectionOf('Summary', [details?.JobSummary ?? '']),
    sectionOf('Duties', details?.MajorDuties ?? []),
    sectionOf('Requirements', [...(details?.KeyRequirements ?? []), ...(details?.Requirements ?? [])]),
    sectionOf('Qualifications', [job.QualificationSummary ?? '']),
    sectionOf('Education', details?.Education ?? []),
    sectionOf('Benefits', details?.Benefits ?? []),
    sectionOf('Other information', details?.OtherInformation ?? []),
  ])
}
