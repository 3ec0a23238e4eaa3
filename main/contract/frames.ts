import { z } from 'zod'
import type { RolecallError } from './errors.ts'
import type { Signal, StoredEvent } from './events.ts'

/** What a page sends for one call; the same over every carrier. */
export const RequestFrame = z.object({
  id: z.number().int().nonnegative(),
  procedure: z.string().max(80),
  input: z.unknown(),
})
export type RequestFrame = z.infer<typeof RequestFrame>

export type AnswerFrame =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; error: RolecallError }

/** What the core tells a page without being asked. */
export type PushFrame =
  | { kind: 'event'; event: StoredEvent }
  | { kind: 'signal'; signal: Signal }
  /** Sent first after each subscription: events after `seq` follow. `gap`: missed ones cannot be replayed, ask everything anew. */
  | { kind: 'hello'; seq: number; gap: boolean }

/** A page asks for events after `since`; null: from now on. */
export const SubscribeFrame = z.object({ since: z.number().int().nonnegative().nullable() })
export type SubscribeFrame = z.infer<typeof SubscribeFrame>

/** What the preload bridge or the loopback client offers to the page. */
export interface Carrier {
  call(frame: RequestFrame): Promise<AnswerFrame>
  /** Starts (or resumes) the live stream. Returns a function that ends it. */
  subscribe(since: number | null, listener: (frame: PushFrame) => void): () => void
}
