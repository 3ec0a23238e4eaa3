import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { EventRow } from '../../../../main/contract/activity.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'
import { payloadText } from './event-words.ts'
import { TypeName } from './type-name.tsx'

const PAGE = 25

/** The events themselves, the newest first, what each holds on demand. */
export function NewestEvents({ types }: { types: readonly string[] }) {
  const [type, setType] = useState('')
  const { data, error, refetch, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery({
      queryKey: ['events', 'list', { type }],
      queryFn: ({ pageParam }) =>
        client.events.list({ types: type === '' ? [] : [type], before: pageParam, limit: PAGE }),
      initialPageParam: null as number | null,
      getNextPageParam: last => (last.length < PAGE ? null : last.at(-1)?.seq),
      placeholderData: keepPreviousData,
    })
  const all = (data?.pages ?? []).flat()
  const events = [...new Map(all.map(event => [event.seq, event])).values()]
  const list = useRef<HTMLUListElement>(null)
  /** How many stood when more were asked for: the first new one gets the focus. */
  const before = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (before.current === null || (events.length === before.current && hasNextPage)) return
    const lines = list.current?.querySelectorAll<HTMLElement>('summary') ?? []
    lines[Math.min(before.current, lines.length - 1)]?.focus()
    before.current = null
  }, [events.length, hasNextPage])
  return (
    <Section
      title="Newest events"
      action={
        <Select
          label="Type of event"
          hideLabel
          className="w-56 max-w-full"
          options={[
            { value: '', label: 'All types' },
            ...types.toSorted().map(each => ({ value: each, label: each })),
          ]}
          value={type}
          onChange={setType}
        />
      }
    >
      {error && events.length === 0 ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <SkeletonRows rows={8} label="Loading the events" />
      ) : events.length === 0 ? (
        <p className="py-2 text-sm text-ink-2">None of this type is kept any more.</p>
      ) : (
        <ul ref={list} className="flex flex-col">
          {events.map(event => (
            <EventLine key={event.seq} event={event} />
          ))}
        </ul>
      )}
      {hasNextPage ? (
        <Button
          className="mt-3"
          busy={isFetchingNextPage}
          onClick={() => {
            before.current = events.length
            void fetchNextPage()
          }}
        >
          Show more
        </Button>
      ) : null}
    </Section>
  )
}

function EventLine({ event }: { event: EventRow }) {
  return (
    <li className="border-b border-line last:border-b-0">
      <details className="group">
        <summary className="flex min-h-8 list-none items-center gap-2 rounded-sm text-sm hover:bg-hover">
          <ChevronRight
            aria-hidden
            className="size-3.5 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
          />
          <span className="w-14 shrink-0 text-right text-xs text-ink-3 tabular-nums">
            {event.seq.toLocaleString('en')}
          </span>
          <span className="min-w-0 flex-1">
            <TypeName type={event.type} />
          </span>
          <When at={event.at} className="shrink-0 text-xs text-ink-2" />
        </summary>
        <pre className="mb-2 max-h-64 overflow-auto rounded bg-sunken p-2 font-mono text-xs break-words whitespace-pre-wrap">
          {payloadText(event.payload)}
        </pre>
      </details>
    </li>
  )
}
