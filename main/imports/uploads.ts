import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { refuse } from '../contract/errors.ts'
import { UploadId } from '../contract/ids.ts'
import { RESERVE_BYTES } from '../platform/db/reserve.ts'
import { syncFile, syncFolder } from '../platform/files/atomic.ts'

/** Files on their way in: `incoming/<id>` and its name beside it. They stay until their run has ended. */

const Facts = z.object({ name: z.string(), size: z.number() })
export type UploadFacts = z.infer<typeof Facts>

const folder = (dataDir: string) => join(dataDir, 'incoming')
/** Where the bytes of an upload lie. */
export const uploadPath = (dataDir: string, id: UploadId): string => join(folder(dataDir), id)
const factsPath = (dataDir: string, id: UploadId) => `${uploadPath(dataDir, id)}.json`

const newId = (): UploadId => UploadId.parse(randomBytes(16).toString('hex'))

function writeFacts(dataDir: string, id: UploadId, facts: UploadFacts): void {
  writeFileSync(factsPath(dataDir, id), JSON.stringify(facts))
}

/**
 * Opens an empty upload. Only the file's base name is kept. Refused as `disk_full` when the file would take the room
 * that a person needs to delete something.
 */
export function beginUpload(dataDir: string, facts: UploadFacts): UploadId {
  mkdirSync(folder(dataDir), { recursive: true })
  const { bavail, bsize } = statfsSync(folder(dataDir))
  if (bavail * bsize < facts.size + RESERVE_BYTES)
    refuse(
      'disk_full',
      'There is not enough room on the disk for this file. Free some space and choose it again.',
      {
        retryable: true,
      },
    )
  const id = newId()
  writeFileSync(uploadPath(dataDir, id), '')
  writeFacts(dataDir, id, { name: basename(facts.name), size: facts.size })
  return id
}

/** Name and announced size; refused when the upload is not known. */
export function uploadFacts(dataDir: string, id: UploadId): UploadFacts {
  try {
    return Facts.parse(JSON.parse(readFileSync(factsPath(dataDir, id), 'utf8')))
  } catch {
    return refuse('not_found', 'This file is not here any more. Choose it again.')
  }
}

/** Writes one piece at its offset; pieces come in order, a repeated one is written again. Answers the bytes received. */
export function appendUpload(dataDir: string, id: UploadId, offset: number, data: Uint8Array): number {
  const { size } = uploadFacts(dataDir, id)
  const file = openSync(uploadPath(dataDir, id), constants.O_WRONLY)
  try {
    if (offset > fstatSync(file).size)
      refuse('bad_input', 'A piece of the file is missing.', { field: 'offset' })
    if (offset + data.length > size)
      refuse('bad_input', 'The file is longer than was said.', { field: 'data' })
    writeSync(file, data, 0, data.length, offset)
    return offset + data.length
  } finally {
    closeSync(file)
  }
}

/** Makes sure that the whole file and its name are on the disk before anything is promised about them. */
export function sealUpload(dataDir: string, id: UploadId): UploadFacts {
  const facts = uploadFacts(dataDir, id)
  const { size } = statSync(uploadPath(dataDir, id))
  if (size !== facts.size)
    refuse('bad_input', `Only ${size} of ${facts.size} bytes of the file arrived. Choose it again.`)
  syncFile(uploadPath(dataDir, id))
  syncFile(factsPath(dataDir, id))
  syncFolder(folder(dataDir))
  return facts
}

/** Takes a file of this computer in, for the terminal: a copy, so that a later change of the original changes nothing. */
export function adoptFile(dataDir: string, path: string): UploadId {
  mkdirSync(folder(dataDir), { recursive: true })
  const id = newId()
  copyFileSync(path, uploadPath(dataDir, id))
  const file = openSync(uploadPath(dataDir, id), constants.O_RDONLY)
  const { size } = fstatSync(file)
  closeSync(file)
  writeFacts(dataDir, id, { name: basename(path), size })
  return id
}

export function discardUpload(dataDir: string, id: UploadId): void {
  rmSync(uploadPath(dataDir, id), { force: true })
  rmSync(factsPath(dataDir, id), { force: true })
}

/** True while the bytes of an upload are kept. */
export function hasUpload(dataDir: string, id: UploadId): boolean {
  return existsSync(factsPath(dataDir, id)) && existsSync(uploadPath(dataDir, id))
}

/** At the start: removes uploads that no run waits for. */
export function sweepUploads(dataDir: string, wanted: ReadonlySet<string>): void {
  let names: string[]
  try {
    names = readdirSync(folder(dataDir))
  } catch {
    return
  }
  for (const name of names)
    if (!wanted.has(name.replace(/\.json$/, ''))) rmSync(join(folder(dataDir), name), { force: true })
}
