import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react'
import type { DocumentVersionId, JobId } from '../../../../main/contract/ids.ts'
import type { Keyword, ResumeJobMatch } from '../../../../main/contract/resumes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Bar } from '../../ui/match-bars.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { fitText, KEYWORD_STATES, PART_LABELS, SECTION_LABELS, STATE_LABELS } from './match-words.ts'

/** How one résumé fits one job: the score by its parts, the posting's words, and what each section could show better. */
export function JobMatch({ versionId, jobId }: { versionId: DocumentVersionId; jobId: JobId }) {
  const { data, error, refetch } = useQuery(ask('resumes', 'match', { versionId, jobId }))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} label="Loading the match" />
  return (
    <section
      aria-label="Match"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its layer scrolls by the arrow keys
      tabIndex={0}
      className="flex flex-col gap-5 pb-2"
    >
      <Parts match={data} />
      <Keywords keywords={data.keywords} />
      <Advice advice={data.advice} />
    </section>
  )
}

function Parts({ match }: { match: ResumeJobMatch }) {
  return (
    <div className="@container flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <ScoreRing score={match.score} lessSure={match.lessSure} size="large" what="Match" />
        <p className="min-w-0 text-sm text-ink-2">
          <span className="block text-base font-medium text-ink">{fitText(match.score, match.lessSure)}</span>
          {match.lessSure
            ? 'The posting or the résumé says too little to be sure.'
            : 'Compared on this computer, by what stands in both texts.'}
        </p>
      </div>
      <ul
        aria-label={`Match ${match.score} of 100 by part`}
        className="grid gap-x-5 gap-y-3 @min-[34rem]:grid-cols-2"
      >
        {match.parts.map(({ name, points, most, why }) => (
          <li key={name} className="flex flex-col gap-0.5">
            <span className="flex items-baseline justify-between gap-3 text-sm">
              <span className="font-medium">{PART_LABELS[name]}</span>
              <span className={most > 0 ? 'text-ink-2 tabular-nums' : 'text-ink-3'}>
                {most > 0 ? `${points} of ${most}` : 'not compared'}
              </span>
            </span>
            <Bar share={most > 0 ? points / most : null} />
            <span className="text-sm text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const ICONS: Record<Keyword['state'], { icon: LucideIcon; colour: string }> = {
  missing: { icon: CircleX, colour: 'text-bad' },
  weak: { icon: CircleDashed, colour: 'text-warn' },
  covered: { icon: CircleCheck, colour: 'text-good' },
}

function Keywords({ keywords }: { keywords: readonly Keyword[] }) {
  return (
    <section aria-labelledby="match-words" className="flex flex-col gap-2">
      <h3 id="match-words" className="text-base font-semibold">
        Words of the posting
      </h3>
      {keywords.length === 0 ? (
        <p className="text-sm text-ink-2">The posting names no skills, so no words could be compared.</p>
      ) : (
        KEYWORD_STATES.map(state => (
          <KeywordGroup key={state} state={state} keywords={keywords.filter(word => word.state === state)} />
        ))
      )}
    </section>
  )
}

function KeywordGroup({ state, keywords }: { state: Keyword['state']; keywords: readonly Keyword[] }) {
  const { icon: Icon, colour } = ICONS[state]
  if (keywords.length === 0) return null
  return (
    <div>
      <h4 className="flex items-center gap-1.5 text-sm font-medium">
        <Icon aria-hidden className={`size-4 shrink-0 ${colour}`} />
        {STATE_LABELS[state]}
        <span className="font-normal text-ink-3 tabular-nums">{keywords.length}</span>
      </h4>
      <ul aria-label={`${STATE_LABELS[state]} words`} className="pl-[1.375rem]">
        {keywords.map(({ name, required, inJob, inResume, why }) => (
          <li
            key={name}
            className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-52">
              <span className="text-sm font-medium break-words">{name}</span>
              {required ? null : <span className="text-xs text-ink-3"> · a plus</span>}
              <span className="block text-sm text-ink-2">{why}</span>
            </span>
            <span className="text-xs text-ink-3 tabular-nums">
              posting {inJob}× · résumé {inResume}×
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Advice({ advice }: Pick<ResumeJobMatch, 'advice'>) {
  return (
    <section aria-labelledby="match-advice" className="flex flex-col gap-2">
      <h3 id="match-advice" className="text-base font-semibold">
        What could show it better
      </h3>
      {advice.length === 0 ? (
        <p className="text-sm text-ink-2">Nothing stands out. The résumé shows what this job asks for.</p>
      ) : (
        <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
          {advice.map(({ section, advice: text }, index) => (
            <div key={text} className="contents">
              <dt className="text-sm font-medium">
                {advice[index - 1]?.section === section ? (
                  <span className="sr-only">{SECTION_LABELS[section]}</span>
                ) : (
                  SECTION_LABELS[section]
                )}
              </dt>
              <dd className="text-sm text-ink-2">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
