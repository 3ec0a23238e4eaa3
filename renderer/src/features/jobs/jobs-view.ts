import { CampaignId, CompanyId } from '../../../../main/contract/ids.ts'
import { ANY_JOB, type JobFilter, type JobSort } from '../../../../main/contract/job-filter.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'

/** What the jobs list shows; it stands in the address, so that back, forward and links bring it back. */
export interface JobsView {
  text: string
  campaignId: CampaignId | null
  /** In workflow order; empty: all but rejected and archived. */
  statuses: JobStatus[]
  favourite: boolean
  /** Shows waiting jobs too that rules hide. */
  ineligible: boolean
  /** Only jobs of this company, also when it is blocked. */
  companyId: CompanyId | null
  /** ISO instant: only jobs found since. */
  foundSince: string | null
  sort: JobSort
}

/** The view of a plain `/jobs`. */
export const PLAIN_VIEW: JobsView = {
  text: '',
  campaignId: null,
  statuses: [],
  favourite: false,
  ineligible: false,
  companyId: null,
  foundSince: null,
  sort: 'score',
}

/** The statuses of an empty status filter. */
export const OPEN_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** The view that an address asks for; what cannot be read counts as absent. */
export function readJobsView(params: URLSearchParams): JobsView {
  const campaign = CampaignId.safeParse(Number(params.get('campaign')))
  const company = CompanyId.safeParse(Number(params.get('company')))
  const wanted = new Set((params.get('status') ?? '').split(','))
  const since = new Date(params.get('since') ?? '')
  const sort = params.get('sort')
  return {
    text: params.get('q') ?? '',
    campaignId: campaign.success ? campaign.data : null,
    statuses: JOB_STATUSES.filter(status => wanted.has(status)),
    favourite: params.get('favourites') === '1',
    ineligible: params.get('hidden') === '1',
    companyId: company.success ? company.data : null,
    foundSince: Number.isNaN(since.getTime()) ? null : since.toISOString(),
    sort: sort === 'newest' || sort === 'salary' ? sort : 'score',
  }
}

/** The query of a view's address, with "?" and without what is plain; '' for the plain view. */
export function jobsQuery(view: JobsView): string {
  const params = new URLSearchParams()
  if (view.text !== '') params.set('q', view.text)
  if (view.campaignId !== null) params.set('campaign', String(view.campaignId))
  if (view.statuses.length > 0) params.set('status', view.statuses.join(','))
  if (view.favourite) params.set('favourites', '1')
  if (view.ineligible) params.set('hidden', '1')
  if (view.companyId !== null) params.set('company', String(view.companyId))
  if (view.foundSince !== null) params.set('since', view.foundSince)
  if (view.sort !== 'score') params.set('sort', view.sort)
  // A comma may stand as it is in a query, and reads better so.
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The filter of the contract for a view. */
export function filterOf(view: JobsView): JobFilter {
  const { text, campaignId, statuses, favourite, ineligible, companyId, foundSince } = view
  return { ...ANY_JOB, text: text.trim(), campaignId, statuses, favourite, ineligible, companyId, foundSince }
}

/** One way to make an empty list longer. */
export interface Widening {
  /** The text of a button: "Clear the search “welder”". */
  verb: string
  view: JobsView
}

/**
 * What could be taken away from a view without results, the likeliest first. `hidden` is the number of waiting jobs
 * that rules hide in its campaign.
 */
export function widenings(view: JobsView, hidden = 0): Widening[] {
  const text = view.text.trim()
  const found: Widening[] = []
  if (text !== '') found.push({ verb: `Clear the search “${text}”`, view: { ...view, text: '' } })
  if (hidden > 0 && !view.ineligible && showsWaiting(view))
    found.push({
      verb: hidden === 1 ? 'Show 1 hidden job' : `Show ${hidden.toLocaleString('en')} hidden jobs`,
      view: { ...view, ineligible: true },
    })
  if (view.foundSince !== null)
    found.push({ verb: 'Show jobs found at any time', view: { ...view, foundSince: null } })
  if (view.companyId !== null) found.push({ verb: 'Show all companies', view: { ...view, companyId: null } })
  if (view.favourite) found.push({ verb: 'Show not only favourites', view: { ...view, favourite: false } })
  if (view.statuses.length > 0)
    found.push({ verb: 'Show all open statuses', view: { ...view, statuses: [] } })
  if (view.campaignId !== null)
    found.push({ verb: 'Show all campaigns', view: { ...view, campaignId: null } })
  if (view.statuses.length === 0)
    found.push({ verb: 'Include rejected and archived', view: { ...view, statuses: [...JOB_STATUSES] } })
  return found
}

/** True where waiting jobs are shown, the only ones that rules hide. */
export const showsWaiting = ({ statuses }: Pick<JobsView, 'statuses'>): boolean =>
  statuses.length === 0 || statuses.includes('waiting')

/** How many jobs a view holds by the counts of its campaign; null when only the list itself can tell. */
export function knownTotal(
  view: JobsView,
  counts: { byStatus: Partial<Record<JobStatus, number>>; ineligible: number } | undefined,
): number | null {
  if (!counts || view.text.trim() !== '' || view.favourite) return null
  if (view.companyId !== null || view.foundSince !== null) return null
  const statuses = view.statuses.length > 0 ? view.statuses : OPEN_STATUSES
  const hidden = view.ineligible && showsWaiting(view) ? counts.ineligible : 0
  return statuses.reduce((sum, status) => sum + (counts.byStatus[status] ?? 0), hidden)
}
