import clsx from 'clsx'
import { Ellipsis, FileText, type LucideIcon, Mail } from 'lucide-react'
import { Link } from 'react-router'
import type { DocumentKind, DocumentRow } from '../../../../main/contract/documents.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { When } from '../../ui/when.tsx'
import { factsText, usedText } from './document-words.ts'
import { RenameField } from './parts/rename-field.tsx'
import { Snippet } from './parts/snippet.tsx'
import { ReadingBadge } from './reading-badge.tsx'

const ICONS: Record<DocumentKind, LucideIcon> = { resume: FileText, cover_letter: Mail }

/** One document in the list: what it is, how far it is read, what it is for. */
export function DocumentListRow({
  row,
  tabIndex,
  stacked,
  selected,
  renaming,
  entries,
  onSelect,
  onRename,
  onRenameEnd,
}: {
  row: DocumentRow
  tabIndex: 0 | -1
  stacked: boolean
  selected: boolean
  renaming: boolean
  entries: readonly MenuEntry[]
  onSelect: (selected: boolean) => void
  onRename: (title: string) => void
  onRenameEnd: (byKey: boolean) => void
}) {
  const { title, job, current, used, changedAt } = row
  const Icon = ICONS[row.kind]
  const badge = <ReadingBadge reading={current.reading} />
  return (
    <div
      className={clsx(
        'flex h-full gap-2 border-b border-line px-4 sm:px-6',
        stacked ? 'items-start py-2' : 'items-center',
        selected ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <label className="inline-flex size-6 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          aria-label={`Select ${title}`}
          checked={selected}
          tabIndex={tabIndex}
          onChange={event => onSelect(event.target.checked)}
          className="size-4 accent-(--accent)"
        />
      </label>
      {stacked ? null : <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />}
      <div className="min-w-0 flex-1">
        {renaming ? (
          <RenameField title={title} onRename={onRename} onEnd={onRenameEnd} className="max-w-md" />
        ) : (
          <p className="truncate font-medium" title={title}>
            {title}
          </p>
        )}
        <p className="truncate text-sm text-ink-2">
          {row.snippet ? <Snippet parts={row.snippet} /> : factsText(row)}
        </p>
        {stacked ? (
          <>
            <p className="flex items-center gap-2 pt-0.5 text-xs text-ink-2">
              {badge}
              <When at={changedAt} className="shrink-0" />
            </p>
            <p className="flex min-w-0 items-baseline gap-2 pt-0.5 text-sm text-ink-2">
              {job ? (
                <Link
                  to={`/jobs/${job.jobId}`}
                  tabIndex={tabIndex}
                  title={`${job.title} · ${job.company}`}
                  className="text-link min-w-0 truncate"
                >
                  {job.title} · {job.company}
                </Link>
              ) : null}
              {used > 0 ? <span className="shrink-0">{usedText(used)}</span> : null}
            </p>
          </>
        ) : null}
      </div>
      {stacked ? null : (
        <>
          <div className="flex w-44 shrink-0 justify-start">{badge}</div>
          <div className="w-56 min-w-0 shrink-0 text-sm">
            {job ? (
              <Link
                to={`/jobs/${job.jobId}`}
                tabIndex={tabIndex}
                title={`${job.title} · ${job.company}`}
                className="text-link block truncate"
              >
                {job.title} · {job.company}
              </Link>
            ) : null}
            <p className="truncate text-ink-2">{usedText(used)}</p>
          </div>
          <p className="w-28 shrink-0 text-right text-sm text-ink-2">
            <When at={changedAt} />
          </p>
        </>
      )}
      <Menu
        align="end"
        trigger={<IconButton tabIndex={tabIndex} label={`More for ${title}`} icon={Ellipsis} />}
        entries={entries}
      />
    </div>
  )
}
