import { z } from 'zod'
import { CheckResultView } from './checks.ts'
import { CampaignId, RunId, SourceId } from './ids.ts'
import { Step, StepView } from './steps.ts'

/** One execution of the pipeline, or of one of its last steps alone. */

export const RunState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled', 'interrupted'])
export type RunState = z.infer<typeof RunState>

/** `check` and `notify`: that step alone. */
export const RunKind = z.enum(['import', 'collect', 'rank', 'check', 'notify'])
export type RunKind = z.infer<typeof RunKind>

export const RunTrigger = z.enum(['you', 'schedule', 'catch_up', 'resume', 'retry'])
export type RunTrigger = z.infer<typeof RunTrigger>

export const RunCounts = z.object({
  /** Raw postings stored for the first time. */
  raw: z.number().int(),
  /** Raw postings that were known byte for byte. */
  unchanged: z.number().int(),
  /** New or changed postings. */
  postings: z.number().int(),
  /** New jobs. */
  jobs: z.number().int(),
  /** Postings that joined a job that was there already. */
  merged: z.number().int(),
  /** Rankings written. */
  ranked: z.number().int(),
  /** Rows refused, each with its reason. */
  rejected: z.number().int(),
  /** Postings of sources that could not be read: kept raw, each with its reason. */
  unread: z.number().int(),
  /** Postings that were not on their board any more. */
  closed: z.number().int(),
  /** New jobs at or above the campaign's threshold. */
  matches: z.number().int(),
  /** Notifications of matches, for all campaigns. */
  notified: z.number().int(),
  api_calls: z.number().int(),
  api_errors: z.number().int(),
})
export type RunCounts = z.infer<typeof RunCounts>

export const RunIssue = z.object({
  /** Row in the file, or null for a posting of a source. */
  row: z.number().int().nullable(),
  code: z.string(),
  message: z.string(),
})
export type RunIssue = z.infer<typeof RunIssue>

export const RunView = z.object({
  id: RunId,
  campaignId: CampaignId,
  campaignName: z.string(),
  kind: RunKind,
  trigger: RunTrigger,
  /** What was read: a file's name or the sources. */
  label: z.string(),
  state: RunState,
  counts: RunCounts,
  steps: z.array(StepView),
  milliseconds: z.number().int().nullable(),
  queuedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  error: z.string().nullable(),
  /** It ended without success, and what it needs to go on is still kept. */
  canRetry: z.boolean(),
})
export type RunView = z.infer<typeof RunView>

/** What one source gave to a run. */
export const RunSourceView = z.object({
  sourceId: SourceId.nullable(),
  label: z.string(),
  /** In plain words how it ended; null: well. */
  problem: z.string().nullable(),
  found: z.number().int(),
  added: z.number().int(),
  calls: z.number().int(),
  errors: z.number().int(),
})
export type RunSourceView = z.infer<typeof RunSourceView>

export const RunLogLine = z.object({
  /** Grows within the run. */
  line: z.number().int(),
  at: z.string(),
  level: z.enum(['info', 'warn', 'error']),
  step: Step.nullable(),
  text: z.string(),
})
export type RunLogLine = z.infer<typeof RunLogLine>

export const RunDetail = z.object({
  run: RunView,
  /** At most 500. */
  issues: z.array(RunIssue),
  sources: z.array(RunSourceView),
  /** Results of the checks after this run; empty: none were made. */
  checks: z.array(CheckResultView),
})
export type RunDetail = z.infer<typeof RunDetail>

/** One bar of a chart over runs, oldest first. */
export const RunBar = z.object({
  id: RunId,
  at: z.string(),
  state: RunState,
  newJobs: z.number().int(),
  matches: z.number().int(),
  milliseconds: z.number().int(),
  calls: z.number().int(),
  errors: z.number().int(),
})
export type RunBar = z.infer<typeof RunBar>
