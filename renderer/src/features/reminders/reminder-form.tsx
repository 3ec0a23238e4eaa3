import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fromField, toField } from '../applications/moment-text.ts'

/** The longest text of a reminder, as the contract says. */
export const LONGEST_REMINDER = 500

/** Text and time of a reminder, in place. Esc leaves it. `onSave` only with both of them. */
export function ReminderForm({
  text: before,
  dueAt,
  busy,
  onSave,
  onClose,
}: {
  text: string
  /** ISO 8601 UTC. */
  dueAt: string
  busy: boolean
  onSave: (text: string, dueAt: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState(before)
  const [when, setWhen] = useState(() => toField(dueAt))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const at = fromField(when)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (text.trim() === '') form.current?.querySelector('input')?.focus()
    else if (at === null) form.current?.querySelector<HTMLElement>('[type="datetime-local"]')?.focus()
    // Minutes are all that the field holds; an untouched time keeps its seconds.
    else if (!busy) onSave(text.trim(), when === toField(dueAt) ? dueAt : at)
  }
  return (
    <form
      ref={form}
      noValidate
      data-escape
      aria-label="Reminder"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      className="flex w-full flex-col gap-2 py-1"
    >
      <TextField
        label="What to remember"
        maxLength={LONGEST_REMINDER}
        value={text}
        error={tried && text.trim() === '' ? 'Write what to remember' : undefined}
        onChange={event => setText(event.target.value)}
      />
      <TextField
        label="When"
        type="datetime-local"
        value={when}
        error={tried && at === null ? 'Choose a day and a time' : undefined}
        onChange={event => setWhen(event.target.value)}
      />
      <div className="flex flex-wrap gap-1.5">
        <Button type="submit" size="small" look="primary" busy={busy}>
          Save
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
