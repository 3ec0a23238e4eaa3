import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { RunBar as Bar } from '../../../../main/contract/runs.ts'
import { ask } from '../../app/core.ts'
import { RunBars } from '../../charts/run-bars.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { durationText, whenText } from '../../ui/when-text.ts'
import { RUN_STATE_LABELS } from '../campaigns/run-words.ts'
import { barsSentence } from './run-figures.ts'

/** So many runs are looked back at. */
const RUNS = 40

const NEW_JOBS = [
  { label: 'Matches among the new jobs', colour: 'var(--chart-1)' },
  { label: 'Other new jobs', colour: 'var(--chart-4)' },
]

/** The last runs that brought jobs, of one campaign or of all: new jobs and duration of each, with the table. */
export function RunsChart({
  campaignId,
  title = 'The last runs',
  className,
}: {
  campaignId: CampaignId | null
  title?: string
  className?: string
}) {
  const { data } = useQuery({
    ...ask('runs', 'bars', { campaignId, limit: RUNS }),
    placeholderData: keepPreviousData,
  })
  if (!data)
    return (
      <Section title={title} {...(className ? { className } : {})}>
        <div role="status" aria-label="Loading the last runs">
          <Skeleton className="h-64 w-full" />
        </div>
      </Section>
    )
  if (data.length === 0) return null
  return (
    <Section
      title={title}
      lead={
        <>
          {barsSentence(data, durationText)}{' '}
          <span className="whitespace-nowrap text-ink-3">
            n = {data.length} {data.length === 1 ? 'run' : 'runs'}
          </span>
        </>
      }
      {...(className ? { className } : {})}
    >
      <Charts bars={data} />
      <div className="pt-2">
        <Disclosure label="Show as a table">
          <BarsTable bars={data} />
        </Disclosure>
      </div>
    </Section>
  )
}

function Charts({ bars }: { bars: readonly Bar[] }) {
  const navigate = useNavigate()
  const now = new Date()
  const longest = Math.max(...bars.map(bar => bar.milliseconds))
  const unit = longest < 90_000 ? { ms: 1000, word: 'seconds' } : { ms: 60_000, word: 'minutes' }
  const words = (bar: Bar, what: string) => {
    const how = bar.state === 'succeeded' ? '' : `${RUN_STATE_LABELS[bar.state].toLowerCase()}, `
    return `${whenText(bar.at, now)}: ${how}${what}`
  }
  const open = (key: string) => void navigate(`/runs/${key}`)
  return (
    <div className="@container">
      <div className="grid grid-cols-1 gap-3 @3xl:grid-cols-2 @3xl:gap-8">
        <RunBars
          title="new jobs of each run"
          mostShown={RUNS}
          up={NEW_JOBS}
          onOpen={open}
          bars={bars.map(bar => ({
            key: String(bar.id),
            words: words(
              bar,
              `${bar.newJobs.toLocaleString('en')} new, ${bar.matches.toLocaleString('en')} match`,
            ),
            failed: bar.state === 'failed',
            up: [bar.matches, Math.max(0, bar.newJobs - bar.matches)],
            down: [],
          }))}
        />
        <RunBars
          title="duration of each run"
          mostShown={RUNS}
          up={[{ label: `Duration in ${unit.word}`, colour: 'var(--chart-2)' }]}
          onOpen={open}
          bars={bars.map(bar => ({
            key: String(bar.id),
            words: words(bar, durationText(bar.milliseconds)),
            failed: bar.state === 'failed',
            up: [bar.milliseconds / unit.ms],
            down: [],
          }))}
        />
      </div>
    </div>
  )
}

const number = (label: string) => ({ label, number: true as const })

function BarsTable({ bars }: { bars: readonly Bar[] }) {
  return (
    <Table
      caption="The last runs, newest first"
      className="max-h-96 overflow-y-auto"
      head={['Run', 'State', ...['New jobs', 'Matches', 'Calls', 'Failed calls', 'Took'].map(number)]}
    >
      {bars.toReversed().map(bar => (
        <tr key={bar.id}>
          <Cell heading className="whitespace-nowrap">
            <Link to={`/runs/${bar.id}`} className="text-link">
              <When at={bar.at} />
            </Link>
          </Cell>
          <Cell>{RUN_STATE_LABELS[bar.state]}</Cell>
          <Cell number>{bar.newJobs.toLocaleString('en')}</Cell>
          <Cell number>{bar.matches.toLocaleString('en')}</Cell>
          <Cell number>{bar.calls.toLocaleString('en')}</Cell>
          <Cell number>{bar.errors.toLocaleString('en')}</Cell>
          <Cell number>{durationText(bar.milliseconds)}</Cell>
        </tr>
      ))}
    </Table>
  )
}
