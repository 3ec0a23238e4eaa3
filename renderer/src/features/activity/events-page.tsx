import { useQuery } from '@tanstack/react-query'
import { Radio } from 'lucide-react'
import type { EventMonitor } from '../../../../main/contract/activity.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { HourBars } from '../../charts/hour-bars.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'
import { eventsText, hourLabel, hoursSentence } from './event-words.ts'
import { HandlerFailures } from './handler-failures.tsx'
import { Handlers } from './handlers.tsx'
import { NewestEvents } from './newest-events.tsx'
import { TypeName } from './type-name.tsx'

/** Figures of handlers are written now and then, without an event. */
const LOOK_EVERY_MS = 5_000

/** `/events`: the events behind everything, how many there are, and what is done after them. */
export function EventsPage() {
  const { data, error, refetch } = useQuery({
    ...ask('events', 'monitor', {}),
    refetchInterval: LOOK_EVERY_MS,
  })
  return (
    <Page
      title="Events"
      lead={
        data === undefined || data.kept === 0 ? undefined : (
          <>
            {eventsText(data.kept)} kept
            {data.oldestAt === null ? null : (
              <>
                , the oldest from <When at={data.oldestAt} />
              </>
            )}
          </>
        )
      }
    >
      <RunsTabs />
      {data === undefined ? (
        error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : data.newest === 0 ? (
        <EmptyState icon={Radio} title="No event yet">
          Whatever is created, found, moved or finished is an event, and stands here from then on.
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
          <Rates monitor={data} />
          <Types types={data.types} />
          <div className="flex min-w-0 flex-col gap-4 xl:col-span-2">
            <Handlers handlers={data.handlers} />
            <HandlerFailures />
            <NewestEvents types={data.types.map(({ type }) => type)} />
          </div>
        </div>
      )}
    </Page>
  )
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the events" className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <Skeleton className="h-64 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}

function Rates({ monitor: { hours } }: { monitor: EventMonitor }) {
  return (
    <Section title="Events per hour" lead={hoursSentence(hours)} className="h-full">
      <HourBars
        title="Events per hour of the last 24"
        hours={hours.map(({ hour, n }) => ({ key: hour, label: hourLabel(hour), value: n }))}
      />
      <Disclosure label="Show as a table">
        <Table
          caption="Events per hour, newest first"
          className="max-h-80 overflow-y-auto"
          head={['Hour', { label: 'Events', number: true }]}
        >
          {hours.toReversed().map(({ hour, n }) => (
            <tr key={hour}>
              <Cell heading>
                <When at={hour} />
              </Cell>
              <Cell number>{n.toLocaleString('en')}</Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </Section>
  )
}

function Types({ types }: { types: EventMonitor['types'] }) {
  return (
    <Section title="Types" lead={`${types.length} of them came so far`} className="h-full">
      <Table
        caption="Types of events"
        className="max-h-72 overflow-y-auto"
        head={[
          'Type',
          { label: 'Last hour', number: true },
          { label: 'Last day', number: true },
          { label: 'Last', number: true },
        ]}
      >
        {types.map(({ type, lastHour, lastDay, lastAt }) => (
          <tr key={type}>
            <Cell heading>
              <TypeName type={type} />
            </Cell>
            <Cell number>{lastHour.toLocaleString('en')}</Cell>
            <Cell number>{lastDay.toLocaleString('en')}</Cell>
            <Cell number className="text-ink-2">
              {lastAt === null ? '–' : <When at={lastAt} />}
            </Cell>
          </tr>
        ))}
      </Table>
    </Section>
  )
}
