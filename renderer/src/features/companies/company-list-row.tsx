import clsx from 'clsx'
import { Ban, Star } from 'lucide-react'
import type { CompanyRow } from '../../../../main/contract/companies.ts'
import { Badge } from '../../ui/badge.tsx'
import { aboutText, jobsText, ratingText } from './company-words.ts'
import type { CompanyActs } from './use-company-acts.ts'

const SMALL_BUTTON =
  'inline-flex size-7 shrink-0 items-center justify-center rounded hover:bg-hover active:bg-pressed'

/** One line of the list of companies; two lines where there is little room. */
export function CompanyListRow({
  row,
  tabIndex,
  stacked,
  acts,
}: {
  row: CompanyRow
  tabIndex: 0 | -1
  stacked: boolean
  acts: CompanyActs
}) {
  const rating = ratingText(row.rating, row.reviewCount)
  const about = aboutText(row)
  const favourite = `${row.favourite ? 'Remove from favourites' : 'Add to favourites'}: ${row.name}`
  const block = `${row.blocked ? 'Unblock' : 'Block'} ${row.name}`
  return (
    <div
      className={clsx(
        'flex h-full items-center gap-3 border-b border-line px-4 hover:bg-hover sm:px-6',
        row.blocked && 'text-ink-2',
      )}
    >
      <span className={clsx('flex min-w-0 flex-1', stacked ? 'flex-col' : 'items-baseline gap-3')}>
        <span className={clsx('flex min-w-0 items-center gap-2', !stacked && 'w-64 shrink-0')}>
          <span className="truncate text-sm font-medium">{row.name}</span>
          {row.blocked ? (
            <Badge tone="neutral" icon={Ban}>
              Blocked
            </Badge>
          ) : null}
        </span>
        <span className={clsx('min-w-0 truncate text-ink-2', stacked ? 'text-xs' : 'flex-1 text-sm')}>
          {stacked ? [jobsText(row.jobs), about].filter(Boolean).join(' · ') : about}
        </span>
      </span>
      {stacked ? null : (
        <>
          <span className="hidden w-44 shrink-0 truncate text-right text-sm text-ink-2 @min-[48rem]:block">
            {rating}
          </span>
          <span className="w-24 shrink-0 text-right text-sm tabular-nums">{jobsText(row.jobs)}</span>
        </>
      )}
      <span className="flex shrink-0">
        <button
          type="button"
          aria-label={block}
          title={block}
          aria-pressed={row.blocked}
          tabIndex={tabIndex}
          onClick={() => acts.toggleBlocked(row)}
          className={clsx(SMALL_BUTTON, row.blocked ? 'text-bad' : 'text-ink-2')}
        >
          <Ban aria-hidden className="size-4" strokeWidth={1.75} />
        </button>
        <button
          type="button"
          aria-label={favourite}
          title={favourite}
          aria-pressed={row.favourite}
          tabIndex={tabIndex}
          onClick={() => acts.toggleFavourite(row)}
          className={clsx(SMALL_BUTTON, row.favourite ? 'text-accent' : 'text-ink-2')}
        >
          <Star aria-hidden className={clsx('size-4', row.favourite && 'fill-current')} strokeWidth={1.75} />
        </button>
      </span>
    </div>
  )
}
