import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Fills the disk of a folder, up to so many free bytes, with a file of somebody else. */
export function hog(root: string, free = 0): void {
  const handle = openSync(join(root, 'hog'), 'a')
  for (const size of [1 << 20, 1 << 12, 1]) {
    try {
      for (;;) if (writeSync(handle, Buffer.alloc(size, 1)) < size) break
    } catch {
      // No room for this size.
    }
  }
  if (free > 0) ftruncateSync(handle, fstatSync(handle).size - free)
  closeSync(handle)
}

/** Gives the room back. */
export const unhog = (root: string): void => rmSync(join(root, 'hog'), { force: true })
