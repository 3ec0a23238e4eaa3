import { expect, test } from 'vitest'
import { DocumentId, DocumentVersionId, JobId } from '../../../../../main/contract/ids.ts'
import { documentRow } from '../../documents/document.fixture.ts'
import { offeredDocuments } from './offered-documents.ts'

const here = JobId.parse(7)
const row = (id: number, title: string, jobId: number | null = null) =>
  documentRow({
    documentId: DocumentId.parse(id),
    title,
    job: jobId === null ? null : { jobId: JobId.parse(jobId), title: 'Nurse', company: 'Care' },
  })
const fits = (id: number, score: number) => ({
  documentId: DocumentId.parse(id),
  versionId: DocumentVersionId.parse(id),
  title: '',
  score,
  lessSure: false,
  covered: 1,
  missing: 1,
})

test('what is for this job comes first, then résumés by fit, then the rest, then what is for other jobs', () => {
  const all = [row(1, 'other job', 9), row(2, 'letter'), row(3, 'good'), row(4, 'best'), row(5, 'of this', 7)]
  const own = [row(5, 'of this', 7), row(6, 'also of this', 7)]
  const offered = offeredDocuments(all, own, [fits(4, 90), fits(3, 70)], here)
  expect(offered.map(one => [one.row.title, one.fit?.score])).toEqual([
    ['of this', undefined],
    ['also of this', undefined],
    ['best', 90],
    ['good', 70],
    ['letter', undefined],
    ['other job', undefined],
  ])
})
