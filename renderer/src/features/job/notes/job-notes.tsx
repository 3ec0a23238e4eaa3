import { Eye, NotebookPen, Pencil } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useCommands } from '../../../app/commands.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Section } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { openOutside } from '../../contacts/use-contact-acts.ts'
import { toggleTask } from './markdown-edit.ts'
import { NotesArea } from './notes-area.tsx'
import { joinNotes } from './notes-state.ts'
import { useNotes } from './use-notes.ts'

// The reading of Markdown is larger than the rest of the page; most jobs have no notes.
const NoteText = lazy(async () => ({ default: (await import('./note-text.tsx')).NoteText }))

/** The person's own notes on a job, in Markdown: written, or read with boxes to tick. They save themselves. */
export function JobNotes({ jobId, notes, version }: { jobId: JobId; notes: string; version: number }) {
  const { state, dirty, failure, type, saveNow, keep } = useNotes(jobId, notes, version)
  const { phase, theirs, typed } = state
  // What nobody has saved yet is still being written.
  const [writing, setWriting] = useState(typed.trim() === '' || dirty)
  const shownWriting = writing || theirs !== null || typed.trim() === ''
  const area = useRef<HTMLTextAreaElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const wantsArea = useRef(false)
  useEffect(() => {
    if (!writing || !wantsArea.current) return
    wantsArea.current = false
    const { current } = area
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  })
  // What has to be decided on is decided where it is written.
  useEffect(() => {
    if (theirs !== null) setWriting(true)
  }, [theirs])
  const write = () => {
    wantsArea.current = true
    setWriting(true)
    // Written already: the area stands and takes the focus at once.
    area.current?.focus()
  }
  const read = () => {
    saveNow()
    // An empty note has nothing to read; two versions have to be decided on first.
    if (typed.trim() !== '' && theirs === null) setWriting(false)
    toggle.current?.focus()
  }
  useCommands([
    {
      id: 'job.notes',
      title: 'Write notes',
      group: 'Job',
      icon: NotebookPen,
      shortcut: 'n',
      keywords: 'markdown remember',
      run: write,
    },
    {
      id: 'job.notes.read',
      title: shownWriting ? 'Read the notes' : 'Edit the notes',
      group: 'Job',
      icon: shownWriting ? Eye : Pencil,
      shortcut: 'mod+shift+e',
      run: shownWriting ? read : write,
    },
  ])
  return (
    <Section
      title="Notes"
      action={
        <div className="flex items-center gap-2">
          <span role="status" className={`text-xs ${phase === 'failed' ? 'text-warn' : 'text-ink-3'}`}>
            {theirs ? '' : savedWords(phase, dirty, typed === '')}
          </span>
          <Button
            ref={toggle}
            size="small"
            look="quiet"
            icon={shownWriting ? Eye : Pencil}
            aria-disabled={shownWriting && (typed.trim() === '' || theirs !== null) ? true : undefined}
            onClick={shownWriting ? read : write}
          >
            {shownWriting ? 'Read' : 'Edit'}
          </Button>
        </div>
      }
    >
      {shownWriting ? (
        <NotesArea area={area} value={typed} onType={type} onLeave={read} onBlur={saveNow} />
      ) : (
        <div className="break-words">
          <Suspense fallback={<Skeleton className="h-16" />}>
            <NoteText text={typed} onTick={line => type(toggleTask(typed, line))} onOpen={openOutside} />
          </Suspense>
        </div>
      )}
      {phase === 'failed' && dirty && theirs === null ? (
        <p className="pt-1 text-sm text-ink-2">
          {failure} What you typed is kept here and is saved as soon as it can be.
        </p>
      ) : null}
      {theirs ? <TwoVersions mine={typed} theirs={theirs.text} onKeep={keep} area={area} /> : null}
    </Section>
  )
}

/** Both texts, and the choice between them. */
function TwoVersions({
  mine,
  theirs,
  onKeep,
  area,
}: {
  mine: string
  theirs: string
  onKeep: (text: string) => void
  area: { current: HTMLTextAreaElement | null }
}) {
  const choose = (text: string) => {
    onKeep(text)
    area.current?.focus()
  }
  return (
    <div role="alert" className="mt-2 flex flex-col gap-2 rounded border border-warn bg-warn-soft p-3">
      <p className="text-sm">
        <strong className="font-medium">These notes were changed elsewhere as well.</strong> Your text stands
        above, the other below. Neither is lost; choose what to keep.
      </p>
      <TextArea label="The other notes" readOnly rows={2} value={theirs} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => choose(joinNotes(theirs, mine))}>
          Keep both
        </Button>
        <Button size="small" onClick={() => choose(mine)}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => choose(theirs)}>
          Keep the other
        </Button>
      </div>
    </div>
  )
}

function savedWords(phase: 'idle' | 'saving' | 'failed', dirty: boolean, empty: boolean): string {
  if (phase === 'failed' && dirty) return 'Not saved yet'
  if (phase === 'saving' || dirty) return 'Saving'
  return empty ? '' : 'Saved'
}
