import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { CircleCheckBig, FileUp, History, ScanSearch, Sparkles } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { DetectionKind, DetectionScope, MissingFact } from '../../../../main/contract/detection.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { MISSING_LABELS } from '../../../../main/contract/labels.ts'
import { useCommands } from '../../app/commands.ts'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { useAi } from '../ai/use-ai.ts'
import { openImport } from '../imports/import-opener.ts'
import { AskAiDialog } from './ask-ai-dialog.tsx'
import { DetectionRunsDialog } from './detection-runs.tsx'
import { MissingFilters } from './missing-filters.tsx'
import { MissingList } from './missing-list.tsx'
import { jobsText, missingQuery, readMissingView, scopeOf, totalOf, unreadOf } from './missing-view.ts'
import { RunsNow } from './runs-now.tsx'

/** Jobs asked at once; the contract allows 200. */
const PAGE = 100

function useMissingList(fact: MissingFact | null) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['detection', 'missing', { fact }],
    queryFn: ({ pageParam }) => client.detection.missing({ fact, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.job.id, row])).values()]
  }, [data])
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return { rows, hasMore: hasNextPage, loadMore, ...query }
}

/** `/missing`: jobs that leave facts open, and reading many of them again. */
export function MissingPage() {
  const [params] = useSearchParams()
  const fact = readMissingView(params)
  const list = useMissingList(fact)
  const { data: counts } = useQuery(ask('detection', 'counts', {}))
  const { data: info } = useQuery(ask('system', 'info', {}))
  const navigate = useNavigate()
  const ai = useAi()
  const [selected, setSelected] = useState<ReadonlySet<JobId>>(new Set())
  const [asking, setAsking] = useState(false)
  const [history, setHistory] = useState(false)
  const chosen = list.rows.filter(row => selected.has(row.job.id)).map(row => row.job.id)
  const total = totalOf(counts, fact)
  const many = chosen.length > 0 ? chosen.length : total
  const askable = chosen.length > 0 ? chosen.length : unreadOf(counts, fact)

  const run = useMutation({
    mutationFn: (input: { kind: DetectionKind; scope: DetectionScope }) => client.detection.start(input),
    onError: failureToast,
  })
  const start = (kind: DetectionKind, scope: DetectionScope = scopeOf(chosen, fact)) =>
    run.mutate(
      { kind, scope },
      {
        onSuccess: () => setSelected(new Set()),
      },
    )
  const nothing = many === null || many === 0
  const group = 'Missing facts'
  useCommands([
    {
      id: 'missing.detect',
      title: `Detect again${many === null ? '' : `: ${jobsText(many)}`}`,
      group,
      icon: ScanSearch,
      shortcut: 'd',
      run: () => nothing || start('patterns'),
    },
    ...(ai.ready
      ? [
          {
            id: 'missing.ai',
            title: 'Ask AI for what is missing',
            group,
            icon: Sparkles,
            run: () => askable === 0 || setAsking(true),
          },
        ]
      : []),
    {
      id: 'missing.runs',
      title: 'Show the runs that detected again',
      group,
      icon: History,
      run: () => setHistory(true),
    },
  ])

  return (
    <Page
      title="Missing facts"
      fill
      lead={
        counts === undefined || info?.jobs === 0
          ? undefined
          : counts.jobs === 0
            ? 'Every job says everything'
            : `${jobsText(counts.jobs)} ${counts.jobs === 1 ? 'leaves' : 'leave'} something open`
      }
      action={
        <>
          <IconButton
            label="Runs that detected again"
            icon={History}
            className="size-8"
            onClick={() => setHistory(true)}
          />
          <Button
            icon={Sparkles}
            disabled={askable === 0 || !ai.ready}
            title={ai.ready && askable === 0 && !nothing ? 'AI has read all of these' : undefined}
            aria-describedby={ai.ready ? undefined : 'why-no-ai'}
            onClick={() => setAsking(true)}
          >
            Ask AI
          </Button>
          <Button
            look="primary"
            icon={ScanSearch}
            disabled={nothing}
            busy={run.isPending}
            onClick={() => start('patterns')}
          >
            {chosen.length > 0 ? `Detect ${jobsText(chosen.length)} again` : 'Detect again'}
          </Button>
        </>
      }
    >
      {info?.jobs === 0 ? null : (
        <div className="flex flex-col gap-2 border-b border-line px-4 py-2 empty:hidden sm:px-6">
          <RunsNow onHistory={() => setHistory(true)} />
          {counts && counts.outdated > 0 ? (
            <div className="flex flex-wrap items-center justify-between gap-2 rounded bg-info-soft px-3 py-1.5 text-sm">
              <p>
                {jobsText(counts.outdated)} {counts.outdated === 1 ? 'was' : 'were'} read by an older version
                of the detection.
              </p>
              <Button
                size="small"
                icon={ScanSearch}
                aria-label={`Detect again: ${jobsText(counts.outdated)} read by an older version`}
                onClick={() => start('patterns', { all: 'outdated' })}
              >
                Detect again
              </Button>
            </div>
          ) : null}
          {/* Makes room for the selection, which stands at the same place. */}
          {chosen.length > 0 ? null : (
            <MissingFilters
              fact={fact}
              counts={counts}
              onChange={next => {
                setSelected(new Set())
                void navigate({ pathname: '/missing', search: missingQuery(next) }, { replace: true })
              }}
            />
          )}
          {ai.ready || ai.status === undefined || counts?.jobs === 0 || chosen.length > 0 ? null : (
            <p id="why-no-ai" className="text-sm text-ink-3">
              {ai.message}{' '}
              <Link to="/settings" className="text-link whitespace-nowrap">
                Open Settings
              </Link>
            </p>
          )}
        </div>
      )}
      {list.error && list.rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={14} label="Loading the jobs" />
      ) : list.rows.length === 0 ? (
        <NothingMissing fact={fact} noJobs={info?.jobs === 0} />
      ) : (
        <MissingList
          key={missingQuery(fact)}
          rows={list.rows}
          total={total}
          hasMore={list.hasMore}
          onLoadMore={list.loadMore}
          selected={selected}
          onSelect={setSelected}
        />
      )}
      <AskAiDialog open={asking} jobs={askable} onClose={() => setAsking(false)} onAsk={() => start('ai')} />
      <DetectionRunsDialog open={history} onClose={() => setHistory(false)} />
    </Page>
  )
}

function NothingMissing({ fact, noJobs }: { fact: MissingFact | null; noJobs: boolean }) {
  if (noJobs)
    return (
      <EmptyState
        icon={FileUp}
        title="No jobs yet"
        action={
          <Button look="primary" icon={FileUp} onClick={() => openImport()}>
            Import jobs
          </Button>
        }
      >
        What postings leave open is gathered here, so that it can be read again or asked of AI.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={CircleCheckBig}
      title={
        fact === null
          ? 'Every job says everything'
          : `Every job says this: ${MISSING_LABELS[fact].toLowerCase()}`
      }
      action={
        fact === null ? (
          <Link to="/jobs" className="text-link">
            Show the jobs
          </Link>
        ) : (
          <Link to="/missing" className="text-link">
            Show all missing facts
          </Link>
        )
      }
    >
      Nothing is left to detect or to ask.
    </EmptyState>
  )
}
