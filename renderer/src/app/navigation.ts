import { BriefcaseBusiness, LayoutDashboard, type LucideIcon, Settings, Target } from 'lucide-react'

/** The places of the application, in the order of the navigation. A place is listed once its page works. */
export const PLACES: readonly { path: string; title: string; icon: LucideIcon; shortcut: string }[] = [
  { path: '/', title: 'Dashboard', icon: LayoutDashboard, shortcut: 'g d' },
  { path: '/jobs', title: 'Jobs', icon: BriefcaseBusiness, shortcut: 'g j' },
  { path: '/campaigns', title: 'Campaigns', icon: Target, shortcut: 'g c' },
  { path: '/settings', title: 'Settings', icon: Settings, shortcut: 'g s' },
]
