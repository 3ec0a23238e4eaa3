import { describe, expect, test } from 'vitest'
import { UploadId } from '../../../../main/contract/ids.ts'
import { errorOf } from '../../transport/client.ts'
import { PIECE, toBase64, uploadFile } from './upload.ts'

const uploadId = UploadId.parse('0'.repeat(32))

/** A core that keeps what it is given and can be told to act after a piece. */
function fakeUploads(afterPiece: () => void = () => undefined) {
  const parts: Buffer[] = []
  const discarded: string[] = []
  return {
    parts,
    discarded,
    begin: async () => ({ uploadId }),
    append: async (piece: { offset: number; data: string }) => {
      parts.push(Buffer.from(piece.data, 'base64'))
      afterPiece()
      return { received: piece.offset + Buffer.from(piece.data, 'base64').length }
    },
    discard: async (input: { uploadId: string }) => {
      discarded.push(input.uploadId)
      return {}
    },
  }
}

describe('handing a file over', () => {
  test('arrives byte for byte, in order, with its progress', async () => {
    const bytes = new Uint8Array(PIECE * 2 + 17).map((_, index) => index % 251)
    const core = fakeUploads()
    const seen: number[] = []
    const file = new File([bytes], 'jobs.csv')
    expect(await uploadFile(core, file, new AbortController().signal, n => seen.push(n))).toBe(uploadId)
    expect(Buffer.concat(core.parts).equals(Buffer.from(bytes))).toBe(true)
    expect(seen).toEqual([PIECE, PIECE * 2, bytes.length])
    expect(core.discarded).toEqual([])
  })

  test('stops after the piece under way and discards when cancelled', async () => {
    const stop = new AbortController()
    const core = fakeUploads(() => stop.abort())
    const file = new File([new Uint8Array(PIECE * 5)], 'jobs.csv')
    const error = await uploadFile(core, file, stop.signal, () => undefined).catch(errorOf)
    expect(error).toMatchObject({ code: 'cancelled' })
    expect(core.parts).toHaveLength(1)
    expect(core.discarded).toEqual([uploadId])
  })

  test('says so when the file can no longer be read', async () => {
    const core = fakeUploads()
    const gone = {
      name: 'jobs.csv',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as unknown as Blob,
    }
    const error = await uploadFile(core, gone, new AbortController().signal, () => undefined).catch(errorOf)
    expect(error).toMatchObject({ code: 'file_unreadable' })
    expect(core.discarded).toEqual([uploadId])
  })

  test('refuses more than 4 GB before anything is sent', async () => {
    const core = fakeUploads()
    const huge = { name: 'x', size: 4_000_000_001, slice: () => new Blob() }
    const error = await uploadFile(core, huge, new AbortController().signal, () => undefined).catch(errorOf)
    expect(error).toMatchObject({ code: 'file_too_large' })
  })
})

test('base64 of many bytes is that of the system', () => {
  const bytes = new Uint8Array(100_001).map((_, index) => (index * 7) % 256)
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
})
