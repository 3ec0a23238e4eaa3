import { DocumentKind, type DocumentRow } from '../../../../main/contract/documents.ts'
import { JobId } from '../../../../main/contract/ids.ts'

/** Which documents are shown, as it stands in the address. */
export interface DocumentsView {
  kind: DocumentKind | null
  place: 'library' | 'job' | null
  jobId: JobId | null
  text: string
}

/** Letters of a search; the contract allows 200. */
export const LONGEST_SEARCH = 200

/** Reads the address; what it does not know is left out. */
export function readView(params: URLSearchParams): DocumentsView {
  const kind = DocumentKind.safeParse(params.get('kind'))
  const job = JobId.safeParse(Number(params.get('job') ?? Number.NaN))
  const place = params.get('place')
  return {
    kind: kind.success ? kind.data : null,
    place: place === 'library' || place === 'job' ? place : null,
    jobId: job.success ? job.data : null,
    text: (params.get('q') ?? '').slice(0, LONGEST_SEARCH),
  }
}

/** The address of a view; what is as always is left out. */
export function writeView({ kind, place, jobId, text }: DocumentsView): URLSearchParams {
  const params = new URLSearchParams()
  if (kind) params.set('kind', kind)
  if (place) params.set('place', place)
  if (jobId !== null) params.set('job', String(jobId))
  if (text !== '') params.set('q', text)
  return params
}

/** True when something is left out of the list. */
export const isFiltered = ({ kind, place, jobId, text }: DocumentsView): boolean =>
  kind !== null || place !== null || jobId !== null || text.trim() !== ''

/** The address of a document; one that was found by words in it shows where they stand. */
export const documentPath = (
  { documentId, snippet }: Pick<DocumentRow, 'documentId' | 'snippet'>,
  text: string,
): string =>
  snippet === null
    ? `/documents/${documentId}`
    : `/documents/${documentId}?${new URLSearchParams({ find: text.trim() })}`
