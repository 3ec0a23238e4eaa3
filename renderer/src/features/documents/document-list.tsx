import { type KeyboardEvent, useRef, useState } from 'react'
import type { DocumentRow } from '../../../../main/contract/documents.ts'
import type { DocumentId } from '../../../../main/contract/ids.ts'
import { useCommands } from '../../app/commands.ts'
import { useWidthInRem } from '../../ui/media.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { useRowSelection } from '../jobs/use-row-selection.ts'
import { documentEntries } from './document-entries.ts'
import { DocumentListRow } from './document-list-row.tsx'
import { documentRowName } from './document-words.ts'
import { DocumentsBulkBar } from './documents-bulk-bar.tsx'
import { useDocumentActs } from './use-document-acts.ts'
import { useDocumentCommands } from './use-document-commands.ts'

/** Below this width a row takes three lines. */
const ONE_LINE_REM = 58

/** The documents with what can be done to them, by mouse and by key; several at once when several are selected. */
export function DocumentList({
  rows,
  text,
  total,
  hasMore,
  loadMore,
}: {
  rows: readonly DocumentRow[]
  /** What they were found by. */
  text: string
  total: number | null
  hasMore: boolean
  loadMore: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const stacked = useWidthInRem(box) < ONE_LINE_REM
  // Room for the line of jobs and applications, where there are any.
  const hasUses = rows.some(({ job, used }) => job !== null || used > 0)
  const acts = useDocumentActs()
  const [active, setActive] = useState<DocumentId | null>(null)
  const [renaming, setRenaming] = useState<DocumentId | null>(null)
  const [placed, setPlaced] = useState<DocumentRow | null>(null)
  const current = rows.find(row => row.documentId === active) ?? rows[0]
  const focusList = () =>
    box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')?.focus({ preventScroll: true })
  const selection = useRowSelection(
    rows,
    current,
    row => row.documentId,
    row => {
      setActive(row.documentId)
      requestAnimationFrame(focusList)
    },
  )
  const chosen = rows.filter(row => selection.ids.has(row.documentId))
  const remove = (which: readonly DocumentRow[]) => acts.remove(which, selection.clear)
  const targets = chosen.length > 0 ? chosen : current ? [current] : []

  useDocumentCommands(current ?? null, acts, {
    rename: () => setRenaming(current?.documentId ?? null),
    job: () => setPlaced(current ?? null),
    remove: () => targets.length > 0 && remove(targets),
  })
  const group = 'Documents'
  useCommands([
    {
      id: 'document.select',
      title: 'Select or not',
      group,
      shortcut: 'x',
      run: () => current && selection.toggle(current),
    },
    {
      id: 'documents.select_all',
      title: 'Select all loaded documents',
      group,
      run: () => selection.selectAll(rows.map(row => row.documentId)),
    },
    {
      id: 'documents.select_down',
      title: 'Select up to the next row',
      group,
      shortcut: 'shift+j',
      run: () => selection.extend(1),
    },
    {
      id: 'documents.select_up',
      title: 'Select up to the row before',
      group,
      shortcut: 'shift+k',
      run: () => selection.extend(-1),
    },
    { id: 'documents.next', title: 'Go to the list', group, shortcut: 'j', run: () => focusList() },
  ])
  const onRowKey = (event: KeyboardEvent, row: DocumentRow) => {
    if (event.key === 'F2') setRenaming(row.documentId)
    else if (event.key === 'Escape' && !event.defaultPrevented && chosen.length > 0) selection.clear()
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={box}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDownCapture={selection.onKeyDown}
      onClickCapture={selection.onClick}
      onMouseDownCapture={selection.onMouseDown}
    >
      {chosen.length > 0 ? (
        <DocumentsBulkBar
          count={chosen.length}
          loaded={rows.length}
          onSelectAll={() => selection.selectAll(rows.map(row => row.documentId))}
          onDownload={() => acts.download(chosen.map(row => row.current.versionId))}
          onRemove={() => remove(chosen)}
          onClear={() => {
            selection.clear()
            focusList()
          }}
        />
      ) : null}
      <VirtualList
        label="Documents"
        className="flex-1"
        items={rows}
        total={total}
        keyOf={row => row.documentId}
        nameOf={documentRowName}
        hasMore={hasMore}
        onLoadMore={loadMore}
        activeKey={active}
        onActiveChange={row => setActive(row.documentId)}
        onRowFocus={row => setActive(row.documentId)}
        rowRem={stacked ? (hasUses ? 6.5 : 5) : 3.5}
        onOpen={row => acts.open(row, text)}
        onRowKey={onRowKey}
        renderRow={(row, { tabIndex }) => (
          <DocumentListRow
            row={row}
            tabIndex={tabIndex}
            stacked={stacked}
            selected={selection.ids.has(row.documentId)}
            renaming={renaming === row.documentId}
            entries={documentEntries(row, acts, {
              rename: () => setRenaming(row.documentId),
              job: () => setPlaced(row),
            })}
            onSelect={on => selection.toggle(row, on)}
            onRename={title => acts.rename(row, title)}
            onRenameEnd={byKey => {
              setRenaming(null)
              if (byKey) requestAnimationFrame(focusList)
            }}
          />
        )}
      />
      <CompareDialog
        open={placed !== null}
        title="Use for which job?"
        beside={placed?.title ?? null}
        without={placed?.job ? [placed.job.jobId] : []}
        near={[]}
        onChoose={job => {
          if (placed) acts.setJob(placed, job.id)
          setPlaced(null)
        }}
        onClose={() => setPlaced(null)}
      />
    </div>
  )
}
