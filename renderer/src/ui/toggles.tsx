import clsx from 'clsx'
import { Check, Minus } from 'lucide-react'
import { Checkbox as RadixCheckbox, RadioGroup as RadixRadio, Switch as RadixSwitch } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { FieldFrame, useFieldIds } from './field.tsx'
import type { Option } from './select.tsx'

/** On or off, at once in force. The words stand left, the switch right. */
export function Switch({
  label,
  hideLabel = false,
  hint,
  checked,
  onChange,
  disabled,
}: {
  label: string
  /** Said to screen readers only, where the place makes the label plain to the eye. */
  hideLabel?: boolean
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}) {
  const id = useId()
  return (
    <div className={clsx('flex items-start justify-between gap-4', disabled && 'opacity-60')}>
      <div className={hideLabel ? 'sr-only' : 'min-w-0'}>
        <label htmlFor={id} className="text-base">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-sm text-ink-3">
            {hint}
          </p>
        ) : null}
      </div>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-6 w-10 shrink-0 rounded-full border border-control bg-track transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <RadixSwitch.Thumb className="block size-4 translate-x-1 rounded-full bg-ink-2 transition-transform data-[state=checked]:translate-x-[1.125rem] data-[state=checked]:bg-accent-ink" />
      </RadixSwitch.Root>
    </div>
  )
}

/** A choice that takes effect with the form. `mixed` for "some of them". */
export function Checkbox({
  label,
  hideLabel,
  checked,
  onChange,
  disabled,
  tabIndex,
}: {
  label: ReactNode
  hideLabel?: boolean
  checked: boolean | 'mixed'
  onChange: (checked: boolean) => void
  disabled?: boolean
  tabIndex?: number
}) {
  const id = useId()
  return (
    <div className="flex min-h-6 items-center gap-2">
      <RadixCheckbox.Root
        id={id}
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={state => onChange(state === true)}
        disabled={disabled}
        tabIndex={tabIndex}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded disabled:opacity-50"
      >
        <span className="inline-flex size-4 items-center justify-center rounded-sm border border-control bg-surface in-data-[state=checked]:border-accent in-data-[state=checked]:bg-accent in-data-[state=indeterminate]:border-accent in-data-[state=indeterminate]:bg-accent">
          <RadixCheckbox.Indicator className="text-accent-ink">
            {checked === 'mixed' ? (
              <Minus className="size-3" strokeWidth={3} />
            ) : (
              <Check className="size-3" strokeWidth={3} />
            )}
          </RadixCheckbox.Indicator>
        </span>
      </RadixCheckbox.Root>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-base'}>
        {label}
      </label>
    </div>
  )
}

/** One of few, all in sight, side by side; arrow keys move. */
export function RadioGroup<V extends string>({
  label,
  hideLabel,
  hint,
  options,
  value,
  onChange,
}: {
  label: string
  hideLabel?: boolean
  hint?: ReactNode
  options: readonly (Option<V> & { icon?: ReactNode })[]
  value: V
  onChange: (value: V) => void
}) {
  const { id, aria } = useFieldIds({ hint, error: undefined })
  return (
    <FieldFrame id={id} group label={label} hideLabel={hideLabel} hint={hint}>
      <RadixRadio.Root
        value={value}
        aria-labelledby={`${id}-label`}
        aria-describedby={aria['aria-describedby']}
        onValueChange={next => {
          const chosen = options.find(option => option.value === next)
          if (chosen) onChange(chosen.value)
        }}
        className="flex w-fit max-w-full flex-wrap gap-0.5 rounded border border-control/60 bg-sunken p-0.5"
      >
        {options.map(option => (
          <RadixRadio.Item
            key={option.value}
            value={option.value}
            className="inline-flex min-h-7 items-center gap-1.5 rounded-sm border border-transparent px-2.5 text-sm text-ink-2 hover:text-ink data-[state=checked]:border-control data-[state=checked]:bg-raised data-[state=checked]:font-medium data-[state=checked]:text-ink"
          >
            {option.icon}
            {option.label}
          </RadixRadio.Item>
        ))}
      </RadixRadio.Root>
    </FieldFrame>
  )
}
