import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { DocumentId, JobId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { LetterEditor } from './letter-editor.tsx'
import type { LetterJob } from './letter-job.tsx'
import type { StoredLetter } from './letter-state.ts'

/**
 * `/letters/new?jobId=7` and `/letters/12`. A new letter gets its address with its first save, and goes on being written
 * where it is.
 */
export function LetterPage() {
  const { documentId = '' } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  // A new letter for another job is another letter.
  const asked = documentId === 'new' ? `new ${search.get('jobId') ?? ''}` : documentId
  const [session, setSession] = useState({ key: 0, asked, opened: asked })
  const created = useRef('')
  if (asked !== session.asked)
    setSession(
      asked === created.current ? { ...session, asked } : { key: session.key + 1, asked, opened: asked },
    )
  const onCreated = (id: DocumentId) => {
    created.current = String(id)
    void navigate(`/letters/${id}`, { replace: true })
  }
  if (session.opened.startsWith('new ')) return <NewLetter key={session.key} onCreated={onCreated} />
  const known = DocumentId.safeParse(Number(session.opened))
  return known.success ? (
    <OldLetter key={session.key} documentId={known.data} onCreated={onCreated} />
  ) : (
    <NoLetter />
  )
}

type OnCreated = (documentId: DocumentId) => void

function NewLetter({ onCreated }: { onCreated: OnCreated }) {
  const [search] = useSearchParams()
  // The address loses it with the first save.
  const [asked] = useState(() => JobId.safeParse(Number(search.get('jobId'))).data ?? null)
  const { data, isLoading } = useQuery({
    ...ask('jobs', 'get', { jobId: asked ?? (0 as JobId) }),
    enabled: asked !== null,
  })
  if (isLoading)
    return (
      <Page title="New letter">
        <SkeletonRows rows={3} label="Loading the job" />
      </Page>
    )
  const job: LetterJob | null = data
    ? { jobId: data.job.id, title: data.job.title, company: data.job.company }
    : null
  return (
    <LetterEditor
      stored={null}
      title={job ? `Letter to ${job.company}`.slice(0, 200) : ''}
      jobId={job?.jobId ?? null}
      job={job}
      onCreated={onCreated}
    />
  )
}

function OldLetter({ documentId, onCreated }: { documentId: DocumentId; onCreated: OnCreated }) {
  const kept = useQuery(ask('documents', 'get', { documentId }))
  const versionId = kept.data?.current.versionId
  const written = kept.data?.written === true
  const text = useQuery({
    ...ask('letters', 'read', { versionId: versionId ?? (0 as never) }),
    enabled: versionId !== undefined && written,
  })
  // As it was opened: later answers come to the editor itself.
  const opened = useRef<StoredLetter | null>(null)
  if (opened.current === null && text.data && versionId !== undefined)
    opened.current = { ...text.data, versionId }
  if (opened.current)
    return (
      <LetterEditor
        stored={opened.current}
        title=""
        jobId={null}
        job={kept.data?.job ?? null}
        onCreated={onCreated}
      />
    )
  const error = kept.error ?? text.error
  if (error)
    return (
      <Page title="Letter">
        <Failure error={error} onRetry={() => void (kept.error ? kept.refetch() : text.refetch())} />
      </Page>
    )
  if (kept.data && !written)
    return (
      <Page title={kept.data.title}>
        <EmptyState
          icon={FileText}
          title="This one came as a file"
          action={
            <Link to={`/documents/${documentId}`} className="text-link">
              Look at it
            </Link>
          }
        >
          Only what was written here can be changed here.
        </EmptyState>
      </Page>
    )
  return (
    <Page title="Letter">
      <SkeletonRows rows={6} label="Loading the letter" />
    </Page>
  )
}

function NoLetter() {
  return (
    <Page title="Letter">
      <EmptyState
        icon={FileText}
        title="There is no such letter"
        action={
          <Link to="/documents" className="text-link">
            Go to the documents
          </Link>
        }
      />
    </Page>
  )
}
