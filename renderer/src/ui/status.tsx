import clsx from 'clsx'
import {
  Archive,
  CircleCheckBig,
  CircleDashed,
  CircleX,
  Handshake,
  type LucideIcon,
  MessagesSquare,
  PencilLine,
  Send,
  ThumbsUp,
} from 'lucide-react'
import { STATUS_HINTS, STATUS_LABELS, STATUS_SHORTCUTS } from '../../../main/contract/labels.ts'
import { JOB_STATUSES, type JobStatus } from '../../../main/contract/values.ts'
import { Menu, type MenuEntry } from './menu.tsx'

/** Icon and colour of each status; the word comes from the contract's labels. */
const STATUS_FACES: Record<JobStatus, { icon: LucideIcon; colour: string }> = {
  waiting: { icon: CircleDashed, colour: 'text-ink-3' },
  approved: { icon: ThumbsUp, colour: 'text-info' },
  preparing_to_apply: { icon: PencilLine, colour: 'text-info' },
  applied: { icon: Send, colour: 'text-accent' },
  interview: { icon: MessagesSquare, colour: 'text-warn' },
  offer: { icon: Handshake, colour: 'text-good' },
  accepted: { icon: CircleCheckBig, colour: 'text-good' },
  rejected: { icon: CircleX, colour: 'text-bad' },
  archived: { icon: Archive, colour: 'text-ink-3' },
}

/** A status as icon, word and colour. */
export function StatusBadge({ status, iconOnly = false }: { status: JobStatus; iconOnly?: boolean }) {
  const { icon: Icon, colour } = STATUS_FACES[status]
  return (
    <span
      title={STATUS_HINTS[status]}
      className="inline-flex min-w-0 items-center gap-1.5 text-sm text-ink-2"
    >
      <Icon aria-hidden className={clsx('size-4 shrink-0', colour)} strokeWidth={1.75} />
      <span className={iconOnly ? 'sr-only' : 'truncate'}>{STATUS_LABELS[status]}</span>
    </span>
  )
}

/** The entries that move a job to each status, for menus and context menus. */
export function statusEntries(current: JobStatus | null, onChange: (status: JobStatus) => void): MenuEntry[] {
  return JOB_STATUSES.flatMap((status): MenuEntry[] => {
    const { icon, colour } = STATUS_FACES[status]
    const item: MenuEntry = {
      label: STATUS_LABELS[status],
      icon,
      iconClass: colour,
      shortcut: `s ${STATUS_SHORTCUTS[status]}`,
      checked: status === current,
      onSelect: () => status !== current && onChange(status),
    }
    return status === 'rejected' ? ['separator', item] : [item]
  })
}

/** The status of one job as a button that opens the list of moves. */
export function StatusMenu({
  status,
  onChange,
  iconOnly = false,
  tabIndex,
  open,
  onOpenChange,
}: {
  status: JobStatus
  onChange: (status: JobStatus) => void
  iconOnly?: boolean
  tabIndex?: number
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  return (
    <Menu
      entries={statusEntries(status, onChange)}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
      trigger={
        <button
          type="button"
          tabIndex={tabIndex}
          aria-label={`Status: ${STATUS_LABELS[status]}`}
          className={clsx(
            'inline-flex min-h-7 min-w-7 items-center rounded hover:bg-hover active:bg-pressed',
            iconOnly ? 'justify-center' : 'border border-control/60 px-2',
          )}
        >
          <StatusBadge status={status} iconOnly={iconOnly} />
        </button>
      }
    />
  )
}
