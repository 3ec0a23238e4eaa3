import clsx from 'clsx'
import type { ApplicationCard } from '../../../../main/contract/applications.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { StatusBadge, StatusMenu } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { RESPONSE_LABELS } from './application-words.ts'
import { ageInStatus, cardNotes } from './card-notes.ts'

/** `wide`: one line of columns; `two`: two lines, for the room beside an application and for phones. */
export type ListRowLayout = 'wide' | 'two'

const STATUS = 'w-44 shrink-0'
const AGE = 'w-20 shrink-0 text-right'
const APPLIED = 'w-28 shrink-0 text-right'
const ANSWER = 'hidden w-52 pl-4 shrink-0 @min-[80rem]:block'
const NEXT = 'hidden w-56 shrink-0 @min-[56rem]:block'

/** The names of the columns, for the eye: each row says its own values in words. */
export function ListHead() {
  return (
    <div
      aria-hidden
      className="flex h-8 shrink-0 items-center gap-3 border-b border-line px-4 text-xs text-ink-3 sm:px-6"
    >
      <span className="w-7 shrink-0" />
      <span className="min-w-0 flex-1">Job</span>
      <span className={clsx(STATUS, 'pl-1.5')}>Status</span>
      <span className={AGE}>Since</span>
      <span className={APPLIED}>Applied</span>
      <span className={ANSWER}>First answer</span>
      <span className={NEXT}>Next</span>
    </div>
  )
}

/** One application as a line of the list. */
export function ListRow({
  card,
  now,
  layout,
  tabIndex,
  opened,
  statusOpen,
  onStatusOpen,
  onMove,
}: {
  card: ApplicationCard
  now: Date
  layout: ListRowLayout
  tabIndex: 0 | -1
  opened: boolean
  statusOpen: boolean
  onStatusOpen: (open: boolean) => void
  onMove: (to: JobStatus) => void
}) {
  const { job } = card
  const [note] = cardNotes(card, now)
  const warned = note && note.tone !== 'plain'
  const status = (iconOnly: boolean) => (
    <RowStatus
      status={job.status}
      iconOnly={iconOnly}
      tabIndex={tabIndex}
      open={statusOpen}
      onOpen={onStatusOpen}
      onMove={onMove}
    />
  )
  return (
    <div
      className={clsx(
        'flex h-full items-center gap-3 border-b border-line px-4 text-sm sm:px-6',
        opened ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <ScoreRing score={job.score} lessSure={job.lessSure} />
      {layout === 'wide' ? (
        <>
          <span className="flex min-w-0 flex-1 items-baseline gap-2">
            <span className="max-w-[70%] shrink-0 truncate">{job.title}</span>
            <span className="min-w-0 truncate text-ink-2">{job.company}</span>
          </span>
          <span className={STATUS}>{status(false)}</span>
          <span className={clsx(AGE, 'text-ink-2 tabular-nums')}>{ageInStatus(card, now)}</span>
          <span className={clsx(APPLIED, 'truncate text-ink-2')}>
            {card.appliedAt ? <When at={card.appliedAt} /> : '–'}
          </span>
          <span className={clsx(ANSWER, 'truncate text-ink-2')}>
            {card.response ? RESPONSE_LABELS[card.response.kind] : '–'}
          </span>
          <span className={clsx(NEXT, 'truncate', warned ? 'text-warn' : 'text-ink-2')} title={note?.text}>
            {note?.text ?? '–'}
          </span>
        </>
      ) : (
        <>
          <span className="flex min-w-0 flex-1 flex-col">
            <span className="truncate">{job.title}</span>
            <span className="truncate text-xs text-ink-2">{job.company}</span>
            <span className={clsx('truncate text-xs', warned ? 'text-warn' : 'text-ink-3')}>
              {[STATUS_LABELS[job.status], ageInStatus(card, now), note?.text].filter(Boolean).join(' · ')}
            </span>
          </span>
          {status(true)}
        </>
      )}
    </div>
  )
}

/** The status as a button; the menu itself exists only while it is open. */
function RowStatus({
  status,
  iconOnly,
  tabIndex,
  open,
  onOpen,
  onMove,
}: {
  status: JobStatus
  iconOnly: boolean
  tabIndex: 0 | -1
  open: boolean
  onOpen: (open: boolean) => void
  onMove: (to: JobStatus) => void
}) {
  if (open)
    return (
      <StatusMenu
        status={status}
        iconOnly={iconOnly}
        tabIndex={tabIndex}
        open
        onOpenChange={onOpen}
        onChange={onMove}
      />
    )
  return (
    <button
      type="button"
      aria-label={`Status: ${STATUS_LABELS[status]}`}
      aria-haspopup="menu"
      aria-expanded={false}
      tabIndex={tabIndex}
      onClick={() => onOpen(true)}
      className={clsx(
        'inline-flex min-h-7 max-w-full min-w-7 items-center rounded border border-transparent hover:bg-pressed',
        iconOnly ? 'justify-center' : 'px-1.5',
      )}
    >
      <StatusBadge status={status} iconOnly={iconOnly} />
    </button>
  )
}
