import type { DocumentReading } from '../../../../../main/contract/documents.ts'
import { countText, isBeingRead, readingWords } from '../document-words.ts'
import type { AddItem } from './adding-queue.ts'

/** Where one file stands, in words. */
export function itemWords(item: AddItem, reading: DocumentReading | null): string {
  switch (item.state) {
    case 'waiting':
      return 'Waits'
    case 'sending':
      return item.sent >= item.file.size
        ? 'Being kept'
        : `Taken over: ${Math.floor((100 * item.sent) / item.file.size)} %`
    case 'known':
      return 'Kept here already, the same file'
    case 'failed':
      return item.problem ?? 'Not added'
    case 'cancelled':
      return 'Cancelled, not added'
    case 'kept':
      return reading ? (reading.message ?? readingWords(reading).word) : 'Kept'
  }
}

/** How many files there are of what, and what is still to come. */
export interface AddingSum {
  total: number
  /** Files that are done with, well or not. */
  handled: number
  kept: number
  known: number
  /** Neither kept nor known: failed or cancelled. */
  left: number
  /** Of those that are kept, how many are read by now. */
  read: number
}

/** Sums files up; `readings` are those of the kept ones by version, as far as they are known. */
export function sumUp(items: readonly AddItem[], readings: ReadonlyMap<number, DocumentReading>): AddingSum {
  const count = (...states: AddItem['state'][]) => items.filter(({ state }) => states.includes(state)).length
  const isRead = ({ state, versionId }: AddItem) => {
    const reading = versionId === null ? undefined : readings.get(versionId)
    return state === 'kept' && reading !== undefined && !isBeingRead(reading)
  }
  const open = count('waiting', 'sending')
  return {
    total: items.length,
    handled: items.length - open,
    kept: count('kept'),
    known: count('known'),
    left: count('failed', 'cancelled'),
    read: items.filter(isRead).length,
  }
}

/** What came of all files in one sentence: "3 documents added, 1 was here already, 2 were not added." */
export function endText({ kept, known, left }: AddingSum): string {
  const were = (count: number) => (count === 1 ? 'was' : 'were')
  const parts = [
    kept > 0 ? `${countText(kept)} added` : '',
    known > 0 ? `${known.toLocaleString('en')} ${were(known)} here already` : '',
    left > 0 ? `${left.toLocaleString('en')} ${were(left)} not added` : '',
  ].filter(Boolean)
  return `${parts.join(', ')}.`
}
