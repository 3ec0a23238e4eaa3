import { useQuery } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { Link, useSearchParams } from 'react-router'
import type { ComparedJob, ComparisonId, ComparisonView } from '../../../../main/contract/feedback.ts'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import { RANKING_FACTORS } from '../../../../main/contract/ranking.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { ComparedList } from './compared-list.tsx'
import { leftWords } from './comparison-words.ts'

/** A comparison: its list while it runs, its result when it has ended. */
export function OneComparison({ comparisonId }: { comparisonId: ComparisonId }) {
  const { data, error, refetch } = useQuery(ask('comparisons', 'get', { comparisonId }))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows label="Loading the list" />
  return data.comparison.state === 'running' ? (
    <Running comparison={data.comparison} jobs={data.jobs} />
  ) : (
    <Finished comparison={data.comparison} jobs={data.jobs} />
  )
}

function Running({ comparison, jobs }: { comparison: ComparisonView; jobs: readonly ComparedJob[] }) {
  const finish = useChange(client.comparisons.finish)
  const [, setSearch] = useSearchParams()
  const { id, name, decided } = comparison
  return (
    <Section
      title={`Present weights and “${name}”`}
      lead="Which weights brought which job is shown when you finish. You may finish at any time, with less to count."
      action={
        <Button
          look={decided === jobs.length ? 'primary' : 'plain'}
          icon={Flag}
          busy={finish.isPending}
          onClick={() => {
            // Ended, it is not the running one any more: the address says which one is shown.
            setSearch({ of: String(id) }, { replace: true })
            finish.mutate({ comparisonId: id })
          }}
        >
          Finish and count
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <div className="max-w-120">
          <ProgressBar label={leftWords(decided, jobs.length)} done={decided} total={jobs.length} />
        </div>
        <ComparedList comparison={comparison} jobs={jobs} />
        {/* The last jobs can be moved above the messages below right. */}
        <div aria-hidden className="h-24" />
      </div>
    </Section>
  )
}

function Finished({ comparison, jobs }: { comparison: ComparisonView; jobs: readonly ComparedJob[] }) {
  const keep = useChange(client.comparisons.keep)
  const { id, campaignId, name, result, kept, decided } = comparison
  if (!result) return null
  const { winsA, winsB, ties, sentence } = result
  return (
    <div className="flex flex-col gap-4">
      <Section
        title={`Present weights and “${name}”: the result`}
        action={
          <Link to={`/campaigns/${campaignId}/compare`} className="text-sm text-link">
            Another comparison
          </Link>
        }
      >
        <div className="flex flex-col gap-4">
          <p className="max-w-180 text-lg">{sentence}</p>
          <dl className="flex flex-wrap gap-x-8 gap-y-3">
            {[
              ['Wins of the present weights', winsA],
              [`Wins of “${name}”`, winsB],
              ['Both judged alike', ties],
              ['Jobs decided', `${decided} of ${comparison.jobs}`],
            ].map(([label, value]) => (
              <div key={label}>
                <dt className="text-xs text-ink-3">{label}</dt>
                <dd className="text-lg font-semibold tabular-nums">{value}</dd>
              </div>
            ))}
          </dl>
          <div className="flex flex-wrap items-center gap-2">
            {kept === null ? (
              <>
                <Button busy={keep.isPending} onClick={() => keep.mutate({ comparisonId: id, side: 'a' })}>
                  Keep the present weights
                </Button>
                <Button
                  look={result.leader === 'b' && result.confidence !== 'none' ? 'primary' : 'plain'}
                  busy={keep.isPending}
                  onClick={() => keep.mutate({ comparisonId: id, side: 'b' })}
                >
                  Use “{name}”
                </Button>
              </>
            ) : (
              <p className="text-sm text-ink-2">
                {kept === 'a' ? 'You kept the weights as they were.' : `You went on with “${name}”.`} The
                campaign’s page changes them.
              </p>
            )}
          </div>
        </div>
      </Section>
      <div className="grid gap-4 lg:grid-cols-2 lg:items-start">
        <Section title="The weights">
          <WeightsTable comparison={comparison} />
        </Section>
        <Section title="The list">
          <Disclosure label="Show the jobs and who brought them">
            <ComparedList comparison={comparison} jobs={jobs} />
          </Disclosure>
        </Section>
      </div>
    </div>
  )
}

function WeightsTable({ comparison: { name, weightsA, weightsB } }: { comparison: ComparisonView }) {
  return (
    <Table
      caption="Both weightings in percent"
      head={['Factor', { label: 'Present', number: true }, { label: name, number: true }]}
    >
      {RANKING_FACTORS.map(factor => (
        <tr key={factor} className={weightsA[factor] === weightsB[factor] ? 'text-ink-2' : 'font-medium'}>
          <Cell heading>{FACTOR_LABELS[factor]}</Cell>
          <Cell number>{weightsA[factor]}</Cell>
          <Cell number>{weightsB[factor]}</Cell>
        </tr>
      ))}
    </Table>
  )
}
