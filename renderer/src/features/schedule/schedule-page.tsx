import { Page } from '../../ui/page.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'

/** `/schedule`: what Rolecall does by itself, when it comes next, and what became of the times before. */
export function SchedulePage() {
  return (
    <Page title="Schedule">
      <RunsTabs />
    </Page>
  )
}
