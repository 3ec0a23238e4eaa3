import { Page } from '../../ui/page.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'

/** `/health`: whether each part of Rolecall works, and what to do where it does not. */
export function HealthPage() {
  return (
    <Page title="Health">
      <RunsTabs />
    </Page>
  )
}
