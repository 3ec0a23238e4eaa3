import { z } from 'zod'
import { CampaignId, RunId, SourceId } from './ids.ts'

/** The shapes of sources, their keys and their health. */

/** `ats`: the board of one company; `board`: a public job board; `keyed`: with the person's own key; `file`: by hand. */
export const SourceFamily = z.enum(['ats', 'board', 'keyed', 'file'])
export type SourceFamily = z.infer<typeof SourceFamily>

export const SourceLists = z.enum(['all', 'recent', 'search'])
export type SourceLists = z.infer<typeof SourceLists>

/** One field of the form that adds a source. */
export const SourceField = z.object({
  /** Name in the config. */
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  placeholder: z.string(),
  required: z.boolean(),
  /** The only values, where they are few. */
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
})
export type SourceField = z.infer<typeof SourceField>

/** A key that a source needs, and the one host that it is sent to. */
export const SourceKeyNeed = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.string(),
  host: z.string(),
  /** False for what is no secret, such as an e-mail address that names the caller. */
  secret: z.boolean(),
})
export type SourceKeyNeed = z.infer<typeof SourceKeyNeed>

/** A kind of source that can be added. */
export const SourceKind = z.object({
  kind: z.string(),
  label: z.string(),
  family: SourceFamily,
  lists: SourceLists,
  about: z.string(),
  site: z.string(),
  fields: z.array(SourceField),
  keys: z.array(SourceKeyNeed),
})
export type SourceKind = z.infer<typeof SourceKind>

/** `ok`, `failing` (the last try failed), `resting` (left alone until `pausedUntil`), `off`, `new` (not asked yet). */
export const SourceState = z.enum(['ok', 'failing', 'resting', 'off', 'new'])
export type SourceState = z.infer<typeof SourceState>

/** One thing that the quality of a source is made of. */
export const QualityPart = z.object({ label: z.string(), points: z.number(), most: z.number() })
export type QualityPart = z.infer<typeof QualityPart>

export const SourceView = z.object({
  id: SourceId,
  kind: z.string(),
  label: z.string(),
  config: z.record(z.string(), z.unknown()),
  enabled: z.boolean(),
  /** 1 (shown first, its words win) to 99. */
  priority: z.number().int(),
  /** 0–100, how complete and reliable its postings were lately; null before the first. */
  quality: z.number().nullable(),
  /** What the quality is made of; empty before the first posting. */
  qualityParts: z.array(QualityPart),
  state: SourceState,
  /** How it is, in one plain sentence. */
  health: z.string(),
  lastSuccessAt: z.string().nullable(),
  lastError: z.string().nullable(),
  lastErrorAt: z.string().nullable(),
  lastPostings: z.number().int().nullable(),
  failuresInARow: z.number().int(),
  pausedUntil: z.string().nullable(),
  /** Postings that it has listed and that are still open. */
  openPostings: z.number().int(),
  /** Share of its postings that joined a job that was there already; null without postings. */
  duplicateShare: z.number().nullable(),
  campaigns: z.array(CampaignId),
})
export type SourceView = z.infer<typeof SourceView>

/** What one run brought from one source. */
export const SourceRunView = z.object({
  runId: RunId,
  at: z.string(),
  ok: z.boolean(),
  error: z.string().nullable(),
  postings: z.number().int(),
  fresh: z.number().int(),
  unchanged: z.number().int(),
  merged: z.number().int(),
  unread: z.number().int(),
  closed: z.number().int(),
  calls: z.number().int(),
  milliseconds: z.number().int(),
})
export type SourceRunView = z.infer<typeof SourceRunView>
