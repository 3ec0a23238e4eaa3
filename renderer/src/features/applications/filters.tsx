import { CalendarDays, ListFilter } from 'lucide-react'
import { useState } from 'react'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { Checkbox, RadioGroup } from '../../ui/toggles.tsx'
import {
  APPLICATION_STATUSES,
  type ApplicationSort,
  type ApplicationsView,
  isNarrowed,
  type Span,
} from './applications-view.ts'
import { CompanyFilter } from './company-filter.tsx'
import { dayText } from './moment-text.ts'
import { DayField } from './parts/time-fields.tsx'

const SORTS: readonly { value: ApplicationSort; label: string }[] = [
  { value: 'moved', label: 'Moved last first' },
  { value: 'applied', label: 'Applied last first' },
  { value: 'company', label: 'By company' },
]

/** What narrows a tab, and orders the list. Every change is a new view, which stands in the address. */
export function Filters({
  view,
  plain,
  today,
  sorted = false,
  onChange,
}: {
  view: ApplicationsView
  /** The statuses that are shown while none is chosen. */
  plain: readonly JobStatus[]
  today: string
  sorted?: boolean
  onChange: (view: ApplicationsView) => void
}) {
  return (
    <div role="toolbar" aria-label="Filters and order" className="flex flex-wrap items-center gap-2">
      <StatusFilter
        statuses={view.statuses}
        plain={plain}
        onChange={statuses => onChange({ ...view, statuses })}
      />
      <SpanFilter span={view.span} today={today} onChange={span => onChange({ ...view, span })} />
      <CompanyFilter companyId={view.companyId} onChange={companyId => onChange({ ...view, companyId })} />
      {sorted ? (
        <Select
          label="Order"
          hideLabel
          className="max-w-48 flex-1 basis-36"
          value={view.sort}
          options={SORTS}
          onChange={sort => onChange({ ...view, sort })}
        />
      ) : null}
      {isNarrowed(view) ? (
        <Button look="quiet" onClick={() => onChange({ ...view, statuses: [], span: null, companyId: null })}>
          Clear filters
        </Button>
      ) : null}
    </div>
  )
}

function statusWords(statuses: readonly JobStatus[], plain: readonly JobStatus[]): string {
  const [first] = statuses
  if (first === undefined)
    return plain.length === APPLICATION_STATUSES.length ? 'All statuses' : 'All open statuses'
  return statuses.length === 1 ? STATUS_LABELS[first] : `${statuses.length} statuses`
}

const CHOSEN = 'border-accent! bg-accent-soft!'

function StatusFilter({
  statuses,
  plain,
  onChange,
}: {
  statuses: readonly JobStatus[]
  plain: readonly JobStatus[]
  onChange: (statuses: JobStatus[]) => void
}) {
  const shown = statuses.length > 0 ? statuses : plain
  const toggle = (status: JobStatus) => {
    const next = APPLICATION_STATUSES.filter(one =>
      one === status ? !shown.includes(one) : shown.includes(one),
    )
    const isPlain = next.length === plain.length && plain.every(one => next.includes(one))
    onChange(isPlain ? [] : next)
  }
  const words = statusWords(statuses, plain)
  return (
    <Popover
      title="Statuses"
      className="w-64 p-2"
      trigger={
        <Button
          icon={ListFilter}
          className={statuses.length > 0 ? CHOSEN : undefined}
          aria-label={`Status filter: ${words}`}
        >
          {words}
        </Button>
      }
    >
      <ul>
        {APPLICATION_STATUSES.map(status => (
          <li key={status} className="rounded-sm px-1 py-0.5 hover:bg-hover">
            <Checkbox
              label={<StatusBadge status={status} />}
              checked={shown.includes(status)}
              onChange={() => toggle(status)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-1 flex justify-between border-t border-line pt-2">
        <Button size="small" look="quiet" onClick={() => onChange([...APPLICATION_STATUSES])}>
          All
        </Button>
        <Button size="small" look="quiet" onClick={() => onChange([])}>
          Back to the usual
        </Button>
      </div>
    </Popover>
  )
}

type SpanChoice = 'ever' | '7' | '30' | 'custom'

function spanWords(span: Span, today: string): string {
  if (span === null) return 'Any date'
  if ('days' in span) return `Last ${span.days} days`
  const [from, to] = [span.from, span.to].map(day => (day === null ? null : dayText(day, today)))
  if (from && to) return `${from} to ${to}`
  return from ? `Since ${from}` : `Until ${to ?? ''}`
}

function SpanFilter({
  span,
  today,
  onChange,
}: {
  span: Span
  today: string
  onChange: (span: Span) => void
}) {
  const choice: SpanChoice =
    span === null ? 'ever' : 'days' in span ? (span.days === 7 ? '7' : '30') : 'custom'
  const [custom, setCustom] = useState(false)
  const asCustom = span !== null && 'from' in span ? span : { from: null, to: null }
  const put = (change: { from?: string | null; to?: string | null }) => {
    const next = { ...asCustom, ...change }
    setCustom(true)
    onChange(next.from === null && next.to === null ? null : next)
  }
  const reversed = asCustom.from !== null && asCustom.to !== null && asCustom.from > asCustom.to
  const words = spanWords(span, today)
  return (
    <Popover
      title="Dates"
      className="w-80 p-3"
      trigger={
        <Button
          icon={CalendarDays}
          className={span === null ? undefined : CHOSEN}
          aria-label={`Date filter: ${words}`}
        >
          {words}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <RadioGroup
          label="Dates"
          hideLabel
          value={custom ? 'custom' : choice}
          options={[
            { value: 'ever', label: 'Any' },
            { value: '7', label: '7 days' },
            { value: '30', label: '30 days' },
            { value: 'custom', label: 'Custom' },
          ]}
          onChange={(value: SpanChoice) => {
            setCustom(value === 'custom')
            if (value === '7') onChange({ days: 7 })
            else if (value === '30') onChange({ days: 30 })
            else if (value === 'ever') onChange(null)
          }}
        />
        {custom || choice === 'custom' ? (
          <div className="grid grid-cols-2 gap-2">
            <DayField
              label="From"
              value={asCustom.from ?? ''}
              onChange={day => put({ from: day === '' ? null : day })}
            />
            <DayField
              label="To"
              value={asCustom.to ?? ''}
              error={reversed ? 'This day lies before the first.' : undefined}
              onChange={day => put({ to: day === '' ? null : day })}
            />
          </div>
        ) : null}
      </div>
    </Popover>
  )
}
