import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { JobStatus } from '../contract/values.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { exportedJobs } from './export.ts'
import { facetsOf } from './facets.ts'
import { type JobInsights, jobView, postingText } from './job.ts'
import { idsOf, listJobs } from './list.ts'
import { BEST_ROW, notBlocked, type RawRow, toJobRow } from './rows.ts'
import { similarJobs } from './similar.ts'

export { notOfBlocked } from '../search/service.ts'
export { type JobInsights, postingText } from './job.ts'
export { idsOf, listJobs, pageOfJobs } from './list.ts'
export { ask } from './question.ts'
export { notBlocked, toJobRow } from './rows.ts'
export { scoreCounts } from './score-counts.ts'

const html = (text: string) =>
  text.replace(/[&<>]/g, sign => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))

/** Plain text as paragraphs, for the frame that shows HTML. */
function asHtml(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(paragraph => `<p>${html(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n')
}

/** Rows by id, in the order of the ids. */
export function rowsOf(db: Db, ids: readonly number[], now: string) {
  const rows = db
    .sql<RawRow>(
      `SELECT ${BEST_ROW.columns} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value ${BEST_ROW.joins}
       ORDER BY chosen.key`,
    )
    .all(JSON.stringify(ids))
  return rows.map(row => toJobRow(row, now))
}

/** How many jobs of each status, of those that lists show else, are left out because their company is blocked: few, so they are counted when asked. */
function blockedCounts(
  db: Db,
  campaignId: number | null,
): { status: JobStatus; hidden: number; n: number }[] {
  const hidden = 'FROM companies c CROSS JOIN jobs j ON j.company_id = c.id'
  if (campaignId === null)
    return db
      .sql<{ status: JobStatus; hidden: number; n: number }>(
        `SELECT j.status, b.hidden, count(*) AS n ${hidden} CROSS JOIN best_rankings b ON b.job_id = j.id
         WHERE c.blocked = 1 GROUP BY j.status, b.hidden`,
      )
      .all()
  return db
    .sql<{ status: JobStatus; hidden: number; n: number }>(
      `SELECT j.status, r.hidden, count(*) AS n ${hidden} CROSS JOIN rankings r ON r.campaign_id = ? AND r.job_id = j.id
       WHERE c.blocked = 1 GROUP BY j.status, r.hidden`,
    )
    .all(campaignId)
}

/** The jobs of each status that lists show, and how many they leave out, for one reason or the other. */
function statusCounts(
  db: Db,
  campaignId: number | null,
): { byStatus: Record<JobStatus, number>; blocked: number; ineligible: number } {
  const rows =
    campaignId === null
      ? db
          .sql<{ kind: JobStatus | 'hidden'; n: number }>(
            'SELECT status AS kind, n FROM status_counts UNION ALL SELECT kind, n FROM list_counts',
          )
          .all()
      : db
          .sql<{ kind: JobStatus | 'hidden'; n: number }>(
            "SELECT kind, n FROM campaign_counts WHERE campaign_id = ? AND kind <> 'found'",
          )
          .all(campaignId)
  const counts = Object.fromEntries(JOB_STATUSES.map(status => [status, 0])) as Record<JobStatus, number>
  let ineligible = 0
  for (const { kind, n } of rows)
    if (kind === 'hidden') ineligible = n
    else counts[kind] = n
  counts.waiting -= ineligible
  let blocked = 0
  for (const { status, hidden, n } of blockedCounts(db, campaignId)) {
    blocked += n
    if (hidden === 1) ineligible -= n
    else counts[status] -= n
  }
  return { byStatus: counts, blocked, ineligible }
}

/** As many as a command takes at once. */
const MOST_IDS = 10_000

export const jobQueries = (insights: JobInsights) =>
  ({
    'jobs.list': ({ db, clock }, question) => {
      const now = clock.now()
      const page = listJobs(db, question, now)
      return { rows: page.rows.map(row => toJobRow(row, now)), cursor: page.cursor }
    },
    'jobs.facets': ({ db, clock }, { filter }) => facetsOf(db, filter, clock.now()),
    'jobs.ids': ({ db, clock }, { filter }) => {
      const { ids, total } = idsOf(db, filter, clock.now(), MOST_IDS)
      return { jobIds: ids.map(id => JobId.parse(id)), total }
    },
    'jobs.counts': ({ db }, { campaignId }) => {
      const { byStatus, blocked, ineligible } = statusCounts(db, campaignId)
      const favourites =
        db
          .sql<{ n: number }>(
            `SELECT count(*) AS n FROM jobs WHERE favourite = 1 AND ${notBlocked('company_id')}`,
          )
          .first()?.n ?? 0
      const total = Object.values(byStatus).reduce((sum, n) => sum + n, 0)
      return { total, byStatus, favourites, blocked, ineligible }
    },
    'jobs.export': ({ db, clock }, { jobIds, format }) => exportedJobs(db, jobIds, format, clock.now()),
    'jobs.similar': ({ db, clock }, { jobId, limit }) => {
      const now = clock.now()
      const alike =
        similarJobs(db, jobId, now, limit) ?? refuse('not_found', 'This job does not exist any more.')
      const why = new Map(alike.map(one => [one.id, one.why]))
      return rowsOf(
        db,
        alike.map(({ id }) => id),
        now,
      ).map(job => ({ job, why: why.get(job.id) ?? '' }))
    },
    'jobs.get': ({ db, clock }, { jobId, campaignId }) =>
      jobView(db, jobId, campaignId, clock.now(), insights) ??
      refuse('not_found', 'This job does not exist any more.'),
    'jobs.posting': ({ db }, { jobId }) => {
      const posting = postingText(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
      return { html: posting.description_html ?? asHtml(posting.description), text: posting.description }
    },
  }) satisfies Partial<Queries>

/** "3 jobs", or the title of the only one. */
function named(db: Db, jobIds: readonly number[]): string {
  if (jobIds.length !== 1) return `${jobIds.length} jobs`
  return (
    db.sql<{ title: string }>('SELECT title FROM jobs WHERE id = ?').first(jobIds[0] ?? 0)?.title ?? 'a job'
  )
}

type Flag = 'favourite' | 'unread'

/** Sets a flag and answers the jobs whose flag it changed. */
function setFlag(tx: Tx, flag: Flag, jobIds: readonly JobId[], value: boolean): JobId[] {
  const update = tx.db.sql(`UPDATE jobs SET ${flag} = ? WHERE id = ? AND ${flag} <> ?`)
  const bit = value ? 1 : 0
  const changed = jobIds.filter(jobId => update.run(bit, jobId, bit).changes > 0)
  if (changed.length === 0) return changed
  if (flag === 'favourite')
    for (const jobId of changed) tx.emit('job.favourite_changed', { jobId, favourite: value })
  else tx.emit('jobs.changed', { jobIds: changed })
  return changed
}

/** Makes a job a favourite inside the caller's transaction. */
export function makeFavourite(tx: Tx, jobId: JobId): void {
  setFlag(tx, 'favourite', [jobId], true)
}

export const jobCommands = {
  'jobs.setFavourite': (context, { jobIds, favourite }) =>
    context.unit(tx => {
      const changed = setFlag(tx, 'favourite', jobIds, favourite)
      if (changed.length === 0) return { undo: null }
      const label = favourite
        ? `Added ${named(tx.db, changed)} to favourites`
        : `Removed ${named(tx.db, changed)} from favourites`
      return {
        undo: recordChange(tx, label, 'jobs.flag', { flag: 'favourite', jobIds: changed, value: !favourite }),
      }
    }),
  'jobs.markRead': (context, { jobIds, read }) =>
    context.unit(tx => {
      const changed = setFlag(tx, 'unread', jobIds, !read)
      if (changed.length === 0) return { undo: null }
      const label = `Marked ${named(tx.db, changed)} as ${read ? 'read' : 'unread'}`
      // Reading by opening is no act of its own: only "unread" by hand is worth an undo entry.
      return {
        undo: read
          ? null
          : recordChange(tx, label, 'jobs.flag', { flag: 'unread', jobIds: changed, value: false }),
      }
    }),
} satisfies Partial<Commands>

export const jobUndoers = {
  'jobs.flag': (tx: Tx, { flag, jobIds, value }: { flag: Flag; jobIds: number[]; value: boolean }) => {
    setFlag(
      tx,
      flag,
      jobIds.map(jobId => JobId.parse(jobId)),
      value,
    )
  },
} satisfies Record<string, Undoer>
