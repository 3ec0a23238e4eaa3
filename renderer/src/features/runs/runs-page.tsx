import { Page } from '../../ui/page.tsx'
import { RunsTabs } from './runs-tabs.tsx'

/** `/runs`: what ran, what runs now, and how it went. */
export function RunsPage() {
  return (
    <Page title="Runs" wide>
      <RunsTabs />
    </Page>
  )
}
