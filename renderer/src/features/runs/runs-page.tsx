import { Activity, Play, Target } from 'lucide-react'
import { useNavigate, useSearchParams } from 'react-router'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { GoingRuns } from './going-runs.tsx'
import { RunsChart } from './runs-chart.tsx'
import { RunsFilters } from './runs-filters.tsx'
import { RunsTable } from './runs-table.tsx'
import { RunsTabs } from './runs-tabs.tsx'
import { isFiltered, type RunsView, readRunsView, runsQuery } from './runs-view.ts'
import { useRunActs } from './use-run-acts.ts'
import { useKnownCampaigns, useRunList } from './use-runs.ts'

/** `/runs`: what runs now, how the last runs went, and all of them since the first. */
export function RunsPage() {
  const [params] = useSearchParams()
  const view = readRunsView(params)
  const list = useRunList(view)
  const campaigns = useKnownCampaigns()
  const acts = useRunActs()
  const navigate = useNavigate()
  const change = (next: RunsView) =>
    void navigate({ pathname: '/runs', search: runsQuery(next) }, { replace: true })
  const isEmpty = list.runs.length === 0 && !list.isPending && !isFiltered(view)
  return (
    <Page
      title="Runs"
      wide
      action={
        <Button
          look="primary"
          icon={Play}
          disabled={campaigns?.size === 0}
          onClick={() => void acts.runAll()}
        >
          Run all campaigns now
        </Button>
      }
    >
      <RunsTabs />
      {list.error && list.runs.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : isEmpty ? (
        <NoRuns campaigns={campaigns?.size ?? 0} />
      ) : (
        <div className="flex max-w-[110rem] flex-col gap-4">
          <GoingRuns />
          <RunsChart campaignId={view.campaignId} />
          <Section title="History" action={<RunsFilters view={view} onChange={change} />}>
            {list.isPending ? (
              <SkeletonRows label="Loading the runs" />
            ) : list.runs.length === 0 ? (
              <div className="flex flex-wrap items-center gap-3 py-4">
                <p className="text-ink-2">No run is like this.</p>
                <Button size="small" onClick={() => change({ campaignId: null, kind: null, state: null })}>
                  Show all runs
                </Button>
              </div>
            ) : (
              <RunsTable
                caption="Runs, newest first"
                runs={list.runs}
                isThere={run => campaigns === null || campaigns.has(run.campaignId)}
              />
            )}
            {list.hasMore ? (
              <Button look="quiet" className="mt-2" busy={list.isLoadingMore} onClick={list.loadMore}>
                Show more runs
              </Button>
            ) : null}
          </Section>
        </div>
      )}
    </Page>
  )
}

function NoRuns({ campaigns }: { campaigns: number }) {
  const navigate = useNavigate()
  return campaigns === 0 ? (
    <EmptyState
      icon={Activity}
      title="Nothing ran yet"
      action={
        <Button look="primary" icon={Target} onClick={() => void navigate('/campaigns/new')}>
          Create a campaign
        </Button>
      }
    >
      A campaign says what you look for and where. Its runs collect postings, join doubles, find facts, rank
      the jobs and tell you about the good ones; each run is shown here with all that it did.
    </EmptyState>
  ) : (
    <EmptyState
      icon={Activity}
      title="Nothing ran yet"
      action={
        <Button look="primary" icon={Target} onClick={() => void navigate('/campaigns')}>
          Show campaigns
        </Button>
      }
    >
      Run a campaign by hand, or let the schedule do it. Each run is shown here with all that it did.
    </EmptyState>
  )
}
