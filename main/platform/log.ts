/** One line of the log. No posting text, no addresses, no secrets: codes and numbers. */
export interface LogLine {
  level: 'info' | 'warn' | 'error'
  at: string
  thread: string
  message: string
  details?: Record<string, unknown>
}

export interface Log {
  info(message: string, details?: Record<string, unknown>): void
  warn(message: string, details?: Record<string, unknown>): void
  error(message: string, details?: Record<string, unknown>): void
}

/** A log that hands its lines to `write`, with the thread's name on each. */
export function createLog(thread: string, write: (line: LogLine) => void): Log {
  const at = (level: LogLine['level']) => (message: string, details?: Record<string, unknown>) =>
    write({ level, at: new Date().toISOString(), thread, message, ...(details ? { details } : {}) })
  return { info: at('info'), warn: at('warn'), error: at('error') }
}
