import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * Makes a folder once for all workers of a run: the first one that asks makes it below `shared` (which Playwright
 * empties at the start of a run), the others wait for it. Where that one was ended meanwhile, another one begins anew.
 */
export async function madeOnce(
  shared: string,
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(shared, name)
  const [ready, maker] = [`${folder}.ready`, `${folder}.maker`]
  mkdirSync(shared, { recursive: true })
  while (!existsSync(ready)) {
    if (isFirst(maker)) {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder)
      await make(folder)
      writeFileSync(ready, '')
    } else if (isUnderWay(maker)) await wait(100)
    else rmSync(maker, { force: true })
  }
  return folder
}

/** Of all who try to become the maker, one succeeds. */
function isFirst(maker: string): boolean {
  try {
    writeFileSync(maker, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Whether the worker that makes the folder still lives, or is just about to say which one it is. */
function isUnderWay(maker: string): boolean {
  try {
    process.kill(Number(readFileSync(maker, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}
