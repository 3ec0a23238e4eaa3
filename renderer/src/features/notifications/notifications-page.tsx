import { Page } from '../../ui/page.tsx'
import { NoticesTabs } from './notices-tabs.tsx'

/** `/notifications`: everything that the person was told, and how it reached them. */
export function NotificationsPage() {
  return (
    <Page title="Notifications">
      <NoticesTabs />
    </Page>
  )
}
