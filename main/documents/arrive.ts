import { readFileSync } from 'node:fs'
import type { DocumentFormat } from '../contract/documents.ts'
import { refuse } from '../contract/errors.ts'
import type { UploadId } from '../contract/ids.ts'
import { discardUpload, uploadFacts, uploadPath } from '../imports/service.ts'
import { assertSize } from './write.ts'

/** Uploads on their way to become documents. */

/** What a file is by its content, or why it is none of the formats that are kept. */
export type Sniff = (bytes: Uint8Array, name: string) => { format: DocumentFormat } | { problem: string }

/** The bytes of an upload that has arrived as a whole; what can be no document is thrown away and refused. */
export function arrived(dataDir: string, uploadId: UploadId, sniff: Sniff) {
  const { name, size } = uploadFacts(dataDir, uploadId)
  const bytes = size > 0 ? takeIn(dataDir, uploadId, size) : new Uint8Array()
  if (bytes.length === 0) {
    discardUpload(dataDir, uploadId)
    return refuse('file_empty', `${name} is empty. Choose another file.`)
  }
  const sniffed = sniff(bytes, name)
  if ('format' in sniffed) return { name, bytes, format: sniffed.format }
  discardUpload(dataDir, uploadId)
  return refuse('file_not_understood', sniffed.problem)
}

function takeIn(dataDir: string, uploadId: UploadId, size: number): Uint8Array {
  try {
    assertSize(size)
  } catch (error) {
    discardUpload(dataDir, uploadId)
    throw error
  }
  const bytes = readFileSync(uploadPath(dataDir, uploadId))
  if (bytes.length !== size)
    refuse('bad_input', `Only ${bytes.length} of ${size} bytes of the file arrived. Choose it again.`)
  return bytes
}
