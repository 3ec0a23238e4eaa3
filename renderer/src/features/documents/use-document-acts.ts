import { useNavigate } from 'react-router'
import type { DocumentKind, DocumentRow } from '../../../../main/contract/documents.ts'
import type { DocumentVersionId, JobId } from '../../../../main/contract/ids.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { toast } from '../../ui/toast-store.ts'
import { openAddDocuments } from './adding/add-opener.ts'
import { copyTitle } from './document-words.ts'
import { documentPath } from './documents-view.ts'
import { downloadVersion } from './download.ts'

/** Documents that are deleted by one command. */
const MOST = 200

async function download(versions: readonly DocumentVersionId[]): Promise<void> {
  try {
    const names: string[] = []
    for (const versionId of versions) names.push(await downloadVersion(versionId))
    toast(
      names.length === 1
        ? `${names[0]} was handed to your downloads`
        : `${names.length} files were handed to your downloads`,
    )
  } catch (error) {
    failureToast(error)
  }
}

/** What can be done to documents; what changes something can be taken back, and the pages follow by events. */
export function useDocumentActs() {
  const navigate = useNavigate()
  const rename = useChange(client.documents.rename)
  const kind = useChange(client.documents.setKind)
  const job = useChange(client.documents.setJob)
  const copy = useChange(client.documents.copy)
  const restore = useChange(client.documents.restore)
  const remove = useChange(client.documents.remove)
  return {
    /** `text`: what the row was found by. */
    open: (row: Pick<DocumentRow, 'documentId' | 'snippet'>, text: string) =>
      void navigate(documentPath(row, text)),
    review: ({ documentId }: Pick<DocumentRow, 'documentId'>) =>
      void navigate(`/documents/${documentId}/review`),
    edit: ({ documentId }: Pick<DocumentRow, 'documentId'>) => void navigate(`/letters/${documentId}`),
    rename: ({ documentId }: Pick<DocumentRow, 'documentId'>, title: string) =>
      rename.mutate({ documentId, title }),
    setKind: ({ documentId }: Pick<DocumentRow, 'documentId'>, to: DocumentKind) =>
      kind.mutate({ documentId, kind: to }),
    /** null: for the library. */
    setJob: ({ documentId }: Pick<DocumentRow, 'documentId'>, jobId: JobId | null) =>
      job.mutate({ documentId, jobId }),
    copy: ({ documentId, title, job: of }: Pick<DocumentRow, 'documentId' | 'title' | 'job'>) =>
      copy.mutate({ documentId, title: copyTitle(title), jobId: of?.jobId ?? null }),
    replace: ({ documentId, title, kind: now }: Pick<DocumentRow, 'documentId' | 'title' | 'kind'>) =>
      openAddDocuments({ documentId, kind: now }, title),
    restore: (versionId: DocumentVersionId, onDone: () => void = () => {}) =>
      restore.mutate({ versionId }, { onSuccess: onDone }),
    download: (versions: readonly DocumentVersionId[]) => void download(versions),
    remove: (rows: readonly Pick<DocumentRow, 'documentId'>[], onDone: () => void = () => {}) =>
      remove.mutate(
        { documentIds: rows.slice(0, MOST).map(({ documentId }) => documentId) },
        { onSuccess: onDone },
      ),
  }
}

export type DocumentActs = ReturnType<typeof useDocumentActs>
