import { Download, Trash2, X } from 'lucide-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { countText } from './document-words.ts'

/** What can be done to all selected documents at once; stands over the list while something is selected. */
export function DocumentsBulkBar({
  count,
  loaded,
  onSelectAll,
  onDownload,
  onRemove,
  onClear,
}: {
  count: number
  loaded: number
  onSelectAll: () => void
  onDownload: () => void
  onRemove: () => void
  onClear: () => void
}) {
  return (
    <div
      role="toolbar"
      data-bulk
      aria-label="Selected documents"
      className="flex min-h-[49px] shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2 sm:px-6"
    >
      <span className="text-sm font-medium tabular-nums">{count.toLocaleString('en')} selected</span>
      {count < loaded ? (
        <Button size="small" look="accent" onClick={onSelectAll}>
          Select all {loaded.toLocaleString('en')}
        </Button>
      ) : null}
      <Button size="small" icon={Download} onClick={onDownload}>
        Download
      </Button>
      <Button size="small" icon={Trash2} onClick={onRemove}>
        Delete {countText(count)}
      </Button>
      <span className="flex-1" />
      <IconButton label="Clear the selection" icon={X} shortcut="escape" onClick={onClear} />
    </div>
  )
}
