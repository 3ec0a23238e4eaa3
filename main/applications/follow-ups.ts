import { addresseesOf } from '../contacts/service.ts'
import type { FollowUp, ResponseKind } from '../contract/applications.ts'
import type { JobStatus } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { readProfile } from '../profile/service.ts'
import { dayText } from './rules/days.ts'
import { askAgain, type FollowUpFacts, overdueDays, whyThen } from './rules/follow-up.ts'
import { mailDraft } from './rules/mail.ts'

/** What decides the next follow-ups, read from the database, and the day that is kept for each application. */

interface FactsRow {
  job_id: number
  title: string
  company: string
  status: JobStatus
  applied_at: string | null
  moved_at: string | null
  recipient: string
  response_kind: ResponseKind | null
  response_at: string | null
  deadline: string | null
  follow_up_on: string | null
  last_contact_at: string | null
  interview_at: string | null
}

function factsOf(db: Db, jobIds: readonly number[]): FactsRow[] {
  return db
    .sql<FactsRow>(
      `SELECT a.job_id, j.title, j.company, a.status, a.applied_at, a.moved_at, a.recipient, a.response_kind, a.response_at,
         json_extract(a.offer, '$.deadline') AS deadline, a.follow_up_on, a.last_contact_at,
         (SELECT max(at) FROM interviews WHERE job_id = a.job_id) AS interview_at
       FROM json_each(?) chosen CROSS JOIN applications a ON a.job_id = chosen.value CROSS JOIN jobs j ON j.id = a.job_id
       ORDER BY chosen.key`,
    )
    .all(JSON.stringify(jobIds))
}

/** The day that clocks of this machine showed at an instant. */
export function dayOf(instant: string): string {
  const at = new Date(instant)
  return dayText(at.getFullYear(), at.getMonth() + 1, at.getDate())
}

const dayOrNull = (at: string | null): string | null => (at === null ? null : dayOf(at))

const ruleFacts = (row: FactsRow): FollowUpFacts => ({
  status: row.status,
  appliedOn: dayOrNull(row.applied_at ?? (row.status === 'applied' ? row.moved_at : null)),
  contactOn: dayOrNull(row.last_contact_at),
  response:
    row.response_kind === null || row.response_at === null
      ? null
      : { kind: row.response_kind, on: dayOf(row.response_at) },
  interviewOn: dayOrNull(row.interview_at),
  deadline: row.deadline,
  chosen: row.follow_up_on,
})

/**
 * Computes what follows from the other facts of applications: the last contact, and the day to ask again. Every command
 * that changes one of them ends with it.
 */
export function settleApplications(db: Db, jobIds: readonly number[]): void {
  db.sql(
    `UPDATE applications SET last_contact_at =
       (SELECT max(at) FROM application_entries WHERE job_id = applications.job_id AND kind <> 'other')
     WHERE job_id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(jobIds))
  const update = db.sql('UPDATE applications SET ask_on = ? WHERE job_id = ? AND ask_on IS NOT ?')
  for (const row of factsOf(db, jobIds)) {
    const on = askAgain(ruleFacts(row))?.on ?? null
    update.run(on, row.job_id, on)
  }
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** The follow-ups of some jobs on a local day, by job; one without any is left out. */
export function followUpsOf(db: Db, jobIds: readonly number[], today: string): Map<number, FollowUp> {
  const people = new Map<number, { name: string; email: string }>()
  for (const { jobId, name, email } of addresseesOf(db, jobIds)) {
    const first = people.get(jobId)
    // The first one whose address is known, else the first one.
    if (!first || (first.email === '' && email !== '')) people.set(jobId, { name, email })
  }
  const sender = jobIds.length === 0 ? '' : readProfile(db).name
  const found = new Map<number, FollowUp>()
  for (const row of factsOf(db, jobIds)) {
    const facts = ruleFacts(row)
    const reason = askAgain(facts)
    if (reason === null) continue
    const person = people.get(row.job_id)
    const recipient = ADDRESS.test(row.recipient) ? row.recipient : ''
    found.set(row.job_id, {
      ...reason,
      overdue: overdueDays(reason.on, today),
      why: whyThen(facts, reason, today),
      mail: mailDraft({
        title: row.title,
        company: row.company,
        kind: reason.kind,
        appliedOn: facts.appliedOn,
        interviewOn: facts.interviewOn,
        deadline: facts.deadline,
        today,
        contactName: person?.name ?? '',
        to: person?.email || recipient,
        sender,
      }),
    })
  }
  return found
}
