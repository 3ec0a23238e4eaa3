import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'

export const TooltipProvider = Radix.Provider

const closedTooltips = new WeakSet<Event>()

/** True for a press of Esc that closed nothing but a tooltip. */
export const closedTooltipOnly = (event: Event): boolean => closedTooltips.has(event)

/** Words that appear on hover and on focus of the one element inside. Never the only place of a fact. */
export function Tooltip({
  text,
  shortcut,
  side = 'bottom',
  children,
}: {
  text: ReactNode
  shortcut?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={4}
          collisionPadding={8}
          onEscapeKeyDown={event => {
            closedTooltips.add(event)
          }}
          className="z-60 flex max-w-80 items-start gap-2 rounded border border-line bg-raised px-2 py-1 text-xs text-ink shadow-float animate-float"
        >
          {text}
          {shortcut ? <Kbd keys={shortcut} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
