import clsx from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import { ContextMenu as RadixContext, DropdownMenu as RadixMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { rememberAnchor, returnFocus } from './focus.ts'
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

type Parts = Pick<typeof RadixMenu, 'Item' | 'CheckboxItem' | 'Separator' | 'Label'>

function Entries({ entries, parts: P }: { entries: readonly MenuEntry[]; parts: Parts }) {
  return entries.map((entry, index) => {
    const key = entryKey(entry, index)
    if (entry === 'separator') return <P.Separator key={key} className="-mx-1 my-1 h-px bg-line" />
    if ('heading' in entry) {
      return (
        <P.Label key={key} className="px-2 py-1 text-xs text-ink-3">
          {entry.heading}
        </P.Label>
      )
    }
    const shared = {
      disabled: entry.disabled ?? false,
      onSelect: entry.onSelect,
      className: ITEM,
      textValue: entry.label,
    }
    return entry.checked === undefined ? (
      <P.Item key={key} {...shared}>
        <ItemFace item={entry} />
      </P.Item>
    ) : (
      <P.CheckboxItem key={key} {...shared} checked={entry.checked}>
        <ItemFace item={entry} />
      </P.CheckboxItem>
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
    <RadixMenu.Root
      modal={false}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <RadixMenu.Trigger asChild onPointerDown={event => rememberAnchor(event.currentTarget)}>
        {trigger}
      </RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content data-floating align={align} sideOffset={4} collisionPadding={8} className={PANEL}>
          <Entries entries={entries} parts={RadixMenu} />
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  )
}

/** The same list at the pointer, by right click or the menu key. Never the only way to an act. */
export function ContextMenu({ entries, children }: { entries: readonly MenuEntry[]; children: ReactNode }) {
  return (
    <RadixContext.Root modal={false}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      <RadixContext.Portal>
        <RadixContext.Content
          data-floating
          collisionPadding={8}
          className={PANEL}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus()
          }}
        >
          <Entries entries={entries} parts={RadixContext} />
        </RadixContext.Content>
      </RadixContext.Portal>
    </RadixContext.Root>
  )
}
