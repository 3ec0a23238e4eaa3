import type { ApplicationFilter } from '../../../../main/contract/applications.ts'
import { CompanyId, JobId } from '../../../../main/contract/ids.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'
import { dayAfter, startOfDay } from './moment-text.ts'

/** The tabs of the applications, by the last part of their address; the board has none. */
export const APPLICATION_TABS = ['board', 'list', 'timeline', 'follow-ups'] as const
export type ApplicationTab = (typeof APPLICATION_TABS)[number]

/** Everything that is an application, in workflow order: a waiting job is none yet. */
export const APPLICATION_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(status => status !== 'waiting')

/** The columns of the board that are open, in order. */
export const OPEN_COLUMNS: readonly JobStatus[] = APPLICATION_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** Those that stand closed at the right. */
export const CLOSED_COLUMNS: readonly JobStatus[] = ['rejected', 'archived']

/** A span of time: of so many days until today, or between two local days of which either may be open. */
export type Span = { days: 7 | 30 } | { from: string | null; to: string | null } | null

export type ApplicationSort = 'moved' | 'applied' | 'company'

/** What the tabs show; it stands in the address, so that back and links bring it back. */
export interface ApplicationsView {
  /** In workflow order; empty: what the tab shows by itself. */
  statuses: JobStatus[]
  span: Span
  companyId: CompanyId | null
  sort: ApplicationSort
  /** The one column of a narrow board. */
  column: JobStatus
  /** The application that is open. */
  jobId: JobId | null
}

/** The view that an address asks for; what cannot be read counts as absent. */
export function readApplicationsView(params: URLSearchParams): ApplicationsView {
  const wanted = new Set((params.get('status') ?? '').split(','))
  const company = CompanyId.safeParse(Number(params.get('company')))
  const job = JobId.safeParse(Number(params.get('job')))
  const sort = params.get('sort')
  const column = params.get('column')
  return {
    statuses: APPLICATION_STATUSES.filter(status => wanted.has(status)),
    span: readSpan(params),
    companyId: company.success ? company.data : null,
    sort: sort === 'applied' || sort === 'company' ? sort : 'moved',
    column: APPLICATION_STATUSES.find(status => status === column) ?? 'approved',
    jobId: job.success ? job.data : null,
  }
}

function readSpan(params: URLSearchParams): Span {
  const days = params.get('days')
  if (days === '7') return { days: 7 }
  if (days === '30') return { days: 30 }
  const day = (name: string) => {
    const text = params.get(name)
    return text !== null && startOfDay(text) !== null ? text : null
  }
  const [from, to] = [day('from'), day('to')]
  return from === null && to === null ? null : { from, to }
}

/** The query of a view's address, with "?" and without what is plain; '' for the plain view. */
export function applicationsQuery(view: ApplicationsView): string {
  const params = new URLSearchParams()
  if (view.statuses.length > 0) params.set('status', view.statuses.join(','))
  if (view.span !== null && 'days' in view.span) params.set('days', String(view.span.days))
  if (view.span !== null && 'from' in view.span) {
    if (view.span.from !== null) params.set('from', view.span.from)
    if (view.span.to !== null) params.set('to', view.span.to)
  }
  if (view.companyId !== null) params.set('company', String(view.companyId))
  if (view.sort !== 'moved') params.set('sort', view.sort)
  if (view.column !== 'approved') params.set('column', view.column)
  if (view.jobId !== null) params.set('job', String(view.jobId))
  const text = params.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

/** The path of a tab. */
export const tabPath = (tab: ApplicationTab): string =>
  tab === 'board' ? '/applications' : `/applications/${tab}`

/**
 * The contract's filter of a view on a local day. `plain`: the statuses of an empty choice; a custom span holds both
 * of its days.
 */
export function applicationFilterOf(
  { statuses, span, companyId }: Pick<ApplicationsView, 'statuses' | 'span' | 'companyId'>,
  plain: readonly JobStatus[],
  today: string,
): ApplicationFilter {
  const [from, to] = span === null ? [null, null] : bounds(span, today)
  return {
    statuses: [...(statuses.length > 0 ? statuses : plain)],
    since: from === null ? null : (startOfDay(from)?.toISOString() ?? null),
    until: to === null ? null : (startOfDay(dayAfter(to, 1))?.toISOString() ?? null),
    companyId,
  }
}

function bounds(span: NonNullable<Span>, today: string): [string | null, string | null] {
  return 'days' in span ? [dayAfter(today, 1 - span.days), null] : [span.from, span.to]
}

/** True when something narrows the view beyond what its tab shows by itself. */
export const isNarrowed = ({ statuses, span, companyId }: ApplicationsView): boolean =>
  statuses.length > 0 || span !== null || companyId !== null
