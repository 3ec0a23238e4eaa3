import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { RunIssue } from '../../../../main/contract/runs.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { RunsTable } from '../runs/runs-table.tsx'

/** Runs shown here; the page of runs has all of them. */
const FEW = 10

/** The last runs of a campaign with their numbers; each leads to its page. */
export function RunHistory({ campaignId }: { campaignId: CampaignId }) {
  const { data, error, refetch } = useQuery(ask('runs', 'list', { campaignId, limit: FEW }))
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={3} label="Loading the runs" />
  if (data.length === 0)
    return <p className="text-ink-2">No run yet. “Run now” collects from its sources and ranks.</p>
  return (
    <>
      <RunsTable caption="Runs of this campaign" runs={data} ofOneCampaign />
      {data.length === FEW ? (
        <p className="pt-2 text-sm">
          <Link to={`/runs?campaign=${campaignId}`} className="text-link">
            Show all its runs
          </Link>
        </p>
      ) : null}
    </>
  )
}

/** The rows that were refused or remarked on, each with its reason. */
export function RunIssues({ issues, total }: { issues: readonly RunIssue[]; total: number }) {
  if (issues.length === 0) return <p className="text-sm text-ink-2">Nothing was refused.</p>
  // Only files have rows with numbers.
  const rows = issues.some(issue => issue.row !== null)
  return (
    <div>
      <Table
        caption="Refused rows and remarks"
        head={rows ? [{ label: 'Row', number: true }, 'Reason'] : ['Reason']}
      >
        {issues.map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row can have the same remark twice
          <tr key={index}>
            {rows ? (
              <Cell number className="w-20">
                {issue.row === null ? '' : issue.row.toLocaleString('en')}
              </Cell>
            ) : null}
            <Cell>{issue.message}</Cell>
          </tr>
        ))}
      </Table>
      {total > issues.length ? (
        <p className="pt-1 text-xs text-ink-3">
          The first {issues.length.toLocaleString('en')} of {total.toLocaleString('en')}.
        </p>
      ) : null}
    </div>
  )
}
