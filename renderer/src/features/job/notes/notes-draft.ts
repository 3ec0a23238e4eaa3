import type { JobId } from '../../../../../main/contract/ids.ts'

/** What was typed and is not confirmed yet, kept in the browser so that a crash or a reload loses nothing. */
export interface NotesDraft {
  text: string
  basedOn: number
}

const keyOf = (jobId: JobId) => `rolecall-notes-${jobId}`

/** The draft of a job's notes, or null. */
export function readDraft(jobId: JobId): NotesDraft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(jobId)) ?? 'null')
    if (typeof found !== 'object' || found === null || !('text' in found) || !('basedOn' in found))
      return null
    const { text, basedOn } = found
    return typeof text === 'string' && typeof basedOn === 'number' ? { text, basedOn } : null
  } catch {
    return null
  }
}

/** Keeps a draft; null forgets it. Without a store the draft lives in the page only. */
export function writeDraft(jobId: JobId, draft: NotesDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(jobId))
    else localStorage.setItem(keyOf(jobId), JSON.stringify(draft))
  } catch {
    // A full or forbidden store: the text area still holds it.
  }
}
