import clsx from 'clsx'
import { Check, ThumbsDown, ThumbsUp, X } from 'lucide-react'
import { Link } from 'react-router'
import type { ComparedJob, ComparisonView } from '../../../../main/contract/feedback.ts'
import { REMOTE_LABELS, SENIORITY_LABELS } from '../../../../main/contract/labels.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Money } from '../../ui/money.tsx'
import { ThumbButtons } from './thumb-buttons.tsx'

/** The jobs of a comparison in their mixed order: to be judged while it runs, with their sides when it has ended. */
export function ComparedList({
  comparison,
  jobs,
}: {
  comparison: ComparisonView
  jobs: readonly ComparedJob[]
}) {
  const running = comparison.state === 'running'
  return (
    <ol aria-label="Jobs of the comparison" className="flex flex-col border-t border-line">
      {jobs.map(one => (
        <li
          key={one.job.id}
          className={clsx(
            'flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2',
            running && one.verdict !== null && 'text-ink-2',
          )}
        >
          <JobWords comparison={comparison} {...one} />
          {running ? <Acts comparison={comparison} {...one} /> : <Side comparison={comparison} {...one} />}
        </li>
      ))}
    </ol>
  )
}

type RowProps = ComparedJob & { comparison: ComparisonView }

function JobWords({ job, comparison }: RowProps) {
  const facts = [
    job.company,
    job.location,
    job.remote_options ? REMOTE_LABELS[job.remote_options] : '',
    job.seniority_level ? SENIORITY_LABELS[job.seniority_level] : '',
  ].filter(Boolean)
  return (
    <div className="min-w-56 flex-1 basis-72">
      <Link
        to={`/jobs/${job.id}?campaign=${comparison.campaignId}`}
        className="text-sm font-medium hover:underline"
      >
        {job.title}
      </Link>
      <p className="text-xs text-ink-2">{facts.join(' · ')}</p>
      <p className="text-xs text-ink-2">
        <Money
          low={job.salary_low}
          high={job.salary_high}
          currency={job.compensation_currency}
          period={job.salary_period}
        />
      </p>
    </div>
  )
}

const MOVES = [
  { to: 'approved', verb: 'Approve', icon: Check },
  { to: 'rejected', verb: 'Reject', icon: X },
] as const

function Acts({ job, verdict, comparison }: RowProps) {
  const status = useChange(client.applications.setStatus)
  // Pressed again, a job waits as before.
  const move = (to: JobStatus) =>
    status.mutate({ jobIds: [job.id], status: job.status === to ? 'waiting' : to })
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1">
      <ThumbButtons job={job} campaignId={comparison.campaignId} />
      {MOVES.map(({ to, verb, icon }) => (
        <Button
          key={to}
          size="small"
          look="quiet"
          icon={icon}
          aria-pressed={job.status === to}
          aria-label={`${verb} ${job.title}`}
          onClick={() => move(to)}
          className="aria-pressed:bg-pressed aria-pressed:text-ink forced-colors:aria-pressed:outline-1"
        >
          {verb}
        </Button>
      ))}
      <span className="w-16 text-right text-xs text-ink-2">{verdict === null ? null : 'Decided'}</span>
    </div>
  )
}

function Side({ verdict, side, comparison }: RowProps) {
  const Icon = verdict === 'up' ? ThumbsUp : ThumbsDown
  return (
    <div className="flex shrink-0 items-center gap-3 text-sm text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        {verdict === null ? (
          'not decided'
        ) : (
          <>
            <Icon aria-hidden className={clsx('size-4', verdict === 'up' ? 'text-good' : 'text-bad')} />
            {verdict === 'up' ? 'liked' : 'not liked'}
          </>
        )}
      </span>
      <span className="max-w-48 truncate text-right">
        {side === 'b' ? comparison.name : 'Present weights'}
      </span>
    </div>
  )
}
