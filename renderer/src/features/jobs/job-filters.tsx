import { useQuery } from '@tanstack/react-query'
import { EyeOff, ListFilter, Star, X } from 'lucide-react'
import type { CompanyId } from '../../../../main/contract/ids.ts'
import type { JobSort } from '../../../../main/contract/job-filter.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { whenText } from '../../ui/when-text.ts'
import { type JobsView, OPEN_STATUSES, PLAIN_VIEW, showsWaiting } from './jobs-view.ts'

const SORTS: readonly { value: JobSort; label: string }[] = [
  { value: 'score', label: 'Best score first' },
  { value: 'newest', label: 'Newest first' },
  { value: 'salary', label: 'Highest salary first' },
]

/** What narrows and orders the jobs list. Every change is a new view, which stands in the address. */
export function JobFilters({ view, onChange }: { view: JobsView; onChange: (view: JobsView) => void }) {
  const campaigns = useQuery(ask('campaigns', 'list', {}))
  const narrowed =
    view.campaignId !== null ||
    view.statuses.length > 0 ||
    view.favourite ||
    view.ineligible ||
    view.companyId !== null ||
    view.foundSince !== null
  return (
    <div role="toolbar" aria-label="Filters and order" className="flex flex-wrap items-center gap-2">
      <Select
        label="Campaign"
        hideLabel
        className="max-w-44 flex-1 basis-32 sm:basis-44"
        value={String(view.campaignId ?? '')}
        options={[
          { value: '', label: 'All campaigns' },
          ...(campaigns.data ?? []).map(one => ({ value: String(one.id), label: one.draft.name })),
        ]}
        onChange={value =>
          onChange({ ...view, campaignId: campaigns.data?.find(one => String(one.id) === value)?.id ?? null })
        }
      />
      <StatusFilter view={view} onChange={onChange} />
      <Button
        icon={Star}
        aria-pressed={view.favourite}
        className={view.favourite ? '[&>svg]:fill-current' : undefined}
        onClick={() => onChange({ ...view, favourite: !view.favourite })}
      >
        Favourites
      </Button>
      <HiddenFilter view={view} onChange={onChange} />
      <Select
        label="Order"
        hideLabel
        className="max-w-44 flex-1 basis-32 sm:basis-44"
        value={view.sort}
        options={SORTS}
        onChange={sort => onChange({ ...view, sort })}
      />
      {view.companyId !== null ? (
        <CompanyFilter companyId={view.companyId} onClear={() => onChange({ ...view, companyId: null })} />
      ) : null}
      {view.foundSince !== null ? (
        <Button icon={X} look="quiet" onClick={() => onChange({ ...view, foundSince: null })}>
          Found since {whenText(view.foundSince, new Date())}
        </Button>
      ) : null}
      {narrowed ? (
        <Button look="quiet" onClick={() => onChange({ ...PLAIN_VIEW, text: view.text, sort: view.sort })}>
          Clear filters
        </Button>
      ) : null}
    </div>
  )
}

/** Shows the waiting jobs too that rules hide, and says how many; nothing where none is hidden. */
function HiddenFilter({ view, onChange }: { view: JobsView; onChange: (view: JobsView) => void }) {
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: view.campaignId }))
  const hidden = counts?.ineligible ?? 0
  if (!view.ineligible && (hidden === 0 || !showsWaiting(view))) return null
  return (
    <Button
      icon={EyeOff}
      aria-pressed={view.ineligible}
      title="Waiting jobs that the rules of the campaign, or of every campaign, speak against"
      onClick={() => onChange({ ...view, ineligible: !view.ineligible })}
    >
      Show hidden ({hidden.toLocaleString('en')})
    </Button>
  )
}

/** The one company whose jobs are shown; a press shows those of all. */
function CompanyFilter({ companyId, onClear }: { companyId: CompanyId; onClear: () => void }) {
  const { data } = useQuery(ask('companies', 'get', { companyId, jobs: 0 }))
  return (
    <Button
      icon={X}
      aria-label={`${data?.name ?? 'One company'}: show all companies`}
      className="max-w-56 border-accent! bg-accent-soft!"
      onClick={onClear}
    >
      <span className="truncate">{data?.name ?? 'One company'}</span>
    </Button>
  )
}

function statusWords(statuses: readonly JobStatus[]): string {
  if (statuses.length === 0) return 'All open statuses'
  const [first] = statuses
  return statuses.length === 1 && first ? STATUS_LABELS[first] : `${statuses.length} statuses`
}

function StatusFilter({ view, onChange }: { view: JobsView; onChange: (view: JobsView) => void }) {
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: view.campaignId }))
  const shown = view.statuses.length > 0 ? view.statuses : OPEN_STATUSES
  const toggle = (status: JobStatus) => {
    const next = JOB_STATUSES.filter(one => (one === status ? !shown.includes(one) : shown.includes(one)))
    const plain = next.length === OPEN_STATUSES.length && OPEN_STATUSES.every(one => next.includes(one))
    onChange({ ...view, statuses: plain ? [] : next })
  }
  return (
    <Popover
      title="Statuses"
      className="w-72 p-2"
      trigger={
        <Button
          icon={ListFilter}
          className={view.statuses.length > 0 ? 'border-accent! bg-accent-soft!' : undefined}
          aria-label={`Status filter: ${statusWords(view.statuses)}`}
        >
          {statusWords(view.statuses)}
        </Button>
      }
    >
      <ul>
        {JOB_STATUSES.map(status => (
          <li
            key={status}
            className="flex items-center justify-between gap-3 rounded-sm px-1 py-0.5 hover:bg-hover"
          >
            <Checkbox
              label={<StatusBadge status={status} />}
              checked={shown.includes(status)}
              onChange={() => toggle(status)}
            />
            <span className="text-xs text-ink-3">{(counts?.byStatus[status] ?? 0).toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      <div className="mt-1 flex justify-between border-t border-line pt-2">
        <Button size="small" look="quiet" onClick={() => onChange({ ...view, statuses: [...JOB_STATUSES] })}>
          All
        </Button>
        <Button size="small" look="quiet" onClick={() => onChange({ ...view, statuses: [] })}>
          All open
        </Button>
      </div>
    </Popover>
  )
}
