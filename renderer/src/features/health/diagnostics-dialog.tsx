import { useQuery } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide-react'
import { ask } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'

/** Shows every word of what is copied before it is. */
export function DiagnosticsDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery({ ...ask('system', 'diagnostics', {}), staleTime: 0 })
  const copy = () =>
    navigator.clipboard.writeText(data?.text ?? '').then(() => {
      toast('The diagnostics are in the clipboard', { tone: 'good' })
      onClose()
    }, failureToast)
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title="Copy diagnostics"
      description="Helps somebody to help you. This is all of it: no keys, no passwords, nothing about you or your jobs. It goes nowhere until you paste it."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {data ? (
            <Button look="primary" icon={ClipboardCopy} onClick={() => void copy()}>
              Copy
            </Button>
          ) : null}
        </>
      }
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable frame must be reachable by keyboard
          tabIndex={0}
          className="max-h-[55vh] overflow-auto rounded border border-line bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap"
        >
          {data.text}
        </pre>
      ) : (
        <Skeleton className="h-64 w-full" />
      )}
    </Dialog>
  )
}
