import type { RunCounts } from '../../contract/runs.ts'
import type { Step, StepProgress } from '../../contract/steps.ts'

export const NO_COUNTS: RunCounts = {
  raw: 0,
  unchanged: 0,
  postings: 0,
  jobs: 0,
  merged: 0,
  ranked: 0,
  rejected: 0,
  unread: 0,
  closed: 0,
  matches: 0,
  notified: 0,
  api_calls: 0,
  api_errors: 0,
}

/**
 * How many items each step of the stream has dealt with, out of what the run counts and how many rows it has read; the
 * steps behind it count their own.
 */
export function streamed(counts: RunCounts, read: number): Partial<Record<Step, number>> {
  const through = counts.postings + counts.unchanged
  return {
    extract: Math.max(read, through + counts.rejected),
    normalise: through + counts.rejected,
    deduplicate: counts.postings,
    detect: counts.postings,
    rank: counts.ranked,
  }
}

/** A step that is under way or has come to an end keeps its own number. */
export function doneOf(step: StepProgress, counts: RunCounts, read: number): number {
  const open = step.state === 'running' || step.state === 'retrying'
  return open ? Math.max(step.done, streamed(counts, read)[step.step] ?? 0) : step.done
}
