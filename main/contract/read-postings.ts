import { z } from 'zod'
import type { FieldName, FieldValue } from './detection.ts'
import type { Detection, Evidence, PostingText } from './facts.ts'

/** Reading postings that are not stored: what patterns find, and what a model adds. */

export const MOST_RAW_POSTINGS = 50

const text = (most: number) => z.string().max(most)
const TEXTS = z.object({
  title: text(4_000),
  company: text(4_000),
  location_text: text(4_000),
  description: text(1_100_000),
  structured: z.record(z.string(), z.unknown()).optional(),
  board_country: z.string().nullable().optional(),
})

/** Texts of a posting as `PostingText`; what its own fields say is checked by the detector. */
export const RawPosting = z.custom<PostingText>(
  value => TEXTS.safeParse(value).success,
  'A posting has title, company, location_text and description as texts, which may be empty.',
)

/** What a model said that stands in the posting. */
export interface RawFinding {
  field: FieldName
  value: Exclude<FieldValue, null>
  proof: Evidence
}

/** How asking the model about one posting went. */
export const RawAiState = z.enum([
  /** The patterns left nothing open. */
  'not_needed',
  'read',
  /** The endpoint answered nothing that could be used. */
  'failed',
  /** It was not asked for, or nobody could be asked any more. */
  'not_asked',
])
export type RawAiState = z.infer<typeof RawAiState>

export const RawReading = z.object({
  detection: z.custom<Detection>(),
  /** Facts that the patterns left open. */
  found: z.array(z.custom<RawFinding>()),
  ai: RawAiState,
  /** Why it failed, in words. */
  message: z.string().nullable(),
})
export type RawReading = z.infer<typeof RawReading>

export const RawReadings = z.object({
  /** In the order of the postings. */
  readings: z.array(RawReading),
  /** Why nobody can be asked now; the postings without an answer have `not_asked`. */
  stopped: z.object({ reason: z.string(), message: z.string() }).nullable(),
  /** US dollars. */
  cost: z.number(),
})
export type RawReadings = z.infer<typeof RawReadings>
