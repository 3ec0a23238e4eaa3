import type { EntryId, HistoryEntry, HistoryKind } from '../../../../main/contract/applications.ts'
import type { TimelineEntry } from '../../../../main/contract/shapes.ts'
import { historyText } from '../applications/application-words.ts'

/** One thing that happened with a job: to its postings, or in the person's dealings with it. */
export interface TimelineLine {
  at: string
  kind: TimelineEntry['kind'] | HistoryKind
  text: string
  /** Can be removed under this id when the person wrote it. */
  entryId: EntryId | null
}

/** What the person brought by hand stands under these names in place of a board. */
const BY_HAND: Record<string, { found: string; also: string }> = {
  'Imported file': { found: 'Found in an imported file', also: 'Came again in an imported file' },
  'Pasted address': { found: 'Added by its address', also: 'Added again by an address' },
  'Pasted text': { found: 'Added by its text', also: 'Added again by a text' },
  'Clipped page': { found: 'Clipped from its page', also: 'Clipped again from a page' },
}

/** Signs of Markdown that a note may begin with. */
const NOTE_SIGNS = /^(?:#{1,6} |[-*+] (?:\[[ xX]\] )?|> )+/

/** What happened to a posting, in words. */
function postingText({ kind, text }: TimelineEntry): string {
  if (kind === 'found') return BY_HAND[text]?.found ?? (text === '' ? 'Found' : `Found at ${text}`)
  if (kind === 'posting_added') return BY_HAND[text]?.also ?? `Also posted at ${text}`
  if (kind === 'closed') return 'No longer open'
  return historyText({ kind, text })
}

/**
 * Both records as one, the newest first; of one moment, what comes last in its record is the newest. What both tell of
 * (a move, a note) stands once.
 */
export function timelineLines(
  timeline: readonly TimelineEntry[],
  history: readonly HistoryEntry[],
): TimelineLine[] {
  const told = new Set(history.map(({ at, kind }) => `${kind} ${at}`))
  const lines: TimelineLine[] = [
    ...timeline
      .filter(({ at, kind }) => !told.has(`${kind} ${at}`))
      .map(entry => ({ at: entry.at, kind: entry.kind, text: postingText(entry), entryId: null })),
    ...history.map(entry => ({ ...entry, text: historyText(entry).replace(NOTE_SIGNS, '') })),
  ]
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => Date.parse(b.line.at) - Date.parse(a.line.at) || b.index - a.index)
    .map(({ line }) => line)
}
