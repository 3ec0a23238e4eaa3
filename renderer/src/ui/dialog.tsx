import clsx from 'clsx'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import { returnFocus } from './focus.ts'
import { closedTooltipOnly } from './tooltip.tsx'

const isOfFormInside = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-escape]') !== null

const WIDTHS = { small: 'max-w-md', normal: 'max-w-xl', wide: 'max-w-4xl' }

/** A layer over the page. Esc and a click beside it close it; the focus goes back to where it came from. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  width = 'normal',
  reads = false,
  footer,
  children,
}: {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  width?: keyof typeof WIDTHS
  /** Nothing in it takes the focus: the text does, so that keys scroll it. */
  reads?: boolean
  footer?: ReactNode
  children?: ReactNode
}) {
  return (
    <Radix.Root open={open} onOpenChange={next => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-float" />
        <Radix.Content
          data-floating
          data-modal
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={event => {
            // To the first field, or else to the layer itself; never to Close, which stands first.
            const layer = event.currentTarget
            if (!(layer instanceof HTMLElement)) return
            event.preventDefault()
            const field = layer.querySelector<HTMLElement>(
              'input:not([type=hidden],[tabindex="-1"]),textarea,select',
            )
            const goal = field ?? layer.querySelector<HTMLElement>('[data-reads]') ?? layer
            goal.focus()
          }}
          onEscapeKeyDown={event => {
            // A form inside that Esc leaves takes the key for itself.
            if (isOfFormInside(event.target)) event.preventDefault()
          }}
          onKeyDown={event => {
            // The first Esc after the opening may come before the layer listens, and a tooltip of the page below that
            // opened late would take it for itself.
            if (event.key !== 'Escape' || isOfFormInside(event.target)) return
            if (!event.isDefaultPrevented() || closedTooltipOnly(event.nativeEvent)) onClose()
          }}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus()
          }}
          className={clsx(
            'fixed inset-x-2 top-[8vh] z-50 mx-auto flex max-h-[84vh] flex-col rounded border border-line bg-raised shadow-float animate-float',
            WIDTHS[width],
          )}
        >
          <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
            <div className="min-w-0">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-sm text-ink-2">{description}</Radix.Description>
              ) : null}
            </div>
            {/* No tooltip: it would take the first Esc for itself. */}
            <Radix.Close
              aria-label="Close"
              className="inline-flex size-7 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" strokeWidth={1.75} />
            </Radix.Close>
          </header>
          {children ? (
            <div
              className="relative min-h-0 flex-1 overflow-y-auto px-5 py-2"
              {...(reads ? { 'data-reads': true, role: 'group', 'aria-label': title, tabIndex: 0 } : {})}
            >
              {children}
            </div>
          ) : null}
          {footer ? (
            <footer className="flex flex-wrap justify-end gap-2 px-5 pt-2 pb-4">{footer}</footer>
          ) : (
            <div className="pb-3" />
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Asks before what leaves the machine or cannot come back; everything else has Undo instead. */
export function ConfirmDialog({
  open,
  onClose,
  title,
  description,
  verb,
  onConfirm,
}: {
  open: boolean
  onClose: () => void
  title: string
  /** What will be gone, what stays. */
  description: ReactNode
  /** The text of the button: "Delete 12 jobs". */
  verb: string
  onConfirm: () => Promise<void> | void
}) {
  const [busy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      description={description}
      width="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="danger" busy={busy} onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    />
  )
}
