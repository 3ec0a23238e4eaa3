import {
  Bell,
  BriefcaseBusiness,
  CalendarClock,
  ChartColumn,
  FileText,
  Hash,
  History,
  type LucideIcon,
  Send,
  Sparkles,
  Star,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { CampaignView, DashboardView, DashboardWidget } from '../../../../main/contract/shapes.ts'
import { jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'
import { Activity } from './activity.tsx'
import type { Range } from './dashboard-view.ts'
import { DueReminders } from './due-reminders.tsx'
import { JobLines } from './job-lines.tsx'
import { numberTiles } from './number-tiles.ts'
import { Numbers } from './numbers.tsx'
import { Recommended } from './recommended.tsx'
import { ResumeStatus } from './resume-status.tsx'
import { RunHealth } from './run-health.tsx'
import { UpcomingInterviews } from './upcoming-interviews.tsx'
import { ALL_APPLIED, allFavourites, ViewAll } from './view-all.tsx'

/** The name of each widget and what it holds, for those who arrange them. */
export const WIDGET_FACES: Record<DashboardWidget, { title: string; holds: string; icon: LucideIcon }> = {
  numbers: { title: 'Numbers', holds: 'What is new, what was sent, who has not answered', icon: Hash },
  best: { title: 'Best matches', holds: 'Waiting jobs with the highest scores', icon: BriefcaseBusiness },
  reminders: { title: 'Reminders', holds: 'What is due within seven days', icon: Bell },
  interviews: { title: 'Interviews', holds: 'The next five that are planned', icon: CalendarClock },
  activity: { title: 'Activity', holds: 'Found, decided and answered per day', icon: ChartColumn },
  recommended: { title: 'Recommended for you', holds: 'Jobs that fit your profile best', icon: Sparkles },
  last_applied: { title: 'Last applied', holds: 'The newest of your applications', icon: Send },
  favourites: { title: 'Favourites', holds: 'Jobs that you marked with the star', icon: Star },
  resume: {
    title: 'Résumé',
    holds: 'The newest one, and whether your profile took what it says',
    icon: FileText,
  },
  runs: { title: 'Last runs', holds: 'Whether the collecting works', icon: History },
}

/** What the widgets show. */
export interface Shown {
  view: DashboardView
  range: Range
  /** null: all campaigns. */
  campaign: CampaignView | null
}

/** One widget with its content. */
export function Widget({ widget, shown }: { widget: DashboardWidget; shown: Shown }): ReactNode {
  const { view, range, campaign } = shown
  const campaignId = campaign?.id ?? null
  switch (widget) {
    case 'numbers': {
      const today = new Date()
      today.setHours(0, 0, 0, 0)
      const since = new Date(`${view.days[0]?.day ?? ''}T00:00:00`)
      return (
        <Numbers
          tiles={numberTiles(view, {
            campaign,
            range,
            today: today.toISOString(),
            since: (Number.isNaN(since.getTime()) ? today : since).toISOString(),
          })}
        />
      )
    }
    case 'best':
      return (
        <JobLines
          title="Best matches"
          jobs={view.best}
          empty="No ranked job yet. Import postings into a campaign, or let it collect them."
          action={
            <Link
              to={`/jobs${jobsQuery({ ...PLAIN_VIEW, campaignId, statuses: ['waiting'] })}`}
              aria-label="Best matches: show all"
              className="text-link text-sm"
            >
              Show all
            </Link>
          }
        />
      )
    case 'reminders':
      return <DueReminders reminders={view.reminders} />
    case 'interviews':
      return <UpcomingInterviews interviews={view.interviews} />
    case 'activity':
      return <Activity days={view.days} totals={view.inRange} range={range} />
    case 'recommended':
      return <Recommended />
    case 'last_applied':
      return (
        <JobLines
          title="Last applied"
          jobs={view.lastApplied}
          empty="Jobs that you mark as applied stand here."
          action={<ViewAll list={ALL_APPLIED} />}
        />
      )
    case 'favourites':
      return (
        <JobLines
          title="Favourites"
          jobs={view.favouriteJobs}
          empty="Mark a job with the star, and it stands here."
          action={<ViewAll list={allFavourites(campaignId)} />}
        />
      )
    case 'resume':
      return <ResumeStatus />
    case 'runs':
      return <RunHealth runs={view.runs} />
  }
}
