import type { CampaignView, DashboardView } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { type JobsView, jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'
import { RANGE_LABELS, type Range } from './dashboard-view.ts'

/** One number of the day and the list that it counts. */
export interface NumberTile {
  label: string
  value: string
  note: string
  to: string
}

/** What was sent and may still be answered, or was. */
const SENT: readonly JobStatus[] = ['applied', 'interview', 'offer', 'accepted']

const count = (n: number): string => n.toLocaleString('en')

/** The first numbers of the day; each leads to what it counts. `today` and `since`: ISO instants, of midnight and of the range. */
export function numberTiles(
  view: DashboardView,
  {
    campaign,
    range,
    today,
    since,
  }: { campaign: CampaignView | null; range: Range; today: string; since: string },
): NumberTile[] {
  const shortly = `in ${RANGE_LABELS[range].toLowerCase()}`
  const found = campaign === null ? [] : [campaign.id]
  const jobs = (change: Partial<JobsView>) => `/jobs${jobsQuery({ ...PLAIN_VIEW, ...change })}`
  const matches =
    campaign === null
      ? jobs({ statuses: ['waiting'], foundSince: today })
      : jobs({
          statuses: ['waiting'],
          foundSince: today,
          campaignId: campaign.id,
          minScore: campaign.draft.alert_threshold,
        })
  const { activeCampaigns, campaigns, averageFit } = view
  return [
    {
      label: 'New today',
      value: count(view.newToday),
      note: `${count(view.inRange.found)} ${shortly}`,
      to: jobs({ foundSince: today, foundBy: found }),
    },
    {
      label: 'New matches',
      value: `${count(view.newMatchesToday)}${view.newMatchesToday >= 1000 ? '+' : ''}`,
      note: campaign === null ? 'today' : `today, from ${campaign.draft.alert_threshold}`,
      to: matches,
    },
    campaign === null
      ? {
          label: 'Campaigns',
          value: count(activeCampaigns),
          note: activeCampaigns === campaigns ? 'active, all of them' : `active of ${count(campaigns)}`,
          to: '/campaigns',
        }
      : {
          label: 'Campaign',
          value: campaign.state === 'active' ? 'Active' : 'Paused',
          note: `${count(activeCampaigns)} of ${count(campaigns)} are active`,
          to: `/campaigns/${campaign.id}`,
        },
    {
      label: 'Applied',
      value: count(view.applied),
      note: `of ${count(view.found)} found`,
      to: jobs({ statuses: [...SENT], foundBy: found }),
    },
    {
      label: 'Average fit',
      value: averageFit === null ? '–' : String(Math.round(averageFit)),
      note: averageFit === null ? 'nothing ranked yet' : `of 100, ${shortly}`,
      to: jobs({ foundSince: since, foundBy: found, campaignId: campaign?.id ?? null }),
    },
    {
      label: 'Favourites',
      value: count(view.favourites),
      note: view.favourites === 1 ? 'job kept' : 'jobs kept',
      to: jobs({ favourite: true, foundBy: found }),
    },
    {
      label: 'Follow-ups due',
      value: count(view.followUps),
      note: view.followUps === 0 ? 'nobody to ask again' : 'to ask again',
      to: '/applications/follow-ups',
    },
    {
      label: 'No answer',
      value: count(view.stale),
      note: 'for 14 days or more',
      to: '/applications/follow-ups',
    },
  ]
}
