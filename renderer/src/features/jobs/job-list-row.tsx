import clsx from 'clsx'
import { Star } from 'lucide-react'
import { memo } from 'react'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { When } from '../../ui/when.tsx'
import { HiddenReason } from './hidden-reason.tsx'
import { isHidden } from './hidden-words.ts'
import { Pay, payText, RowStatus, SMALL_BUTTON, Title, WideCells } from './job-cells.tsx'
import type { JobListRowProps } from './job-row-props.ts'
import { ScoreBadge } from './score-badge.tsx'

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

const WHILE_TOUCHED =
  'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 in-[[role=listitem]:focus-visible]:opacity-100 pointer-coarse:opacity-100'
const UNLESS_TOUCHED =
  'group-focus-within:hidden group-hover:hidden in-[[role=listitem]:focus-visible]:hidden pointer-coarse:hidden'

/** One line of the jobs list. Its controls are plain ones: a screen full of them must be drawn within a frame. */
export const JobListRow = memo(function JobListRow(props: JobListRowProps) {
  const { row, tabIndex, layout, selected, selecting, acts } = props
  const favourite = row.favourite ? 'Remove from favourites' : 'Add to favourites'
  const dim = row.status === 'rejected' || row.status === 'archived' || row.closed || isHidden(row)
  return (
    <div
      data-dim={dim || undefined}
      className={clsx(
        'group relative flex h-full items-center gap-2 border-b border-line pr-2 pl-1.5',
        selected || props.open ? 'bg-selected' : 'hover:bg-hover',
        dim && 'text-ink-2',
      )}
    >
      {props.endsNew ? <NewLine /> : null}
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

/** The line between what is new since the last visit and the rest; it takes no room of the rows. */
function NewLine() {
  return (
    <span className="pointer-events-none absolute inset-x-0 -top-px z-10 flex h-0 items-center gap-2">
      <span aria-hidden className="h-px flex-1 bg-accent" />
      <span className="rounded-full bg-accent px-2 text-xs leading-4 text-accent-ink">
        New since your last visit
      </span>
      <span aria-hidden className="h-px w-6 bg-accent" />
    </span>
  )
}

function StackedCells(props: JobListRowProps) {
  const { row, layout, tabIndex } = props
  const place = [row.company, row.location].filter(Boolean).join(' · ')
  return (
    <>
      <ScoreBadge job={row} tabIndex={tabIndex} />
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
