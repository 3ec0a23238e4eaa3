import {
  Bell,
  BriefcaseBusiness,
  Cpu,
  FileText,
  type LucideIcon,
  Play,
  Settings,
  SquareKanban,
  Target,
} from 'lucide-react'
import type { ActivityGroup } from '../../../../main/contract/activity.ts'

/** How a group of events is called and marked. */
export const GROUP_FACES: Record<ActivityGroup, { title: string; icon: LucideIcon }> = {
  jobs: { title: 'Jobs', icon: BriefcaseBusiness },
  applications: { title: 'Applications', icon: SquareKanban },
  campaigns: { title: 'Campaigns', icon: Target },
  runs: { title: 'Runs and sources', icon: Play },
  documents: { title: 'Documents', icon: FileText },
  notifications: { title: 'Notifications', icon: Bell },
  settings: { title: 'Settings and profile', icon: Settings },
  system: { title: 'System', icon: Cpu },
}
