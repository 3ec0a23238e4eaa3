import { z } from 'zod'
import { JobFilter, JobSort } from './job-filter.ts'

/** Saved views of the jobs list. */

export const PresetId = z.number().int().positive().brand<'PresetId'>()
export type PresetId = z.infer<typeof PresetId>

/** Alt with this digit opens the view. */
export const PresetShortcut = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
export type PresetShortcut = z.infer<typeof PresetShortcut>

export const PresetDraft = z.object({
  name: z.string().trim().min(1, 'Give the view a name').max(60),
  filter: JobFilter,
  sort: JobSort.default('score'),
  /** The other end first. */
  reversed: z.boolean().default(false),
  shortcut: PresetShortcut.nullable().default(null),
})
export type PresetDraft = z.output<typeof PresetDraft>

export const PresetView = z.object({ id: PresetId, ...PresetDraft.shape })
export type PresetView = z.output<typeof PresetView>
