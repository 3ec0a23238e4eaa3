import { z } from 'zod'

/** Every way in which Rolecall can say no. Closed: the interface has a text for each (renderer/src/app/error-text.ts). */
export const ERROR_CODES = [
  'bad_input',
  'not_found',
  'conflict',
  'unauthorised',
  'unknown_procedure',
  'cancelled',
  'busy',
  'backend_gone',
  'disk_full',
  'read_only',
  'data_folder_read_only',
  'database_newer',
  'database_corrupt',
  'database_foreign',
  'database_locked',
  'database_cannot_open',
  'disk_failed',
  'migration_failed',
  'migration_changed',
  'already_running',
  'file_unreadable',
  'file_empty',
  'file_not_understood',
  'file_too_large',
  'parser_failed',
  'parser_timeout',
  'source_unreachable',
  'source_refused',
  'source_not_found',
  'source_limited',
  'source_changed',
  'page_unreachable',
  'page_refused',
  'page_not_found',
  'page_too_large',
  'page_without_posting',
  'posting_incomplete',
  'unsupported',
  'internal',
] as const
export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** An error as it crosses every boundary. `message` is plain English; `field` names the input at fault. */
export const RolecallError = z.object({
  code: ErrorCode,
  message: z.string(),
  field: z.string().optional(),
  /** True when the same call may succeed later without being changed. */
  retryable: z.boolean(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type RolecallError = z.infer<typeof RolecallError>

export type Result<T> = { ok: true; value: T } | { ok: false; error: RolecallError }

/** Builds an error value; `retryable` is false unless said. */
export function rolecallError(
  code: ErrorCode,
  message: string,
  more: {
    field?: string | undefined
    retryable?: boolean
    details?: Record<string, unknown> | undefined
  } = {},
): RolecallError {
  const { retryable = false, field, details } = more
  return {
    code,
    message,
    retryable,
    ...(field === undefined ? {} : { field }),
    ...(details ? { details } : {}),
  }
}

/** An error value on its way up inside one thread; `dispatch` turns it back into a value. */
export class Refusal extends Error {
  readonly error: RolecallError
  constructor(error: RolecallError) {
    super(error.message)
    this.name = 'Refusal'
    this.error = error
  }
}

/** Shorthand to refuse from deep inside a service. */
export function refuse(...args: Parameters<typeof rolecallError>): never {
  throw new Refusal(rolecallError(...args))
}
