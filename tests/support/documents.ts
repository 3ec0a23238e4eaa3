import type { Contract } from '../../main/contract/api.ts'
import type { InputOf, ProcedureAt } from '../../main/contract/define.ts'
import type { TestBackend } from './backend.ts'

export { parsedResume, plainReader } from './plain-reader.ts'

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
