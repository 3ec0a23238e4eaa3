import clsx from 'clsx'
import {
  JOB_TYPE_LABELS,
  NOT_STATED,
  REMOTE_LABELS,
  SENIORITY_LABELS,
  STATUS_LABELS,
} from '../../../../main/contract/labels.ts'
import type { JobColumn, JobRow } from '../../../../main/contract/shapes.ts'
import { Money } from '../../ui/money.tsx'
import { salaryText } from '../../ui/money-text.ts'
import { StatusBadge, StatusMenu } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { COLUMNS } from './columns.ts'
import { HiddenReason } from './hidden-reason.tsx'
import { isHidden } from './hidden-words.ts'
import type { JobListRowProps } from './job-row-props.ts'
import { MatchBadge, ScoreBadge } from './score-badge.tsx'

/** Plain buttons of a row: a screen full of them must be drawn within a frame. */
export const SMALL_BUTTON =
  'inline-flex size-7 shrink-0 items-center justify-center rounded hover:bg-hover active:bg-pressed'

/** The pay as one text; undefined where none is stated. */
export function payText(row: JobRow): string | undefined {
  const { salary_low, salary_high, compensation_currency, salary_period } = row
  return salaryText(salary_low, salary_high, compensation_currency, salary_period) ?? undefined
}

export function Title({ row }: { row: JobRow }) {
  return <span className={clsx('text-sm', row.unread ? 'font-semibold' : 'font-normal')}>{row.title}</span>
}

export function Pay({ row, blank = false }: { row: JobRow; blank?: boolean }) {
  return (
    <Money
      low={row.salary_low}
      high={row.salary_high}
      currency={row.compensation_currency}
      period={row.salary_period}
      blank={blank}
    />
  )
}

/** The status as a button; the menu itself exists only while it is open. */
export function RowStatus({ row, tabIndex, statusOpen, acts }: JobListRowProps) {
  if (statusOpen) {
    return (
      <StatusMenu
        status={row.status}
        onChange={status => acts.setStatus(row, status)}
        iconOnly
        tabIndex={tabIndex}
        open
        onOpenChange={open => acts.openStatus(row, open)}
      />
    )
  }
  return (
    <button
      type="button"
      aria-label={`Status: ${STATUS_LABELS[row.status]}`}
      aria-haspopup="menu"
      aria-expanded={false}
      tabIndex={tabIndex}
      onClick={() => acts.openStatus(row, true)}
      className={SMALL_BUTTON}
    >
      <StatusBadge status={row.status} iconOnly />
    </button>
  )
}

/** The cells of a row as a table. */
export function WideCells(props: JobListRowProps) {
  const { columns } = props
  return (
    <div
      className="grid min-w-0 flex-1 items-center gap-x-3 text-sm text-ink-2"
      style={{ gridTemplateColumns: 'var(--job-grid)' }}
    >
      {columns.map(column => (
        <span
          key={column}
          className={clsx('flex min-w-0 items-center', COLUMNS[column].right && 'justify-end text-right')}
        >
          {column === 'title' ? <TitleCell {...props} /> : <Cell column={column} {...props} />}
        </span>
      ))}
    </div>
  )
}

function TitleCell({ row, stacked, isNew }: JobListRowProps) {
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 truncate text-ink in-data-dim:text-ink-2" title={row.title}>
          <Title row={row} />
        </span>
        {isNew ? <Mark>New</Mark> : null}
        {row.closed ? <Mark>Closed</Mark> : null}
        {isHidden(row) ? <HiddenReason row={row} className="max-w-[50%] shrink-0" /> : null}
      </span>
      {stacked ? (
        <span className="truncate">{[row.company, row.location].filter(Boolean).join(' · ')}</span>
      ) : null}
    </span>
  )
}

function Mark({ children }: { children: string }) {
  return (
    <span className="shrink-0 rounded-sm border border-line bg-surface px-1 text-xs leading-4 text-ink-2">
      {children}
    </span>
  )
}

function Cell({ column, ...props }: JobListRowProps & { column: JobColumn }) {
  const { row, tabIndex } = props
  switch (column) {
    case 'score':
      return <ScoreBadge job={row} tabIndex={tabIndex} />
    case 'match':
      return <MatchBadge job={row} match={row.match} tabIndex={tabIndex} />
    case 'company':
      return <Words text={row.company} />
    case 'location':
      return <Words text={row.location} />
    case 'remote':
      return <Words text={row.remote_options && REMOTE_LABELS[row.remote_options]} />
    case 'type':
      return <Words text={row.job_type && JOB_TYPE_LABELS[row.job_type]} />
    case 'level':
      return <Words text={row.seniority_level && SENIORITY_LABELS[row.seniority_level]} />
    case 'salary':
      return (
        <span className="truncate" title={payText(row)}>
          <Pay row={row} />
        </span>
      )
    case 'status':
      return (
        <span className="-ml-1.5 flex min-w-0 items-center">
          <RowStatus {...props} />
          <span aria-hidden className="truncate" title={STATUS_LABELS[row.status]}>
            {STATUS_LABELS[row.status]}
          </span>
        </span>
      )
    case 'found':
      return <When at={row.foundAt} className="truncate" />
    case 'posted':
      return row.postedAt === null ? <Words text={null} /> : <When at={row.postedAt} className="truncate" />
  }
}

function Words({ text }: { text: string | null }) {
  if (!text) return <span className="text-ink-3">{NOT_STATED}</span>
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  )
}
