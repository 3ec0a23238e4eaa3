/** The time as the rest of the code may know it, so that tests can set it. */
export interface Clock {
  /** ISO 8601 in UTC with milliseconds. */
  now(): string
  /** Milliseconds since the epoch. */
  millis(): number
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  millis: () => Date.now(),
}
