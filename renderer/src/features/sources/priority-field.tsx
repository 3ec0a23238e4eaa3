import { type FormEvent, useState } from 'react'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { undoLatest } from '../../app/changes.ts'
import { CONTROL } from '../../ui/field.tsx'
import { isMac } from '../../ui/kbd.tsx'
import { chordOf } from '../../ui/keys.ts'

const MOST = 99

/** The place of a source before the others, 1 to 99; taken over by Enter or on leaving, so that arrows can count up. */
export function PriorityField({
  source,
  onChange,
}: {
  source: Pick<SourceView, 'label' | 'priority'>
  onChange: (priority: number) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    setDraft(null)
    const typed = Number(draft)
    if (draft === null || draft.trim() === '' || !Number.isFinite(typed)) return
    const priority = Math.min(MOST, Math.max(1, Math.round(typed)))
    if (priority !== source.priority) onChange(priority)
  }
  return (
    <form
      noValidate
      className="inline-block w-12"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        commit()
      }}
    >
      <input
        type="number"
        min={1}
        max={MOST}
        aria-label={`Priority of ${source.label}, 1 comes first`}
        value={draft ?? source.priority}
        onChange={event => setDraft(event.target.value)}
        onKeyDown={event => {
          // With nothing typed there is nothing of its own to undo.
          if (draft === null && chordOf(event, isMac) === 'mod+z') {
            event.preventDefault()
            void undoLatest()
          }
          if (draft !== null && event.key === 'Escape') {
            event.stopPropagation()
            setDraft(null)
          }
        }}
        onBlur={commit}
        className={`${CONTROL} h-7 px-1.5 text-right text-sm tabular-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none`}
      />
    </form>
  )
}
