import { useQuery } from '@tanstack/react-query'
import { Download, FilePen, Lock, Paperclip, PenLine, RefreshCw, Send, Unlink } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { AttachedDocument } from '../../../../../main/contract/documents.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { useChange } from '../../../app/changes.ts'
import { ask, client } from '../../../app/core.ts'
import { errorText } from '../../../app/error-text.ts'
import { failureToast } from '../../../app/failure.tsx'
import { errorOf } from '../../../transport/client.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Section } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast-store.ts'
import { When } from '../../../ui/when.tsx'
import { FORMAT_LABELS, KIND_LABELS } from '../../documents/document-words.ts'
import { downloadVersion } from '../../documents/download.ts'
import { exportLetter, LETTER_FORMATS } from '../../letters/letter-export.tsx'
import { AttachDialog } from './attach-dialog.tsx'

/** What goes, or went, with an application: the exact versions. What was sent is locked. */
export function Documents({ jobId }: { jobId: JobId }) {
  const { data, error, refetch } = useQuery(ask('documents', 'attached', { jobId }))
  const [choosing, setChoosing] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  // What is taken off takes its buttons along: the focus goes to where something is added.
  const count = data?.length ?? 0
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) adder.current?.focus()
    before.current = count
  }, [count])
  return (
    <Section
      title="Documents"
      action={
        <div className="flex flex-wrap items-center">
          <Button ref={adder} size="small" look="quiet" icon={Paperclip} onClick={() => setChoosing(true)}>
            Attach
          </Button>
          <Link
            to={`/letters/new?jobId=${jobId}`}
            className="inline-flex min-h-7 items-center gap-1.5 rounded px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink"
          >
            <FilePen aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            Write a letter
          </Link>
        </div>
      }
    >
      {data ? (
        data.length === 0 ? (
          <p className="text-sm text-ink-3">
            Nothing is attached. What is attached when you move the job to Applied is kept as it was sent.
          </p>
        ) : (
          <ul aria-label="Attached documents" className="flex flex-col">
            {data.map(one => (
              <Attached key={one.versionId} jobId={jobId} one={one} />
            ))}
          </ul>
        )
      ) : error ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0">{errorText(errorOf(error)).what}</span>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status" aria-label="Loading: Documents" className="flex flex-col gap-2 py-1">
          <Skeleton className="h-4 w-3/5" />
        </div>
      )}
      <AttachDialog jobId={jobId} open={choosing} attached={data ?? []} onClose={() => setChoosing(false)} />
    </Section>
  )
}

function Attached({ jobId, one }: { jobId: JobId; one: AttachedDocument }) {
  const { versionId, title, kind, format, version, sentAt, newerVersion } = one
  const detach = useChange(client.documents.detach)
  const send = useChange(client.documents.markSent)
  const use = useChange(async () => {
    const { current } = await client.documents.get({ documentId: one.documentId })
    return client.documents.attach({ jobId, versionId: current.versionId })
  })
  const download = () =>
    downloadVersion(versionId).then(
      name => toast(`${name} was handed to your downloads`),
      (failed: unknown) => failureToast(failed),
    )
  const name = `${title}, version ${version}`
  return (
    <li className="flex items-start gap-2 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <Link
          to={`/documents/${one.documentId}`}
          className="inline-block min-h-6 max-w-full font-medium break-words hover:underline"
        >
          {title}
        </Link>
        <p className="text-sm text-ink-2">
          {KIND_LABELS[kind]} · {FORMAT_LABELS[format]} · version {version}
        </p>
        {sentAt ? (
          <p className="flex items-center gap-1 text-sm text-ink-2">
            <Lock aria-hidden className="size-3.5 shrink-0" />
            <span>
              Sent <When at={sentAt} />, kept as it was
            </span>
          </p>
        ) : (
          <p className="text-sm text-ink-3">Not sent yet</p>
        )}
        {newerVersion !== null && sentAt === null ? (
          <Button
            size="small"
            icon={RefreshCw}
            className="mt-1"
            busy={use.isPending}
            onClick={() => use.mutate(undefined)}
          >
            Use version {newerVersion}
          </Button>
        ) : null}
      </div>
      <div className="flex shrink-0 flex-wrap justify-end">
        {sentAt === null ? (
          <IconButton
            label={`Mark as sent: ${name}`}
            icon={Send}
            onClick={() => send.mutate({ jobId, versionId })}
          />
        ) : null}
        {format === 'md' && sentAt === null ? <EditLink one={one} /> : null}
        {format === 'md' ? (
          <Menu
            align="end"
            trigger={<IconButton label={`Download: ${name}`} icon={Download} />}
            entries={LETTER_FORMATS.map(({ format: to, label, icon }) => ({
              label,
              icon,
              onSelect: () => void exportLetter(versionId, to).catch(failureToast),
            }))}
          />
        ) : (
          <IconButton label={`Download: ${name}`} icon={Download} onClick={() => void download()} />
        )}
        {sentAt === null ? (
          <IconButton
            label={`Take off: ${name}`}
            icon={Unlink}
            onClick={() => detach.mutate({ jobId, versionId })}
          />
        ) : null}
      </div>
    </li>
  )
}

function EditLink({ one: { documentId, title } }: { one: AttachedDocument }) {
  return (
    <Link
      to={`/letters/${documentId}`}
      aria-label={`Write on: ${title}`}
      className="inline-flex size-7 shrink-0 items-center justify-center rounded text-ink-2 hover:bg-hover hover:text-ink"
    >
      <PenLine aria-hidden className="size-4" strokeWidth={1.75} />
    </Link>
  )
}
