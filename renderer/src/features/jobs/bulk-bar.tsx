import { Ban, ChevronDown, Columns2, Download, MailOpen, Star, X } from 'lucide-react'
import { useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { statusEntries } from '../../ui/status.tsx'
import { toast } from '../../ui/toast-store.ts'
import { saveTextFile } from '../profile/download.ts'
import type { JobChanges } from './job-changes.ts'
import { filterOf, type JobsView } from './jobs-view.ts'
import { useStatusLetters } from './use-status-letters.ts'

/** Jobs that can be selected at once. */
const MOST = 10_000
/** Companies that can be blocked at once. */
const MOST_COMPANIES = 200
/** A change of more jobs than this shows that it is under way. */
const BIG = 300

/** What can be done to all selected jobs at once; takes the place of the filters while something is selected. */
export function BulkBar({
  view,
  rows,
  more,
  loaded,
  total,
  changes,
  onBlock,
  onCompare,
  statusOpen,
  onStatusOpen,
  onSelect,
  onClear,
}: {
  view: JobsView
  /** The selected jobs whose rows are loaded, and the ids of the others. */
  rows: readonly JobRow[]
  more: readonly JobId[]
  loaded: readonly JobRow[]
  /** How many jobs the list holds; null: not known. */
  total: number | null
  changes: JobChanges
  /** Blocks the companies of the selected jobs. */
  onBlock: () => void
  onCompare: (first: JobRow, second: JobRow) => void
  statusOpen: boolean
  onStatusOpen: (open: boolean) => void
  onSelect: (jobIds: readonly JobId[]) => void
  onClear: () => void
}) {
  const count = rows.length + more.length
  useStatusLetters(statusOpen, status => {
    onStatusOpen(false)
    changes.setStatus(rows, status, more)
  })
  const allFavourite = rows.every(row => row.favourite)
  const anyUnread = rows.some(row => row.unread)
  const [first, second, third] = rows
  const companies = new Set(rows.map(row => row.companyId)).size
  const [busy, setBusy] = useState<string | null>(null)
  const during = (words: string, work: () => Promise<void>) => {
    setBusy(words)
    work()
      .catch(failureToast)
      .finally(() => setBusy(null))
  }

  const selectEvery = () => {
    if (total !== null && total <= loaded.length) onSelect(loaded.map(row => row.id))
    else
      during('Selecting all jobs', async () => {
        const found = await client.jobs.ids({ filter: filterOf(view) })
        onSelect(found.jobIds)
        if (found.total > found.jobIds.length)
          toast(
            `${found.jobIds.length.toLocaleString('en')} of ${found.total.toLocaleString('en')} jobs are selected`,
            { description: 'That is the most at once. A narrower filter reaches the others.' },
          )
      })
  }
  const save = (format: 'csv' | 'json') =>
    during('Writing the file', async () => {
      const jobIds = [...rows.map(row => row.id), ...more].slice(0, MOST)
      const { fileName, text } = await client.jobs.export({ jobIds, format })
      saveTextFile(fileName, text, format === 'csv' ? 'text/csv' : 'application/json')
      toast(`Saved ${fileName}`, { tone: 'good' })
    })

  const running = busy ?? (changes.underWay > BIG ? 'Changing the jobs' : null)
  return (
    <div
      role="toolbar"
      data-bulk
      aria-label="Selected jobs"
      className="order-first flex min-h-[49px] shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2 sm:px-6"
    >
      <span className="text-sm font-medium tabular-nums">{count.toLocaleString('en')} selected</span>
      {count < (total ?? loaded.length + 1) ? (
        <Button size="small" look="accent" busy={busy !== null} onClick={selectEvery}>
          {total === null ? 'Select all' : allWords(total)}
        </Button>
      ) : null}
      <Menu
        entries={statusEntries(null, status => changes.setStatus(rows, status, more))}
        open={statusOpen}
        onOpenChange={onStatusOpen}
        trigger={
          <Button icon={ChevronDown} size="small">
            Set status
          </Button>
        }
      />
      <Button size="small" icon={Star} onClick={() => changes.setFavourite(rows, !allFavourite, more)}>
        {allFavourite ? 'Remove from favourites' : 'Add to favourites'}
      </Button>
      <Button size="small" icon={MailOpen} onClick={() => changes.setUnread(rows, !anyUnread, more)}>
        {anyUnread ? 'Mark as read' : 'Mark as unread'}
      </Button>
      <Button
        size="small"
        icon={Ban}
        disabled={more.length > 0 || companies > MOST_COMPANIES}
        title={
          more.length > 0
            ? 'Companies are blocked for jobs that are loaded; select fewer'
            : companies > MOST_COMPANIES
              ? `At most ${MOST_COMPANIES} companies are blocked at once; select fewer`
              : undefined
        }
        onClick={onBlock}
      >
        {companies === 1 ? 'Block the company' : `Block ${companies.toLocaleString('en')} companies`}
      </Button>
      {first && second && !third && more.length === 0 ? (
        <Button size="small" icon={Columns2} onClick={() => onCompare(first, second)}>
          Compare
        </Button>
      ) : null}
      <Menu
        entries={[
          { label: 'As a table (CSV)', onSelect: () => save('csv') },
          { label: 'As data (JSON)', onSelect: () => save('json') },
        ]}
        trigger={
          <Button size="small" icon={Download}>
            Export
          </Button>
        }
      />
      <span className="flex-1" />
      {running ? (
        <div className="w-40">
          <ProgressBar label={running} done={0} total={null} countHidden />
        </div>
      ) : null}
      <IconButton label="Clear the selection" icon={X} shortcut="escape" onClick={onClear} />
    </div>
  )
}

const allWords = (total: number) =>
  total > MOST
    ? `Select ${MOST.toLocaleString('en')} of ${total.toLocaleString('en')}`
    : `Select all ${total.toLocaleString('en')}`
