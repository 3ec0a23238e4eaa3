import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { CircleCheck, CircleSlash, History, type LucideIcon, Merge, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { SlotKind, SlotOutcome, SlotView } from '../../../../main/contract/schedule.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { useNow } from '../../ui/when.tsx'
import { exactText } from '../../ui/when-text.ts'
import { OUTCOME_LABELS, OUTCOME_TONES, SLOT_LABELS, slotText } from './schedule-words.ts'

/** Slots asked at once. */
const PAGE = 25

const ICONS: Record<SlotOutcome, LucideIcon> = {
  started: CircleCheck,
  caught_up: History,
  joined: Merge,
  skipped: CircleSlash,
  missed: TriangleAlert,
}

/** The book of the times that were handled: what became of each, with the run that it began. */
export function SlotsSection() {
  const [kind, setKind] = useState<SlotKind | 'all'>('all')
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['schedule', 'slots', kind],
    queryFn: ({ pageParam }) =>
      client.schedule.slots({ kind: kind === 'all' ? null : kind, before: pageParam, limit: PAGE }),
    initialPageParam: null as number | null,
    getNextPageParam: last => (last.length < PAGE ? undefined : last.at(-1)?.id),
    placeholderData: keepPreviousData,
  })
  const slots = data?.pages.flat() ?? []
  return (
    <Section
      title="What was done"
      lead="Each time is handled once; here is how."
      action={
        <Select
          label="Shown"
          hideLabel
          className="w-44"
          options={[
            { value: 'all', label: 'Everything' },
            { value: 'ingestion', label: 'Runs of campaigns' },
            { value: 'briefing', label: 'Morning briefings' },
            { value: 'summary', label: 'Evening summaries' },
          ]}
          value={kind}
          onChange={setKind}
        />
      }
    >
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading what was done" /> : null}
      {data && slots.length === 0 ? (
        <p className="text-sm text-ink-2">
          {kind === 'all'
            ? 'Nothing came by itself yet. The first time that comes is noted here.'
            : 'None of these came yet.'}
        </p>
      ) : null}
      {slots.length > 0 ? <SlotsTable slots={slots} /> : null}
      {hasNextPage ? (
        <Button look="quiet" className="mt-2" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Section>
  )
}

function SlotsTable({ slots }: { slots: readonly SlotView[] }) {
  const now = useNow()
  return (
    <Table caption="Times that were handled, newest first" head={['For', 'What', 'Outcome', 'More']}>
      {slots.map(slot => (
        <tr key={slot.id}>
          <Cell heading className="whitespace-nowrap tabular-nums" title={`Dealt with ${exactText(slot.at)}`}>
            {slotText(slot.slot, now)}
          </Cell>
          <Cell className="min-w-36">
            {slot.campaignName === null
              ? SLOT_LABELS[slot.kind]
              : `${SLOT_LABELS[slot.kind]} of ${slot.campaignName}`}
          </Cell>
          <Cell>
            <Badge tone={OUTCOME_TONES[slot.outcome]} icon={ICONS[slot.outcome]}>
              {OUTCOME_LABELS[slot.outcome]}
            </Badge>
          </Cell>
          <Cell className="min-w-40 text-ink-2">
            {slot.note}
            {slot.runId === null ? null : (
              <>
                {slot.note === null ? null : ' '}
                <Link to={`/runs/${slot.runId}`} className="text-link whitespace-nowrap">
                  Show the run
                </Link>
              </>
            )}
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
