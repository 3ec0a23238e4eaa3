import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
/** Copies of 10,000 jobs, two at a time, with their backups. */
const ROOM_BYTES = 4 * 1024 ** 3

/** Where folders of tests lie: in memory where there is room, since nothing in them has to outlive a power cut. */
function place(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize >= ROOM_BYTES ? IN_MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** A new empty folder of a test. */
export const newFolder = (): string => mkdtempSync(join(place(), 'rolecall-e2e-'))

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
