import { FieldFrame, type FieldWords, useFieldIds } from './field.tsx'

/** A number in a range by pointer or arrow keys, with the number beside it. */
export function Slider({
  label,
  hideLabel,
  hint,
  error,
  value,
  onChange,
  min = 0,
  max = 100,
  step = 1,
  className,
}: FieldWords & {
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  className?: string
}) {
  const { id, aria } = useFieldIds({ hint, error })
  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, error, className }}>
      <div className="flex items-center gap-3">
        <input
          type="range"
          {...aria}
          {...{ min, max, step, value }}
          onChange={event => onChange(event.target.valueAsNumber)}
          className="h-6 min-w-0 flex-1 accent-(--accent)"
        />
        <output htmlFor={id} className="w-8 shrink-0 text-right text-sm">
          {value}
        </output>
      </div>
    </FieldFrame>
  )
}
