import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleAlert, RotateCw } from 'lucide-react'
import { useRef } from 'react'
import type { FailureView } from '../../../../main/contract/activity.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'
import { attemptsText } from './event-words.ts'

/** Tasks that failed after events, each with the way to try it again. */
export function HandlerFailures() {
  const { data, error, refetch } = useQuery(ask('events', 'failures', {}))
  const heading = useRef<HTMLDivElement>(null)
  if (data === undefined && !error) return null
  return (
    <Section
      title="Failures"
      lead={
        data?.length === 0
          ? 'Nothing failed.'
          : 'What fails is tried again after 1 s, 10 s, 1 min and 10 min; then it waits for you.'
      }
    >
      <div ref={heading} tabIndex={-1} className="rounded-sm">
        {data === undefined ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <ul className="flex flex-col">
            {data.map(failure => (
              <FailureLine key={failure.id} failure={failure} onGone={() => heading.current?.focus()} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  )
}

function FailureLine({ failure, onGone }: { failure: FailureView; onGone: () => void }) {
  const retry = useMutation({
    mutationFn: () => client.events.retry({ failureId: failure.id }),
    onSuccess: ({ done }) => {
      if (done) {
        onGone()
        toast(`Done now: ${failure.handler}`, { tone: 'good' })
      } else toast(`Failed again: ${failure.handler}`, { tone: 'bad' })
      void queryClient.invalidateQueries({ queryKey: ['events'] })
    },
    onError: failureToast,
  })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 text-base">
          {failure.handler}
          {failure.nextAt === null ? (
            <Badge tone="bad" icon={CircleAlert}>
              Given up
            </Badge>
          ) : (
            <Badge tone="warn" icon={RotateCw}>
              Tries again
            </Badge>
          )}
        </p>
        <p className="text-sm break-words text-ink-2">{failure.error}</p>
        <p className="text-xs text-ink-3">
          {attemptsText(failure)} after event {failure.seq.toLocaleString('en')} ({failure.type}), last{' '}
          <When at={failure.at} />
          {failure.nextAt === null ? null : (
            <>
              , next <When at={failure.nextAt} />
            </>
          )}
        </p>
      </div>
      <Button
        size="small"
        icon={RotateCw}
        busy={retry.isPending}
        aria-label={`Try again: ${failure.handler}`}
        onClick={() => retry.mutate()}
      >
        Try again
      </Button>
    </li>
  )
}
