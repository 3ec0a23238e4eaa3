import {
  ExternalLink,
  FilePlus2,
  type LucideIcon,
  NotebookPen,
  Search,
  Split,
  SquareX,
  Tag,
} from 'lucide-react'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobView, PostingView, TimelineEntry } from '../../../../main/contract/shapes.ts'
import { JobStatus } from '../../../../main/contract/values.ts'
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

const ICONS: Record<TimelineEntry['kind'], LucideIcon> = {
  found: Search,
  posting_added: FilePlus2,
  status: Tag,
  note: NotebookPen,
  closed: SquareX,
}

/** What the person brought by hand stands under these names in place of a board. */
const BY_HAND: Record<string, { found: string; also: string }> = {
  'Imported file': { found: 'Found in an imported file', also: 'Came again in an imported file' },
  'Pasted address': { found: 'Added by its address', also: 'Added again by an address' },
  'Pasted text': { found: 'Added by its text', also: 'Added again by a text' },
  'Clipped page': { found: 'Clipped from its page', also: 'Clipped again from a page' },
}

/** What happened, in words; the moment stands beside it. */
function entryText({ kind, text }: TimelineEntry): string {
  switch (kind) {
    case 'found':
      return BY_HAND[text]?.found ?? (text === '' ? 'Found' : `Found at ${text}`)
    case 'posting_added':
      return BY_HAND[text]?.also ?? `Also posted at ${text}`
    case 'status': {
      const status = JobStatus.safeParse(text)
      return status.success ? STATUS_LABELS[status.data] : text
    }
    case 'closed':
      return 'No longer open'
    case 'note':
      return text
  }
}

/** What happened with the job, the newest first. */
export function JobTimeline({ timeline }: Pick<JobView, 'timeline'>) {
  if (timeline.length === 0) return null
  // They come the oldest first; of one moment, the last one is the newest.
  const entries = timeline.toReversed()
  return (
    <Section title="Timeline">
      <ol className="flex flex-col">
        {entries.map((entry, index) => {
          const Icon = ICONS[entry.kind]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity and are never reordered
            <li key={index} className="flex items-start gap-2 py-1">
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
              <span className="min-w-0 flex-1">{entryText(entry)}</span>
              <When at={entry.at} className="shrink-0 text-sm text-ink-3" />
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
