import clsx from 'clsx'
import { CircleAlert } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

export const CONTROL =
  'w-full rounded border border-control bg-surface px-2.5 text-base text-ink placeholder:text-ink-3 ' +
  'hover:border-ink-3 disabled:opacity-50 aria-invalid:border-bad'

export interface FieldWords {
  label: string
  /** Said to screen readers only, where the place makes the label plain to the eye. */
  hideLabel?: boolean | undefined
  hint?: ReactNode
  /** What is wrong and what to do; the control is marked as invalid. */
  error?: string | undefined
}

/** The ids that tie a control to its words, for `FieldFrame`. */
export function useFieldIds({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    aria: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined },
  }
}

/** Label above, hint and error below. `group` for controls that are several inputs. */
export function FieldFrame({
  id,
  label,
  hideLabel,
  hint,
  error,
  group = false,
  className,
  children,
}: FieldWords & { id: string; group?: boolean; className?: string | undefined; children: ReactNode }) {
  const Label = group ? 'span' : 'label'
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <Label
        id={`${id}-label`}
        {...(group ? {} : { htmlFor: id })}
        className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}
      >
        {label}
      </Label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** One line of text. Takes react-hook-form's `register` as it is. */
export function TextField({
  label,
  hideLabel,
  hint,
  error,
  className,
  ...rest
}: FieldWords & Omit<ComponentProps<'input'>, 'id'>) {
  const { id, aria } = useFieldIds({ hint, error })
  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, error, className }}>
      <input type="text" autoComplete="off" {...rest} {...aria} className={clsx(CONTROL, 'h-8')} />
    </FieldFrame>
  )
}

/** Several lines of text; grows with its content. */
export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  className,
  ...rest
}: FieldWords & Omit<ComponentProps<'textarea'>, 'id'>) {
  const { id, aria } = useFieldIds({ hint, error })
  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, error, className }}>
      <textarea
        rows={3}
        {...rest}
        {...aria}
        className={clsx(CONTROL, 'field-sizing-content max-h-96 py-1.5')}
      />
    </FieldFrame>
  )
}
