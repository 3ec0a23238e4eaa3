import { useId } from 'react'
import { Link } from 'react-router'
import { Button } from '../../ui/button.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { estimateText } from './estimate-words.ts'
import type { Estimate } from './use-estimate.ts'
import { useSaidWhenQuiet } from './use-said-when-quiet.ts'

/** How many of the known jobs the form would find as it is, and the best of them. */
export function EstimatePanel({ estimate, rows = true }: { estimate: Estimate; rows?: boolean }) {
  const { wanted, data, error, behind, threshold, retry } = estimate
  const titleId = useId()
  const text = data ? estimateText(data, threshold) : ''
  useSaidWhenQuiet(behind || !wanted ? '' : text)
  return (
    <section aria-labelledby={titleId} aria-busy={behind || undefined} className="min-w-0">
      <h3 id={titleId} className="text-base font-semibold">
        What it would find
      </h3>
      {!wanted ? (
        <p className="py-1 text-sm text-ink-2">
          Say what you look for, and how many of the known jobs would match stands here.
        </p>
      ) : error && !data ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 py-2 text-sm">
          <span>This could not be worked out. What is filled in stays as it is.</span>
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : !data ? (
        <Skeleton className="mt-2 h-10 w-full" />
      ) : (
        <div aria-busy={behind}>
          <p className="text-sm text-ink-2">{text}</p>
          {rows && data.best.length > 0 ? (
            <ol aria-label="Best of what it would find" className="pt-1">
              {data.best.map(({ job, score }) => (
                <li
                  key={job.id}
                  className="flex min-h-10 items-center gap-2 border-b border-line py-1 last:border-b-0"
                >
                  <ScoreRing score={score} />
                  <span className="min-w-0 flex-1 leading-tight">
                    <Link to={`/jobs/${job.id}`} className="block truncate text-sm leading-6 hover:underline">
                      {job.title}
                    </Link>
                    <span className="block truncate text-xs text-ink-3">
                      {[job.company, job.location].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </li>
              ))}
            </ol>
          ) : null}
        </div>
      )}
    </section>
  )
}
