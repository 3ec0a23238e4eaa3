import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, Columns2, FileUp, Plus, Replace } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { openAdd } from '../add/add-opener.ts'
import { openImport } from '../imports/import-opener.ts'
import { RankingChoice } from '../jobs/ranking-choice.tsx'
import { ScoreBadge } from '../jobs/score-badge.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { namesOf } from './compare-sentence.ts'
import { type CompareView, comparePath, readCompareView } from './compare-view.ts'
import { Comparison } from './comparison.tsx'
import { sharedRankings } from './shared-rankings.ts'

type Place = 'first' | 'second'

/** `/compare?jobs=12,34&campaign=5`: two jobs side by side and what decides between them. */
export function ComparePage() {
  const [params] = useSearchParams()
  const view = readCompareView(params)
  const navigate = useNavigate()
  const [choosing, setChoosing] = useState<Place | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const justChosen = useRef<Place | null>(null)
  // The button that was pressed may be gone with what it asked for: the one of the chosen job takes its place.
  useEffect(() => {
    const place = justChosen.current
    if (place === null || view[place] === null) return
    justChosen.current = null
    box.current?.querySelector<HTMLElement>(`[data-choose="${place}"]`)?.focus({ preventScroll: true })
  })
  const first = useJob(view.first, view.campaignId)
  const second = useJob(view.second, view.campaignId)
  const go = (next: CompareView) => void navigate(comparePath(next), { replace: true })
  const swap = () => go({ ...view, first: view.second, second: view.first })
  const shared = first.data && second.data ? sharedRankings(first.data, second.data) : []
  const chosen = shared.find(one => one.campaignId === view.campaignId) ?? shared[0]
  const both = view.first !== null && view.second !== null
  const neither = view.first === null && view.second === null
  const group = 'Compare'
  useCommands([
    ...(both
      ? [
          {
            id: 'compare.swap',
            title: 'Swap the two jobs',
            group,
            icon: ArrowLeftRight,
            shortcut: 'x',
            run: swap,
          },
        ]
      : []),
    {
      id: 'compare.first',
      title: 'Choose another first job',
      group,
      icon: Replace,
      shortcut: '1',
      run: () => setChoosing('first'),
    },
    {
      id: 'compare.second',
      title: 'Choose another second job',
      group,
      icon: Replace,
      shortcut: '2',
      run: () => setChoosing('second'),
    },
  ])

  const head = (place: Place, { data, error, refetch }: ReturnType<typeof useJob>) => (
    <Head
      place={place}
      jobId={view[place]}
      job={data?.job}
      error={error}
      onRetry={() => void refetch()}
      onChoose={() => setChoosing(place)}
      score={
        data
          ? (data.rankings.find(one => one.campaignId === chosen?.campaignId)?.explanation ?? null)
          : undefined
      }
      campaignId={chosen?.campaignId ?? null}
    />
  )
  return (
    <Page
      title="Why this and not that"
      action={
        neither ? null : (
          <>
            {chosen ? (
              <RankingChoice
                rankings={shared}
                scores={false}
                value={chosen.campaignId}
                onChange={campaignId => go({ ...view, campaignId })}
              />
            ) : null}
            <Button icon={ArrowLeftRight} disabled={!both} onClick={swap}>
              Swap
            </Button>
          </>
        )
      }
    >
      {neither ? (
        <NoneChosen onChoose={() => setChoosing('first')} />
      ) : (
        <div ref={box} className="@container flex flex-col gap-4">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @min-[44rem]:grid-cols-2">
            {head('first', first)}
            {head('second', second)}
          </div>
          {first.data && second.data ? (
            <Comparison
              first={first.data}
              second={second.data}
              names={namesOf(first.data.job, second.data.job)}
              campaignId={chosen?.campaignId ?? null}
            />
          ) : null}
        </div>
      )}
      <CompareDialog
        open={choosing !== null}
        title={choosing === 'first' ? 'Choose the first job' : 'Choose the second job'}
        beside={null}
        without={[view.first, view.second].filter(id => id !== null)}
        near={[]}
        onChoose={row => {
          if (choosing) go({ ...view, [choosing]: row.id })
          justChosen.current = choosing
          setChoosing(null)
        }}
        onClose={() => setChoosing(null)}
      />
    </Page>
  )
}

/** Before the first choice; without a job to choose, the way to some. */
function NoneChosen({ onChoose }: { onChoose: () => void }) {
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: null }))
  if (counts?.total === 0 && counts.ineligible === 0 && counts.blocked === 0)
    return (
      <EmptyState
        icon={Columns2}
        title="No jobs yet"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button look="primary" icon={FileUp} onClick={() => openImport()}>
              Import jobs
            </Button>
            <Button icon={Plus} onClick={() => openAdd()}>
              Add a job
            </Button>
          </div>
        }
      >
        With two jobs, what decides between their scores stands here. Import a file of postings, or add one by
        its address or text.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={Columns2}
      title="No jobs to compare yet"
      action={
        <Button look="primary" icon={Columns2} onClick={onChoose}>
          Choose the first job
        </Button>
      }
    >
      Choose two jobs, and what decides between their scores stands here. In the list of jobs, select two and
      press c.
    </EmptyState>
  )
}

/** Stands where no job is chosen, and is never asked for. */
const NO_JOB = JobId.parse(1)

function useJob(jobId: JobId | null, campaignId: CompareView['campaignId']) {
  return useQuery({
    ...ask('jobs', 'get', { jobId: jobId ?? NO_JOB, campaignId }),
    enabled: jobId !== null,
  })
}

/** One of the two jobs: its score, its name, and the way to another one. */
function Head({
  place,
  jobId,
  job,
  error,
  score,
  campaignId,
  onRetry,
  onChoose,
}: {
  place: Place
  jobId: JobId | null
  job: JobRow | undefined
  error: unknown
  /** In the chosen campaign; null: that one did not rank it; undefined: not read yet. */
  score: JobView['rankings'][number]['explanation'] | null | undefined
  campaignId: CompareView['campaignId']
  onRetry: () => void
  onChoose: () => void
}) {
  const shown = job && score ? { ...job, score: score.score, lessSure: score.less_sure, campaignId } : job
  const content: ReactNode = error ? (
    <Failure error={error} onRetry={onRetry} />
  ) : shown ? (
    <div className="flex items-start gap-4">
      <ScoreBadge job={shown} size="large" />
      <div className="min-w-0 flex-1">
        <h2 className="text-lg font-semibold break-words">
          <Link to={`/jobs/${shown.id}`} className="hover:underline">
            {shown.title}
          </Link>
        </h2>
        <p className="text-base text-ink-2">{[shown.company, shown.location].filter(Boolean).join(' · ')}</p>
        <StatusBadge status={shown.status} />
      </div>
    </div>
  ) : (
    <SkeletonRows rows={2} label="Loading the job" />
  )
  return (
    <section
      aria-label={place === 'first' ? 'First job' : 'Second job'}
      className="min-w-0 rounded border border-line bg-surface p-4"
    >
      {jobId === null ? (
        <Button look="primary" icon={Replace} onClick={onChoose}>
          {place === 'first' ? 'Choose the first job' : 'Choose the second job'}
        </Button>
      ) : (
        // The button stays while another job is read, and with it the focus.
        <div className="flex items-start gap-4">
          <div className="min-w-0 flex-1">{content}</div>
          <IconButton
            data-choose={place}
            label={place === 'first' ? 'Choose another first job' : 'Choose another second job'}
            icon={Replace}
            shortcut={place === 'first' ? '1' : '2'}
            onClick={onChoose}
          />
        </div>
      )}
    </section>
  )
}
