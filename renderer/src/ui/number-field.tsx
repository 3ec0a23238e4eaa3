import clsx from 'clsx'
import { useState } from 'react'
import { CONTROL, FieldFrame, type FieldWords, useFieldIds } from './field.tsx'
import { amountText, parseAmount } from './number-text.ts'

/** A number or nothing. Understands "60k"; shows thousands apart once the person leaves the field. */
export function NumberField({
  label,
  hideLabel,
  hint,
  error,
  value,
  onChange,
  min,
  max,
  unit,
  placeholder,
  disabled,
  className,
}: FieldWords & {
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  /** Shown behind the number, such as "EUR" or "%". */
  unit?: string
  placeholder?: string
  disabled?: boolean
  className?: string
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const parsed = draft === null ? value : parseAmount(draft)
  const own = parsed === null ? undefined : problem(parsed, min, max)
  const shown = error ?? own
  const { id, aria } = useFieldIds({ hint, error: shown })
  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, className }} error={shown}>
      <div className="relative">
        <input
          {...aria}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          disabled={disabled}
          value={draft ?? (value === null ? '' : amountText(value))}
          onChange={event => {
            setDraft(event.target.value)
            const next = parseAmount(event.target.value)
            if (next === null || problem(next, min, max) === undefined) onChange(next)
          }}
          onBlur={() => {
            if (own === undefined) setDraft(null)
          }}
          className={clsx(CONTROL, 'h-8', unit && 'pr-12')}
        />
        {unit ? (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 flex items-center text-sm text-ink-3"
          >
            {unit}
          </span>
        ) : null}
      </div>
    </FieldFrame>
  )
}

function problem(value: number, min: number | undefined, max: number | undefined): string | undefined {
  if (Number.isNaN(value)) return 'Write a number, such as 60,000 or 60k.'
  if (min !== undefined && value < min) return `Write ${amountText(min)} or more.`
  if (max !== undefined && value > max) return `Write ${amountText(max)} or less.`
  return undefined
}
