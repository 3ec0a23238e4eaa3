import type { DocumentRow } from '../../../../../main/contract/documents.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import type { ResumeFit } from '../../../../../main/contract/resumes.ts'

/** A document that may go with an application; `fit` where it was held against the job. */
export interface OfferedDocument {
  row: DocumentRow
  fit: ResumeFit | undefined
}

/**
 * In the order in which they are likely meant: what is for this job, résumés by how well they fit it, the rest of the
 * library, and last what is for other jobs. `best` has the best fit first.
 */
export function offeredDocuments(
  all: readonly DocumentRow[],
  own: readonly DocumentRow[],
  best: readonly ResumeFit[],
  jobId: JobId,
): OfferedDocument[] {
  const places = new Map(best.map((fit, place) => [fit.documentId, { fit, place }]))
  const group = ({ documentId, job }: DocumentRow): number => {
    if (job?.jobId === jobId) return 0
    if (job !== null) return 3
    return places.has(documentId) ? 1 : 2
  }
  const place = ({ documentId }: DocumentRow): number => places.get(documentId)?.place ?? best.length
  const rows = new Map([...own, ...all].map(row => [row.documentId, row]))
  return [...rows.values()]
    .toSorted((left, right) => group(left) - group(right) || place(left) - place(right))
    .map(row => ({ row, fit: places.get(row.documentId)?.fit }))
}
