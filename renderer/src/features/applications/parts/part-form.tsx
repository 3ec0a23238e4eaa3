import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import type { z } from 'zod'
import { Button } from '../../../ui/button.tsx'
import { focusInvalid } from '../../../ui/focus.ts'

/** What is wrong with each field of a draft, by its name. */
export type Problems = Record<string, string>

/** What a schema finds wrong with a draft: the first thing for each field. Empty: nothing. */
export function problemsOf(schema: z.ZodType, draft: unknown): Problems {
  const read = schema.safeParse(draft)
  if (read.success) return {}
  const found: Problems = {}
  for (const { path, message } of read.error.issues) found[String(path[0] ?? '')] ??= message
  return found
}

/**
 * A form that opens inside of a part: the focus goes to its first field, Esc and Cancel leave it, and a problem takes
 * the focus to its field.
 */
export function PartForm({
  label,
  verb,
  busy,
  problems,
  onSubmit,
  onCancel,
  children,
}: {
  /** Names the form to screen readers. */
  label: string
  /** The text of the button that saves. */
  verb: string
  busy: boolean
  problems: Problems
  onSubmit: () => void
  onCancel: () => void
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input,select,textarea')?.focus(), [])
  useEffect(() => {
    if (Object.keys(problems).length > 0) focusInvalid(form.current)
  }, [problems])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onSubmit()
  }
  return (
    <form
      ref={form}
      noValidate
      data-escape
      aria-label={label}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
      className="flex flex-col gap-3 rounded border border-line bg-sunken p-3"
    >
      {children}
      {problems[''] ? (
        <p role="alert" className="text-sm text-bad">
          {problems['']}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" type="submit" look="primary" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
