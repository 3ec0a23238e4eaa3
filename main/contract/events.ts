import { z } from 'zod'
import { CheckName } from './checks.ts'
import { ReadingState } from './documents.ts'
import {
  CampaignId,
  CompanyId,
  DocumentId,
  DocumentVersionId,
  InterviewId,
  JobId,
  NotificationId,
  ReminderId,
  RunId,
  SourceId,
} from './ids.ts'
import { Channel } from './notifications.ts'
import { RunKind } from './runs.ts'
import { SlotKind, SlotOutcome } from './schedule.ts'
import { Step, StepProgress } from './steps.ts'
import { JobStatus } from './values.ts'

/** Facts that happened. Each is stored in the transaction that made it true and published once after the commit. */
export const EVENTS = {
  'campaign.created': z.object({ campaignId: CampaignId, name: z.string() }),
  'campaign.changed': z.object({ campaignId: CampaignId }),
  'campaign.paused': z.object({ campaignId: CampaignId }),
  'campaign.resumed': z.object({ campaignId: CampaignId }),
  'campaign.deleted': z.object({ campaignId: CampaignId }),
  'campaign.ranked': z.object({ campaignId: CampaignId, jobs: z.number().int() }),
  'source.changed': z.object({ sourceId: SourceId }),
  'run.queued': z.object({ runId: RunId, campaignId: CampaignId }),
  'run.started': z.object({ runId: RunId, campaignId: CampaignId }),
  'run.finished': z.object({
    runId: RunId,
    campaignId: CampaignId,
    state: z.string(),
    newJobs: z.number().int(),
    /** Those of earlier versions do not say it. */
    kind: RunKind.default('collect'),
  }),
  /** A step came to its end, or is tried again. */
  'run.step_changed': z.object({ runId: RunId, campaignId: CampaignId, step: Step, state: z.string() }),
  /** An ended run goes on as a new one. */
  'run.retried': z.object({ runId: RunId, campaignId: CampaignId, of: RunId }),
  'schedule.changed': z.object({}),
  'schedule.slot_handled': z.object({
    kind: SlotKind,
    campaignId: CampaignId.nullable(),
    slot: z.string(),
    outcome: SlotOutcome,
  }),
  'checks.finished': z.object({
    runId: RunId.nullable(),
    failing: z.array(CheckName),
    critical: z.boolean(),
  }),
  'checks.repaired': z.object({ name: CheckName, rows: z.number().int() }),
  /** A source that worked failed, or one that failed works again. */
  'source.failed': z.object({ sourceId: SourceId, runId: RunId, message: z.string() }),
  'source.recovered': z.object({ sourceId: SourceId, runId: RunId }),
  /** By a run for its campaign, or by the person's hand: without a run, and perhaps without a campaign. */
  'jobs.added': z.object({
    runId: RunId.nullable(),
    campaignId: CampaignId.nullable(),
    jobIds: z.array(JobId),
  }),
  'jobs.changed': z.object({ jobIds: z.array(JobId) }),
  'job.status_changed': z.object({ jobId: JobId, from: JobStatus, to: JobStatus }),
  'job.favourite_changed': z.object({ jobId: JobId, favourite: z.boolean() }),
  /** The person corrected facts of a job, or took that back. */
  'job.facts_changed': z.object({ jobId: JobId }),
  'detection.queued': z.object({ detectionRunId: z.number().int() }),
  'detection.started': z.object({ detectionRunId: z.number().int() }),
  'detection.finished': z.object({
    detectionRunId: z.number().int(),
    state: z.string(),
    changed: z.number().int(),
  }),
  /** Anything of an application but its status and notes: facts, interviews, what the person wrote down. */
  'application.changed': z.object({ jobIds: z.array(JobId) }),
  'contact.changed': z.object({ jobIds: z.array(JobId) }),
  /** Documents were added, renamed, replaced, removed, or attached to the application of `jobIds`. */
  'document.changed': z.object({ documentIds: z.array(DocumentId), jobIds: z.array(JobId) }),
  /** Reading a version ended, well or not. */
  'document.read': z.object({
    documentId: DocumentId,
    versionId: DocumentVersionId,
    title: z.string(),
    state: ReadingState,
  }),
  /** A review brought things of a résumé into the profile. */
  'resume.taken': z.object({ documentId: DocumentId, title: z.string(), items: z.number().int() }),
  'reminder.changed': z.object({ jobId: JobId.nullable() }),
  'presets.changed': z.object({}),
  'job.notes_changed': z.object({ jobId: JobId }),
  'company.changed': z.object({ companyIds: z.array(CompanyId) }),
  'company.blocked_changed': z.object({ companyIds: z.array(CompanyId), blocked: z.boolean() }),
  /** The look-ups of companies began to rest, or go on. */
  'lookups.changed': z.object({}),
  /** The language model was asked, answered, began to rest or goes on. */
  'ai.changed': z.object({}),
  'notification.created': z.object({ notificationId: NotificationId }),
  'notification.delivered': z.object({ notificationId: NotificationId, channel: Channel }),
  /** `final`: it is not tried again. */
  'notification.failed': z.object({ notificationId: NotificationId, channel: Channel, final: z.boolean() }),
  /** A reminder is due, or an interview is near: each is told once. */
  'reminder.due': z.object({ reminderId: ReminderId, jobId: JobId.nullable() }),
  'interview.near': z.object({ interviewId: InterviewId, jobId: JobId }),
  /** Something that is done after events failed. */
  'handler.failed': z.object({ handler: z.string(), seq: z.number().int() }),
  'notification.read': z.object({ count: z.number().int() }),
  /** The person liked or disliked a job, answered a suggestion of weights, or took that back. */
  'feedback.changed': z.object({ jobId: JobId.nullable(), campaignId: CampaignId.nullable() }),
  /** A comparison of weightings began, ended or was decided. */
  'comparison.changed': z.object({ campaignId: CampaignId }),
  'settings.changed': z.object({ keys: z.array(z.string()) }),
  'profile.changed': z.object({}),
  /** All jobs were matched with the profile as it is. */
  'matches.changed': z.object({}),
  /** Newer exchange rates were fetched, or it is sure that there are none. */
  'rates.changed': z.object({ day: z.string() }),
  'sample.loaded': z.object({ jobs: z.number().int() }),
  'change.undone': z.object({ changeId: z.number().int() }),
  'backup.created': z.object({ file: z.string() }),
} as const satisfies Record<string, z.ZodType>

export type EventType = keyof typeof EVENTS
export type EventPayload<T extends EventType> = z.infer<(typeof EVENTS)[T]>

/** An event with its place in the one sequence. */
export type StoredEvent<T extends EventType = EventType> = {
  [K in T]: { seq: number; type: K; payload: EventPayload<K>; at: string }
}[T]

/** Passing news that nobody stores: at most four a second. */
export const SIGNALS = {
  'run.progress': z.object({
    runId: RunId,
    campaignId: CampaignId,
    /** 0–1, null while the total is unknown. */
    share: z.number().nullable(),
    done: z.number().int(),
    total: z.number().int().nullable(),
    steps: z.array(StepProgress),
  }),
  'detection.progress': z.object({
    detectionRunId: z.number().int(),
    done: z.number().int(),
    total: z.number().int(),
    changed: z.number().int(),
    failed: z.number().int(),
  }),
  /** How far the files that were added last are read. */
  'documents.progress': z.object({ done: z.number().int(), total: z.number().int() }),
  'checks.progress': z.object({ name: CheckName, done: z.number().int(), total: z.number().int() }),
  /** How far the jobs are matched with a profile that changed. */
  'matches.progress': z.object({ done: z.number().int(), total: z.number().int() }),
  'core.state': z.object({ state: z.enum(['ready', 'restarting', 'failed']), message: z.string() }),
  /** The shell asks the page to open a path such as /jobs/12: a notification was clicked, or a menu entry. */
  'shell.navigate': z.object({ path: z.string().startsWith('/') }),
} as const satisfies Record<string, z.ZodType>

export type SignalType = keyof typeof SIGNALS
export type Signal<T extends SignalType = SignalType> = {
  [K in T]: { type: K; payload: z.infer<(typeof SIGNALS)[K]> }
}[T]
