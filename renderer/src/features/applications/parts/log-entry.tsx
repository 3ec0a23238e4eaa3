import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { EntryDraft, type EntryKind } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { ENTRY_OPTIONS } from '../application-words.ts'
import { fromField, toField } from '../moment-text.ts'
import { PartForm, type Problems, problemsOf } from './part-form.tsx'
import { MomentField } from './time-fields.tsx'
import { useFocusBack } from './use-focus-back.ts'

/** Writes down a call, an email, a message or a follow-up. */
export function LogEntry({ jobId }: { jobId: JobId }) {
  const [open, setOpen] = useState(false)
  const opener = useFocusBack(open)
  return open ? (
    <EntryForm jobId={jobId} onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button ref={opener} size="small" icon={PencilLine} onClick={() => setOpen(true)}>
        Log a call or message
      </Button>
    </div>
  )
}

function EntryForm({ jobId, onClose }: { jobId: JobId; onClose: () => void }) {
  const [draft, setDraft] = useState(() => ({
    kind: 'call' as EntryKind,
    at: toField(new Date().toISOString()),
    text: '',
  }))
  const [problems, setProblems] = useState<Problems>({})
  const add = useChange(client.applications.addEntry, error => {
    const { field = '', message } = errorOf(error)
    setProblems({ [field.replace('entry.', '')]: message })
  })
  const put = (change: Partial<typeof draft>) => {
    setDraft({ ...draft, ...change })
    setProblems({})
  }
  const submit = () => {
    const at = fromField(draft.at)
    const entry = { ...draft, at: at ?? '' }
    const found = problemsOf(EntryDraft, entry)
    if (at === null) found.at = 'Choose a date and a time.'
    setProblems(found)
    if (Object.keys(found).length > 0) return
    add.mutate({ jobId, entry }, { onSuccess: onClose })
  }
  return (
    <PartForm
      label="What happened"
      verb="Log it"
      busy={add.isPending}
      problems={problems}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div className="flex flex-wrap gap-3">
        <Select
          label="What happened"
          className="flex-1 basis-40"
          value={draft.kind}
          options={ENTRY_OPTIONS}
          onChange={kind => put({ kind })}
        />
        <MomentField
          label="When"
          className="flex-1 basis-48"
          value={draft.at}
          error={problems.at}
          onChange={at => put({ at })}
        />
      </div>
      <TextArea
        label="In your words"
        rows={2}
        maxLength={5_000}
        value={draft.text}
        error={problems.text}
        onChange={event => put({ text: event.target.value })}
      />
    </PartForm>
  )
}
