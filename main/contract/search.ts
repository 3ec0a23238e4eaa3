import { z } from 'zod'
import { CampaignId, CompanyId, JobId } from './ids.ts'
import { JobFilter } from './job-filter.ts'
import { JobRow } from './job-row.ts'

/** Search: what was typed, what it found and where. */

/** A piece of text around a hit; `hit` pieces are what was searched for. */
export const Snippet = z.object({
  where: z.enum(['title', 'company', 'place', 'description']),
  pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})
export type Snippet = z.infer<typeof Snippet>

/** A word that occurs nowhere and the one that was searched instead. */
export const Correction = z.object({ typed: z.string(), used: z.string() })
export type Correction = z.infer<typeof Correction>

export const SearchResult = z.object({
  rows: z.array(
    z.object({
      job: JobRow,
      /** Null: found by its filter alone. */
      snippet: Snippet.nullable(),
    }),
  ),
  more: z.boolean(),
  corrections: z.array(Correction),
})
export type SearchResult = z.infer<typeof SearchResult>

/** Dealings with a company so far; null in a suggestion: none. */
export const AppliedBefore = z.object({
  n: z.number().int(),
  /** ISO instant of the last one. */
  lastAt: z.string(),
  jobId: JobId,
})
export type AppliedBefore = z.infer<typeof AppliedBefore>

/** Jobs of a suggestion are counted up to here: this number means as many or more. */
export const MOST_SUGGESTED_JOBS = 500

/** A line under the search field; `n`: jobs that choosing it finds. */
export const Suggestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), text: z.string(), n: z.number().int() }),
  z.object({
    kind: z.literal('company'),
    text: z.string(),
    n: z.number().int(),
    companyId: CompanyId,
    applied: AppliedBefore.nullable(),
  }),
  z.object({ kind: z.literal('skill'), text: z.string(), n: z.number().int() }),
  z.object({ kind: z.literal('place'), text: z.string(), n: z.number().int() }),
  z.object({ kind: z.literal('preset'), text: z.string(), presetId: z.number().int().positive() }),
  z.object({ kind: z.literal('campaign'), text: z.string(), campaignId: CampaignId }),
])
export type Suggestion = z.infer<typeof Suggestion>

/** A filter read from text such as `remote:remote salary:>100000usd @applied data engineer`. */
export const ReadFilter = z.object({
  filter: JobFilter,
  /** Parts that name nothing known, as they were written. */
  ignored: z.array(z.string()),
})
export type ReadFilter = z.infer<typeof ReadFilter>
