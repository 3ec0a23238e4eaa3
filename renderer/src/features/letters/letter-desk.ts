import type { InputOf, OutputOf } from '../../../../main/contract/define.ts'
import type { letters } from '../../../../main/contract/documents-api.ts'
import { type DocumentId, DocumentVersionId, type JobId } from '../../../../main/contract/ids.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import type { StoredLetter } from './letter-state.ts'
import { isDirty, keptTitle, type LetterEvent, type LetterState, nextLetter } from './letter-state.ts'

/** Why the last save failed: the code of its error, and what happened in plain words. */
export interface SaveFailure {
  code: string
  what: string
}

/** What a desk needs of the rest. */
export interface DeskDeps {
  save: (input: InputOf<typeof letters.save>) => Promise<OutputOf<typeof letters.save>>
  read: (input: InputOf<typeof letters.read>) => Promise<OutputOf<typeof letters.read>>
  /** A new letter got its id; not called once the person has left. */
  onCreated: (documentId: DocumentId) => void
  /** The core has another text than was thought here: what was asked before is asked anew. */
  onConflict: () => Promise<unknown>
  /** What was typed last could not be saved after the person had left. */
  onLost: (title: string) => void
}

/** What a desk shows. */
export interface DeskView {
  state: LetterState
  failure: SaveFailure | null
}

/**
 * A letter while it is written, and its saves, one after the other. Kept outside of React: what is saved next is what
 * stands now, whether or not it was drawn by then. `subscribe` and `view` serve `useSyncExternalStore`.
 */
export function createLetterDesk(first: LetterState, jobId: JobId | null, deps: DeskDeps) {
  let view: DeskView = { state: first, failure: null }
  let newJob = jobId
  /** What is written next becomes a version of its own. */
  let keepNext = false
  let running: Promise<StoredLetter | null> | null = null
  let gone = false
  const listeners = new Set<() => void>()

  const show = (next: DeskView) => {
    view = next
    for (const listener of listeners) listener()
  }
  const put = (event: LetterEvent) => {
    const state = nextLetter(view.state, event)
    if (state !== view.state) show({ ...view, state })
  }
  const fail = (failure: SaveFailure | null) => show({ ...view, failure })

  /** Both texts stand beside each other from here on, whatever was known of versions. */
  const takeOther = async (details: { versionId?: unknown } = {}) => {
    const versionId = DocumentVersionId.safeParse(details.versionId).data
    // A text that cannot be read now is read with the next attempt.
    const other = versionId === undefined ? null : await deps.read({ versionId }).catch(() => null)
    if (versionId !== undefined && other)
      put({ type: 'arrived', stored: { ...other, versionId }, fetched: Number.POSITIVE_INFINITY })
  }

  const attempt = async (): Promise<StoredLetter | null> => {
    const { text: markdown, stored } = view.state
    const title = keptTitle(view.state)
    const keep = keepNext
    put({ type: 'saving' })
    try {
      const answer = await deps.save({
        documentId: stored?.documentId ?? null,
        base: stored?.versionId ?? null,
        basedOn: stored?.hash ?? null,
        title,
        markdown,
        jobId: stored ? null : newJob,
        keep,
      })
      const { documentId, versionId, version, hash } = answer
      if (keep && markdown !== stored?.markdown) keepNext = false
      const saved = { documentId, versionId, version, hash, title, markdown }
      put({ type: 'saved', stored: saved, at: new Date().toISOString() })
      fail(null)
      if (stored === null && !gone) deps.onCreated(documentId)
      return saved
    } catch (thrown) {
      const error = errorOf(thrown)
      put({ type: 'failed' })
      fail({ code: error.code, what: error.message || errorText(error).what })
      if (error.code === 'conflict') await Promise.all([takeOther(error.details), deps.onConflict()])
      return null
    }
  }

  /** Saves what stands now, unless a save is under way: then it answers that one. */
  const save = (): Promise<StoredLetter | null> => {
    running ??= attempt().finally(() => {
      running = null
    })
    return running
  }

  /** Saves until all that was typed is kept and answers what the core has then; null: it could not be, or there is nothing. */
  const flush = async (): Promise<StoredLetter | null> => {
    await running
    while (view.state.theirs === null && isDirty(view.state)) if ((await save()) === null) return null
    return view.state.theirs === null ? view.state.stored : null
  }

  return {
    view: () => view,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put,
    save,
    flush,
    /** The person is back, as React does it when it tries effects. */
    enter: () => {
      gone = false
    },
    /** The person leaves: what is not kept yet is saved at once. */
    leave: async () => {
      gone = true
      const asked = view.state.theirs !== null || view.state.phase === 'failed'
      await flush()
      if (!asked && isDirty(view.state)) deps.onLost(keptTitle(view.state))
    },
    /** The job of a letter that is not kept yet. */
    setNewJob: (next: JobId | null) => {
      newJob = next
    },
    /** Whether what is written from here on is a version of its own. */
    keepNext: (next: boolean) => {
      keepNext = next
    },
    forgetFailure: () => fail(null),
  }
}
