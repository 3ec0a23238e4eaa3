import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { DocumentId, JobId } from '../../../../main/contract/ids.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { isDirty, keptTitle, nextLetter, openLetter, type StoredLetter } from './letter-state.ts'

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
  const [state, send] = useReducer(nextLetter, null, () => openLetter(first, title))
  const [failure, setFailure] = useState<{ code: string; what: string } | null>(null)
  const latest = useRef(state)
  latest.current = state
  const newJob = useRef(jobId)
  const created = useRef(onCreated)
  created.current = onCreated
  /** What is written next becomes a version of its own. */
  const keepNext = useRef(false)
  const running = useRef<Promise<StoredLetter | null> | null>(null)
  const gone = useRef(false)

  const save = useCallback((): Promise<StoredLetter | null> => {
    if (running.current) return running.current
    const { text: markdown, stored } = latest.current
    const name = keptTitle(latest.current)
    send({ type: 'saving' })
    const attempt = async (): Promise<StoredLetter | null> => {
      try {
        const answer = await client.letters.save({
          documentId: stored?.documentId ?? null,
          base: stored?.versionId ?? null,
          basedOn: stored?.hash ?? null,
          title: name,
          markdown,
          jobId: stored ? null : newJob.current,
          keep: keepNext.current,
        })
        const { documentId, versionId, version, hash } = answer
        if (markdown !== stored?.markdown) keepNext.current = false
        const saved = { documentId, versionId, version, hash, title: name, markdown }
        send({ type: 'saved', stored: saved, at: new Date().toISOString() })
        setFailure(null)
        if (stored === null && !gone.current) created.current(documentId)
        return saved
      } catch (thrown) {
        const error = errorOf(thrown)
        setFailure({ code: error.code, what: error.message || errorText(error).what })
        send({ type: 'failed' })
        // The other text comes with the queries below; the state keeps both.
        if (error.code === 'conflict')
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: ['documents', 'get'] }),
            queryClient.invalidateQueries({ queryKey: ['letters', 'read'] }),
          ])
        return null
      } finally {
        running.current = null
      }
    }
    running.current = attempt()
    return running.current
  }, [])

  const dirty = isDirty(state)
  const { phase, theirs, text, title: typedTitle, stored } = state
  const stuck = failure !== null && phase === 'failed' && STUCK.has(failure.code)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    if (!dirty || theirs !== null || phase === 'saving' || stuck) return
    const timer = setTimeout(() => void save(), phase === 'failed' ? RETRY_MS : SAVE_MS)
    return () => clearTimeout(timer)
  }, [dirty, theirs, phase, text, typedTitle, stuck, save])

  const { data: document } = useQuery({
    ...ask('documents', 'get', { documentId: stored?.documentId ?? (0 as DocumentId) }),
    enabled: stored !== null,
  })
  const current = document?.current.versionId
  const { data: read } = useQuery({
    ...ask('letters', 'read', { versionId: current ?? stored?.versionId ?? (0 as never) }),
    enabled: current !== undefined && document?.written === true,
  })
  // An answer that crosses our own save is our own save: it waits until that is confirmed.
  useEffect(() => {
    if (phase === 'saving' || read === undefined || current === undefined) return
    if (read.documentId !== latest.current.stored?.documentId) return
    send({ type: 'arrived', stored: { ...read, versionId: current } })
  }, [read, current, phase])

  // Leaving the page, or looking away from it, saves at once instead of after the pause.
  useEffect(() => {
    gone.current = false
    const saveNow = () => {
      if (isDirty(latest.current) && latest.current.theirs === null) void save()
    }
    const onHide = () => globalThis.document.visibilityState === 'hidden' && saveNow()
    globalThis.document.addEventListener('visibilitychange', onHide)
    return () => {
      globalThis.document.removeEventListener('visibilitychange', onHide)
      gone.current = true
      saveNow()
    }
  }, [save])

  /** Saves what is not saved yet and answers what the core has then; null: it could not be saved, or there is nothing. */
  const flush = async (): Promise<StoredLetter | null> => {
    await running.current
    const now = latest.current
    if (now.theirs !== null) return null
    return isDirty(now) ? save() : now.stored
  }
  return {
    state,
    document,
    dirty,
    failure,
    type: (next: string) => send({ type: 'typed', text: next }),
    name: (next: string) => send({ type: 'titled', title: next }),
    flush,
    /** The job of a letter that is not kept yet. */
    setNewJob: (next: JobId | null) => {
      newJob.current = next
    },
    /** What is written from here on is a version of its own. */
    beginVersion: () => {
      keepNext.current = true
    },
    /** The person's choice between two texts; the own one becomes a version of its own. */
    keep: (choice: 'mine' | 'theirs') => {
      keepNext.current = choice === 'mine'
      send({ type: 'kept', text: choice })
    },
    /** The letter is gone: its text becomes a new one. */
    beginAnew: () => {
      setFailure(null)
      send({ type: 'begun anew' })
    },
  }
}

/** Refusals that another attempt meets again. */
const STUCK: ReadonlySet<string> = new Set(['not_found', 'unsupported', 'bad_input'])

export type Letter = ReturnType<typeof useLetter>
