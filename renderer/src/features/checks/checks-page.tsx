import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { CheckView } from '../../../../main/contract/checks.ts'
import { useCommand } from '../../app/commands.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { useCheckProgress } from '../../app/live.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'
import { CheckItem } from './check-item.tsx'
import { failingFirst, standingText } from './check-words.ts'
import { RepairsBook } from './repairs-book.tsx'

const again = () => queryClient.invalidateQueries({ queryKey: ['checks'] })

/** `/checks`: what must hold of the data, whether it does, and what breaks it. */
export function ChecksPage() {
  const { data, error, refetch } = useQuery(ask('checks', 'list', {}))
  const progress = useCheckProgress()
  const running = data?.running ?? false
  useEffect(() => {
    // Somebody else began: the terminal, or the day's own checks.
    if (progress !== null && !running) void again()
  }, [progress, running])
  const run = useMutation({
    mutationFn: (names: CheckView['name'][] | null) => client.checks.run({ names }),
    onSuccess: async ({ started }) => {
      if (!started) toast('The checks are already being made')
      await again()
    },
    onError: failureToast,
  })
  const cancel = useMutation({
    mutationFn: () => client.checks.cancel({}),
    onSettled: () => void again(),
    onError: failureToast,
  })
  const checkAll = () => run.mutate(null)
  useCommand({
    id: 'checks.run',
    title: 'Check all data now',
    group: 'Data quality',
    icon: ShieldCheck,
    run: checkAll,
  })
  const [params, setParams] = useSearchParams()
  const shown = params.get('rows')
  const checks = data?.checks ?? []
  const never = checks.every(check => check.last === null)
  return (
    <Page
      title="Data quality"
      lead={data ? standingText(checks) : undefined}
      action={
        <Button look="primary" icon={ShieldCheck} busy={running || run.isPending} onClick={checkAll}>
          {running ? 'Checking' : 'Check all now'}
        </Button>
      }
    >
      <RunsTabs />
      <div className="flex max-w-4xl flex-col gap-4">
        {running ? (
          <ProgressBar
            label={progressLabel(checks, progress?.name)}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            countHidden={progress === null}
            onCancel={() => cancel.mutate()}
          />
        ) : null}
        {error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={8} label="Loading the checks" />
        ) : (
          <>
            {never && !running ? <Never onCheck={checkAll} /> : <AllHold checks={checks} />}
            <ul aria-label="Checks" className="flex flex-col rounded border border-line bg-surface">
              {failingFirst(checks).map(check => (
                <CheckItem
                  key={check.name}
                  check={check}
                  open={shown === check.name}
                  onOpen={open => setParams(open ? { rows: check.name } : {}, { replace: true })}
                  busy={running || run.isPending}
                  onCheck={() => run.mutate([check.name])}
                />
              ))}
            </ul>
            <RepairsBook checks={checks} />
          </>
        )}
      </div>
    </Page>
  )
}

function progressLabel(checks: readonly CheckView[], name: CheckView['name'] | undefined): string {
  const title = checks.find(check => check.name === name)?.title
  return title === undefined ? 'Checking the data' : `Checking: ${title}`
}

function Never({ onCheck }: { onCheck: () => void }) {
  return (
    <EmptyState
      icon={ShieldCheck}
      title="Nothing was checked yet"
      action={
        <Button icon={ShieldCheck} onClick={onCheck}>
          Check all now
        </Button>
      }
    >
      These checks are made after every run and once a day. Looking at all data takes a few seconds and
      changes nothing.
    </EmptyState>
  )
}

/** Says it in green when all is well; nothing otherwise. */
function AllHold({ checks }: { checks: readonly CheckView[] }) {
  const times = checks.flatMap(check => (check.last?.state === 'passed' ? [check.last.at] : []))
  const [oldest] = times.toSorted()
  if (times.length < checks.length || oldest === undefined) return null
  return (
    <p role="status" className="flex items-start gap-2 rounded bg-good-soft px-3 py-2 text-sm">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
      <span>
        Everything holds. Checked <When at={oldest} />.
      </span>
    </p>
  )
}
