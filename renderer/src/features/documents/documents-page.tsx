import { FilePlus2, Files, PenLine, SearchX, X } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import { useCommand } from '../../app/commands.ts'
import { client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { useDocumentsProgress } from '../../app/live.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { openAddDocuments } from './adding/add-opener.ts'
import { useAdding } from './adding/adding.ts'
import { DocumentList } from './document-list.tsx'
import { countText } from './document-words.ts'
import { type DocumentsView, isFiltered, LONGEST_SEARCH, readView, writeView } from './documents-view.ts'
import { useDocumentList } from './use-document-list.ts'

const KINDS = [
  { value: 'all', label: 'All' },
  { value: 'resume', label: 'Résumés' },
  { value: 'cover_letter', label: 'Letters' },
] as const
const PLACES = [
  { value: 'all', label: 'Any place' },
  { value: 'library', label: 'In the library' },
  { value: 'job', label: 'For a job' },
] as const

/** `/documents`: the résumés and letters that are kept here. */
export function DocumentsPage() {
  const [params, setParams] = useSearchParams()
  const view = readView(params)
  const list = useDocumentList(view)
  const put = (more: Partial<DocumentsView>) => setParams(writeView({ ...view, ...more }), { replace: true })
  const add = () => openAddDocuments({ jobId: view.jobId, kind: view.kind })
  useCommand({
    id: 'documents.add_here',
    title: 'Add documents here',
    group: 'Documents',
    icon: FilePlus2,
    shortcut: 'n',
    run: add,
  })
  const filtered = isFiltered(view)
  const { rows, total } = list
  return (
    <Page
      title="Documents"
      fill
      lead={list.isPending || rows.length === 0 ? undefined : countText(total ?? rows.length, total === null)}
      action={
        <>
          <Link
            to="/letters/new"
            className="inline-flex min-h-8 items-center gap-1.5 rounded border border-control/60 bg-surface px-3 py-1 text-sm hover:bg-hover active:bg-pressed"
          >
            <PenLine aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            Write a letter
          </Link>
          <Button look="primary" icon={FilePlus2} onClick={add}>
            Add documents
          </Button>
        </>
      }
    >
      {rows.length === 0 && !filtered ? null : <Filters view={view} onChange={put} />}
      <ReadingLine />
      {list.error && rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={8} label="Loading the documents" />
      ) : rows.length === 0 ? (
        <None filtered={filtered} onAdd={add} onClear={() => setParams({}, { replace: true })} />
      ) : (
        <DocumentList
          rows={rows}
          text={view.text}
          total={total}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
        />
      )}
    </Page>
  )
}

function Filters({
  view,
  onChange,
}: {
  view: DocumentsView
  onChange: (more: Partial<DocumentsView>) => void
}) {
  const { text, kind, place, jobId } = view
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 sm:px-6">
      <span className="relative block min-w-40 flex-1 sm:max-w-80">
        <TextField
          label="Search the documents"
          hideLabel
          role="searchbox"
          maxLength={LONGEST_SEARCH}
          placeholder="Title, or words in a document"
          value={text}
          onChange={event => onChange({ text: event.target.value })}
        />
        {text === '' ? null : (
          <span className="absolute inset-y-0.5 right-0.5 flex items-center bg-surface">
            <IconButton label="Clear the search" icon={X} onClick={() => onChange({ text: '' })} />
          </span>
        )}
      </span>
      <RadioGroup
        label="Kind"
        hideLabel
        options={KINDS}
        value={kind ?? 'all'}
        onChange={value => onChange({ kind: value === 'all' ? null : value })}
      />
      {jobId === null ? (
        <Select
          label="Place"
          hideLabel
          className="min-w-32 flex-1 sm:max-w-40"
          options={PLACES}
          value={place ?? 'all'}
          onChange={value => onChange({ place: value === 'all' ? null : value })}
        />
      ) : (
        <Button size="small" icon={X} onClick={() => onChange({ jobId: null })}>
          Only those of one job
        </Button>
      )}
    </div>
  )
}

/** How far reading is that nobody watches elsewhere on the page. */
function ReadingLine() {
  const progress = useDocumentsProgress()
  const watched = useAdding().length > 0
  if (!progress || watched) return null
  return (
    <div className="border-b border-line px-4 py-2 sm:px-6">
      <ProgressBar
        label="Reading the documents"
        done={progress.done}
        total={progress.total}
        onCancel={() => void client.documents.cancelReading({}).catch(failureToast)}
      />
    </div>
  )
}

function None({ filtered, onAdd, onClear }: { filtered: boolean; onAdd: () => void; onClear: () => void }) {
  if (filtered)
    return (
      <EmptyState
        icon={SearchX}
        title="No document matches"
        action={
          <Button look="primary" onClick={onClear}>
            Show all documents
          </Button>
        }
      >
        No title and no text has these words, or none is of this kind. Words in pictures and in locked files
        are not found.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Files}
      title="No documents yet"
      action={
        <Button look="primary" icon={FilePlus2} onClick={onAdd}>
          Add documents
        </Button>
      }
    >
      Drop your résumé anywhere in this window: PDF, Word, RTF, Markdown, text, a JSON Resume, or the PDF of a
      LinkedIn profile. It is read on this computer and nothing leaves it. You see what it says beside your
      profile before anything is taken over, and which jobs it fits.
    </EmptyState>
  )
}
