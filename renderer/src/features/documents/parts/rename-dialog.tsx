import { type FormEvent, useState } from 'react'
import { DocumentTitle } from '../../../../../main/contract/documents.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'

const FORM = 'document-rename'

/** A new name for a document; its files keep theirs. */
export function RenameDialog({
  title,
  onRename,
  onClose,
}: {
  title: string
  onRename: (title: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState(title)
  const [problem, setProblem] = useState<string>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = DocumentTitle.safeParse(text)
    if (!read.success) return setProblem(read.error.issues[0]?.message)
    if (read.data !== title) onRename(read.data)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Rename"
      width="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={FORM}>
            Rename
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={submit}>
        <TextField
          label="Name"
          maxLength={200}
          value={text}
          error={problem}
          onFocus={event => event.currentTarget.select()}
          onChange={event => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}
