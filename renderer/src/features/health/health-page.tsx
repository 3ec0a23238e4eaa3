import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { ClipboardCopy, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { HealthCheck } from '../../../../main/contract/health.ts'
import { announce } from '../../app/announce.tsx'
import { useCommands } from '../../app/commands.ts'
import { ask, queryClient } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { When } from '../../ui/when.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { HEALTH_LABELS, healthText, pageText, STATE_FACES } from './health-words.ts'
import { Logs } from './logs.tsx'
import { Threads } from './threads.tsx'

/** While the page stands open, it is asked anew each so often. */
const REFRESH_MS = 10_000

/** `/health`: whether each part of Rolecall works, and what to do where it does not. */
export function HealthPage() {
  const health = useQuery({ ...ask('system', 'health', {}), refetchInterval: REFRESH_MS, staleTime: 0 })
  const [busy, setBusy] = useState(false)
  const [diagnostics, setDiagnostics] = useState(false)
  const again = async () => {
    setBusy(true)
    await queryClient.refetchQueries({ queryKey: ['system'], type: 'active' })
    setBusy(false)
    announce('Checked again')
  }
  const group = 'Health'
  useCommands([
    { id: 'health.again', title: 'Check the health again', group, icon: RotateCw, run: () => void again() },
    {
      id: 'health.diagnostics',
      title: 'Copy diagnostics',
      group,
      icon: ClipboardCopy,
      run: () => setDiagnostics(true),
    },
  ])
  return (
    <Page
      title="Health"
      lead={health.data ? healthText(health.data.checks) : undefined}
      action={
        <>
          <Button icon={ClipboardCopy} onClick={() => setDiagnostics(true)}>
            Copy diagnostics
          </Button>
          <Button look="primary" icon={RotateCw} busy={busy} onClick={() => void again()}>
            Check again
          </Button>
        </>
      }
    >
      <RunsTabs />
      <div className="flex max-w-4xl flex-col gap-4">
        {health.error && !health.data ? (
          <Failure error={health.error} onRetry={() => void health.refetch()} />
        ) : !health.data ? (
          <SkeletonRows rows={8} label="Loading the health" />
        ) : (
          <div className="flex flex-col gap-1">
            <ul
              aria-label="Parts of Rolecall"
              className="flex flex-col rounded border border-line bg-surface"
            >
              {health.data.checks.map(check => (
                <Part key={check.name} check={check} />
              ))}
            </ul>
            <p className="text-xs text-ink-3">
              Looked at <When at={new Date(health.dataUpdatedAt).toISOString()} />, and again every ten
              seconds while this page is open.
            </p>
          </div>
        )}
        <Threads refreshMs={REFRESH_MS} />
        <Logs refreshMs={REFRESH_MS} />
      </div>
      {diagnostics ? <DiagnosticsDialog onClose={() => setDiagnostics(false)} /> : null}
    </Page>
  )
}

function Part({ check }: { check: HealthCheck }) {
  const { icon: Icon, label, tone } = STATE_FACES[check.state]
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="flex min-w-0 flex-1 basis-72 gap-2.5">
        <Icon aria-hidden className={clsx('mt-0.5 size-4 shrink-0', tone)} strokeWidth={2} />
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-baseline gap-x-2 text-base font-medium">
            {HEALTH_LABELS[check.name]}
            <span className={clsx('text-sm font-normal', tone)}>{label}</span>
          </h2>
          <p className="text-sm break-words text-ink-2">{check.message}</p>
          {check.advice === null ? null : <p className="text-sm break-words">{check.advice}</p>}
        </div>
      </div>
      {check.page === null ? null : (
        <Link to={check.page} className="ml-6.5 inline-flex min-h-6 shrink-0 items-center text-sm text-link">
          {pageText(check.page)}
          <span className="sr-only"> for {HEALTH_LABELS[check.name]}</span>
        </Link>
      )}
    </li>
  )
}
