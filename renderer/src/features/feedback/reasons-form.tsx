import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  FEEDBACK_REASONS,
  type FeedbackReason,
  type FeedbackView,
  REASONS,
} from '../../../../main/contract/feedback.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'

/** Why a job is liked or not: any number of reasons, and own words. Each choice is kept at once. */
export function ReasonsForm({
  given,
  onSave,
  onDone,
}: {
  given: FeedbackView
  onSave: (reasons: FeedbackReason[], note: string) => void
  onDone: () => void
}) {
  const [reasons, setReasons] = useState(given.reasons)
  const [note, setNote] = useState(given.note)
  const save = useRef({ kept: given.note, note, reasons, onSave })
  save.current = { ...save.current, note, reasons, onSave }
  // However the panel closes, the words in the field are kept.
  useEffect(
    () => () => {
      const { kept, note, reasons, onSave } = save.current
      if (note.trim() !== kept) onSave(reasons, note.trim())
    },
    [],
  )
  const options = FEEDBACK_REASONS.filter(reason => REASONS[reason].verdict === given.verdict).map(
    reason => ({ value: reason, label: REASONS[reason].label }),
  )
  const choose = (next: FeedbackReason[]) => {
    setReasons(next)
    save.current.kept = note.trim()
    onSave(next, note.trim())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone()
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <MultiSelect
        label={given.verdict === 'up' ? 'What do you like? (optional)' : 'What is wrong? (optional)'}
        options={options}
        value={reasons}
        onChange={choose}
      />
      <TextField
        label="In your own words"
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <div className="flex justify-end">
        <Button type="submit" size="small">
          Done
        </Button>
      </div>
    </form>
  )
}
