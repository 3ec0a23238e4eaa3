import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ReviewItem, ReviewPart } from '../../../../../main/contract/resumes.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea, TextField } from '../../../ui/field.tsx'
import { type Edit, type Faults, faultsOf, fieldLabel, PART_LABELS, valuesOf } from './review-items.ts'

const HINTS: Partial<Record<ReviewPart, string>> = {
  start: '2019-03 or 2019',
  end: '2021-04, 2021 or present',
}

/** The person's words in place of the résumé's; Esc leaves it as it was. */
export function EditForm({
  item,
  edit,
  faults: given,
  onDone,
  onCancel,
}: {
  item: ReviewItem
  edit: Edit | undefined
  /** What was refused when it was saved. */
  faults: Faults
  onDone: (edit: Edit) => void
  onCancel: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const [text, setText] = useState(edit?.text ?? item.after)
  const [parts, setParts] = useState(() => valuesOf(item, edit))
  const [faults, setFaults] = useState<Faults>(given)
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const field = first ?? form.current?.querySelector<HTMLElement>('input,textarea')
    field?.focus()
    if (!first && field instanceof HTMLInputElement) field.select()
  }, [])
  const isEntry = item.parts.length > 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const written: Edit = isEntry ? { parts } : { text: text.trim() }
    const wrong = faultsOf(item, written)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) onDone(written)
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of the list mean nothing while something is typed.
    event.stopPropagation()
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }
  const label = fieldLabel(item.field)
  return (
    <form
      ref={form}
      noValidate
      data-escape
      aria-label={`Edit ${label.toLowerCase()}`}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="@container flex flex-col gap-3 py-1"
    >
      {isEntry ? (
        <div className="grid gap-3 @min-[26rem]:grid-cols-2">
          {item.parts.map(({ name }) =>
            name === 'bullets' ? (
              <TextArea
                key={name}
                className="@min-[26rem]:col-span-2"
                label={PART_LABELS[name]}
                value={parts[name] ?? ''}
                error={faults[name]}
                onChange={event => setParts(now => ({ ...now, [name]: event.target.value }))}
              />
            ) : (
              <TextField
                key={name}
                label={PART_LABELS[name]}
                placeholder={HINTS[name]}
                spellCheck={!(name in HINTS)}
                value={parts[name] ?? ''}
                error={faults[name]}
                onChange={event => setParts(now => ({ ...now, [name]: event.target.value }))}
              />
            ),
          )}
        </div>
      ) : item.field === 'summary' ? (
        <TextArea
          label={label}
          value={text}
          error={faults.text}
          onChange={event => setText(event.target.value)}
        />
      ) : (
        <TextField
          label={label}
          value={text}
          error={faults.text}
          onChange={event => setText(event.target.value)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" look="primary" type="submit">
          Use this
        </Button>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
