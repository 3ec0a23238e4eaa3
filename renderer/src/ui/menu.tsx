import clsx from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { rememberAnchor } from './focus.ts'
import { Kbd } from './kbd.tsx'

interface MenuItem {
  label: string
  icon?: LucideIcon
  /** A class for the icon, such as a meaning colour. */
  iconClass?: string
  shortcut?: string
  /** Shows a check mark: the state is on. */
  checked?: boolean
  disabled?: boolean
  danger?: boolean
  onSelect: () => void
}

export type MenuEntry = MenuItem | 'separator' | { heading: string }

const PANEL =
  'z-50 max-h-(--radix-popper-available-height) min-w-48 max-w-80 overflow-y-auto rounded border border-line bg-raised p-1 shadow-float animate-float'
const ITEM =
  'flex min-h-7 items-center gap-2 rounded-sm px-2 text-sm outline-none select-none data-[highlighted]:bg-hover data-[disabled]:opacity-50'

function ItemFace({ item }: { item: MenuItem }) {
  const Icon = item.icon
  return (
    <>
      {Icon ? (
        <Icon
          aria-hidden
          className={clsx('size-4 shrink-0', item.iconClass ?? 'text-ink-3')}
          strokeWidth={1.75}
        />
      ) : null}
      <span className={clsx('flex-1 py-0.5', item.danger && 'text-bad')}>{item.label}</span>
      {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
      {item.checked ? <Check aria-hidden className="size-4 text-accent" /> : null}
    </>
  )
}

function entryKey(entry: MenuEntry, index: number): string {
  if (entry === 'separator') return `separator-${index}`
  return 'heading' in entry ? entry.heading : entry.label
}

function Entries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    const key = entryKey(entry, index)
    if (entry === 'separator') return <Radix.Separator key={key} className="-mx-1 my-1 h-px bg-line" />
    if ('heading' in entry) {
      return (
        <Radix.Label key={key} className="px-2 py-1 text-xs text-ink-3">
          {entry.heading}
        </Radix.Label>
      )
    }
    const shared = {
      disabled: entry.disabled ?? false,
      onSelect: entry.onSelect,
      className: ITEM,
      textValue: entry.label,
    }
    return entry.checked === undefined ? (
      <Radix.Item key={key} {...shared}>
        <ItemFace item={entry} />
      </Radix.Item>
    ) : (
      <Radix.CheckboxItem key={key} {...shared} checked={entry.checked}>
        <ItemFace item={entry} />
      </Radix.CheckboxItem>
    )
  })
}

/** A list of acts that opens from the one button inside `trigger`. Arrow keys, first letters, Esc. */
export function Menu({
  trigger,
  entries,
  align = 'start',
  open,
  onOpenChange,
}: {
  trigger: ReactNode
  entries: readonly MenuEntry[]
  align?: 'start' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  return (
    <Radix.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <Radix.Trigger asChild onPointerDown={event => rememberAnchor(event.currentTarget)}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content data-floating align={align} sideOffset={4} collisionPadding={8} className={PANEL}>
          <Entries entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
