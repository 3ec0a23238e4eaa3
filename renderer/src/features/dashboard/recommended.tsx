import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { ask } from '../../app/core.ts'
import { Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { RecommendationRow } from '../recommendations/recommendation-row.tsx'
import { useHasProfile } from '../recommendations/use-recommendations.ts'
import { WIDGET_LINES } from './job-lines.tsx'

/** So many stand on the dashboard. */
const FEW = 5

/** The jobs that fit the person's profile best and were not applied to. */
export function Recommended() {
  const { data, error } = useQuery(ask('recommendations', 'list', { limit: FEW }))
  const hasProfile = useHasProfile()
  const rows = data?.rows ?? []
  return (
    <Section
      title="Recommended for you"
      className="h-full"
      action={
        rows.length > 0 ? (
          <Link
            to="/recommendations"
            aria-label="Recommended for you: view all"
            className="text-link text-sm"
          >
            View all
          </Link>
        ) : null
      }
    >
      {error ? <p className="text-sm text-ink-2">The recommendations could not be read.</p> : null}
      {!data && !error ? <SkeletonRows rows={FEW} label="Loading the recommendations" /> : null}
      {data && rows.length === 0 && hasProfile !== undefined ? <Nothing hasProfile={hasProfile} /> : null}
      <ul aria-label="Recommended jobs" className={WIDGET_LINES}>
        {rows.map(row => (
          <li key={row.job.id} className="flex items-center rounded px-2 hover:bg-hover">
            <RecommendationRow row={row} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Nothing({ hasProfile }: { hasProfile: boolean }) {
  if (hasProfile)
    return <p className="text-sm text-ink-3">No job that fits your profile is left to recommend.</p>
  return (
    <p className="text-sm text-ink-2">
      <Link to="/profile" className="text-link">
        Fill in your profile
      </Link>
      , and the jobs that fit it best stand here. It stays on this computer.
    </p>
  )
}
