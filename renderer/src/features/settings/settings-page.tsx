import { Page } from '../../ui/page.tsx'

/** What a person can adjust. */
export function SettingsPage() {
  return <Page title="Settings">{null}</Page>
}
