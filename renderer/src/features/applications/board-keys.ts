import type { JobId } from '../../../../main/contract/ids.ts'

/** Where a card stands on the board: in which of the shown columns, at which place. */
export interface Place {
  column: number
  index: number
}

/** The place of a job among the shown columns; null when it is in none. */
export function placeOf(columns: readonly (readonly JobId[])[], jobId: JobId | null): Place | null {
  if (jobId === null) return null
  for (const [column, ids] of columns.entries()) {
    const index = ids.indexOf(jobId)
    if (index !== -1) return { column, index }
  }
  return null
}

/** The place that a key leads to, columns without cards passed over; null when the key means nothing here. */
export function nextPlace(key: string, from: Place, lengths: readonly number[]): Place | null {
  const here = lengths[from.column] ?? 0
  const within = (index: number): Place => ({
    column: from.column,
    index: Math.max(0, Math.min(here - 1, index)),
  })
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return within(from.index + 1)
    case 'k':
    case 'ArrowUp':
      return within(from.index - 1)
    case 'Home':
      return within(0)
    case 'End':
      return within(here - 1)
    case 'ArrowRight':
    case 'l':
      return beside(from, lengths, 1)
    case 'ArrowLeft':
    case 'h':
      return beside(from, lengths, -1)
    default:
      return null
  }
}

function beside(from: Place, lengths: readonly number[], step: 1 | -1): Place {
  for (let column = from.column + step; column >= 0 && column < lengths.length; column += step) {
    const length = lengths[column] ?? 0
    if (length > 0) return { column, index: Math.min(from.index, length - 1) }
  }
  return from
}

/** The card that takes the place of one that has gone from the board: the next in its column, else one beside. */
export function placeAfter(last: Place, lengths: readonly number[]): Place | null {
  const length = lengths[last.column] ?? 0
  if (length > 0) return { column: last.column, index: Math.min(last.index, length - 1) }
  const right = beside(last, lengths, 1)
  const found = right === last ? beside(last, lengths, -1) : right
  return found === last ? null : found
}
