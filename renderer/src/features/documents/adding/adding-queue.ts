import { type DocumentKind, LARGEST_DOCUMENT } from '../../../../../main/contract/documents.ts'
import type { DocumentId, DocumentVersionId, JobId, UploadId } from '../../../../../main/contract/ids.ts'
import type { Undoable } from '../../../../../main/contract/shapes.ts'
import { errorText } from '../../../app/error-text.ts'
import { errorOf } from '../../../transport/client.ts'
import { bytesText } from '../../imports/bytes-text.ts'

/** What files become: new documents, or the newest version of one. */
export interface AddGoal {
  /** null: what reading says. */
  kind: DocumentKind | null
  /** null: for the library. */
  jobId: JobId | null
  /** The document that gets a new version; null: a new one. */
  documentId: DocumentId | null
}

export const TO_LIBRARY: AddGoal = { kind: null, jobId: null, documentId: null }

/** A document has one newest version: of several files the first is taken, the others are said to be left out. */
export function oneVersion<F>(
  goal: AddGoal | undefined,
  files: readonly F[],
): { taken: readonly F[]; left: { file: F; why: string }[] } {
  if (!goal || goal.documentId === null) return { taken: files, left: [] }
  const why = 'One file becomes the new version. Add the others on their own.'
  return { taken: files.slice(0, 1), left: files.slice(1).map(file => ({ file, why })) }
}

/** `known`: the same bytes are kept already. */
export type AddState = 'waiting' | 'sending' | 'kept' | 'known' | 'failed' | 'cancelled'

export interface AddItem {
  /** Names it among those of this page. */
  id: number
  file: File
  goal: AddGoal
  state: AddState
  /** Bytes that have arrived. */
  sent: number
  /** What happened and what to do, in plain words; only of `failed`. */
  problem: string | null
  /** Whether trying again may help. */
  again: boolean
  documentId: DocumentId | null
  versionId: DocumentVersionId | null
}

/** What the queue needs of the rest. */
export interface AddingDeps {
  upload: (file: File, signal: AbortSignal, onProgress: (bytes: number) => void) => Promise<UploadId>
  add: (
    uploadId: UploadId,
    goal: AddGoal,
  ) => Promise<{
    documentId: DocumentId
    versionId: DocumentVersionId
    already: boolean
    undo: Undoable | null
  }>
  /** All of the files that were given are done with; `undo` of a single one that was kept. */
  onEnd: (items: readonly AddItem[], undo: Undoable | null) => void
}

const isOpen = ({ state }: AddItem): boolean => state === 'waiting' || state === 'sending'

/** Why a file is not even sent; null: it is. */
export function refusedBefore({ size }: Pick<File, 'size'>): string | null {
  if (size === 0) return 'The file is empty. Look whether it is the right one.'
  if (size > LARGEST_DOCUMENT)
    return `It has ${bytesText(size)}; a document may have 20 MB. Save it with smaller pictures, or only the pages that matter.`
  return null
}

function problemWords(error: unknown): { problem: string; again: boolean } {
  const known = errorOf(error)
  const words = errorText(known)
  const isFile = ['file_not_understood', 'file_too_large', 'file_empty', 'unsupported'].includes(known.code)
  // What is wrong with a file is said by whoever looked into it.
  return {
    problem: isFile ? known.message || words.what : `${known.message || words.what} ${words.todo}`,
    again: !isFile,
  }
}

/**
 * Files that are added one after the other, with where each of them stands. Kept outside of React, so that it goes on
 * whatever page is shown. `subscribe` and `items` serve `useSyncExternalStore`.
 */
export function createAddingQueue({ upload, add, onEnd }: AddingDeps) {
  let items: readonly AddItem[] = []
  let lastId = 0
  let stop: AbortController | null = null
  let running = false
  let batchUndo: Undoable | null = null
  const listeners = new Set<() => void>()

  const change = (next: readonly AddItem[]) => {
    items = next
    for (const listener of listeners) listener()
  }
  const put = (id: number, more: Partial<AddItem>) =>
    change(items.map(item => (item.id === id ? { ...item, ...more } : item)))

  const sendOne = async (item: AddItem) => {
    const own = new AbortController()
    stop = own
    put(item.id, { state: 'sending', sent: 0, problem: null })
    try {
      const uploadId = await upload(item.file, own.signal, sent => put(item.id, { sent }))
      // What has arrived whole is kept, even when it is cancelled just now.
      const { documentId, versionId, already, undo } = await add(uploadId, item.goal)
      if (!already) batchUndo = undo
      put(item.id, { state: already ? 'known' : 'kept', sent: item.file.size, documentId, versionId })
    } catch (error) {
      put(item.id, own.signal.aborted ? { state: 'cancelled' } : { state: 'failed', ...problemWords(error) })
    }
  }

  const pump = async () => {
    if (running) return
    running = true
    for (let next = items.find(isOpen); next; next = items.find(isOpen)) await sendOne(next)
    running = false
    onEnd(items, items.filter(({ state }) => state === 'kept').length === 1 ? batchUndo : null)
  }

  const begin = (file: File, goal: AddGoal, problem: string | null): AddItem => {
    lastId += 1
    return {
      id: lastId,
      file,
      goal,
      state: problem === null ? 'waiting' : 'failed',
      sent: 0,
      problem,
      again: false,
      documentId: null,
      versionId: null,
    }
  }

  return {
    items: () => items,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /**
     * Adds files behind those that wait; what was done with before leaves the list. Files that are of no use here are
     * listed with what to do instead.
     */
    give: (
      files: readonly File[],
      goal: AddGoal = TO_LIBRARY,
      refused: readonly { file: File; why: string }[] = [],
    ) => {
      change([
        ...(running ? items : []),
        ...files.map(file => begin(file, goal, refusedBefore(file))),
        ...refused.map(({ file, why }) => begin(file, goal, why)),
      ])
      void pump()
    },
    /** Stops the file under way and leaves the others; what is kept stays. */
    cancel: () => {
      change(items.map(item => (item.state === 'waiting' ? { ...item, state: 'cancelled' } : item)))
      stop?.abort()
    },
    again: (id: number) => {
      put(id, { state: 'waiting', problem: null })
      void pump()
    },
    /** Empties the list once nothing is under way. */
    clear: () => {
      if (!running) change([])
    },
  }
}
