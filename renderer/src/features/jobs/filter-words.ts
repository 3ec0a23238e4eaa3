import type { CampaignId, CompanyId, SourceId } from '../../../../main/contract/ids.ts'
import { type FilterPart, type JobSort, UNSTATED } from '../../../../main/contract/job-filter.ts'
import {
  JOB_TYPE_LABELS,
  REMOTE_LABELS,
  SENIORITY_LABELS,
  STATUS_LABELS,
} from '../../../../main/contract/labels.ts'
import { JOB_STATUSES } from '../../../../main/contract/values.ts'
import { salaryText } from '../../ui/money-text.ts'
import { exactText } from '../../ui/when-text.ts'
import { countryName } from '../job/value-words.ts'
import { type JobsView, PLAIN_VIEW, showsWaiting } from './jobs-view.ts'

/** What filters and orders are called, and what could be taken away from them. */

export const SORTS: readonly { value: JobSort; label: string; reversed: string }[] = [
  { value: 'score', label: 'Best score first', reversed: 'Lowest score first' },
  { value: 'newest', label: 'Newest first', reversed: 'Oldest first' },
  { value: 'match', label: 'Best match first', reversed: 'Lowest match first' },
  { value: 'salary', label: 'Highest salary first', reversed: 'Lowest salary first' },
  { value: 'posted', label: 'Last posted first', reversed: 'First posted first' },
  { value: 'company', label: 'Company, A to Z', reversed: 'Company, Z to A' },
  { value: 'title', label: 'Title, A to Z', reversed: 'Title, Z to A' },
]

/** Stands in for a value that the posting does not state. */
export const UNSTATED_LABEL = 'Not stated'

/** "GB" → "United Kingdom". */
export const countryLabel = (code: string): string => (code === UNSTATED ? UNSTATED_LABEL : countryName(code))

const labelOf = <T extends string>(labels: Record<T, string>, value: T | typeof UNSTATED): string =>
  value === UNSTATED ? UNSTATED_LABEL : labels[value]

export const remoteLabel = (value: JobsView['remote'][number]) => labelOf(REMOTE_LABELS, value)
export const typeLabel = (value: JobsView['jobTypes'][number]) => labelOf(JOB_TYPE_LABELS, value)
export const levelLabel = (value: JobsView['levels'][number]) => labelOf(SENIORITY_LABELS, value)

/** What is known of the names behind ids; undefined: not loaded, or gone. */
export interface Names {
  campaign: (id: CampaignId) => string | undefined
  company: (id: CompanyId) => string | undefined
  source: (id: SourceId) => string | undefined
}

/** "€60,000–75,000", "from $100,000", "up to £40,000", each "or not stated" where that is shown too. */
export function payWords({ low, high, currency, unstated }: NonNullable<JobsView['salary']>): string {
  const range = salaryText(low, high, currency, null) ?? `stated pay (${currency})`
  return unstated ? `${range} or not stated` : range
}

const dayOf = (iso: string) =>
  exactText(iso)
    .replace(/, 00:00:00.*/, '')
    .replace(/:\d\d \(UTC.*\)$/, '')

/** A part of the filter that is chosen, and the view without it. */
export interface Chip {
  part: FilterPart
  key: string
  words: string
  without: JobsView
}

/** From this many values on, a part is one chip. */
const MANY = 4

/** The chosen parts of a view, but for the words in the search field, each with the view without it. */
export function chipsOf(view: JobsView, names: Names): Chip[] {
  const chips: Chip[] = []
  const one = (part: FilterPart, words: string, without: Partial<JobsView>, key: string = part) =>
    chips.push({ part, key, words, without: { ...view, ...without } })
  const each = <P extends ListPart>(part: P, label: (value: JobsView[P][number]) => string, many: string) => {
    const values: readonly JobsView[P][number][] = view[part]
    if (values.length >= MANY) one(part, `${values.length} ${many}`, { [part]: [] })
    else
      for (const value of values)
        one(part, label(value), { [part]: values.filter(other => other !== value) }, `${part} ${value}`)
  }
  if (view.campaignId !== null)
    one('campaignId', names.campaign(view.campaignId) ?? 'One campaign', { campaignId: null })
  if (view.companyId !== null)
    one('companyId', names.company(view.companyId) ?? 'One company', { companyId: null })
  each('statuses', status => STATUS_LABELS[status], 'statuses')
  each('remote', value => (value === UNSTATED ? 'Remote not stated' : remoteLabel(value)), 'kinds of place')
  if (view.salary) one('salary', `Pay ${payWords(view.salary)}`, { salary: null })
  each('countries', value => (value === UNSTATED ? 'Country not stated' : countryLabel(value)), 'countries')
  each('cities', city => city, 'cities')
  each('jobTypes', value => (value === UNSTATED ? 'Type not stated' : typeLabel(value)), 'types')
  each('levels', value => (value === UNSTATED ? 'Level not stated' : levelLabel(value)), 'levels')
  if (view.foundSince !== null)
    one('foundSince', `Found since ${dayOf(view.foundSince)}`, { foundSince: null })
  if (view.foundUntil !== null)
    one('foundUntil', `Found before ${dayOf(view.foundUntil)}`, { foundUntil: null })
  if (view.postedSince !== null)
    one('postedSince', `Posted since ${dayOf(view.postedSince)}`, { postedSince: null })
  each('companyIds', id => names.company(id) ?? 'A company', 'companies')
  each('sourceIds', id => `From ${names.source(id) ?? 'a source'}`, 'sources')
  each('foundBy', id => `Found by ${names.campaign(id) ?? 'a campaign'}`, 'finding campaigns')
  if (view.minScore !== null) one('minScore', `Score from ${view.minScore}`, { minScore: null })
  if (view.minMatch !== null) one('minMatch', `Match from ${view.minMatch}`, { minMatch: null })
  if (view.favourite) one('favourite', 'Favourites', { favourite: false })
  if (view.unread) one('unread', 'Unread', { unread: false })
  if (view.open) one('open', 'Not closed', { open: false })
  if (view.ineligible) one('ineligible', 'With hidden jobs', { ineligible: false })
  return chips
}

type ListPart = {
  [P in keyof JobsView]: JobsView[P] extends readonly unknown[] ? P : never
}[keyof JobsView]

/** The view without everything that narrows it but the searched words. */
export function cleared(view: JobsView): JobsView {
  return { ...PLAIN_VIEW, text: view.text, sort: view.sort, reversed: view.reversed }
}

/** One way to make an empty list longer. */
export interface Widening {
  /** The text of a button: "Clear the search “welder”". */
  verb: string
  /** Jobs that would be shown; null while unknown. */
  n: number | null
  view: JobsView
}

/** How a part is taken away, in words for a button; null where it narrows nothing. */
function wideningOf(view: JobsView, part: FilterPart): Omit<Widening, 'n'> | null {
  const text = view.text.trim()
  const to = (verb: string, change: Partial<JobsView>) => ({ verb, view: { ...view, ...change } })
  if (part === 'ineligible')
    return view.ineligible || !showsWaiting(view) ? null : to('Show hidden jobs too', { ineligible: true })
  if (part === 'statuses')
    return view.statuses.length > 0
      ? to('Show all open statuses', { statuses: [] })
      : to('Include rejected and archived', { statuses: [...JOB_STATUSES] })
  if (part === 'text') return text === '' ? null : to(`Clear the search “${shortened(text)}”`, { text: '' })
  const value = view[part]
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return null
  return to(`Show ${WIDER[part]}`, { [part]: PLAIN_VIEW[part] })
}

const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const WIDER: Record<Exclude<FilterPart, 'text' | 'ineligible' | 'statuses'>, string> = {
  campaignId: 'all campaigns',
  companyId: 'all companies',
  companyIds: 'all companies',
  favourite: 'not only favourites',
  foundSince: 'jobs found earlier',
  foundUntil: 'jobs found later',
  postedSince: 'jobs posted at any time',
  sourceIds: 'all sources',
  foundBy: 'what any campaign found',
  remote: 'remote and on site',
  jobTypes: 'all employment types',
  levels: 'all levels',
  countries: 'all countries',
  cities: 'all cities',
  salary: 'any pay',
  minScore: 'any score',
  minMatch: 'any match',
  unread: 'read jobs too',
  open: 'closed postings too',
}

/** The parts by which an empty list is widened while nothing is known of the numbers, the likeliest first. */
const LIKELIEST: readonly FilterPart[] = [
  'text',
  'foundSince',
  'foundUntil',
  'postedSince',
  'salary',
  'cities',
  'countries',
  'companyId',
  'companyIds',
  'remote',
  'jobTypes',
  'levels',
  'minScore',
  'minMatch',
  'sourceIds',
  'foundBy',
  'favourite',
  'unread',
  'open',
  'campaignId',
  'statuses',
]

/**
 * What could be taken away from a view without results. `relax`: the parts that help and how many jobs each brings,
 * the most first; undefined: not known. `hidden`: waiting jobs that rules hide.
 */
export function widenings(
  view: JobsView,
  relax: readonly { part: FilterPart; n: number }[] | undefined,
  hidden = 0,
): Widening[] {
  const known = relax?.map(one => ({ part: one.part, n: one.n as number | null }))
  const parts = known ?? LIKELIEST.map(part => ({ part, n: null }))
  const found = parts.flatMap(({ part, n }) => {
    const widening = wideningOf(view, part)
    return widening ? [{ ...widening, n }] : []
  })
  const shows = hidden > 0 && !found.some(one => one.view.ineligible) ? wideningOf(view, 'ineligible') : null
  return shows ? [...found, { ...shows, n: hidden }] : found
}
