import { Download, Ellipsis, Eye, Lock, RotateCcw, RotateCw } from 'lucide-react'
import type { DocumentVersion, DocumentView } from '../../../../../main/contract/documents.ts'
import { Badge } from '../../../ui/badge.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import { Section } from '../../../ui/page.tsx'
import { When } from '../../../ui/when.tsx'
import { bytesText } from '../../imports/bytes-text.ts'
import { FORMAT_LABELS } from '../document-words.ts'
import { ReadingBadge } from '../reading-badge.tsx'
import type { DocumentActs } from '../use-document-acts.ts'
import { useReadAgain } from './use-read-again.ts'

/** Every version of a document, the newest first; none is lost. */
export function Versions({
  document,
  shown,
  acts,
  onShow,
}: {
  document: DocumentView
  /** The version that is looked at. */
  shown: DocumentVersion
  acts: DocumentActs
  onShow: (version: DocumentVersion) => void
}) {
  const { history, current, versions } = document
  return (
    <Section
      title="Versions"
      lead={history.length > 1 ? 'An older one can be looked at and restored.' : undefined}
    >
      <ul aria-label="Versions" className="flex flex-col">
        {history.map(version => (
          <Line
            key={version.versionId}
            version={version}
            current={version.versionId === current.versionId}
            shown={version.versionId === shown.versionId}
            acts={acts}
            onShow={() => onShow(version)}
          />
        ))}
      </ul>
      {versions > history.length ? (
        <p className="pt-1 text-sm text-ink-2">
          The newest {history.length} of {versions.toLocaleString('en')} versions.
        </p>
      ) : null}
    </Section>
  )
}

function Line({
  version,
  current,
  shown,
  acts,
  onShow,
}: {
  version: DocumentVersion
  current: boolean
  shown: boolean
  acts: DocumentActs
  onShow: () => void
}) {
  const { read } = useReadAgain(version)
  const name = `version ${version.version}`
  const entries: MenuEntry[] = [
    ...(shown ? [] : [{ label: 'Look at it', icon: Eye, onSelect: onShow } satisfies MenuEntry]),
    { label: 'Download', icon: Download, onSelect: () => acts.download([version.versionId]) },
    { label: 'Read it again', icon: RotateCw, onSelect: () => read(null) },
    ...(current
      ? []
      : [
          {
            label: 'Restore as the newest',
            icon: RotateCcw,
            onSelect: () => acts.restore(version.versionId),
          } satisfies MenuEntry,
        ]),
  ]
  return (
    <li
      data-row
      aria-current={shown || undefined}
      className="flex items-start gap-2 border-b border-line py-2 last:border-b-0"
    >
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="font-medium">Version {version.version}</span>
          {current ? <Badge tone="accent">In use</Badge> : null}
          {shown && !current ? <Badge icon={Eye}>Looked at</Badge> : null}
        </p>
        <p className="text-sm break-words text-ink-2">{version.fileName}</p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
          <span>
            {FORMAT_LABELS[version.format]} · {bytesText(version.bytes)} · <When at={version.createdAt} />
          </span>
          <ReadingBadge reading={version.reading} />
        </p>
        {version.sentAt ? (
          <p className="flex items-center gap-1 pt-0.5 text-sm text-ink-2">
            <Lock aria-hidden className="size-3.5 shrink-0" />
            <span>
              Sent <When at={version.sentAt} />, kept as it was
            </span>
          </p>
        ) : null}
      </div>
      <Menu
        align="end"
        trigger={<IconButton label={`More for ${name}`} icon={Ellipsis} />}
        entries={entries}
      />
    </li>
  )
}
