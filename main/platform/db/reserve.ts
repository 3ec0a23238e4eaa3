import { randomBytes } from 'node:crypto'
import { rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../files/atomic.ts'
import { isDiskFull } from './errors.ts'
import { fileSize } from './pragmas.ts'

/** Enough for the log of a large deletion and its checkpoint. */
export const RESERVE_BYTES = 8 * 1024 * 1024
const RESERVE_FILE = 'reserve.bin'

/**
 * Sets room on the disk aside, once there is at least three times as much free, so that a person can still delete
 * something when the disk is full. Cheap when the reserve is there. Answers whether it is there now; never throws.
 */
export function ensureReserve(dataDir: string, bytes = RESERVE_BYTES): boolean {
  const file = join(dataDir, RESERVE_FILE)
  if (fileSize(file) >= bytes) return true
  try {
    const { bavail, bsize } = statfsSync(dataDir)
    if (bavail * bsize < 3 * bytes) return false
    // Random, as zeros take no room on a disk that compresses.
    writeFileAtomic(file, randomBytes(bytes))
    return true
  } catch {
    return false
  }
}

/**
 * Throws as a full disk does when the reserve was given back and what is left of it is still needed: a run that goes on
 * would eat what lets the person delete something.
 */
export function leaveReserve(dataDir: string, bytes = RESERVE_BYTES): void {
  if (fileSize(join(dataDir, RESERVE_FILE)) > 0) return
  const { bavail, bsize } = statfsSync(dataDir)
  if (bavail * bsize < bytes)
    throw Object.assign(new Error('What is left on the disk is kept for the person'), { code: 'ENOSPC' })
}

/** Gives the reserve back to the disk; answers whether there was one. */
export function releaseReserve(dataDir: string): boolean {
  const file = join(dataDir, RESERVE_FILE)
  if (fileSize(file) === 0) return false
  rmSync(file, { force: true })
  return true
}

/**
 * Runs `work`; when the disk is full, releases the reserve and runs it once more. Only for what frees room or must not
 * fail (deleting, closing): an import would just eat the reserve. `work` must be a whole transaction.
 */
export function withReserve<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!isDiskFull(error) || !releaseReserve(dataDir)) throw error
    return work()
  }
}
