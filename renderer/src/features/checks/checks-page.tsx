import { Page } from '../../ui/page.tsx'
import { RunsTabs } from '../runs/runs-tabs.tsx'

/** `/checks`: what must hold of the data, whether it does, and what breaks it. */
export function ChecksPage() {
  return (
    <Page title="Data quality">
      <RunsTabs />
    </Page>
  )
}
