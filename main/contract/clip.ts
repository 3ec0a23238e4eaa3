import { z } from 'zod'

/** The port that the bookmark sends to, unless the person chose another. */
export const CLIP_PORT = 17653
export const ClipPort = z
  .number()
  .int()
  .min(1024, 'A port from 1024 to 65535')
  .max(65_535, 'A port from 1024 to 65535')

/** How clipping from the browser stands. */
export const ClipInfo = z.object({
  enabled: z.boolean(),
  port: z.number().int(),
  /** Why it does not work although it is switched on, and what to do; null when it works or is off. */
  problem: z.string().nullable(),
  /** The bookmark's `javascript:` address; null while it does not work. */
  bookmarklet: z.string().nullable(),
})
export type ClipInfo = z.infer<typeof ClipInfo>
