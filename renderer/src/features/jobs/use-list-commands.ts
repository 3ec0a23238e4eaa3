import { Ban, CircleHelp, Columns2, MailOpen, SquareCheck, Star, Tag } from 'lucide-react'
import { useCommands } from '../../app/commands.ts'

/** What the list of jobs offers by key and in the palette, for its row or for the selected ones. */
export function useListCommands(list: {
  /** The job stands instead of the list and offers these acts itself. */
  hidden: boolean
  focusList: () => void
  status: () => void
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
