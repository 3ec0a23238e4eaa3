import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'

const FACES = {
  ready: { label: 'Ready', icon: CircleCheck, tone: 'text-good' },
  starting: { label: 'Starting', icon: CircleDashed, tone: 'text-ink-3' },
  down: { label: 'Down', icon: CircleAlert, tone: 'text-bad' },
} as const

/** The threads that do the work, as their host sees them. */
export function Threads({ refreshMs }: { refreshMs: number }) {
  const { data, error, refetch } = useQuery({
    ...ask('system', 'threads', {}),
    refetchInterval: refreshMs,
    staleTime: 0,
  })
  return (
    <Section title="Threads" lead="What works beside each other. One that ends is started again by itself.">
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Table
          caption="Threads"
          className="max-w-md"
          head={['Thread', 'State', { label: 'Started again', number: true }]}
        >
          {data.threads.map(({ name, state, restarts }) => {
            const { icon: Icon, label, tone } = FACES[state]
            return (
              <tr key={name}>
                <Cell heading>{name}</Cell>
                <Cell>
                  <span className="inline-flex items-center gap-1.5">
                    <Icon aria-hidden className={clsx('size-4 shrink-0', tone)} strokeWidth={1.75} />
                    {label}
                  </span>
                </Cell>
                <Cell number>{restarts === 0 ? 'never' : `${restarts.toLocaleString('en')}×`}</Cell>
              </tr>
            )
          })}
        </Table>
      ) : null}
    </Section>
  )
}
