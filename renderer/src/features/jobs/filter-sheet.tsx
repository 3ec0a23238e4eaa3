import { X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { returnFocus } from '../../ui/focus.ts'

/** The filters over the list, where there is no room beside it. The list follows every choice at once. */
export function FilterSheet({
  open,
  onClose,
  result,
  children,
}: {
  open: boolean
  onClose: () => void
  /** How many jobs there are now: "24 jobs". */
  result: string
  children: ReactNode
}) {
  return (
    <Dialog.Root open={open} onOpenChange={next => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim animate-float" />
        <Dialog.Content
          data-floating
          data-modal
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus()
          }}
          className="fixed inset-y-0 left-0 z-50 flex w-88 max-w-[calc(100vw-2rem)] flex-col border-r border-line bg-raised shadow-float animate-slide"
        >
          <header className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-lg font-semibold">Filters</Dialog.Title>
            <Dialog.Close
              aria-label="Close the filters"
              className="inline-flex size-7 items-center justify-center rounded text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" strokeWidth={1.75} />
            </Dialog.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          <footer className="border-t border-line p-3">
            <Button look="primary" className="w-full" onClick={onClose}>
              Show {result}
            </Button>
          </footer>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The filters beside the list. */
export function FilterAside({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  return (
    <section
      aria-label="Filters"
      data-filter-panel
      className="flex w-64 shrink-0 flex-col border-r border-line"
    >
      <header className="flex min-h-12 items-center justify-between pr-2 pl-4">
        <h2 className="text-base font-semibold">Filters</h2>
        <IconButton label="Close the filters" icon={X} onClick={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </section>
  )
}
