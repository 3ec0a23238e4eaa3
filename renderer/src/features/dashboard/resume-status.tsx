import { useQuery } from '@tanstack/react-query'
import { BookmarkCheck, FilePlus2, FileText } from 'lucide-react'
import { Link } from 'react-router'
import type { DocumentRow } from '../../../../main/contract/documents.ts'
import { ask } from '../../app/core.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'
import { openAddDocuments } from '../documents/adding/add-opener.ts'
import { canReview } from '../documents/document-words.ts'
import { ReadingBadge } from '../documents/reading-badge.tsx'

/** Reviews among which the newest of a résumé is looked for. */
const REVIEWS = 50

/** The newest résumé that is kept here, how far it is read, and whether the profile has what it says. */
export function ResumeStatus() {
  const { data, error } = useQuery(ask('documents', 'list', { kind: 'resume', limit: 1 }))
  const resume = data?.rows[0]
  return (
    <Section
      title="Résumé"
      className="h-full"
      action={
        resume ? (
          <Link to="/documents?kind=resume" aria-label="Résumés: show all" className="text-link text-sm">
            Show all
          </Link>
        ) : null
      }
    >
      {error && !data ? (
        <p role="alert" className="text-sm text-ink-2">
          {errorOf(error).message || 'It could not be looked up.'}
        </p>
      ) : !data ? (
        <Skeleton className="h-9 w-3/5" />
      ) : resume ? (
        <Known resume={resume} />
      ) : (
        <div className="flex flex-col items-start gap-2">
          <p className="text-sm text-ink-2">
            No résumé is kept here yet. Drop one anywhere in this window: it is read on this computer, and you
            see what it says before your profile changes.
          </p>
          <Button size="small" icon={FilePlus2} onClick={() => openAddDocuments({ kind: 'resume' })}>
            Add a résumé
          </Button>
        </div>
      )}
    </Section>
  )
}

function Known({ resume }: { resume: DocumentRow }) {
  const { documentId, title, current, changedAt } = resume
  const reviews = useQuery(ask('resumes', 'history', { limit: REVIEWS }))
  const taken = reviews.data?.find(one => one.documentId === documentId && !one.undone)
  return (
    <div className="flex items-start gap-2">
      <FileText aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <div className="flex min-w-0 flex-col items-start gap-1 text-sm">
        <Link to={`/documents/${documentId}`} className="text-link max-w-full font-medium break-words">
          {title}
        </Link>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          <ReadingBadge reading={current.reading} />
          <span>
            changed <When at={changedAt} />
          </span>
        </p>
        {taken ? (
          <p className="text-xs text-ink-2">
            Your profile took {taken.changes.length}{' '}
            {taken.changes.length === 1 ? 'thing from it' : 'things from it'}, <When at={taken.at} />.
          </p>
        ) : canReview(resume) && reviews.data ? (
          <Link
            to={`/documents/${documentId}/review`}
            className="text-link inline-flex min-h-6 items-center gap-1.5"
          >
            <BookmarkCheck aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            Review it for your profile
          </Link>
        ) : null}
      </div>
    </div>
  )
}
