import { Pencil, Plus, X } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'

/** Positions, schools or certificates: a list with the newest first, and a form in place for the one that is edited. */
export function EntriesField<T extends object>({
  name,
  one,
  most,
  value,
  blank,
  compare,
  problems,
  onChange,
  titleOf,
  show,
  form,
}: {
  /** "Your positions". */
  name: string
  /** "position". */
  one: string
  most: number
  value: readonly T[]
  blank: T
  compare: (a: T, b: T) => number
  /** What is wrong, by the place in the list. */
  problems: readonly (string | undefined)[]
  onChange: (value: T[]) => void
  /** What the buttons of an entry name it by. */
  titleOf: (entry: T) => string
  show: (entry: T) => ReactNode
  form: (entry: T, change: (changed: Partial<T>) => void) => ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<number | null>(null)
  const focus = (selector: string) =>
    void requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus())
  const edit = (at: number) => {
    setOpen(at)
    focus('[data-form] input')
  }
  const add = () => {
    onChange([...value, blank])
    edit(value.length)
  }
  const close = (at: number) => {
    setOpen(null)
    focus(`[data-entry="${at}"] [data-edit]`)
  }
  const remove = (at: number) => {
    onChange(value.filter((_, index) => index !== at))
    setOpen(null)
    focus(`[data-entry] [data-edit], [data-add]`)
  }
  // What is edited stays where it is: a date that is typed would move it under the fingers.
  const order = value
    .map((_, index) => index)
    .sort((a, b) => {
      const [first, second] = [value[a], value[b]]
      return first && second && open === null ? compare(first, second) : 0
    })
  return (
    <div ref={box} className="@container flex flex-col items-start gap-2">
      {value.length === 0 ? null : (
        <ul aria-label={name} className="flex w-full flex-col">
          {order.map(at => {
            const entry = value[at]
            if (!entry) return null
            const title = titleOf(entry) || `new ${one}`
            const change = (changed: Partial<T>) =>
              onChange(value.map((each, index) => (index === at ? { ...each, ...changed } : each)))
            return (
              <li key={at} data-entry={at} className="border-t border-line py-2 first:border-t-0">
                {open === at || problems[at] ? (
                  <fieldset
                    data-form
                    data-escape
                    aria-label={`Edit ${title}`}
                    onKeyDown={event => {
                      if (event.key === 'Escape') close(at)
                    }}
                    className="flex min-w-0 flex-col gap-3"
                  >
                    {form(entry, change)}
                    <div className="flex gap-2">
                      <Button size="small" onClick={() => close(at)}>
                        Done
                      </Button>
                      <Button size="small" look="quiet" onClick={() => remove(at)}>
                        Remove
                      </Button>
                    </div>
                  </fieldset>
                ) : (
                  <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2">
                    <div className="min-w-0 break-words">{show(entry)}</div>
                    <div className="flex">
                      <IconButton label={`Edit ${title}`} icon={Pencil} data-edit onClick={() => edit(at)} />
                      <IconButton label={`Remove ${title}`} icon={X} onClick={() => remove(at)} />
                    </div>
                  </div>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {value.length < most ? (
        <Button size="small" icon={Plus} data-add onClick={add}>
          Add a {one}
        </Button>
      ) : null}
    </div>
  )
}
