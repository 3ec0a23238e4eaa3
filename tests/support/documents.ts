import { readFileSync } from 'node:fs'
import type { Contract } from '../../main/contract/api.ts'
import type { InputOf, ProcedureAt } from '../../main/contract/define.ts'
import type { Result } from '../../main/contract/errors.ts'
import type { ParsedResume } from '../../main/contract/resumes.ts'
import type { DocumentTask } from '../../main/documents/service.ts'
import type { TestBackend } from './backend.ts'

/** Documents in tests: files are uploaded as a page does it, and read without a parser process. */

const PIECE = 400_000

/** Uploads bytes in pieces; answers the upload's id. */
export async function upload(backend: TestBackend, name: string, content: string | Uint8Array) {
  const bytes = Buffer.from(content)
  const { uploadId } = await backend.call('uploads.begin', { name, size: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += PIECE)
    await backend.call('uploads.append', {
      uploadId,
      offset,
      data: bytes.subarray(offset, offset + PIECE).toString('base64'),
    })
  return uploadId
}

type Add = Omit<InputOf<ProcedureAt<Contract, 'documents.add'>>, 'uploadId'>

/** Uploads a file and keeps it as a document. */
export async function addFile(
  backend: TestBackend,
  name: string,
  content: string | Uint8Array,
  more: Add = {},
) {
  const uploadId = await upload(backend, name, content)
  return backend.call('documents.add', { uploadId, ...more })
}

/** Reads everything that waits. */
export async function readAll(backend: TestBackend): Promise<void> {
  backend.reading.wake()
  await backend.reading.settled()
}

/** A résumé that says nothing but what a test gives it. */
export const parsedResume = (change: Partial<ParsedResume> = {}): ParsedResume => ({
  kind: 'resume',
  language: 'en',
  name: null,
  headline: null,
  email: null,
  phone: null,
  location: null,
  summary: null,
  links: [],
  skills: [],
  experience: [],
  education: [],
  certificates: [],
  languages: [],
  years_of_experience: null,
  seniority: null,
  confidence: 0.5,
  ...change,
})

/** Stands in for the parser: the file's text is its one page; a text that says "Dear" is a letter. */
export async function plainReader(task: DocumentTask): Promise<Result<unknown>> {
  const text = readFileSync(task.path, 'utf8')
  const kind = text.includes('Dear') ? 'cover_letter' : 'resume'
  return {
    ok: true,
    value: {
      state: 'read',
      message: null,
      pages: null,
      words: text.split(/\s+/).length,
      remarks: [],
      text: [{ page: 1, text }],
      resume: parsedResume({ kind }),
    },
  }
}
