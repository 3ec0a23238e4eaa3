import { useQuery } from '@tanstack/react-query'
import type { SourceId } from '../../../../main/contract/ids.ts'
import type { SourceRunView } from '../../../../main/contract/sources.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { type RunBar, RunBars } from '../../charts/run-bars.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { durationText, whenText } from '../../ui/when-text.ts'
import { historySentence } from './source-words.ts'

/** So many runs are looked back at. */
const RUNS = 60

const LISTED = [{ label: 'Postings listed', colour: 'var(--chart-1)' }]
const CAME = [
  { label: 'New or changed', colour: 'var(--chart-2)' },
  { label: 'Known from elsewhere', colour: 'var(--chart-4)' },
  { label: 'Not readable', colour: 'var(--chart-3)' },
]
const WENT = [{ label: 'Closed', colour: 'var(--chart-4)', hollow: true }]

/** What the runs of a source brought: listed above, what changed below, a sentence, and the table on demand. */
export function SourceHistory({ sourceId, label }: { sourceId: SourceId; label: string }) {
  const { data, error, refetch } = useQuery(ask('sources', 'history', { sourceId, limit: RUNS }))
  const lead = data ? (
    <>
      {historySentence(data, new Date())}
      {data.length > 0 ? (
        <span className="whitespace-nowrap">
          {' '}
          n = {data.length} {data.length === 1 ? 'run' : 'runs'}
        </span>
      ) : null}
    </>
  ) : null
  return (
    <Section title="What its runs brought" lead={lead}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonRows rows={4} label="Loading the runs" /> : null}
      {data?.length === 0 ? (
        <p className="text-sm text-ink-2">Run a campaign that asks it; each run is counted here.</p>
      ) : null}
      {data && data.length > 0 ? (
        <>
          <Charts runs={data.toReversed()} />
          <div className="pt-2">
            <Disclosure label="Show as a table">
              <HistoryTable runs={data} label={label} />
            </Disclosure>
          </div>
        </>
      ) : null}
    </Section>
  )
}

function Charts({ runs }: { runs: readonly SourceRunView[] }) {
  const now = new Date()
  const first = runs[0]
  const last = runs.at(-1)
  const bar = (
    run: SourceRunView,
    up: readonly number[],
    down: readonly number[],
    words: string,
  ): RunBar => ({
    key: String(run.runId),
    words: `${whenText(run.at, now)}: ${run.ok ? words : 'failed'}`,
    failed: !run.ok,
    up,
    down,
  })
  return (
    <div className="flex flex-col gap-3">
      <RunBars
        title="postings listed in each run"
        mostShown={RUNS}
        up={LISTED}
        bars={runs.map(run => bar(run, [run.postings], [], `${run.postings.toLocaleString('en')} listed`))}
      />
      <RunBars
        title="what changed in each run"
        mostShown={RUNS}
        up={CAME}
        down={WENT}
        bars={runs.map(run =>
          bar(
            run,
            [run.fresh - run.merged, run.merged, run.unread],
            [run.closed],
            `${run.fresh} new or changed, ${run.merged} of them known, ${run.closed} closed`,
          ),
        )}
      />
      <div aria-hidden className="pl-12 text-xs text-ink-3">
        <div
          className="flex justify-between gap-4 whitespace-nowrap"
          style={{ width: `${Math.min(1, runs.length / (RUNS / 4)) * 100}%` }}
        >
          <span>{first ? whenText(first.at, now) : ''}</span>
          {runs.length > 4 && last ? <span>{whenText(last.at, now)}</span> : null}
        </div>
      </div>
    </div>
  )
}

const number = (label: string) => ({ label, number: true as const })

function HistoryTable({ runs, label }: { runs: readonly SourceRunView[]; label: string }) {
  return (
    <Table
      caption={`Runs of ${label}, newest first`}
      className="max-h-96 overflow-y-auto"
      head={[
        'Run',
        'Answer',
        ...['Listed', 'New or changed', 'Known', 'Unchanged', 'Not readable', 'Closed', 'Calls', 'Took'].map(
          number,
        ),
      ]}
    >
      {runs.map(run => (
        <tr key={run.runId}>
          <Cell heading className="whitespace-nowrap">
            <When at={run.at} />
          </Cell>
          <Cell className="min-w-40">
            {run.ok ? 'Answered' : <span className="text-bad">Failed: {run.error}</span>}
          </Cell>
          {[run.postings, run.fresh, run.merged, run.unchanged, run.unread, run.closed, run.calls].map(
            (value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
              <Cell key={index} number>
                {value.toLocaleString('en')}
              </Cell>
            ),
          )}
          <Cell number>{durationText(run.milliseconds)}</Cell>
        </tr>
      ))}
    </Table>
  )
}
