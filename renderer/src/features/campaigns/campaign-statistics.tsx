import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CampaignView, CampaignStatistics as Statistics } from '../../../../main/contract/shapes.ts'
import { JOB_STATUSES } from '../../../../main/contract/values.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Columns } from '../../charts/columns.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { whenText } from '../../ui/when-text.ts'
import { Activity } from '../dashboard/activity.tsx'
import { daysOfRange, RANGE_LABELS, RANGES, type Range } from '../dashboard/dashboard-view.ts'
import { RunStateIcon } from '../runs/run-state.tsx'
import { RunsChart } from '../runs/runs-chart.tsx'
import { RUN_STATE_LABELS } from './run-words.ts'
import { runFigures, scoreClass, scoresSentence, statusSentence } from './statistics-words.ts'

/** What a campaign found and what became of it, in charts of which each has its sentence and its table. */
export function CampaignStatistics({ campaign }: { campaign: CampaignView }) {
  const [range, setRange] = useState<Range>('30')
  const { data, error, refetch } = useQuery({
    ...ask('campaigns', 'statistics', {
      campaignId: campaign.id,
      days: daysOfRange(range),
      utcOffset: -new Date().getTimezoneOffset(),
    }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div role="status" aria-label="Loading the statistics">
        <Skeleton className="h-96 w-full" />
      </div>
    )
  return (
    <div className="@container flex flex-col gap-4">
      <RunFigures statistics={data} />
      <div className="grid gap-4 @min-[42rem]:grid-cols-2 @min-[62rem]:grid-cols-3">
        <Activity
          days={data.days}
          totals={data.inRange}
          range={range}
          action={
            <RadioGroup
              label="Days shown"
              hideLabel
              options={RANGES.map(value => ({ value, label: RANGE_LABELS[value] }))}
              value={range}
              onChange={setRange}
            />
          }
        />
        <div className="flex min-w-0 flex-col gap-4">
          <Scores statistics={data} threshold={campaign.draft.alert_threshold} />
        </div>
        <div className="min-w-0 @min-[42rem]:col-span-2 @min-[62rem]:col-span-1">
          <Statuses statistics={data} campaign={campaign} />
        </div>
      </div>
      <RunsChart campaignId={campaign.id} title="Its last runs" />
    </div>
  )
}

const number = (label: string) => ({ label, number: true as const })

function Scores({ statistics, threshold }: { statistics: Statistics; threshold: number }) {
  const { scores } = statistics
  const all = scores.reduce((sum, n) => sum + n, 0)
  return (
    <Section title="Scores" lead={scoresSentence(statistics)}>
      {all === 0 ? null : (
        <>
          <Columns
            title="jobs by score"
            columns={scores.map((value, index) => ({
              key: scoreClass(index),
              label: String(index * 10),
              value,
              lit: index * 10 + 9 >= threshold,
            }))}
            legend={
              <>
                <Key colour="var(--chart-1)">{`Reaches ${threshold}, where matches begin`}</Key>
                <Key colour="var(--chart-4)">Below</Key>
              </>
            }
          />
          <Disclosure label="Show as a table">
            <Table
              caption="Jobs by score"
              head={['Score', number('Jobs'), number('Share')]}
              className="max-h-80 overflow-y-auto"
            >
              {scores.map((value, index) => (
                <tr key={scoreClass(index)}>
                  <Cell heading>{scoreClass(index)}</Cell>
                  <Cell number>{value.toLocaleString('en')}</Cell>
                  <Cell number>{`${Math.round((100 * value) / all)} %`}</Cell>
                </tr>
              ))}
            </Table>
          </Disclosure>
        </>
      )}
    </Section>
  )
}

function Key({ colour, children }: { colour: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="size-2 rounded-[2px]" style={{ background: colour }} />
      {children}
    </span>
  )
}

/** A table whose bars are drawn in it; each status leads to its jobs. */
function Statuses({ statistics, campaign }: { statistics: Statistics; campaign: CampaignView }) {
  const { byStatus } = statistics
  const most = Math.max(1, ...Object.values(byStatus))
  return (
    <Section title="Statuses" lead={statusSentence(statistics)} className="h-full">
      <Table caption="Jobs by status" head={['Status', { label: 'Bar', hidden: true }, number('Jobs')]}>
        {JOB_STATUSES.map(status => (
          <tr key={status}>
            <Cell heading className="w-44 whitespace-nowrap">
              <Link
                to={`/jobs?campaign=${campaign.id}&status=${status}`}
                className="inline-flex min-h-6 items-center hover:underline"
              >
                <StatusBadge status={status} />
              </Link>
            </Cell>
            <Cell className="hidden sm:table-cell">
              <span
                aria-hidden
                className="mt-1.5 block h-3 bg-(--chart-1)"
                style={{
                  width: byStatus[status] === 0 ? 0 : `max(2px, ${(100 * byStatus[status]) / most}%)`,
                }}
              />
            </Cell>
            <Cell number className="w-20 leading-6">
              {byStatus[status].toLocaleString('en')}
            </Cell>
          </tr>
        ))}
      </Table>
    </Section>
  )
}

/** How its runs go, in four figures and the states of the last ten. */
function RunFigures({ statistics: { runs, averageScore } }: { statistics: Statistics }) {
  if (runs.total === 0) return null
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-3 rounded border border-line bg-surface px-4 py-3">
      <dl className="contents">
        {runFigures(runs, averageScore).map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
        <div className="min-w-0">
          <dt className="text-xs text-ink-3">
            {runs.last.length === 1 ? 'The one run' : `The last ${runs.last.length}, newest last`}
          </dt>
          <dd className="pt-0.5">
            <LastTen runs={runs.last.toReversed()} />
          </dd>
        </div>
      </dl>
    </div>
  )
}

/** A mark for each of the last runs, which leads to it; state by shape and colour, and in words. */
function LastTen({ runs }: { runs: Statistics['runs']['last'] }) {
  return (
    <ul aria-label="States of the last runs" className="flex flex-wrap">
      {runs.map(run => {
        const words = `${RUN_STATE_LABELS[run.state]}, ${whenText(run.at, new Date())}: ${run.newJobs.toLocaleString('en')} new`
        return (
          <li key={run.id}>
            <Tooltip text={words}>
              <Link
                to={`/runs/${run.id}`}
                aria-label={words}
                className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-hover"
              >
                <RunStateIcon state={run.state} />
              </Link>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
