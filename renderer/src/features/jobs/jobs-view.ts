import { z } from 'zod'
import { CampaignId, CompanyId, SourceId } from '../../../../main/contract/ids.ts'
import { ANY_JOB, JobFilter, JobSort, UNSTATED } from '../../../../main/contract/job-filter.ts'
import {
  JOB_STATUSES,
  JOB_TYPES,
  type JobStatus,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../../../main/contract/values.ts'

/**
 * What the jobs list shows: its filter and its order. It stands in the address, so that back, forward and links bring
 * it back. Chosen values of a vocabulary are in its order, "not stated" last; ids and names stand once.
 */
export interface JobsView extends JobFilter {
  sort: JobSort
  /** The other end first. */
  reversed: boolean
}

/** The view of a plain `/jobs`. */
export const PLAIN_VIEW: JobsView = { ...ANY_JOB, sort: 'score', reversed: false }

/** The statuses of an empty status filter. */
export const OPEN_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** Most values of one part that the contract takes. */
const MOST = 100
const Score = z.coerce.number().int().min(0).max(100)

/** Those of a vocabulary that a part of an address names, in its order, and "not stated" last. */
function chosen<T extends string>(text: string | null, known: readonly T[]): (T | typeof UNSTATED)[] {
  const wanted = new Set<string>((text ?? '').split(','))
  const values: (T | typeof UNSTATED)[] = [...known, UNSTATED]
  return values.filter(value => wanted.has(value))
}

function idsIn<S extends z.ZodType>(text: string | null, schema: S): z.output<S>[] {
  const read = (text ?? '').split(',').flatMap(one => schema.safeParse(Number(one)).data ?? [])
  return [...new Set(read)].slice(0, MOST)
}

/** An instant in whole, or the day that it begins ("2026-11-21", UTC). */
function instant(text: string | null): string | null {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** "100000..150000USD" with either end left out where it is open. */
function readPay(text: string | null, unstated: boolean): JobFilter['salary'] {
  const match = /^(\d{0,10})\.\.(\d{0,10})([A-Z]{3})$/.exec(text ?? '')
  const [, low = '', high = '', currency] = match ?? []
  const read = JobFilter.shape.salary.safeParse({
    low: low === '' ? null : Number(low),
    high: high === '' ? null : Number(high),
    currency,
    unstated,
  })
  return read.success ? read.data : null
}

/** The view that an address asks for; what cannot be read counts as absent. */
export function readJobsView(params: URLSearchParams): JobsView {
  const flag = (name: string) => params.get(name) === '1'
  const score = (name: string) => (params.get(name) ? (Score.safeParse(params.get(name)).data ?? null) : null)
  const statuses = new Set((params.get('status') ?? '').split(','))
  const countries = (params.get('country') ?? '').split(',')
  const cities = params.getAll('city').flatMap(one => JobFilter.shape.cities.safeParse([one]).data ?? [])
  return {
    text: (params.get('q') ?? '').slice(0, 10_000),
    campaignId: CampaignId.safeParse(Number(params.get('campaign'))).data ?? null,
    statuses: JOB_STATUSES.filter(status => statuses.has(status)),
    favourite: flag('favourites'),
    ineligible: flag('hidden'),
    companyId: CompanyId.safeParse(Number(params.get('company'))).data ?? null,
    foundSince: instant(params.get('since')),
    foundUntil: instant(params.get('until')),
    postedSince: instant(params.get('posted')),
    companyIds: idsIn(params.get('companies'), CompanyId),
    sourceIds: idsIn(params.get('sources'), SourceId),
    foundBy: idsIn(params.get('by'), CampaignId),
    remote: chosen(params.get('remote'), REMOTE_OPTIONS),
    jobTypes: chosen(params.get('type'), JOB_TYPES),
    levels: chosen(params.get('level'), SENIORITY_LEVELS),
    countries: [...new Set(countries)]
      .flatMap(one => JobFilter.shape.countries.safeParse([one]).data ?? [])
      .slice(0, MOST),
    cities: [...new Set(cities)].slice(0, MOST),
    salary: readPay(params.get('pay'), flag('nopay')),
    minScore: score('score'),
    minMatch: score('match'),
    unread: flag('unread'),
    open: flag('open'),
    sort: JobSort.safeParse(params.get('sort')).data ?? 'score',
    reversed: flag('reversed'),
  }
}

/** The query of a view's address, with "?" and without what is plain; '' for the plain view. */
export function jobsQuery(view: JobsView): string {
  const params = new URLSearchParams()
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.set(name, String(value))
  }
  const flag = (name: string, on: boolean) => put(name, on ? '1' : null)
  put('q', view.text)
  put('campaign', view.campaignId)
  put('status', view.statuses.join(','))
  flag('favourites', view.favourite)
  flag('hidden', view.ineligible)
  put('company', view.companyId)
  put('since', shortInstant(view.foundSince))
  put('until', shortInstant(view.foundUntil))
  put('posted', shortInstant(view.postedSince))
  put('companies', view.companyIds.join(','))
  put('sources', view.sourceIds.join(','))
  put('by', view.foundBy.join(','))
  put('remote', view.remote.join(','))
  put('type', view.jobTypes.join(','))
  put('level', view.levels.join(','))
  put('country', view.countries.join(','))
  // A city may hold a comma ("Washington, DC"), so each has a part of its own.
  for (const city of view.cities) params.append('city', city)
  if (view.salary) {
    const { low, high, currency, unstated } = view.salary
    put('pay', `${low ?? ''}..${high ?? ''}${currency}`)
    flag('nopay', unstated)
  }
  put('score', view.minScore)
  put('match', view.minMatch)
  flag('unread', view.unread)
  flag('open', view.open)
  put('sort', view.sort === 'score' ? null : view.sort)
  flag('reversed', view.reversed)
  // These may stand as they are in a query, and read better so.
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

const shortInstant = (iso: string | null) => iso?.replace('T00:00:00.000Z', '') ?? null

/** The filter of the contract for a view. */
export function filterOf({ sort: _sort, reversed: _reversed, ...filter }: JobsView): JobFilter {
  return { ...filter, text: filter.text.trim() }
}

/** The view of a filter from elsewhere, such as a saved one: its values in the order that views keep. */
export function viewOf(filter: JobFilter, sort: JobSort = 'score', reversed = false): JobsView {
  const view = { ...filter, sort, reversed }
  return readJobsView(new URLSearchParams(jobsQuery(view)))
}

/** True when the list is narrowed by more than the words in the search field. */
export function isNarrowed(view: JobsView): boolean {
  const { text: _text, sort: _sort, reversed: _reversed, ...parts } = view
  return jobsQuery({ ...PLAIN_VIEW, ...parts }) !== ''
}

/** True where waiting jobs are shown, the only ones that rules hide. */
export const showsWaiting = ({ statuses }: Pick<JobsView, 'statuses'>): boolean =>
  statuses.length === 0 || statuses.includes('waiting')

/** How many jobs a view holds by the counts of its campaign; null when only the list itself or its facets can tell. */
export function knownTotal(
  view: JobsView,
  counts: { byStatus: Partial<Record<JobStatus, number>>; ineligible: number } | undefined,
): number | null {
  if (!counts) return null
  const { campaignId, statuses, ineligible } = view
  const counted = { ...PLAIN_VIEW, campaignId, statuses, ineligible }
  if (jobsQuery({ ...view, sort: 'score', reversed: false }) !== jobsQuery(counted)) return null
  const shown = statuses.length > 0 ? statuses : OPEN_STATUSES
  const hidden = ineligible && showsWaiting(view) ? counts.ineligible : 0
  return shown.reduce((sum, status) => sum + (counts.byStatus[status] ?? 0), hidden)
}
