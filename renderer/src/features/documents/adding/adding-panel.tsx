import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, CircleDashed, LoaderCircle, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { DocumentReading } from '../../../../../main/contract/documents.ts'
import { ask, client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { isBeingRead, readingWords } from '../document-words.ts'
import { adding, useAdding } from './adding.ts'
import type { AddItem } from './adding-queue.ts'
import { endText, itemWords, sumUp } from './adding-words.ts'

/** Rows asked for to know how far the added files are read; they are the newest. */
const NEWEST = 200
/** So few files are shown one by one without being asked for. */
const FEW = 4

/** How far the added versions are read, by version. */
function useReadings(items: readonly AddItem[]): ReadonlyMap<number, DocumentReading> {
  const { data } = useQuery({
    ...ask('documents', 'list', { limit: NEWEST }),
    enabled: items.some(({ versionId }) => versionId !== null),
  })
  return useMemo(
    () => new Map((data?.rows ?? []).map(({ current }) => [current.versionId, current.reading])),
    [data],
  )
}

/** Below the search field, while files are added and until the person has seen what came of it. */
export function AddingPanel() {
  const items = useAdding()
  return items.length === 0 ? null : <Panel items={items} />
}

function Panel({ items }: { items: readonly AddItem[] }) {
  const readings = useReadings(items)
  const [opened, setOpened] = useState<boolean | null>(null)
  const sum = sumUp(items, readings)
  const sending = sum.handled < sum.total
  const reading = !sending && sum.read < sum.kept
  const shown = opened ?? (sum.total <= FEW || sum.left > 0)
  const Chevron = shown ? ChevronUp : ChevronDown
  return (
    <section aria-label="Adding documents" className="border-b border-line bg-sunken px-4 py-2 sm:px-6">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-40 flex-1">
          {sending ? (
            <ProgressBar
              label="Adding documents"
              done={sum.handled}
              total={sum.total}
              onCancel={adding.cancel}
            />
          ) : reading ? (
            <ProgressBar
              label="Reading the documents"
              done={sum.read}
              total={sum.kept}
              onCancel={() => void client.documents.cancelReading({}).catch(failureToast)}
            />
          ) : (
            <p role="status" className="text-sm">
              {endText(sum)}
            </p>
          )}
        </div>
        <Button
          size="small"
          look="quiet"
          aria-expanded={shown}
          onClick={() => setOpened(!shown)}
          className="-mr-1"
        >
          {shown ? 'Hide the files' : 'Show the files'}
          <Chevron aria-hidden className="size-4" />
        </Button>
        {sending ? null : <IconButton label="Close" icon={X} onClick={adding.clear} />}
      </div>
      {shown ? (
        <ul aria-label="Files that are added" className="flex max-h-56 flex-col overflow-y-auto pt-1">
          {items.map(item => (
            <Line
              key={item.id}
              item={item}
              reading={item.versionId === null ? null : (readings.get(item.versionId) ?? null)}
              onLeave={() => !sending && items.length === 1 && adding.clear()}
            />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function StateIcon({ item, reading }: { item: AddItem; reading: DocumentReading | null }) {
  const busy = item.state === 'sending' || (item.state === 'kept' && reading !== null && isBeingRead(reading))
  if (busy)
    return (
      <LoaderCircle
        aria-hidden
        className="mt-1 size-4 shrink-0 text-info motion-safe:animate-pulse"
        strokeWidth={1.75}
      />
    )
  if (item.state === 'waiting')
    return <CircleDashed aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
  const tone = reading ? readingWords(reading).tone : 'good'
  if (item.state === 'failed' || tone === 'warn' || tone === 'bad')
    return (
      <CircleAlert
        aria-hidden
        className={`mt-1 size-4 shrink-0 ${item.state === 'failed' || tone === 'bad' ? 'text-bad' : 'text-warn'}`}
        strokeWidth={1.75}
      />
    )
  if (item.state === 'cancelled')
    return <X aria-hidden className="mt-1 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
  return <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-good" strokeWidth={1.75} />
}

function Line({
  item,
  reading,
  onLeave,
}: {
  item: AddItem
  reading: DocumentReading | null
  onLeave: () => void
}) {
  const { documentId } = item
  const reviewed = reading?.state === 'read' && reading.looksLike === 'resume'
  return (
    <li className="flex items-start gap-2 border-t border-line py-1 text-sm">
      <StateIcon item={item} reading={reading} />
      <p className="min-w-0 flex-1 py-0.5">
        <span className="font-medium break-words">{item.file.name}</span>{' '}
        <span className="text-ink-2 tabular-nums">{itemWords(item, reading)}</span>
      </p>
      <span className="flex shrink-0 flex-wrap items-center justify-end gap-x-3">
        {reviewed && documentId !== null ? (
          <Link
            to={`/documents/${documentId}/review`}
            onClick={onLeave}
            className="text-link inline-flex min-h-7 items-center font-medium"
            aria-label={`Review what ${item.file.name} says`}
          >
            Review
          </Link>
        ) : null}
        {documentId !== null ? (
          <Link
            to={`/documents/${documentId}`}
            onClick={onLeave}
            className="text-link inline-flex min-h-7 items-center"
            aria-label={`Open ${item.file.name}`}
          >
            Open
          </Link>
        ) : null}
        {item.again || item.state === 'cancelled' ? (
          <Button
            size="small"
            aria-label={`Try again: ${item.file.name}`}
            onClick={() => adding.again(item.id)}
          >
            Try again
          </Button>
        ) : null}
      </span>
    </li>
  )
}
