import { followUpCount, staleCount, upcomingInterviews } from '../applications/service.ts'
import { findCampaign, listCampaigns } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobFilter } from '../contract/job-filter.ts'
import type { DashboardView } from '../contract/shapes.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'
import { pageOfJobs, rowsOf, toJobRow } from '../jobs/service.ts'
import { listRuns, viewRuns } from '../pipeline/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { dueReminders } from '../reminders/service.ts'
import { dayRange, daysOf, sumOf } from './rules.ts'
import { campaignStatistics } from './statistics.ts'
import {
  activityByHour,
  averageFit,
  averageFitOf,
  countMarked,
  matchesSince,
  newestMarked,
  statusCounts,
} from './store.ts'

/** Jobs that each short list of the dashboard shows. */
const FEW = 5
const MOST_REMINDERS = 10
const WEEK = 7 * 86_400_000

/** The number of each status; 0 for those that no job has. */
function everyStatus(counts: ReadonlyMap<string, number>): Record<JobStatus, number> {
  return Object.fromEntries(JOB_STATUSES.map(status => [status, counts.get(status) ?? 0])) as Record<
    JobStatus,
    number
  >
}

/** The jobs that fit best and still wait, by the scores of one campaign or by the best of all. */
function bestMatches(db: Db, campaignId: DashboardView['best'][number]['campaignId'], now: string) {
  const filter = JobFilter.parse({ campaignId, statuses: ['waiting'] })
  return pageOfJobs(db, filter, 'score', null, FEW).rows.map(row => toJobRow(row, now))
}

/** The next interviews with the names of their jobs. */
function nextInterviews(db: Db, now: string): DashboardView['interviews'] {
  const interviews = upcomingInterviews(db, now, FEW)
  const ids = interviews.map(one => one.jobId)
  const jobs = new Map(rowsOf(db, ids, now).map(job => [job.id, job]))
  return interviews.flatMap(one => {
    const job = jobs.get(one.jobId)
    return job ? [{ ...one, title: job.title, company: job.company }] : []
  })
}

export const analyticsQueries = {
  'dashboard.overview': ({ db, clock, dataDir }, { days, campaignId, utcOffset }): DashboardView => {
    if (campaignId !== null && !findCampaign(db, campaignId))
      refuse('not_found', 'This campaign does not exist any more.')
    const now = clock.now()
    const campaigns = listCampaigns(db)
    const counts = statusCounts(db, campaignId)
    const byStatus = everyStatus(counts)
    const range = dayRange(days, utcOffset, clock.millis())
    const activity = daysOf(range, activityByHour(db, campaignId, range.firstHour), utcOffset)
    const marked = (mark: 'applied' | 'favourite') => rowsOf(db, newestMarked(db, mark, campaignId, FEW), now)
    return {
      newToday: activity.at(-1)?.found ?? 0,
      newMatchesToday: matchesSince(db, campaignId, range.midnight),
      activeCampaigns: campaigns.filter(campaign => campaign.state === 'active').length,
      campaigns: campaigns.length,
      found:
        campaignId === null
          ? Object.values(byStatus).reduce((sum, n) => sum + n, 0)
          : (counts.get('found') ?? 0),
      applied: countMarked(db, 'applied', campaignId),
      favourites: countMarked(db, 'favourite', campaignId),
      averageFit:
        campaignId === null ? averageFit(db, range.firstHour) : averageFitOf(db, campaignId, range.since),
      days: activity,
      inRange: sumOf(activity),
      byStatus,
      best: bestMatches(db, campaignId, now),
      lastApplied: marked('applied'),
      favouriteJobs: marked('favourite'),
      runs: viewRuns({ db, dataDir }, listRuns(db, { campaignId }, FEW)),
      reminders: dueReminders(db, clock.millis() + WEEK, MOST_REMINDERS),
      interviews: nextInterviews(db, now),
      followUps: followUpCount(db, now),
      stale: staleCount(db, now),
    }
  },
  'campaigns.statistics': ({ db, clock }, { campaignId, days, utcOffset }) => {
    if (!findCampaign(db, campaignId)) refuse('not_found', 'This campaign does not exist any more.')
    const range = dayRange(days, utcOffset, clock.millis())
    const activity = daysOf(range, activityByHour(db, campaignId, range.firstHour), utcOffset)
    const counts = statusCounts(db, campaignId)
    return {
      days: activity,
      inRange: sumOf(activity),
      byStatus: everyStatus(counts),
      hidden: counts.get('hidden') ?? 0,
      ...campaignStatistics(db, campaignId),
    }
  },
} satisfies Partial<Queries>
