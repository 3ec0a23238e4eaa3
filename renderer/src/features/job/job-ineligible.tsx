import { EyeOff } from 'lucide-react'
import { Link } from 'react-router'
import type { JobView } from '../../../../main/contract/shapes.ts'

/** Says which campaigns' rules speak against the job, why, and where the rules are changed. */
export function JobIneligible({ view }: { view: JobView }) {
  const against = view.rankings.filter(one => one.explanation.ineligible.length > 0)
  if (against.length === 0) return null
  return (
    <section
      aria-label="Hidden by rules"
      className="flex items-start gap-2 rounded border border-line bg-warn-soft px-3 py-2 text-sm"
    >
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" strokeWidth={1.75} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{headline(view, against.length)}</p>
        <ul className="flex flex-col gap-1">
          {against.map(({ campaignId, campaignName, explanation }) => (
            <li key={campaignId}>
              <span className="font-medium">{campaignName}:</span>{' '}
              {explanation.ineligible.map(one => one.reason.replace(/\.$/, '')).join('; ')}.{' '}
              <Link to={`/campaigns/${campaignId}/edit`} className="text-link">
                Change the rules<span className="sr-only"> of {campaignName}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Jobs that the person acted on stay in sight, whatever the rules say. */
function headline({ job, rankings }: JobView, against: number): string {
  if (job.status !== 'waiting') return 'Rules speak against this job; it stays in sight because you moved it.'
  return against === rankings.length
    ? 'Hidden from your lists by rules.'
    : `Hidden in ${against === 1 ? 'one campaign' : `${against} campaigns`} by rules.`
}
