import { z } from 'zod'

/** What happened, for people; and the events behind it, for those who look after the machine. */

export const ActivityGroup = z.enum([
  'jobs',
  'applications',
  'campaigns',
  'runs',
  'documents',
  'notifications',
  'settings',
  'system',
])
export type ActivityGroup = z.infer<typeof ActivityGroup>

export const ActivityRow = z.object({
  /** Number of the newest event that it stands for. */
  seq: z.number().int(),
  at: z.string(),
  group: ActivityGroup,
  /** A sentence; several like events in a row are one: "7 jobs found by Backend Berlin". */
  text: z.string(),
  target: z.string().nullable(),
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** What is done when events of some types happened. */
export const HandlerView = z.object({
  name: z.string(),
  types: z.array(z.string()),
  handled: z.number().int(),
  failed: z.number().int(),
  lastAt: z.string().nullable(),
  /** Mean of the newest 100, in milliseconds. */
  meanMs: z.number().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: z.string().nullable(),
  /** Failures that are tried again. */
  waiting: z.number().int(),
})
export type HandlerView = z.infer<typeof HandlerView>

export const EventMonitor = z.object({
  newest: z.number().int(),
  /** How many are kept, and since when. */
  kept: z.number().int(),
  oldestAt: z.string().nullable(),
  /** The last 24 hours, oldest first. */
  hours: z.array(z.object({ hour: z.string(), n: z.number().int() })),
  types: z.array(
    z.object({
      type: z.string(),
      lastHour: z.number().int(),
      lastDay: z.number().int(),
      lastAt: z.string().nullable(),
    }),
  ),
  handlers: z.array(HandlerView),
})
export type EventMonitor = z.infer<typeof EventMonitor>

export const EventRow = z.object({
  seq: z.number().int(),
  type: z.string(),
  at: z.string(),
  payload: z.string(),
})
export type EventRow = z.infer<typeof EventRow>

/** An event that a handler could not deal with. */
export const FailureView = z.object({
  id: z.number().int(),
  handler: z.string(),
  seq: z.number().int(),
  type: z.string(),
  at: z.string(),
  error: z.string(),
  attempts: z.number().int(),
  /** null: it is not tried again. */
  nextAt: z.string().nullable(),
})
export type FailureView = z.infer<typeof FailureView>
