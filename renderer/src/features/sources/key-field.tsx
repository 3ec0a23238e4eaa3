import { TriangleAlert } from 'lucide-react'
import type { SourceKeyNeed } from '../../../../main/contract/sources.ts'
import { TextField } from '../../ui/field.tsx'

/** Takes a key; says for which host it is. What was entered once is never shown again. */
export function KeyField({
  need,
  value,
  error,
  onChange,
}: {
  need: SourceKeyNeed
  value: string
  error?: string | undefined
  onChange: (value: string) => void
}) {
  return (
    <TextField
      label={need.label}
      hint={
        <>
          {need.hint} Sent to {need.host} only.
        </>
      }
      type={need.secret ? 'password' : 'text'}
      autoComplete={need.secret ? 'new-password' : 'off'}
      spellCheck={false}
      value={value}
      error={error}
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** What a person should know before a key is entered here; nothing when keys are safe. */
export function KeyWarning({ warning }: { warning: string | null }) {
  return warning === null ? null : (
    <p className="flex items-start gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      {warning}
    </p>
  )
}
