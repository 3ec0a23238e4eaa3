import { z } from 'zod'
import { RunId } from './ids.ts'

/** Checks of the data: what must hold, looked at after each run and on demand. */

export const CheckName = z.enum([
  'unique_keys',
  'required_fields',
  'references',
  'orphaned_rankings',
  'freshness',
  'salary_order',
  'score_range',
  'allowed_values',
  'counts',
  'search_index',
])
export type CheckName = z.infer<typeof CheckName>

export const Severity = z.enum(['critical', 'warning'])
export type Severity = z.infer<typeof Severity>

export const CheckResultView = z.object({
  name: CheckName,
  severity: Severity,
  /** `error`: it could not be made, and `message` says why. */
  state: z.enum(['passed', 'failed', 'error']),
  /** Offending rows, and how many were looked at. */
  failing: z.number().int(),
  looked: z.number().int(),
  message: z.string(),
  at: z.string(),
  /** The run after which it was made; null: on demand or by the day. */
  runId: RunId.nullable(),
  milliseconds: z.number().int(),
})
export type CheckResultView = z.infer<typeof CheckResultView>

export const CheckView = z.object({
  name: CheckName,
  title: z.string(),
  /** What must hold, in a sentence. */
  hint: z.string(),
  severity: Severity,
  /** The newest result over all data; null: never made. */
  last: CheckResultView.nullable(),
  /** Results over all data, oldest first, at most 60. */
  trend: z.array(z.object({ at: z.string(), failing: z.number().int() })),
  /** It can be mended here without a loss. */
  repairable: z.boolean(),
})
export type CheckView = z.infer<typeof CheckView>

/** One row that breaks a check. */
export const OffendingRow = z.object({
  key: z.string(),
  /** Which row, such as a job's title and company. */
  what: z.string(),
  detail: z.string(),
  /** The page that shows it; null: none does. */
  target: z.string().nullable(),
})
export type OffendingRow = z.infer<typeof OffendingRow>

export const RepairView = z.object({
  id: z.number().int(),
  name: CheckName,
  at: z.string(),
  /** Rows that were mended. */
  rows: z.number().int(),
  /** What was done, in a sentence. */
  note: z.string(),
})
export type RepairView = z.infer<typeof RepairView>
