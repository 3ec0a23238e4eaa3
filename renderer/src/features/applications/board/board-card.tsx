import { draggable } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import clsx from 'clsx'
import { CalendarClock, Clock, CornerDownRight, Ellipsis, Hourglass, type LucideIcon } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import type { ApplicationCard } from '../../../../../main/contract/applications.ts'
import type { JobStatus } from '../../../../../main/contract/values.ts'
import { Menu } from '../../../ui/menu.tsx'
import { ScoreRing } from '../../../ui/score-ring.tsx'
import { statusEntries } from '../../../ui/status.tsx'
import { exactText } from '../../../ui/when-text.ts'
import { ageInStatus, type CardNote, cardNotes } from '../card-notes.ts'
import { dragDataOf } from './drag-data.ts'

/** What can be done to a card. Its functions stay the same objects, so that a move draws no other card again. */
export interface CardActs {
  openMenu: (card: ApplicationCard, open: boolean) => void
  move: (card: ApplicationCard, to: JobStatus) => void
  open: (card: ApplicationCard) => void
  openJob: (card: ApplicationCard) => void
}

const NOTE_ICONS: Record<CardNote['kind'], LucideIcon> = {
  interview: CalendarClock,
  deadline: Hourglass,
  stale: Clock,
  next: CornerDownRight,
}
const TONES: Record<CardNote['tone'], string> = { plain: 'text-ink-2', warn: 'text-warn', bad: 'text-bad' }

/** One application on the board; it can be taken and dropped on another column. */
export const BoardCard = memo(function BoardCard({
  card,
  now,
  active,
  opened,
  menuOpen,
  acts,
}: {
  card: ApplicationCard
  now: Date
  /** The one card that Tab reaches. */
  active: boolean
  /** It stands beside the board. */
  opened: boolean
  menuOpen: boolean
  acts: CardActs
}) {
  const box = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState(false)
  const { job } = card
  const { id: jobId, status } = job
  useEffect(() => {
    if (!box.current) return
    return draggable({
      element: box.current,
      getInitialData: () => dragDataOf(jobId, status),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    })
  }, [jobId, status])
  return (
    <div
      ref={box}
      className={clsx(
        'group/card flex flex-col gap-1.5 rounded border bg-surface px-3 pt-2.5 pb-1.5',
        opened ? 'border-accent' : 'border-line hover:border-control/60',
        dragging && 'opacity-50',
      )}
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <p className="line-clamp-2 text-sm leading-[1.125rem] font-medium break-words">{job.title}</p>
          <p className="truncate text-xs text-ink-2">{job.company}</p>
        </div>
        <ScoreRing score={job.score} lessSure={job.lessSure} />
      </div>
      <Notes notes={cardNotes(card, now)} />
      <div className="flex min-h-6 items-center gap-2">
        <span
          className="min-w-0 flex-1 truncate text-xs text-ink-3 tabular-nums"
          title={`In this status since ${exactText(card.movedAt)}`}
        >
          {ageInStatus(card, now)}
        </span>
        <CardMenu card={card} tabIndex={active ? 0 : -1} open={menuOpen} acts={acts} />
      </div>
    </div>
  )
})

function Notes({ notes }: { notes: readonly CardNote[] }) {
  if (notes.length === 0) return null
  return (
    <div className="flex flex-col gap-0.5">
      {notes.map(({ kind, text, tone }) => {
        const Icon = NOTE_ICONS[kind]
        return (
          <p key={kind} className={clsx('flex items-start gap-1.5 text-xs', TONES[tone])}>
            <Icon aria-hidden className="mt-0.5 size-3 shrink-0" strokeWidth={2} />
            <span className="line-clamp-2 min-w-0 break-words">{text}</span>
          </p>
        )
      })}
    </div>
  )
}

const MENU_BUTTON =
  'inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink ' +
  'opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100 in-[[role=listitem]:focus-visible]:opacity-100'

/** "Move to …" as a button; the menu itself exists only while it is open. */
function CardMenu({
  card,
  tabIndex,
  open,
  acts,
}: {
  card: ApplicationCard
  tabIndex: 0 | -1
  open: boolean
  acts: CardActs
}) {
  const label = `Move ${card.job.title}, and more`
  const face = <Ellipsis aria-hidden className="size-4" strokeWidth={1.75} />
  if (!open)
    return (
      <button
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={false}
        tabIndex={tabIndex}
        className={MENU_BUTTON}
        onClick={() => acts.openMenu(card, true)}
      >
        {face}
      </button>
    )
  return (
    <Menu
      open
      align="end"
      onOpenChange={next => acts.openMenu(card, next)}
      entries={[
        { heading: 'Move to' },
        ...statusEntries(card.job.status, to => acts.move(card, to)),
        'separator',
        { label: 'Open the application', shortcut: 'enter', onSelect: () => acts.open(card) },
        { label: 'Open the job', onSelect: () => acts.openJob(card) },
      ]}
      trigger={
        <button type="button" aria-label={label} tabIndex={tabIndex} className={MENU_BUTTON}>
          {face}
        </button>
      }
    />
  )
}
