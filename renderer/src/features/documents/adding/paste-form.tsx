import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type DocumentKind, LARGEST_DOCUMENT_TEXT } from '../../../../../main/contract/documents.ts'
import { useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { focusInvalid } from '../../../ui/focus.ts'
import { RadioGroup } from '../../../ui/toggles.tsx'
import type { AddGoal } from './adding-queue.ts'

/** The form's id, for the button that saves. */
export const PASTE_FORM = 'documents-paste'

/** A résumé or letter as a text, with what it is called. */
export function PasteForm({
  goal,
  about,
  onBusy,
  onSaved,
}: {
  goal: AddGoal
  /** The title of the document that gets a version; '' for a new document. */
  about: string
  onBusy: (busy: boolean) => void
  onSaved: () => void
}) {
  const [title, setTitle] = useState(about)
  const [kind, setKind] = useState<DocumentKind>(goal.kind ?? 'resume')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const add = useChange(client.documents.addText, error => {
    setRefused(errorOf(error).message)
    focusInvalid(form.current)
  })
  const { isPending } = add
  useEffect(() => onBusy(isPending), [isPending, onBusy])
  const problems = {
    title: title.trim() === '' ? 'Give it a title.' : undefined,
    text:
      text.trim() === ''
        ? 'Paste or write its text.'
        : text.length > LARGEST_DOCUMENT_TEXT
          ? 'This text is longer than 500,000 letters. Keep it as a file instead.'
          : refused,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (problems.title !== undefined || (problems.text !== undefined && refused === undefined))
      return focusInvalid(form.current)
    if (isPending) return
    add.mutate(
      { text, title: title.trim(), kind, jobId: goal.jobId, documentId: goal.documentId },
      { onSuccess: onSaved },
    )
  }
  return (
    <form ref={form} id={PASTE_FORM} noValidate onSubmit={submit} className="flex flex-col gap-3">
      {goal.documentId === null ? (
        <>
          <TextField
            label="Title"
            maxLength={200}
            value={title}
            error={tried ? problems.title : undefined}
            onChange={event => setTitle(event.target.value)}
          />
          <RadioGroup
            label="What it is"
            options={[
              { value: 'resume', label: 'Résumé' },
              { value: 'cover_letter', label: 'Letter' },
            ]}
            value={kind}
            onChange={setKind}
          />
        </>
      ) : null}
      <TextArea
        label="Text"
        rows={8}
        className="[&_textarea]:max-h-72 [&_textarea]:min-h-32"
        value={text}
        error={tried ? problems.text : undefined}
        onChange={event => {
          setText(event.target.value)
          setRefused(undefined)
        }}
      />
    </form>
  )
}
