import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { client, queryClient } from '../../../app/core.ts'
import { errorText } from '../../../app/error-text.ts'
import { errorOf } from '../../../transport/client.ts'
import { readDraft, writeDraft } from './notes-draft.ts'
import { isDirty, nextNotes, openNotes } from './notes-state.ts'

/** A pause in typing after which notes are saved, and the pause after a failed attempt. */
const SAVE_MS = 600
const RETRY_MS = 3_000

/** The notes of a job while they are edited: they save themselves; two versions are never merged or dropped. */
export function useNotes(jobId: JobId, notes: string, version: number) {
  const [state, send] = useReducer(nextNotes, null, () => openNotes(notes, version, readDraft(jobId)))
  const failure = useRef('')
  const latest = useRef(state)
  latest.current = state

  const save = useCallback(async () => {
    const { typed, version: basedOn } = latest.current
    send({ type: 'saving' })
    try {
      const saved = await client.applications.saveNotes({ jobId, notes: typed, basedOn })
      send({ type: 'saved', text: typed, version: saved.version })
      // Another window may keep a draft of its own in the meantime.
      if (latest.current.typed === typed && readDraft(jobId)?.text === typed) writeDraft(jobId, null)
    } catch (thrown) {
      const error = errorOf(thrown)
      failure.current = errorText(error).what
      send({ type: 'failed' })
      // The newer text comes with the job; the state keeps both.
      if (error.code === 'conflict') await queryClient.invalidateQueries({ queryKey: ['jobs', 'get'] })
    }
  }, [jobId])

  const dirty = isDirty(state)
  const { phase, theirs, typed } = state
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter starts the pause anew
  useEffect(() => {
    if (!dirty || theirs !== null || phase === 'saving') return
    const timer = setTimeout(() => void save(), phase === 'failed' ? RETRY_MS : SAVE_MS)
    return () => clearTimeout(timer)
  }, [dirty, theirs, phase, typed, save])

  // An answer that crosses our own save is our own save: it waits until that is confirmed.
  useEffect(() => {
    if (phase !== 'saving') send({ type: 'arrived', text: notes, version })
  }, [notes, version, phase])

  // Leaving the page saves at once instead of after the pause.
  useEffect(
    () => () => {
      if (isDirty(latest.current) && latest.current.theirs === null) void save()
    },
    [save],
  )

  return {
    state,
    dirty,
    /** What the last attempt to save said. */
    failure: failure.current,
    type: (text: string) => {
      writeDraft(jobId, { text, basedOn: latest.current.version })
      send({ type: 'typed', text })
    },
    /** Saves without waiting for the pause, when there is something to save. */
    saveNow: () => {
      if (dirty && theirs === null && phase === 'idle') void save()
    },
    /** The person's choice between two versions. */
    keep: (text: string) => {
      writeDraft(jobId, theirs && text === theirs.text ? null : { text, basedOn: theirs?.version ?? version })
      send({ type: 'kept', text })
    },
  }
}
