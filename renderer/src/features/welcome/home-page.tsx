import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { useSettings } from '../../app/use-settings.ts'
import { SkeletonRows } from '../../ui/states.tsx'
import { DashboardPage } from '../dashboard/dashboard-page.tsx'
import { WelcomePage } from './welcome-page.tsx'

/** The first page: the welcome while there is nothing at all, the dashboard from then on. */
export function HomePage() {
  const info = useQuery(ask('system', 'info', {}))
  const settings = useSettings()
  // While the sample comes in there is something already, and still nothing to look at.
  const [loading, setLoading] = useState(false)
  if (info.error) return <Failure error={info.error} onRetry={() => void info.refetch()} />
  if (!info.data || settings.isPending) return <SkeletonRows />
  const empty = info.data.jobs === 0 && info.data.campaigns === 0
  return loading || (empty && !settings.data?.welcomeDone) ? (
    <WelcomePage loading={loading} onLoading={setLoading} />
  ) : (
    <DashboardPage />
  )
}
