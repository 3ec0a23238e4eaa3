import { z } from 'zod'

/** The language model that a person may switch on: any endpoint that speaks OpenAI's protocol. */

/** Steps of the ladder, from the strictest way of asking for an answer's shape to none at all. */
export const AI_RUNGS = ['strict_schema', 'loose_schema', 'json_mode', 'prompt_only'] as const
export const AiRung = z.enum(AI_RUNGS)
export type AiRung = z.infer<typeof AiRung>

/** Why the model can or cannot be asked now. Off, and without a key, are normal states. */
export const AI_STATES = [
  'off',
  'bad_address',
  'no_model',
  'no_key',
  'no_price',
  'cap_day',
  'cap_month',
  'key_refused',
  'resting',
  'ready',
] as const
export const AiState = z.enum(AI_STATES)
export type AiState = z.infer<typeof AiState>

export const AiCallView = z.object({
  id: z.number().int(),
  at: z.string(),
  /** What it was for, in words: "Missing facts of 5 jobs". */
  purpose: z.string(),
  model: z.string(),
  /** `unknown`: it was sent and never answered, so all that was reserved counts as spent. */
  state: z.enum(['open', 'done', 'failed', 'unknown']),
  /** US dollars. */
  cost: z.number(),
  tokensIn: z.number().int(),
  tokensOut: z.number().int(),
  milliseconds: z.number().int().nullable(),
  message: z.string().nullable(),
})
export type AiCallView = z.infer<typeof AiCallView>

export const AiStatus = z.object({
  state: AiState,
  /** A sentence for people; empty when ready. */
  message: z.string(),
  /** End of a rest that the endpoint asked for, or of the day or month whose cap is used up. */
  waitUntil: z.string().nullable(),
  /** US dollars that count against the caps: what was spent and what open calls have reserved. */
  spentDay: z.number(),
  spentMonth: z.number(),
  callsDay: z.number().int(),
  tokensDay: z.number().int(),
  tokensMonth: z.number().int(),
  /** What the endpoint is known to understand; null before the first answer. */
  rung: AiRung.nullable(),
  /** The last calls, the newest first; at most 20. */
  calls: z.array(AiCallView),
})
export type AiStatus = z.infer<typeof AiStatus>

export const AiTestResult = z.object({
  ok: z.boolean(),
  /** What happened, and what to do when it failed. */
  message: z.string(),
  rung: AiRung.nullable(),
  /** US dollars. */
  cost: z.number(),
  milliseconds: z.number().int(),
})
export type AiTestResult = z.infer<typeof AiTestResult>
