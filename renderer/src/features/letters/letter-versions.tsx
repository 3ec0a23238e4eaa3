import { useQuery } from '@tanstack/react-query'
import { FilePlus2, FileText, History, Lock } from 'lucide-react'
import { useState } from 'react'
import type { DocumentVersion, DocumentView } from '../../../../main/contract/documents.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Menu } from '../../ui/menu.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'
import { whenText } from '../../ui/when-text.ts'
import { LetterPreview } from './letter-preview.tsx'

/** So many stand in the menu; the page of the document has them all. */
const MOST = 20

/** The versions of a letter: each can be looked at and be brought back, and a new one be begun. */
export function LetterVersions({
  document,
  flush,
  onBegin,
}: {
  document: DocumentView
  /** Saves what is not saved yet; null: it could not be. */
  flush: () => Promise<unknown>
  onBegin: () => void
}) {
  const [looked, setLooked] = useState<DocumentVersion | null>(null)
  const { history, current } = document
  const now = new Date()
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button icon={History}>
            <span>
              Version <span className="tabular-nums">{current.version}</span>
            </span>
          </Button>
        }
        entries={[
          { heading: 'Look at a version' },
          ...history.slice(0, MOST).map(version => ({
            label: `Version ${version.version}, ${whenText(version.createdAt, now)}${version.sentAt ? ', sent' : ''}`,
            icon: version.sentAt ? Lock : FileText,
            ...(version.versionId === current.versionId ? { checked: true } : {}),
            onSelect: () => setLooked(version),
          })),
          'separator',
          {
            label: 'Begin a new version',
            icon: FilePlus2,
            onSelect: () => {
              onBegin()
              toast(`What you write next becomes version ${current.version + 1}`)
            },
          },
        ]}
      />
      {looked ? (
        <Look
          version={looked}
          isCurrent={looked.versionId === current.versionId}
          flush={flush}
          onClose={() => setLooked(null)}
        />
      ) : null}
    </>
  )
}

function Look({
  version,
  isCurrent,
  flush,
  onClose,
}: {
  version: DocumentVersion
  isCurrent: boolean
  flush: () => Promise<unknown>
  onClose: () => void
}) {
  const { versionId } = version
  const { data, error, refetch } = useQuery(ask('letters', 'read', { versionId }))
  const restore = useChange(async () => {
    // What was typed last is a version too, before another one takes its place.
    await flush()
    return client.documents.restore({ versionId })
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Version ${version.version}`}
      description={
        version.sentAt ? (
          <>
            Written <When at={version.createdAt} />, sent <When at={version.sentAt} />. It stays as it was
            sent.
          </>
        ) : (
          <>
            Written <When at={version.createdAt} />
            {isCurrent ? ', and in use' : ''}
          </>
        )
      }
      footer={
        isCurrent ? null : (
          <>
            <Button onClick={onClose}>Close</Button>
            <Button
              look="primary"
              busy={restore.isPending}
              onClick={() => restore.mutate(undefined, { onSuccess: onClose })}
            >
              Restore this version
            </Button>
          </>
        )
      }
    >
      {data ? (
        <div className="rounded border border-line bg-surface p-4">
          <LetterPreview text={data.markdown} />
        </div>
      ) : error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={3} label="Loading the version" />
      )}
    </Dialog>
  )
}
