import { CampaignId } from '../../../../main/contract/ids.ts'
import type { JobFilter, JobSort } from '../../../../main/contract/shapes.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'

/** What the jobs list shows; it stands in the address, so that back, forward and links bring it back. */
export interface JobsView {
  text: string
  campaignId: CampaignId | null
  /** In workflow order; empty: all but rejected and archived. */
  statuses: JobStatus[]
  favourite: boolean
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
  const wanted = new Set((params.get('status') ?? '').split(','))
  const since = new Date(params.get('since') ?? '')
  const sort = params.get('sort')
  return {
    text: params.get('q') ?? '',
    campaignId: campaign.success ? campaign.data : null,
    statuses: JOB_STATUSES.filter(status => wanted.has(status)),
    favourite: params.get('favourites') === '1',
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
  if (view.foundSince !== null) params.set('since', view.foundSince)
  if (view.sort !== 'score') params.set('sort', view.sort)
  // A comma may stand as it is in a query, and reads better so.
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The filter of the contract for a view. */
export function filterOf(view: JobsView): JobFilter {
  const { text, campaignId, statuses, favourite, foundSince } = view
  return { text: text.trim(), campaignId, statuses, favourite, foundSince }
}

/** One reason why the list may be empty, and the view without it. */
export interface Narrowing {
  /** "the search for “welder”". */
  label: string
  without: JobsView
}

/** What narrows the list, the likeliest reason for an empty one first. */
export function narrowings(view: JobsView, campaignName: string | null): Narrowing[] {
  const found: Narrowing[] = []
  if (view.text.trim() !== '')
    found.push({ label: `the search for “${view.text.trim()}”`, without: { ...view, text: '' } })
  if (view.foundSince !== null)
    found.push({ label: 'the date they were found', without: { ...view, foundSince: null } })
  if (view.favourite) found.push({ label: 'favourites only', without: { ...view, favourite: false } })
  if (view.statuses.length > 0) found.push({ label: 'the statuses', without: { ...view, statuses: [] } })
  if (view.campaignId !== null)
    found.push({ label: `the campaign ${campaignName ?? ''}`.trim(), without: { ...view, campaignId: null } })
  return found
}

/** How many jobs a view holds by the counts of its campaign; null when only the list itself can tell. */
export function knownTotal(
  view: JobsView,
  counts: { byStatus: Partial<Record<JobStatus, number>> } | undefined,
): number | null {
  if (!counts || view.text.trim() !== '' || view.favourite || view.foundSince !== null) return null
  const statuses = view.statuses.length > 0 ? view.statuses : OPEN_STATUSES
  return statuses.reduce((sum, status) => sum + (counts.byStatus[status] ?? 0), 0)
}
