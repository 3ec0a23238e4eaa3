import { Page } from '../../ui/page.tsx'

/** `/runs/12`: one run with its steps, rows, sources, checks and log. */
export function RunPage() {
  return <Page title="Run">{null}</Page>
}
