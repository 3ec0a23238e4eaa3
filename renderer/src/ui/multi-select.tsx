import { Check, Plus, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { CONTROL, FieldFrame, type FieldWords, useFieldIds } from './field.tsx'
import type { Option } from './select.tsx'

/** Any number of a short closed list, all in sight: check boxes in the shape of chips. */
export function MultiSelect<V extends string>({
  label,
  hideLabel,
  hint,
  error,
  options,
  value,
  onChange,
  className,
}: FieldWords & {
  options: readonly Option<V>[]
  value: readonly V[]
  onChange: (value: V[]) => void
  className?: string
}) {
  const { id, aria } = useFieldIds({ hint, error })
  return (
    <FieldFrame id={id} group {...{ label, hideLabel, hint, error, className }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels */}
      <div
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={aria['aria-describedby']}
        className="flex flex-wrap gap-1.5"
      >
        {options.map(option => {
          const on = value.includes(option.value)
          return (
            <label
              key={option.value}
              className="inline-flex min-h-7 items-center gap-1 rounded-full border border-control/60 bg-surface px-2.5 text-sm text-ink-2 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={on}
                onChange={() =>
                  // Kept in the order of the list, whatever the order of the clicks.
                  onChange(
                    options.map(o => o.value).filter(v => (v === option.value ? !on : value.includes(v))),
                  )
                }
              />
              {on ? (
                <Check aria-hidden className="size-3.5 text-accent" />
              ) : (
                <Plus aria-hidden className="size-3.5 text-ink-3" />
              )}
              {option.label}
            </label>
          )
        })}
      </div>
    </FieldFrame>
  )
}

/** Free words as tags. Enter or a comma adds, Backspace in the empty field takes the last away, paste splits. */
export function TagInput({
  label,
  hideLabel,
  hint,
  error,
  value,
  onChange,
  placeholder,
  suggestions,
  onTyped,
  className,
}: FieldWords & {
  value: readonly string[]
  onChange: (value: string[]) => void
  placeholder?: string
  suggestions?: readonly string[]
  /** What is being typed and is no tag yet, to suggest for it. */
  onTyped?: (text: string) => void
  className?: string
}) {
  const { id, aria } = useFieldIds({ hint, error })
  const [draft, setDraft] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const type = (text: string) => {
    setDraft(text)
    onTyped?.(text)
  }
  const add = (text: string) => {
    const known = new Set(value.map(tag => tag.toLowerCase()))
    const fresh = text.split(/[,;\n]/).map(part => part.trim())
    const added = fresh.filter(
      tag => tag !== '' && !known.has(tag.toLowerCase()) && known.add(tag.toLowerCase()),
    )
    if (added.length > 0) onChange([...value, ...added])
    type('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ',' || (event.key === 'Enter' && draft.trim() !== '')) {
      event.preventDefault()
      add(draft)
    }
    if (event.key === 'Backspace' && draft === '' && value.length > 0) onChange(value.slice(0, -1))
  }
  const remove = (tag: string) => {
    onChange(value.filter(other => other !== tag))
    input.current?.focus()
  }

  return (
    <FieldFrame id={id} {...{ label, hideLabel, hint, error, className }}>
      <div
        className={`${CONTROL} flex min-h-8 flex-wrap items-center gap-1 px-1 py-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-1 has-[input:focus-visible]:outline-focus`}
      >
        {value.map(tag => (
          <span key={tag} className="inline-flex max-w-full items-center rounded-sm bg-pressed pl-2 text-sm">
            <span className="truncate">{tag}</span>
            <button
              type="button"
              aria-label={`Remove ${tag}`}
              onClick={() => remove(tag)}
              className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          {...aria}
          ref={input}
          value={draft}
          placeholder={value.length === 0 ? placeholder : undefined}
          list={suggestions ? `${id}-list` : undefined}
          autoComplete="off"
          onChange={event =>
            /[,;\n]/.test(event.target.value) ? add(event.target.value) : type(event.target.value)
          }
          onKeyDown={onKeyDown}
          onBlur={() => draft.trim() !== '' && add(draft)}
          className="h-6 min-w-24 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-ink-3"
        />
        {suggestions ? (
          <datalist id={`${id}-list`}>
            {suggestions.map(word => (
              <option key={word} value={word} />
            ))}
          </datalist>
        ) : null}
      </div>
    </FieldFrame>
  )
}
