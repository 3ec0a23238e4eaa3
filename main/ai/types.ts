import type { z } from 'zod'
import type { AiRung, AiState, AiTestResult } from '../contract/ai.ts'

/** The key that a person enters for an endpoint; it is kept for that endpoint's host only. */
export const AI_KEY = { kind: 'ai', name: 'api_key' } as const

/** Asks the endpoint that the person named, one cap for all areas. */
export interface Ai {
  /** Whether a call can be made now, and why not. */
  state(): Promise<Standing>
  /** One question with an answer of a known shape. Never throws for what the endpoint does. */
  ask<T>(question: AiQuestion<T>): Promise<AiAnswer<T>>
  /** Small question that finds out what the endpoint understands; asked also while switched off. */
  test(): Promise<AiTestResult>
  /** Names of the models that the endpoint offers, sorted, at most 500. Refuses with `source_…` codes. */
  models(): Promise<string[]>
  /** The person changed key or address, or asks to go on after a refusal. */
  resume(): void
  /** Looks whether there is a key for the endpoint: at start, and when settings change. */
  wake(): void
  /** Breaks open calls off, which count as spent. */
  stop(): Promise<void>
}

/** Where the language model stands; `message` is empty when it is ready. */
export interface Standing {
  state: AiState
  message: string
  /** End of a rest, or of the day or month whose cap is used up; ISO 8601 UTC. */
  waitUntil: string | null
}

export interface AiQuestion<T> {
  /** In words for the person, such as "Missing facts of 5 jobs"; never what is asked. */
  purpose: string
  system: string
  user: string
  /** Letters, digits, _ and -. */
  schemaName: string
  /** Of an object; what the endpoint is told and what its answer must fit. */
  schema: z.ZodType<T>
  maxOutputTokens: number
  signal?: AbortSignal
}

export type AiReason =
  | 'off'
  | 'no_model'
  | 'no_key'
  | 'no_price'
  | 'cap'
  | 'key_refused'
  | 'limited'
  | 'unreachable'
  | 'timed_out'
  | 'malformed'
  | 'declined'
  | 'cancelled'

export interface AiFailure {
  ok: false
  reason: AiReason
  /** A sentence for people. */
  message: string
  /** When asking again makes sense, if that is known; ISO 8601 UTC. */
  waitUntil: string | null
  /** Micro-dollars that count as spent nevertheless. */
  cost: number
}

export type AiAnswer<T> =
  | {
      ok: true
      value: T
      model: string
      rung: AiRung
      /** Micro-dollars, with repeats. */
      cost: number
      tokensIn: number
      tokensOut: number
    }
  | AiFailure
