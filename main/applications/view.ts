import { contactsOfJob } from '../contacts/service.ts'
import { type ApplicationView, InterviewId, type InterviewView } from '../contract/applications.ts'
import { JobId } from '../contract/ids.ts'
import { JOB_STATUSES } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { remindersOfJob } from '../reminders/service.ts'
import { staleDays } from './board.ts'
import { dayOf, followUpsOf } from './follow-ups.ts'
import { type InterviewRow, jobState, type Known, knownOf } from './store.ts'
import { historyOf } from './timeline.ts'

/** Everything that is known of one application. */

const MOST_HISTORY = 500

const NOTHING: Omit<Known, 'appliedAt'> = {
  recipient: '',
  sent: [],
  response: null,
  nextStep: '',
  nextStepAt: null,
  offer: null,
  followUpOn: null,
}

const viewInterview = ({ id, job_id, created_at: _, ...row }: InterviewRow): InterviewView => ({
  ...row,
  id: InterviewId.parse(id),
  jobId: JobId.parse(job_id),
})

const INTERVIEW = 'id, job_id, kind, at, minutes, place, people, created_at, notes'

/** Interviews from now on, the first one first, with those jobs' titles left to the caller. */
export function interviewsAfter(db: Db, now: string, limit: number): InterviewView[] {
  return db
    .sql<InterviewRow>(`SELECT ${INTERVIEW} FROM interviews WHERE at >= ? ORDER BY at, id LIMIT ?`)
    .all(now, limit)
    .map(viewInterview)
}

function interviewsOf(db: Db, jobId: number): InterviewView[] {
  return db
    .sql<InterviewRow>(`SELECT ${INTERVIEW} FROM interviews WHERE job_id = ? ORDER BY at, id`)
    .all(jobId)
    .map(viewInterview)
}

function documentsOf(db: Db, jobId: number): ApplicationView['documents'] {
  return db
    .sql<{ title: string; version: number; sent_at: string | null }>(
      `SELECT d.title, v.version, s.sent_at FROM application_documents s
         CROSS JOIN document_versions v ON v.id = s.document_version_id CROSS JOIN documents d ON d.id = v.document_id
       WHERE s.job_id = ? AND (s.sent_at IS NOT NULL OR d.deleted_at IS NULL) ORDER BY s.document_version_id`,
    )
    .all(jobId)
    .map(({ title, version, sent_at }) => ({ title, version, sentAt: sent_at }))
}

/** The application for a job, with empty facts while nothing was done; undefined when there is no such job. */
export function applicationView(db: Db, jobId: number, now: string): ApplicationView | undefined {
  const job = jobState(db, jobId)
  if (!job) return undefined
  const row = db
    .sql<{ moved_at: string | null; quiet_since: string | null }>(
      'SELECT moved_at, quiet_since FROM applications WHERE job_id = ?',
    )
    .first(jobId)
  return {
    ...NOTHING,
    appliedAt: job.applied_at,
    ...knownOf(db, jobId),
    jobId: JobId.parse(jobId),
    movedAt: row?.moved_at ?? null,
    documents: documentsOf(db, jobId),
    followUp: followUpsOf(db, [jobId], dayOf(now)).get(jobId) ?? null,
    staleDays: staleDays(row?.quiet_since ?? null, Date.parse(now)),
    interviews: interviewsOf(db, jobId),
    contacts: contactsOfJob(db, jobId),
    reminders: remindersOfJob(db, jobId),
    history: historyOf(db, jobId, JOB_STATUSES, now, MOST_HISTORY),
  }
}
