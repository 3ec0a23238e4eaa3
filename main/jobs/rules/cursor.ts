import { z } from 'zod'
import type { Place } from './order-rows.ts'

/** Where a page ended: what its last row is sorted by and its id, so that later changes move no row. */
const Cursor = z.tuple([z.union([z.number(), z.string(), z.null()]), z.number().int()])

/** A place in a list as text. */
export const cursorText = ({ value, id }: Place): string => JSON.stringify([value, id])

/** The place that a text names; null when it is none of ours. */
export function placeOf(cursor: string): Place | null {
  try {
    const [value, id] = Cursor.parse(JSON.parse(cursor))
    return { value, id }
  } catch {
    return null
  }
}
