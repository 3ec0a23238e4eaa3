import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { JobStatus } from '../contract/values.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { jobView, postingText } from './job.ts'
import { pageOfJobs } from './list.ts'
import { notBlocked, type RawRow, ROW_COLUMNS, toJobRow } from './rows.ts'
import { searchCandidates } from './search.ts'

export { pageOfJobs } from './list.ts'
export { notBlocked, notOfBlocked, toJobRow } from './rows.ts'

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
      `SELECT ${ROW_COLUMNS} FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value
       LEFT JOIN rankings r ON r.job_id = j.id AND r.campaign_id = j.best_campaign_id ORDER BY chosen.key`,
    )
    .all(JSON.stringify(ids))
  return rows.map(row => toJobRow(row, now))
}

/** How many jobs of each status are hidden because their company is blocked: few, so they are counted when asked. */
function blockedCounts(db: Db, campaignId: number | null): { status: JobStatus; n: number }[] {
  const hidden = 'FROM companies c CROSS JOIN jobs j ON j.company_id = c.id'
  if (campaignId === null)
    return db
      .sql<{ status: JobStatus; n: number }>(
        `SELECT j.status, count(*) AS n ${hidden} WHERE c.blocked = 1 GROUP BY j.status`,
      )
      .all()
  return db
    .sql<{ status: JobStatus; n: number }>(
      `SELECT j.status, count(*) AS n ${hidden} CROSS JOIN rankings r ON r.job_id = j.id AND r.campaign_id = ?
       WHERE c.blocked = 1 GROUP BY j.status`,
    )
    .all(campaignId)
}

/** The jobs of each status that lists show, and how many they leave out. */
function statusCounts(
  db: Db,
  campaignId: number | null,
): { byStatus: Record<JobStatus, number>; blocked: number } {
  const rows =
    campaignId === null
      ? db.sql<{ status: JobStatus; n: number }>('SELECT status, n FROM status_counts').all()
      : db
          .sql<{ status: JobStatus; n: number }>(
            "SELECT kind AS status, n FROM campaign_counts WHERE campaign_id = ? AND kind <> 'found'",
          )
          .all(campaignId)
  const counts = Object.fromEntries(JOB_STATUSES.map(status => [status, 0])) as Record<JobStatus, number>
  for (const { status, n } of rows) counts[status] = n
  let blocked = 0
  for (const { status, n } of blockedCounts(db, campaignId)) {
    counts[status] -= n
    blocked += n
  }
  return { byStatus: counts, blocked }
}

export const jobQueries = {
  'jobs.list': ({ db, clock }, { filter, sort, cursor, limit }) => {
    const page = pageOfJobs(db, filter, sort, cursor, limit)
    return { rows: page.rows.map(row => toJobRow(row, clock.now())), cursor: page.cursor }
  },
  'jobs.counts': ({ db }, { campaignId }) => {
    const { byStatus, blocked } = statusCounts(db, campaignId)
    const favourites =
      db
        .sql<{ n: number }>(
          `SELECT count(*) AS n FROM jobs WHERE favourite = 1 AND ${notBlocked('company_id')}`,
        )
        .first()?.n ?? 0
    const total = Object.values(byStatus).reduce((sum, n) => sum + n, 0)
    return { total, byStatus, favourites, blocked }
  },
  'jobs.search': ({ db, clock }, { text, limit }) => {
    const ids = searchCandidates(db, text, limit + 1)
    return { rows: rowsOf(db, ids.slice(0, limit), clock.now()), more: ids.length > limit }
  },
  'jobs.get': ({ db, clock }, { jobId, campaignId }) =>
    jobView(db, jobId, campaignId, clock.now()) ?? refuse('not_found', 'This job does not exist any more.'),
  'jobs.posting': ({ db }, { jobId }) => {
    const posting = postingText(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
    return { html: posting.description_html ?? asHtml(posting.description), text: posting.description }
  },
} satisfies Partial<Queries>

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
