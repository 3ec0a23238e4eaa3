import { ExternalLink, FilePlus2, type LucideIcon, NotebookPen, Search, SquareX, Tag } from 'lucide-react'
import type { JobView, PostingView, TimelineEntry } from '../../../../main/contract/shapes.ts'
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
          <PostingLine key={posting.id} posting={posting} />
        ))}
      </ul>
    </Section>
  )
}

function PostingLine({ posting }: { posting: PostingView }) {
  const { url } = posting
  return (
    <li className="flex items-start justify-between gap-3 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-medium">{posting.publisher ?? posting.source}</span>
          {posting.primary ? <Badge>Main posting</Badge> : null}
          {posting.closedAt ? <Badge>Closed</Badge> : null}
        </p>
        <p className="text-sm text-ink-2">
          {[posting.title, posting.company, posting.location].filter(Boolean).join(' · ')}
        </p>
        <p className="text-xs text-ink-3">
          {posting.postedAt ? (
            <>
              Posted <When at={posting.postedAt} />,{' '}
            </>
          ) : null}
          found <When at={posting.foundAt} />
        </p>
        {posting.reasons.length > 0 ? (
          <ul className="mt-0.5 list-disc pl-4 text-sm text-ink-2">
            {posting.reasons.map(reason => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {url ? (
        <Button
          size="small"
          look="quiet"
          icon={ExternalLink}
          aria-label={`Open the posting at ${posting.publisher ?? posting.source}`}
          onClick={() => void client.shell.openExternal({ url }).catch(failureToast)}
        >
          Open
        </Button>
      ) : null}
    </li>
  )
}

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  found: Search,
  posting_added: FilePlus2,
  status: Tag,
  note: NotebookPen,
  closed: SquareX,
}

/** What happened with the job, the newest first. */
export function JobTimeline({ timeline }: Pick<JobView, 'timeline'>) {
  if (timeline.length === 0) return null
  const entries = [...timeline].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Section title="Timeline">
      <ol className="flex flex-col">
        {entries.map((entry, index) => {
          const Icon = ICONS[entry.kind]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity and are never reordered
            <li key={index} className="flex items-start gap-2 py-1">
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
              <span className="min-w-0 flex-1">{entry.text}</span>
              <When at={entry.at} className="shrink-0 text-sm text-ink-3" />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
