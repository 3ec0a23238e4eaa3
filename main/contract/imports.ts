import { z } from 'zod'

/** Which column of a file feeds which column of a posting: posting column → column (or dotted path) in the file. */
export const ImportMapping = z.record(z.string(), z.string())
export type ImportMapping = z.infer<typeof ImportMapping>

/** What a look at a file found, shown before anything is stored. */
export const ImportPreview = z.object({
  format: z.enum(['json', 'jsonl', 'csv']),
  encoding: z.string(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: ImportMapping,
  /** The first rows as they would be stored; a refused row says why. */
  rows: z.array(z.record(z.string(), z.unknown())),
  warnings: z.array(z.string()),
})
export type ImportPreview = z.infer<typeof ImportPreview>
