import { useLocation } from 'react-router'
import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { key: '/notifications', to: '/notifications', title: 'Notifications' },
  { key: '/activity', to: '/activity', title: 'Activity' },
]

/** What the person was told, and all that happened: two pages side by side, under the head of each. */
export function NoticesTabs() {
  const { pathname } = useLocation()
  return <PageTabs label="Notifications and activity" tabs={TABS} current={pathname} />
}
