import type { DocumentRow } from '../../../../main/contract/documents.ts'
import { DocumentId, DocumentVersionId } from '../../../../main/contract/ids.ts'

/** A résumé that was read, for tests. */
export function documentRow(more: Partial<DocumentRow>): DocumentRow {
  return {
    documentId: DocumentId.parse(1),
    kind: 'resume',
    title: 'Ann Lee',
    job: null,
    createdAt: '2026-11-20T10:00:00.000Z',
    changedAt: '2026-11-20T10:00:00.000Z',
    versions: 1,
    current: {
      versionId: DocumentVersionId.parse(11),
      version: 1,
      fileName: 'ann.pdf',
      format: 'pdf',
      bytes: 120_000,
      createdAt: '2026-11-20T10:00:00.000Z',
      sentAt: null,
      reading: {
        state: 'read',
        message: null,
        pages: 2,
        words: 600,
        language: 'en',
        looksLike: 'resume',
        confidence: 0.9,
        remarks: [],
      },
    },
    used: 0,
    written: false,
    snippet: null,
    ...more,
  }
}
