import type { DocumentVersionId } from '../../../../main/contract/ids.ts'
import { client } from '../../app/core.ts'
import { saveFile } from '../profile/download.ts'

/** The bytes behind Base64. */
export function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  const binary = atob(data)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Hands a version to the browser's downloads as the file that it was. Rejects when it is not what it was. */
export async function downloadVersion(versionId: DocumentVersionId): Promise<string> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (;;) {
    const { fileName, mediaType, bytes, data } = await client.documents.file({ versionId, offset })
    const piece = fromBase64(data)
    pieces.push(piece)
    offset += piece.length
    if (offset >= bytes || piece.length === 0) {
      saveFile(fileName, pieces, mediaType)
      return fileName
    }
  }
}
