import { useLocation } from 'react-router'
import { PageTabs } from '../../ui/page-tabs.tsx'

const TABS = [
  { key: '/runs', to: '/runs', title: 'Runs' },
  { key: '/schedule', to: '/schedule', title: 'Schedule' },
  { key: '/checks', to: '/checks', title: 'Data quality' },
  { key: '/events', to: '/events', title: 'Events' },
  { key: '/health', to: '/health', title: 'Health' },
]

/** The pages that say how Rolecall works by itself, side by side under the head of each; `fill`: in a page that fills. */
export function RunsTabs({ fill = false }: { fill?: boolean }) {
  const { pathname } = useLocation()
  return <PageTabs label="Runs and data" tabs={TABS} current={pathname} fill={fill} />
}
