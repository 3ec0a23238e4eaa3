import { useState } from 'react'
import { InterviewDraft, type InterviewView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { INTERVIEW_OPTIONS } from '../application-words.ts'
import { fromField, toField } from '../moment-text.ts'
import { PartForm, type Problems, problemsOf } from './part-form.tsx'
import { MomentField } from './time-fields.tsx'

const EMPTY: Omit<InterviewDraft, 'at'> = { kind: 'video', minutes: 60, place: '', people: '', notes: '' }

/** One interview to be written down or changed. */
export function InterviewForm({
  jobId,
  interview,
  onClose,
}: {
  jobId: JobId
  /** null: a new one. */
  interview: InterviewView | null
  onClose: () => void
}) {
  const [draft, setDraft] = useState(() => ({
    kind: interview?.kind ?? EMPTY.kind,
    at: toField(interview?.at ?? null),
    minutes: interview?.minutes ?? EMPTY.minutes,
    place: interview?.place ?? '',
    people: interview?.people ?? '',
    notes: interview?.notes ?? '',
  }))
  const [problems, setProblems] = useState<Problems>({})
  const save = useChange(client.applications.saveInterview, error => {
    const { field = '', message } = errorOf(error)
    setProblems({ [field.replace('interview.', '')]: message })
  })
  const put = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const submit = () => {
    const at = fromField(draft.at)
    const filled = { ...draft, at: at ?? '' }
    const found = problemsOf(InterviewDraft, filled)
    if (at === null) found.at = 'Choose the date and time of the interview.'
    setProblems(found)
    if (Object.keys(found).length > 0) return
    save.mutate({ jobId, interviewId: interview?.id ?? null, interview: filled }, { onSuccess: onClose })
  }
  return (
    <PartForm
      label={interview ? 'Change the interview' : 'New interview'}
      verb="Save interview"
      busy={save.isPending}
      problems={problems}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className="grid gap-3 @min-[28rem]:grid-cols-2">
        <Select
          label="Kind"
          value={draft.kind}
          options={INTERVIEW_OPTIONS}
          onChange={kind => put({ kind })}
        />
        <MomentField
          label="Date and time"
          value={draft.at}
          error={problems.at}
          onChange={at => put({ at })}
        />
        <NumberField
          label="Minutes"
          min={5}
          max={1440}
          value={draft.minutes}
          error={problems.minutes}
          onChange={minutes => put({ minutes: minutes ?? EMPTY.minutes })}
        />
        <TextField
          label="Place or link"
          maxLength={500}
          value={draft.place}
          error={problems.place}
          onChange={event => put({ place: event.target.value })}
        />
      </div>
      <TextField
        label="People"
        hint="Who you will speak with."
        maxLength={500}
        value={draft.people}
        error={problems.people}
        onChange={event => put({ people: event.target.value })}
      />
      <TextArea
        label="Notes"
        rows={2}
        maxLength={20_000}
        value={draft.notes}
        error={problems.notes}
        onChange={event => put({ notes: event.target.value })}
      />
    </PartForm>
  )
}
