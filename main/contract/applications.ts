import { z } from 'zod'
import { CompanyId, ContactId, EntryId, InterviewId, JobId, ReminderId } from './ids.ts'
import { JobRow } from './job-row.ts'
import { CurrencyCode, JobStatus, SalaryPeriod } from './values.ts'

/** The person's dealings with a job: what was sent, who answered, what comes next. Instants are ISO 8601 UTC. */

const line = (most: number) => z.string().trim().max(most)
const instant = z.iso.datetime()
/** A local calendar day, YYYY-MM-DD. */
export const LocalDay = z.iso.date()

export { ContactId, EntryId, InterviewId, ReminderId } from './ids.ts'

/** The first answer to an application. `none`: the person gave up waiting. */
export const ResponseKind = z.enum(['rejection', 'interview', 'offer', 'other', 'none'])
export type ResponseKind = z.infer<typeof ResponseKind>

export const InterviewKind = z.enum(['phone', 'video', 'onsite', 'technical', 'task', 'panel', 'other'])
export type InterviewKind = z.infer<typeof InterviewKind>

export const InterviewDraft = z.object({
  kind: InterviewKind,
  at: instant,
  minutes: z.number().int().min(5, 'At least 5 minutes').max(1440, 'At most a day').default(60),
  /** An address, a room or a link. */
  place: line(500).default(''),
  people: line(500).default(''),
  notes: line(20_000).default(''),
})
export type InterviewDraft = z.output<typeof InterviewDraft>
export const InterviewView = z.object({ id: InterviewId, jobId: JobId, ...InterviewDraft.shape })
export type InterviewView = z.output<typeof InterviewView>

export const ContactDraft = z.object({
  name: line(200).min(1, 'Write a name'),
  role: line(200).default(''),
  /** Empty: not known. */
  email: z.union([z.literal(''), z.email('An email address is written like name@example.org')]).default(''),
  phone: line(60).default(''),
  link: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'A link begins with https://' })])
    .default(''),
  notes: line(5_000).default(''),
})
export type ContactDraft = z.output<typeof ContactDraft>
export const ContactView = z.object({
  id: ContactId,
  ...ContactDraft.shape,
  /** Jobs that the contact belongs to. */
  jobs: z.array(z.object({ jobId: JobId, title: z.string(), company: z.string() })),
})
export type ContactView = z.output<typeof ContactView>

export const ReminderDraft = z.object({
  jobId: JobId.nullable().default(null),
  text: line(500).min(1, 'Write what to remember'),
  dueAt: instant,
})
export type ReminderDraft = z.output<typeof ReminderDraft>
export const ReminderView = z.object({
  id: ReminderId,
  ...ReminderDraft.shape,
  doneAt: z.string().nullable(),
  /** Of the job; null without one. */
  job: z.object({ title: z.string(), company: z.string() }).nullable(),
})
export type ReminderView = z.output<typeof ReminderView>

/** What the person writes down by hand. */
export const EntryKind = z.enum(['call', 'email', 'message', 'follow_up', 'other'])
export type EntryKind = z.infer<typeof EntryKind>
export const EntryDraft = z.object({
  kind: EntryKind,
  at: instant,
  text: line(5_000).default(''),
})
export type EntryDraft = z.output<typeof EntryDraft>

export const OfferFacts = z.object({
  amount: z.number().min(0).max(1_000_000_000).nullable().default(null),
  currency: CurrencyCode.nullable().default(null),
  period: SalaryPeriod.default('year'),
  /** The day by which to answer. */
  deadline: LocalDay.nullable().default(null),
  notes: line(5_000).default(''),
})
export type OfferFacts = z.output<typeof OfferFacts>

/** What the person knows of an application; what is not given stays as it is. */
export const ApplicationEdit = z
  .object({
    /** When it was sent; the first move to `applied` sets it. */
    appliedAt: instant.nullable(),
    /** Whom it went to: a name, an address or a portal. */
    recipient: line(300),
    /** Names of what was sent, such as "Résumé March". */
    sent: z.array(line(200).min(1)).max(20),
    response: z.object({ kind: ResponseKind, at: instant }).nullable(),
    nextStep: line(500),
    nextStepAt: instant.nullable(),
    offer: OfferFacts.nullable(),
    /** A day chosen for the next follow-up; null: as suggested. */
    followUpOn: LocalDay.nullable(),
  })
  .partial()
export type ApplicationEdit = z.output<typeof ApplicationEdit>

/** One thing that happened; `text` as `HISTORY_LABELS` says for its kind. */
export const HistoryKind = z.enum([
  'status',
  'response',
  'interview',
  'offer',
  'note',
  'contact',
  'reminder',
  'document',
  ...EntryKind.options,
])
export type HistoryKind = z.infer<typeof HistoryKind>
export const HistoryEntry = z.object({
  at: z.string(),
  kind: HistoryKind,
  /** A status for `status`, a response kind for `response`, an interview kind for `interview`; else the person's words. */
  text: z.string(),
  /** Can be removed under this id when the person wrote it. */
  entryId: EntryId.nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** When to ask again, and why then. */
export const FollowUp = z.object({
  on: LocalDay,
  /** Days past it at present; negative: still to come. */
  overdue: z.number().int(),
  /** After sending, after an interview, before an offer lapses, or on a day the person chose. */
  kind: z.enum(['application', 'interview', 'offer', 'chosen']),
  /** "9 days since the application, no answer yet" */
  why: z.string(),
  /** A mail to begin with; `to` empty when no address is known. */
  mail: z.object({ to: z.string(), subject: z.string(), body: z.string() }),
})
export type FollowUp = z.infer<typeof FollowUp>

/** A card of the board and a line of the list. */
export const ApplicationCard = z.object({
  job: JobRow,
  /** When it came to its present status. */
  movedAt: z.string(),
  appliedAt: z.string().nullable(),
  /** Days without an answer, once there are 14 or more; null: not stale. */
  staleDays: z.number().int().nullable(),
  response: z.object({ kind: ResponseKind, at: z.string() }).nullable(),
  nextStep: z.string(),
  nextStepAt: z.string().nullable(),
  /** The next interview that is still to come. */
  interviewAt: z.string().nullable(),
  offerDeadline: LocalDay.nullable(),
})
export type ApplicationCard = z.infer<typeof ApplicationCard>

export const ApplicationView = z.object({
  jobId: JobId,
  appliedAt: z.string().nullable(),
  movedAt: z.string().nullable(),
  recipient: z.string(),
  sent: z.array(z.string()),
  /** Documents kept here that went with it. */
  documents: z.array(
    z.object({ title: z.string(), version: z.number().int(), sentAt: z.string().nullable() }),
  ),
  response: z.object({ kind: ResponseKind, at: z.string() }).nullable(),
  nextStep: z.string(),
  nextStepAt: z.string().nullable(),
  offer: OfferFacts.nullable(),
  followUpOn: LocalDay.nullable(),
  followUp: FollowUp.nullable(),
  staleDays: z.number().int().nullable(),
  interviews: z.array(InterviewView),
  contacts: z.array(ContactView),
  reminders: z.array(ReminderView),
  /** The oldest first; at most 500. */
  history: z.array(HistoryEntry),
})
export type ApplicationView = z.output<typeof ApplicationView>

/** A moment of the vertical timeline over all applications. */
export const TimelineRow = z.object({
  ...HistoryEntry.shape,
  jobId: JobId,
  title: z.string(),
  company: z.string(),
  companyId: CompanyId,
  /** The job's present status. */
  status: JobStatus,
})
export type TimelineRow = z.output<typeof TimelineRow>

/** Which applications: statuses empty for all from approved on; a time within [since, until). */
export const ApplicationFilter = z.object({
  statuses: z.array(JobStatus).default([]),
  since: instant.nullable().default(null),
  until: instant.nullable().default(null),
  companyId: CompanyId.nullable().default(null),
})
export type ApplicationFilter = z.output<typeof ApplicationFilter>
