import { X } from 'lucide-react'
import { useRef } from 'react'

/** Chosen things as chips, each with a button that takes it away. */
export function Chips({
  label,
  values,
  nameOf = value => value,
  onRemove,
}: {
  label: string
  values: readonly string[]
  nameOf?: (value: string) => string
  onRemove: (value: string) => void
}) {
  const list = useRef<HTMLUListElement>(null)
  if (values.length === 0) return null
  const remove = (value: string, at: number) => {
    onRemove(value)
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('button') ?? []
      const next = buttons[Math.min(at, buttons.length - 1)]
      next?.focus()
    })
  }
  return (
    <ul ref={list} aria-label={label} className="flex flex-wrap gap-1">
      {values.map((value, index) => (
        <li key={value} className="inline-flex max-w-full items-center rounded-sm bg-pressed pl-2 text-sm">
          <span className="truncate">{nameOf(value)}</span>
          <button
            type="button"
            aria-label={`Remove ${nameOf(value)}`}
            onClick={() => remove(value, index)}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
