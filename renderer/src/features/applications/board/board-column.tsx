import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import clsx from 'clsx'
import { ChevronsRight } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { ApplicationCard } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { STATUS_HINTS, STATUS_LABELS } from '../../../../../main/contract/labels.ts'
import type { JobStatus } from '../../../../../main/contract/values.ts'
import { Failure } from '../../../app/failure.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { StatusBadge } from '../../../ui/status.tsx'
import { cardName } from '../card-notes.ts'
import { type FocusWish, VirtualStack } from '../virtual-stack.tsx'
import { BoardCard, type CardActs } from './board-card.tsx'
import { readDragData } from './drag-data.ts'
import type { Column } from './use-columns.ts'

/** Eight columns of so many cards: never more than 200 in the page. */
const MOST_CARDS = 24
const CARD_PIXELS = 106

/** What belongs into a column that is empty. */
const EMPTY_WORDS: Record<JobStatus, string> = {
  waiting: '',
  approved: 'Jobs that you find worth applying for. Approve them in the list of jobs.',
  preparing_to_apply: 'Jobs for which you are writing the letter or choosing the documents.',
  applied: 'Applications that were sent and wait for an answer.',
  interview: 'Applications with an interview that is agreed or done.',
  offer: 'Offers that wait for your decision.',
  accepted: 'The offer that you took.',
  rejected: 'Applications that were declined, by them or by you.',
  archived: 'Applications that are put away, such as those without an answer.',
}

/** Lets cards be dropped on an element; answers whether one is over it. */
function useDropTarget(status: JobStatus): [RefObject<HTMLElement | null>, boolean] {
  const element = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (!element.current) return
    return dropTargetForElements({
      element: element.current,
      getData: () => ({ column: status }),
      canDrop: ({ source }) => readDragData(source.data) !== null,
      onDragEnter: ({ source }) => setOver(readDragData(source.data)?.status !== status),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [status])
  return [element, over]
}

/** One status of the board with its cards. */
export function BoardColumn({
  column,
  count,
  now,
  activeId,
  openedId,
  menuOf,
  wish,
  onWishDone,
  acts,
  alone,
  onFocusCard,
  onCollapse,
}: {
  column: Column
  /** null: not known yet. */
  count: number | null
  now: Date
  activeId: JobId | null
  openedId: JobId | null
  menuOf: JobId | null
  wish: FocusWish | null
  onWishDone: () => void
  acts: CardActs
  /** It is the only one in sight, and what chooses it names it. */
  alone: boolean
  onFocusCard: (card: ApplicationCard) => void
  /** For a column that can be closed again. */
  onCollapse: (() => void) | null
}) {
  const { status, cards } = column
  const [element, over] = useDropTarget(status)
  const label = STATUS_LABELS[status]
  const total = count ?? (column.hasMore ? null : cards.length)
  return (
    <section
      ref={element}
      aria-label={`${label}${total === null ? '' : `, ${total.toLocaleString('en')}`}`}
      data-column={status}
      className={clsx(
        'flex min-h-0 flex-col rounded',
        alone ? 'w-full' : 'min-w-48 max-w-96 flex-1 basis-0',
        over ? 'bg-selected' : 'bg-sunken',
      )}
    >
      {alone ? null : (
        <header className="flex min-h-10 shrink-0 items-center gap-2 px-3">
          <h2 className="flex min-w-0 items-center gap-2 text-sm font-medium [&_span]:text-ink">
            <StatusBadge status={status} />
          </h2>
          <span className="flex-1 text-xs text-ink-3 tabular-nums">
            {total === null ? null : total.toLocaleString('en')}
          </span>
          {onCollapse ? (
            <IconButton label={`Close ${label}`} icon={ChevronsRight} onClick={onCollapse} />
          ) : null}
        </header>
      )}
      <ColumnBody column={column}>
        <VirtualStack
          label={label}
          className="flex-1 px-2 pt-0.5 pb-2"
          items={cards}
          keyOf={card => card.job.id}
          nameOf={card => cardName(card, now)}
          estimate={CARD_PIXELS}
          gap={8}
          most={MOST_CARDS}
          activeKey={activeId}
          wish={wish}
          onWishDone={onWishDone}
          total={total}
          hasMore={column.hasMore}
          onLoadMore={column.loadMore}
          onFocusItem={onFocusCard}
          onOpen={acts.open}
          renderItem={(card, active) => (
            <BoardCard
              card={card}
              now={now}
              active={active}
              opened={card.job.id === openedId}
              menuOpen={card.job.id === menuOf}
              acts={acts}
            />
          )}
        />
      </ColumnBody>
    </section>
  )
}

function ColumnBody({ column, children }: { column: Column; children: ReactNode }) {
  const { status, cards, error, isPending, retry } = column
  if (error && cards.length === 0) return <Failure error={error} onRetry={retry} />
  if (isPending)
    return (
      <div
        role="status"
        aria-label={`Loading ${STATUS_LABELS[status]}`}
        className="flex flex-col gap-2 px-2 pt-0.5"
      >
        {['a', 'b', 'c'].map(key => (
          <Skeleton key={key} className="h-24 w-full rounded" />
        ))}
      </div>
    )
  if (cards.length === 0)
    return (
      <p className="mx-2 mb-2 rounded border border-dashed border-line px-3 py-4 text-xs text-ink-3">
        {EMPTY_WORDS[status]}
      </p>
    )
  return children
}

/** A column that stands closed at the right: its name and count; it opens, and takes cards all the same. */
export function ClosedColumn({
  status,
  count,
  onOpen,
}: {
  status: JobStatus
  count: number | null
  onOpen: () => void
}) {
  const [element, over] = useDropTarget(status)
  const words = `${STATUS_LABELS[status]}${count === null ? '' : `, ${count.toLocaleString('en')}`}`
  return (
    <section
      ref={element}
      aria-label={words}
      data-column={status}
      className={clsx('flex w-10 shrink-0 flex-col rounded', over ? 'bg-selected' : 'bg-sunken')}
    >
      <button
        type="button"
        aria-expanded={false}
        title={STATUS_HINTS[status]}
        onClick={onOpen}
        className="flex flex-1 flex-col items-center gap-2 rounded px-1 py-3 hover:bg-hover"
      >
        <span className="sr-only">Open </span>
        <StatusBadge status={status} iconOnly />
        <span className="text-xs text-ink-3 tabular-nums">
          {count === null ? null : (
            <>
              <span className="sr-only">, </span>
              {count.toLocaleString('en')}
            </>
          )}
        </span>
        <span aria-hidden className="text-sm text-ink-2 [writing-mode:vertical-rl]">
          {STATUS_LABELS[status]}
        </span>
      </button>
    </section>
  )
}
