import { z } from 'zod'

/** Exchange rates by which salaries are compared. Days are written YYYY-MM-DD. */
export const RatesView = z.object({
  day: z.string(),
  /** Who says so, in words for people. */
  source: z.string(),
  /** True: those that came with Rolecall; no newer ones were fetched. */
  shipped: z.boolean(),
  /** When they were last fetched; null: never. */
  fetchedAt: z.string().nullable(),
  /** By currency. */
  rates: z.array(
    z.object({
      currency: z.string(),
      /** Units for one euro. */
      perEuro: z.number(),
      /** Earlier than `day` for currencies that the newest list does not name. */
      day: z.string(),
    }),
  ),
})
export type RatesView = z.infer<typeof RatesView>

export const RatesRefreshed = z.object({
  day: z.string(),
  /** False: those that were here are the newest there are. */
  changed: z.boolean(),
})
export type RatesRefreshed = z.infer<typeof RatesRefreshed>
