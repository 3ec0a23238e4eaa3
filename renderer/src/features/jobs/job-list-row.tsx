import clsx from 'clsx'
import { Star } from 'lucide-react'
import { memo } from 'react'
import { JOB_TYPE_LABELS, REMOTE_LABELS, STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { Money } from '../../ui/money.tsx'
import { salaryText } from '../../ui/money-text.ts'
import { StatusBadge, StatusMenu } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { HiddenReason } from './hidden-reason.tsx'
import { isHidden } from './hidden-words.ts'
import { ScoreBadge } from './score-badge.tsx'

/** `wide`: one line of columns; `two` and `three`: that many lines, for the room beside a job and for phones. */
export type RowLayout = 'wide' | 'two' | 'three'

/** What a screen reader says of a row: first what tells rows apart. */
export function jobRowName(row: JobRow): string {
  return [
    `${row.unread ? 'Unread: ' : ''}${row.title}`,
    row.company,
    row.location,
    row.score === null ? '' : `score ${Math.round(row.score)}`,
    STATUS_LABELS[row.status],
    row.favourite ? 'favourite' : '',
    payText(row) ?? '',
    isHidden(row) ? 'hidden by rules' : '',
    row.closed ? 'closed' : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function payText(row: JobRow): string | undefined {
  const { salary_low, salary_high, compensation_currency, salary_period } = row
  return salaryText(salary_low, salary_high, compensation_currency, salary_period) ?? undefined
}

/** What can be done to a row. Its functions stay the same objects, so that scrolling draws no row twice. */
export interface RowActs {
  openStatus: (row: JobRow, open: boolean) => void
  select: (row: JobRow, selected: boolean) => void
  setStatus: (row: JobRow, status: JobStatus) => void
  favourite: (row: JobRow) => void
}

interface JobListRowProps {
  row: JobRow
  tabIndex: 0 | -1
  layout: RowLayout
  /** The job shown beside the list. */
  open: boolean
  selected: boolean
  /** Some row is selected, so that the boxes of all stay in sight. */
  selecting: boolean
  statusOpen: boolean
  acts: RowActs
}

const WHILE_TOUCHED =
  'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 in-[[role=listitem]:focus-visible]:opacity-100 pointer-coarse:opacity-100'
const UNLESS_TOUCHED =
  'group-focus-within:hidden group-hover:hidden in-[[role=listitem]:focus-visible]:hidden pointer-coarse:hidden'
const SMALL_BUTTON =
  'inline-flex size-7 shrink-0 items-center justify-center rounded hover:bg-hover active:bg-pressed'

/** One line of the jobs list. Its controls are plain ones: a screen full of them must be drawn within a frame. */
export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { row, tabIndex, layout, selected, selecting, acts } = props
  const favourite = row.favourite ? 'Remove from favourites' : 'Add to favourites'
  return (
    <div
      className={clsx(
        'group flex h-full items-center gap-2 border-b border-line pr-2 pl-1.5',
        selected || props.open ? 'bg-selected' : 'hover:bg-hover',
        (row.status === 'rejected' || row.status === 'archived' || row.closed || isHidden(row)) &&
          'text-ink-2',
      )}
    >
      <span className="relative inline-flex size-6 shrink-0 items-center justify-center">
        {row.unread && !selecting ? (
          <span aria-hidden className={clsx('absolute size-2 rounded-full bg-accent', UNLESS_TOUCHED)} />
        ) : null}
        <label
          className={clsx('absolute inset-0 flex items-center justify-center', !selecting && WHILE_TOUCHED)}
        >
          <input
            type="checkbox"
            aria-label={`Select ${row.title}`}
            checked={selected}
            tabIndex={tabIndex}
            onChange={event => acts.select(row, event.target.checked)}
            className="size-4 accent-(--accent)"
          />
        </label>
      </span>
      <ScoreBadge job={row} tabIndex={tabIndex} />
      {layout === 'wide' ? <WideCells {...props} /> : <StackedCells {...props} />}
      <button
        type="button"
        aria-label={favourite}
        aria-pressed={row.favourite}
        title={favourite}
        tabIndex={tabIndex}
        onClick={() => acts.favourite(row)}
        className={clsx(SMALL_BUTTON, row.favourite ? 'text-accent' : 'text-ink-2')}
      >
        <Star aria-hidden className={clsx('size-4', row.favourite && 'fill-current')} strokeWidth={1.75} />
      </button>
    </div>
  )
})

function Title({ row }: { row: JobRow }) {
  return <span className={clsx('text-sm', row.unread ? 'font-semibold' : 'font-normal')}>{row.title}</span>
}

function Tags({ row }: { row: JobRow }) {
  return [
    row.closed ? 'Closed' : '',
    row.remote_options ? REMOTE_LABELS[row.remote_options] : '',
    row.job_type && row.job_type !== 'full-time' ? JOB_TYPE_LABELS[row.job_type] : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function Pay({ row, blank = false }: { row: JobRow; blank?: boolean }) {
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
function RowStatus({ row, tabIndex, statusOpen, acts }: JobListRowProps) {
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

function WideCells(props: JobListRowProps) {
  const { row } = props
  return (
    <>
      <span className="flex min-w-0 flex-1 items-baseline gap-2 in-data-[density=comfortable]:flex-col in-data-[density=comfortable]:items-stretch in-data-[density=comfortable]:gap-0">
        <span className="max-w-[75%] shrink-0 truncate in-data-[density=comfortable]:max-w-full">
          <Title row={row} />
        </span>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-2 in-data-[density=comfortable]:flex-none">
          {[row.company, row.location].filter(Boolean).join(' · ')}
        </span>
      </span>
      {isHidden(row) ? (
        <span className="hidden w-72 shrink-0 text-sm @min-[72rem]:flex">
          <HiddenReason row={row} />
        </span>
      ) : (
        <span className="hidden w-36 shrink-0 truncate text-sm text-ink-2 @min-[72rem]:block">
          <Tags row={row} />
        </span>
      )}
      <span
        className={clsx(
          'w-44 shrink-0 truncate text-right text-sm @min-[64rem]:w-52',
          isHidden(row) && '@max-[72rem]:hidden',
        )}
        title={payText(row)}
      >
        <Pay row={row} />
      </span>
      {isHidden(row) ? (
        // In place of the pay and the date: why it is hidden is what is asked of such a row.
        <span className="flex w-74 shrink-0 justify-end text-sm @min-[64rem]:w-82 @min-[72rem]:hidden">
          <HiddenReason row={row} />
        </span>
      ) : null}
      <When
        at={row.postedAt ?? row.foundAt}
        className={clsx(
          'w-28 shrink-0 truncate text-right text-sm text-ink-2',
          isHidden(row) && '@max-[72rem]:hidden',
        )}
      />
      <span className="flex shrink-0 items-center gap-0.5 @min-[64rem]:w-40">
        <RowStatus {...props} />
        <span aria-hidden className="hidden truncate text-sm text-ink-2 @min-[64rem]:inline">
          {STATUS_LABELS[row.status]}
        </span>
      </span>
    </>
  )
}

function StackedCells(props: JobListRowProps) {
  const { row, layout } = props
  const place = [row.company, row.location].filter(Boolean).join(' · ')
  return (
    <>
      <span className="flex min-w-0 flex-1 flex-col justify-center">
        <span className="truncate">
          <Title row={row} />
        </span>
        <span className="truncate text-xs text-ink-2">{place}</span>
        {layout === 'three' ? (
          <span className="truncate text-xs text-ink-2">
            {/* Where the line is cut, it is cut in the date: half a number would be read as another one. */}
            {isHidden(row) ? (
              <HiddenReason row={row} className="max-w-full" />
            ) : (
              <>
                <Pay row={row} /> · <When at={row.postedAt ?? row.foundAt} />
              </>
            )}
          </span>
        ) : null}
      </span>
      {layout === 'two' ? (
        <span className="flex max-w-52 shrink-0 flex-col items-end justify-center text-xs text-ink-2">
          <span className="max-w-full truncate" title={payText(row)}>
            <Pay row={row} blank />
          </span>
          {isHidden(row) ? (
            <HiddenReason row={row} className="max-w-full" />
          ) : (
            <When at={row.postedAt ?? row.foundAt} />
          )}
        </span>
      ) : null}
      <RowStatus {...props} />
    </>
  )
}
