import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, CircleDashed, LoaderCircle, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { DocumentReading, DocumentRow } from '../../../../../main/contract/documents.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ProgressBar } from '../../../ui/progress-bar.tsx'
import { isBeingRead, readingWords } from '../document-words.ts'
import { adding, useAdding } from './adding.ts'
import type { AddItem } from './adding-queue.ts'
import { type AddedRows, addedRows, endText, itemWords, piecesOfIds, sumUp } from './adding-words.ts'

/** So few files are shown one by one without being asked for. */
const FEW = 4

/** The documents of the added files as they are now; what was answered stays while more are added. */
function useAddedRows(items: readonly AddItem[]): AddedRows {
  const pieces = useMemo(() => piecesOfIds(items), [items])
  const { data } = useQuery({
    queryKey: ['documents', 'list', 'added', pieces],
    queryFn: async () => {
      const answers = await Promise.all(
        pieces.map(documentIds => client.documents.list({ documentIds, limit: documentIds.length })),
      )
      return { asked: pieces.flat(), rows: answers.flatMap(({ rows }) => rows) }
    },
    enabled: pieces.length > 0,
    placeholderData: keepPreviousData,
    // Each file that is added is another question.
    gcTime: 0,
  })
  return useMemo(() => addedRows(data?.asked ?? [], data?.rows ?? []), [data])
}

/** Below the search field, while files are added and until the person has seen what came of it. */
export function AddingPanel() {
  const items = useAdding()
  return items.length === 0 ? null : <Panel items={items} />
}

function Panel({ items }: { items: readonly AddItem[] }) {
  const rows = useAddedRows(items)
  const [opened, setOpened] = useState<boolean | null>(null)
  const sum = sumUp(items, rows)
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
              row={item.versionId === null ? undefined : rows.byVersion.get(item.versionId)}
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

function Line({ item, row, onLeave }: { item: AddItem; row: DocumentRow | undefined; onLeave: () => void }) {
  const { documentId } = item
  const reading = row?.current.reading ?? null
  const reviewed = reading?.state === 'read' && reading.looksLike === 'resume'
  return (
    <li className="flex items-start gap-2 border-t border-line py-1 text-sm">
      <StateIcon item={item} reading={reading} />
      <p className="min-w-0 flex-1 py-0.5">
        <span className="font-medium break-words">{item.file.name}</span>{' '}
        <span className="text-ink-2 tabular-nums">{itemWords(item, row)}</span>
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
