import { Ban, ChevronDown, Columns2, MailOpen, Star, X } from 'lucide-react'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { statusEntries } from '../../ui/status.tsx'
import type { JobChanges } from './job-changes.ts'
import { useStatusLetters } from './use-status-letters.ts'

/** What can be done to all selected jobs at once; takes the place of the filters while something is selected. */
export function BulkBar({
  rows,
  loaded,
  changes,
  onBlock,
  onCompare,
  statusOpen,
  onStatusOpen,
  onSelectAll,
  onClear,
}: {
  rows: readonly JobRow[]
  /** How many rows could be selected. */
  loaded: number
  changes: JobChanges
  /** Blocks the companies of the selected jobs. */
  onBlock: () => void
  onCompare: (first: JobRow, second: JobRow) => void
  statusOpen: boolean
  onStatusOpen: (open: boolean) => void
  onSelectAll: () => void
  onClear: () => void
}) {
  useStatusLetters(statusOpen, status => {
    onStatusOpen(false)
    changes.setStatus(rows, status)
  })
  const allFavourite = rows.every(row => row.favourite)
  const anyUnread = rows.some(row => row.unread)
  const [first, second, third] = rows
  const companies = new Set(rows.map(row => row.companyId)).size
  return (
    <div
      role="toolbar"
      data-bulk
      aria-label="Selected jobs"
      className="flex min-h-[49px] shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2 sm:px-6"
    >
      <span className="text-sm font-medium">{rows.length.toLocaleString('en')} selected</span>
      <Menu
        entries={statusEntries(null, status => changes.setStatus(rows, status))}
        open={statusOpen}
        onOpenChange={onStatusOpen}
        trigger={
          <Button icon={ChevronDown} size="small">
            Set status
          </Button>
        }
      />
      <Button size="small" icon={Star} onClick={() => changes.setFavourite(rows, !allFavourite)}>
        {allFavourite ? 'Remove from favourites' : 'Add to favourites'}
      </Button>
      <Button size="small" icon={MailOpen} onClick={() => changes.setUnread(rows, !anyUnread)}>
        {anyUnread ? 'Mark as read' : 'Mark as unread'}
      </Button>
      <Button size="small" icon={Ban} onClick={onBlock}>
        {companies === 1 ? 'Block the company' : `Block ${companies.toLocaleString('en')} companies`}
      </Button>
      {first && second && !third ? (
        <Button size="small" icon={Columns2} onClick={() => onCompare(first, second)}>
          Compare
        </Button>
      ) : null}
      {rows.length < loaded ? (
        <Button size="small" look="quiet" onClick={onSelectAll}>
          Select all {loaded.toLocaleString('en')} shown
        </Button>
      ) : null}
      <span className="flex-1" />
      <IconButton label="Clear the selection" icon={X} shortcut="escape" onClick={onClear} />
    </div>
  )
}
