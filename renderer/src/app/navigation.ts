import {
  Activity,
  Bell,
  BellRing,
  BriefcaseBusiness,
  Building2,
  CalendarClock,
  ChartBarBig,
  Columns2,
  FileQuestionMark,
  Files,
  HeartPulse,
  History,
  LayoutDashboard,
  type LucideIcon,
  Plug,
  Radio,
  Settings,
  ShieldCheck,
  Sparkles,
  SquareKanban,
  Target,
  UserRound,
  UsersRound,
} from 'lucide-react'

/** The places of the application, in the order of the navigation. A place is listed once its page works. */
export const PLACES: readonly {
  path: string
  title: string
  icon: LucideIcon
  shortcut: string
  /** Further pages that belong to it. */
  within?: readonly string[]
}[] = [
  { path: '/', title: 'Dashboard', icon: LayoutDashboard, shortcut: 'g d' },
  { path: '/jobs', title: 'Jobs', icon: BriefcaseBusiness, shortcut: 'g j' },
  { path: '/applications', title: 'Applications', icon: SquareKanban, shortcut: 'g a' },
  { path: '/documents', title: 'Documents', icon: Files, shortcut: 'g f', within: ['/letters'] },
  { path: '/campaigns', title: 'Campaigns', icon: Target, shortcut: 'g c' },
  { path: '/contacts', title: 'Contacts', icon: UsersRound, shortcut: 'g t' },
  { path: '/reminders', title: 'Reminders', icon: BellRing, shortcut: 'g b' },
  { path: '/companies', title: 'Companies', icon: Building2, shortcut: 'g o' },
  { path: '/skills', title: 'Skill gap', icon: ChartBarBig, shortcut: 'g k' },
  { path: '/profile', title: 'Profile', icon: UserRound, shortcut: 'g p' },
  { path: '/missing', title: 'Missing facts', icon: FileQuestionMark, shortcut: 'g m' },
  { path: '/sources', title: 'Sources', icon: Plug, shortcut: 'g u' },
  {
    path: '/runs',
    title: 'Runs',
    icon: Activity,
    shortcut: 'g e',
    within: ['/schedule', '/checks', '/events', '/health'],
  },
  { path: '/settings', title: 'Settings', icon: Settings, shortcut: 'g s' },
]

/** Pages that other pages lead to; commands reach them from everywhere. */
export const OTHER_PLACES: readonly { path: string; title: string; icon: LucideIcon; shortcut?: string }[] = [
  { path: '/recommendations', title: 'Go to recommendations', icon: Sparkles, shortcut: 'g r' },
  { path: '/schedule', title: 'Go to the schedule', icon: CalendarClock },
  { path: '/notifications', title: 'Go to notifications', icon: Bell },
  { path: '/activity', title: 'Go to activity', icon: History },
  { path: '/events', title: 'Go to events', icon: Radio },
  { path: '/checks', title: 'Go to data quality', icon: ShieldCheck },
  { path: '/health', title: 'Go to health', icon: HeartPulse },
  { path: '/compare', title: 'Compare two jobs', icon: Columns2 },
]

/** True on the page of a place, and on pages below it or of its own. */
export function isInPlace({ path, within = [] }: (typeof PLACES)[number], pathname: string): boolean {
  if (path === '/') return pathname === '/'
  return [path, ...within].some(one => pathname === one || pathname.startsWith(`${one}/`))
}
