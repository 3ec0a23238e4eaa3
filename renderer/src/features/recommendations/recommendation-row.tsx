import clsx from 'clsx'
import { Link } from 'react-router'
import type { contract } from '../../../../main/contract/api.ts'
import type { OutputOf } from '../../../../main/contract/define.ts'
import { ThumbButtons } from '../feedback/thumb-buttons.tsx'
import { MatchBadge } from '../jobs/score-badge.tsx'

export type Recommendation = OutputOf<typeof contract.recommendations.list>['rows'][number]

/** One recommended job: how well it fits, what it is, why it fits, and what the person says of it. */
export function RecommendationRow({
  row: { job, match, lessSure, why },
  tabIndex,
}: {
  row: Recommendation
  /** In lists of which only the active row is in the order of Tab. */
  tabIndex?: 0 | -1
}) {
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <MatchBadge
        job={job}
        match={match}
        lessSure={lessSure}
        {...(tabIndex === undefined ? {} : { tabIndex })}
      />
      <Link
        to={`/jobs/${job.id}`}
        {...(tabIndex === undefined ? {} : { tabIndex })}
        className="flex min-w-0 flex-1 flex-col py-1"
      >
        <span className="truncate text-sm font-medium">{job.title}</span>
        <span className="truncate text-xs text-ink-2">
          {[job.company, job.location].filter(Boolean).join(' · ')}
        </span>
        {/* A row of a long list has no room for a second line. */}
        <span
          className={clsx('text-xs text-ink-3', tabIndex === undefined ? 'line-clamp-2' : 'truncate')}
          title={why}
        >
          {`${why.charAt(0).toUpperCase()}${why.slice(1)}`}
        </span>
      </Link>
      <ThumbButtons job={job} campaignId={null} {...(tabIndex === undefined ? {} : { tabIndex })} />
    </div>
  )
}
