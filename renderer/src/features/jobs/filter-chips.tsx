import { X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { type Chip, cleared } from './filter-words.ts'
import type { JobsView } from './jobs-view.ts'

/** The chosen filters above the list. Each goes by a press, or by Delete; the focus stays among them. */
export function FilterChips({
  view,
  chips,
  onChange,
}: {
  view: JobsView
  chips: readonly Chip[]
  onChange: (view: JobsView) => void
}) {
  const box = useRef<HTMLUListElement>(null)
  const removed = useRef<number | null>(null)
  const keys = chips.map(chip => chip.key).join('\n')
  // The chip that took the place of a removed one has the focus, or the button that opens all filters.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are what says that a chip is gone
  useLayoutEffect(() => {
    if (removed.current === null) return
    const left = [...(box.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])]
    const next = left[Math.min(removed.current, left.length - 1)]
    const goal = next ?? document.querySelector<HTMLElement>('[data-filters]')
    removed.current = null
    goal?.focus()
  }, [keys])
  if (chips.length === 0) return null
  const remove = (chip: Chip, index: number) => {
    removed.current = index
    onChange(chip.without)
  }
  return (
    <ul
      ref={box}
      aria-label="Chosen filters"
      className="flex flex-wrap items-center gap-1.5 pb-2 group-has-data-bulk/list:pt-2"
    >
      {chips.map((chip, index) => (
        <li key={chip.key} className="flex max-w-full">
          <button
            type="button"
            data-chip
            aria-label={`Remove the filter “${chip.words}”`}
            onClick={() => remove(chip, index)}
            onKeyDown={event => {
              if (event.key !== 'Delete' && event.key !== 'Backspace') return
              event.preventDefault()
              remove(chip, index)
            }}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-full border border-accent bg-accent-soft pr-1.5 pl-2.5 text-sm hover:bg-pressed"
          >
            <span className="max-w-64 truncate">{chip.words}</span>
            <X aria-hidden className="size-3.5 shrink-0 text-ink-2" />
          </button>
        </li>
      ))}
      <li>
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            onChange(cleared(view))
            document.querySelector<HTMLElement>('[data-filters]')?.focus()
          }}
        >
          Clear all
        </Button>
      </li>
    </ul>
  )
}
