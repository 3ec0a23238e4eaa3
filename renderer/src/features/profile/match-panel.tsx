import { CircleCheck, CircleDashed } from 'lucide-react'
import { Link } from 'react-router'
import type { Profile } from '../../../../main/contract/profile.ts'
import { useMatchProgress } from '../../app/live.ts'
import { Section } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { matchLines } from './profile-words.ts'

/** What jobs are matched with, and how far the matching is after a change. */
export function MatchPanel({ profile }: { profile: Profile }) {
  const progress = useMatchProgress()
  const lines = matchLines(profile)
  return (
    <Section title="Match" lead="How a job’s 100 points come about.">
      <ul className="flex flex-col gap-2.5">
        {lines.map(({ title, points, said, todo }) => (
          <li key={title} className="flex items-start gap-2">
            {said === null ? (
              <CircleDashed aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
            ) : (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
            )}
            <div className="min-w-0 flex-1">
              <p className="flex justify-between gap-3 text-sm font-medium">
                {title} <span className="font-normal text-ink-3 tabular-nums">{points} points</span>
              </p>
              <p className="text-sm text-ink-2">{said ?? todo}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="pt-3 text-sm text-ink-3">
        What a posting does not state never counts against it: its points go to the other parts.
      </p>
      {progress ? (
        <div className="pt-3">
          <ProgressBar label="Matching jobs with your profile" done={progress.done} total={progress.total} />
        </div>
      ) : null}
      {lines.some(({ said }) => said !== null) ? (
        <Link to="/recommendations" className="text-link mt-3 inline-block text-sm">
          See recommended jobs
        </Link>
      ) : null}
    </Section>
  )
}
