import clsx from 'clsx'
import { type ReactNode, useId, useState } from 'react'
import { TextField } from '../../ui/field.tsx'

/** One value of a part of the filter. */
export interface FacetOption<V> {
  value: V
  label: string
  face?: ReactNode
  /** Jobs that choosing it alone would show; undefined: not known yet. */
  n: number | undefined
}

/** Values that are shown of a long list until somebody asks for all. */
const FEW = 7

/** Any number of values as boxes, each with its count. A long list is searched, and shows the chosen ones first. */
export function FacetList<V extends string | number>({
  label,
  options,
  chosen,
  searched,
  onText,
  onAdd,
  onChange,
}: {
  /** Names the group: "Remote or on site". */
  label: string
  options: readonly FacetOption<V>[]
  chosen: readonly V[]
  /** Names the field that narrows a long list: "Find a city". */
  searched?: string
  /** What is typed into that field, for options from elsewhere. */
  onText?: (text: string) => void
  /** Takes a typed value that is not among the options. */
  onAdd?: (text: string) => void
  onChange: (chosen: V[]) => void
}) {
  const [text, setText] = useState('')
  const type = (next: string) => {
    setText(next)
    onText?.(next)
  }
  const [all, setAll] = useState(false)
  const wanted = text.trim().toLowerCase()
  const found = options.filter(one => one.label.toLowerCase().includes(wanted))
  const long = searched !== undefined && options.length > FEW + 1
  const shown = !long || all ? found : found.filter((one, index) => index < FEW || chosen.includes(one.value))
  const toggle = (value: V) =>
    onChange(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value])
  return (
    <div className="flex flex-col gap-1">
      {long ? (
        <TextField
          label={searched}
          hideLabel
          type="search"
          placeholder={searched}
          value={text}
          onChange={event => type(event.target.value)}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: the heading of the section is the legend */}
      <div role="group" aria-label={label}>
        {shown.map(one => (
          <FacetBox
            key={one.value}
            {...one}
            checked={chosen.includes(one.value)}
            onToggle={() => toggle(one.value)}
          />
        ))}
        {found.length === 0 ? <p className="py-1 text-sm text-ink-3">Nothing by this name.</p> : null}
      </div>
      {onAdd && wanted !== '' && !options.some(one => one.label.toLowerCase() === wanted) ? (
        <button
          type="button"
          onClick={() => {
            onAdd(text.trim())
            type('')
          }}
          className="min-h-6 self-start rounded-sm text-sm text-accent hover:text-accent-hover"
        >
          Look for “{text.trim()}”
        </button>
      ) : null}
      {long && found.length > FEW ? (
        <button
          type="button"
          aria-expanded={all}
          onClick={() => setAll(!all)}
          className="min-h-6 self-start rounded-sm text-sm text-accent hover:text-accent-hover"
        >
          {all ? 'Show fewer' : `Show all ${found.length.toLocaleString('en')}`}
        </button>
      ) : null}
    </div>
  )
}

/** One box with its count; a value that no job has is grey, and can be chosen all the same. */
export function FacetBox({
  label,
  face,
  n,
  checked,
  disabled = false,
  onToggle,
}: {
  label: string
  face?: ReactNode
  n: number | undefined
  checked: boolean
  disabled?: boolean
  onToggle: () => void
}) {
  const id = useId()
  return (
    <label
      className={clsx(
        'flex min-h-7 items-center gap-2 rounded-sm px-1 text-sm hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus',
        (n === 0 || disabled) && !checked && 'text-ink-3',
      )}
    >
      <input
        type="checkbox"
        aria-label={label}
        aria-describedby={n === undefined ? undefined : id}
        checked={checked}
        disabled={disabled}
        onChange={onToggle}
        className="size-4 shrink-0 accent-(--accent) outline-none"
      />
      <span className="line-clamp-2 min-w-0 flex-1" title={label}>
        {face ?? label}
      </span>
      <span id={id} className="shrink-0 text-xs text-ink-3 tabular-nums">
        {n?.toLocaleString('en')}
        {n === undefined ? null : <span className="sr-only">{n === 1 ? ' job' : ' jobs'}</span>}
      </span>
    </label>
  )
}
