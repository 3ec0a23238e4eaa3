import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { CONTROL, FieldFrame, type FieldWords, useFieldIds } from './field.tsx'

export interface Option<V extends string = string> {
  value: V
  label: string
}

/** One of a closed list. A native select: the system's own keys, reading and touch wheel. */
export function Select<V extends string>({
  label,
  hideLabel,
  hint,
  error,
  options,
  value,
  onChange,
  className,
  ...rest
}: FieldWords &
  Omit<ComponentProps<'select'>, 'id' | 'value' | 'onChange' | 'children'> & {
    options: readonly Option<V>[]
    value: V
    onChange: (value: V) => void
  }) {
  const { id, aria } = useFieldIds({ hint, error })
  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, error, className }}>
      <div className="relative">
        <select
          {...rest}
          {...aria}
          value={value}
          onChange={event => {
            const chosen = options.find(option => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className={clsx(CONTROL, 'h-8 appearance-none pr-8')}
        >
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute top-2 right-2 size-4 text-ink-3" />
      </div>
    </FieldFrame>
  )
}
