import { z } from 'zod'

export const HealthCheck = z.object({
  name: z.enum([
    'database',
    'disk',
    'backups',
    'documents',
    'threads',
    'schedule',
    'sources',
    'ai',
    'mail',
    'notifications',
    'checks',
  ]),
  state: z.enum(['green', 'amber', 'red']),
  message: z.string(),
  /** What to do; null when green. */
  advice: z.string().nullable(),
  /** The page where it is done; null: nowhere in the app. */
  page: z.string().nullable(),
})
export type HealthCheck = z.infer<typeof HealthCheck>

/** One line of the logs on disk; secrets never stand in it. */
export const LogEntry = z.object({
  at: z.string(),
  level: z.enum(['debug', 'info', 'warn', 'error']),
  /** The thread that said it. */
  from: z.string(),
  text: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>
