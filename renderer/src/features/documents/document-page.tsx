import { useQuery } from '@tanstack/react-query'
import { BookmarkCheck, Ellipsis, Files, PenLine, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { DocumentView } from '../../../../main/contract/documents.ts'
import { DocumentId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { NoPage } from '../../app/recovery.tsx'
import { errorOf } from '../../transport/client.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { BestJobs } from './best-jobs.tsx'
import { documentEntries } from './document-entries.ts'
import { canReview, factsText } from './document-words.ts'
import { DocumentFacts } from './parts/document-facts.tsx'
import { ReadingNotice } from './parts/reading-notice.tsx'
import { RenameDialog } from './parts/rename-dialog.tsx'
import { UsedIn } from './parts/used-in.tsx'
import { Versions } from './parts/versions.tsx'
import { useDocumentActs } from './use-document-acts.ts'
import { useDocumentCommands } from './use-document-commands.ts'
import { Viewer } from './viewer/viewer.tsx'

/** `/documents/12`: one résumé or letter, its pages or words, its versions, and where it is used. */
export function DocumentPage() {
  const asked = DocumentId.safeParse(Number(useParams().documentId))
  return asked.success ? <Loaded key={asked.data} documentId={asked.data} /> : <NoPage />
}

function Loaded({ documentId }: { documentId: DocumentId }) {
  const { data, error, refetch } = useQuery(ask('documents', 'get', { documentId }))
  if (error && errorOf(error).code === 'not_found') return <Gone />
  if (error && !data)
    return (
      <Page title="Document">
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title="Document">
        <SkeletonRows label="Loading the document" />
      </Page>
    )
  return <Document document={data} />
}

function Gone() {
  return (
    <Page title="Document">
      <EmptyState
        icon={Files}
        title="This document is not here"
        action={
          <Link to="/documents" className="text-link">
            All documents
          </Link>
        }
      >
        It may have been deleted. Ctrl+Z takes back what was deleted last.
      </EmptyState>
    </Page>
  )
}

function Document({ document }: { document: DocumentView }) {
  const acts = useDocumentActs()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [renaming, setRenaming] = useState(false)
  const [placing, setPlacing] = useState(false)
  const { title, current, history } = document
  const older = history.find(version => String(version.versionId) === params.get('version'))
  const shown = older ?? current
  const showCurrent = () => setParams({}, { replace: true })
  const leave = () => void navigate('/documents')
  const askFor = { rename: () => setRenaming(true), job: () => setPlacing(true) }
  useDocumentCommands(document, acts, { ...askFor, remove: () => acts.remove([document], leave) })
  return (
    <Page
      title={title}
      lead={
        <>
          <Link to="/documents" className="text-link">
            All documents
          </Link>
          {` · ${factsText(document)}`}
        </>
      }
      action={
        <>
          {canReview(document) ? (
            <Button look="primary" icon={BookmarkCheck} onClick={() => acts.review(document)}>
              Review for the profile
            </Button>
          ) : null}
          {document.written ? (
            <Button
              look={canReview(document) ? 'plain' : 'primary'}
              icon={PenLine}
              onClick={() => acts.edit(document)}
            >
              Edit
            </Button>
          ) : null}
          <Menu
            align="end"
            trigger={<IconButton label={`More for ${title}`} icon={Ellipsis} className="size-8" />}
            entries={documentEntries(document, acts, { ...askFor, removed: leave })}
          />
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <section aria-label="The document" className="min-w-0 rounded border border-line bg-surface">
            {shown.versionId === current.versionId ? null : (
              <div className="flex flex-wrap items-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm">
                <span className="flex-1">
                  This is version {shown.version}; version {current.version} is in use.
                </span>
                <Button
                  size="small"
                  icon={RotateCcw}
                  onClick={() => acts.restore(shown.versionId, showCurrent)}
                >
                  Restore
                </Button>
                <Button size="small" onClick={showCurrent}>
                  Back to version {current.version}
                </Button>
              </div>
            )}
            <ReadingNotice key={shown.versionId} version={shown} />
            <Viewer version={shown} title={title} find={params.get('find') ?? ''} />
          </section>
          {canReview({ current: shown }) ? (
            <BestJobs
              key={shown.versionId}
              documentId={document.documentId}
              versionId={shown.versionId}
              title={title}
            />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DocumentFacts document={document} version={shown} acts={acts} onJob={() => setPlacing(true)} />
          <Versions
            document={document}
            shown={shown}
            acts={acts}
            onShow={version =>
              setParams(
                version.versionId === current.versionId ? {} : { version: String(version.versionId) },
                { replace: true },
              )
            }
          />
          <UsedIn document={document} />
        </div>
      </div>
      {renaming ? (
        <RenameDialog
          title={title}
          onRename={name => acts.rename(document, name)}
          onClose={() => setRenaming(false)}
        />
      ) : null}
      <CompareDialog
        open={placing}
        title="Use for which job?"
        beside={title}
        without={document.job ? [document.job.jobId] : []}
        near={[]}
        onChoose={job => {
          acts.setJob(document, job.id)
          setPlacing(false)
        }}
        onClose={() => setPlacing(false)}
      />
    </Page>
  )
}
