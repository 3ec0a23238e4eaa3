import { useMutation, useQuery } from '@tanstack/react-query'
import { Eye, Send } from 'lucide-react'
import { useState } from 'react'
import type { MessagePreview } from '../../../../main/contract/notifications.ts'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { framed } from './mail-frame.ts'

const MESSAGES = [
  { kind: 'briefing', title: 'Morning briefing', name: 'morning briefing' },
  { kind: 'summary', title: 'Evening summary', name: 'evening summary' },
  { kind: 'match', title: 'New matches', name: 'message of new matches' },
] as const
type Kind = (typeof MESSAGES)[number]['kind']

/** The messages of the day as they would be sent now, and sending one. */
export function MailPreview({ canSend }: { canSend: boolean }) {
  const [shown, setShown] = useState<Kind | null>(null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels
    <div role="group" aria-labelledby="mail-preview" className="flex flex-col gap-2">
      <div>
        <h3 id="mail-preview" className="text-base">
          Look at the messages
        </h3>
        <p className="text-sm text-ink-3">As they would be sent now; nothing is sent by looking.</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {MESSAGES.map(({ kind, title }) => (
          <Button key={kind} icon={Eye} onClick={() => setShown(kind)}>
            {title}
          </Button>
        ))}
      </div>
      {shown ? <PreviewDialog kind={shown} canSend={canSend} onClose={() => setShown(null)} /> : null}
    </div>
  )
}

function PreviewDialog({ kind, canSend, onClose }: { kind: Kind; canSend: boolean; onClose: () => void }) {
  const { data, error, refetch } = useQuery({
    ...ask('notifications', 'preview', { kind }),
    // What it would say now, not what it would have said.
    staleTime: 0,
  })
  const message = MESSAGES.find(one => one.kind === kind)
  const send = useMutation({
    mutationFn: (one: 'briefing' | 'summary') => client.notifications.send({ kind: one }),
    onSuccess: () => {
      toast(`The ${message?.name} was made`, {
        tone: 'good',
        description: canSend
          ? 'It goes out over the channels that are switched on for it.'
          : 'It stands among the notifications; email is not set up.',
      })
      onClose()
    },
    onError: failureToast,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      width="wide"
      title={message?.title ?? ''}
      description={data ? `Subject: ${data.subject}` : 'As it would be sent now.'}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {kind === 'match' ? null : (
            <Button look="primary" icon={Send} busy={send.isPending} onClick={() => send.mutate(kind)}>
              Send it now
            </Button>
          )}
        </>
      }
    >
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <Parts message={data} />
      ) : (
        <Skeleton className="h-80 w-full" />
      )}
    </Dialog>
  )
}

/** The two parts of a message: as most programs show it, and as plain text. */
function Parts({ message }: { message: MessagePreview }) {
  return (
    <div className="grid gap-4 pb-2 lg:grid-cols-[3fr_2fr]">
      <section className="flex min-w-0 flex-col gap-1">
        <h3 className="text-sm font-medium">As most programs show it</h3>
        <iframe
          title={`The message: ${message.subject}`}
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={framed(message.html)}
          className="h-[55vh] w-full rounded border border-line bg-white"
        />
      </section>
      <section className="flex min-w-0 flex-col gap-1">
        <h3 className="text-sm font-medium">As plain text</h3>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable frame must be reachable by keyboard
          tabIndex={0}
          className="max-h-[55vh] overflow-auto rounded border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap break-words"
        >
          {message.text}
        </pre>
      </section>
    </div>
  )
}
