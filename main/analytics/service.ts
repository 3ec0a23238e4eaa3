import { listCampaigns } from '../campaigns/service.ts'
import { ANY_JOB } from '../contract/job-filter.ts'
import type { DashboardView, JobRow } from '../contract/shapes.ts'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'
import { notOfBlocked, pageOfJobs, rowsOf, toJobRow } from '../jobs/service.ts'
import { listRuns, viewRuns } from '../pipeline/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const KINDS = ['found', 'approved', 'rejected', 'applied', 'interview', 'offer'] as const
type Kind = (typeof KINDS)[number]
const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind)

interface HourRow {
  hour: string
  kind: string
  n: number
  score_sum: number
  score_n: number
}

/** The page's local day of an hour that is kept in UTC. */
const dayOf = (hour: string, offset: number): string =>
  new Date(Date.parse(`${hour}:00:00.000Z`) + offset * 60_000).toISOString().slice(0, 10)

/** Activity per local day of the last `days` days, oldest first; days without anything are zeros, not gaps. */
function activity(db: Db, days: number, offset: number, millis: number) {
  const today = Math.floor((millis + offset * 60_000) / DAY) * DAY
  const first = today - (days - 1) * DAY
  const rows = db
    .sql<HourRow>('SELECT hour, kind, n, score_sum, score_n FROM hourly_activity WHERE hour >= ?')
    .all(new Date(first - offset * 60_000).toISOString().slice(0, 13))
  const table = new Map<string, Record<Kind, number>>()
  for (let day = first; day <= today; day += DAY)
    table.set(new Date(day).toISOString().slice(0, 10), {
      found: 0,
      approved: 0,
      rejected: 0,
      applied: 0,
      interview: 0,
      offer: 0,
    })
  let sum = 0
  let n = 0
  for (const row of rows) {
    const counts = table.get(dayOf(row.hour, offset))
    if (counts && isKind(row.kind)) counts[row.kind] += row.n
    if (row.kind === 'found') {
      sum += row.score_sum
      n += row.score_n
    }
  }
  return {
    days: [...table].map(([day, counts]) => ({ day, ...counts })),
    averageFit: n === 0 ? null : sum / n,
  }
}

function totals(db: Db): Map<string, number> {
  const rows = db.sql<{ status: JobStatus; n: number }>('SELECT status, n FROM status_counts').all()
  return new Map(rows.map(row => [row.status, row.n]))
}

/** Jobs found since local midnight that are matches of an active campaign, counted up to 1,000. */
function matchesSince(db: Db, since: string): number {
  const first = db
    .sql<{ id: number }>('SELECT id FROM jobs WHERE found_at >= ? ORDER BY found_at, id LIMIT 1')
    .first(since)
  if (!first) return 0
  return (
    db
      .sql<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT DISTINCT r.job_id FROM campaigns c CROSS JOIN rankings r ON r.campaign_id = c.id
         WHERE c.state = 'active' AND r.hidden = 0 AND r.status = 'waiting' AND r.score >= c.alert_threshold AND r.job_id >= ?
           AND ${notOfBlocked('r.job_id')} LIMIT 1000)`,
      )
      .first(first.id)?.n ?? 0
  )
}

function lastApplied(db: Db, now: string): JobRow[] {
  const ids = db
    .sql<{ id: number }>(
      'SELECT id FROM jobs WHERE applied_at IS NOT NULL ORDER BY applied_at DESC, id DESC LIMIT 5',
    )
    .all()
  return rowsOf(
    db,
    ids.map(row => row.id),
    now,
  )
}

export const analyticsQueries = {
  'dashboard.overview': ({ db, clock }, { days, campaignId, utcOffset }): DashboardView => {
    const now = clock.now()
    const campaigns = listCampaigns(db)
    const counts = totals(db)
    const chart = activity(db, days, utcOffset, clock.millis())
    const midnight = Math.floor((clock.millis() + utcOffset * 60_000) / DAY) * DAY - utcOffset * 60_000
    const rows = (page: ReturnType<typeof pageOfJobs>) => page.rows.map(row => toJobRow(row, now))
    const byStatus = Object.fromEntries(
      JOB_STATUSES.map(status => [status, counts.get(status) ?? 0]),
    ) as Record<JobStatus, number>
    return {
      newToday: chart.days.at(-1)?.found ?? 0,
      newMatchesToday: matchesSince(db, new Date(midnight).toISOString()),
      activeCampaigns: campaigns.filter(campaign => campaign.state === 'active').length,
      campaigns: campaigns.length,
      found: Object.values(byStatus).reduce((sum, n) => sum + n, 0),
      applied:
        db.sql<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE applied_at IS NOT NULL').first()?.n ?? 0,
      favourites: db.sql<{ n: number }>('SELECT count(*) AS n FROM jobs WHERE favourite = 1').first()?.n ?? 0,
      averageFit: chart.averageFit,
      days: chart.days,
      byStatus,
      best: rows(pageOfJobs(db, { ...ANY_JOB, campaignId, statuses: ['waiting'] }, 'score', null, 5)),
      lastApplied: lastApplied(db, now),
      favouriteJobs: rows(
        pageOfJobs(db, { ...ANY_JOB, campaignId: null, favourite: true }, 'newest', null, 5),
      ),
      runs: viewRuns(db, listRuns(db, null, 5)),
    }
  },
} satisfies Partial<Queries>
