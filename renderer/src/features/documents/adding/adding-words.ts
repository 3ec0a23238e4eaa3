import type { DocumentRow } from '../../../../../main/contract/documents.ts'
import type { DocumentId } from '../../../../../main/contract/ids.ts'
import { countText, isBeingRead, readingWords } from '../document-words.ts'
import type { AddItem } from './adding-queue.ts'

/** Documents of added files as they are now. */
export interface AddedRows {
  /** By the version in use. */
  byVersion: ReadonlyMap<number, DocumentRow>
  /** Ids that were asked for: of these, a version without a row is gone, or replaced by a newer one. */
  asked: ReadonlySet<number>
}

/** What the core answered when it was asked for these documents. */
export const addedRows = (asked: readonly DocumentId[], rows: readonly DocumentRow[]): AddedRows => ({
  byVersion: new Map(rows.map(row => [row.current.versionId, row])),
  asked: new Set(asked),
})

/** What is asked for in one piece. */
const PIECE = 200

/** The documents of the files, each once, in pieces of as many as are answered at once. */
export function piecesOfIds(items: readonly AddItem[]): DocumentId[][] {
  const ids = [...new Set(items.flatMap(({ documentId }) => documentId ?? []))]
  return Array.from({ length: Math.ceil(ids.length / PIECE) }, (_, at) =>
    ids.slice(at * PIECE, (at + 1) * PIECE),
  )
}

/** Where a file is kept that was here already, such as "Kept here already, for Engineer at Ardent". */
function knownWords(row: DocumentRow | undefined): string {
  if (!row) return 'Kept here already, the same file'
  const place = row.job ? `for ${row.job.title} at ${row.job.company}` : 'in the library'
  return `Kept here already, ${place}: “${row.title}”`
}

/** Where one file stands, in words; `row` is its document, if that is known. */
export function itemWords(item: AddItem, row: DocumentRow | undefined): string {
  const reading = row?.current.reading
  switch (item.state) {
    case 'waiting':
      return 'Waits'
    case 'sending':
      return item.sent >= item.file.size
        ? 'Being kept'
        : `Taken over: ${Math.floor((100 * item.sent) / item.file.size)} %`
    case 'known':
      return knownWords(row)
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

/** Sums files up. A kept one whose document was answered without its version is done with: it was undone or replaced. */
export function sumUp(items: readonly AddItem[], { byVersion, asked }: AddedRows): AddingSum {
  const count = (...states: AddItem['state'][]) => items.filter(({ state }) => states.includes(state)).length
  const isRead = (item: AddItem) => {
    if (item.state !== 'kept' || item.versionId === null || item.documentId === null) return false
    const row = byVersion.get(item.versionId)
    return row ? !isBeingRead(row.current.reading) : asked.has(item.documentId)
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
