import type { Ai } from '../ai/service.ts'
import type { Signal } from '../contract/events.ts'
import type { ReadPosting, ShownPosting } from '../postings/service.ts'
import type { Ground } from './ai-reader.ts'
import type { DetectionRun } from './runs-store.ts'

/** What runs of detection work with. */
export interface DetectionRunTools {
  ai: Ai
  ground: Ground
  /** Reads postings as a run does, without ranking them. */
  readAll(
    items: Pick<ShownPosting, 'sourceKey' | 'posting'>[],
  ): Promise<({ ok: true; posting: ReadPosting } | { ok: false; message: string })[]>
  signal(signal: Signal): void
  /** Counts commands that wait; a transaction ends when it grows. */
  sent(): number
  leaveRoom(): void
  /** Scores of changed jobs are waiting to be computed. */
  rankChanged(): void
}

/**
 * Works a batch of a run off and counts in `run`; answers why the run cannot go on, or null. What it stored is counted
 * when it is broken off.
 */
export type Batch = (
  run: DetectionRun,
  jobIds: readonly number[],
  signal: AbortSignal,
  show: () => void,
) => Promise<string | null>
