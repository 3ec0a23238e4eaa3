import {
  Archive,
  Ban,
  CircleHelp,
  Columns2,
  CornerDownLeft,
  ListChecks,
  MailOpen,
  Pencil,
  SquareCheck,
  Star,
  Tag,
  ThumbsUp,
} from 'lucide-react'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { useCommands } from '../../app/commands.ts'

/** What the list of jobs offers by key and in the palette, for its row or for the selected ones. */
export function useListCommands(list: {
  /** The job stands instead of the list and offers these acts itself. */
  hidden: boolean
  focusList: () => void
  status: () => void
  move: (status: JobStatus) => void
  open: () => void
  edit: () => void
  selectAll: () => void
  /** Selects up to the next row (1) or the one before (-1). */
  extend: (step: 1 | -1) => void
  favourite: () => void
  unread: () => void
  select: () => void
  why: () => void
  compare: () => void
  block: () => void
}): void {
  const group = 'Jobs'
  useCommands(
    list.hidden
      ? []
      : [
          { id: 'job.status', title: 'Set the status', group, icon: Tag, shortcut: 's', run: list.status },
          {
            id: 'job.approve',
            title: 'Approve',
            group,
            icon: ThumbsUp,
            shortcut: 'a',
            keywords: 'status worth applying',
            run: () => list.move('approved'),
          },
          {
            id: 'job.archive',
            title: 'Archive',
            group,
            icon: Archive,
            shortcut: 'delete',
            keywords: 'status put away remove',
            run: () => list.move('archived'),
          },
          {
            id: 'job.open',
            title: 'Open the job',
            group,
            icon: CornerDownLeft,
            run: list.open,
          },
          {
            id: 'job.edit',
            title: 'Correct the facts',
            group,
            icon: Pencil,
            shortcut: 'e',
            run: list.edit,
          },
          {
            id: 'jobs.select_down',
            title: 'Select up to the next row',
            group,
            shortcut: 'shift+j',
            run: () => list.extend(1),
          },
          {
            id: 'jobs.select_up',
            title: 'Select up to the row before',
            group,
            shortcut: 'shift+k',
            run: () => list.extend(-1),
          },
          {
            id: 'job.select_all',
            title: 'Select all loaded jobs',
            group,
            icon: ListChecks,
            run: list.selectAll,
          },
          {
            id: 'job.favourite',
            title: 'Favourite or not',
            group,
            icon: Star,
            shortcut: 'f',
            run: list.favourite,
          },
          {
            id: 'job.unread',
            title: 'Mark as read or unread',
            group,
            icon: MailOpen,
            shortcut: 'u',
            run: list.unread,
          },
          {
            id: 'job.select',
            title: 'Select or not',
            group,
            icon: SquareCheck,
            shortcut: 'x',
            run: list.select,
          },
          {
            id: 'job.why',
            title: 'Show why this score',
            group,
            icon: CircleHelp,
            shortcut: 'w',
            keywords: 'explain explanation',
            run: list.why,
          },
          {
            id: 'job.compare',
            title: 'Compare with another job',
            group,
            icon: Columns2,
            shortcut: 'c',
            keywords: 'why this and not that beside',
            run: list.compare,
          },
          {
            id: 'job.block',
            title: 'Block the company',
            group,
            icon: Ban,
            shortcut: 'b',
            keywords: 'hide employer',
            run: list.block,
          },
          { id: 'jobs.next', title: 'Go to the list', group, shortcut: 'j', run: list.focusList },
          { id: 'jobs.previous', title: 'Go to the list', group, shortcut: 'k', run: list.focusList },
        ],
  )
}
