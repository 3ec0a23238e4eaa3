import { z } from 'zod'
import { JOB_STATUSES, type JobStatus } from '../contract/values.ts'

/** Statuses that a list shows when the person chose none: the closed ones are off at first. */
export const OPEN_STATUSES: readonly JobStatus[] = JOB_STATUSES.filter(
  status => status !== 'rejected' && status !== 'archived',
)

/** Where a page ended: the sort value and the id of its last row (a keyset, so later changes move no row). */
export const Cursor = z.tuple([z.number(), z.number().int()])
export type Cursor = z.infer<typeof Cursor>

/** A cursor as text, and back; undefined when the text is not one of ours. */
export const cursorText = (cursor: Cursor): string => JSON.stringify(cursor)
export function parseCursor(text: string): Cursor | undefined {
  try {
    return Cursor.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
