import { type Campaign, findCampaign } from '../campaigns/service.ts'
import type { Signal } from '../contract/events.ts'
import type { CampaignId } from '../contract/ids.ts'
import type { CommandContext } from '../platform/context.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import type { CollectTools, Sources } from '../sources/service.ts'
import type { Compute } from './tasks.ts'

/** What every kind of run works with. */
export interface RunContext extends CommandContext {
  compute: Compute
  parser: ParserProcess
  sources: Sources
  /** What one source is read with: a client of its own, so that its calls are counted for it. */
  newCollector(): CollectTools & { close(): Promise<void> }
  signal(signal: Signal): void
  /** Throws as a full disk does when the little that is left is for the person, not for a run. */
  leaveRoom(): void
  /** Counts messages to this thread when they are sent: when it grows, somebody waits for the open transaction. */
  sent(): number
  /** Where the work of steps goes that outlives the run. */
  handOver: HandOver
  /** Rests so many ms; an abort ends it at once. Given by tests, which do not wait. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** 0–1, by which pauses are shortened. */
  random?: () => number
  /** For trials: milliseconds that each step lasts longer, before and after its work. */
  lingerMs?: number
}

/** The queues that go on when a run is over. */
export interface HandOver {
  /** Lets the look-ups of companies go on with what waits. */
  companies(): void
  /** Queues the best new jobs for the language model; `problem`: why it cannot be asked now. */
  enrich(): Promise<{ jobs: number; problem: string | null }>
}

export function campaignOf(context: RunContext, campaignId: CampaignId): Campaign | undefined {
  return findCampaign(context.db, campaignId)
}
