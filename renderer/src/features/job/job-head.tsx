import {
  ArrowLeft,
  ChevronDown,
  ChevronUp,
  ExternalLink,
  Mail,
  MailOpen,
  Printer,
  Star,
  X,
} from 'lucide-react'
import { createElement, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { REMOTE_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { StatusMenu } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { BlockedBadge } from '../companies/job-company.tsx'
import { ThumbButtons } from '../feedback/thumb-buttons.tsx'
import type { JobChanges } from '../jobs/job-changes.ts'
import { ScoreBadge } from '../jobs/score-badge.tsx'
import type { Neighbours } from '../jobs/use-neighbours.ts'
import { NOT_SENT } from './apply/use-apply.ts'

/** The way back and to the neighbours, above a job. */
export function JobBar({
  beside,
  neighbours,
  onOpen,
  onClose,
  parts,
}: {
  beside: boolean
  neighbours: Neighbours
  onOpen: (row: JobRow) => void
  onClose: () => void
  /** The ways to the parts of the page, or nothing. */
  parts: ReactNode
}) {
  const { previous, next, position, total } = neighbours
  return (
    <div className="flex min-h-11 shrink-0 items-center gap-1 border-b border-line px-2 sm:px-4">
      {beside ? (
        <IconButton label="Close the job" icon={X} shortcut="escape" onClick={onClose} />
      ) : (
        <Button look="quiet" icon={ArrowLeft} onClick={onClose}>
          Jobs
        </Button>
      )}
      {parts ?? <span className="flex-1" />}
      {position === null ? null : (
        <span className="shrink-0 px-1 text-xs text-ink-3 tabular-nums">
          {position.toLocaleString('en')}
          {total === null ? ' in the list' : ` of ${total.toLocaleString('en')}`}
        </span>
      )}
      <IconButton
        label={previous ? `Job before: ${previous.title}` : 'No job before'}
        icon={ChevronUp}
        shortcut="["
        aria-disabled={previous === null}
        className={previous === null ? 'opacity-50' : undefined}
        onClick={() => previous && onOpen(previous)}
      />
      <IconButton
        label={next ? `Next job: ${next.title}` : 'No next job'}
        icon={ChevronDown}
        shortcut="]"
        aria-disabled={next === null}
        className={next === null ? 'opacity-50' : undefined}
        onClick={() => next && onOpen(next)}
      />
    </div>
  )
}

/** Title, company, place, and what can be done with the job. */
export function JobHead({
  row,
  campaignId,
  applyUrl,
  appliedAt,
  beside,
  changes,
  statusOpen,
  onStatusOpen,
  onApply,
  onPrint,
}: {
  row: JobRow
  /** The campaign of the list that it was opened from; null: none. */
  campaignId: CampaignId | null
  /** undefined while the job is loading. */
  applyUrl: string | null | undefined
  appliedAt: string | null
  beside: boolean
  changes: JobChanges
  statusOpen: boolean
  onStatusOpen: (open: boolean) => void
  onApply: (url: string) => void
  onPrint: () => void
}) {
  const title = createElement(
    beside ? 'h2' : 'h1',
    { id: 'job-title', tabIndex: -1, className: 'text-xl font-semibold tracking-tight break-words' },
    row.title,
  )
  const remote = row.remote_options ? REMOTE_LABELS[row.remote_options] : ''
  // "Remote (UK) · Remote" would say it twice.
  const place = [row.location, row.location.toLowerCase().includes(remote.toLowerCase()) ? '' : remote]
  return (
    <header className="flex flex-col gap-3">
      <div className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          {title}
          <p className="text-base text-ink-2">
            <Link to={`/companies/${row.companyId}`} className="font-medium text-ink hover:underline">
              {row.company}
            </Link>
            {place
              .filter(Boolean)
              .map(part => ` · ${part}`)
              .join('')}
          </p>
          <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
            <span>
              {row.postedAt ? 'Posted' : 'Found'} <When at={row.postedAt ?? row.foundAt} />
            </span>
            {appliedAt ? (
              <span>
                Applied <When at={appliedAt} />
              </span>
            ) : null}
            {row.closed ? <Badge tone="warn">No longer open</Badge> : null}
            <BlockedBadge job={row} />
          </p>
        </div>
        <ScoreBadge job={row} size="large" />
      </div>
      <div role="toolbar" aria-label="This job" className="flex flex-wrap items-center gap-2">
        <StatusMenu
          status={row.status}
          onChange={status => changes.setStatus([row], status)}
          open={statusOpen}
          onOpenChange={onStatusOpen}
        />
        {applyUrl ? (
          <Button
            // Sent already: opening it again is not what comes next.
            look={NOT_SENT.includes(row.status) ? 'primary' : 'plain'}
            icon={ExternalLink}
            title={applyUrl}
            onClick={() => onApply(applyUrl)}
          >
            Apply
          </Button>
        ) : null}
        {applyUrl === null ? <span className="text-sm text-ink-3">No application link is stated</span> : null}
        <span className="flex-1" />
        <ThumbButtons job={row} campaignId={campaignId} withReasons />
        <IconButton
          label={row.unread ? 'Mark as read' : 'Mark as unread'}
          icon={row.unread ? Mail : MailOpen}
          shortcut="u"
          onClick={() => changes.setUnread([row], !row.unread)}
        />
        <IconButton
          label={row.favourite ? 'Remove from favourites' : 'Add to favourites'}
          icon={Star}
          pressed={row.favourite}
          shortcut="f"
          onClick={() => changes.setFavourite([row], !row.favourite)}
        />
        <IconButton label="Print this job" icon={Printer} shortcut="p" onClick={onPrint} />
      </div>
    </header>
  )
}
