import { CalendarClock } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { JobId } from '../../../../main/contract/ids.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { fromField, toField } from '../applications/moment-text.ts'
import { LONGEST_REMINDER } from './reminder-form.tsx'
import { quickTimes } from './reminder-times.ts'
import type { ReminderActs } from './use-reminder-acts.ts'

/**
 * A line to write what to remember, and the times to choose with one press. Without words the suggestion is taken;
 * with an empty one, words are needed.
 */
export function AddReminder({
  jobId,
  suggestion,
  acts,
}: {
  jobId: JobId | null
  suggestion: string
  acts: ReminderActs
}) {
  const [text, setText] = useState('')
  const [error, setError] = useState('')
  const [when, setWhen] = useState<string | null>(null)
  const [whenError, setWhenError] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const groupId = useId()
  const add = (dueAt: string) => {
    const words = text.trim() || suggestion
    if (words === '') {
      setError('Write what to remember')
      box.current?.querySelector('input')?.focus()
      return
    }
    acts.save(null, { jobId, text: words, dueAt }, () => {
      setText('')
      setWhen(null)
      // The form of another time leaves with what was added.
      box.current?.querySelector('input')?.focus({ preventScroll: true })
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const at = fromField(when ?? '')
    const problem =
      at === null
        ? 'Choose a day and a time'
        : new Date(at) < new Date()
          ? 'Choose a time that is still to come'
          : ''
    setWhenError(problem)
    if (at !== null && problem === '' && !acts.busy) add(at)
    else box.current?.querySelector<HTMLElement>('[type="datetime-local"]')?.focus()
  }
  return (
    <div ref={box} className="flex flex-col gap-2">
      <TextField
        label="What to remember"
        hideLabel
        maxLength={LONGEST_REMINDER}
        placeholder={suggestion || 'What to remember'}
        value={text}
        error={error || undefined}
        onChange={event => {
          setText(event.target.value)
          setError('')
        }}
        onKeyDown={event => {
          // Enter would have to guess a time: it leads to the times.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          document.getElementById(groupId)?.querySelector('button')?.focus()
        }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels */}
      <div id={groupId} role="group" aria-label="Remind at" className="flex flex-wrap gap-1.5">
        {quickTimes(new Date()).map(({ label, at }) => (
          <Button
            key={label}
            size="small"
            aria-disabled={acts.busy || undefined}
            onClick={() => !acts.busy && add(at)}
          >
            {label}
          </Button>
        ))}
        <Button
          size="small"
          look="quiet"
          icon={CalendarClock}
          aria-expanded={when !== null}
          onClick={() => {
            setWhenError('')
            setWhen(when === null ? toField(quickTimes(new Date())[0]?.at ?? '') : null)
          }}
        >
          Other time
        </Button>
      </div>
      {when === null ? null : (
        <form
          noValidate
          aria-label="Other time"
          onSubmit={submit}
          className="flex flex-wrap items-start gap-1.5"
        >
          <TextField
            label="Day and time"
            hideLabel
            type="datetime-local"
            className="max-w-56 flex-1 basis-44"
            value={when}
            error={whenError || undefined}
            onChange={event => {
              setWhen(event.target.value)
              setWhenError('')
            }}
          />
          <Button type="submit" look="primary" busy={acts.busy}>
            Add
          </Button>
        </form>
      )}
    </div>
  )
}
