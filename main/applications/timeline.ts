import {
  type ApplicationFilter,
  EntryId,
  type HistoryEntry,
  type HistoryKind,
  OfferFacts,
  type TimelineRow,
} from '../contract/applications.ts'
import { CompanyId, JobId } from '../contract/ids.ts'
import { SALARY_PERIOD_SUFFIXES } from '../contract/labels.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db, SqlValue } from '../platform/db/connection.ts'
import { statusesOf } from './board.ts'

/** The SQL of what happened: each kind has its own index by time, and pages merge the newest of each. */

interface Moment {
  at: string
  kind: HistoryKind
  text: string
  /** Orders moments of one kind at one instant. */
  id: number
  job_id: number
}

/** Where one kind of moments lies: the table is x, its application a. */
interface Branch {
  /** Text of the kind: a name in quotes, or a column. */
  kind: string
  text: string
  table: string
  /** Of its times. */
  index: string
  at: string
  /** The columns after `at` that its index is ordered by. */
  order: readonly string[]
  id: string
  /** The job's present status. */
  status: string
  where: string
}

/** A row about a job, whose status its application says. */
const OF_JOB = { id: 'x.id', order: ['x.id'], status: 'a.status', at: 'x.at', where: '' }
const OF_APPLICATION = {
  id: 'x.job_id',
  order: ['x.job_id'],

  status: 'x.status',
  table: 'applications',
}

/** A place in this list orders moments of one instant. New kinds go to the end. */
const BRANCHES: readonly Branch[] = [
  {
    ...OF_JOB,
    kind: "'status'",
    text: 'x.to_status',
    table: 'status_events',
    index: 'status_events_shown',
    status: 'x.job_status',
    where: 'AND x.undone = 0',
  },
  {
    ...OF_APPLICATION,
    kind: "'response'",
    text: 'x.response_kind',
    index: 'applications_answered',
    at: 'x.response_at',
    where: 'AND x.response_at IS NOT NULL',
  },
  { ...OF_JOB, kind: "'interview'", text: 'x.kind', table: 'interviews', index: 'interviews_at' },
  {
    ...OF_APPLICATION,
    kind: "'offer'",
    text: 'x.offer',
    index: 'applications_offered',
    at: 'x.offer_at',
    where: 'AND x.offer_at IS NOT NULL',
  },
  {
    ...OF_APPLICATION,
    kind: "'note'",
    text: 'substr(x.notes, 1, 300)',
    index: 'applications_noted',
    at: 'x.notes_at',
    where: 'AND x.notes_at IS NOT NULL',
  },
  {
    ...OF_JOB,
    kind: "'contact'",
    text: '(SELECT name FROM contacts WHERE id = x.contact_id)',
    table: 'contact_jobs',
    index: 'contact_jobs_at',
  },
  {
    ...OF_JOB,
    kind: "'reminder'",
    text: 'x.text',
    table: 'reminders',
    index: 'reminders_done',
    at: 'x.done_at',
    where: 'AND x.done_at IS NOT NULL',
  },
  {
    ...OF_JOB,
    kind: "'document'",
    text: '(SELECT d.title FROM document_versions v JOIN documents d ON d.id = v.document_id WHERE v.id = x.document_version_id)',
    // Of one job and instant the versions differ; there are fewer than a million of them.
    id: '(x.job_id * 1000000 + x.document_version_id)',
    order: ['x.job_id', 'x.document_version_id'],
    table: 'application_documents',
    index: 'application_documents_sent',
    at: 'x.sent_at',
    where: 'AND x.sent_at IS NOT NULL',
  },
  {
    ...OF_JOB,
    kind: 'x.kind',
    text: 'x.text',
    table: 'application_entries',
    index: 'application_entries_at',
  },
]

/** CROSS JOIN keeps the order in which the rows are read. */
const withStatus = ({ status }: Branch): string =>
  status === 'a.status' ? 'CROSS JOIN applications a ON a.job_id = x.job_id' : ''

const columns = (branch: Branch): string =>
  `${branch.at} AS at, ${branch.kind} AS kind, ${branch.text} AS text, ${branch.id} AS id, x.job_id AS job_id`

const newestFirst = (branch: Branch): string =>
  [branch.at, ...branch.order].map(column => `${column} DESC`).join(', ')

/** The place of a moment in the whole: its instant, its branch, its number there. */
type Place = readonly [at: string, branch: number, id: number]

const FIRST: Place = ['~', BRANCHES.length, 0]

interface Range {
  after: Place
  /** Not before; empty: from the beginning. */
  since: string
  /** Before this instant. */
  until: string
  statuses: readonly JobStatus[]
  limit: number
}

/** The values that bound a branch: what lies after the place, in the order of the whole. */
function bounds(branch: number, { after: [at, place, id], since, until }: Range): SqlValue[] {
  const last = branch === place ? id : branch < place ? Number.MAX_SAFE_INTEGER : 0
  return [at, at, last, since, until]
}

const inBounds = ({ at, id, where }: Branch): string =>
  `${at} <= ? AND (${at}, ${id}) < (?, ?) AND ${at} >= ? AND ${at} < ? ${where}`

/** The next moments of a branch by its index of times; for moves one range for each status. */
function byTime(db: Db, branch: Branch, place: number, range: Range): Moment[] {
  if (branch.kind === "'status'")
    return range.statuses.flatMap(status =>
      db
        .sql<Moment>(
          `SELECT ${columns(branch)} FROM ${branch.table} x INDEXED BY ${branch.index}
           WHERE ${branch.status} = ? AND ${inBounds(branch)} ORDER BY ${newestFirst(branch)} LIMIT ?`,
        )
        .all(status, ...bounds(place, range), range.limit),
    )
  return db
    .sql<Moment>(
      `SELECT ${columns(branch)} FROM ${branch.table} x INDEXED BY ${branch.index} ${withStatus(branch)}
       WHERE ${inBounds(branch)} AND ${branch.status} IN (SELECT value FROM json_each(?))
       ORDER BY ${newestFirst(branch)} LIMIT ?`,
    )
    .all(...bounds(place, range), JSON.stringify(range.statuses), range.limit)
}

/** The same for chosen jobs, found by job. */
function byJobs(db: Db, branch: Branch, place: number, range: Range, jobIds: readonly number[]): Moment[] {
  return db
    .sql<Moment>(
      `SELECT ${columns(branch)} FROM json_each(?) chosen CROSS JOIN ${branch.table} x ON x.job_id = chosen.value
         ${withStatus(branch)}
       WHERE ${inBounds(branch)} AND ${branch.status} IN (SELECT value FROM json_each(?))
       ORDER BY ${newestFirst(branch)} LIMIT ?`,
    )
    .all(JSON.stringify(jobIds), ...bounds(place, range), JSON.stringify(range.statuses), range.limit)
}

function moments(db: Db, range: Range, jobIds: readonly number[] | null): (Moment & { place: Place })[] {
  const found = BRANCHES.flatMap((branch, place) => {
    const rows = jobIds === null ? byTime(db, branch, place, range) : byJobs(db, branch, place, range, jobIds)
    return rows.map(row => ({ ...row, place: [row.at, place, row.id] as const }))
  })
  return found.sort((a, b) => later(a.place, b.place)).slice(0, range.limit)
}

const later = (a: Place, b: Place): number =>
  a[0] < b[0] ? 1 : a[0] > b[0] ? -1 : b[1] - a[1] || b[2] - a[2]

/** What a moment says; of an offer its amount, else what the person wrote on it, and of notes their first line. */
function textOf({ kind, text }: Moment): string {
  if (kind === 'note') return text.trim().split('\n', 1)[0] ?? ''
  if (kind !== 'offer') return text
  const { amount, currency, period, notes } = OfferFacts.parse(JSON.parse(text))
  if (amount === null) return notes
  return `${[currency, amount.toLocaleString('en-GB')].filter(Boolean).join(' ')} ${SALARY_PERIOD_SUFFIXES[period]}`
}

const WRITTEN: readonly HistoryKind[] = ['call', 'email', 'message', 'follow_up', 'other']

const entryOf = (moment: Moment): HistoryEntry => ({
  at: moment.at,
  kind: moment.kind,
  text: textOf(moment),
  entryId: WRITTEN.includes(moment.kind) ? EntryId.parse(moment.id) : null,
})

/** What happened in one application up to now, the oldest first; of more than `limit` the newest. */
export function historyOf(
  db: Db,
  jobId: number,
  statuses: readonly JobStatus[],
  now: string,
  limit: number,
): HistoryEntry[] {
  const range: Range = { after: FIRST, since: '', until: after(now), statuses, limit }
  return moments(db, range, [jobId]).reverse().map(entryOf)
}

/** The first text after an instant: "before it" then means "up to and with it". */
const after = (instant: string): string => `${instant}~`

/** Applications with a company, which are few. */
function jobsOfCompany(db: Db, companyId: number): number[] {
  return db
    .sql<{ job_id: number }>('SELECT job_id FROM applications WHERE company_id = ?')
    .all(companyId)
    .map(row => row.job_id)
}

/** A page of what happened in all applications up to now, the newest first. */
export function pageOfTimeline(
  db: Db,
  filter: ApplicationFilter,
  cursor: Place | null,
  limit: number,
  now: string,
): { rows: TimelineRow[]; next: Place | null } {
  const statuses = statusesOf(filter)
  const until = filter.until !== null && filter.until <= now ? filter.until : after(now)
  const range: Range = {
    after: cursor ?? FIRST,
    since: filter.since ?? '',
    until,
    statuses,
    limit: limit + 1,
  }
  const found = moments(db, range, filter.companyId === null ? null : jobsOfCompany(db, filter.companyId))
  const page = found.slice(0, limit)
  const jobs = jobsBehind(
    db,
    page.map(moment => moment.job_id),
  )
  const rows = page.flatMap(moment => {
    const job = jobs.get(moment.job_id)
    return job ? [{ ...entryOf(moment), ...job }] : []
  })
  return { rows, next: found.length > limit ? (page.at(-1)?.place ?? null) : null }
}

type JobBehind = Pick<TimelineRow, 'jobId' | 'title' | 'company' | 'companyId' | 'status'>

function jobsBehind(db: Db, jobIds: readonly number[]): Map<number, JobBehind> {
  const rows = db
    .sql<{ id: number; title: string; company: string; company_id: number; status: JobStatus }>(
      `SELECT j.id, j.title, j.company, j.company_id, j.status
       FROM json_each(?) chosen CROSS JOIN jobs j ON j.id = chosen.value`,
    )
    .all(JSON.stringify([...new Set(jobIds)]))
  return new Map(
    rows.map(row => [
      row.id,
      {
        jobId: JobId.parse(row.id),
        title: row.title,
        company: row.company,
        companyId: CompanyId.parse(row.company_id),
        status: row.status,
      },
    ]),
  )
}
