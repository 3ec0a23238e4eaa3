import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DocumentId, JobId } from '../../../../main/contract/ids.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { toast } from '../../ui/toast-store.ts'
import { createLetterDesk } from './letter-desk.ts'
import { isDirty, openLetter, type StoredLetter } from './letter-state.ts'

/** A pause in typing after which a letter is saved, and the pause after a failed attempt. */
const SAVE_MS = 800
const RETRY_MS = 3_000

/** What opens the editor: a letter that exists, or a title and a job for a new one. */
export interface Opened {
  stored: StoredLetter | null
  title: string
  jobId: JobId | null
  onCreated: (documentId: DocumentId) => void
}

/** A letter while it is written: it saves itself, and two texts are never merged or dropped. */
export function useLetter({ stored: first, title, jobId, onCreated }: Opened) {
  const created = useRef(onCreated)
  created.current = onCreated
  const [desk] = useState(() =>
    createLetterDesk(openLetter(first, title), jobId, {
      save: client.letters.save,
      read: client.letters.read,
      onCreated: documentId => created.current(documentId),
      onConflict: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: ['documents', 'get'] }),
          queryClient.invalidateQueries({ queryKey: ['letters', 'read'] }),
        ]),
      onLost: name =>
        toast(`What was typed last in “${name}” could not be saved`, {
          tone: 'bad',
          description: 'What was saved before stays.',
        }),
    }),
  )
  const { state, failure } = useSyncExternalStore(desk.subscribe, desk.view)

  const dirty = isDirty(state)
  const { phase, theirs, text, title: typedTitle, stored } = state
  const stuck = failure !== null && phase === 'failed' && STUCK.has(failure.code)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    if (!dirty || theirs !== null || phase === 'saving' || stuck) return
    const timer = setTimeout(() => void desk.save(), phase === 'failed' ? RETRY_MS : SAVE_MS)
    return () => clearTimeout(timer)
  }, [dirty, theirs, phase, text, typedTitle, stuck, desk])

  const { data: document, dataUpdatedAt: documentAt } = useQuery({
    ...ask('documents', 'get', { documentId: stored?.documentId ?? (0 as DocumentId) }),
    enabled: stored !== null,
  })
  const current = document?.current.versionId
  const { data: read, dataUpdatedAt: readAt } = useQuery({
    ...ask('letters', 'read', { versionId: current ?? stored?.versionId ?? (0 as never) }),
    enabled: current !== undefined && document?.written === true,
  })
  // An answer that crosses our own save is our own save: it waits until that is confirmed.
  const fetched = Math.min(documentAt, readAt)
  useEffect(() => {
    if (phase === 'saving' || read === undefined || current === undefined) return
    if (read.documentId !== desk.view().state.stored?.documentId) return
    desk.put({ type: 'arrived', stored: { ...read, versionId: current }, fetched })
  }, [read, current, phase, fetched, desk])

  // Leaving the page, or looking away from it, saves at once instead of after the pause.
  useEffect(() => {
    desk.enter()
    const onHide = () => globalThis.document.visibilityState === 'hidden' && void desk.flush()
    globalThis.document.addEventListener('visibilitychange', onHide)
    return () => {
      globalThis.document.removeEventListener('visibilitychange', onHide)
      void desk.leave()
    }
  }, [desk])

  return {
    state,
    document,
    dirty,
    failure,
    type: (next: string) => desk.put({ type: 'typed', text: next }),
    name: (next: string) => desk.put({ type: 'titled', title: next }),
    flush: desk.flush,
    /** The job of a letter that is not kept yet. */
    setNewJob: desk.setNewJob,
    /** What is written from here on is a version of its own. */
    beginVersion: () => desk.keepNext(true),
    /** The person's choice between two texts; the own one becomes a version of its own. */
    keep: (choice: 'mine' | 'theirs') => {
      desk.keepNext(choice === 'mine')
      desk.put({ type: 'kept', text: choice })
    },
    /** The letter is gone: its text becomes a new one. */
    beginAnew: () => {
      desk.forgetFailure()
      desk.put({ type: 'begun anew' })
    },
  }
}

/** Refusals that another attempt meets again. */
const STUCK: ReadonlySet<string> = new Set(['not_found', 'unsupported', 'bad_input'])

export type Letter = ReturnType<typeof useLetter>
