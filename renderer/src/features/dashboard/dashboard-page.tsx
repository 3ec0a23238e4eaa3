import { Page } from '../../ui/page.tsx'

/** The numbers of today. */
export function DashboardPage() {
  return <Page title="Dashboard">{null}</Page>
}
