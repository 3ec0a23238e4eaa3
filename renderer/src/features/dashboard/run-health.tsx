import { CircleCheck, CirclePause, CircleX, Clock, LoaderCircle, type LucideIcon } from 'lucide-react'
import { Link } from 'react-router'
import type { RunState, RunView } from '../../../../main/contract/runs.ts'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { durationText } from '../../ui/when-text.ts'
import { WIDGET_LINES } from './job-lines.tsx'

const FACES: Record<RunState, { icon: LucideIcon; colour: string; word: string }> = {
  queued: { icon: Clock, colour: 'text-ink-3', word: 'Waiting' },
  running: { icon: LoaderCircle, colour: 'text-info', word: 'Running' },
  succeeded: { icon: CircleCheck, colour: 'text-good', word: 'Succeeded' },
  failed: { icon: CircleX, colour: 'text-bad', word: 'Failed' },
  cancelled: { icon: CirclePause, colour: 'text-ink-3', word: 'Cancelled' },
  interrupted: { icon: CirclePause, colour: 'text-warn', word: 'Interrupted' },
}

/** The last runs, and in plain words what went wrong. */
export function RunHealth({ runs }: { runs: readonly RunView[] }) {
  const bad = runs.filter(run => run.state === 'failed').length
  const lead =
    bad === 0 ? 'All of the last runs went well.' : `${bad} of the last ${runs.length} runs failed.`
  return (
    <Section
      title="Last runs"
      lead={runs.length === 0 ? undefined : lead}
      className="h-full"
      action={
        <Link to="/runs" aria-label="Last runs: view all" className="text-link text-sm">
          View all
        </Link>
      }
    >
      {runs.length === 0 ? (
        <p className="text-sm text-ink-3">Nothing ran yet. A run collects postings and ranks them.</p>
      ) : null}
      <ul aria-label="Last runs" className={WIDGET_LINES}>
        {runs.map(run => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
    </Section>
  )
}

function RunLine({ run }: { run: RunView }) {
  const { icon: Icon, colour, word } = FACES[run.state]
  const { jobs, raw, unchanged } = run.counts
  const facts = [
    `${jobs.toLocaleString('en')} new of ${(raw + unchanged).toLocaleString('en')}`,
    run.milliseconds === null ? '' : durationText(run.milliseconds),
  ].filter(Boolean)
  return (
    <li className="flex items-start gap-2.5 px-2 py-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} strokeWidth={1.75} />
      <div className="min-w-0 flex-1 text-sm">
        <div className="truncate" title={run.label}>
          <span className="sr-only">{word}: </span>
          <Link to={`/runs/${run.id}`} className="hover:underline">
            {run.campaignName}
          </Link>
        </div>
        <div className="text-xs text-ink-2">
          {run.state === 'succeeded' ? null : `${word}, `}
          <When at={run.finishedAt ?? run.startedAt ?? run.queuedAt} />
          {` · ${facts.join(' · ')}`}
        </div>
        {run.error ? <p className="text-xs text-bad">{run.error}</p> : null}
      </div>
    </li>
  )
}
