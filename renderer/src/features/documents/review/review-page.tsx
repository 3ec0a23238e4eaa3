import { useMutation, useQuery } from '@tanstack/react-query'
import { BookmarkCheck, Check, Files, PanelTopOpen, Save } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { DocumentVersion, DocumentView } from '../../../../../main/contract/documents.ts'
import { DocumentId } from '../../../../../main/contract/ids.ts'
import type { ResumeReviewView } from '../../../../../main/contract/resumes.ts'
import { doChange } from '../../../app/changes.ts'
import { useCommands } from '../../../app/commands.ts'
import { ask, client } from '../../../app/core.ts'
import { Failure, failureToast } from '../../../app/failure.tsx'
import { NoPage } from '../../../app/recovery.tsx'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { useMedia } from '../../../ui/media.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../../ui/states.tsx'
import { LeaveGuard } from '../../campaigns/leave-guard.tsx'
import { ReadingNotice } from '../parts/reading-notice.tsx'
import { RefinePart } from './refine-part.tsx'
import { ReviewHistory } from './review-history.tsx'
import { type Decisions, faultAt, takenItems } from './review-items.ts'
import { ReviewList, type ReviewListHandle } from './review-list.tsx'
import { SourceView } from './source-view.tsx'

/** `/documents/12/review`: what a résumé says beside the profile, thing by thing, before anything changes. */
export function ReviewPage() {
  const asked = DocumentId.safeParse(Number(useParams().documentId))
  return asked.success ? <Loaded key={asked.data} documentId={asked.data} /> : <NoPage />
}

const TITLE = 'Review'

function Loaded({ documentId }: { documentId: DocumentId }) {
  const [params] = useSearchParams()
  const { data, error, refetch } = useQuery(ask('documents', 'get', { documentId }))
  if (error && !data)
    return (
      <Page title={TITLE}>
        {errorOf(error).code === 'not_found' ? (
          <EmptyState
            icon={Files}
            title="This document is not here"
            action={
              <Link to="/documents" className="text-link">
                All documents
              </Link>
            }
          />
        ) : (
          <Failure error={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  if (!data)
    return (
      <Page title={TITLE}>
        <SkeletonRows label="Loading the document" />
      </Page>
    )
  const version =
    data.history.find(({ versionId }) => String(versionId) === params.get('version')) ?? data.current
  return <Version key={version.versionId} document={data} version={version} />
}

function Version({
  document: { documentId, title },
  version,
}: {
  document: DocumentView
  version: DocumentVersion
}) {
  const { versionId, reading } = version
  const isRead = reading.state === 'read'
  const { data, error, refetch } = useQuery({
    ...ask('resumes', 'review', { versionId }),
    enabled: isRead,
  })
  const lead = (
    <>
      <Link to={`/documents/${documentId}`} className="text-link">
        {title}
      </Link>
      {' beside your profile. Nothing changes before you save.'}
    </>
  )
  if (isRead && data) return <Proposal title={title} version={version} review={data} lead={lead} />
  return (
    <Page title={TITLE} lead={lead}>
      <div className="max-w-3xl rounded border border-line bg-surface">
        {isRead ? null : <ReadingNotice version={version} />}
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : isRead || reading.state === 'reading' || reading.state === 'waiting' ? (
          <SkeletonRows rows={6} label="Reading the document" />
        ) : (
          <p className="px-4 py-8 text-center text-ink-2">There is nothing to review in it as it is.</p>
        )}
      </div>
    </Page>
  )
}

function Proposal({
  title,
  version,
  review,
  lead,
}: {
  title: string
  version: DocumentVersion
  review: ResumeReviewView
  lead: ReactNode
}) {
  const { versionId } = version
  const { items, same, remarks, kind } = review
  const wide = useMedia('(min-width: 64rem)')
  const [decisions, setDecisions] = useState<Decisions>({})
  const [active, setActive] = useState<string | null>(null)
  const [picture, setPicture] = useState(false)
  const list = useRef<ReviewListHandle>(null)
  const dirty = useRef(false)
  const take = useMemo(() => takenItems(items, decisions), [items, decisions])
  useEffect(() => {
    dirty.current = Object.keys(decisions).length > 0 && items.length > 0
  }, [decisions, items])
  const save = useMutation({
    mutationFn: () => doChange(() => client.resumes.take({ versionId, take })),
    onSuccess: () => setDecisions({}),
    onError: thrown => {
      const fault = faultAt(errorOf(thrown).field, take)
      if (fault) list.current?.fault(fault.id, { [fault.part]: errorOf(thrown).message })
      else failureToast(thrown)
    },
  })
  const saveNow = () => {
    if (take.length > 0 && !save.isPending) save.mutate()
  }
  useCommands([
    {
      id: 'review.save',
      title: 'Save the chosen changes',
      group: 'Review',
      icon: Save,
      shortcut: 'mod+s',
      run: saveNow,
    },
  ])
  const source = (
    <SourceView
      version={version}
      title={title}
      items={items}
      active={active}
      onPick={id => {
        setActive(id)
        list.current?.focus(id)
      }}
    />
  )
  return (
    <Page
      title={TITLE}
      lead={lead}
      fill
      action={
        items.length === 0 ? null : (
          <Button
            look="primary"
            icon={BookmarkCheck}
            busy={save.isPending}
            disabled={take.length === 0}
            onClick={saveNow}
          >
            {take.length === 1 ? 'Save 1 change' : `Save ${take.length} changes`}
          </Button>
        )
      }
    >
      <div className="flex min-h-0 flex-1">
        <div className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
          {wide ? null : (
            <div className="sticky top-0 z-10 flex flex-col border-b border-line bg-surface">
              <div className="px-4 py-1.5">
                <Button
                  size="small"
                  icon={PanelTopOpen}
                  aria-expanded={picture}
                  onClick={() => setPicture(now => !now)}
                >
                  {picture ? 'Hide the document' : 'Show the document'}
                </Button>
              </div>
              {picture ? <div className="flex h-[38vh] flex-col">{source}</div> : null}
            </div>
          )}
          <div className="flex flex-col gap-4 px-4 py-4 pb-16 sm:px-6">
            <Notes kind={kind} remarks={remarks} />
            <RefinePart versionId={versionId} />
            {items.length === 0 ? (
              <Nothing same={same} kind={kind} />
            ) : (
              <>
                <p className="text-sm text-ink-2">{sameText(same)}</p>
                <ReviewList
                  items={items}
                  decisions={decisions}
                  active={active}
                  handle={list}
                  onActive={setActive}
                  onDecide={changed => setDecisions(now => ({ ...now, ...changed }))}
                />
              </>
            )}
            <ReviewHistory />
          </div>
        </div>
        {wide ? (
          <div className="flex min-h-0 w-1/2 max-w-[60rem] flex-col border-l border-line">{source}</div>
        ) : null}
      </div>
      <LeaveGuard
        dirty={dirty}
        description="What you chose here would be gone. The profile stays as it is."
      />
    </Page>
  )
}

const sameText = (same: number): string =>
  same === 0
    ? 'What you said yourself is replaced only where you choose it.'
    : `${same} ${same === 1 ? 'thing is' : 'things are'} in your profile already. What you said yourself is replaced only where you choose it.`

function Nothing({ same, kind }: { same: number; kind: ResumeReviewView['kind'] }) {
  if (same > 0)
    return (
      <EmptyState icon={Check} title="Nothing new">
        Your profile says all of it already: {same} {same === 1 ? 'thing' : 'things'}.
      </EmptyState>
    )
  return (
    <EmptyState icon={Files} title="Nothing for the profile in it">
      {kind === 'resume'
        ? 'No name, position or skill was understood. Look at its text: words may stand there as pictures.'
        : 'Only contacts are taken from what is no résumé, and none were found.'}
    </EmptyState>
  )
}

/** What the reader left out, and when it is no résumé. */
function Notes({ kind, remarks }: Pick<ResumeReviewView, 'kind' | 'remarks'>) {
  const [shown, more] = [remarks.slice(0, 8), remarks.length - 8]
  return (
    <>
      {kind === 'resume' ? null : (
        <p className="rounded border border-line bg-info-soft px-4 py-2 text-base">
          {kind === 'cover_letter'
            ? 'This reads like a letter, not like a résumé. Only its contacts are proposed.'
            : 'This does not read like a résumé. Only contacts are proposed.'}
        </p>
      )}
      {remarks.length > 0 ? (
        <div className="rounded border border-line bg-warn-soft px-4 py-2 text-sm">
          <h2 className="font-medium">Good to know</h2>
          <ul className="list-disc pl-4">
            {shown.map(remark => (
              <li key={remark} className="break-words">
                {remark}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>And {more} more.</p> : null}
        </div>
      ) : null}
    </>
  )
}
