import clsx from 'clsx'
import { CircleAlert, CircleCheck, Undo2, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { Button, IconButton } from './button.tsx'
import { returnFocus } from './focus.ts'
import { currentToasts, dismissToast, subscribeToasts, type Toast } from './toast-store.ts'

/** Long enough to notice, read and reach the button; the clock stands while the pointer or the focus is on it. */
const STANDS_MS = 12_000

/** `after`: how many stand behind this one on a narrow screen; null: a newer one hides it there. */
function ToastCard({ toast, after }: { toast: Toast; after: number | null }) {
  const close = () => {
    // The list has it by now when the button of the message had it; there it would keep the others standing for ever.
    const inside = document.activeElement?.closest('[data-toast],[data-toasts]') !== null
    dismissToast(toast.id)
    if (inside) returnFocus()
  }
  return (
    <Radix.Root
      data-toast
      data-floating
      duration={STANDS_MS}
      onOpenChange={open => !open && close()}
      className={clsx(
        'flex items-start gap-2 rounded border border-line bg-raised p-2 pl-3 text-sm shadow-float animate-float',
        after === null && 'max-md:hidden',
      )}
    >
      {toast.tone === 'good' ? (
        <CircleCheck aria-hidden className="mt-1.5 size-4 shrink-0 text-good" />
      ) : null}
      {toast.tone === 'bad' ? <CircleAlert aria-hidden className="mt-1.5 size-4 shrink-0 text-bad" /> : null}
      <div className="min-w-0 flex-1 py-1">
        <Radix.Title>{toast.title}</Radix.Title>
        {toast.description ? (
          <Radix.Description className="text-ink-2">{toast.description}</Radix.Description>
        ) : null}
        {after ? (
          <p className="text-xs text-ink-2 md:hidden">
            {after === 1 ? 'and 1 message more' : `and ${after} messages more`}
          </p>
        ) : null}
      </div>
      {toast.onUndo ? (
        <Radix.Action asChild altText="Undo with Ctrl+Z" onClick={() => void toast.onUndo?.()}>
          <Button size="small" look="accent" icon={Undo2}>
            Undo
          </Button>
        </Radix.Action>
      ) : null}
      {toast.action ? (
        <Radix.Action asChild altText={toast.action.label} onClick={toast.action.run}>
          <Button size="small" look="accent">
            {toast.action.label}
          </Button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton label="Dismiss" icon={X} />
      </Radix.Close>
    </Radix.Root>
  )
}

/**
 * The place of toasts, below right; F8 goes there. On narrow screens only the newest shows. They stand above the page
 * and below what opens over it, so that they never cover what somebody has just opened.
 */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToasts, currentToasts)
  return (
    <Radix.Provider label="Message" swipeDirection="right">
      {toasts.map((toast, index) => (
        <ToastCard key={toast.id} toast={toast} after={index === toasts.length - 1 ? index : null} />
      ))}
      <Radix.Viewport
        data-toasts
        data-floating
        label="Messages ({hotkey})"
        className="fixed right-3 bottom-14 z-45 flex w-96 max-w-[calc(100vw-1.5rem)] flex-col gap-2 outline-none md:bottom-3"
      />
    </Radix.Provider>
  )
}
