import { ExternalLink, Split } from 'lucide-react'
import type { PostingView } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** The postings that make up the job, and why they were joined. */
export function JobPostings({ postings }: { postings: readonly PostingView[] }) {
  const title = postings.length > 1 ? `Joined from ${postings.length} postings` : 'Where it was found'
  return (
    <Section title={title}>
      <ul className="flex flex-col">
        {postings.map(posting => (
          <PostingLine key={posting.id} posting={posting} joined={postings.length > 1} />
        ))}
      </ul>
    </Section>
  )
}

/** `joined`: there are others, so that this one can be taken out. */
function PostingLine({ posting, joined }: { posting: PostingView; joined: boolean }) {
  const { url } = posting
  const split = useChange(client.jobs.splitPosting)
  const from = posting.publisher ?? posting.source
  return (
    <li className="flex flex-col gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0 @min-[30rem]:flex-row @min-[30rem]:items-start @min-[30rem]:justify-between">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{from}</span>
          {posting.primary ? <Badge>Main posting</Badge> : null}
          {posting.closedAt ? <Badge>Closed</Badge> : null}
        </p>
        <p className="text-sm text-ink-2">
          {[posting.title, posting.company, posting.location].filter(Boolean).join(' · ')}
        </p>
        <p className="text-xs text-ink-3">
          {posting.postedAt ? (
            <>
              Posted <When at={posting.postedAt} />, found{' '}
            </>
          ) : (
            'Found '
          )}
          <When at={posting.foundAt} />
        </p>
        {posting.reasons.length > 0 ? (
          <ul className="mt-0.5 list-disc pl-4 text-sm text-ink-2">
            {posting.reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="-ml-2 flex shrink-0 flex-wrap gap-1 @min-[30rem]:-mt-1 @min-[30rem]:ml-0">
        {url ? (
          <Button
            size="small"
            look="quiet"
            icon={ExternalLink}
            aria-label={`Open the posting at ${from}`}
            onClick={() => void client.shell.openExternal({ url }).catch(failureToast)}
          >
            Open
          </Button>
        ) : null}
        {joined ? (
          <Button
            size="small"
            look="quiet"
            icon={Split}
            busy={split.isPending}
            aria-label={`Another job: take the posting at ${from} out of this one`}
            onClick={() => split.mutate({ postingId: posting.id })}
          >
            Another job
          </Button>
        ) : null}
      </div>
    </li>
  )
}
