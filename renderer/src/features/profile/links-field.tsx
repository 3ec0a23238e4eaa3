import { Plus, X } from 'lucide-react'
import { useRef } from 'react'
import type { FieldErrors } from 'react-hook-form'
import type { Profile } from '../../../../main/contract/profile.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

type Links = Profile['links']

const MOST = 30

/** Addresses on the web: a name and where it leads. */
export function LinksField({
  value,
  onChange,
  errors,
  problem,
}: {
  value: Links
  onChange: (value: Links) => void
  errors: FieldErrors<Profile>['links']
  problem: string | undefined
}) {
  const box = useRef<HTMLDivElement>(null)
  const change = (at: number, changed: Partial<Links[number]>) =>
    onChange(value.map((link, index) => (index === at ? { ...link, ...changed } : link)))
  const add = () => {
    onChange([...value, { label: '', url: '' }])
    requestAnimationFrame(() => {
      const fields = box.current?.querySelectorAll<HTMLElement>('li input') ?? []
      fields[fields.length - 2]?.focus()
    })
  }
  const remove = (at: number) => {
    onChange(value.filter((_, index) => index !== at))
    requestAnimationFrame(() => {
      const buttons = box.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
      const next = buttons[at] ?? box.current?.querySelector<HTMLElement>('[data-add]')
      next?.focus()
    })
  }
  return (
    <div ref={box} className="@container flex flex-col items-start gap-2">
      {value.length === 0 ? null : (
        <ul aria-label="Your links" className="flex w-full flex-col gap-2">
          {value.map((link, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a link has no identity while it is typed
              key={index}
              className="grid grid-cols-[minmax(0,1fr)_1.75rem] items-start gap-x-2 gap-y-1 @min-[32rem]:grid-cols-[10rem_minmax(0,1fr)_1.75rem]"
            >
              <TextField
                className="order-1 @min-[32rem]:order-none"
                label={`Name of link ${index + 1}`}
                hideLabel
                placeholder="Portfolio"
                value={link.label}
                onChange={event => change(index, { label: event.target.value })}
                error={errors?.[index]?.label?.message}
              />
              <TextField
                className="order-3 @min-[32rem]:order-none"
                label={`Address of link ${index + 1}`}
                hideLabel
                inputMode="url"
                spellCheck={false}
                placeholder="https://example.org"
                value={link.url}
                onChange={event => change(index, { url: event.target.value })}
                error={errors?.[index]?.url?.message}
              />
              <IconButton
                label={`Remove ${link.label || link.url || `link ${index + 1}`}`}
                icon={X}
                data-remove
                className="order-2 mt-0.5 @min-[32rem]:order-none"
                onClick={() => remove(index)}
              />
            </li>
          ))}
        </ul>
      )}
      {problem ? <p className="text-xs text-bad">{problem}</p> : null}
      {value.length < MOST ? (
        <Button size="small" icon={Plus} data-add onClick={add}>
          Add a link
        </Button>
      ) : null}
    </div>
  )
}
