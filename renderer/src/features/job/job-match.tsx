import { Link } from 'react-router'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { MatchBars } from '../../ui/match-bars.tsx'
import { Section } from '../../ui/page.tsx'

/** How well the job fits the person's profile, part by part; without a profile the way to it. */
export function JobMatch({ match }: Pick<JobView, 'match'>) {
  if (match === null)
    return (
      <Section title="Match to your profile">
        <p className="text-sm text-ink-2">
          Nothing is known of you yet.{' '}
          <Link to="/profile" className="text-link">
            Fill in your profile
          </Link>{' '}
          to see how this job fits your skills, places and experience.
        </p>
      </Section>
    )
  return (
    <Section
      title={`Match ${Math.round(match.score)} of 100`}
      action={
        <Link to="/profile" className="text-link text-sm">
          Your profile
        </Link>
      }
    >
      <MatchBars match={match} />
    </Section>
  )
}
