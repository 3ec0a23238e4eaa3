import { Repeat } from 'lucide-react'
import { Link } from 'react-router'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { When } from '../../ui/when.tsx'

/** Says that this opening, or one like it at the company, was applied to before. Nothing when it was not. */
export function AppliedBefore({ appliedBefore, repostedAt }: Pick<JobView, 'appliedBefore' | 'repostedAt'>) {
  if (appliedBefore.length === 0 && repostedAt === null) return null
  return (
    <aside
      aria-label="Applied before"
      className="flex items-start gap-2 rounded border border-line bg-sunken px-3 py-2"
    >
      <Repeat aria-hidden className="mt-0.5 size-4 shrink-0 text-info" />
      <div className="flex flex-col gap-0.5">
        {repostedAt === null ? null : (
          <p>
            You already applied to this. It was posted again <When at={repostedAt} />.
          </p>
        )}
        {appliedBefore.map(({ jobId, title, appliedAt, status }) => (
          <p key={jobId}>
            You applied to{' '}
            <Link to={`/jobs/${jobId}`} className="text-link">
              {title}
            </Link>{' '}
            at this company <When at={appliedAt} />
            <span className="text-ink-3"> · {STATUS_LABELS[status]}</span>
          </p>
        ))}
      </div>
    </aside>
  )
}
