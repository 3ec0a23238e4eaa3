import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import { addFile, upload } from '../../tests/support/documents.ts'
import { RESERVE_BYTES } from '../platform/db/reserve.ts'
import { documentPath, hashOf } from './files.ts'

// Documents on a disk that is nearly full: its free room is what a test says.

const disk = vi.hoisted(() => ({ free: null as number | null }))
vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  const statfsSync = (path: string) =>
    disk.free === null ? fs.statfsSync(path) : { ...fs.statfsSync(path), bsize: 1, bavail: disk.free }
  return { ...fs, statfsSync, default: { ...fs, statfsSync } }
})

const WORDS = 'Jane Doe, engineer'
const NEEDED = Buffer.byteLength(WORDS) + RESERVE_BYTES

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => {
  disk.free = null
  backend.close()
})

describe('a disk that is nearly full', () => {
  it('takes no file into the room that deleting needs, and keeps nothing of it', async () => {
    const uploadId = await upload(backend, 'cv.txt', WORDS)
    disk.free = NEEDED - 1
    await expect(backend.call('documents.add', { uploadId, kind: 'resume' })).rejects.toMatchObject({
      code: 'disk_full',
      retryable: true,
    })
    expect(existsSync(documentPath(backend.dataDir, hashOf(Buffer.from(WORDS))))).toBe(false)
    const folder = join(backend.dataDir, 'documents')
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    expect((await backend.call('documents.list', {})).total).toBe(0)
  })

  it('takes the same file once there is room for it', async () => {
    const uploadId = await upload(backend, 'cv.txt', WORDS)
    disk.free = NEEDED - 1
    await expect(backend.call('documents.add', { uploadId, kind: 'resume' })).rejects.toThrow()
    disk.free = NEEDED
    await backend.call('documents.add', { uploadId, kind: 'resume' })
    expect(existsSync(documentPath(backend.dataDir, hashOf(Buffer.from(WORDS))))).toBe(true)
  })

  it('still shows and removes what is there', async () => {
    const { documentId } = await addFile(backend, 'cv.txt', WORDS)
    disk.free = 0
    expect((await backend.call('documents.get', { documentId })).title).toBe('cv')
    await backend.call('documents.remove', { documentIds: [documentId] })
    expect((await backend.call('documents.list', {})).total).toBe(0)
  })
})
