import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import { client, queryClient } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { readDraft, writeDraft } from './notes-draft.ts'
import { isDirty, joinNotes, nextNotes, openNotes } from './notes-state.ts'

/** A pause in typing after which notes are saved, and the pause after a failed attempt. */
const SAVE_MS = 600
const RETRY_MS = 3_000

/** The person's own notes on a job. They save themselves; two versions are never merged or dropped by themselves. */
export function JobNotes({ jobId, notes, version }: { jobId: JobId; notes: string; version: number }) {
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
      if (latest.current.typed === typed) writeDraft(jobId, null)
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

  const keep = (text: string) => {
    writeDraft(jobId, theirs && text === theirs.text ? null : { text, basedOn: theirs?.version ?? version })
    send({ type: 'kept', text })
  }
  return (
    <Section
      title="Notes"
      action={
        <span role="status" className={`text-xs ${phase === 'failed' ? 'text-warn' : 'text-ink-3'}`}>
          {theirs ? '' : savedWords(phase, dirty, typed === '')}
        </span>
      }
    >
      <TextArea
        label="Notes on this job"
        hideLabel
        rows={4}
        maxLength={200_000}
        placeholder="What to remember: people, questions, salary talk"
        value={typed}
        onChange={event => {
          writeDraft(jobId, { text: event.target.value, basedOn: latest.current.version })
          send({ type: 'typed', text: event.target.value })
        }}
        onBlur={() => {
          if (dirty && theirs === null && phase === 'idle') void save()
        }}
      />
      {phase === 'failed' && dirty && theirs === null ? (
        <p className="pt-1 text-sm text-ink-2">
          {failure.current} What you typed is kept here and is saved as soon as it can be.
        </p>
      ) : null}
      {theirs ? (
        <div role="alert" className="mt-2 flex flex-col gap-2 rounded border border-warn bg-warn-soft p-3">
          <p className="text-sm">
            <strong className="font-medium">These notes were changed elsewhere as well.</strong> Your text
            stands above, the other below. Neither is lost; choose what to keep.
          </p>
          <TextArea label="The other notes" readOnly rows={2} value={theirs.text} />
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => keep(joinNotes(theirs.text, typed))}>
              Keep both
            </Button>
            <Button size="small" onClick={() => keep(typed)}>
              Keep mine
            </Button>
            <Button size="small" onClick={() => keep(theirs.text)}>
              Keep the other
            </Button>
          </div>
        </div>
      ) : null}
    </Section>
  )
}

function savedWords(phase: 'idle' | 'saving' | 'failed', dirty: boolean, empty: boolean): string {
  if (phase === 'failed' && dirty) return 'Not saved yet'
  if (phase === 'saving' || dirty) return 'Saving'
  return empty ? '' : 'Saved'
}
